"""The graphs of a dataset together, whatever the documents say."""

from collections import Counter
from itertools import permutations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import BNode, Graph, URIRef
from rdflib.term import Node

from hiwar.graph.derive import derive
from hiwar.graph.model import Reading, Status
from hiwar.graph.namespaces import (
    HIWAR,
    RDF,
    RDFS,
    SKOS,
    concept_iri,
)
from hiwar.graph.resolve import Ledger, resolve
from tests.graph.derive.conftest import derived, dump

TRUE = {concept_iri("status", status) for status in ("adopted", "reported")}


def test_every_triple_stands_in_exactly_one_graph(
    graphs: dict[str, Graph], registry: Graph
) -> None:
    counted = Counter(
        triple for graph in (*graphs.values(), registry) for triple in graph
    )
    assert set(counted.values()) == {1}
    assert not any(isinstance(term, BNode) for triple in counted for term in triple)


def test_every_fact_rests_on_a_true_statement(graphs: dict[str, Graph]) -> None:
    assert_facts_are_stated(graphs)


def assert_facts_are_stated(graphs: dict[str, Graph]) -> None:
    stated: set[tuple[Node | None, ...]] = set()
    described: set[Node] = set()
    provenance: set[Node] = set()
    for name, graph in graphs.items():
        if name == "inferred":
            continue
        for statement in graph.subjects(RDF.type, HIWAR.Statement):
            provenance.add(statement)
            if graph.value(statement, HIWAR.status) in TRUE:
                parts = (RDF.subject, RDF.predicate, RDF.object)
                stated.add(tuple(graph.value(statement, part) for part in parts))
                described.update(graph.objects(statement, HIWAR.describes))
    facts = graphs["facts"]
    provenance.update(facts.subjects(RDF.type, HIWAR.Disagreement))
    for subject, predicate, value in facts:
        asked = RDFS.label if predicate == SKOS.prefLabel else predicate
        assert (
            subject in provenance
            or subject in described
            or (subject, asked, value) in stated
        )


def test_the_order_of_readings_changes_no_graph(
    conference: list[Reading], draft: Any, registry: Graph, ontology: Graph
) -> None:
    other = draft("third", ["Egypt hosted the second ministerial of Khartoum."])
    other.meeting("second ministerial", ordinal=2, hostedBy=other.state("EGY"))
    readings = [*conference, other.reading()]
    found = {
        tuple((name, dump(graph)) for name, graph in sorted(result.items()))
        for order in permutations(readings)
        for result in [derived(order, registry, ontology)]
    }
    assert len(found) == 1


SAID = st.tuples(
    st.sampled_from(["when", "scheduledFor", "notBefore", "notAfter", "established"]),
    st.sampled_from(["2014-05-06", "2025-04-09", "2025-04-10"]),
    st.sampled_from(list(Status)),
)

DOCUMENTS = st.lists(
    st.tuples(st.booleans(), st.sampled_from([None, 1, 2]), st.lists(SAID, max_size=4)),
    min_size=1,
    max_size=4,
)


@settings(deadline=None, max_examples=60)
@given(DOCUMENTS, st.randoms())
def test_no_documents_break_the_rules_of_the_dataset(
    draft: Any,
    registry: Graph,
    ontology: Graph,
    documents: list[tuple[bool, int | None, list[tuple[str, str, Status]]]],
    random: Any,
) -> None:
    readings = [
        write(draft, str(number), *document)
        for number, document in enumerate(documents)
    ]
    resolution = resolve(readings, Ledger(), registry)
    graphs = derive(readings, resolution, registry, ontology)
    assert_facts_are_stated(graphs)
    counted = Counter(
        triple for graph in (*graphs.values(), registry) for triple in graph
    )
    assert set(counted.values()) == {1}
    assert_untrue_stays_out(graphs)
    random.shuffle(readings)
    gone = readings.pop()
    cut = derived(readings, registry, ontology, resolution.ledger)
    for name in (graphs.keys() & cut.keys()) - {"facts", "inferred"}:
        assert dump(cut[name]) == dump(graphs[name])
    again = derived([gone, *readings], registry, ontology, resolution.ledger)
    assert {n: dump(g) for n, g in again.items()} == {
        n: dump(g) for n, g in graphs.items()
    }


def write(
    draft: Any,
    name: str,
    is_held: bool,
    ordinal: int | None,
    said: list[tuple[str, str, Status]],
) -> Reading:
    document = draft(name, [f"Document {name} speaks of a ministerial."])
    status = "held" if is_held else "planned"
    values = {} if ordinal is None else {"ordinal": ordinal}
    meeting = document.meeting("ministerial conference", status=status, **values)
    for predicate, value, given_status in said:
        subject = document.KHARTOUM if predicate == "established" else meeting
        document.say(subject, predicate, value, status=given_status)
    reading: Reading = document.reading()
    return reading


def assert_untrue_stays_out(graphs: dict[str, Graph]) -> None:
    """Nothing that only an untrue statement says is in the facts."""
    facts = graphs["facts"]
    true: set[tuple[Node | None, ...]] = set()
    untrue: set[tuple[Node | None, ...]] = set()
    for graph in (graph for name, graph in graphs.items() if name != "inferred"):
        for statement, status in graph.subject_objects(HIWAR.status):
            parts = (RDF.subject, RDF.predicate, RDF.object)
            triple = tuple(graph.value(statement, part) for part in parts)
            (true if status in TRUE else untrue).add(triple)
    assert not (untrue - true) & set(facts)
    held = concept_iri("meeting-status", "held")
    for meeting in facts.subjects(RDF.type, HIWAR.Meeting):
        if (meeting, HIWAR.meetingStatus, held) not in facts:
            for predicate in (HIWAR.when, HIWAR.startDate, HIWAR.notBefore):
                assert not list(facts.objects(meeting, predicate))
        for predicate in (HIWAR.when, HIWAR.startDate, HIWAR.scheduledFor):
            assert len(list(facts.objects(meeting, predicate))) <= 1


def test_a_name_that_was_replaced_leads_to_the_one_that_stays(
    draft: Any, registry: Graph, ontology: Graph
) -> None:
    def ministerial(name: str, **values: Any) -> Reading:
        document = draft(name, ["They met."])
        document.meeting("ministerial conference", **values)
        reading: Reading = document.reading()
        return reading

    egypt = draft.state("EGY")
    one, two = ministerial("a", when="2025-04"), ministerial("b", hostedBy=egypt)
    rival = ministerial("c", when="2014")
    ledger = resolve([one, two, rival], Ledger(), registry).ledger
    bridge = ministerial("d", when="2025-04-09", hostedBy=egypt)
    facts = derived([one, two, bridge], registry, ontology, ledger)["facts"]
    replaced = URIRef("http://purl.org/dc/terms/isReplacedBy")
    ((old, new),) = facts.subject_objects(replaced)
    assert set(facts.subjects(RDF.type, HIWAR.Meeting)) == {new}
    assert old != new
