"""The namespaces and the ways in which IRIs are made, in one place."""

from functools import lru_cache
from typing import Final

from rdflib import Graph, Namespace, URIRef
from rdflib.namespace import DCTERMS, OWL, PROV, RDF, RDFS, SKOS, XSD

from hiwar.settings import Settings

__all__ = [
    "BASE",
    "DCTERMS",
    "HIWAR",
    "OA",
    "OWL",
    "PREFIXES",
    "PROV",
    "RDF",
    "RDFS",
    "SEARCH",
    "SKOS",
    "XSD",
    "bind_prefixes",
    "concept_iri",
    "graph_iri",
    "thing_iri",
]


class _Terms(Namespace):
    """A namespace of which each term is made once."""

    def __getattr__(self, name: str) -> URIRef:
        """Return the term of a name, and keep it as an attribute."""
        term = super().__getattr__(name)
        vars(self)[name] = term
        return term

    @lru_cache(maxsize=1024)  # noqa: B019  (there are but two namespaces)
    def term(self, name: str) -> URIRef:
        """Return the term of a name."""
        return super().term(name)


BASE: Final = Settings.from_environment().base_iri
HIWAR: Final = _Terms(f"{BASE}ontology#")
OA: Final = Namespace("http://www.w3.org/ns/oa#")
SEARCH: Final = _Terms(f"{BASE}search#")
"""The patterns that search, which are in queries only."""

PREFIXES: Final[dict[str, str]] = {
    "dcterms": str(DCTERMS),
    "graph": f"{BASE}graph/",
    "hiwar": str(HIWAR),
    "id": f"{BASE}id/",
    "oa": str(OA),
    "owl": str(OWL),
    "prov": str(PROV),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "skos": str(SKOS),
    "theme": f"{BASE}theme/",
    "xsd": str(XSD),
}


def thing_iri(kind: str, slug: str) -> URIRef:
    """Return the IRI of a thing.

    >>> str(thing_iri("state", "EGY")).removeprefix(BASE)
    'id/state/EGY'
    """
    return URIRef(f"{BASE}id/{kind}/{slug}")


def concept_iri(scheme: str, notation: str) -> URIRef:
    """Return the IRI of a SKOS concept.

    >>> str(concept_iri("meeting-kind", "summit")).removeprefix(BASE)
    'theme/meeting-kind/summit'
    """
    return URIRef(f"{BASE}theme/{scheme}/{notation}")


def graph_iri(name: str) -> URIRef:
    """Return the name of a graph, ``facts`` or ``document/{slug}`` for example."""
    return URIRef(f"{BASE}graph/{name}")


def bind_prefixes(graph: Graph) -> Graph:
    """Bind our prefixes, and no others, to a graph, and return it."""
    for prefix, iri in PREFIXES.items():
        graph.bind(prefix, iri, override=True, replace=True)
    return graph
