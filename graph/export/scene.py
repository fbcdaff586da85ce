"""What a picture is drawn from: graphs in memory, or those of a store, as they are.

A `View` can be asked like a graph of rdflib, and holds nothing itself.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pyoxigraph as ox
from rdflib import Graph, URIRef
from rdflib.term import Node

from hiwar.graph.namespaces import graph_iri
from hiwar.graph.store import OxigraphStore, to_node, to_term

__all__ = ["Fact", "Joined", "Pattern", "Scene", "Source", "View"]

Fact = tuple[Node, Node, Node]
Pattern = tuple[Node | None, Node | None, Node | None]
_PREFIX = str(graph_iri(""))


class View(ABC):
    """Triples that are looked up where they are."""

    @abstractmethod
    def triples(self, pattern: Pattern) -> Iterator[Fact]:
        """Return the triples that fit a pattern, None for any term."""

    def __iter__(self) -> Iterator[Fact]:
        """Return all triples."""
        return self.triples((None, None, None))

    def __contains__(self, pattern: Pattern) -> bool:
        """Whether a triple fits a pattern."""
        return next(self.triples(pattern), None) is not None

    def objects(self, subject: Node, predicate: Node) -> Iterator[Node]:
        """Return the values of a property."""
        return (fact[2] for fact in self.triples((subject, predicate, None)))

    def subjects(self, predicate: Node, value: Node) -> Iterator[Node]:
        """Return what has a value."""
        return (fact[0] for fact in self.triples((None, predicate, value)))

    def subject_objects(self, predicate: Node) -> Iterator[tuple[Node, Node]]:
        """Return subjects and values of a property."""
        return ((s, value) for s, _, value in self.triples((None, predicate, None)))

    def value(self, subject: Node, predicate: Node) -> Node | None:
        """Return the value of a property that has one."""
        return next(self.objects(subject, predicate), None)


Source = Graph | View


class Stored(View):
    """One graph of a store, or those in which a thing may be known."""

    def __init__(self, store: OxigraphStore, name: str | None = None) -> None:
        self._store, self._name = store, name

    def triples(self, pattern: Pattern) -> Iterator[Fact]:
        """Return the triples that fit a pattern, None for any term."""
        subject, predicate, value = (item and to_term(item) for item in pattern)
        for quad in self._store.matching(subject, predicate, value, self._name):
            if self._name or _is_known(_name_of(quad)):
                yield _node(quad.subject), _node(quad.predicate), _node(quad.object)


class Joined(View):
    """Several sources as one; what two of them have comes twice."""

    def __init__(self, *parts: Source) -> None:
        self._parts = parts

    def triples(self, pattern: Pattern) -> Iterator[Fact]:
        """Return the triples that fit a pattern, None for any term."""
        for part in self._parts:
            yield from part.triples(pattern)


@dataclass(frozen=True, slots=True)
class Scene:
    """What a picture is drawn from.

    Attributes:
        facts: The facts to draw.
        registry: The reviewed reference data.
        known: All in which a thing's name, class, time or statements may be.
    """

    facts: Source
    registry: Source
    known: Source

    @classmethod
    def of(cls, graphs: Mapping[str, Graph]) -> "Scene":
        """Return what graphs give, by their names; some may be missing."""
        known = Graph()
        for name, graph in graphs.items():
            if _is_known(name):
                known += graph
        facts, registry = (graphs.get(name, Graph()) for name in ("facts", "registry"))
        return cls(facts, registry, known)

    @classmethod
    def of_store(cls, store: OxigraphStore) -> "Scene":
        """Return what a store gives, which must stay open."""
        return cls(Stored(store, "facts"), Stored(store, "registry"), Stored(store))


def _is_known(name: str) -> bool:
    return name in ("facts", "registry", "themes") or name.startswith("document/")


def _name_of(quad: ox.Quad) -> str:
    assert isinstance(quad.graph_name, ox.NamedNode)  # since no triple is in no graph
    return quad.graph_name.value.removeprefix(_PREFIX)


@lru_cache(1_024)
def _iri(text: str) -> URIRef:
    return URIRef(text)


def _node(term: Any) -> Node:
    found: Node = _iri(term.value) if isinstance(term, ox.NamedNode) else to_node(term)
    return found
