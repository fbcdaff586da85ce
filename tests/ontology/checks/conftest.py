"""The ontology, and copies of it that are broken."""

from collections.abc import Callable

import pytest
from rdflib import (
    OWL,
    RDF,
    Graph,
    Namespace,
    URIRef,
)
from rdflib.term import Node

from hiwar.ontology import ONTOLOGY
from hiwar.ontology.checks import published
from hiwar.ontology.vocabulary import ONTOLOGY_IRI

H = Namespace(f"{ONTOLOGY_IRI}#")


def read(*names: str) -> Graph:
    graph = Graph(bind_namespaces="none")
    for name in names:
        graph.parse(data=published(name), format="turtle")
    return graph


@pytest.fixture
def ontology() -> Graph:
    return read(*ONTOLOGY, "dl")


def without(
    graph: Graph,
    subject: Node,
    predicate: Node | None = None,
    value: Node | None = None,
) -> Graph:
    assert next(graph.triples((subject, predicate, value)), None)
    graph.remove((subject, predicate, value))
    return graph


Change = Callable[[Graph], object]


def add(*triples: tuple[Node, Node, Node]) -> Change:
    return lambda graph: [graph.add(triple) for triple in triples]


def drop(*pattern: Node) -> Change:
    return lambda graph: without(graph, *pattern)


def declare(name: str, kind: URIRef = OWL.Class) -> tuple[Node, Node, Node]:
    return (H[name], RDF.type, kind)
