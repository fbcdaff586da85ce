import gzip
import subprocess
from pathlib import Path

import pytest
from rdflib import VOID, Dataset, Graph, Literal
from rdflib.compare import isomorphic

from hiwar.errors import NotFoundError, ReleaseError
from hiwar.graph.catalogue import DATASET, catalogue_graph
from hiwar.graph.dumps import DUMPS, Dump
from hiwar.graph.library import find_documents, keep_source, kept_source, kept_sources
from hiwar.graph.lock import one_writer
from hiwar.graph.namespaces import HIWAR, RDFS, graph_iri, thing_iri
from hiwar.graph.publication import Content, publish
from hiwar.graph.release import Release, current_release, list_releases, sha256

EGY, KP = thing_iri("state", "EGY"), thing_iri("process", "khartoum-process")


def content(name: str = "Egypt") -> Content:
    facts = Graph().add((EGY, HIWAR.chairs, KP))
    registry = Graph().add((EGY, RDFS.label, Literal(name, lang="en")))
    graphs = {"facts": facts, "registry": registry, "document/a": Graph()}
    graphs["document/a"].add((thing_iri("document", "a"), HIWAR.mentions, EGY))
    document = {"slug": "a", "name": "a.txt", "sha256": "0" * 64, "sentences": []}
    return Content(graphs, (document,), '{"names": []}\n', "# Report\n")


def files_of(release: Release) -> dict[str, bytes]:
    return {
        path.relative_to(release.path).as_posix(): path.read_bytes()
        for path in sorted(release.path.rglob("*"))
        if path.is_file() and "store" not in path.parts
    }


def test_a_release_has_the_layout_of_the_architecture(tmp_path: Path) -> None:
    release = publish(tmp_path, content(), "2026-11-21")
    assert release.version == "2026-11-21.1"
    assert current_release(tmp_path) == release
    dumps = {name for dump in DUMPS for name in (dump.name, f"{dump.name}.gz")}
    assert {"facts.ttl", "evidence.ttl", "hiwar.trig", "hiwar.nq"} <= dumps
    assert set(files_of(release)) == dumps | {
        "manifest.json",
        "SHA256SUMS",
        "csv-metadata.json",
        "difference.json",
        "gone.json",
        "difference.md",
        "ledger.json",
        "report.md",
        "report.json",
        "search.sqlite",
        "documents/a.json",
    }
    assert release.open_store().count() == 3
    assert not list(release.path.glob("work*"))


def test_the_manifest_knows_every_file_and_graph(tmp_path: Path) -> None:
    release = publish(tmp_path, content(), "2026-11-21")
    manifest = release.manifest
    assert {name: item["triples"] for name, item in manifest["graphs"].items()} == {
        "document/a": 1,
        "facts": 1,
        "registry": 1,
    }
    assert manifest["triples"] == manifest["files"]["hiwar.trig"]["triples"] == 3
    assert set(manifest["files"]) == set(files_of(release)) - {
        "manifest.json",
        "SHA256SUMS",
    }
    assert release.damaged_files() == []
    (release.path / "facts.ttl").write_text("changed")
    assert release.damaged_files() == ["facts.ttl"]


def test_facts_and_evidence_are_files_of_their_own(tmp_path: Path) -> None:
    release = publish(tmp_path, content(), "2026-11-21")
    facts = Graph().parse(release.path / "facts.ttl")
    evidence = Graph().parse(release.path / "evidence.ttl")
    assert isomorphic(facts, content().graphs["facts"])
    assert isomorphic(evidence, content().graphs["document/a"])


def test_equal_content_gives_equal_bytes_on_another_day(tmp_path: Path) -> None:
    one = publish(tmp_path / "a", content(), "2026-11-21")
    other = publish(tmp_path / "b", content(), "2031-01-01")
    left, right = files_of(one), files_of(other)
    for name in ("manifest.json", "SHA256SUMS"):
        left.pop(name)
        right.pop(name)
    assert left == right
    assert one.manifest["graphs"] == other.manifest["graphs"]
    assert one.manifest["files"] == other.manifest["files"]


