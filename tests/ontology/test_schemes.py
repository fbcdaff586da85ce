"""The schemes of concepts, ours and those that others laid down."""

import pytest
from rdflib import (
    DCTERMS,
    RDF,
    RDFS,
    SKOS,
    Graph,
    Literal,
    URIRef,
)

from hiwar.graph.model import Basis, Status
from hiwar.graph.namespaces import BASE, concept_iri
from tests.ontology.conftest import in_language

SCHEMES = {
    "status": [status.value for status in Status],
    "basis": [basis.value for basis in Basis],
    "meeting-kind": "summit ministerial senior-officials thematic launch"
    " regional-review workshop other",
    "meeting-status": "held planned postponed cancelled",
    "document-kind": "declaration action-plan compact agreement conclusions other",
    "participation-role": "participant host chair co-chair organiser observer guest"
    " speaker",
    "process-level": "regional interregional global bilateral",
    "migration": "development-root-causes regular-pathways protection-rights"
    " irregular-smuggling-trafficking border-management"
    " return-readmission-reintegration governance-cooperation"
    " narratives-nondiscrimination",
    "gcm": [str(number) for number in range(1, 24)],
    "jvap": [str(number) for number in range(1, 6)],
}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_scheme_has_its_concepts(themes: Graph, scheme: str) -> None:
    listed = SCHEMES[scheme]
    notations = listed.split() if isinstance(listed, str) else listed
    expected = {concept_iri(scheme, notation) for notation in notations}
    iri = URIRef(f"{BASE}theme/{scheme}")
    assert set(themes.subjects(SKOS.inScheme, iri)) == expected
    assert set(themes.subjects(SKOS.topConceptOf, iri)) == expected
    assert (iri, RDF.type, SKOS.ConceptScheme) in themes


def test_each_concept_is_named_defined_and_has_its_notation(themes: Graph) -> None:
    for concept in themes.subjects(RDF.type, SKOS.Concept):
        labels = set(themes.objects(concept, SKOS.prefLabel))
        assert set(themes.objects(concept, RDFS.label)) == labels
        languages = {label.language for label in labels if isinstance(label, Literal)}
        assert len(languages) == len(labels)
        assert "en" in languages
        (definition,) = in_language(themes, concept, SKOS.definition, "en")
        assert definition.endswith(".")
        (notation,) = themes.objects(concept, SKOS.notation)
        assert str(concept).endswith(f"/{notation}")


def test_what_others_laid_down_has_a_source(themes: Graph) -> None:
    for scheme in ("gcm", "jvap"):
        iri = URIRef(f"{BASE}theme/{scheme}")
        for concept in (iri, *themes.subjects(SKOS.inScheme, iri)):
            assert themes.value(concept, DCTERMS.source), concept


def test_mappings_lead_to_concepts_that_are_there(themes: Graph) -> None:
    concepts = set(themes.subjects(RDF.type, SKOS.Concept))
    for prop in (SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.exactMatch):
        for one, other in themes.subject_objects(prop):
            assert one in concepts
            assert other in concepts or not str(other).startswith(BASE)
