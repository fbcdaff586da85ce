"""What a release changed, for people and with reasons."""

import json
from pathlib import Path
from typing import Any

import pytest
from rdflib import RDF, XSD, Graph, Literal, URIRef

from hiwar.graph.difference import compare
from hiwar.graph.namespaces import HIWAR, RDFS, concept_iri, thing_iri
from hiwar.graph.publication import Content, publish
from hiwar.graph.release import Release
from tests.graph.differing import CHAIRS, EGY, FRA, TALKS, content, quads_in


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


def test_one_of_several_values_that_goes_is_not_changed_into_one_that_comes(
    tmp_path: Path,
) -> None:
    """Who takes part in the stead of nobody in particular has replaced nobody."""
    meeting, swe = thing_iri("meeting", "m"), thing_iri("state", "SWE")
    first = content((meeting, HIWAR.hasParticipant, EGY),
                    (meeting, HIWAR.hasParticipant, FRA), document="a")  # fmt: skip
    second = content((meeting, HIWAR.hasParticipant, EGY),
                     (meeting, HIWAR.hasParticipant, swe), document="a")  # fmt: skip
    publish(tmp_path, first, "2026-11-21")
    found = difference(publish(tmp_path, second, "2026-11-21"))
    assert [len(found[name]) for name in ("added", "removed", "changed")] == [1, 1, 0]


def test_what_the_registry_has_from_now_on_is_no_change(tmp_path: Path) -> None:
    fact = (EGY, HIWAR.chairs, TALKS)
    second = content(document="a")
    second.graphs["registry"].add(fact)
    publish(tmp_path, content(fact, document="a"), "2026-11-21")
    found = difference(publish(tmp_path, second, "2026-11-21"))
    assert [found[name] for name in ("added", "removed", "changed")] == [[], [], []]


def with_status(made: Content, document: str, status: str) -> Content:
    graph = made.graphs[f"document/{document}"]
    for statement in set(graph.subjects()):
        graph.add((statement, HIWAR.status, concept_iri("status", status)))
    return made


BEFORE = content((FRA, HIWAR.chairs, TALKS), document="a")


@pytest.mark.parametrize(
    ("before", "after", "reason", "documents"),
    [
        pytest.param(
            BEFORE, content(CHAIRS, document="b"),
            "A document that states it was added.", ["b"], id="a new document",
        ),
        pytest.param(
            BEFORE, content(CHAIRS, document="a"),
            "A document that was there before states it, as it is read now.", ["a"],
            id="the same document",
        ),
        pytest.param(
            BEFORE, Content(
                {"facts": Graph(), "registry": Graph().add(CHAIRS)}, (), "{}\n", ""
            ),
            "The reviewed reference data has it now.", [], id="the registry",
        ),
        pytest.param(
            BEFORE,
            with_status(content(CHAIRS, document="b"), "b", "planned"),
            "It follows from what was added.", [], id="no true statement",
        ),
    ],
)  # fmt: skip
def test_a_fact_that_came_has_its_reason(
    tmp_path: Path, before: Content, after: Content, reason: str, documents: list[str]
) -> None:
    publish(tmp_path, before, "2026-11-21")
    release = publish(tmp_path, after, "2026-11-21")
    (item,) = [x for x in difference(release)["added"] if "chairs" in x["predicate"]]
    assert (item["reason"], item["documents"]) == (reason, documents)
    assert reason in (release.path / "difference.md").read_text("utf-8")


