"""Queries that search."""

import json
from collections.abc import Callable

import pytest
from werkzeug import Response

from hiwar.graph.namespaces import BASE, SEARCH
from tests.server.asking import Get

Ask = Callable[[str], Response]

PREFIXES = (
    f"PREFIX search: <{SEARCH}> PREFIX hiwar: <{BASE}ontology#>"
    " PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"
    " PREFIX oa: <http://www.w3.org/ns/oa#> "
)


@pytest.fixture(scope="module")
def ask(get: Get) -> Ask:
    def post(query: str) -> Response:
        headers = {
            "Content-Type": "application/sparql-query",
            "Accept": "application/sparql-results+json, application/n-triples",
        }
        body = (PREFIXES + query).encode()
        return get("/sparql", headers, method="POST", body=body)

    return post


def values(reply: Response, name: str = "x") -> list[str]:
    assert reply.status_code == 200, reply.get_data(as_text=True)
    rows = json.loads(reply.data)["results"]["bindings"]
    return [row[name]["value"].removeprefix(BASE) for row in rows if name in row]
