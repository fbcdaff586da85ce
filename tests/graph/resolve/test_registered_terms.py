"""Terms that the registry has: no second one beside them, and none by chance."""

from itertools import permutations
from typing import Any

import pytest
from rdflib import Graph, Literal, URIRef

from hiwar.graph.derive import derive
from hiwar.graph.model import Reading, Status
from hiwar.graph.namespaces import HIWAR, RDF, thing_iri
from hiwar.graph.resolve import Ledger, Resolution, resolve
from hiwar.ontology import ONTOLOGY, load_graph

TERM = thing_iri("chairmanship", "egy-khartoum-process-2024")


@pytest.fixture
def known(draft: Any, registry: Graph) -> Graph:
    """The registry with a term of Egypt in the chair of the Khartoum Process."""
    graph = Graph()
    graph += registry
    graph.add((TERM, RDF.type, HIWAR.Chairmanship))
    graph.add((TERM, HIWAR.chair, URIRef(draft.state("EGY").iri)))
    graph.add((TERM, HIWAR.chairedProcess, URIRef(draft.KHARTOUM.iri)))
    graph.add((TERM, HIWAR.when, Literal("2024-04-17/2025-04-09")))
    return graph


def told(draft: Any, name: str, code: str = "EGY", **values: Any) -> Reading:
    document = draft(name, [f"{name} speaks of the chair."])
    document.term(name, document.state(code), **values)
    reading: Reading = document.reading()
    return reading


def name_of(resolution: Resolution, reading: Reading) -> URIRef:
    (term,) = {item.describes for item in reading.statements if item.describes}
    return resolution.iri(reading, term)


@pytest.mark.parametrize(
    "when", ["2024-04-17/2025-04-09", "2024-04/", "2024/2025", "2024/", "/2025-04-09"]
)
def test_a_term_whose_date_agrees_is_the_registry_s(
    draft: Any, known: Graph, when: str
) -> None:
    reading = told(draft, "one", when=when)
    resolution = resolve([reading], Ledger(), known)
    assert name_of(resolution, reading) == TERM
    assert not any(name.is_gone for name in resolution.ledger.names)


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"when": "2014"},
        {"when": "2014-11/2016"},
        {"when": "2024-05/2025"},
        {"when": "2024-04/2024-06"},
        {"code": "FRA", "when": "2024-04/"},
        {"status": Status.NEGATED, "when": "2024-04/"},
    ],
)
def test_another_term_or_one_without_a_date_is_not_the_registry_s(
    draft: Any, known: Graph, values: dict[str, Any]
) -> None:
    reading = told(draft, "one", **values)
    assert name_of(resolve([reading], Ledger(), known), reading) != TERM


def test_two_terms_of_one_document_are_not_both_the_registry_s(
    draft: Any, known: Graph
) -> None:
    document = draft("one", ["Egypt is chair again."])
    document.term("first", document.state("EGY"), when="2024-04/")
    document.term("second", document.state("EGY"), when="2024/2025")
    reading = document.reading()
    resolution = resolve([reading], Ledger(), known)
    terms = {item.describes for item in reading.statements if item.describes}
    assert len({resolution.iri(reading, term) for term in terms}) == 2


def test_no_order_of_documents_changes_which_term_is_the_registry_s(
    draft: Any, known: Graph
) -> None:
    readings = [
        told(draft, "dated", when="2024-04/"),
        told(draft, "undated"),
        told(draft, "other", when="2014"),
    ]
    found = {
        tuple(name_of(resolution, reading) for reading in readings)
        for order in permutations(readings)
        if (resolution := resolve(order, Ledger(), known))
    }
    assert len(found) == 1
    assert next(iter(found))[0] == TERM


def test_the_registry_s_name_stays_when_the_document_that_dated_it_goes(
    draft: Any, known: Graph
) -> None:
    dated, other = told(draft, "dated", when="2024-04/"), told(draft, "undated")
    both = resolve([dated, other], Ledger(), known)
    alone = resolve([other], both.ledger, known)
    assert name_of(alone, other) == name_of(both, other)
    again = resolve([dated, other], alone.ledger, known)
    assert again.iris == both.iris


def test_a_name_minted_before_the_registry_had_the_term_leads_to_it(
    draft: Any, known: Graph, registry: Graph
) -> None:
    reading = told(draft, "one", when="2024-04/")
    before = resolve([reading], Ledger(), registry)
    minted = name_of(before, reading)
    assert minted != TERM
    after = resolve([reading], before.ledger, known)
    assert name_of(after, reading) == TERM
    assert after.ledger.replaced()[minted] == TERM
    third = resolve([reading], after.ledger, known)
    assert third.ledger == after.ledger
    assert Ledger.parse(after.ledger.dump()) == after.ledger


def test_a_term_of_the_registry_that_no_document_has_is_not_gone(
    draft: Any, known: Graph
) -> None:
    reading = told(draft, "one", when="2024-04/")
    first = resolve([reading], Ledger(), known)
    empty = resolve([], first.ledger, known)
    assert TERM not in empty.ledger.gone()


def test_facts_hold_no_second_term_and_no_vaguer_date(draft: Any, known: Graph) -> None:
    reading = told(draft, "one", when="2024/2025")
    resolution = resolve([reading], Ledger(), known)
    facts = derive([reading], resolution, known, load_graph(*ONTOLOGY))["facts"]
    assert not list(facts.subjects(RDF.type, HIWAR.Chairmanship))
    assert not list(facts.objects(TERM, HIWAR.when))


def test_a_handover_a_day_off_does_not_make_a_second_term(
    draft: Any, known: Graph
) -> None:
    document = draft("one", ["Egypt handed the chair over.", "It met in April 2025."])
    meeting = document.meeting("ministerial conference", 1, when="2025-04-08")
    term = document.term("egypt", document.state("EGY"), 0, when="2024-04/2025-04")
    document.say(term, "handedOverAt", meeting, 0)
    reading = document.reading()
    resolution = resolve([reading], Ledger(), known)
    assert resolution.iri(reading, term) == TERM
