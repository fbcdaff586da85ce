"""Releases of documents: the same bytes in whatever order, and names that stay."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

from hiwar.graph.build import add, build, remove
from hiwar.graph.release import Release, current_release, list_releases, sha256
from tests.graph.builds.conftest import BRIEFS, SETTINGS, TEXT

pytestmark = pytest.mark.slow

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
    for path in BRIEFS[:2]:
        add([path], tmp_path, SETTINGS)
    documents = current_release(tmp_path).manifest["documents"]
    assert [item["sha256"] for item in documents] == sorted(
        sha256(path.read_bytes()) for path in BRIEFS[:2]
    )
    assert len(list_releases(tmp_path)) == 2


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
