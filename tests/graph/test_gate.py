import pytest
from rdflib import Graph, Literal

from hiwar.errors import GateError
from hiwar.graph.gate import Gate
from hiwar.graph.namespaces import (
    HIWAR,
    PROV,
    RDF,
    RDFS,
    thing_iri,
)
from hiwar.ontology import ONTOLOGY, THEMES, load_graph
from hiwar.shapes import load_shapes
from tests.graph.small import CAIRO, EGY, MEETING, PROCESS, TEXTS, Graphs


@pytest.fixture
def gate(graphs: Graphs) -> Gate:
    return Gate(graphs["shapes"], graphs["ontology"], graphs["themes"])


def check_cairo(gate: Gate, graphs: Graphs) -> list[str]:
    report = gate.check_document(
        graphs["document/cairo"], graphs["facts"], graphs["registry"]
    )
    return [str(problem) for problem in report.problems]


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
