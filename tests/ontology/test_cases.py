"""Each case says why it is there, and all that must be asked is asked."""

import re
from dataclasses import replace

import pytest
from rdflib import RDF, BNode, Graph, Literal, URIRef

from hiwar.graph.model import TRUE_STATUSES, Status
from hiwar.graph.namespaces import BASE, HIWAR, PROV, concept_iri
from hiwar.ontology import load_graph
from hiwar.ontology.cases import (
    MARKS,
    Case,
    Outcome,
    load_cases,
)
from hiwar.ontology.closure import judge_with_owlrl
from hiwar.ontology.reasoner import KNOWN_DATATYPES
from tests.ontology.certified import BY_PATH, CASES, PREDICATES

STATED = ("planned", "attributed", "negated")

STATEMENT_CASES = [
    f"not-entailed/{kind}-{way}" for kind in PREDICATES for way in STATED
]


def test_there_are_as_many_cases_as_the_certificate_needs() -> None:
    counts = {outcome: len(load_cases(outcome)) for outcome in Outcome}
    assert counts[Outcome.INCONSISTENT] >= 12
    assert counts[Outcome.ENTAILED] >= 20
    assert counts[Outcome.NOT_ENTAILED] >= 12


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case.path))
def test_a_case_says_why_and_asks_something_in_declared_terms(case: Case) -> None:
    assert re.fullmatch(r"[A-Z].*\.", case.reason)
    assert case.given
    assert bool(case.asked) is (case.outcome in MARKS)
    assert not case.asked & case.given
    ontology = load_graph()
    for triple in case.given | case.asked:
        for term in triple:
            assert not isinstance(term, BNode)
            if str(term).startswith(str(HIWAR)):
                assert (term, RDF.type, None) in ontology, term
    asked = {value.datatype for *_, value in case.asked if isinstance(value, Literal)}
    assert asked <= KNOWN_DATATYPES, "HermiT would not be asked"


@pytest.mark.parametrize("path", STATEMENT_CASES)
def test_for_each_kind_of_relation_there_is_a_statement_that_is_not_true(
    path: str,
) -> None:
    case = BY_PATH[path]
    kind, _, way = case.name.rpartition("-")
    given = Graph()
    for triple in case.given:
        given.add(triple)
    statements = set(given.subjects(RDF.type, HIWAR.Statement))
    assert PREDICATES[kind] in {given.value(item, RDF.predicate) for item in statements}
    for item in statements:
        assert set(given.objects(item, HIWAR.status)) == {concept_iri("status", way)}
        assert Status(way) not in TRUE_STATUSES
    assert set(given.subjects(PROV.wasDerivedFrom))


@pytest.mark.slow
def test_what_a_statement_states_would_have_followed_of_the_plain_triple() -> None:
    plain = [as_facts(BY_PATH[path]) for path in STATEMENT_CASES]
    for case, verdict in zip(plain, judge_with_owlrl(plain), strict=True):
        assert verdict.consistent
        more = verdict.follows - case.given
        assert more or case.name.startswith("post-holding"), case.path


def as_facts(case: Case) -> Case:
    """Return a case with what its statements state instead of them."""
    given = Graph()
    for triple in case.given:
        given.add(triple)
    facts = set()
    for item in set(given.subjects(RDF.type, HIWAR.Statement)):
        parts = (RDF.subject, RDF.predicate, RDF.object)
        subject, predicate, value = (given.value(item, part) for part in parts)
        assert subject is not None
        assert isinstance(predicate, URIRef)
        assert value is not None
        facts.add((subject, predicate, value))
        given.remove((item, None, None))
    return replace(case, given=frozenset({*given, *facts}))


def test_the_case_is_under_the_base_that_is_set() -> None:
    subjects = {str(subject) for case in CASES for subject, *_ in case.given}
    assert all(subject.startswith(BASE) for subject in subjects)
