"""The graphs of two documents on one conference."""

from collections import Counter
from collections.abc import Sequence
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.term import Node

from hiwar.graph.derive import derive
from hiwar.graph.model import Reading, Status, Thing
from hiwar.graph.namespaces import (
    HIWAR,
    OA,
    PROV,
    RDF,
    RDFS,
    SKOS,
    XSD,
    concept_iri,
    thing_iri,
)
from hiwar.graph.resolve import Ledger, resolve
from hiwar.ontology import ONTOLOGY, load_graph

CONFERENCE = thing_iri("meeting", "khartoum-process-ministerial-2025-04-09")
ANNOUNCED = "document/cairo-prepares-for-ministers"
REPORTED = "document/egypt-hands-over-to-france"
TRUE = {concept_iri("status", status) for status in ("adopted", "reported")}


@pytest.fixture(scope="session")
def ontology() -> Graph:
    return load_graph(*ONTOLOGY)


def derived(
    readings: Sequence[Reading],
    registry: Graph,
    ontology: Graph,
    ledger: Ledger | None = None,
) -> dict[str, Graph]:
    resolution = resolve(readings, ledger or Ledger(), registry)
    return derive(readings, resolution, registry, ontology)


@pytest.fixture(scope="session")
def graphs(
    conference: list[Reading], registry: Graph, ontology: Graph
) -> dict[str, Graph]:
    return derived(conference, registry, ontology)


def dump(graph: Graph) -> str:
    return "".join(sorted(graph.serialize(format="nt").splitlines(keepends=True)))


def day(text: str) -> Literal:
    return Literal(text, datatype=XSD.date)


def statements(graph: Graph, *triple: Node) -> list[Node]:
    parts = (RDF.subject, RDF.predicate, RDF.object)
    pairs = zip(parts, triple, strict=True)
    found = [set(graph.subjects(part, term)) for part, term in pairs]
    return sorted(set.intersection(*found), key=str)


def quotes(graphs: dict[str, Graph], graph: Graph, statement: Node) -> set[str]:
    evidence = set(graph.objects(statement, PROV.wasDerivedFrom))
    return {
        str(quote)
        for other in graphs.values()
        for item in evidence
        for selector in other.objects(item, OA.hasSelector)
        for quote in other.objects(selector, OA.exact)
    }


def test_the_planned_day_is_the_day_with_both_sentences(
    graphs: dict[str, Graph],
) -> None:
    facts = graphs["facts"]
    triple = (CONFERENCE, HIWAR.startDate, day("2025-04-09"))
    assert set(facts.triples((CONFERENCE, HIWAR.startDate, None))) == {triple}
    (statement,) = statements(facts, *triple)
    assert facts.value(statement, HIWAR.basis) == concept_iri("basis", "inferred")
    assert quotes(graphs, facts, statement) == {
        "Egypt's minister will chair the second ministerial meeting on 9 April.",
        "Ministers from 40 countries met at the Ministerial Conference.",
    }
    assert len(set(facts.objects(statement, HIWAR.wasStatedIn))) == 2


def test_the_planned_place_is_the_place_and_the_registry_gives_the_state(
    graphs: dict[str, Graph],
) -> None:
    facts = graphs["facts"]
    assert facts.value(CONFERENCE, HIWAR.heldInPlace) == thing_iri("place", "cairo")
    assert facts.value(CONFERENCE, HIWAR.when) == Literal("2025-04-09")
    assert facts.value(CONFERENCE, HIWAR.scheduledFor) == Literal("2025-04-09")
    assert not list(facts.objects(CONFERENCE, HIWAR.endDate))


def test_held_goes_before_planned_without_a_disagreement(
    graphs: dict[str, Graph],
) -> None:
    facts = graphs["facts"]
    held = concept_iri("meeting-status", "held")
    assert set(facts.objects(CONFERENCE, HIWAR.meetingStatus)) == {held}
    assert not list(facts.subjects(RDF.type, HIWAR.Disagreement))


