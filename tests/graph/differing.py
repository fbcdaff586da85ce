"""Facts that documents state, in releases that differ."""

from collections.abc import Mapping

import pyoxigraph as ox
from rdflib import RDF, Graph, Literal, URIRef

from hiwar.graph.namespaces import HIWAR, RDFS, thing_iri
from hiwar.graph.publication import Content
from hiwar.graph.store import from_graph

EGY, FRA = thing_iri("state", "EGY"), thing_iri("state", "FRA")
TALKS = thing_iri("process", "talks")


def content(*facts: tuple[URIRef, URIRef, URIRef | Literal], document: str) -> Content:
    """Facts that one document states."""
    graphs = {"facts": Graph(), f"document/{document}": Graph(), "registry": Graph()}
    graphs["registry"].add((EGY, RDFS.label, Literal("Egypt", lang="en")))
    graphs["registry"].add((FRA, RDFS.label, Literal("France", lang="fr")))
    for number, (subject, predicate, value) in enumerate(facts):
        graphs["facts"].add((subject, predicate, value))
        statement = thing_iri("statement", f"{document}-{number}")
        for name, part in (
            (RDF.subject, subject), (RDF.predicate, predicate), (RDF.object, value)
        ):  # fmt: skip
            graphs[f"document/{document}"].add((statement, name, part))
    item = {"slug": document, "name": f"{document}.txt", "sha256": "0", "sentences": []}
    return Content(graphs, (item,), "{}\n", "# Report\n")


CHAIRS = (EGY, HIWAR.chairs, TALKS)


def quads_in(graphs: Mapping[str, Graph]) -> dict[str, list[ox.Quad]]:
    return {
        name: [ox.Quad(*item) for item in from_graph(graph)]
        for name, graph in graphs.items()
    }
