from collections import Counter
from datetime import date

import pytest
from rdflib import BNode, Graph, Literal, URIRef

from hiwar.graph.namespaces import (
    BASE,
    DCTERMS,
    HIWAR,
    RDF,
    RDFS,
    SKOS,
    concept_iri,
    thing_iri,
)
from hiwar.graph.registry import registry_graph
from hiwar.graph.resolve.roles import ROLES
from hiwar.ontology import MODULES, load_graph
from hiwar.ontology.records import SEGMENTS, load_registry
from hiwar.ontology.ties import load_ties

LABELS = (RDFS.label, SKOS.prefLabel, SKOS.altLabel)


@pytest.fixture(scope="module")
def graph() -> Graph:
    return registry_graph()


def test_it_has_no_blank_nodes(graph: Graph) -> None:
    assert not [node for node in graph.all_nodes() if isinstance(node, BNode)]


def test_every_label_has_a_language_that_is_published(graph: Graph) -> None:
    for predicate in LABELS:
        for label in graph.objects(None, predicate):
            assert isinstance(label, Literal)
            assert label.language in ("en", "fr", "ar"), label


def test_label_and_preferred_label_agree_and_there_is_one_a_language(
    graph: Graph,
) -> None:
    labels = set(graph.subject_objects(RDFS.label))
    assert labels == set(graph.subject_objects(SKOS.prefLabel))
    count = Counter(
        (thing, label.language) for thing, label in labels if isinstance(label, Literal)
    )
    assert set(count.values()) == {1}


def test_every_record_is_a_thing_with_class_english_label_and_source(
    graph: Graph,
) -> None:
    for record in load_registry().records:
        thing = thing_iri(SEGMENTS[record.kind], record.slug)
        assert (thing, RDF.type, HIWAR[record.kind]) in graph
        assert (thing, RDFS.label, Literal(record.name("en"), lang="en")) in graph
        assert set(graph.objects(thing, DCTERMS.source)), thing


def test_every_source_is_a_page_with_a_title_and_none_is_ours(graph: Graph) -> None:
    for page in graph.objects(None, DCTERMS.source):
        assert isinstance(page, URIRef)
        assert not page.startswith(BASE)
        assert list(graph.objects(page, DCTERMS.title)), page


def test_every_predicate_and_class_of_ours_is_in_the_ontology(graph: Graph) -> None:
    used = {*graph.predicates(), *graph.objects(None, RDF.type)}
    ours = {term for term in used if str(term).startswith(HIWAR)}
    assert ours - set(load_graph().subjects()) == set()


def test_every_thing_that_is_named_is_described(graph: Graph) -> None:
    ours = f"{BASE}id/"
    named = {term for term in graph.objects() if str(term).startswith(ours)}
    assert named - set(graph.subjects(RDF.type)) == set()


def test_every_concept_is_one_of_the_themes(graph: Graph) -> None:
    concepts = set(load_graph(*MODULES).subjects(RDF.type, SKOS.Concept))
    themes = f"{BASE}theme/"
    used = {term for term in graph.objects() if str(term).startswith(themes)}
    assert used
    assert used - concepts == set()


def test_a_city_lies_in_its_state_and_a_territory_in_none(graph: Graph) -> None:
    cairo, egypt = thing_iri("place", "cairo"), thing_iri("state", "EGY")
    assert list(graph.objects(cairo, HIWAR.inState)) == [egypt]
    assert not list(graph.objects(thing_iri("place", "taiwan"), HIWAR.inState))


def test_only_states_have_codes_and_no_two_the_same(graph: Graph) -> None:
    for predicate in (HIWAR.isoAlpha2, HIWAR.isoAlpha3):
        codes = list(graph.subject_objects(predicate))
        assert len(codes) == len({code for _, code in codes}) == 196
        for state, _ in codes:
            assert (state, RDF.type, HIWAR.State) in graph


