"""A backup is taken back whole or not at all."""

import os
import shutil
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from hiwar.errors import ReleaseError
from hiwar.graph.backup import back_up, open_backup, restore
from hiwar.graph.lock import locked, one_writer
from hiwar.graph.release import current_release
from tests.graph.backup.conftest import held, refusal, silent


def test_a_folder_in_which_something_is_gets_no_backup(
    data: Path, tmp_path: Path
) -> None:
    made = back_up(data, tmp_path / "backup", silent)
    other = tmp_path / "other"
    other.mkdir()
    (other / "mine").write_text("mine")
    for folder in (data, other):
        before = held(folder)
        assert "is not empty" in refusal(partial(restore, made.path, folder, silent))
        assert held(folder) == before
    (tmp_path / "file").write_text("")
    refusal(lambda: restore(made.path, tmp_path / "file", silent))


def test_a_folder_that_is_as_good_as_empty_gets_the_backup(
    data: Path, tmp_path: Path
) -> None:
    made = back_up(data, tmp_path / "backup", silent)
    other = tmp_path / "other"
    for name in ("lost+found", ".new-restored/releases"):
        (other / name).mkdir(parents=True)
    (other / ".new-restored" / "current").write_text("half")
    (other / "lock").write_text("1")
    restore(made.path, other, silent)
    assert held(other) == held(data)
    assert not (other / ".new-restored").exists()


def test_a_backup_and_a_data_folder_never_lie_in_each_other(
    data: Path, tmp_path: Path
) -> None:
    inside = data / "releases" / "backup"
    assert "apart" in refusal(lambda: back_up(data, inside, silent))
    made = back_up(data, tmp_path / "backup", silent)
    assert "apart" in refusal(lambda: restore(made.path, made.path / "data", silent))
    assert "apart" in refusal(lambda: restore(made.path, made.path, silent))
    open_backup(made.path)


def test_a_backup_needs_no_lock_and_a_restoration_has_it(
    data: Path, tmp_path: Path
) -> None:
    with one_writer(data):
        made = back_up(data, tmp_path / "backup", silent)
    assert not (made.path / "lock").exists()
    other = tmp_path / "other"
    with one_writer(other), pytest.raises(ReleaseError, match="Another hiwar"):
        restore(made.path, other, silent)
    with (
        locked(tmp_path / ".new-second"),
        pytest.raises(ReleaseError, match="Another hiwar"),
    ):
        back_up(data, tmp_path / "second", silent)


def test_a_full_disk_leaves_no_backup_and_no_release(
    data: Path, tmp_path: Path
) -> None:
    made = back_up(data, tmp_path / "backup", silent)
    program = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from hiwar.errors import BackupError; from hiwar.graph import backup\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))\n"
        "try:\n"
        "    call = getattr(backup, sys.argv[1])\n"
        "    call(*map(Path, sys.argv[2:]), lambda text: None)\n"
        "except BackupError as error:\n"
        "    print(error.detail)\n"
    )
    for name, one, two in (
        ("back_up", data, tmp_path / "second"),
        ("restore", made.path, tmp_path / "restored"),
    ):
        done = subprocess.run(
            [sys.executable, "-c", program, name, one, two],
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.startswith(str(two)), done.stderr
        assert "File too large" in done.stdout
        assert ".new-" not in done.stdout
    assert not (tmp_path / "second").exists()
    assert not (tmp_path / ".new-second").exists()
    assert held(tmp_path / "restored") == {}
    restore(made.path, tmp_path / "restored", silent)


def _count(folder: Path) -> int:
    return sum(len(names) for _, _, names in os.walk(folder))


@pytest.mark.slow
@pytest.mark.parametrize("name", ["back_up", "restore"])
def test_a_killed_process_leaves_nothing_that_looks_whole(
    data: Path, tmp_path: Path, name: str
) -> None:
    """It is killed once so many files are there, from the first to the last."""
    source = back_up(data, tmp_path / "whole", silent).path
    target = tmp_path / "target"
    new = target / ".new-restored" if name == "restore" else tmp_path / ".new-target"
    one = source if name == "restore" else data
    program = (
        "import sys; from pathlib import Path; from hiwar.graph import backup;"
        "getattr(backup, sys.argv[1])(*map(Path, sys.argv[2:]), lambda text: None)"
    )
    killed = 0
    for least in (1, 20, 100, 200, 10_000):
        shutil.rmtree(target, ignore_errors=True)
        process = subprocess.Popen([sys.executable, "-c", program, name, one, target])
        while process.poll() is None and _count(new) < least:
            time.sleep(0.0005)
        process.send_signal(signal.SIGKILL)
        if process.wait() == 0:
            continue  # it was done before
        killed += 1
        if name == "restore":
            with pytest.raises(ReleaseError):
                current_release(target)
        else:
            assert not target.exists()
            assert "incomplete" in refusal(lambda: restore(new, tmp_path / "r", silent))
    assert killed >= 2
    shutil.rmtree(target, ignore_errors=True)
    if name == "restore":
        restore(source, target, silent)
        assert held(target) == held(data)
    else:
        made = back_up(data, target, silent)
        assert set(made.files) == set(held(data))
    assert not new.exists()
