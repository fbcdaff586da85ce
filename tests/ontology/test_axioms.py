"""What the axioms say, and what they leave unsaid."""

from rdflib import (
    OWL,
    PROV,
    RDF,
    RDFS,
    SDO,
    Graph,
)
from rdflib.collection import Collection

from hiwar.graph.namespaces import HIWAR
from hiwar.ontology import APART, ONTOLOGY, load_graph
from hiwar.ontology.reasoner import check_consistency
from tests.ontology.conftest import own_terms

INVERSES = {
    "isMeetingOf": "hasMeeting",
    "hasParticipant": "participatesIn",
    "chairs": "chairedBy",
    "hasMember": "memberOf",
}


def test_the_unions_of_the_dl_extras_are_what_the_ontology_hints_at(
    ontology: Graph,
) -> None:
    extras = load_graph("dl")
    for axiom, hint in (
        (RDFS.domain, SDO.domainIncludes),
        (RDFS.range, SDO.rangeIncludes),
    ):
        unions = {
            prop: set(Collection(extras, next(extras.objects(node, OWL.unionOf))))
            for prop, node in extras.subject_objects(axiom)
        }
        assert len(unions) > 8
        for prop in own_terms(ontology):
            hinted = set(ontology.objects(prop, hint))
            assert not (hinted and list(ontology.objects(prop, axiom))), prop
            assert unions.get(prop, hinted) == hinted, prop


def test_ontology_extras_and_alignments_are_consistent_with_what_others_say() -> None:
    """The axioms of W3C ORG, PROV and FOAF that could clash, from their documents."""
    graph = load_graph(*ONTOLOGY, *APART)
    graph.parse(data=OTHERS, format="turtle")
    assert check_consistency(graph).explanation == ""
    graph.add((HIWAR.Document, RDFS.subClassOf, PROV.Activity))
    assert str(HIWAR.Document) in check_consistency(graph).unsatisfiable


OTHERS = """
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
org:Organization rdfs:subClassOf foaf:Agent ; owl:equivalentClass foaf:Organization .
foaf:Organization a owl:Class ; owl:disjointWith foaf:Person , foaf:Document .
org:FormalOrganization rdfs:subClassOf org:Organization .
org:OrganizationalCollaboration rdfs:subClassOf org:Organization .
org:Organization owl:disjointWith org:Membership .
prov:Activity owl:disjointWith prov:Entity .
org:hasMember rdfs:domain org:Organization ; rdfs:range foaf:Agent .
org:memberOf rdfs:domain foaf:Agent ; rdfs:range org:Organization .
org:member rdfs:domain org:Membership ; rdfs:range foaf:Agent .
org:organization rdfs:domain org:Membership ; rdfs:range org:Organization .
org:holds rdfs:domain foaf:Agent ; rdfs:range org:Post .
org:postIn rdfs:domain org:Post ; rdfs:range org:Organization .
prov:wasAssociatedWith rdfs:domain prov:Activity ; rdfs:range prov:Agent .
"""


def test_ranges_of_literals_are_no_datatypes(ontology: Graph) -> None:
    for prop in ontology.subjects(RDF.type, OWL.DatatypeProperty):
        assert set(ontology.objects(prop, RDFS.range)) <= {RDFS.Literal}


def test_axioms_stay_within_what_owl_2_rl_and_dl_share(ontology: Graph) -> None:
    assert not set(ontology.subjects(RDF.type, OWL.Restriction))
    for construct in (OWL.unionOf, OWL.someValuesFrom, OWL.equivalentClass, OWL.hasKey):
        assert not list(ontology.subject_objects(construct))
    for prop in (RDFS.domain, RDFS.range):
        for term in own_terms(ontology):
            assert len(list(ontology.objects(term, prop))) <= 1


def test_a_property_that_follows_from_a_chain_is_not_restricted(
    ontology: Graph,
) -> None:
    """OWL 2 DL allows such axioms for simple properties only (Syntax, section 11.2)."""
    composed = set(ontology.subjects(OWL.propertyChainAxiom))
    composed |= {other for prop in composed for other in ontology[prop : OWL.inverseOf]}
    restricted = {
        prop
        for kind in (
            OWL.FunctionalProperty,
            OWL.AsymmetricProperty,
            OWL.IrreflexiveProperty,
        )
        for prop in ontology.subjects(RDF.type, kind)
    }
    assert composed & restricted == set()


def test_the_pairs_of_inverses_are_those_that_are_declared(ontology: Graph) -> None:
    pairs = {HIWAR[one]: HIWAR[other] for one, other in INVERSES.items()}
    assert dict(ontology.subject_objects(OWL.inverseOf)) == pairs


def test_all_classes_of_things_are_disjoint(ontology: Graph) -> None:
    groups = [
        set(Collection(ontology, members))
        for members in ontology.objects(None, OWL.members)
    ]
    assert max(map(len, groups)) == 15
    for kind in ontology.subjects(RDF.type, OWL.Class):
        if str(kind).startswith(str(HIWAR)) and kind != HIWAR.SourceDocument:
            assert any(kind in group for group in groups), kind


def test_properties_of_statements_type_nothing_else(ontology: Graph) -> None:
    for prop in ontology.subjects(RDFS.domain, HIWAR.Statement):
        assert set(ontology.objects(prop, RDFS.range)) <= {RDFS.Literal}, prop
