"""A backup holds all, and is whole or not there."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hiwar.errors import HiwarError
from hiwar.graph.backup import back_up, restore
from hiwar.graph.publication import publish
from hiwar.graph.release import current_release, list_releases, sha256
from tests.graph.backup.conftest import TEXT, content, held, refusal, silent


def test_what_is_restored_has_the_same_bytes(data: Path, tmp_path: Path) -> None:
    made = back_up(data, tmp_path / "backup", silent)
    before = held(data)
    shutil.rmtree(data)
    restore(tmp_path / "backup", data, silent)
    assert held(data) == before
    assert set(made.files) == set(before)
    assert current_release(data).version == made.version == "2026-11-21.2"
    assert list_releases(data) == ["2026-11-21.2", "2026-11-21.1"]
    assert current_release(data).damaged_files() == []
    assert publish(data, content(), "2026-11-21").version == "2026-11-21.3"


@pytest.mark.parametrize("kind", ["file", "folder", "empty", "link"])
def test_nothing_that_is_there_is_overwritten(
    data: Path, tmp_path: Path, kind: str
) -> None:
    target = tmp_path / "backup"
    if kind == "link":
        target.symlink_to(tmp_path / "nowhere")
    elif kind == "file":
        target.write_text("mine")
    else:
        target.mkdir()
        if kind == "folder":
            (target / "mine").write_text("mine")
    before = sorted(tmp_path.rglob("*"))
    assert "is there already" in refusal(lambda: back_up(data, target, silent))
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("name", ["facts.ttl", "store/CURRENT"])
def test_a_damaged_release_is_not_backed_up(
    data: Path, tmp_path: Path, name: str
) -> None:
    path = data / "releases" / "2026-11-21.1" / name
    path.write_bytes(b"changed\n")
    said = refusal(lambda: back_up(data, tmp_path / "backup", silent))
    assert "2026-11-21.1" in said
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


def test_a_damaged_source_is_not_backed_up(data: Path, tmp_path: Path) -> None:
    path = data / "sources" / sha256(TEXT.encode()) / "a.txt"
    path.write_text("Other.")
    assert str(path) in refusal(lambda: back_up(data, tmp_path / "backup", silent))
    path.with_name(".new-a.txt").write_text("half")
    path.write_text(TEXT)
    back_up(data, tmp_path / "backup", silent)


def test_without_a_release_there_is_nothing_to_back_up(tmp_path: Path) -> None:
    with pytest.raises(HiwarError, match="hiwar build"):
        back_up(tmp_path / "data", tmp_path / "backup", silent)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_backups_that_are_made_while_releases_are_published_are_whole(
    data: Path, tmp_path: Path
) -> None:
    program = (
        "import sys; from pathlib import Path\n"
        "from tests.graph.backup.conftest import content, publish\n"
        "for n in range(25):\n"
        "    publish(Path(sys.argv[1]), content(f'Egypt {n}'), '2026-11-21')\n"
    )
    root = Path(__file__).parents[3]
    paths = os.pathsep.join([str(root), os.environ.get("PYTHONPATH", "")])
    builder = subprocess.Popen(
        [sys.executable, "-c", program, data], env=os.environ | {"PYTHONPATH": paths}
    )
    seen = set()
    for number in range(8):
        made = back_up(data, tmp_path / f"backup-{number}", silent)
        folder = tmp_path / f"restored-{number}"
        restore(made.path, folder, silent)
        release = current_release(folder)
        assert release.version == made.version
        assert release.damaged_files() == []
        assert release.open_store().count() == release.manifest["triples"]
        seen.add(made.version)
        if builder.poll() is not None:
            break
        time.sleep(0.2)
    assert builder.wait() == 0
    assert len(seen) > 1
