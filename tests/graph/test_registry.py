from collections import Counter

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
from hiwar.ontology import MODULES, load_graph
from hiwar.ontology.records import SEGMENTS, load_registry

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


def test_a_link_to_wikidata_names_the_entity(graph: Graph) -> None:
    links = list(graph.subject_objects(SKOS.exactMatch))
    assert len(links) == len({link for _, link in links})
    for _, link in links:
        assert str(link).startswith("http://www.wikidata.org/entity/Q")


def test_adjectives_misspellings_and_ambiguous_names_are_not_published(
    graph: Graph,
) -> None:
    texts = {str(label) for p in LABELS for label in graph.objects(None, p)}
    assert {"Egyptian", "Congo", "Joint Valetta Action Plan", "Kairo"} & texts == set()
