"""The description of the service, and its vocabulary."""

from collections.abc import Callable
from typing import Final

import pytest
from rdflib import RDF, Graph, Namespace, URIRef
from werkzeug import Response

from hiwar.server.description import WORDS
from tests.server.asking import Get

SD: Final = Namespace("http://www.w3.org/ns/sparql-service-description#")
OURS: Final = Namespace(WORDS)
QUERY: Final = {"Content-Type": "application/sparql-query"}


@pytest.fixture(scope="module")
def graph(get: Get) -> Graph:
    return Graph().parse(data=get("/sparql").data, format="turtle")


@pytest.fixture(scope="module")
def service(graph: Graph, address: str) -> URIRef:
    """The service; the W3C's tests ask for its type and its own address."""
    (found,) = graph.subjects(RDF.type, SD.Service)
    assert (found, SD.endpoint, URIRef(f"{address}sparql")) in graph
    return URIRef(str(found))


@pytest.fixture(scope="module")
def ask(get: Get) -> Callable[..., Response]:
    """How to ask by POST, so that the query may be long."""

    def post(query: str, accept: str = "*/*") -> Response:
        headers = QUERY | {"Accept": accept}
        return get("/sparql", headers, method="POST", body=query.encode())

    return post
