"""The plain triples: each once, from true statements, of competing values one."""

from collections.abc import Sequence
from typing import Final

from rdflib import Graph

from hiwar.graph.derive.choice import (
    SINGLE,
    Choice,
    Grounds,
    settle_names,
    settle_values,
)
from hiwar.graph.derive.claims import Claim
from hiwar.graph.derive.documents import add_statement, new_graph
from hiwar.graph.derive.preference import add_disagreement
from hiwar.graph.derive.timeline import DATE_PROPERTIES, settle_dates, settle_places
from hiwar.graph.derive.truth import Truth
from hiwar.graph.namespaces import DCTERMS, HIWAR, RDF, RDFS, SKOS
from hiwar.graph.resolve import Resolution
from hiwar.graph.resolve.roles import ROLES

__all__ = ["facts_graph"]

_CHOSEN: Final = DATE_PROPERTIES | {*SINGLE, RDFS.label}


def facts_graph(
    claims: Sequence[Claim], resolution: Resolution, registry: Graph
) -> Graph:
    """Return the graph of facts.

    Each plain triple of it is one that a true statement states, or a role of a
    relation that a true statement describes, or ``skos:prefLabel`` beside a label.
    None is in the registry.
    """
    truth = Truth(claims, registry)
    grounds = Grounds(claims, truth, registry)
    graph = new_graph()
    for claim in truth.claims:
        if claim.predicate not in _CHOSEN:
            graph.add(claim.triple)
        if claim.describes in truth.relations and claim.predicate in ROLES:
            _add_relation(graph, claim)
    for settle in (settle_dates, settle_places, settle_values, settle_names):
        _add_choice(graph, settle(grounds))
    for triple in list(graph.triples((None, SKOS.altLabel, None))):
        name = (triple[0], RDFS.label, triple[2])
        if name in graph or name in registry:
            graph.remove(triple)
    for old, new in resolution.ledger.replaced().items():
        graph.add((old, DCTERMS.isReplacedBy, new))
    return without(graph, registry)


def without(graph: Graph, *others: Graph) -> Graph:
    """Take from a graph what stands in others, and return it."""
    for other in others:
        fewer, more = (graph, other) if len(graph) < len(other) else (other, graph)
        for triple in [item for item in fewer if item in more]:
            graph.remove(triple)
    return graph


def _add_relation(graph: Graph, claim: Claim) -> None:
    """Add the class and the roles of the relation that a claim describes."""
    roles = ROLES[claim.predicate]
    relation = claim.describes
    if relation is not None:
        graph.add((relation, RDF.type, HIWAR[roles.kind]))
        graph.add((relation, roles.of_subject, claim.subject))
        graph.add((relation, roles.of_object, claim.object))


def _add_choice(graph: Graph, choice: Choice) -> None:
    for claim in choice.claims:
        graph.add(claim.triple)
        if claim.predicate == RDFS.label:
            graph.add((claim.subject, SKOS.prefLabel, claim.object))
        if not claim.content_hash:
            add_statement(graph, claim)
    for contest in choice.contests:
        add_disagreement(graph, contest)
        for claim in contest.claims:
            if not claim.content_hash:
                add_statement(graph, claim)
