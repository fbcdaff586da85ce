"""The registry as RDF: the graph ``registry``.

It holds names in English, French and Arabic; of a place, French ones only where they
differ from the English, and no further ones. Other languages, adjectives, misspellings
and ambiguous names serve to read documents and stay in the records.
"""

from typing import Final

from rdflib import Graph, Literal, Namespace, URIRef

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
from hiwar.ontology.records import SEGMENTS, Citation, Record, load_registry

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
    "secretariat": HIWAR.hasSecretariat,
    "frameworkOf": HIWAR.frameworkOf,
}


def registry_graph() -> Graph:
    """Return the registry's graph, the same triples in every process.

    It has no blank nodes; every record has its class, an English label and at least
    one ``dcterms:source``, a page with title and, where known, date.
    """
    graph = bind_prefixes(Graph(bind_namespaces="none"))
    for record in load_registry().records:
        subject = thing_iri(SEGMENTS[record.kind], record.slug)
        graph.add((subject, RDF.type, HIWAR[record.kind]))
        _add_names(graph, subject, record)
        for fact, value in record.facts:
            graph.add((subject, *_property_and_value(fact, value)))
        for citation in record.sources:
            graph.add((subject, DCTERMS.source, _add_page(graph, citation)))
    return graph


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


def _add_page(graph: Graph, citation: Citation) -> URIRef:
    """Describe the page of a citation, and return its IRI."""
    page = URIRef(citation.url)
    graph.add((page, DCTERMS.title, Literal(citation.title)))
    if citation.date:
        graph.add((page, DCTERMS.date, Literal(citation.date, datatype=XSD.date)))
    return page
