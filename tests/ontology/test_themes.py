import re
from collections import Counter

import pytest
from rdflib import DCTERMS, RDF, RDFS, SKOS, Graph, Literal, URIRef

from hiwar.graph.namespaces import BASE, concept_iri
from hiwar.ontology import THEMES, load_graph
from hiwar.ontology.records import load_registry

MATCHES = (SKOS.closeMatch, SKOS.narrowMatch, SKOS.broadMatch, SKOS.relatedMatch)
SIZES = {
    "gcm": 23,
    "gcm-principle": 10,
    "jvap": 5,
    "cadiz": 5,
    "cairo": 5,
    "eu-egypt": 6,
    "eu-external": 7,
    "prague": 6,
    "sdg": 9,
    "migration": 8,
}
ARABIC = re.compile(r"[\u0600-\u06ff]")
FRENCH = re.compile(r"\b(de|des|du|d'|et|la|le|les|aux?|par)\b|[éèêàçœ]", re.IGNORECASE)


@pytest.fixture(scope="module")
def themes() -> Graph:
    return load_graph(*THEMES)


def concepts_of(themes: Graph, scheme: str) -> set[URIRef]:
    iri = URIRef(f"{BASE}theme/{scheme}")
    return {
        node for node in themes.subjects(SKOS.inScheme, iri) if isinstance(node, URIRef)
    }


def is_ours(themes: Graph, concept: URIRef) -> bool:
    """Whether we laid the concept's scheme down ourselves."""
    scheme = themes.value(concept, SKOS.inScheme)
    return (scheme, DCTERMS.creator, None) in themes


def test_the_name_themes_stands_for_all_modules(themes: Graph) -> None:
    assert set(load_graph("themes")) == set(themes)


@pytest.mark.parametrize("scheme", SIZES)
def test_a_scheme_has_all_its_concepts(themes: Graph, scheme: str) -> None:
    assert len(concepts_of(themes, scheme)) == SIZES[scheme]


def test_a_concept_is_in_one_scheme_and_ends_with_its_notation(themes: Graph) -> None:
    for concept in themes.subjects(RDF.type, SKOS.Concept):
        (scheme,) = themes.objects(concept, SKOS.inScheme)
        (notation,) = themes.objects(concept, SKOS.notation)
        assert str(concept) == f"{scheme}/{notation}"


def test_every_label_is_in_english_french_and_arabic_once(themes: Graph) -> None:
    for kind in (SKOS.Concept, SKOS.ConceptScheme):
        for node in themes.subjects(RDF.type, kind):
            labels = list(themes.objects(node, SKOS.prefLabel))
            assert set(labels) == set(themes.objects(node, RDFS.label)), node
            languages = [
                label.language for label in labels if isinstance(label, Literal)
            ]
            assert sorted(map(str, languages)) == ["ar", "en", "fr"], node


def test_an_arabic_label_is_in_arabic_script_and_no_other_is(themes: Graph) -> None:
    for label in themes.objects(None, SKOS.prefLabel):
        assert isinstance(label, Literal)
        assert bool(ARABIC.search(label)) == (label.language == "ar"), label


def test_french_labels_are_french(themes: Graph) -> None:
    labels = [
        label
        for label in themes.objects(None, SKOS.prefLabel)
        if isinstance(label, Literal) and label.language == "fr"
    ]
    assert sum(bool(FRENCH.search(label)) for label in labels) > 0.7 * len(labels)


def test_no_two_concepts_of_a_scheme_have_the_same_label(themes: Graph) -> None:
    count = Counter(
        (themes.value(node, SKOS.inScheme), label)
        for node, label in themes.subject_objects(SKOS.prefLabel)
    )
    assert {key: number for key, number in count.items() if key[0] and number > 1} == {}


def test_our_own_themes_are_defined_in_three_languages(themes: Graph) -> None:
    for concept in concepts_of(themes, "migration"):
        found = {
            text.language
            for text in themes.objects(concept, SKOS.definition)
            if isinstance(text, Literal)
        }
        assert found == {"en", "fr", "ar"}


def test_a_concept_of_others_has_a_source_with_an_address(themes: Graph) -> None:
    for concept in themes.subjects(RDF.type, SKOS.Concept):
        assert isinstance(concept, URIRef)
        if not is_ours(themes, concept):
            (source,) = themes.objects(concept, DCTERMS.source)
            assert str(source).startswith("https://"), concept
            assert not str(source).startswith(BASE), concept


def test_only_our_own_themes_match_and_only_what_is_there(themes: Graph) -> None:
    ours = concepts_of(themes, "migration")
    for match in MATCHES:
        for one, other in themes.subject_objects(match):
            assert one in ours
            assert (other, RDF.type, SKOS.Concept) in themes
            assert other not in ours


def test_a_concept_of_others_lies_under_one_of_ours_or_concerns_one(
    themes: Graph,
) -> None:
    under = Counter(
        other
        for match in (SKOS.closeMatch, SKOS.narrowMatch)
        for _, other in themes.subject_objects(match)
    )
    related = {other for _, other in themes.subject_objects(SKOS.relatedMatch)}
    for concept in themes.subjects(RDF.type, SKOS.Concept):
        assert isinstance(concept, URIRef)
        if not is_ours(themes, concept):
            assert under[concept] == (concept not in related), concept


@pytest.mark.parametrize(
    ("theme", "others"),
    [
        (
            "return-readmission-reintegration",
            {"cairo/e", "cadiz/5", "gcm/21", "jvap/5"},
        ),
        ("border-management", {"gcm/11", "eu-external/5"}),
        ("irregular-smuggling-trafficking", {"cairo/d", "prague/1", "gcm/9"}),
    ],
)
def test_commitments_of_different_processes_meet_under_a_theme(
    themes: Graph, theme: str, others: set[str]
) -> None:
    concept = concept_iri("migration", theme)
    found = {
        str(other).removeprefix(f"{BASE}theme/")
        for match in (SKOS.closeMatch, SKOS.narrowMatch)
        for other in themes.objects(concept, match)
    }
    assert others <= found


def test_a_target_is_that_of_the_united_nations(themes: Graph) -> None:
    for target in concepts_of(themes, "sdg"):
        (link,) = themes.objects(target, SKOS.exactMatch)
        notation = str(themes.value(target, SKOS.notation))
        code = "C100702" if notation == "10.7.2" else notation
        assert str(link) == f"http://metadata.un.org/sdg/{code}"


def test_levels_and_kinds_of_the_registry_are_concepts(themes: Graph) -> None:
    schemes = {"level": "process-level", "documentKind": "document-kind"}
    for record in load_registry().records:
        for fact, scheme in schemes.items():
            for value in record.values(fact):
                assert concept_iri(scheme, value) in concepts_of(themes, scheme)
