"""What a release says of its quality, and of the rights in its quotes."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from rdflib import DCTERMS, RDFS, Graph, Literal, Namespace, URIRef

from hiwar.graph.build import build
from hiwar.graph.citation import release_iri
from hiwar.graph.dcat import describe_release
from hiwar.graph.dumps import DUMPS
from hiwar.graph.namespaces import PREFIXES, RDF, concept_iri, thing_iri
from hiwar.graph.quality import FIGURES
from hiwar.graph.release import Release
from hiwar.graph.rights import write_rights
from hiwar.settings import Settings

DQV = Namespace("http://www.w3.org/ns/dqv#")
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
TEXTS = {
    "held": "Egypt hosted a ministerial meeting of the Khartoum Process in Cairo on"
    " 9 April 2025. Tunisia and Italy took part in the meeting.",
    "planned": "Tunisia will host a ministerial meeting of the Khartoum Process in"
    " Tunis next year.",
}


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Release:
    folder = tmp_path_factory.mktemp("texts")
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    (folder / "held.meta.toml").write_text(
        f'publisher = "=Ministry"\npublished = "2025-04-10"\nlicence = "{LICENCE}"\n'
        'url = "https://example.org/held"\ntitle = "The meeting"\n'
    )
    return build(sorted(folder.glob("*.txt")), folder / "data", Settings())


@pytest.fixture(scope="module")
def report(release: Release) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((release.path / "report.json").read_text())
    return found


@pytest.fixture(scope="module")
def described(release: Release) -> Graph:
    return describe_release(release)


def count(release: Release, pattern: str) -> int:
    prologue = "".join(f"PREFIX {name}: <{iri}> " for name, iri in PREFIXES.items())
    found = release.open_store().query(
        f"{prologue} SELECT (COUNT(DISTINCT ?x) AS ?n) {{ {pattern} }}"
    )
    assert isinstance(found, ox.QuerySolutions)
    return int(next(iter(found))["n"].value)


@pytest.mark.parametrize(
    ("figure", "pattern"),
    [
        ("documents", "?x a hiwar:SourceDocument"),
        ("quotes", "?x a hiwar:Evidence"),
        ("meetings", "GRAPH graph:facts { ?x a hiwar:Meeting }"),
        ("disagreements", "GRAPH graph:facts { ?x a hiwar:Disagreement }"),
        (
            "statements-planned",
            f"GRAPH ?g {{ ?x hiwar:status <{concept_iri('status', 'planned')}> }}",
        ),
    ],
)
def test_a_figure_is_what_the_data_have(
    release: Release, report: dict[str, Any], figure: str, pattern: str
) -> None:
    assert report["figures"][figure] == count(release, pattern)


def test_the_figures_are_those_that_are_declared_and_agree(
    release: Release, report: dict[str, Any]
) -> None:
    figures = report["figures"]
    assert set(figures) == set(FIGURES)
    by_status = [figures[name] for name in FIGURES if name.startswith("statements-")]
    assert figures["statements"] == sum(by_status) - figures["statements-inferred"]
    assert figures["facts"] == release.manifest["graphs"]["facts"]["triples"]
    assert figures["inferred"] == release.manifest["graphs"]["inferred"]["triples"]
    assert figures["problems"] == 0
    assert figures["statements-planned"] > 0


def test_what_is_not_known_of_a_document_is_counted_and_listed(
    report: dict[str, Any],
) -> None:
    figures, lacking = report["figures"], report["lacking"]
    for name in ("date", "publisher", "address", "licence"):
        assert figures[f"documents-without-{name}"] == 1
        assert len(lacking[f"documents-without-{name}"]) == 1


def test_a_meeting_of_no_year_is_counted(report: dict[str, Any]) -> None:
    assert report["figures"]["meetings"] == 2
    assert report["figures"]["meetings-without-year"] == 1


def test_the_report_for_people_has_the_same_figures(
    release: Release, report: dict[str, Any]
) -> None:
    text = (release.path / "report.md").read_text("utf-8")
    for name, value in report["figures"].items():
        assert f"* {value:,} {FIGURES[name]}\n" in text


def test_the_description_has_each_figure_as_a_measurement(
    described: Graph, report: dict[str, Any], release: Release
) -> None:
    this = URIRef(release_iri(release.version))
    found = {}
    for node in described.objects(this, DQV.hasQualityMeasurement):
        metric = described.value(node, DQV.isMeasurementOf)
        assert (metric, RDF.type, DQV.Metric) in described
        assert (node, DQV.computedOn, this) in described
        value = described.value(node, DQV.value)
        assert isinstance(value, Literal)
        found[str(metric).partition("#")[2]] = value.toPython()
    assert found == report["figures"]


def test_each_source_has_its_rights_in_the_table(release: Release) -> None:
    text = (release.path / "rights.csv").read_text("utf-8")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    slugs = [item["slug"] for item in release.manifest["documents"]]
    assert {row["document"] for row in rows} == {
        str(thing_iri("document", slug)) for slug in slugs
    }
    (known,) = (row for row in rows if row["licence"])
    assert known["licence"] == LICENCE
    assert known["publisher"] == "'=Ministry", "no formula"
    assert LICENCE in known["rights"]
    (unknown,) = (row for row in rows if not row["licence"])
    assert "all rights may be reserved" in unknown["rights"]
    assert all(int(row["quotes"]) > 0 < int(row["characters"]) for row in rows)


def test_files_with_quotes_have_the_rights_of_each_source_and_others_have_none(
    described: Graph, release: Release
) -> None:
    sources = {
        thing_iri("document", item["slug"]) for item in release.manifest["documents"]
    }
    quoting = {dump.name for dump in DUMPS if dump.has_quotes}
    assert {"evidence.ttl", "hiwar.trig", "hiwar.nq", "table-evidence.csv"} <= quoting
    assert not {"facts.ttl", "hiwar.gexf", "registry.ttl"} & quoting
    for dump in DUMPS:
        for name in (dump.name, f"{dump.name}.gz"):
            file = URIRef(f"{release_iri(release.version)}/{name}")
            rights = set(described.objects(file, DCTERMS.rights))
            about = {described.value(node, DCTERMS.references) for node in rights}
            assert about == (sources if dump.has_quotes else set())
            assert all(described.value(node, RDFS.label) for node in rights)
    assert (None, DCTERMS.license, URIRef(LICENCE)) in described


def test_what_is_said_of_a_source_cannot_break_the_table() -> None:
    table = write_rights(
        [
            {"slug": "b", "title": 'a "b",\nc', "publisher": "@x", "licence": "\tcmd"},
            {"slug": "a"},
        ]
    )
    rows = list(csv.reader(io.StringIO(table.decode(), newline="")))
    assert [row[0].rpartition("/")[2] for row in rows[1:]] == ["a", "b"]
    assert rows[2][1:3] == ['a "b", c', "'@x"]
    assert {len(row) for row in rows} == {10}


def test_a_release_of_an_older_version_is_described_without_them(
    release: Release, tmp_path: Path
) -> None:
    files = {
        name: about
        for name, about in release.manifest["files"].items()
        if name not in ("report.json", "rights.csv")
    }
    manifest = {**release.manifest, "files": files}
    (tmp_path / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    graph = describe_release(Release(release.version, tmp_path))
    assert (None, DQV.value, None) not in graph
    assert len(graph) > 100
