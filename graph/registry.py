"""The registry as RDF: the graph ``registry``.

Records, their memberships and chairmanships, and what pages differ on. It holds names
in English, French and Arabic; of a place, French ones only where they differ from the
English, and no further ones. Other languages, adjectives, misspellings and ambiguous
names serve to read documents and stay in the records. A record that rests on no page
that was read has ``hiwar:needsReview``.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from rdflib import Graph, Literal, Namespace, URIRef

from hiwar.graph import edtf
from hiwar.graph.namespaces import (
    BASE,
    DCTERMS,
    HIWAR,
    RDF,
    RDFS,
    SKOS,
    XSD,
    bind_prefixes,
    concept_iri,
    thing_iri,
)
from hiwar.graph.resolve.roles import ROLES
from hiwar.ontology.disagreements import Dispute, load_disputes
from hiwar.ontology.records import SEGMENTS, Record, load_registry
from hiwar.ontology.sources import Citation
from hiwar.ontology.ties import Tie, load_ties

__all__ = ["registry_graph"]

_LANGUAGES: Final = frozenset({"en", "fr", "ar"})
_OTHER_NAMES: Final = frozenset({"other", "formal", "acronym", "former"})
_ID: Final = Namespace(f"{BASE}id/")
_LITERALS: Final = {
    "isoAlpha2": HIWAR.isoAlpha2,
    "isoAlpha3": HIWAR.isoAlpha3,
    "established": HIWAR.established,
    "when": HIWAR.when,
}
_CONCEPTS: Final = {
    "level": (HIWAR.processLevel, "process-level"),
    "documentKind": (HIWAR.documentKind, "document-kind"),
}
_THINGS: Final = {
    "partOf": HIWAR.partOf,
    "party": HIWAR.hasMember,
    "member": HIWAR.hasMember,
    "secretariat": HIWAR.hasSecretariat,
    "frameworkOf": HIWAR.frameworkOf,
}


def registry_graph() -> Graph:
    """Return the registry's graph, the same triples in every process.

    It has no blank nodes; every record has its class, an English label and at least
    one ``dcterms:source``, a page with title and, where known, date; so has every
    relation, which stands beside the plain triple that says the same without dates.
    """
    graph = bind_prefixes(Graph(bind_namespaces="none"))
    for record in load_registry().records:
        subject = thing_iri(SEGMENTS[record.kind], record.slug)
        graph.add((subject, RDF.type, HIWAR[record.kind]))
        _add_names(graph, subject, record)
        for fact, value in record.facts:
            graph.add((subject, *_property_and_value(fact, value)))
        if not record.is_verified:
            graph.add((subject, HIWAR.needsReview, Literal(True)))
        _add_sources(graph, subject, record.sources)
    for tie in load_ties():
        _add_tie(graph, tie)
    for dispute in load_disputes():
        _add_dispute(graph, dispute)
    return graph


def _add_tie(graph: Graph, tie: Tie) -> None:
    """Add a relation with its roles and days, and the plain triple beside it."""
    node, predicate = _ID[tie.path], HIWAR[tie.predicate]
    subject, value, roles = _ID[tie.subject], _ID[tie.object], ROLES[predicate]
    graph.add((subject, predicate, value))
    graph.add((node, RDF.type, HIWAR[roles.kind]))
    graph.add((node, roles.of_subject, subject))
    graph.add((node, roles.of_object, value))
    for dated, day in _dates(tie.when):
        graph.add((node, dated, day))
    _add_sources(graph, node, tie.sources)


def _dates(when: str) -> Iterator[tuple[URIRef, Literal]]:
    """Yield a date as given, and the days that it gives.

    A single date says that the term was then, not that it lies within: only an
    interval bounds it.
    """
    if when:
        yield HIWAR.when, Literal(when)
    if not edtf.is_interval(when):
        return
    low, high = edtf.bounds(when)
    days = {
        HIWAR.startDate: edtf.start_day(when),
        HIWAR.endDate: edtf.end_day(when),
        HIWAR.notBefore: low,
        HIWAR.notAfter: high,
    }
    for predicate, day in days.items():
        if day:
            yield predicate, Literal(day)


def _add_dispute(graph: Graph, dispute: Dispute) -> None:
    """Add a disagreement and what each page says."""
    node = thing_iri("disagreement", dispute.slug)
    graph.add((node, RDF.type, HIWAR.Disagreement))
    graph.add((node, HIWAR.disputedSubject, _ID[dispute.about]))
    graph.add((node, HIWAR.disputedProperty, HIWAR[dispute.property]))
    graph.add((node, HIWAR.preferenceRule, Literal(dispute.rule)))
    for number, (says, citation) in enumerate(dispute.values, 1):
        value = thing_iri("competing-value", f"{dispute.slug}-{number}")
        graph.add((node, HIWAR.competingValue, value))
        graph.add((value, RDF.type, HIWAR.CompetingValue))
        graph.add((value, HIWAR.givenValue, Literal(says)))
        _add_sources(graph, value, (citation,))


def _add_names(graph: Graph, subject: URIRef, record: Record) -> None:
    is_place = record.kind == "Place"
    for name in record.names:
        same = is_place and name.language == "fr" and name.text == record.name("en")
        if name.language in _LANGUAGES and not same:
            literal = Literal(name.text, lang=name.language)
            if name.role == "preferred":
                graph.add((subject, RDFS.label, literal))
                graph.add((subject, SKOS.prefLabel, literal))
            elif name.role in _OTHER_NAMES and not is_place:
                graph.add((subject, SKOS.altLabel, literal))


def _property_and_value(fact: str, value: str) -> tuple[URIRef, URIRef | Literal]:
    """Return the property of a record's fact, and its value as a term.

    Raises:
        KeyError: If records have a fact that this table does not know.
    """
    if fact in _LITERALS:
        return _LITERALS[fact], Literal(value)
    if fact in _CONCEPTS:
        predicate, scheme = _CONCEPTS[fact]
        return predicate, concept_iri(scheme, value)
    if fact == "inState":
        return HIWAR.inState, thing_iri("state", value)
    if fact == "exactMatch":
        return SKOS.exactMatch, URIRef(value)
    return _THINGS[fact], _ID[value]


def _add_sources(graph: Graph, subject: URIRef, citations: Iterable[Citation]) -> None:
    """Name the pages that something rests on, and describe them."""
    for citation in citations:
        page = URIRef(citation.url)
        graph.add((subject, DCTERMS.source, page))
        graph.add((page, DCTERMS.title, Literal(citation.title)))
        if citation.date:
            graph.add((page, DCTERMS.date, Literal(citation.date, datatype=XSD.date)))