def test_a_relation_is_from_the_documents_that_describe_it_and_its_date_is_not(
    tmp_path: Path,
) -> None:
    term = thing_iri("chairmanship", "egypt")
    made = content(CHAIRS, document="b")
    told: tuple[tuple[URIRef, URIRef | Literal], ...] = (
        (RDF.type, HIWAR.Chairmanship), (HIWAR.chair, EGY),
        (HIWAR.chairedProcess, TALKS), (HIWAR.when, Literal("2024")),
    )  # fmt: skip
    for predicate, value in told:
        made.graphs["facts"].add((term, predicate, value))
    statement = thing_iri("statement", "b-0")
    made.graphs["document/b"].add((statement, HIWAR.describes, term))
    publish(tmp_path, content(document="a"), "2026-11-21")
    found = difference(publish(tmp_path, made, "2026-11-21"))["added"]
    documents = {item["predicate"].rpartition("#")[2]: item["documents"]
                 for item in found}  # fmt: skip
    names = ("chairs>", "type>", "chair>", "chairedProcess>")
    assert documents == {key: ["b"] for key in names} | {"when>": []}


def test_what_documents_state_only_together_is_from_all_of_them() -> None:
    fact = (TALKS, HIWAR.established, Literal("2014"))
    before = content(document="old").graphs
    after = {
        **content(document="old").graphs,
        **content(fact, document="new").graphs,
    }
    after["document/new"] = Graph()
    after["registry"] = before["registry"]
    statement = thing_iri("statement", "joint")
    parts = zip((RDF.subject, RDF.predicate, RDF.object), fact, strict=True)
    for name, part in (
        *parts,
        (HIWAR.status, concept_iri("status", "reported")),
        (HIWAR.wasStatedIn, thing_iri("document", "old")),
        (HIWAR.wasStatedIn, thing_iri("document", "new")),
    ):
        after["facts"].add((statement, name, part))
    old, new = quads_in(before), quads_in(after)
    (came,) = (x for x in compare("1", old, new).added if "talks" in x["subject"])
    (went,) = (x for x in compare("1", new, old).removed if "talks" in x["subject"])
    assert came["documents"] == went["documents"] == ["new", "old"]
    assert came["reason"].startswith("Documents state it only together")
    assert went["reason"].startswith("Documents stated it only together")


def test_no_other_file_depends_on_what_was_there_before(tmp_path: Path) -> None:
    made = content((EGY, HIWAR.chairs, TALKS), document="a")
    gone = thing_iri("process", "gone")
    former = content((FRA, HIWAR.chairs, gone), document="z")
    publish(tmp_path / "b", former, "2026-11-21")
    alone, after = (
        {
            path.name: path.read_bytes()
            for path in sorted(
                publish(tmp_path / name, made, "2026-11-21").path.iterdir()
            )
            if path.is_file()
        }
        for name in "ab"
    )
    assert {name for name in alone if alone[name] != after[name]} == {
        "difference.json", "difference.md", "difference.ttl", "difference.ttl.gz",
        "gone.json", "manifest.json", "SHA256SUMS",
    }  # fmt: skip
    hashes = [json.loads(files["manifest.json"])["hashes"] for files in (alone, after)]
    assert hashes[0] == hashes[1]


def test_in_words_there_is_no_markup_and_no_triple_of_a_statement(
    tmp_path: Path,
) -> None:
    meeting = thing_iri("meeting", "m")
    publish(tmp_path, content((EGY, HIWAR.chairs, TALKS), document="a"), "2026-11-21")
    more = content(
        (EGY, HIWAR.chairs, TALKS),
        (meeting, RDF.type, HIWAR.Meeting),
        (meeting, RDFS.label, Literal("Réunion", lang="fr")),
        (meeting, HIWAR.startDate, Literal("2025-04-09", datatype=XSD.date)),
        (thing_iri("statement", "s"), RDF.predicate, HIWAR.chairs),
        document="a",
    )
    second = publish(tmp_path, more, "2026-11-22")
    text = (second.path / "difference.md").read_text("utf-8")
    for line in (
        "* Réunion is a Meeting",
        '* Réunion is called "Réunion" (fr)',
        "* Réunion startDate 2025-04-09",
        "And 1 triple about statements: `difference.json`.",
    ):
        assert line in text
    assert "<" not in text
    assert "id/statement" not in text
