"""Each term is there, named, defined and declared."""

import re
from pathlib import Path

import pytest
from rdflib import (
    OWL,
    RDF,
    RDFS,
    SKOS,
    XSD,
    Graph,
)
from rdflib.term import Node

from hiwar.graph.namespaces import HIWAR
from hiwar.ontology.checks import is_in_script
from tests.ontology.conftest import IRI, in_language, own_names, own_terms

CORE = Path(__file__).with_name("core-names.txt").read_text(encoding="utf-8")

CLASSES = re.findall(r"\b[A-Z]\w+", CORE)

PROPERTIES = re.findall(r"\b[a-z]\w+", CORE)

PROPERTY_TYPES = (OWL.ObjectProperty, OWL.DatatypeProperty)


@pytest.mark.parametrize("name", CLASSES)
def test_each_core_class_is_there(ontology: Graph, name: str) -> None:
    assert (HIWAR[name], RDF.type, OWL.Class) in ontology


@pytest.mark.parametrize("name", PROPERTIES)
def test_each_core_property_is_there(ontology: Graph, name: str) -> None:
    kinds = set(ontology.objects(HIWAR[name], RDF.type))
    assert len(kinds & set(PROPERTY_TYPES)) == 1


def test_each_term_is_named_in_three_languages_and_says_where(ontology: Graph) -> None:
    for term in own_terms(ontology):
        labels = set(ontology.objects(term, RDFS.label))
        assert labels == set(ontology.objects(term, SKOS.prefLabel)), term
        for language in ("en", "fr", "ar"):
            assert len(in_language(ontology, term, RDFS.label, language)) == 1, term
        assert len(labels) == 3, term
        assert list(ontology.objects(term, RDFS.isDefinedBy)) == [IRI]


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_a_definition_is_one_full_sentence(ontology: Graph, language: str) -> None:
    count = 0
    for term in own_terms(ontology):
        found = in_language(ontology, term, SKOS.definition, language)
        count += len(found)
        assert len(found) <= 1, term
        initial = r"[^a-zà-ÿ.]" if language == "ar" else "[A-Z]"
        assert all(re.fullmatch(rf"{initial}[^.]* [^.]*\.", text) for text in found), (
            term
        )
    assert count == len(own_terms(ontology)) if language == "en" else count > 20


def test_every_class_is_defined_in_three_languages(ontology: Graph) -> None:
    for term in own_terms(ontology):
        if (term, RDF.type, OWL.Class) in ontology:
            for language in ("en", "fr", "ar"):
                assert in_language(ontology, term, SKOS.definition, language), term


def test_each_term_has_an_example_and_most_a_counter_example(ontology: Graph) -> None:
    terms = own_terms(ontology)
    for term in terms:
        assert in_language(ontology, term, SKOS.example, "en"), term
    told = [t for t in terms if in_language(ontology, t, HIWAR.counterExample, "en")]
    assert len(told) > len(terms) / 2


ENGLISH = "of the is are was were has have by at for and to with not before"

FRENCH = (
    "de d des du le la les l un une est a ont été au aux à par dans sur lors pour pas"
    " parmi participe se s préside"
)

COGNATES = "Organisation Relation Participation Adoption Document Intention"


def test_french_labels_are_french(ontology: Graph) -> None:
    for term in own_terms(ontology):
        (french,) = in_language(ontology, term, RDFS.label, "fr")
        (english,) = in_language(ontology, term, RDFS.label, "en")
        words = set(re.findall(r"[^\W\d]+", french.lower()))
        assert not words & set(ENGLISH.split()), french
        assert french != english or french in COGNATES.split(), french
        if len(words) > 3:
            assert words & set(FRENCH.split()), french


def test_arabic_texts_are_in_arabic_script_and_the_others_are_not(
    ontology: Graph,
) -> None:
    for term in own_terms(ontology):
        for prop in (RDFS.label, SKOS.definition):
            for language in ("en", "fr", "ar"):
                for text in in_language(ontology, term, prop, language):
                    script = "ARABIC" if language == "ar" else "LATIN"
                    assert is_in_script(text, script), text


def test_classes_are_titles_and_properties_are_not(ontology: Graph) -> None:
    for term in own_terms(ontology):
        (label,) = in_language(ontology, term, RDFS.label, "en")
        is_class = (term, RDF.type, OWL.Class) in ontology
        assert label[0].isupper() == (is_class or label.startswith("ISO")), term
        assert term.removeprefix(str(HIWAR))[0].isupper() == is_class, term


def test_no_two_terms_share_a_label_or_a_definition(ontology: Graph) -> None:
    for prop in (RDFS.label, SKOS.definition):
        texts = [v for t in own_terms(ontology) for v in ontology.objects(t, prop)]
        assert len(texts) == len(set(texts))


def test_no_term_is_used_that_is_not_declared(ontology: Graph, themes: Graph) -> None:
    assert own_names(ontology + themes) <= own_terms(ontology)


def test_each_foreign_term_is_declared_and_nothing_is_imported(
    ontology: Graph, themes: Graph
) -> None:
    built_in = (str(RDF), str(RDFS), str(OWL), str(XSD))
    predicates = {p for p in (ontology + themes).predicates() if not _in(p, built_in)}
    assert predicates - set(ontology.subjects(RDF.type)) == set()
    assert not list(ontology.objects(None, OWL.imports))


def _in(term: Node, namespaces: tuple[str, ...]) -> bool:
    return str(term).startswith(namespaces)
