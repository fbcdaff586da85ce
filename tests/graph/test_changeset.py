"""What changed, as triples that lead from one release to the next."""

from collections import Counter
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from hypothesis import given
from hypothesis import strategies as st
from rdflib import RDF, BNode, Graph, Literal, Namespace
from rdflib.term import Node

from hiwar.graph.changeset import write_changes
from hiwar.graph.difference import compare
from hiwar.graph.namespaces import BASE, DCTERMS, HIWAR, thing_iri
from hiwar.graph.publication import publish
from hiwar.graph.question_checks import answer
from hiwar.graph.store import from_graph
from hiwar.ontology.questions import load_domain_questions
from tests.graph.differing import CHAIRS, EGY, FRA, TALKS, content, quads_in

CS = Namespace("http://purl.org/vocab/changeset/schema#")


def both(*, document: str) -> dict[str, list[ox.Quad]]:
    """A term that one document describes, whose year another one states.

    Its first day follows from the year.
    """
    term = thing_iri("chairmanship", "egypt")
    dated = content((term, HIWAR.when, Literal("2024")), document=document).graphs
    graphs = dict(content(CHAIRS, document="describes").graphs)
    statement = thing_iri("statement", "describes-0")
    graphs["document/describes"].add((statement, HIWAR.describes, term))
    graphs["facts"] += dated["facts"]
    graphs["facts"].add((term, HIWAR.notBefore, Literal("2024-01-01")))
    graphs[f"document/{document}"] = dated[f"document/{document}"]
    return quads_in(graphs)


def test_the_source_of_a_date_is_who_states_it_not_who_describes_its_relation() -> None:
    before = quads_in(content(CHAIRS, document="describes").graphs)
    text, _ = write_changes(compare("1", before, both(document="dates")), "2")
    changes = Graph().parse(data=text, format="turtle")
    stated, followed = (
        list(changes.objects(changes.value(None, RDF.predicate, date), DCTERMS.source))
        for date in (HIWAR.when, HIWAR.notBefore)
    )
    assert stated == [thing_iri("document", "dates")]
    assert followed == []


THINGS = [thing_iri("state", name) for name in ("EGY", "FRA")]
VALUES = [*THINGS, Literal('a "quoted"\nword', lang="en"), Literal("2014")]
FACTS = st.sets(
    st.tuples(
        st.sampled_from(THINGS),
        st.sampled_from([HIWAR.when, HIWAR.chairs]),
        st.sampled_from(VALUES),
    )
)


@given(FACTS, FACTS, FACTS, FACTS)
def test_the_changes_in_triples_lead_from_one_release_to_the_next(
    facts: set[Any], registry: set[Any], later: set[Any], later_registry: set[Any]
) -> None:
    before, after = quads_of(facts, registry), quads_of(later, later_registry)
    text, count = write_changes(compare("1", before, after), "2")
    changes = Graph().parse(data=text, format="turtle")
    assert len(changes) == count
    assert not any(isinstance(node, BNode) for node in changes.all_nodes())
    added, removed = (
        {reified(changes, node) for node in changes.objects(None, CS[name])}
        for name in ("addition", "removal")
    )
    assert not added & removed
    assert ((facts | registry) - removed) | added == later | later_registry
    sets = set(changes.subjects(RDF.type, CS.ChangeSet))
    assert all((item, CS.changeReason, None) in changes for item in sets)
    assert len(sets) <= len(added) + len(removed) <= 2 * len(sets)


def quads_of(facts: set[Any], registry: set[Any]) -> dict[str, list[ox.Quad]]:
    """As a release has them: what the registry has is in no other graph."""
    found = {}
    for name, triples in (("facts", facts - registry), ("registry", registry)):
        graph = Graph()
        for triple in triples:
            graph.add(triple)
        found[name] = [ox.Quad(*item) for item in from_graph(graph)]
    return found


def reified(graph: Graph, node: Node) -> tuple[Node | None, ...]:
    parts = (RDF.subject, RDF.predicate, RDF.object)
    return tuple(graph.value(node, part) for part in parts)


def test_question_37_is_answered_by_the_changes_of_a_release(tmp_path: Path) -> None:
    old = content((EGY, HIWAR.chairs, TALKS), (TALKS, HIWAR.when, Literal("2014")),
                  document="old")  # fmt: skip
    new = content((FRA, HIWAR.chairs, TALKS), (TALKS, HIWAR.when, Literal("2015")),
                  document="new")  # fmt: skip
    publish(tmp_path, old, "2026-11-21")
    release = publish(tmp_path, new, "2026-11-22")
    (question,) = (item for item in load_domain_questions() if item.number == 37)
    data = (release.path / "difference.ttl").read_bytes()
    store = ox.Store()
    store.load(data, format=ox.RdfFormat.TURTLE)
    by_rdflib = Graph().parse(data=data, format="turtle").query(question.query)
    rows = Counter(
        tuple(str(value or "").removeprefix(BASE) for value in row)
        for row in by_rdflib
        if isinstance(row, tuple)
    )
    assert answer(question, store) == rows
    both = ("releases/2026-11-21.1", "releases/2026-11-22.1")
    came, went = (
        "A document that states it was added.",
        "The documents that stated it were removed.",
    )
    talks, chairs, when = "id/process/talks", "ontology#chairs", "ontology#when"
    assert rows == Counter(
        [
            (*both, "id/state/FRA", chairs, "", talks, "id/document/new", came),
            (*both, "id/state/EGY", chairs, talks, "", "id/document/old", went),
            (*both, talks, when, "2014", "2015", "id/document/new", came),
        ]
    )


def test_equal_releases_after_equal_ones_have_equal_changes(tmp_path: Path) -> None:
    found = []
    for name in "ab":
        publish(tmp_path / name, content(document="a"), "2026-11-21")
        made = content((EGY, HIWAR.chairs, TALKS), document="b")
        release = publish(tmp_path / name, made, "2026-11-22")
        found.append((release.path / "difference.ttl").read_bytes())
    assert found[0] == found[1] != b""