def test_a_term_ends_on_the_day_on_which_it_was_handed_over(
    graphs: dict[str, Graph],
) -> None:
    facts = graphs["facts"]
    terms = {
        (str(facts.value(term, HIWAR.chair)).rpartition("/")[2], str(when))
        for term in facts.subjects(RDF.type, HIWAR.Chairmanship)
        for when in facts.objects(term, HIWAR.when)
    }
    assert terms == {
        ("EGY", "2014"),
        ("EGY", "2024-04/2025-04-09"),
        ("FRA", "2025-04-09/"),
    }
    (ended,) = facts.subjects(HIWAR.endDate, day("2025-04-09"))
    assert facts.value(ended, HIWAR.handedOverTo) is not None
    assert not list(facts.objects(ended, HIWAR.startDate))
    (statement,) = statements(facts, ended, HIWAR.endDate, day("2025-04-09"))
    assert len(quotes(graphs, facts, statement)) == 4


def test_forty_states_took_part_each_in_one_participation(
    graphs: dict[str, Graph],
) -> None:
    facts = graphs["facts"]
    actors = set(facts.objects(CONFERENCE, HIWAR.hasParticipant))
    relations = set(facts.subjects(HIWAR.participationIn, CONFERENCE))
    assert len(actors) == len(relations) == 42
    assert {facts.value(item, HIWAR.participant) for item in relations} == actors


def test_a_name_has_one_label_and_others_beside_it(graphs: dict[str, Graph]) -> None:
    facts = graphs["facts"]
    label = Literal("second ministerial meeting of the Khartoum Process", lang="en")
    other = Literal("Ministerial Conference", lang="en")
    assert set(facts.objects(CONFERENCE, RDFS.label)) == {label}
    assert set(facts.objects(CONFERENCE, SKOS.prefLabel)) == {label}
    assert set(facts.objects(CONFERENCE, SKOS.altLabel)) == {other}
    person = thing_iri("person", "badr-abdelatty")
    assert facts.value(person, RDFS.label) == Literal("Badr Abdelatty", lang="en")


def test_the_announcement_alone_makes_nothing_plain_but_the_plan(
    conference: list[Reading], registry: Graph, ontology: Graph
) -> None:
    graphs = derived(conference[:1], registry, ontology)
    assert set(graphs["facts"].predicates(CONFERENCE)) == {
        RDF.type,
        RDFS.label,
        SKOS.prefLabel,
        HIWAR.meetingKind,
        HIWAR.meetingStatus,
        HIWAR.ordinal,
        HIWAR.isMeetingOf,
        HIWAR.scheduledFor,
        HIWAR.scheduledIn,
    }
    presided = statements(
        graphs[ANNOUNCED],
        CONFERENCE,
        HIWAR.presidedBy,
        thing_iri("person", "badr-abdelatty"),
    )
    assert len(presided) == 1


def test_a_producer_that_claims_too_much_of_a_plan_is_not_believed(
    draft: Any, registry: Graph, ontology: Graph
) -> None:
    document = draft("plan", ["It will be held in Cairo on 9 April 2025."])
    meeting = document.meeting("fifth ministerial", status="planned", ordinal=5)
    presence = Thing("Participation", "egypt")
    paper = document.thing("Document", "Cairo Declaration")
    document.say(meeting, "startDate", "2025-04-09")
    document.say(meeting, "heldInPlace", document.CAIRO)
    document.say(meeting, "hasParticipant", document.state("EGY"), describes=presence)
    document.say(presence, "participationRole", concept_iri("x", "host"))
    document.say(paper, "adoptedAt", meeting, describes=Thing("Adoption", "cairo"))
    facts = derived([document.reading()], registry, ontology)["facts"]
    for predicate in (
        HIWAR.startDate,
        HIWAR.heldInPlace,
        HIWAR.hasParticipant,
        HIWAR.participant,
        HIWAR.participationRole,
        HIWAR.adoptedAt,
        HIWAR.adoptedIn,
    ):
        assert not list(facts.triples((None, predicate, None)))


