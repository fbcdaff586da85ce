"""The tests of FOOPS! that an ontology can be put to without the web.

Each is read here from the program's own source; titles are its own names for what is
looked at. `ONLINE` names those that need a live address.

Source: https://w3id.org/foops/catalogue, https://github.com/oeg-upm/fair_ontologies
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DC, DCTERMS, FOAF, OWL, PROV, RDF, RDFS, SDO, SKOS, VANN
from rdflib.term import Node

__all__ = ["ONLINE", "FairTest", "fair_tests"]

ONLINE: Final = ("URI1", "VER2", "OM4.2", "FIND2", "CN1", "DOC1")
"""Tests that ask the web: whether IRIs resolve, are negotiated, are registered."""

_BIBO: Final = Namespace("http://purl.org/ontology/bibo/")
_MOD: Final = Namespace("https://w3id.org/mod#")
_PERSISTENT: Final = (
    *("w3id.org", "doi.org", "linked.data.gov.au", "dbpedia.org", "perma.cc"),
    *("data.europa.eu", "www.w3.org", "purl.org"),
)
_METADATA: Final[dict[str, tuple[URIRef, ...]]] = {
    "title": (DCTERMS.title, DC.title, SDO.name),
    "description": (DCTERMS.description, DCTERMS.abstract, RDFS.comment, SKOS.note),
    "licence": (DCTERMS.license, SDO.license),
    "version IRI": (OWL.versionIRI,),
    "author": (DCTERMS.creator, DC.creator, SDO.creator, FOAF.maker),
    "namespace": (VANN.preferredNamespaceUri,),
    "prefix": (VANN.preferredNamespacePrefix,),
    "version": (OWL.versionInfo, SDO.schemaVersion),
    "creation date": (DCTERMS.created, SDO.dateCreated, PROV.generatedAtTime),
    "citation": (DCTERMS.bibliographicCitation,),
    "publisher": (DCTERMS.publisher, DC.publisher, SDO.publisher),
    "logo": (FOAF.logo, SDO.logo),
    "status": (_BIBO.status, _MOD.status),
    "source": (DCTERMS.source, DC.source, PROV.hadPrimarySource),
    "issue date": (DCTERMS.issued, SDO.datePublished),
    "catalogue": (SDO.includedInDataCatalog,),
    "DOI": (_BIBO.doi,),
}
_DESCRIBING: Final = tuple(
    str(space) for space in (DC, DCTERMS, SDO, VANN, PROV, FOAF, _BIBO, _MOD)
)
_TERM_KINDS: Final = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)


@dataclass(frozen=True, slots=True)
class FairTest:
    """One test and what came of it; `missing` is empty where it is passed."""

    name: str
    title: str
    missing: tuple[str, ...]


def fair_tests(ontology: Graph, iri: URIRef) -> list[FairTest]:
    """Return the static tests, each with what an ontology lacks for it.

    Args:
        ontology: Its triples.
        iri: The IRI that it was asked for by.
    """
    return [
        FairTest(name, title, tuple(find(ontology, iri)))
        for name, title, find in _TESTS
    ]


Finder = Callable[[Graph, URIRef], Iterator[str]]


def _has(*names: str) -> Finder:
    """Return what finds the metadata that an ontology lacks."""

    def find(graph: Graph, iri: URIRef) -> Iterator[str]:
        for name in names:
            if not any(list(graph.objects(iri, prop)) for prop in _METADATA[name]):
                yield name

    return find


def _persistent(_: Graph, iri: URIRef) -> Iterator[str]:
    if not any(host in iri for host in _PERSISTENT):
        yield "a persistent address"


def _open_protocol(_: Graph, iri: URIRef) -> Iterator[str]:
    if not iri.startswith("http"):
        yield "HTTP"


def _same_iri(graph: Graph, iri: URIRef) -> Iterator[str]:
    found = {str(node) for node in graph.subjects(RDF.type, OWL.Ontology)}
    if found != {str(iri)}:
        yield f"one ontology with the IRI {iri}"


def _other_version_iri(graph: Graph, iri: URIRef) -> Iterator[str]:
    versions = set(graph.objects(iri, OWL.versionIRI))
    if not versions or iri in versions:
        yield "a version IRI that differs from the IRI"


def _read(graph: Graph, _: URIRef) -> Iterator[str]:
    if not len(graph):
        yield "triples"


def _reused_metadata(graph: Graph, iri: URIRef) -> Iterator[str]:
    if not any(str(p).startswith(_DESCRIBING) for p in graph.predicates(iri)):
        yield "metadata in a known vocabulary"


def _reused_terms(graph: Graph, iri: URIRef) -> Iterator[str]:
    terms = {str(t) for kind in _TERM_KINDS for t in graph.subjects(RDF.type, kind)}
    if all(term.startswith((str(iri), str(OWL))) for term in terms):
        yield "a term of another vocabulary"


def _each_term_has(*props: URIRef) -> Finder:
    """Return what finds the terms that lack all of some annotations."""

    def find(graph: Graph, iri: URIRef) -> Iterator[str]:
        for kind in _TERM_KINDS:
            for term in graph.subjects(RDF.type, kind):
                if str(term).startswith(str(iri)) and not _text(graph, term, props):
                    yield str(term)

    return find


def _text(graph: Graph, term: Node, props: tuple[URIRef, ...]) -> bool:
    """Return whether a term has a literal for one of some properties."""
    return any(
        isinstance(value, Literal)
        for prop in props
        for value in graph.objects(term, prop)
    )


_TESTS: Final[tuple[tuple[str, str, Finder], ...]] = (
    ("PURL1", "Persistent URL", _persistent),
    ("URI2", "Consistent ontology IDs", _same_iri),
    ("VER1", "Version IRI", _other_version_iri),
    (
        "OM1",
        "Minimum metadata",
        _has("title", "description", "licence", "version IRI", "author", "namespace"),
    ),
    (
        "OM2",
        "Recommended metadata",
        _has("prefix", "version", "creation date", "citation"),
    ),
    (
        "OM3",
        "Detailed metadata",
        _has("DOI", "publisher", "logo", "status", "source", "issue date"),
    ),
    ("OM4.1", "Licence availability", _has("licence")),
    ("OM5.1", "Basic provenance metadata", _has("author", "creation date")),
    ("OM5.2", "Detailed provenance metadata", _has("issue date", "publisher")),
    ("VOC1", "Vocabulary reuse (metadata)", _reused_metadata),
    ("VOC2", "Vocabulary reuse", _reused_terms),
    ("VOC3", "Documentation: labels", _each_term_has(RDFS.label, SKOS.prefLabel)),
    (
        "VOC4",
        "Documentation: definitions",
        _each_term_has(RDFS.comment, SKOS.definition),
    ),
    ("FIND1", "Ontology prefix", _has("prefix")),
    ("FIND3", "Ontology in metadata registry", _has("catalogue")),
    ("FIND_3_BIS", "Metadata accessible without the ontology", _has("catalogue")),
    ("RDF1", "RDF availability", _read),
    ("HTTP1", "Open protocol", _open_protocol),
)
