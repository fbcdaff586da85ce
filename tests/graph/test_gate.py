from collections.abc import Callable

import pytest
from rdflib import BNode, Graph, Literal, URIRef

from hiwar.errors import GateError
from hiwar.graph.dataset import check_rules
from hiwar.graph.gate import Gate
from hiwar.graph.namespaces import (
    DCTERMS,
    HIWAR,
    OA,
    OWL,
    PROV,
    RDF,
    RDFS,
    SKOS,
    XSD,
    concept_iri,
    thing_iri,
)
from hiwar.graph.shape_examples import rule_examples
from hiwar.ontology import ONTOLOGY, THEMES, load_graph
from hiwar.shapes import load_rules, load_shapes

Graphs = dict[str, Graph]

EGY, FRA = thing_iri("state", "EGY"), thing_iri("state", "FRA")
MEETING = thing_iri("meeting", "cairo-2025")
PROCESS = thing_iri("process", "khartoum-process")
CAIRO = thing_iri("document", "cairo")
TEXT = "Egypt chairs the Khartoum Process.\nEgypt hosted ministers in Cairo."
TEXTS = {CAIRO: TEXT}


@pytest.fixture
def gate(graphs: Graphs) -> Gate:
    return Gate(graphs["shapes"], graphs["ontology"], graphs["themes"])


def check_cairo(gate: Gate, graphs: Graphs) -> list[str]:
    report = gate.check_document(
        graphs["document/cairo"], graphs["facts"], graphs["registry"]
    )
    return [str(problem) for problem in report.problems]


def broken_rules(graphs: Graphs) -> list[tuple[str, str]]:
    return [(item.shape, item.node) for item in check_rules(graphs, TEXTS)]


def test_what_keeps_every_shape_and_rule_passes(gate: Gate, graphs: Graphs) -> None:
    assert check_cairo(gate, graphs) == []
    report = gate.check_dataset(graphs, TEXTS, whole=True)
    assert report.conforms
    report.require("The dataset")


def test_a_problem_names_node_path_value_shape_and_sentence(
    gate: Gate, graphs: Graphs
) -> None:
    graphs["facts"].add((MEETING, HIWAR.hostedBy, PROCESS))
    (problem,) = gate.check_document(
        graphs["document/cairo"], graphs["facts"], graphs["registry"]
    ).problems
    assert problem.node == "id/meeting/cairo-2025"
    assert problem.path == "hiwar:hostedBy"
    assert problem.value == "id/process/khartoum-process"
    assert problem.shape == "a host is an actor"
    assert problem.sentence == "Egypt hosted ministers in Cairo."


def test_a_statement_without_evidence_is_refused(gate: Gate, graphs: Graphs) -> None:
    statement = thing_iri("statement", "s4")
    graphs["document/cairo"].remove((statement, PROV.wasDerivedFrom, None))
    (problem,) = check_cairo(gate, graphs)
    assert "id/statement/s4" in problem
    assert "a statement has evidence" in problem


def test_a_range_types_no_value(gate: Gate, graphs: Graphs) -> None:
    unknown = thing_iri("state", "XXX")
    graphs["ontology"].add((HIWAR.hostedBy, RDFS.range, HIWAR.Actor))
    graphs["facts"].set((MEETING, HIWAR.hostedBy, unknown))
    gate = Gate(graphs["shapes"], graphs["ontology"], graphs["themes"])
    assert len(check_cairo(gate, graphs)) == 1
    assert not gate.check_dataset(graphs).conforms


def test_a_subclass_is_enough_for_a_class_that_is_asked_for(
    graphs: Graphs,
) -> None:
    bare = Gate(graphs["shapes"], Graph())
    assert len(check_cairo(bare, graphs)) == 1
    assert check_cairo(Gate(graphs["shapes"], graphs["ontology"]), graphs) == []


def test_facts_that_the_document_does_not_name_are_not_checked_with_it(
    gate: Gate, graphs: Graphs
) -> None:
    other = thing_iri("meeting", "other")
    graphs["facts"] += (
        Graph()
        .add((other, RDF.type, HIWAR.Meeting))
        .add((other, HIWAR.hostedBy, PROCESS))
    )
    assert check_cairo(gate, graphs) == []
    first = gate.check_dataset(graphs).problems[0]
    assert (first.node, first.shape) == ("id/meeting/other", "a host is an actor")


