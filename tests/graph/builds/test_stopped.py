"""A build that is refused or stopped leaves everything as it was."""

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hiwar.errors import (
    DocumentError,
    GateError,
    HiwarError,
    NotFoundError,
    ReleaseError,
)
from hiwar.graph.build import add, build, check_graphs, remove, understand
from hiwar.graph.lock import one_writer
from hiwar.graph.namespaces import HIWAR, RDF, thing_iri
from hiwar.graph.reading import read_file
from hiwar.graph.release import Release, current_release, list_releases
from hiwar.graph.report import describe_documents
from tests.graph.builds.conftest import BRIEFS, SETTINGS, TEXT

pytestmark = pytest.mark.slow


def assert_whole(data: Path) -> Release:
    release = current_release(data)
    assert release.damaged_files() == []
    assert release.open_store().count() == release.manifest["triples"]
    return release


def missing(data: Path) -> object:
    return build([*BRIEFS, data / "none.txt"], data, SETTINGS)


def unknown(data: Path) -> object:
    return remove(["none.txt"], data, SETTINGS)


def busy(data: Path) -> object:
    with one_writer(data):
        return add([BRIEFS[0]], data, SETTINGS)


def lost_source(data: Path) -> object:
    next((data / "sources").glob("*/*.txt")).unlink()
    return add([BRIEFS[1]], data, SETTINGS)


@pytest.mark.parametrize(
    ("attempt", "error"),
    [
        (missing, DocumentError),
        (unknown, NotFoundError),
        (busy, ReleaseError),
        (lost_source, ReleaseError),
    ],
)
def test_what_is_refused_leaves_everything_as_it_was(
    data: Path, attempt: Callable[[Path], object], error: type[HiwarError]
) -> None:
    before = current_release(data)
    with pytest.raises(error):
        attempt(data)
    assert assert_whole(data) == before
    assert list_releases(data) == [before.version]


def test_the_gate_names_the_document_that_it_refuses() -> None:
    readings = [read_file(path) for path in BRIEFS]
    graphs, resolution = understand(readings)
    documents = describe_documents(readings, resolution, graphs)
    name = f"document/{documents[1]['slug']}"
    graphs[name].add((thing_iri("statement", "x"), RDF.type, HIWAR.Statement))
    with pytest.raises(GateError, match=readings[1].source.name):
        check_graphs(graphs, documents, {})


_PROGRAM = """
import json, os, signal, sys
from pathlib import Path
from hiwar.errors import HiwarError
from hiwar.graph.build import add
from hiwar.graph.reading import read_file
from hiwar.settings import Settings
data, source = sys.argv[1:]
mode, stop, seen = "", 0, 0

def watch(event, arguments):
    global seen
    touches = any(isinstance(item, (str, os.PathLike)) and str(item).startswith(data)
                  for item in arguments)
    if touches and event.partition(".")[0] in ("open", "os", "shutil"):
        seen += 1
        if seen == stop and mode == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if seen == stop and mode == "fail":
            raise OSError(28, "No space left on device", data)

def attempt():
    sys.addaudithook(watch)
    try:
        add([Path(source)], Path(data), Settings())
        message = ""
    except HiwarError as error:
        message = f"{type(error).__name__}: {error}"
    print(json.dumps([seen, message]), flush=True)

read_file(Path(source))  # so that not each attempt learns the language anew
for line in sys.stdin:
    mode, stop = json.loads(line)
    attempting = os.fork()
    if not attempting:
        attempt()
        os._exit(0)
    if os.waitpid(attempting, 0)[1]:
        print(json.dumps([0, "killed"]), flush=True)
"""

Attempt = Callable[[str, int], tuple[int, str]]
"""Add a document, stopped in some way at some step: all steps, what was said."""


@contextlib.contextmanager
def attempts(data: Path, source: Path) -> Iterator[Attempt]:
    """Add a document again and again, each time in a process of its own."""
    command = [sys.executable, "-c", _PROGRAM, str(data), str(source)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as program:
        asked, told = program.stdin, program.stdout
        assert asked is not None
        assert told is not None

        def attempt(mode: str, stop: int) -> tuple[int, str]:
            print(json.dumps([mode, stop]), file=asked, flush=True)
            steps, message = json.loads(told.readline())
            return steps, message

        yield attempt
        asked.close()


@pytest.fixture
def small(tmp_path: Path) -> tuple[Path, Path]:
    one, other = tmp_path / "one.txt", tmp_path / "other.txt"
    one.write_text(TEXT)
    other.write_text(TEXT.replace("Cairo", "Alexandria"))
    build([one], tmp_path / "data", SETTINGS)
    return tmp_path / "data", other


@pytest.mark.parametrize("mode", ["kill", "fail"])
def test_stopped_at_any_step_the_old_release_or_the_new_one_is_whole(
    small: tuple[Path, Path], mode: str
) -> None:
    data, source = small
    stop, before = 1, assert_whole(data)
    with attempts(data, source) as attempt:
        while True:
            steps, message = attempt(mode, stop)
            after = assert_whole(data)
            if steps and steps < stop:
                break
            if mode == "kill":
                assert message == "killed"
            elif message:  # some failures do not matter: of a folder that is there
                assert "No space left on device" in message
                assert after == before
            before = after
            stop += max(1, stop // 2)
    assert len(after.manifest["documents"]) == 2


def test_of_two_builds_at_once_one_is_told_to_wait(small: tuple[Path, Path]) -> None:
    data, source = small
    with attempts(data, source) as attempt:
        with one_writer(data):
            _, message = attempt("run", 0)
        assert "Another hiwar" in message
        assert str(os.getpid()) in message
        assert attempt("run", 0)[1] == ""
