"""The store: named graphs, their union for queries, and dumps that never differ.

What is written, counted and hashed is what the store gives back, since a store
may change the form of a value (Oxigraph makes ``"01"^^xsd:integer`` a ``1``).
Every dump is sorted and has fixed prefixes, so that equal graphs have equal bytes.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, Protocol

import pyoxigraph as ox
from rdflib import XSD, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from hiwar.errors import GateError, ReleaseError
from hiwar.graph.formats import Format
from hiwar.graph.namespaces import BASE, PREFIXES, graph_iri

__all__ = [
    "OxigraphStore",
    "Store",
    "from_graph",
    "serialize",
    "to_graph",
    "to_node",
    "to_term",
]

Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples

_FOLDERS: Final = ("id/", "theme/")
"""Under these, each next part of an IRI gets a prefix of its own: ``state:EGY``."""


class Store(Protocol):
    """What any store behind hiwar can do."""

    def load(self, graphs: Mapping[str, Graph]) -> None:
        """Add named graphs, all or none."""

    def names(self) -> list[str]:
        """Return the names of the graphs, ``facts`` for example, sorted."""

    def count(self, name: str | None = None) -> int:
        """Return the number of triples of one graph, or of all of them."""

    def quads(self, name: str | None = None) -> list[ox.Quad]:
        """Return the quads of one graph, or of all, in the order of dumps."""

    def graph(self, name: str) -> Graph:
        """Return one graph as a copy in memory."""

    def query(self, text: str) -> Answer:
        """Answer a query over the union of all graphs."""

    def backup(self, path: Path) -> None:
        """Write a copy that can be opened by itself."""


class OxigraphStore:
    """Oxigraph on disk, or in memory where no path is given.

    Args:
        path: Its folder, made where it does not exist.
        read_only: Whether to open what is there without the right to change it;
            beside a writer only a `backup` may be opened.

    Raises:
        ReleaseError: If the folder holds no store that can be opened.
    """

    def __init__(self, path: Path | None = None, *, read_only: bool = False) -> None:
        try:
            if path is None:
                self._store = ox.Store()
            elif read_only:
                self._store = ox.Store.read_only(str(path))
            else:
                self._store = ox.Store(str(path))
        except (OSError, RuntimeError) as error:  # the second where it is corrupted
            raise ReleaseError(
                f"{path} holds no store that can be opened: {_first_line(error)}."
                " Make the release again with 'hiwar build'."
            ) from error

    def load(self, graphs: Mapping[str, Graph]) -> None:
        """Add named graphs, all or none; equal graphs are stored equally."""
        self._store.bulk_extend(
            _quad(triple, name)
            for name in sorted(graphs)
            for triple in from_graph(graphs[name])
        )

    def names(self) -> list[str]:
        """Return the names of the graphs, ``facts`` for example, sorted."""
        prefix = str(graph_iri(""))
        return sorted(
            node.value.removeprefix(prefix) for node in self._store.named_graphs()
        )

    def count(self, name: str | None = None) -> int:
        """Return the number of triples of one graph, or of all of them."""
        if name is None:
            return len(self._store)
        graph = _node(name)
        return sum(1 for _ in self._store.quads_for_pattern(None, None, None, graph))

    def quads(self, name: str | None = None) -> list[ox.Quad]:
        """Return the quads of one graph, or of all, in the order of dumps."""
        graph = None if name is None else _node(name)
        found = self._store.quads_for_pattern(None, None, None, graph)
        return sorted(found, key=lambda quad: (str(quad.graph_name), str(quad.triple)))

    def matching(
        self, subject: Any, predicate: Any, value: Any, name: str | None = None
    ) -> Iterator[ox.Quad]:
        """Return the quads that fit, None for any term, one after the other."""
        graph = None if name is None else _node(name)
        return self._store.quads_for_pattern(subject, predicate, value, graph)

    def graph(self, name: str) -> Graph:
        """Return one graph as a copy in memory."""
        return to_graph(quad.triple for quad in self.quads(name))

    def query(self, text: str, *, has_dataset: bool = False) -> Answer:
        """Answer a query over the union of all graphs.

        The engine puts the union in place of what ``FROM`` names, unless it is told
        that the query ``has_dataset``.

        Raises:
            SyntaxError: If the text is no SPARQL 1.1 query.
        """
        return self._store.query(
            text,
            base_iri=BASE,
            prefixes=PREFIXES,
            use_default_graph_as_union=not has_dataset,
        )

    def backup(self, path: Path) -> None:
        """Write a copy that can be opened by itself, by hard links where it can."""
        self._store.backup(str(path))


def from_graph(graph: Graph) -> list[ox.Triple]:
    """Return a graph's triples in the order of dumps.

    Blank nodes get the labels of RDFC-1.0, so that isomorphic graphs give the
    same list. Source: https://www.w3.org/TR/rdf-canon/#canon-algorithm

    Raises:
        GateError: If a term is none of RDF 1.1, an IRI with a blank for example.
    """
    try:
        dataset = ox.Dataset(
            ox.Quad(to_term(subject), to_term(predicate), to_term(value))
            for subject, predicate, value in graph
        )
    except ValueError as error:
        raise GateError(
            f"A graph cannot be stored: {error}; expected terms of RDF 1.1."
        ) from error
    if any(isinstance(term, BNode) for triple in graph for term in triple):
        dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return sorted((quad.triple for quad in dataset), key=str)


def to_term(term: Node) -> Any:
    """Return a term of rdflib as one of the engine, its lexical form kept."""
    if isinstance(term, BNode):
        return ox.BlankNode(term)
    try:
        if not isinstance(term, Literal):
            return ox.NamedNode(str(term))
        if term.language:
            return ox.Literal(str(term), language=term.language)
        datatype = ox.NamedNode(term.datatype) if term.datatype else None
        return ox.Literal(str(term), datatype=datatype)
    except ValueError as error:
        raise GateError(
            f"{str(term)!r} cannot be stored: {error}; expected a term of RDF 1.1."
        ) from error


def to_graph(triples: Iterable[ox.Triple]) -> Graph:
    """Return triples as a graph of rdflib; blank nodes keep their labels."""
    graph = Graph(bind_namespaces="none")
    for triple in triples:
        graph.add(tuple(map(to_node, triple)))
    return graph


def to_node(term: Any) -> Any:
    """Return a term of the engine as one of rdflib, its lexical form kept."""
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    if term.language:
        return Literal(term.value, lang=term.language)
    datatype = URIRef(term.datatype.value)
    if datatype == XSD.string:  # rdflib's plain literals have none
        return Literal(term.value)
    return Literal(term.value, datatype=datatype, normalize=False)


def serialize(
    quads: Iterable[ox.Quad],
    format_: Format,
    more_prefixes: Mapping[str, str] = MappingProxyType({}),
) -> bytes:
    """Return quads in a format of RDF, in the order in which they come.

    In a format for one graph their graph names are left out. Prefixes are sorted
    and depend on nothing but the quads.
    """
    quads = list(quads)
    rdf_format = format_.rdf_format
    items = quads if rdf_format.supports_datasets else [quad.triple for quad in quads]
    prefixes = _prefixes(quads) | dict(more_prefixes)
    text = ox.serialize(items, format=rdf_format, prefixes=prefixes)
    assert text is not None  # since no output was given
    lines = text.split(b"\n")
    end = next(
        (i for i, line in enumerate(lines) if not line.startswith(b"@prefix")), 0
    )
    return b"\n".join([*sorted(lines[:end]), *lines[end:]])


def _prefixes(quads: Iterable[ox.Quad]) -> dict[str, str]:
    """Return our prefixes, and one for each kind of thing and scheme of themes."""
    prefixes = {
        prefix: iri
        for prefix, iri in PREFIXES.items()
        if iri.removeprefix(BASE) not in _FOLDERS
    }
    for iri in {iri for quad in quads for iri in _iris(quad.triple)}:
        for folder in _FOLDERS:
            part, slash, _ = iri.removeprefix(BASE + folder).partition("/")
            if iri.startswith(BASE + folder) and slash and part.isascii():
                name = part if folder == "id/" else f"theme-{part}"
                prefixes[name] = f"{BASE}{folder}{part}/"
    return prefixes


def _iris(triple: ox.Triple) -> Iterator[str]:
    """Return the IRIs that a triple names as subject and object."""
    for term in (triple.subject, triple.object):
        if isinstance(term, ox.NamedNode):
            yield term.value


def _quad(triple: ox.Triple, name: str) -> ox.Quad:
    """Return a triple in a graph, its blank nodes marked as this graph's own.

    Labels hold for a whole dataset: without the mark, the first blank nodes of
    two graphs would become one.
    """
    mark = re.sub(r"[^A-Za-z0-9]", "", name)
    subject, value = triple.subject, triple.object
    if isinstance(subject, ox.BlankNode):
        subject = ox.BlankNode(mark + subject.value)
    if isinstance(value, ox.BlankNode):
        value = ox.BlankNode(mark + value.value)
    return ox.Quad(subject, triple.predicate, value, _node(name))


def _node(name: str) -> ox.NamedNode:
    return ox.NamedNode(str(graph_iri(name)))


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0].rstrip(".")
