"""Where a triple stands, on what it rests, and what is quoted."""

from collections.abc import Callable

import pytest
from rdflib import BNode, Graph, Literal, URIRef

from hiwar.graph.dataset import check_rules
from hiwar.graph.namespaces import (
    DCTERMS,
    HIWAR,
    OA,
    OWL,
    RDF,
    RDFS,
    SKOS,
    XSD,
    concept_iri,
    thing_iri,
)
from hiwar.graph.shape_examples import rule_examples
from hiwar.shapes import load_rules
from tests.graph.small import CAIRO, EGY, FRA, MEETING, PROCESS, TEXTS, Graphs


def broken_rules(graphs: Graphs) -> list[tuple[str, str]]:
    return [(item.shape, item.node) for item in check_rules(graphs, TEXTS)]


def test_a_triple_in_two_graphs_is_found(graphs: Graphs) -> None:
    graphs["inferred"].add((EGY, HIWAR.chairs, PROCESS))
    assert broken_rules(graphs) == [("one-graph", "id/state/EGY")]


@pytest.mark.parametrize("status", ["planned", "aspirational", "attributed", "negated"])
def test_a_fact_that_is_not_stated_as_true_is_found(
    graphs: Graphs, status: str
) -> None:
    statement = thing_iri("statement", "s4")
    graphs["document/cairo"].set(
        (statement, HIWAR.status, concept_iri("status", status))
    )
    found = broken_rules(graphs)
    assert found == [("facts-have-statements", "id/meeting/cairo-2025")]


def test_a_fact_of_another_value_than_stated_is_found(graphs: Graphs) -> None:
    day = Literal("2025-04-10", datatype=XSD.date)
    graphs["facts"].set((MEETING, HIWAR.startDate, day))
    found = broken_rules(graphs)
    assert found == [("facts-have-statements", "id/meeting/cairo-2025")]


def test_a_relation_of_a_planned_statement_is_found(graphs: Graphs) -> None:
    relation = thing_iri("chairmanship", "france-2025")
    planned = thing_iri("statement", "s6")
    graphs["document/cairo"].add((planned, HIWAR.describes, relation))
    graphs["facts"].add((relation, HIWAR.chair, FRA))
    found = broken_rules(graphs)
    assert found == [("facts-have-statements", "id/chairmanship/france-2025")]


def test_a_statement_that_rests_on_several_documents_may_stand_in_facts(
    graphs: Graphs,
) -> None:
    statement = thing_iri("statement", "joint")
    triples: list[tuple[URIRef, URIRef]] = [
        (RDF.type, HIWAR.Statement),
        (RDF.subject, MEETING),
        (RDF.predicate, HIWAR.ordinal),
        (HIWAR.status, concept_iri("status", "reported")),
    ]
    for predicate, value in triples:
        graphs["facts"].add((statement, predicate, value))
    graphs["facts"].add((statement, RDF.object, Literal(2)))
    graphs["facts"].add((MEETING, HIWAR.ordinal, Literal(2)))
    assert broken_rules(graphs) == []


def test_each_rule_of_named_graphs_holds_in_one_example_and_not_in_the_other() -> None:
    assert dict(rule_examples()) == {rule.name: True for rule in load_rules()}
    assert [rule.name for rule in load_rules()] == [
        "facts-have-statements",
        "one-graph",
    ]


def test_two_graphs_that_share_a_triple_are_both_named(graphs: Graphs) -> None:
    graphs["inferred"].add((EGY, HIWAR.chairs, PROCESS))
    (problem,) = check_rules(graphs)
    assert problem.value == "id/process/khartoum-process"
    assert problem.message.endswith("This one is in facts and inferred.")


def test_a_name_among_facts_may_rest_on_a_stated_label(graphs: Graphs) -> None:
    label = graphs["facts"].value(MEETING, RDFS.label)
    assert label is not None
    graphs["facts"].add((MEETING, SKOS.altLabel, label))
    assert broken_rules(graphs) == []
    graphs["facts"].add((MEETING, HIWAR.wording, label))
    assert broken_rules(graphs) == [("facts-have-statements", "id/meeting/cairo-2025")]


def test_what_replaces_an_iri_needs_no_statement(graphs: Graphs) -> None:
    gone = thing_iri("meeting", "gone")
    graphs["facts"].add((gone, DCTERMS.isReplacedBy, MEETING))
    assert broken_rules(graphs) == []


def change_end(graphs: Graphs) -> None:
    node = thing_iri("evidence", "c1-p")
    graphs["document/cairo"].set((node, OA.end, Literal(33)))


def change_quote(graphs: Graphs) -> None:
    node = thing_iri("evidence", "c1-q")
    graphs["document/cairo"].set((node, OA.exact, Literal("Egypt chairs it.")))


def drop_position(graphs: Graphs) -> None:
    graphs["document/cairo"].remove((thing_iri("evidence", "c1-p"), None, None))


def name_unknown_source(graphs: Graphs) -> None:
    node = thing_iri("evidence", "c1")
    graphs["document/cairo"].set((node, OA.hasSource, thing_iri("document", "x")))


@pytest.mark.parametrize(
    "change", [change_end, change_quote, drop_position, name_unknown_source]
)
def test_a_quote_that_is_not_its_text_is_found(
    graphs: Graphs, change: Callable[[Graphs], None]
) -> None:
    change(graphs)
    assert broken_rules(graphs) == [("quotes-are-text", "id/evidence/c1")]


def test_positions_count_code_points(graphs: Graphs) -> None:
    text = "\U0001f600 Égypte.\nMore."
    document = Graph()
    evidence, quote, position = (thing_iri("evidence", f"u{i}") for i in range(3))
    document.add((evidence, OA.hasSource, CAIRO))
    document.add((evidence, OA.hasSelector, quote))
    document.add((evidence, OA.hasSelector, position))
    document.add((quote, OA.exact, Literal("Égypte.")))
    document.add((position, OA.start, Literal(2)))
    document.add((position, OA.end, Literal(9)))
    assert list(check_rules({"document/u": document}, {CAIRO: text})) == []


@pytest.mark.parametrize("name", ["facts", "document/cairo", "registry", "inferred"])
def test_a_blank_node_in_a_data_graph_is_found(graphs: Graphs, name: str) -> None:
    graphs[name].add((EGY, RDFS.seeAlso, BNode()))
    assert ("no-blank-nodes", "id/state/EGY") in broken_rules(graphs)


def test_two_iris_for_one_thing_are_found(graphs: Graphs) -> None:
    graphs["inferred"].add((EGY, OWL.sameAs, FRA))
    assert broken_rules(graphs) == [("one-iri", "id/state/EGY")]