def test_what_the_report_says_goes_before_what_was_planned(
    draft: Any, registry: Graph, ontology: Graph
) -> None:
    plan = draft("plan", ["The second ministerial will be in April 2025."])
    meeting = plan.meeting("second ministerial", status="planned", ordinal=2)
    plan.say(meeting, "scheduledFor", "2025-04")
    plan.say(meeting, "scheduledIn", plan.CAIRO)
    told = draft("report", ["The second ministerial was on 9 and 10 April 2025."])
    meeting = told.meeting("second ministerial", ordinal=2)
    told.say(meeting, "when", "2025-04-09/2025-04-10")
    told.say(meeting, "heldInPlace", Thing("Place", "c", thing_iri("place", "cairo")))
    graphs = derived([plan.reading(), told.reading()], registry, ontology)
    facts = graphs["facts"]
    (meeting_iri,) = facts.subjects(RDF.type, HIWAR.Meeting)
    assert facts.value(meeting_iri, HIWAR.startDate) == day("2025-04-09")
    assert facts.value(meeting_iri, HIWAR.endDate) == day("2025-04-10")
    when = statements(
        graphs["document/report"],
        meeting_iri,
        HIWAR.when,
        Literal("2025-04-09/2025-04-10"),
    )
    assert len(when) == 1
    assert not statements(
        facts, meeting_iri, HIWAR.heldInPlace, thing_iri("place", "cairo")
    )


def test_bounds_of_two_documents_settle_a_year(
    draft: Any, registry: Graph, ontology: Graph
) -> None:
    one = draft("one", ["The second ministerial was held on 9 April."])
    meeting = one.meeting("second ministerial", ordinal=2, when="XXXX-04-09")
    two = draft("two", ["They held it since last May."], published="2025-04-10")
    meeting = two.meeting("second ministerial", ordinal=2)
    two.say(meeting, "notBefore", "2024-05-01")
    for readings, expected in (
        ([one.reading()], None),
        ([one.reading(), two.reading()], day("2025-04-09")),
    ):
        facts = derived(readings, registry, ontology)["facts"]
        (meeting_iri,) = facts.subjects(RDF.type, HIWAR.Meeting)
        assert facts.value(meeting_iri, HIWAR.startDate) == expected


def test_a_publication_date_bounds_and_never_sets(
    draft: Any, registry: Graph, ontology: Graph
) -> None:
    document = draft("report", ["The ministers met."], published="2025-04-10")
    document.meeting("ministerial conference")
    graphs = derived([document.reading()], registry, ontology)
    facts = graphs["facts"]
    (meeting,) = facts.subjects(RDF.type, HIWAR.Meeting)
    assert facts.value(meeting, HIWAR.notAfter) == day("2025-04-10")
    assert not list(facts.objects(meeting, HIWAR.startDate))
    assert not list(facts.objects(meeting, HIWAR.when))


def test_sources_that_differ_are_named_and_one_value_is_preferred(
    draft: Any, registry: Graph, ontology: Graph
) -> None:
    readings = []
    for name, year in (("a", "1991"), ("b", "1993"), ("c", "1993-05")):
        document = draft(name, ["It was founded then."])
        document.say(document.KHARTOUM, "established", year)
        readings.append(document.reading())
    graphs = derived(readings, registry, ontology)
    facts = graphs["facts"]
    process = thing_iri("process", "khartoum-process")
    assert set(facts.objects(process, HIWAR.established)) == {Literal("1993-05")}
    (node,) = facts.subjects(RDF.type, HIWAR.Disagreement)
    assert facts.value(node, HIWAR.disputedSubject) == process
    assert facts.value(node, HIWAR.disputedProperty) == HIWAR.established
    assert facts.value(node, HIWAR.preferenceRule) == Literal("preferred-value")
    values = {
        value
        for statement in facts.objects(node, HIWAR.competingStatement)
        for graph in graphs.values()
        for value in graph.objects(statement, RDF.object)
    }
    assert values == {Literal("1991"), Literal("1993"), Literal("1993-05")}
    (preferred,) = facts.objects(node, HIWAR.preferredStatement)
    assert (preferred, RDF.object, Literal("1993-05")) in graphs["document/c"]


