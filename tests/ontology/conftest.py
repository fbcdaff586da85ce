"""The ontology and the themes, and whose terms are in them."""

from pathlib import Path

import pycountry
import pytest
from rdflib import (
    RDF,
    Graph,
    Literal,
    URIRef,
)
from rdflib.term import Node

from hiwar.graph.namespaces import BASE, HIWAR
from hiwar.ontology import ONTOLOGY, THEMES, load_graph
from hiwar.ontology.records import (
    Registry,
    load_registry,
)

DOCS = Path(__file__).parents[2] / "docs" / "ontology.md"
IRI = URIRef(f"{BASE}ontology")


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return load_graph(*ONTOLOGY)


@pytest.fixture(scope="module")
def themes() -> Graph:
    return load_graph(*THEMES)


def own_terms(graph: Graph) -> set[URIRef]:
    return {
        term
        for term in graph.subjects(RDF.type)
        if isinstance(term, URIRef) and term.startswith(HIWAR)
    }


def own_names(graph: Graph) -> set[Node]:
    """Return all terms of our namespace that a graph uses anywhere."""
    return {
        term
        for triple in graph
        for term in triple
        if isinstance(term, URIRef) and term.startswith(HIWAR)
    }


def in_language(graph: Graph, term: Node, prop: URIRef, language: str) -> list[str]:
    values = graph.objects(term, prop)
    return [str(v) for v in values if isinstance(v, Literal) and v.language == language]


ISO_ALPHA3 = {country.alpha_3 for country in pycountry.countries}


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load_registry()