def test_every_dump_is_the_same_gzipped(tmp_path: Path) -> None:
    release = publish(tmp_path, content(), "2026-11-21")
    for dump in DUMPS:
        plain = (release.path / dump.name).read_bytes()
        packed = (release.path / f"{dump.name}.gz").read_bytes()
        assert gzip.decompress(packed) == plain
        assert packed[4:8] == bytes(4), "no clock in it"


# rdflib 7.6 warns about its own parsers
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
@pytest.mark.parametrize(
    "dump", [dump for dump in DUMPS if dump.is_rdf], ids=lambda dump: str(dump.name)
)
def test_a_second_parser_reads_each_dump(dump: Dump, tmp_path: Path) -> None:
    release = publish(tmp_path, content(), "2026-11-21")
    names = {"nt": "nt11", "nq": "nquads", "rdf": "xml", "jsonld": "json-ld"}
    suffix = dump.name.rpartition(".")[2]
    data = Dataset() if suffix in ("trig", "nq") else Graph()
    data.parse(release.path / dump.name, format=names.get(suffix, suffix))
    expected = Graph()
    for name, graph in content().graphs.items():
        if dump.holds(name):
            expected += graph
    found = Graph()
    for graph in data.graphs() if isinstance(data, Dataset) else [data]:
        found += graph
    assert isomorphic(found, expected)
    assert release.manifest["files"][dump.name]["triples"] == len(expected)


def test_checksums_are_as_sha256sum_reads_them(tmp_path: Path) -> None:
    release = publish(tmp_path, content(), "2026-11-21")
    done = subprocess.run(
        ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"],
        cwd=release.path,
        capture_output=True,
    )
    assert done.returncode == 0


def test_the_hash_of_facts_is_that_of_the_sorted_lines(tmp_path: Path) -> None:
    release = publish(tmp_path, content(), "2026-11-21")
    lines = sorted((release.path / "facts.nt").read_text("utf-8").splitlines(True))
    assert release.manifest["hashes"]["facts"] == sha256("".join(lines).encode())


def test_versions_count_up_and_never_go_back(tmp_path: Path) -> None:
    days = ["2026-11-21", "2026-11-21", "2026-11-22", "2026-11-01"]
    found = [publish(tmp_path, content(), day).version for day in days]
    assert found == ["2026-11-21.1", "2026-11-21.2", "2026-11-22.1", "2026-11-22.2"]
    assert list_releases(tmp_path) == found[::-1]
    for _ in range(8):
        publish(tmp_path, content(), "2026-11-22")
    assert list_releases(tmp_path)[0] == "2026-11-22.10"


def test_a_release_never_changes(tmp_path: Path) -> None:
    first = publish(tmp_path, content("Egypt"), "2026-11-21")
    before = files_of(first)
    publish(tmp_path, content("Misr"), "2026-11-21")
    assert files_of(first) == before
    assert first.damaged_files() == []


def test_what_cannot_be_written_leaves_everything_as_it_was(tmp_path: Path) -> None:
    first = publish(tmp_path, content(), "2026-11-21")
    broken = Content({}, ({"slug": "no/such/folder"},), "", "")
    with pytest.raises(OSError, match="no/such/folder"):
        publish(tmp_path, broken, "2026-11-21")
    assert current_release(tmp_path).version == first.version
    assert [path.name for path in (tmp_path / "releases").iterdir()] == [first.version]


def test_leftovers_of_a_killed_writer_are_removed_by_the_next(tmp_path: Path) -> None:
    left_over = tmp_path / "releases" / ".new-2026-11-20.1"
    left_over.mkdir(parents=True)
    (left_over / "facts.ttl").write_text("half")
    publish(tmp_path, content(), "2026-11-21")
    assert not left_over.exists()


