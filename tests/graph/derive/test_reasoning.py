from collections.abc import Iterable

import owlrl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Graph, Literal, URIRef
from rdflib.term import Node

from hiwar.errors import GateError
from hiwar.graph.derive.reasoning import infer
from hiwar.graph.namespaces import BASE, HIWAR, RDF, RDFS, thing_iri
from hiwar.ontology import ONTOLOGY, load_graph

PREFIXES = f"""
@prefix : <{HIWAR}> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <{RDF}> .
@prefix rdfs: <{RDFS}> .
@prefix id: <{BASE}id/> .
"""

EVERY_AXIOM = """
:Animal a owl:Class . :Cat a owl:Class ; rdfs:subClassOf :Animal .
:Feline a owl:Class ; owl:equivalentClass :Cat .
:likes a owl:ObjectProperty ; rdfs:domain :Animal ; rdfs:range :Animal ;
    owl:inverseOf :likedBy .
:loves rdfs:subPropertyOf :likes .
:adores owl:equivalentProperty :loves .
:near a owl:ObjectProperty , owl:SymmetricProperty .
:above a owl:ObjectProperty , owl:TransitiveProperty .
:grandparent owl:propertyChainAxiom ( :parent :parent ) .
:admirer owl:propertyChainAxiom ( :parent :likedBy :near ) .
"""


def graph(turtle: str) -> Graph:
    return Graph().parse(data=PREFIXES + turtle, format="turtle")


def by_owlrl(facts: Graph, ontology: Graph) -> set[tuple[Node, Node, Node]]:
    """Return what owlrl finds about things of ours that was not given."""
    whole = facts + ontology
    given = set(whole)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(whole)
    return {
        (subject, predicate, value)
        for subject, predicate, value in whole
        if (subject, predicate, value) not in given
        and str(subject).startswith(f"{BASE}id/")
        and str(value if predicate == RDF.type else predicate).startswith(HIWAR)
    }


NODES = st.sampled_from([URIRef(f"{BASE}id/x/{letter}") for letter in "abcd"])
PROPERTIES = ("likes", "likedBy", "loves", "adores", "near", "above", "parent")
EDGES = st.tuples(NODES, st.sampled_from([HIWAR[name] for name in PROPERTIES]), NODES)
KINDS = st.tuples(
    NODES, st.just(RDF.type), st.sampled_from([HIWAR.Cat, HIWAR.Feline, HIWAR.Animal])
)


@settings(deadline=None, max_examples=40)
@given(st.lists(EDGES | KINDS, max_size=7))
def test_every_rule_gives_what_owlrl_gives(triples: Iterable[tuple[Node, ...]]) -> None:
    facts, ontology = Graph(), graph(EVERY_AXIOM)
    for subject, predicate, value in triples:
        facts.add((subject, predicate, value))
    found = infer(facts, Graph(), ontology)
    assert set(found.graph) == by_owlrl(facts, ontology)
    for conclusion, derivation in found.derivations.items():
        assert derivation.conclusion == conclusion
        for premise in derivation.premises:
            assert premise in facts or premise in found.derivations


def test_our_ontology_gives_what_owlrl_gives() -> None:
    ontology = load_graph(*ONTOLOGY)
    facts = graph("""
        id:m :isMeetingOf id:p ; :hasParticipant id:f , id:e ; a :Meeting .
        id:n :inRound id:r . id:r :roundOf id:p .
        id:f :chairs id:q ; a :State ; :isoAlpha3 "FRA" .
        id:t a :Chairmanship ; :chair id:f ; :chairedProcess id:q .
        id:c a :Commitment ; :setOutIn id:d . id:d :adoptedAt id:m .
        id:p :hasMember id:f .
    """)
    found = infer(facts, Graph(), ontology)
    expected = {
        triple
        for triple in by_owlrl(facts, ontology)
        if not isinstance(triple[0], Literal)
    }
    assert set(found.graph) == expected
    ours = [thing_iri("", slug).replace("id//", "id/") for slug in "fpqc"]
    france, process, chaired, undertaking = map(URIRef, ours)
    assert (france, HIWAR.participatesInProcess, process) in found.graph
    assert (france, HIWAR.participatesInProcess, chaired) not in found.graph
    assert list(found.graph.objects(undertaking, HIWAR.committedAt))