def test_less_precise_is_no_disagreement(
    draft: Any, registry: Graph, ontology: Graph
) -> None:
    readings = []
    for name, year in (("a", "2014"), ("b", "2014-11-28")):
        document = draft(name, ["It was founded then."])
        document.say(document.KHARTOUM, "established", year)
        readings.append(document.reading())
    facts = derived(readings, registry, ontology)["facts"]
    assert set(facts.objects(None, HIWAR.established)) == {Literal("2014-11-28")}
    assert not list(facts.subjects(RDF.type, HIWAR.Disagreement))


def test_the_registry_goes_before_documents(
    draft: Any, registry: Graph, ontology: Graph
) -> None:
    process = thing_iri("process", "khartoum-process")
    known = registry + Graph()
    known.add((process, HIWAR.established, Literal("2014-11-28")))
    for year, count in (("2014", 0), ("2014-11-28", 0), ("2015", 1)):
        document = draft("a", ["It was founded then."])
        document.say(document.KHARTOUM, "established", year)
        document.say(document.KHARTOUM, "label", "The Process of Khartoum")
        facts = derived([document.reading()], known, ontology)["facts"]
        assert not list(facts.triples((process, None, None)))
        nodes = list(facts.subjects(RDF.type, HIWAR.Disagreement))
        assert len(nodes) == count
        assert not list(facts.subject_objects(HIWAR.preferredStatement))


def test_evidence_is_the_sentence_between_its_positions(
    conference: list[Reading], graphs: dict[str, Graph]
) -> None:
    texts = {ANNOUNCED: conference[0].source.text, REPORTED: conference[1].source.text}
    for name, text in texts.items():
        graph = graphs[name]
        evidence = list(graph.subjects(RDF.type, HIWAR.Evidence))
        assert len(evidence) == 4
        for item in evidence:
            found = {
                predicate: value
                for selector in graph.objects(item, OA.hasSelector)
                for predicate, value in graph.predicate_objects(selector)
            }
            start, end = int(str(found[OA.start])), int(str(found[OA.end]))
            assert text[start:end] == str(found[OA.exact])
            before, after = str(found[OA.prefix]), str(found[OA.suffix])
            assert before + str(found[OA.exact]) + after in text


def test_a_sentence_that_supports_nothing_is_not_in_the_graph(
    draft: Any, registry: Graph, ontology: Graph
) -> None:
    document = draft("one", ["They met.", "The weather was kind."])
    document.meeting("Valletta Summit", process=None, kind="summit")
    graph = derived([document.reading()], registry, ontology)["document/one"]
    assert len(list(graph.subjects(RDF.type, HIWAR.Evidence))) == 1
    assert "weather" not in {str(v) for v in graph.objects(None, OA.exact)}


def test_what_a_document_says_twice_is_one_statement_with_both_sentences(
    draft: Any, registry: Graph, ontology: Graph
) -> None:
    document = draft("one", ["It was founded in 2014.", "Since 2014 it has met."])
    document.say(document.KHARTOUM, "established", "2014", 0)
    document.say(document.KHARTOUM, "established", "2014", 1)
    graph = derived([document.reading()], registry, ontology)["document/one"]
    (statement,) = graph.subjects(RDF.type, HIWAR.Statement)
    assert len(list(graph.objects(statement, PROV.wasDerivedFrom))) == 2


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


def test_a_removed_document_leaves_the_graphs_of_others_as_they_were(
    conference: list[Reading], registry: Graph, ontology: Graph
) -> None:
    resolution = resolve(conference, Ledger(), registry)
    whole = derive(conference, resolution, registry, ontology)
    for gone in conference:
        left = [reading for reading in conference if reading is not gone]
        cut = derived(left, registry, ontology, resolution.ledger)
        shared = (whole.keys() & cut.keys()) - {"facts", "inferred"}
        assert len(shared) == 1
        assert all(dump(cut[name]) == dump(whole[name]) for name in shared)


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
