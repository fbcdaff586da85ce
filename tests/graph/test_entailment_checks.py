"""The certificate's cases by our own rules, and statements by the way to the facts."""

from typing import Any

import pytest
from rdflib import RDF, Graph

from hiwar.graph.derive import derive
from hiwar.graph.entailment_checks import checks, judge_with_rules
from hiwar.graph.model import Status, Thing
from hiwar.graph.namespaces import HIWAR, thing_iri
from hiwar.graph.resolve import Ledger, resolve
from hiwar.ontology import load_graph
from hiwar.ontology.cases import load_cases, load_differences

CASES = {case.path: case for case in load_cases()}
LISTED = {item.case for item in load_differences() if item.reasoner == "our rules"}

FRANCE = Thing("State", "FRA", thing_iri("state", "FRA"))
KHARTOUM = Thing("Process", "khartoum", thing_iri("process", "khartoum-process"))
FACTS = {
    "Participation": ("Meeting", "hasParticipant", "State"),
    "Chairmanship": ("State", "chairs", "Process"),
    "Membership": ("Process", "hasMember", "State"),
    "PostHolding": ("Person", "holdsPost", "Post"),
    "Adoption": ("Document", "adoptedAt", "Meeting"),
    "Commitment": ("Commitment", "setOutIn", "Document"),
}
FURTHER = {
    "Participation": "participatesInProcess",
    "Chairmanship": "chairedBy",
    "Membership": "memberOf",
    "PostHolding": "holdsPost",
    "Adoption": "committedAt",
    "Commitment": "committedAt",
}
"""What follows of a plain triple beside what else is known."""


@pytest.mark.parametrize("path", CASES)
def test_our_rules_find_what_must_come_of_a_case(path: str) -> None:
    (verdict,) = judge_with_rules([CASES[path]])
    assert verdict.holds is (path not in LISTED), verdict


def test_the_check_counts_the_cases_and_the_differences() -> None:
    ((_, figure, holds),) = checks()
    assert holds, figure
    assert f"{len(LISTED)} differences listed" in figure


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("kind", FACTS)
def test_of_what_is_stated_only_what_is_true_becomes_a_fact_and_has_consequences(
    draft: Any, registry: Graph, kind: str, status: Status
) -> None:
    world = stated(draft("brief", ["It says so."]), registry, kind, status)
    plain = HIWAR[FACTS[kind][1]]
    for found in (
        world.triples((None, plain, None)),
        world.triples((None, RDF.type, HIWAR[kind])),
        world.triples((None, HIWAR[FURTHER[kind]], None)),
    ):
        assert bool(list(found)) is status.is_true


def stated(draft: Any, registry: Graph, kind: str, status: Status) -> Graph:
    """Return facts and what follows of a document that states one fact of a kind."""
    first, predicate, second = FACTS[kind]
    things = {
        "Meeting": draft.meeting("conference"),
        "Document": draft.thing("Document", "plan"),
        "State": FRANCE,
        "Process": KHARTOUM,
        "Person": draft.thing("Person", "Badr Abdelatty"),
        "Post": draft.thing("Post", "minister"),
        "Commitment": Thing("Commitment", "return"),
    }
    relation = Thing(kind, "it")
    if kind == "Adoption":
        draft.say(things["Commitment"], "type", HIWAR.Commitment)
        draft.say(things["Commitment"], "setOutIn", things["Document"])
    if kind == "Commitment":
        draft.say(things["Commitment"], "type", HIWAR.Commitment, status=status)
        draft.say(things["Document"], "adoptedAt", things["Meeting"])
    draft.say(
        things[first],
        predicate,
        things[second],
        status=status,
        describes=None if kind == "Commitment" else relation,
    )
    readings = [draft.reading()]
    resolution = resolve(readings, Ledger(), registry)
    graphs = derive(readings, resolution, registry, load_graph())
    return graphs["facts"] + graphs["inferred"]
