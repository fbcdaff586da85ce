import json
from pathlib import Path
from typing import Any

from rdflib import RDF, Graph, Literal, URIRef

from hiwar.graph.namespaces import HIWAR, RDFS, thing_iri
from hiwar.graph.publication import Content, publish
from hiwar.graph.release import Release

EGY, FRA = thing_iri("state", "EGY"), thing_iri("state", "FRA")
TALKS = thing_iri("process", "talks")


def content(*facts: tuple[URIRef, URIRef, URIRef | Literal], document: str) -> Content:
    """Facts that one document states."""
    graphs = {"facts": Graph(), f"document/{document}": Graph(), "registry": Graph()}
    graphs["registry"].add((EGY, RDFS.label, Literal("Egypt", lang="en")))
    graphs["registry"].add((FRA, RDFS.label, Literal("France", lang="fr")))
    for number, (subject, predicate, value) in enumerate(facts):
        graphs["facts"].add((subject, predicate, value))
        statement = thing_iri("statement", f"{document}-{number}")
        for name, part in (
            (RDF.subject, subject), (RDF.predicate, predicate), (RDF.object, value)
        ):  # fmt: skip
            graphs[f"document/{document}"].add((statement, name, part))
    item = {"slug": document, "name": f"{document}.txt", "sha256": "0", "sentences": []}
    return Content(graphs, (item,), "{}\n", "# Report\n")


def difference(release: Release) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        (release.path / "difference.json").read_text("utf-8")
    )
    return found


def test_the_first_release_has_nothing_to_be_compared_with(tmp_path: Path) -> None:
    release = publish(tmp_path, content((EGY, HIWAR.chairs, TALKS), document="a"),
                      "2026-11-21")  # fmt: skip
    assert difference(release)["before"] == ""
    assert "first release" in (release.path / "difference.md").read_text("utf-8")


def test_what_came_went_and_changed_is_told_with_its_documents(tmp_path: Path) -> None:
    publish(
        tmp_path,
        content(
            (EGY, HIWAR.chairs, TALKS),
            (TALKS, HIWAR.established, Literal("2014")),
            document="old",
        ),
        "2026-11-21",
    )
    second = publish(
        tmp_path,
        content(
            (FRA, HIWAR.chairs, TALKS),
            (TALKS, HIWAR.established, Literal("2015")),
            document="new",
        ),
        "2026-11-21",
    )
    found = difference(second)
    assert [item["words"] for item in found["added"]] == [
        "France chairs id/process/talks"
    ]
    assert found["added"][0]["documents"] == ["new"]
    assert found["removed"][0]["documents"] == ["old"]
    (change,) = found["changed"]
    assert (change["before"], change["after"]) == (['"2014"'], ['"2015"'])
    assert found["documents"] == {"added": ["new"], "removed": ["old"]}
    text = (second.path / "difference.md").read_text("utf-8")
    assert 'id/process/talks established: "2014" became "2015" (`new`)' in text
    assert "Document removed: `old`" in text


def test_equal_releases_differ_in_nothing(tmp_path: Path) -> None:
    same = content((EGY, HIWAR.chairs, TALKS), document="a")
    publish(tmp_path, same, "2026-11-21")
    found = difference(publish(tmp_path, same, "2026-11-22"))
    assert found["before"] == "2026-11-21.1"
    assert [found[name] for name in ("added", "removed", "changed")] == [[], [], []]
