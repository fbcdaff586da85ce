"""The graph as a picture: things as nodes, facts as edges, before any format.

A thing is a node, a fact between two things an edge. A relation (a term of
office, a participation …) is no node of its own: it is the edge of the fact that
it belongs to, which gets its dates and roles; what a relation has to do with a
further thing is drawn from its actor. Inverses are never drawn, since only facts are.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from rdflib import Literal, URIRef
from rdflib.term import Node

from hiwar.graph.dataset import short
from hiwar.graph.export.period import Period, period_of
from hiwar.graph.export.scene import Source
from hiwar.graph.namespaces import DCTERMS, HIWAR, RDF, RDFS, SKOS, concept_iri

__all__ = ["Edge", "Picture", "Vertex", "vertex_of"]

_COLOURS: Final[dict[str, str]] = {
    "Process": "#1b6ca8",
    "Meeting": "#d9822b",
    "DialogueRound": "#e0b04c",
    "State": "#2e8b57",
    "Organisation": "#6a4c93",
    "Person": "#c2436b",
    "ActorGroup": "#3f9c9c",
    "Post": "#e58fb0",
    "Place": "#7f8c5a",
    "Document": "#5c6b7a",
    "Commitment": "#a63d2f",
    "Intention": "#d68c7f",
    "AreaOfFocus": "#b59ac9",
    "FundingInstrument": "#8a6d3b",
    "SourceDocument": "#404040",
    "Concept": "#999999",
}
_OTHER: Final = "#bbbbbb"


@dataclass(frozen=True, slots=True)
class Vertex:
    """A thing: its IRI, name and class, and what is known of its time."""

    iri: str
    label: str
    kind: str
    period: Period

    @property
    def colour(self) -> str:
        """The colour of its class, ``#rrggbb``."""
        return _COLOURS.get(self.kind, _OTHER)


@dataclass(frozen=True, slots=True)
class Edge:
    """A fact between two things.

    Attributes:
        key: Made from the fact and its relation; no two edges have the same.
        label: The local name of the property.
        relation: The IRI of the relation that gives dates and role, or empty.
        role: The role in the relation, or empty.
        statements: The IRIs of the statements that say it, sorted.
        weight: How much it counts for; 0 for the number of its statements.
    """

    key: str
    source: str
    target: str
    label: str
    period: Period
    relation: str = ""
    role: str = ""
    statements: tuple[str, ...] = ()
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Picture:
    """All nodes and edges, each in a fixed order, which may be gone through again.

    Attributes:
        vertices: The nodes.
        edges: The edges.
        is_directed: Whether an edge leads from its source to its target; else they are
            alike.
    """

    vertices: Collection[Vertex]
    edges: Collection[Edge]
    is_directed: bool = True


def vertex_of(known: Source, node: URIRef) -> Vertex:
    """Return the node of a thing, as far as a graph knows it."""
    kinds = sorted(
        str(kind).removeprefix(str(HIWAR))
        for kind in known.objects(node, RDF.type)
        if str(kind).startswith(str(HIWAR))
    )
    is_concept = node.startswith(concept_iri("", "").removesuffix("/"))
    kind = "Concept" if is_concept else next(iter(kinds), "")
    return Vertex(str(node), _label(known, node), kind, period_of(known, node))


def _label(graph: Source, node: Node) -> str:
    """Return a thing's name, the English one first, else the end of its IRI."""
    labels = [
        label
        for predicate in (RDFS.label, SKOS.prefLabel, DCTERMS.title)
        for label in graph.objects(node, predicate)
        if isinstance(label, Literal)
    ]
    labels.sort(key=lambda label: (label.language != "en", str(label)))
    return str(labels[0]) if labels else short(node).rpartition("/")[2]
