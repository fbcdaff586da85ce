"""Drawing: how facts become the nodes and edges of a picture.

Facts are looked up where they are, and what is drawn is sorted in a hidden file.
"""

from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Any, Final

from rdflib import URIRef
from rdflib.term import Node

from hiwar.graph.export.period import Period, period_of
from hiwar.graph.export.picture import Edge, Picture, Vertex, vertex_of
from hiwar.graph.export.scene import Fact, Scene, Source
from hiwar.graph.export.spool import Index, Pile
from hiwar.graph.namespaces import BASE, DCTERMS, HIWAR, RDF

__all__ = ["draw"]

_KEPT: Final = 4_096
_RELATIONS: Final = frozenset(
    {
        HIWAR.Participation,
        HIWAR.Chairmanship,
        HIWAR.Membership,
        HIWAR.PostHolding,
        HIWAR.Adoption,
    }
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
_AT_A_MEETING: Final = (HIWAR.participationIn, HIWAR.adoptedIn)
_PROVENANCE: Final = frozenset({HIWAR.Statement, HIWAR.Evidence, HIWAR.Disagreement})
_DRAWN_CONCEPTS: Final = frozenset({HIWAR.hasTheme, HIWAR.about, HIWAR.aim})


def draw(scene: Scene) -> Picture:
    """Return the picture of the facts and of the registry's things they touch.

    Of nodes and edges no more is in memory than a few megabytes.
    """
    drawing = _Drawing(scene)
    edges = Pile(((edge.key, edge) for edge in drawing.edges()), _packed, _to_edge)
    things = Pile(((iri, iri) for iri in drawing.things(edges)), _alone, "".join)
    vertices = ((iri, vertex_of(drawing.known, URIRef(iri))) for iri in things)
    return Picture(Pile(vertices, _packed, _to_vertex), edges)


class _Drawing:
    """How facts become edges, looked up where they are."""

    def __init__(self, scene: Scene) -> None:
        self.facts, self.known = scene.facts, scene.known
        self._stated = Index(_statements(scene.known))
        self.is_relation = lru_cache(_KEPT)(self._is_relation)
        self.is_thing = lru_cache(_KEPT)(self._is_thing)

    def things(self, edges: Collection[Edge]) -> Iterator[str]:
        """Yield what an edge leads from or to, and each thing that has a fact."""
        seen: set[str] = set()
        for edge in edges:
            yield from {edge.source, edge.target} - seen
            seen |= {edge.source, edge.target}
            if len(seen) > _KEPT:
                seen.clear()  # what comes twice is kept once
        last: Node | None = None
        for node, _, _ in self.facts:
            is_new, last = node != last, node
            if is_new and self._is_drawn(node):
                yield str(node)

    def edges(self) -> Iterator[Edge]:
        """Yield the edges of all facts, in no order."""
        for fact in self.facts:
            subject, predicate, value = fact
            if not str(predicate).startswith(str(HIWAR)) or not self.is_thing(subject):
                continue
            if predicate not in _DRAWN_CONCEPTS and not self.is_thing(value):
                continue
            if self.is_relation(subject):
                if predicate not in _ROLES:
                    yield from _edges_of_relation(self, fact)
                continue
            described = {
                URIRef(relation)
                for _, relation in self.stated(fact)
                if relation and self.is_relation(URIRef(relation))
            }
            for relation in described or (None,):
                yield _edge(self, fact, relation)

    def stated(self, fact: Fact) -> list[tuple[str, str]]:
        """Return the statements of a fact, with the relation that each describes."""
        return self._stated[_key(fact)]

    def actors(self, relation: Node) -> list[Node]:
        """Return the actors that a relation stands for."""
        return [a for role in _ACTORS for a in self.facts.objects(relation, role)]

    def _is_drawn(self, node: Node) -> bool:
        if not self.is_thing(node) or self.is_relation(node):
            return False
        return (node, DCTERMS.isReplacedBy, None) not in self.facts

    def _is_relation(self, node: Node) -> bool:
        return not _RELATIONS.isdisjoint(self.facts.objects(node, RDF.type))

    def _is_thing(self, node: Node) -> bool:
        if not isinstance(node, URIRef) or not node.startswith(f"{BASE}id/"):
            return False
        return _PROVENANCE.isdisjoint(self.known.objects(node, RDF.type))


def _statements(known: Source) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield the statements by their facts, with the relation that each describes."""
    for statement, subject in known.subject_objects(RDF.subject):
        about = {
            part: value for _, part, value in known.triples((statement, None, None))
        }
        predicate, value = about.get(RDF.predicate), about.get(RDF.object)
        if predicate is not None and isinstance(value, URIRef):
            pair = str(statement), str(about.get(HIWAR.describes, ""))
            yield _key((subject, predicate, value)), pair


def _key(fact: Fact) -> str:
    return " ".join(map(str, fact))


def _edges_of_relation(drawing: _Drawing, fact: Fact) -> Iterator[Edge]:
    """Return what a relation has to do with a further thing, from its actor."""
    relation, predicate, value = fact
    statements = tuple(sorted(item for item, _ in drawing.stated(fact)))
    targets = drawing.actors(value) if drawing.is_relation(value) else [value]
    for source in drawing.actors(relation):
        for target in targets:
            yield Edge(
                key=f"{source} {predicate} {target} {relation} {value}",
                source=str(source),
                target=str(target),
                label=str(predicate).removeprefix(str(HIWAR)),
                period=Period(),
                relation=str(relation),
                statements=statements,
            )


def _edge(drawing: _Drawing, fact: Fact, relation: Node | None) -> Edge:
    """Return the edge of a fact, or of one relation that belongs to it."""
    source, predicate, target = map(str, fact)
    roles = drawing.facts.objects(relation, HIWAR.participationRole) if relation else ()
    return Edge(
        key=" ".join((source, predicate, target, str(relation or ""))).strip(),
        source=source,
        target=target,
        label=predicate.removeprefix(str(HIWAR)),
        period=_period(drawing, relation) if relation else Period(),
        relation=str(relation or ""),
        role=" ".join(sorted(str(role).rpartition("/")[2] for role in roles)),
        statements=tuple(
            sorted(
                statement
                for statement, described in drawing.stated(fact)
                if relation is None or described == str(relation)
            )
        ),
    )


def _period(drawing: _Drawing, relation: Node) -> Period:
    """Return the time of a relation; without one, that of the meeting it is in."""
    found = period_of(drawing.known, relation)
    for role in _AT_A_MEETING if found == Period() else ():
        for meeting in drawing.facts.objects(relation, role):
            found = period_of(drawing.known, meeting)
    return found


def _alone(text: str) -> tuple[str]:
    return (text,)


def _packed(item: Edge | Vertex) -> tuple[Any, ...]:
    period = item.period
    parts = (getattr(item, name) for name in item.__slots__ if name != "period")
    return (period.start, period.end, period.text), *parts


def _to_edge(parts: Any) -> Edge:
    period, key, source, target, label, *more = parts
    return Edge(key, source, target, label, Period(*period), *more)


def _to_vertex(parts: Any) -> Vertex:
    period, iri, label, kind = parts
    return Vertex(iri, label, kind, Period(*period))
