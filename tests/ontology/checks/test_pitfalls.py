"""The pitfalls of OOPS!, each in a copy that has it."""

import pytest
from rdflib import (
    DCTERMS,
    OWL,
    RDF,
    RDFS,
    SDO,
    SKOS,
    BNode,
    Graph,
    Literal,
    URIRef,
)
from rdflib.collection import Collection

from hiwar.ontology import ONTOLOGY
from hiwar.ontology.pitfalls import PITFALLS, find_pitfalls
from hiwar.ontology.vocabulary import ONTOLOGY_IRI
from tests.ontology.checks.conftest import Change, H, add, declare, drop, read


def chain_of_one(graph: Graph) -> None:
    node = BNode()
    Collection(graph, node, [H.chairs])
    graph.add((H.hasParticipant, OWL.propertyChainAxiom, node))


def definition_by_itself(graph: Graph) -> None:
    node, members = BNode(), BNode()
    Collection(graph, members, [H.Meeting, H.Process])
    graph.add((node, OWL.unionOf, members))
    graph.add((H.Meeting, RDFS.subClassOf, node))


def nameless(graph: Graph) -> None:
    graph.add((BNode(), RDF.type, OWL.Ontology))


def no_disjointness(graph: Graph) -> None:
    graph.remove((None, RDF.type, OWL.AllDisjointClasses))
    graph.remove((None, OWL.disjointWith, None))


BROKEN: dict[str, Change] = {
    "P02": add((H.Meeting, OWL.equivalentClass, H.Process)),
    "P03": add((H.chairs, RDFS.label, Literal("is a", lang="en"))),
    "P04": add(declare("Island")),
    "P05": drop(H.hasMeeting, RDFS.domain),
    "P06": add(
        (H.Actor, RDFS.subClassOf, H.Organisation),
        (H.Organisation, RDFS.subClassOf, H.Actor),
    ),
    "P07": add(declare("StyleAndPeriod")),
    "P08": drop(H.Meeting, SKOS.definition),
    "P10": no_disjointness,
    "P11": drop(H.chairs, RDFS.range),
    "P13": drop(H.isMeetingOf, OWL.inverseOf),
    "P19": add((H.chairs, RDFS.domain, H.State)),
    "P20": add((H.Meeting, RDFS.label, Literal(" "))),
    "P21": add(declare("OtherActor")),
    "P22": add(declare("round_table")),
    "P24": definition_by_itself,
    "P25": add((H.chairs, OWL.inverseOf, H.chairs)),
    "P26": add((H.chairs, RDF.type, OWL.SymmetricProperty)),
    "P27": add((H.chairs, OWL.equivalentProperty, H.holdsPost)),
    "P28": add((H.chairs, RDF.type, OWL.SymmetricProperty)),
    "P29": add((H.chairs, RDF.type, OWL.TransitiveProperty)),
    "P31": add(
        (H.State, OWL.equivalentClass, H.Actor), (H.State, RDFS.subClassOf, H.Actor)
    ),
    "P32": add((H.Process, RDFS.label, Literal("Meeting", lang="en"))),
    "P33": chain_of_one,
    "P34": drop(H.Meeting, RDF.type),
    "P35": drop(H.chairs, RDF.type),
    "P36": add((URIRef("http://example.org/it.owl"), RDF.type, OWL.Ontology)),
    "P38": drop(ONTOLOGY_IRI, RDF.type),
    "P39": nameless,
    "P40": add((H.Meeting, URIRef(f"{DCTERMS}rigthsHolder"), Literal("somebody"))),
    "P41": drop(ONTOLOGY_IRI, DCTERMS.license),
}


def mend_inverse(graph: Graph) -> None:
    graph.remove((H.hasMeeting, RDFS.domain, None))
    graph.add((H.hasMeeting, RDFS.domain, H.State))


BROKEN["P05"] = mend_inverse


def test_each_pitfall_has_a_level_and_a_broken_copy() -> None:
    assert [pitfall.number for pitfall in PITFALLS] == sorted(BROKEN)
    assert {pitfall.level for pitfall in PITFALLS} == {"critical", "important", "minor"}


@pytest.mark.parametrize("number", BROKEN)
def test_a_pitfall_is_found_where_it_is_and_nowhere_else(
    ontology: Graph, number: str
) -> None:
    before = find_pitfalls(ontology)[number]
    assert before == () or number == "P13"
    BROKEN[number](ontology)
    assert set(find_pitfalls(ontology)[number]) > set(before)


def test_a_hint_stands_for_a_domain_only_where_there_is_one(ontology: Graph) -> None:
    core = read(*ONTOLOGY)
    assert find_pitfalls(core)["P11"] == ()
    core.remove((H.buildsOn, SDO.domainIncludes, None))
    assert find_pitfalls(core)["P11"] == (str(H.buildsOn),)
    assert ontology.value(H.buildsOn, RDFS.domain)
