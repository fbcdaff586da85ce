"""A store of rdflib for one graph in memory, and nothing but that graph.

rdflib's own keeps for each triple the graphs that it is in, and compares terms with
None by their values, which takes most of the time of a validation.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from rdflib import Graph
from rdflib.plugins.stores.memory import SimpleMemory

__all__ = ["plain_graph"]

_Index = dict[Any, dict[Any, dict[Any, None]]]


def plain_graph(*sources: Iterable[tuple[Any, Any, Any]]) -> Graph:
    """Return a graph of its own with the triples of others.

    >>> from rdflib import RDF
    >>> whole = plain_graph([(RDF.nil, RDF.type, RDF.List)], Graph())
    >>> list(whole.subjects(RDF.type)) == [RDF.nil], len(whole)
    (True, 1)
    """
    store = _Plain()
    for source in sources:
        for triple in source:
            store.add(triple)
    return Graph(store, bind_namespaces="none")


class _Plain(SimpleMemory):
    """Triples by subject, by predicate and by object."""

    context_aware = graph_aware = True  # as pySHACL asks, which then has one graph

    def __init__(self) -> None:
        super().__init__()
        self._spo: _Index = {}
        self._pos: _Index = {}
        self._osp: _Index = {}
        self._count = 0

    def add(self, triple: Any, context: Any = None, quoted: bool = False) -> None:
        """Add a triple."""
        s, p, o = triple
        values = self._spo.setdefault(s, {}).setdefault(p, {})
        if o not in values:
            values[o] = None
            self._pos.setdefault(p, {}).setdefault(o, {})[s] = None
            self._osp.setdefault(o, {}).setdefault(s, {})[p] = None
            self._count += 1

    def addN(self, quads: Iterable[Any]) -> None:  # noqa: N802 - rdflib's name
        """Add triples, whatever the graphs that they name."""
        for s, p, o, _ in quads:
            self.add((s, p, o))

    def remove(self, triple_pattern: Any, context: Any = None) -> None:
        """Remove the triples that fit a pattern."""
        for (s, p, o), _ in list(self.triples(triple_pattern)):
            for index, (one, two, three) in (
                (self._spo, (s, p, o)), (self._pos, (p, o, s)), (self._osp, (o, s, p))
            ):  # fmt: skip
                inner = index[one]
                del inner[two][three]
                if not inner[two]:
                    del inner[two]
                if not inner:
                    del index[one]
            self._count -= 1

    def triples(
        self, triple_pattern: Any, context: Any = None
    ) -> Iterator[tuple[Any, Any]]:
        """Yield the triples that fit a pattern, None for any term."""
        s, p, o = triple_pattern
        if s is not None:
            found = _within(self._spo, s, p, o)
            return (((s, p, o), None) for p, o in found)
        if p is not None:
            found = _within(self._pos, p, o, None)
            return (((s, p, o), None) for o, s in found)
        if o is not None:
            found = _within(self._osp, o, None, None)
            return (((s, p, o), None) for s, p in found)
        return (
            ((s, p, o), None)
            for s, inner in self._spo.items()
            for p, values in inner.items()
            for o in values
        )

    def __len__(self, context: Any = None) -> int:
        """Return the number of triples."""
        return self._count


def _within(index: _Index, one: Any, two: Any, three: Any) -> Iterable[tuple[Any, Any]]:
    """Return the second and third terms that an index has with the first."""
    inner = index.get(one)
    if inner is None:
        return ()
    if two is None:
        return (
            (second, third)
            for second, values in inner.items()
            for third in values
            if three is None or third == three
        )
    values = inner.get(two)
    if values is None:
        return ()
    if three is None:
        return ((two, third) for third in values)
    return ((two, three),) if three in values else ()
