"""A term that is not finished, or that nobody declared, is found."""

import pytest
from rdflib import (
    DCTERMS,
    OWL,
    RDF,
    RDFS,
    SKOS,
    XSD,
    Graph,
    Literal,
    Namespace,
    URIRef,
)

from hiwar.ontology import APART, MODULES, ONTOLOGY
from hiwar.ontology.checks import shapes_files, unfinished
from hiwar.ontology.report import report
from hiwar.ontology.vocabulary import ONTOLOGY_IRI, own_terms, undeclared_terms
from tests.ontology.checks.conftest import H, read, without

SH = Namespace("http://www.w3.org/ns/shacl#")


@pytest.fixture(scope="module")
def everything() -> Graph:
    graph = read(*MODULES, *APART)
    for text in shapes_files().values():
        graph.parse(data=text, format="turtle")
    return graph


def renamed(graph: Graph, term: URIRef, text: str, language: str | None) -> Graph:
    """Give a term another label in the place of the one of that language."""
    for prop in (RDFS.label, SKOS.prefLabel):
        for old in list(graph.objects(term, prop)):
            if isinstance(old, Literal) and old.language == (language or "en"):
                graph.remove((term, prop, old))
        graph.add((term, prop, Literal(text, lang=language)))
    return graph


@pytest.mark.parametrize(
    ("text", "language"),
    [("Meeting", None), ("Meeting", "de"), ("Meeting", "ar"), ("اجتماع", "fr")],
)
def test_a_label_without_its_language_or_script_is_found(
    ontology: Graph, text: str, language: str | None
) -> None:
    assert unfinished(ontology, "labels") == []
    assert unfinished(renamed(ontology, H.Meeting, text, language), "labels")


def test_a_missing_label_is_found(ontology: Graph) -> None:
    broken = without(ontology, H.Meeting, RDFS.label, Literal("Réunion", lang="fr"))
    assert unfinished(broken, "labels") == [H.Meeting]


def test_a_second_label_in_a_language_is_found(ontology: Graph) -> None:
    for prop in (RDFS.label, SKOS.prefLabel):
        ontology.add((H.Meeting, prop, Literal("Gathering", lang="en")))
    assert unfinished(ontology, "labels") == [H.Meeting]
    assert report(ontology)["multiple_labels"] == (str(H.Meeting),)


@pytest.mark.parametrize("text", ["A meeting.", "a meeting of actors.", "No full stop"])
def test_a_definition_that_is_no_sentence_is_found(ontology: Graph, text: str) -> None:
    for old in list(ontology.objects(H.Meeting, SKOS.definition)):
        ontology.remove((H.Meeting, SKOS.definition, old))
    ontology.add((H.Meeting, SKOS.definition, Literal(text, lang="en")))
    expected = [] if text == "A meeting." else [H.Meeting]
    assert unfinished(ontology, "definitions") == expected


@pytest.mark.parametrize(
    ("prop", "part"),
    [
        (SKOS.definition, "definitions"),
        (SKOS.example, "examples"),
        (RDFS.isDefinedBy, "isDefinedBy"),
    ],
)
def test_a_missing_part_is_found(ontology: Graph, prop: URIRef, part: str) -> None:
    assert unfinished(ontology, part) == []
    assert unfinished(without(ontology, H.Meeting, prop), part) == [H.Meeting]


@pytest.mark.parametrize(
    ("predicate", "value"),
    [
        (RDFS.seeAlso, URIRef(f"{OWL}Thingg")),
        (URIRef(f"{DCTERMS}rigthsHolder"), Literal("somebody")),
        (URIRef("http://purl.org/dc/terms#title"), Literal("a title")),
        (URIRef(f"{RDF}isDefinedBy"), ONTOLOGY_IRI),
        (URIRef("http://www.w3.org/ns/oa#hasSelecter"), ONTOLOGY_IRI),
        (URIRef("http://example.org/unknown#term"), ONTOLOGY_IRI),
        (RDF.type, URIRef("http://example.org/unknown#Class")),
        (RDFS.seeAlso, H.Meetting),
        (H.hasParticipent, H.Meeting),
        (RDFS.seeAlso, URIRef("https://w3id.org/hiwar/theme/status/reportd")),
        (URIRef(f"{SH}minCont"), Literal(1)),
        (DCTERMS.date, Literal("2025", datatype=URIRef(f"{XSD}gYaer"))),
    ],
)
def test_a_term_that_nobody_declared_is_found(
    everything: Graph, predicate: URIRef, value: URIRef | Literal
) -> None:
    assert undeclared_terms(everything) == []
    triple = (ONTOLOGY_IRI, predicate, value)
    try:
        everything.add(triple)
        assert len(undeclared_terms(everything)) == 1
    finally:
        everything.remove(triple)


def test_iris_of_things_graphs_and_pages_are_no_terms(everything: Graph) -> None:
    for iri in ("https://w3id.org/hiwar/id/state/EGY", "http://www.w3.org/TR/owl2"):
        assert URIRef(iri) not in everything.all_nodes()
        triple = (ONTOLOGY_IRI, RDFS.seeAlso, URIRef(iri))
        everything.add(triple)
        assert undeclared_terms(everything) == []
        everything.remove(triple)


def test_our_terms_are_classes_and_properties_of_our_namespace() -> None:
    terms = own_terms(read(*ONTOLOGY))
    assert len(terms) == len(set(terms)) > 100
    assert SKOS.Concept not in terms
