"""Bounds settle a year, and no date is claimed beyond them."""

from typing import Any

from rdflib import Graph

from hiwar.graph.namespaces import (
    HIWAR,
    RDF,
)
from tests.graph.derive.conftest import day, derived


def test_bounds_of_two_documents_settle_a_year(
    draft: Any, registry: Graph, ontology: Graph
) -> None:
    one = draft("one", ["The second ministerial was held on 9 April."])
    meeting = one.meeting("second ministerial", ordinal=2, when="XXXX-04-09")
    two = draft("two", ["They held it since last May."], published="2025-04-10")
    meeting = two.meeting("second ministerial", ordinal=2)
    two.say(meeting, "notBefore", "2024-05-01")
    for readings, expected in (
        ([one.reading()], None),
        ([one.reading(), two.reading()], day("2025-04-09")),
    ):
        facts = derived(readings, registry, ontology)["facts"]
        (meeting_iri,) = facts.subjects(RDF.type, HIWAR.Meeting)
        assert facts.value(meeting_iri, HIWAR.startDate) == expected


def test_a_publication_date_bounds_and_never_sets(
    draft: Any, registry: Graph, ontology: Graph
) -> None:
    document = draft("report", ["The ministers met."], published="2025-04-10")
    document.meeting("ministerial conference")
    graphs = derived([document.reading()], registry, ontology)
    facts = graphs["facts"]
    (meeting,) = facts.subjects(RDF.type, HIWAR.Meeting)
    assert facts.value(meeting, HIWAR.notAfter) == day("2025-04-10")
    assert not list(facts.objects(meeting, HIWAR.startDate))
    assert not list(facts.objects(meeting, HIWAR.when))
