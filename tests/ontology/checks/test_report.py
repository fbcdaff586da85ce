"""The rows of the report of ROBOT."""

import pytest
from rdflib import (
    DCTERMS,
    OWL,
    PROV,
    RDF,
    RDFS,
    SDO,
    SKOS,
    Literal,
)

from hiwar.ontology import ONTOLOGY
from hiwar.ontology.report import LEVELS, report
from hiwar.ontology.vocabulary import ONTOLOGY_IRI
from tests.ontology.checks.conftest import Change, H, add, declare, drop, read

SPACED = Literal(" Meeting  of actors ", lang="en")


@pytest.mark.parametrize(
    ("row", "change"),
    [
        ("annotation_whitespace", add((H.Meeting, SKOS.example, Literal("One. ")))),
        ("deprecated_boolean_datatype", add((H.chairs, OWL.deprecated, Literal("1")))),
        ("deprecated_class_reference", add((H.Actor, OWL.deprecated, Literal(True)))),
        (
            "deprecated_property_reference",
            add((H.closeTo, OWL.deprecated, Literal(True)), (H.A, H.closeTo, H.B)),
        ),
        ("duplicate_definition", add((H.A, SKOS.definition, Literal("A b.", "en")))),
        ("duplicate_label", add((H.A, RDFS.label, Literal("Meeting", lang="en")))),
        ("equivalent_pair", add((H.Meeting, OWL.equivalentClass, H.Process))),
        ("illegal_use_of_built_in_vocabulary", add((RDF.type, RDFS.label, SPACED))),
        ("label_formatting", add((H.Meeting, RDFS.label, Literal("A\tmeeting")))),
        ("label_whitespace", add((H.Meeting, RDFS.label, SPACED))),
        ("lowercase_definition", add((H.A, SKOS.definition, Literal("it is.")))),
        ("missing_definition", drop(H.Meeting, SKOS.definition)),
        ("missing_label", drop(H.Meeting, RDFS.label)),
        ("missing_ontology_description", drop(ONTOLOGY_IRI, DCTERMS.description)),
        ("missing_ontology_license", drop(ONTOLOGY_IRI, DCTERMS.license)),
        ("missing_ontology_title", drop(ONTOLOGY_IRI, DCTERMS.title)),
        ("missing_superclass", add(declare("Island"))),
        ("misused_replaced_by", add((H.Meeting, DCTERMS.isReplacedBy, H.Process))),
        (
            "multiple_definitions",
            add((H.Meeting, SKOS.definition, Literal("Another.", lang="en"))),
        ),
        (
            "multiple_equivalent_classes",
            add(
                (H.Meeting, OWL.equivalentClass, PROV.Activity),
                (H.Meeting, OWL.equivalentClass, SDO.Event),
            ),
        ),
        ("multiple_labels", add((H.Meeting, RDFS.label, Literal("M", lang="en")))),
    ],
)
def test_a_row_of_the_report_finds_what_it_is_for(row: str, change: Change) -> None:
    core = read(*ONTOLOGY)
    if row == "duplicate_definition":
        core.add((H.Meeting, SKOS.definition, Literal("A b.", "en")))
    assert report(core)[row] == ()
    change(core)
    assert report(core)[row]


def test_every_row_of_the_report_has_a_level_and_the_ontology_is_clean() -> None:
    found = report(read(*ONTOLOGY))
    assert set(LEVELS) == set(found)
    assert set(LEVELS.values()) == {"ERROR", "WARN", "INFO"}
    assert not any(found.values())