def test_a_derivation_is_explained_down_to_what_was_given() -> None:
    ontology = load_graph(*ONTOLOGY)
    facts = graph("id:m :isMeetingOf id:p ; :hasParticipant id:f .")
    found = infer(facts, Graph(), ontology)
    conclusion = (
        URIRef(f"{BASE}id/f"),
        HIWAR.participatesInProcess,
        URIRef(f"{BASE}id/p"),
    )
    steps = found.explain(conclusion)
    assert [step.rule for step in steps] == ["prp-spo2", "prp-inv1"]
    assert set(steps[-1].premises) <= set(facts)
    assert found.explain((URIRef(f"{BASE}id/f"), RDF.type, HIWAR.Nothing)) == []


def test_statements_are_not_looked_at() -> None:
    ontology = load_graph(*ONTOLOGY)
    facts = graph("""
        id:s a :Statement ; rdf:subject id:a ; rdf:predicate :chairs ;
            rdf:object id:p ; :describes id:t ; :wasStatedIn id:d .
        id:g a :Disagreement ; :competingStatement id:s ; :disputedSubject id:a .
    """)
    assert not list(infer(facts, Graph(), ontology).graph)


def test_what_registry_and_facts_give_together_follows() -> None:
    ontology = graph(":heldInState owl:propertyChainAxiom ( :heldInPlace :inState ) .")
    facts, registry = graph("id:m :heldInPlace id:c ."), graph("id:c :inState id:e .")
    found = infer(facts, registry, ontology).graph
    assert {str(predicate) for predicate in found.predicates()} == {
        str(HIWAR.heldInState)
    }


@pytest.mark.parametrize(
    ("axioms", "facts", "rule"),
    [
        (":A owl:disjointWith :B .", "id:x a :A , :B .", "cax-dw"),
        (
            "[] a owl:AllDisjointClasses ; owl:members ( :A :B :C ) .",
            "id:x a :A , :C .",
            "cax-dw",
        ),
        (":p a owl:FunctionalProperty .", "id:x :p id:y , id:z .", "prp-fp"),
        (":p a owl:FunctionalProperty .", 'id:x :p "1" , "2" .', "prp-fp"),
        (
            ":p a owl:InverseFunctionalProperty .",
            "id:x :p id:z . id:y :p id:z .",
            "prp-ifp",
        ),
        (":p a owl:IrreflexiveProperty .", "id:x :p id:x .", "prp-irp"),
        (":p a owl:AsymmetricProperty .", "id:x :p id:y . id:y :p id:x .", "prp-asyp"),
        (":p owl:propertyDisjointWith :q .", "id:x :p id:y ; :q id:y .", "prp-pdw"),
        (
            ":A owl:hasKey ( :k ) .",
            'id:x a :A ; :k "1" . id:y a :A ; :k "1" .',
            "prp-key",
        ),
        (
            ":A owl:disjointWith :B . :p rdfs:range :B .",
            "id:x a :A . id:y :p id:x .",
            "cax-dw",
        ),
    ],
)
def test_a_contradiction_is_refused_with_its_triples(
    axioms: str, facts: str, rule: str
) -> None:
    with pytest.raises(GateError, match=rule) as caught:
        infer(graph(facts), Graph(), graph(axioms))
    assert f"{BASE}id/x" in caught.value.detail
    assert caught.value.extra["contradictions"]


def test_things_that_only_look_alike_do_not_contradict() -> None:
    axioms = ":A owl:hasKey ( :k ) . :p a owl:FunctionalProperty ."
    facts = 'id:x a :A ; :k "1" ; :p id:z . id:y a :A ; :k "2" ; :p id:z .'
    assert not list(infer(graph(facts), Graph(), graph(axioms)).graph)
