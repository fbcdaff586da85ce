"""The graph as a picture: things as nodes, facts as edges, before any format.

A thing is a node, a fact between two things an edge. A relation (a term of
office, a participation …) is no node of its own: it is the edge of the fact that
it belongs to, which gets its dates and roles; what a relation has to do with a
further thing is drawn from its actor. Inverses are never drawn, since only facts are.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from rdflib import Graph, Literal, URIRef
from rdflib.term import Node

from hiwar.graph.dataset import short
from hiwar.graph.namespaces import BASE, DCTERMS, HIWAR, RDF, RDFS, SKOS, concept_iri
from hiwar.graph.period import Period, period_of

__all__ = ["Edge", "Picture", "Vertex", "draw", "vertex_of"]

_Fact = tuple[Node, Node, Node]

_RELATIONS: Final = (
    HIWAR.Participation,
    HIWAR.Chairmanship,
    HIWAR.Membership,
    HIWAR.PostHolding,
    HIWAR.Adoption,
)
_ACTORS: Final = (
    HIWAR.participant,
    HIWAR.chair,
    HIWAR.member,
    HIWAR.holder,
    HIWAR.adoptedDocument,
)
_ROLES: Final = frozenset(
    {
        *_ACTORS,
        HIWAR.participationIn,
        HIWAR.chairedProcess,
        HIWAR.memberIn,
        HIWAR.heldPost,
        HIWAR.adoptedIn,
    }
)
_PROVENANCE: Final = frozenset({HIWAR.Statement, HIWAR.Evidence, HIWAR.Disagreement})
_DRAWN_CONCEPTS: Final = frozenset({HIWAR.hasTheme, HIWAR.about, HIWAR.aim})
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
    """All nodes and edges, each in a fixed order.

    Attributes:
        vertices: The nodes.
        edges: The edges.
        is_directed: Whether an edge leads from its source to its target; else they are
            alike.
    """

    vertices: tuple[Vertex, ...]
    edges: tuple[Edge, ...]
    is_directed: bool = True


@dataclass(frozen=True, slots=True)
class _Drawing:
    """What a picture is drawn from.

    Attributes:
        facts: The facts.
        known: All graphs in which a thing's name, class or time may be.
        stated: The statements of each fact, with the relation that each describes.
        actors: The relations, each with the actors it stands for.
    """

    facts: Graph
    known: Graph
    stated: dict[_Fact, list[tuple[str, Node | None]]]
    actors: dict[Node, list[Node]]


def draw(graphs: Mapping[str, Graph]) -> Picture:
    """Return the picture of the facts and of the registry's things they touch."""
    facts = graphs.get("facts", Graph())
    known = Graph()
    for name, graph in graphs.items():
        if name in ("facts", "registry", "themes") or name.startswith("document/"):
            known += graph
    actors = {
        relation: [a for role in _ACTORS for a in facts.objects(relation, role)]
        for kind in _RELATIONS
        for relation in facts.subjects(RDF.type, kind)
    }
    drawing = _Drawing(facts, known, _statements(known), actors)
    edges = {edge.key: edge for edge in _edges(drawing)}
    things = {iri for edge in edges.values() for iri in (edge.source, edge.target)}
    for node in facts.subjects(unique=True):
        is_replaced = (node, DCTERMS.isReplacedBy, None) in facts
        if _is_thing(drawing, node) and node not in actors and not is_replaced:
            things.add(str(node))
    vertices = (vertex_of(known, URIRef(iri)) for iri in sorted(things))
    return Picture(tuple(vertices), tuple(edges[key] for key in sorted(edges)))


def _statements(graph: Graph) -> dict[_Fact, list[tuple[str, Node | None]]]:
    """Return the statements of each fact, with the relation that each describes."""
    found: dict[_Fact, list[tuple[str, Node | None]]] = {}
    for statement, subject in graph.subject_objects(RDF.subject):
        predicate = graph.value(statement, RDF.predicate)
        value = graph.value(statement, RDF.object)
        if predicate is not None and value is not None:
            relation = graph.value(statement, HIWAR.describes)
            item = (str(statement), relation)
            found.setdefault((subject, predicate, value), []).append(item)
    return found


def _is_thing(drawing: _Drawing, node: Node) -> bool:
    if not isinstance(node, URIRef) or not node.startswith(f"{BASE}id/"):
        return False
    return _PROVENANCE.isdisjoint(drawing.known.objects(node, RDF.type))


def _edges(drawing: _Drawing) -> Iterator[Edge]:
    for fact in drawing.facts:
        subject, predicate, value = fact
        if not str(predicate).startswith(str(HIWAR)) or not _is_thing(drawing, subject):
            continue
        if predicate not in _DRAWN_CONCEPTS and not _is_thing(drawing, value):
            continue
        if subject in drawing.actors:
            if predicate not in _ROLES:
                yield from _edges_of_relation(drawing, fact)
            continue
        described = {
            relation
            for _, relation in drawing.stated.get(fact, ())
            if relation in drawing.actors
        }
        for relation in described or (None,):
            yield _edge(drawing, fact, relation)


def _edges_of_relation(drawing: _Drawing, fact: _Fact) -> Iterator[Edge]:
    """Return what a relation has to do with a further thing, from its actor."""
    relation, predicate, value = fact
    statements = tuple(sorted(item for item, _ in drawing.stated.get(fact, ())))
    for source in drawing.actors[relation]:
        for target in drawing.actors.get(value, (value,)):
            yield Edge(
                key=f"{source} {predicate} {target} {relation} {value}",
                source=str(source),
                target=str(target),
                label=str(predicate).removeprefix(str(HIWAR)),
                period=Period(),
                relation=str(relation),
                statements=statements,
            )


def _edge(drawing: _Drawing, fact: _Fact, relation: Node | None) -> Edge:
    """Return the edge of a fact, or of one relation that belongs to it."""
    source, predicate, target = map(str, fact)
    roles = drawing.facts.objects(relation, HIWAR.participationRole) if relation else ()
    return Edge(
        key=" ".join((source, predicate, target, str(relation or ""))).strip(),
        source=source,
        target=target,
        label=predicate.removeprefix(str(HIWAR)),
        period=period_of(drawing.known, relation) if relation else Period(),
        relation=str(relation or ""),
        role=" ".join(sorted(str(role).rpartition("/")[2] for role in roles)),
        statements=tuple(
            sorted(
                statement
                for statement, described in drawing.stated.get(fact, ())
                if relation is None or described == relation
            )
        ),
    )


def vertex_of(known: Graph, node: URIRef) -> Vertex:
    """Return the node of a thing, as far as a graph knows it."""
    kinds = sorted(
        str(kind).removeprefix(str(HIWAR))
        for kind in known.objects(node, RDF.type)
        if str(kind).startswith(str(HIWAR))
    )
    is_concept = node.startswith(concept_iri("", "").removesuffix("/"))
    kind = "Concept" if is_concept else next(iter(kinds), "")
    return Vertex(str(node), _label(known, node), kind, period_of(known, node))


def _label(graph: Graph, node: Node) -> str:
    """Return a thing's name, the English one first, else the end of its IRI."""
    labels = [
        label
        for predicate in (RDFS.label, SKOS.prefLabel, DCTERMS.title)
        for label in graph.objects(node, predicate)
        if isinstance(label, Literal)
    ]
    labels.sort(key=lambda label: (label.language != "en", str(label)))
    return str(labels[0]) if labels else short(node).rpartition("/")[2]
