import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from hiwar.errors import (
    DocumentError,
    GateError,
    HiwarError,
    NotFoundError,
    ReleaseError,
)
from hiwar.graph.briefs import brief_paths
from hiwar.graph.build import add, build, check_graphs, remove, understand
from hiwar.graph.lock import one_writer
from hiwar.graph.namespaces import HIWAR, RDF, thing_iri
from hiwar.graph.reading import read_file
from hiwar.graph.release import Release, current_release, list_releases, sha256
from hiwar.graph.report import describe_documents
from hiwar.settings import Settings

pytestmark = pytest.mark.slow

SETTINGS = Settings()
BRIEFS = brief_paths()
TEXT = "Egypt hosted a ministerial meeting of the Khartoum Process in Cairo in 2025.\n"


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Release:
    return build(BRIEFS, tmp_path_factory.mktemp("first"), SETTINGS)


@pytest.fixture
def data(first: Release, tmp_path: Path) -> Path:
    """A data folder of its own with the release of the briefs."""
    return Path(shutil.copytree(first.path.parents[1], tmp_path / "data"))


OF_ONE_RELEASE = {
    "manifest.json",
    "SHA256SUMS",
    "difference.json",
    "difference.md",
    "difference.ttl",
    "difference.ttl.gz",
}
"""Files that name the version, or tell it from the one before."""


def dumps(release: Release) -> dict[str, bytes]:
    return {
        path.relative_to(release.path).as_posix(): path.read_bytes()
        for path in sorted(release.path.rglob("*"))
        if path.is_file()
        and "store" not in path.parts
        and path.name not in OF_ONE_RELEASE
    }


def assert_whole(data: Path) -> Release:
    release = current_release(data)
    assert release.damaged_files() == []
    assert release.open_store().count() == release.manifest["triples"]
    return release


def test_the_briefs_make_a_release(first: Release) -> None:
    assert len(first.manifest["documents"]) == len(BRIEFS)
    graphs = first.manifest["graphs"]
    assert {
        "facts",
        "inferred",
        "registry",
        "ontology",
        "shapes",
        "themes",
        "catalogue",
    } < set(graphs)
    assert all(graphs[name]["triples"] for name in graphs)
    assert sum(name.startswith("document/") for name in graphs) == len(BRIEFS)


def test_the_union_has_as_many_triples_as_its_graphs_together(first: Release) -> None:
    store = first.open_store()
    found = store.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    assert isinstance(found, ox.QuerySolutions)
    total = sum(item["triples"] for item in first.manifest["graphs"].values())
    assert int(next(iter(found))["n"].value) == total == store.count()
    assert len({quad.triple for quad in store.quads()}) == total


def test_documents_show_their_evidence_and_not_their_text(first: Release) -> None:
    for path in (first.path / "documents").iterdir():
        item = json.loads(path.read_text("utf-8"))
        assert path.stem == item["slug"]
        (source,) = [brief for brief in BRIEFS if brief.name == item["name"]]
        text = source.read_text("utf-8")
        assert all(quote["exact"] in text for quote in item["sentences"])
        assert "text" not in item


def test_the_order_of_files_and_hashes_changes_no_byte(
    first: Release, tmp_path: Path
) -> None:
    program = (
        "import sys; from pathlib import Path; from hiwar.graph.build import build;"
        "from hiwar.settings import Settings;"
        "build(map(Path, sys.argv[2:]), Path(sys.argv[1]), Settings())"
    )
    subprocess.run(
        [sys.executable, "-c", program, tmp_path, *reversed(BRIEFS)],
        env=os.environ | {"PYTHONHASHSEED": "4711"},
        check=True,
    )
    again = current_release(tmp_path)
    assert dumps(again) == dumps(first)
    assert again.manifest["graphs"] == first.manifest["graphs"]


def test_building_again_upon_the_ledger_changes_no_byte(
    first: Release, data: Path
) -> None:
    assert dumps(build(BRIEFS, data, SETTINGS)) == dumps(first)


def test_the_same_bytes_count_once_by_whatever_name(
    first: Release, tmp_path: Path
) -> None:
    copies = []
    for path in BRIEFS:
        copy = tmp_path / f"zz-{path.name}"
        copy.write_bytes(path.read_bytes())
        copies.append(copy)
    release = build([*copies, *BRIEFS], tmp_path / "data", SETTINGS)
    assert dumps(release) == dumps(first)


def test_adding_one_by_one_gives_the_same_documents(tmp_path: Path) -> None:
    for path in BRIEFS[:3]:
        add([path], tmp_path, SETTINGS)
    documents = current_release(tmp_path).manifest["documents"]
    assert [item["sha256"] for item in documents] == sorted(
        sha256(path.read_bytes()) for path in BRIEFS[:3]
    )
    assert len(list_releases(tmp_path)) == 3


def test_a_removed_document_changes_no_other_and_comes_back_under_its_names(
    first: Release, data: Path
) -> None:
    before = first.manifest
    gone = before["documents"][0]
    after = remove([gone["name"]], data, SETTINGS).manifest
    assert gone not in after["documents"]
    assert f"document/{gone['slug']}" not in after["graphs"]
    for name, about in after["graphs"].items():
        if name not in ("facts", "inferred", "catalogue"):
            assert about == before["graphs"][name], name
    (path,) = [path for path in BRIEFS if path.name == gone["name"]]
    again = add([path], data, SETTINGS)
    assert again.manifest["graphs"] == before["graphs"]


def test_removing_all_documents_leaves_the_registry(tmp_path: Path) -> None:
    build(BRIEFS[:1], tmp_path, SETTINGS)
    release = remove([BRIEFS[0].name], tmp_path, SETTINGS)
    assert release.manifest["documents"] == []
    assert release.manifest["graphs"]["registry"]["triples"]


def test_new_metadata_replace_those_that_were_kept(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text(TEXT)
    data = tmp_path / "data"
    build([source], data, SETTINGS)
    source.with_name("a.meta.toml").write_text('url = "https://example.org/a"')
    add([source], data, SETTINGS)
    (path,) = (current_release(data).path / "documents").iterdir()
    assert "https://example.org/a" in path.read_text("utf-8")
    add([BRIEFS[0]], data, SETTINGS)
    assert "https://example.org/a" in (
        current_release(data).path / "documents" / path.name
    ).read_text("utf-8")


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
