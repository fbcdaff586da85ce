"""A build that is refused or stopped leaves everything as it was."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
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
    tmp_path: Path, attempt: Callable[[Path], object], error: type[HiwarError]
) -> None:
    before = build(BRIEFS[:1], tmp_path, SETTINGS)
    with pytest.raises(error):
        attempt(tmp_path)
    assert assert_whole(tmp_path) == before
    assert list_releases(tmp_path) == [before.version]


def test_the_gate_names_the_document_that_it_refuses() -> None:
    readings = [read_file(path) for path in BRIEFS]
    graphs, resolution = understand(readings)
    documents = describe_documents(readings, resolution, graphs)
    name = f"document/{documents[1]['slug']}"
    graphs[name].add((thing_iri("statement", "x"), RDF.type, HIWAR.Statement))
    with pytest.raises(GateError, match=readings[1].source.name):
        check_graphs(graphs, documents, {})


_PROGRAM = """
import os, signal, sys
from pathlib import Path
from hiwar.errors import HiwarError
from hiwar.graph.build import add
from hiwar.settings import Settings
mode, stop, data, source = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4]
seen = 0

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

sys.addaudithook(watch)
try:
    add([Path(source)], Path(data), Settings())
except HiwarError as error:
    sys.exit(f"{type(error).__name__}: {error}")
finally:
    print(seen)
"""


def run_until(mode: str, stop: int, data: Path, source: Path) -> tuple[int, str, str]:
    result = subprocess.run(
        [sys.executable, "-c", _PROGRAM, mode, str(stop), str(data), str(source)],
        capture_output=True,
        text=True,
        check=False,
    )
    return result.returncode, result.stdout, result.stderr


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
    while True:
        code, steps, message = run_until(mode, stop, data, source)
        after = assert_whole(data)
        if steps and int(steps) < stop:
            break
        if mode == "kill":
            assert code == -signal.SIGKILL, message
        elif code != 0:  # some failures do not matter: of a folder that is there
            assert "No space left on device" in message
            assert after == before
        before = after
        stop += max(1, stop // 2)
    assert len(after.manifest["documents"]) == 2


def test_of_two_builds_at_once_one_is_told_to_wait(small: tuple[Path, Path]) -> None:
    data, source = small
    with one_writer(data):
        code, _, message = run_until("run", 0, data, source)
    assert code == 1
    assert "Another hiwar" in message
    assert str(os.getpid()) in message
    assert run_until("run", 0, data, source)[0] == 0
