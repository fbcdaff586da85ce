"""What was announced and what was reported: the status decides what is plain."""

from typing import Any

from rdflib import Graph, Literal
from rdflib.term import Node

from hiwar.graph.model import Reading, Thing
from hiwar.graph.namespaces import (
    HIWAR,
    OA,
    PROV,
    RDF,
    RDFS,
    SKOS,
    concept_iri,
    thing_iri,
)
from tests.graph.derive.conftest import ANNOUNCED, CONFERENCE, day, derived


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
