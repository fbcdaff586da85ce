"""The dataset that a request names, beside the one that its query names."""

import json
from typing import Final
from urllib.parse import urlencode

import pytest
from werkzeug import Response

from tests.server.asking import COUNT, FORM, QUERY, Get, path

BASE: Final = "https://w3id.org/hiwar/"
FACTS, INFERRED = f"{BASE}graph/facts", f"{BASE}graph/inferred"


def count(reply: Response) -> int:
    (row,) = json.loads(reply.data)["results"]["bindings"]
    return int(row["n"]["value"])


def default(graph: str) -> tuple[str, str]:
    return ("default-graph-uri", graph)


@pytest.mark.parametrize("way", ["get", "form", "direct", "mixed"])
def test_the_dataset_of_the_request_goes_before_from_however_it_is_sent(
    get: Get, way: str
) -> None:
    query = f"SELECT (COUNT(*) AS ?n) FROM <{FACTS}> {{ ?s ?p ?o }}"
    dataset = urlencode([default(INFERRED)])
    asked = urlencode({"query": query})
    reply = {
        "get": lambda: get(f"/sparql?{asked}&{dataset}"),
        "form": lambda: get(
            "/sparql",
            {"Content-Type": FORM},
            method="POST",
            body=f"{asked}&{dataset}".encode(),
        ),
        "direct": lambda: get(
            f"/sparql?{dataset}",
            {"Content-Type": QUERY},
            method="POST",
            body=query.encode(),
        ),
        "mixed": lambda: get(
            f"/sparql?{dataset}",
            {"Content-Type": FORM},
            method="POST",
            body=asked.encode(),
        ),
    }[way]()
    assert count(reply) == 1
    assert count(get(path(query))) > 20_000


def test_a_named_graph_of_the_request_empties_the_default_graph(get: Get) -> None:
    named = ("named-graph-uri", INFERRED)
    query = f"SELECT (COUNT(*) AS ?n) FROM <{FACTS}> {{ ?s ?p ?o }}"
    assert count(get(path(query, named))) == 0
    inner = (
        f"SELECT (COUNT(*) AS ?n) FROM NAMED <{FACTS}> {{ GRAPH ?g {{ ?s ?p ?o }} }}"
    )
    assert count(get(path(inner, named))) == 1
    assert count(get(path(inner, default(INFERRED)))) == 0


def test_default_graphs_are_merged(get: Get) -> None:
    both = count(get(path(COUNT, default(FACTS), default(INFERRED))))
    assert both == count(get(path(COUNT, default(FACTS)))) + 1
