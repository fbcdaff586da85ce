"""The tests of FOOPS! that need no web."""

import pytest
from rdflib import (
    DCTERMS,
    OWL,
    RDF,
    SDO,
    SKOS,
    VANN,
    Graph,
    Namespace,
    URIRef,
)

from hiwar.ontology import ONTOLOGY
from hiwar.ontology.fairness import ONLINE, fair_tests
from hiwar.ontology.vocabulary import ONTOLOGY_IRI
from tests.ontology.checks.conftest import Change, H, add, declare, drop, read

BIBO = Namespace("http://purl.org/ontology/bibo/")


def test_all_tests_of_foops_are_named_here_or_need_the_web() -> None:
    static = {test.name for test in fair_tests(Graph(), ONTOLOGY_IRI)}
    assert len(static | set(ONLINE)) == len(static) + len(ONLINE) == 24


def test_of_the_static_tests_only_the_one_that_wants_a_doi_is_not_passed(
    ontology: Graph,
) -> None:
    core = read(*ONTOLOGY)
    failed = {t.name: t.missing for t in fair_tests(core, ONTOLOGY_IRI) if t.missing}
    assert failed == {"OM3": ("DOI", "logo")}


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("URI2", add((URIRef("http://example.org/x"), RDF.type, OWL.Ontology))),
        ("VER1", drop(ONTOLOGY_IRI, OWL.versionIRI)),
        pytest.param(
            "VER1", add((ONTOLOGY_IRI, OWL.versionIRI, ONTOLOGY_IRI)), id="VER1-same"
        ),
        ("OM1", drop(ONTOLOGY_IRI, DCTERMS.description)),
        ("OM2", drop(ONTOLOGY_IRI, DCTERMS.bibliographicCitation)),
        ("OM3", drop(ONTOLOGY_IRI, BIBO.status)),
        ("OM4.1", drop(ONTOLOGY_IRI, DCTERMS.license)),
        ("OM5.1", drop(ONTOLOGY_IRI, DCTERMS.created)),
        ("OM5.2", drop(ONTOLOGY_IRI, DCTERMS.issued)),
        ("VOC1", drop(ONTOLOGY_IRI)),
        ("VOC3", add(declare("Island"))),
        ("VOC4", drop(H.Meeting, SKOS.definition)),
        ("FIND1", drop(ONTOLOGY_IRI, VANN.preferredNamespacePrefix)),
        ("FIND3", drop(ONTOLOGY_IRI, SDO.includedInDataCatalog)),
        ("FIND_3_BIS", drop(ONTOLOGY_IRI, SDO.includedInDataCatalog)),
    ],
)
def test_what_a_test_of_foops_wants_is_missed(name: str, change: Change) -> None:
    core = read(*ONTOLOGY)
    before = {test.name: test.missing for test in fair_tests(core, ONTOLOGY_IRI)}[name]
    change(core)
    after = {test.name: test.missing for test in fair_tests(core, ONTOLOGY_IRI)}[name]
    assert set(after) > set(before)


def test_an_address_that_may_vanish_and_no_triples_are_missed() -> None:
    found = {t.name: t.missing for t in fair_tests(Graph(), URIRef("urn:x:onto"))}
    assert all(found[name] for name in ("PURL1", "HTTP1", "RDF1", "URI2", "VOC2"))