def test_a_bilateral_dialogue_has_its_two_parties_and_its_level(graph: Graph) -> None:
    dialogue = thing_iri("process", "eu-egypt-migration-dialogue")
    assert set(graph.objects(dialogue, HIWAR.hasMember)) == {
        thing_iri("organisation", "european-union"),
        thing_iri("state", "EGY"),
    }
    level = concept_iri("process-level", "bilateral")
    assert (dialogue, HIWAR.processLevel, level) in graph


def test_a_link_names_one_item_and_no_two_records_have_the_same(graph: Graph) -> None:
    links = list(graph.subject_objects(SKOS.exactMatch))
    assert len(links) == len({link for _, link in links})
    starts = ("http://www.wikidata.org/entity/Q", "http://publications.europa.eu/")
    for _, link in links:
        assert str(link).startswith(starts)


def test_it_stays_small(graph: Graph) -> None:
    assert len(graph) < 12_000


def test_a_relation_has_its_roles_a_source_and_the_plain_triple_beside_it(
    graph: Graph,
) -> None:
    relations = 0
    for predicate, roles in ROLES.items():
        for node in graph.subjects(RDF.type, HIWAR[roles.kind]):
            (subject,) = graph.objects(node, roles.of_subject)
            (value,) = graph.objects(node, roles.of_object)
            assert list(graph.objects(node, DCTERMS.source)), node
            plain = set(graph.predicates(subject, value))
            assert plain & {p for p, r in ROLES.items() if r == roles}, node
            relations += predicate == HIWAR.chairs
    assert relations == len([t for t in load_ties() if t.kind == "Chairmanship"])


def test_each_term_of_one_chair_has_its_own_days(graph: Graph) -> None:
    italy = thing_iri("chairmanship", "ita-khartoum-process-2018")
    assert str(graph.value(italy, HIWAR.when)) == "2018/2019-03-07"
    assert graph.value(italy, HIWAR.startDate) is None
    assert graph.value(italy, HIWAR.notBefore) == Literal(date(2018, 1, 1))
    assert graph.value(italy, HIWAR.endDate) == Literal(date(2019, 3, 7))
    britain = thing_iri("chairmanship", "gbr-khartoum-process-2016")
    assert str(graph.value(britain, HIWAR.when)) == "2016"
    assert graph.value(britain, HIWAR.notAfter) is None


def test_what_was_not_read_needs_review_and_nothing_else(graph: Graph) -> None:
    marked = {node for node, _ in graph.subject_objects(HIWAR.needsReview)}
    assert marked == {
        thing_iri(SEGMENTS[record.kind], record.slug)
        for record in load_registry().records
        if not record.is_verified
    }
    assert thing_iri("organisation", "cepol") in marked


def test_a_disagreement_names_subject_property_and_values_with_pages(
    graph: Graph,
) -> None:
    founding = thing_iri("disagreement", "budapest-process-founding")
    budapest = thing_iri("process", "budapest-process")
    assert graph.value(founding, HIWAR.disputedSubject) == budapest
    assert graph.value(founding, HIWAR.disputedProperty) == HIWAR.established
    given = {
        (str(graph.value(value, HIWAR.givenValue)), graph.value(value, DCTERMS.source))
        for value in graph.objects(founding, HIWAR.competingValue)
    }
    assert {value for value, _ in given} == {"1991", "1993"}
    assert len({page for _, page in given}) == 2
    assert graph.value(budapest, HIWAR.established) is None
    assert len(set(graph.subjects(RDF.type, HIWAR.Disagreement))) >= 17


def test_nothing_that_is_disputed_leads_nowhere(graph: Graph) -> None:
    properties = set(load_graph().subjects(RDF.type))
    for node in graph.subjects(RDF.type, HIWAR.Disagreement):
        assert (graph.value(node, HIWAR.disputedSubject), RDF.type, None) in graph
        assert graph.value(node, HIWAR.disputedProperty) in properties


def test_adjectives_misspellings_and_ambiguous_names_are_not_published(
    graph: Graph,
) -> None:
    texts = {str(label) for p in LABELS for label in graph.objects(None, p)}
    assert {"Egyptian", "Congo", "Joint Valetta Action Plan", "Kairo"} & texts == set()
