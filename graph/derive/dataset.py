"""All graphs that come from documents."""

from collections.abc import Sequence

from rdflib import Graph, URIRef

from hiwar.graph.derive.claims import Claim, claims_of
from hiwar.graph.derive.copies import same_texts
from hiwar.graph.derive.documents import document_graph, new_graph
from hiwar.graph.derive.facts import facts_graph, without
from hiwar.graph.derive.reasoning import infer
from hiwar.graph.model import Reading, Thing
from hiwar.graph.namespaces import HIWAR
from hiwar.graph.resolve import Resolution

__all__ = ["derive"]


def derive(
    readings: Sequence[Reading],
    resolution: Resolution,
    registry: Graph,
    ontology: Graph,
) -> dict[str, Graph]:
    """Return the graphs ``document/{slug}``, ``facts`` and ``inferred`` by name.

    The order of the readings does not matter. No triple stands in two of the
    graphs, nor in the registry. A document's graph depends on that document and
    its names alone.

    Raises:
        GateError: If facts, registry and ontology contradict one another.
    """
    graphs: dict[str, Graph] = {}
    documents: dict[str, URIRef] = {}
    claims: list[Claim] = []
    described = new_graph()
    for reading in sorted(readings, key=lambda item: item.source.content_hash):
        own = claims_of(reading, resolution)
        source = Thing("SourceDocument", reading.source.content_hash)
        node = documents[source.key] = resolution.iri(reading, source)
        graph = document_graph(reading, resolution, own)
        graphs[f"document/{node.rpartition('/')[2]}"] = graph
        for triple in graph.triples((node, None, None)):
            described.add(triple)
        claims.extend(own)
    facts = without(facts_graph(claims, resolution, registry), described)
    for copy, first in same_texts(readings).items():
        facts.add((documents[copy], HIWAR.sameTextAs, documents[first]))
    inferred = infer(facts, registry, ontology).graph
    graphs["facts"] = facts
    graphs["inferred"] = without(inferred, described)
    return graphs
