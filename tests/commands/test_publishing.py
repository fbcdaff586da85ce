"""Releases are made of files, all of them or none, and served."""

import errno
import os
import pty
import re
import resource
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hiwar.graph.briefs import brief_paths
from hiwar.graph.release import current_release
from tests.commands.conftest import (
    DOCS,
    TEXT,
    Run,
    assert_one_line,
    assert_wrong_usage,
    call,
    make_empty,
)


def make_blank(path: Path) -> None:
    path.write_bytes(b" \n\t\n")


def make_binary(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 10)


def make_pdf(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n")


def make_huge(path: Path) -> None:
    path.write_bytes(b"a" * 20_000_000)


def make_latin(path: Path) -> None:
    path.write_bytes("Réunion à Paris.".encode("latin-1"))


def make_folder(path: Path) -> None:
    path.mkdir()


def make_nothing(path: Path) -> None:
    assert not path.exists()


BAD_FILES = [
    make_empty,
    make_blank,
    make_binary,
    make_pdf,
    make_huge,
    make_latin,
    make_folder,
    make_nothing,
]


@pytest.mark.parametrize("command", ["build", "add", "extract"])
@pytest.mark.parametrize("make", BAD_FILES)
def test_a_file_that_is_no_document_gets_one_line(
    tmp_path: Path, command: str, make: Callable[[Path], None]
) -> None:
    path = tmp_path / "bad.txt"
    make(path)
    result = call(command, path, "--data", tmp_path / "data")
    assert_one_line(result, str(path), "docs/errors.md#document")
    assert not (tmp_path / "data" / "current").exists()


@pytest.mark.slow
def test_a_bad_document_leaves_the_release_before_it(
    data: Path, tmp_path: Path
) -> None:
    folder = shutil.copytree(data, tmp_path / "data")
    before = current_release(folder)
    bad = tmp_path / "bad.txt"
    make_binary(bad)
    for command in ("build", "add"):
        result = call(command, brief_paths()[0], bad, "--data", folder)
        assert_one_line(result, str(bad))
    assert current_release(folder) == before
    assert [path.name for path in (folder / "releases").iterdir()] == [before.version]


def test_work_that_is_piped_says_nothing(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text(TEXT)
    result = call("build", source, "--data", tmp_path / "data")
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


@pytest.mark.slow
def test_work_on_a_terminal_says_what_it_is_doing(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text(TEXT + "The ministers will meet in Rome in 2027.\n")
    ours, theirs = pty.openpty()
    arguments = ["add", str(source), "--data", str(tmp_path / "data")]
    program = [sys.executable, "-m", "hiwar", *arguments]
    process = subprocess.Popen(program, stdout=theirs, stderr=theirs)
    os.close(theirs)
    assert process.wait() == 0
    said = os.read(ours, 10_000).decode()
    os.close(ours)
    assert "Reading a.txt" in said
    section = DOCS.joinpath("commands.md").read_text("utf-8").split("## add\n")[1]
    documented = section.split("```\n")[1].replace("new-statement.txt", "a.txt")
    told = said.replace(str(tmp_path / "data"), "hiwar-data").splitlines()[-2:]
    for shown, line in zip(documented.splitlines(), told, strict=True):
        assert re.sub(r"[\d,]+", "N", line) == re.sub(r"[\d,]+", "N", shown)


@pytest.mark.slow
def test_documents_can_be_added_and_removed(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    one, other = tmp_path / "one.txt", tmp_path / "other.txt"
    one.write_text(TEXT)
    other.write_text(TEXT.replace("Cairo", "Alexandria"))
    names = []
    for path in (one, other):
        assert call("add", path, "--data", folder).returncode == 0
        documents = current_release(folder).manifest["documents"]
        names.append(sorted(item["name"] for item in documents))
    assert names == [["one.txt"], ["one.txt", "other.txt"]]
    assert call("remove", "one.txt", "--data", folder).returncode == 0
    (left,) = current_release(folder).manifest["documents"]
    assert left["name"] == "other.txt"
    result = call("remove", "third.txt", "--data", folder)
    assert_one_line(result, "third.txt", left["name"], "docs/errors.md#not-found")


def test_remove_without_a_name_lists_the_documents(run: Run, data: Path) -> None:
    result = run("remove")
    assert_wrong_usage(result, "there are")
    for item in current_release(data).manifest["documents"]:
        assert item["name"] in result.stderr


def test_a_data_folder_that_cannot_be_written_gets_one_line(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text(TEXT)
    (tmp_path / "file").write_text("")
    result = call("build", source, "--data", tmp_path / "file")
    assert_one_line(result, "--data", "docs/errors.md#release")


@pytest.mark.slow
@pytest.mark.parametrize("kilobytes", [1, 20, 200])
def test_a_full_disk_leaves_the_release_before_it(
    data: Path, tmp_path: Path, kilobytes: int
) -> None:
    """A limit on the size of files stands for the end of the disk."""
    folder = shutil.copytree(data, tmp_path / "data")
    before = current_release(folder)
    source = tmp_path / "a.txt"
    source.write_text(TEXT)

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (kilobytes * 1024,) * 2)

    result = subprocess.run(
        [sys.executable, "-m", "hiwar", "build", str(source), "--data", str(folder)],
        preexec_fn=limit,
        capture_output=True,
        text=True,
        check=False,
    )
    assert_one_line(result, os.strerror(errno.EFBIG), "docs/errors.md#release")
    assert current_release(folder) == before
    assert before.damaged_files() == []
    assert before.open_store().count() == before.manifest["triples"]


@pytest.mark.slow
def test_a_port_in_use_gets_one_line(run: Run) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = run("serve", "--port", port)
    assert_one_line(result, str(port), "docs/errors.md#port")
