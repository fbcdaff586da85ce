"""The graph of one document: its description, its statements, their sentences."""

from collections.abc import Iterable
from typing import Final
from urllib.parse import quote as quote_url

from rdflib import Graph, Literal, URIRef

from hiwar.graph.derive.claims import Claim, Quote, digest
from hiwar.graph.edtf import start_day
from hiwar.graph.model import Reading, Thing
from hiwar.graph.namespaces import (
    DCTERMS,
    HIWAR,
    OA,
    PROV,
    RDF,
    RDFS,
    SKOS,
    XSD,
    bind_prefixes,
    concept_iri,
    thing_iri,
)
from hiwar.graph.resolve import Resolution

__all__ = ["add_statement", "document_graph", "new_graph"]

_CONTEXT: Final = 32
"""Code points that a quote has before and after it, as Web Annotation advises."""

_IRI_SAFE: Final = ":/?#[]@!$&'()*+,;=%~"


def document_graph(
    reading: Reading, resolution: Resolution, claims: Iterable[Claim]
) -> Graph:
    """Return the graph of one document; it depends on no other document."""
    graph = new_graph()
    _describe(graph, reading, resolution)
    quotes: set[Quote] = set()
    for claim in claims:
        add_statement(graph, claim)
        quotes.update(claim.evidence)
    source = resolution.iri(reading, _source_thing(reading))
    for quote in sorted(quotes):
        _add_evidence(graph, reading, source, quote)
    return graph


def new_graph() -> Graph:
    """Return an empty graph with our prefixes."""
    return bind_prefixes(Graph(bind_namespaces="none"))


def add_statement(graph: Graph, claim: Claim) -> None:
    """Add the node of a statement."""
    node = claim.iri
    graph.add((node, RDF.type, HIWAR.Statement))
    graph.add((node, RDF.subject, claim.subject))
    graph.add((node, RDF.predicate, claim.predicate))
    graph.add((node, RDF.object, claim.object))
    graph.add((node, HIWAR.status, concept_iri("status", claim.status)))
    graph.add((node, HIWAR.basis, concept_iri("basis", claim.basis)))
    graph.add((node, HIWAR.rule, Literal(claim.rule)))
    if claim.describes:
        graph.add((node, HIWAR.describes, claim.describes))
    for name in claim.mentioned_as:
        graph.add((node, HIWAR.mentionedAs, name))
    for document in claim.documents:
        graph.add((node, HIWAR.wasStatedIn, document))
    for quote in claim.evidence:
        graph.add((node, PROV.wasDerivedFrom, quote.iri))


def _source_thing(reading: Reading) -> Thing:
    return Thing("SourceDocument", reading.source.content_hash)


def _describe(graph: Graph, reading: Reading, resolution: Resolution) -> None:
    source = reading.source
    node = resolution.iri(reading, _source_thing(reading))
    name = Literal(source.title or source.name, lang=source.language or None)
    graph.add((node, RDF.type, HIWAR.SourceDocument))
    graph.add((node, RDFS.label, name))
    graph.add((node, SKOS.prefLabel, name))
    graph.add((node, HIWAR.contentHash, Literal(source.content_hash)))
    graph.add((node, HIWAR.fileName, Literal(source.name)))
    if source.title:
        graph.add((node, DCTERMS.title, name))
    known = {
        DCTERMS.publisher: source.publisher,
        DCTERMS.language: source.language,
        HIWAR.retrieved: source.retrieved,
    }
    for predicate, text in known.items():
        if text:
            graph.add((node, predicate, Literal(text)))
    for predicate, address in (
        (DCTERMS.source, source.url),
        (DCTERMS.license, source.licence),
    ):
        if address:
            graph.add((node, predicate, _address(address)))
    if source.published:
        is_day = start_day(source.published) and "/" not in source.published
        kind = XSD.date if is_day else None
        graph.add((node, DCTERMS.issued, Literal(source.published, datatype=kind)))


def _address(text: str) -> URIRef | Literal:
    """Return an address as an IRI, and what is none as text."""
    if text.startswith(("http://", "https://")):
        return URIRef(quote_url(text, safe=_IRI_SAFE))
    return Literal(text)


def _add_evidence(graph: Graph, reading: Reading, source: URIRef, quote: Quote) -> None:
    text = reading.source.text
    start, end = quote.start, quote.end
    node = quote.iri
    by_words = thing_iri("evidence", digest(node, "quote"))
    by_place = thing_iri("evidence", digest(node, "position"))
    before, after = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
    graph.add((node, RDF.type, HIWAR.Evidence))
    graph.add((node, RDF.type, OA.SpecificResource))
    graph.add((node, OA.hasSource, source))
    graph.add((node, OA.hasSelector, by_words))
    graph.add((node, OA.hasSelector, by_place))
    graph.add((by_words, RDF.type, OA.TextQuoteSelector))
    graph.add((by_words, OA.exact, Literal(text[start:end])))
    graph.add((by_words, OA.prefix, Literal(before)))
    graph.add((by_words, OA.suffix, Literal(after)))
    graph.add((by_place, RDF.type, OA.TextPositionSelector))
    graph.add((by_place, OA.start, Literal(start, datatype=XSD.integer)))
    graph.add((by_place, OA.end, Literal(end, datatype=XSD.integer)))
