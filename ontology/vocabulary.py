"""Which terms there are: ours, and those of others that ours may be written with.

Of namespaces that rdflib ships with all their terms, its list counts; of others, the
file ``foreign-terms.txt``, which names for each where it was looked up.
"""

from functools import cache
from importlib.resources import files
from typing import Final

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import (
    DCAT,
    DCTERMS,
    FOAF,
    ORG,
    OWL,
    PROV,
    RDF,
    RDFS,
    SDO,
    SH,
    SKOS,
    VANN,
    VOID,
    XSD,
    DefinedNamespace,
)
from rdflib.term import Node

from hiwar.settings import Settings

__all__ = ["HIWAR", "ONTOLOGY_IRI", "own_terms", "undeclared_terms"]

_BASE: Final = Settings.base_iri
HIWAR: Final = f"{_BASE}ontology#"
ONTOLOGY_IRI: Final = URIRef(f"{_BASE}ontology")

_KNOWN: Final[tuple[type[DefinedNamespace], ...]] = (
    *(DCAT, DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SDO, SH, SKOS, VANN, VOID, XSD),
)
_TERM_TYPES: Final = (
    *(OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty),
)


def own_terms(graph: Graph) -> list[URIRef]:
    """Return our classes and properties that a graph declares, in order."""
    found = {
        term
        for kind in _TERM_TYPES
        for term in graph.subjects(RDF.type, kind)
        if isinstance(term, URIRef) and term.startswith(HIWAR)
    }
    return sorted(found)


def undeclared_terms(graph: Graph) -> list[str]:
    """Return what a graph uses as a term that nobody has declared.

    That is: an IRI of a known namespace that is not among its terms; a predicate or
    a class of a namespace that is not known; and an IRI of ours of which the graph,
    which is to have ontology, themes and shapes in it, says nothing.

    >>> triple = "<x:a> <http://purl.org/dc/terms/rigthsHolder> <x:b> ."
    >>> undeclared_terms(Graph().parse(data=triple))
    ['http://purl.org/dc/terms/rigthsHolder']
    """
    described = set(graph.subjects())
    return sorted(
        str(term)
        for term, is_term in _uses(graph)
        if not _is_declared(term, described, is_term)
    )


def _uses(graph: Graph) -> set[tuple[URIRef, bool]]:
    """Return each IRI, and whether it is used as a predicate, class or datatype."""
    found: set[tuple[Node | None, bool]] = set()
    for subject, predicate, value in graph:
        is_class = predicate in (RDF.type, SH.path, SH.targetClass, SH["class"])
        found |= {(subject, False), (predicate, True), (value, is_class)}
        if isinstance(value, Literal):
            found.add((value.datatype, True))
    named = {(term, flag) for term, flag in found if isinstance(term, URIRef)}
    return {use for use in named if use[1] or (use[0], True) not in named}


def _is_declared(term: URIRef, described: set[Node], is_term: bool) -> bool:
    """Return whether a term is one of its namespace, or described here."""
    if term.startswith(_BASE):
        return term in described or _is_no_term(term)
    for namespace in _KNOWN:
        if term.startswith(str(namespace)) and term != URIRef(str(namespace)):
            return term in namespace
    for space, terms in _foreign_terms().items():
        if term.startswith(space) and term != URIRef(space):
            return term.removeprefix(space) in terms
    return not is_term


def _is_no_term(iri: URIRef) -> bool:
    """Return whether an IRI of ours names a graph, a thing or a version."""
    local = iri.removeprefix(_BASE)
    return local.startswith(("graph/", "id/", "ontology/")) or not local


@cache
def _foreign_terms() -> dict[str, frozenset[str]]:
    """Return the pinned terms of each namespace of which rdflib has no list."""
    text = files("hiwar.ontology").joinpath("foreign-terms.txt").read_text("utf-8")
    spaces: dict[str, frozenset[str]] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            space, *terms = line.split()
            spaces[space] = frozenset(terms)
    return spaces