@pytest.mark.parametrize(
    ("current", "message"),
    [
        (None, "hiwar build"),
        ("2020-01-01.1\n", "no release '2020-01-01.1'"),
        ("../../etc\n", "no release"),
        ("", "no release"),
    ],
)
def test_without_a_usable_release_the_error_says_what_to_do(
    tmp_path: Path, current: str | None, message: str
) -> None:
    if current is not None:
        (tmp_path / "current").write_text(current)
    with pytest.raises(ReleaseError, match=message):
        current_release(tmp_path)


@pytest.mark.parametrize("text", ["", "[]", '{"version": "other"}', "\udcff"])
def test_a_damaged_manifest_is_said_to_be_so(tmp_path: Path, text: str) -> None:
    release = publish(tmp_path, content(), "2026-11-21")
    path = release.path / "manifest.json"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(ReleaseError, match=r"manifest\.json"):
        _ = current_release(tmp_path).manifest


def test_a_release_without_ledger_cannot_be_built_upon(tmp_path: Path) -> None:
    release = publish(tmp_path, content(), "2026-11-21")
    (release.path / "ledger.json").unlink()
    with pytest.raises(ReleaseError, match="ledger"):
        release.ledger_text()


def test_a_second_writer_is_told_to_wait(tmp_path: Path) -> None:
    with (
        one_writer(tmp_path),
        pytest.raises(ReleaseError, match="Another hiwar"),
        one_writer(tmp_path),
    ):
        pass
    with one_writer(tmp_path):
        assert (tmp_path / "lock").exists()


def test_a_data_folder_that_is_a_file_is_refused_with_the_cure(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("")
    with pytest.raises(ReleaseError, match="--data"), one_writer(path):
        pass


def test_a_source_is_kept_with_its_metadata_under_its_hash(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("Text.")
    source.with_name("a.meta.toml").write_text('title = "A"')
    data = tmp_path / "data"
    keep_source(data, source, "f" * 64)
    kept = kept_source(data, "f" * 64, "a.txt")
    assert kept.read_text() == "Text."
    assert kept.with_name("a.meta.toml").read_text() == 'title = "A"'
    source.with_name("a.meta.toml").unlink()
    keep_source(data, source, "f" * 64)
    assert [path.name for path in kept.parent.iterdir()] == ["a.txt"]
    keep_source(data, kept, "f" * 64)
    assert kept.read_text() == "Text."


def test_a_kept_source_that_is_gone_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match="is gone"):
        kept_sources(tmp_path, [{"sha256": "f" * 64, "name": "a.txt"}])


DOCUMENTS = [
    {"slug": "one", "name": "a.txt", "sha256": "aaaaaaaa" * 8},
    {"slug": "two", "name": "b.txt", "sha256": "bbbbbbbb" * 8},
    {"slug": "three", "name": "b.txt", "sha256": "cccccccc" * 8},
]


@pytest.mark.parametrize(
    "name", ["one", "a.txt", "folder/a.txt", "aaaaaaaa", "AAAAAAAAA", "aaaaaaaa" * 8]
)
def test_a_document_is_found_by_name_slug_and_hash(name: str) -> None:
    assert find_documents([name], DOCUMENTS) == [DOCUMENTS[0]]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("x.txt", "No document is called 'x.txt'"),
        ("aaaaaaa", "No document"),
        ("", "No document"),
        ("b.txt", "name one: three or two"),
    ],
)
def test_a_name_of_no_document_or_of_several_is_an_error(
    name: str, message: str
) -> None:
    with pytest.raises(NotFoundError, match=message):
        find_documents([name], DOCUMENTS)


def test_the_catalogue_counts_what_there_is() -> None:
    catalogue = catalogue_graph(content().graphs)
    assert catalogue.value(DATASET, VOID.triples) == Literal(3)
    assert len(set(catalogue.objects(DATASET, VOID.subset))) == 3
    assert catalogue.value(graph_iri("facts"), VOID.triples) == Literal(1)
