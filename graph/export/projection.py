"""The networks that researchers draw: two of a kind are joined by what they share.

States by the meetings both took part in, actors by the commitments both made,
processes by their common members. An edge counts what is shared, spans its dates, and
keeps the statements of both sides.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from rdflib import Graph, URIRef
from rdflib.term import Node

from hiwar.errors import NotFoundError
from hiwar.graph.export.period import Period, period_of
from hiwar.graph.export.picture import Edge, Picture, vertex_of
from hiwar.graph.export.scene import Scene, Source
from hiwar.graph.namespaces import HIWAR, RDF

__all__ = ["PROJECTIONS", "project"]


@dataclass(frozen=True, slots=True)
class _Projection:
    """How two things come to share a third.

    Attributes:
        label: What the edge is called.
        predicate: The property that leads to what is shared, or from it.
        is_forward: Whether the thing that is shared is the subject.
        kind: The class of the things that are joined, or None for any.
    """

    label: str
    predicate: URIRef
    is_forward: bool
    kind: URIRef | None


PROJECTIONS: Final = {
    "states": _Projection("sharedMeetings", HIWAR.hasParticipant, True, HIWAR.State),
    "actors": _Projection("sharedCommitments", HIWAR.committedBy, True, None),
    "processes": _Projection("sharedMembers", HIWAR.hasMember, False, HIWAR.Process),
}


def project(scene: Scene, name: str) -> Picture:
    """Return one of the projections of a release.

    Args:
        scene: The release; facts and registry are joined.
        name: One of `PROJECTIONS`.

    Raises:
        NotFoundError: If there is no projection of this name.
    """
    how = PROJECTIONS.get(name)
    if how is None:
        raise NotFoundError(
            f"There is no projection {name[:60]!r}; expected one of:"
            f" {', '.join(PROJECTIONS)}."
        )
    known = _known(scene, how)
    stated = _stated(scene.known, how.predicate)
    shared: defaultdict[tuple[Node, Node], list[Node]] = defaultdict(list)
    for common, things in _groups(known, how).items():
        for one, other in combinations(sorted(things, key=str), 2):
            shared[one, other].append(common)
    edges = [_edge(known, how, pair, common, stated) for pair, common in shared.items()]
    ends = {iri for edge in edges for iri in (edge.source, edge.target)}
    vertices = (vertex_of(known, URIRef(iri)) for iri in sorted(ends))
    ordered = sorted(edges, key=lambda edge: edge.key)
    return Picture(tuple(vertices), tuple(ordered), is_directed=False)


def _known(scene: Scene, how: _Projection) -> Graph:
    """Return what is said of the things that a projection joins, and no more."""
    known = Graph()
    for graph in (scene.facts, scene.registry):
        for subject, value in graph.subject_objects(how.predicate):
            known.add((subject, how.predicate, value))
    for thing in {part for fact in known for part in (fact[0], fact[2])}:
        for graph in (scene.facts, scene.registry):
            for fact in graph.triples((thing, None, None)):
                known.add(fact)
    return known


def _groups(known: Graph, how: _Projection) -> dict[Node, set[Node]]:
    """Return for each thing that is shared those that share it."""
    groups: defaultdict[Node, set[Node]] = defaultdict(set)
    for subject, value in known.subject_objects(how.predicate):
        common, thing = (subject, value) if how.is_forward else (value, subject)
        if how.kind is None or (thing, RDF.type, how.kind) in known:
            groups[common].add(thing)
    return groups


def _stated(known: Source, predicate: URIRef) -> dict[tuple[Node, Node], set[str]]:
    """Return the statements of each fact of a property."""
    found: defaultdict[tuple[Node, Node], set[str]] = defaultdict(set)
    for statement in known.subjects(RDF.predicate, predicate):
        subject = known.value(statement, RDF.subject)
        value = known.value(statement, RDF.object)
        if subject is not None and value is not None:
            found[subject, value].add(str(statement))
    return found


def _edge(
    known: Graph,
    how: _Projection,
    pair: tuple[Node, Node],
    common: list[Node],
    stated: Mapping[tuple[Node, Node], set[str]],
) -> Edge:
    """Return the edge of two things, with the span of what they share."""
    periods = [period_of(known, thing) for thing in common]
    starts = sorted(period.start for period in periods if period.start)
    ends = sorted(day for period in periods if (day := period.end or period.start))
    said: set[str] = set()
    for thing in common:
        for side in pair:
            fact = (thing, side) if how.is_forward else (side, thing)
            said |= stated.get(fact, set())
    source, target = map(str, pair)
    return Edge(
        key=f"{source} {how.label} {target}",
        source=source,
        target=target,
        label=how.label,
        period=Period(starts[0] if starts else "", ends[-1] if ends else ""),
        statements=tuple(sorted(said)),
        weight=len(common),
    )