def test_nested_shapes_are_checked_on_literals_and_neighbours(graphs: Graphs) -> None:
    graphs["shapes"].parse(
        data="""
        @prefix sh: <http://www.w3.org/ns/shacl#> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        @prefix hiwar: <https://w3id.org/hiwar/ontology#> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        [] sh:targetClass hiwar:Meeting ; sh:name "nested" ;
            sh:property [ sh:path hiwar:startDate ;
                sh:or ( [ sh:datatype xsd:date ] [ sh:datatype xsd:string ] ) ] ;
            sh:property [ sh:path hiwar:hostedBy ; sh:node [
                sh:property [ sh:path rdfs:label ; sh:minCount 1 ] ] ] .
        """,
        format="turtle",
    )
    gate = Gate(graphs["shapes"], graphs["ontology"])
    assert check_cairo(gate, graphs) == []
    graphs["facts"].set((MEETING, HIWAR.startDate, Literal(20250409)))
    graphs["registry"].remove((EGY, RDFS.label, None))
    problems = gate.check_dataset(graphs).problems
    nested = [problem.path for problem in problems if problem.shape == "nested"]
    assert nested == ["hiwar:hostedBy", "hiwar:startDate"]
    assert len(check_cairo(gate, graphs)) == 2


def test_the_registry_is_checked_for_itself_only_as_a_whole(
    gate: Gate, graphs: Graphs
) -> None:
    graphs["registry"].add((thing_iri("state", "NEW"), RDF.type, HIWAR.State))
    assert gate.check_dataset(graphs).conforms
    (problem,) = gate.check_dataset(graphs, whole=True).problems
    assert (problem.node, problem.shape) == ("id/state/NEW", "a state has its code")


def test_a_warning_is_a_remark_and_refuses_nothing(gate: Gate, graphs: Graphs) -> None:
    graphs["facts"].remove((MEETING, RDFS.label, None))
    report = gate.check_dataset(graphs)
    assert [remark.shape for remark in report.remarks] == ["a meeting has a name"]
    assert report.conforms


def test_inferred_triples_are_no_reason_to_refuse(gate: Gate, graphs: Graphs) -> None:
    graphs["inferred"].add((PROCESS, RDF.type, HIWAR.Meeting))
    graphs["inferred"].add((PROCESS, HIWAR.hostedBy, PROCESS))
    assert gate.check_dataset(graphs).conforms


def test_what_is_refused_has_the_first_problem_in_one_line_and_all_in_the_report(
    gate: Gate, graphs: Graphs
) -> None:
    for statement in ("s1", "s2"):
        node = thing_iri("statement", statement)
        graphs["document/cairo"].remove((node, PROV.wasDerivedFrom, None))
    report = gate.check_dataset(graphs)
    with pytest.raises(GateError) as caught:
        report.require("document/cairo")
    assert "\n" not in caught.value.detail
    assert caught.value.detail.startswith("document/cairo: id/statement/s1")
    assert "1 more" in caught.value.detail
    assert [item["node"] for item in caught.value.extra["report"]] == [
        "id/statement/s1",
        "id/statement/s2",
    ]


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


@pytest.fixture(scope="module")
def full_gate() -> Gate:
    return Gate(load_shapes(), load_graph(*ONTOLOGY), load_graph(*THEMES))


def test_a_predicate_that_is_stated_and_not_declared_is_refused(
    full_gate: Gate,
) -> None:
    statement = thing_iri("statement", "s1")
    document = Graph().add((statement, RDF.predicate, HIWAR.chares))
    report = full_gate.check_document(document, Graph(), Graph())
    assert [(item.node, item.shape) for item in report.problems] == [
        ("hiwar:chares", "a stated predicate is declared")
    ]


def test_a_message_is_in_english_alone(full_gate: Gate) -> None:
    document = Graph().add((MEETING, HIWAR.needsReview, Literal("yes")))
    (problem,) = full_gate.check_document(document, Graph(), Graph()).problems
    assert problem.message == (
        "needsReview is not one xsd:boolean. Write true, or leave it out."
    )


def test_nodes_of_the_registry_are_no_focus_of_a_document(full_gate: Gate) -> None:
    registry = Graph().add((EGY, RDF.type, HIWAR.State))
    document = Graph().add((CAIRO, HIWAR.mentions, EGY))
    assert full_gate.check_document(document, Graph(), registry).conforms
    assert not full_gate.check_document(document, registry, Graph()).conforms


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
