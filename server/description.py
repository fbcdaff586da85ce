"""The service description: what this endpoint can do, in RDF.

Source: https://www.w3.org/TR/sparql11-service-description/
"""

from collections.abc import Iterator
from typing import Final

import pyoxigraph as ox
from flask import Response, request

from hiwar.graph.formats import QUERY_FORMATS
from hiwar.graph.namespaces import graph_iri
from hiwar.server.negotiation import Offer
from hiwar.server.pool import Pool

__all__ = ["service_description"]

_SD: Final = "http://www.w3.org/ns/sparql-service-description#"
_RDF_TYPE: Final = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_VOID_TRIPLES: Final = ox.NamedNode("http://rdfs.org/ns/void#triples")
_INTEGER: Final = ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer")


def service_description(pool: Pool, offer: Offer) -> Response:
    """Return the description of the endpoint at the address that was asked."""
    assert offer.format is not None  # since it is for RDF only
    content = ox.serialize(
        _triples(pool, request.base_url),
        format=offer.format.rdf_format,
        prefixes={"sd": _SD, "void": "http://rdfs.org/ns/void#"},
    )
    response = Response(content, content_type=offer.media_type)
    response.headers["Dataset-Version"] = pool.release.version
    return response


def _triples(pool: Pool, address: str) -> Iterator[ox.Triple]:
    service, dataset = ox.NamedNode(address), ox.NamedNode(f"{address}#dataset")
    yield ox.Triple(service, _RDF_TYPE, _sd("Service"))
    yield ox.Triple(service, _sd("endpoint"), service)
    yield ox.Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query"))
    yield ox.Triple(service, _sd("feature"), _sd("UnionDefaultGraph"))
    for item in QUERY_FORMATS:
        yield ox.Triple(service, _sd("resultFormat"), ox.NamedNode(item.iri))
    yield ox.Triple(service, _sd("defaultDataset"), dataset)
    yield ox.Triple(dataset, _RDF_TYPE, _sd("Dataset"))
    for name, about in sorted(pool.release.manifest["graphs"].items()):
        graph = ox.NamedNode(str(graph_iri(name)))
        named = ox.NamedNode(f"{address}#graph-{name.replace('/', '-')}")
        content = ox.NamedNode(f"{named.value}-content")
        yield ox.Triple(dataset, _sd("namedGraph"), named)
        yield ox.Triple(named, _RDF_TYPE, _sd("NamedGraph"))
        yield ox.Triple(named, _sd("name"), graph)
        yield ox.Triple(named, _sd("graph"), content)
        yield ox.Triple(content, _RDF_TYPE, _sd("Graph"))
        count = ox.Literal(str(about["triples"]), datatype=_INTEGER)
        yield ox.Triple(content, _VOID_TRIPLES, count)


def _sd(name: str) -> ox.NamedNode:
    return ox.NamedNode(_SD + name)
