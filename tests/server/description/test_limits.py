"""Each limit that the service states of itself is kept, and no other."""

import json
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

import pytest
from rdflib import RDFS, Graph, URIRef
from werkzeug import Response

from hiwar.graph.namespaces import SEARCH
from hiwar.server.description import EXTENSIONS, LIMITS, WORDS
from hiwar.settings import Settings
from tests.server.asking import Get, Start, path_of
from tests.server.description.conftest import OURS

DOCUMENT: Final = Path(__file__).parents[3] / "docs" / "http.md"


def padded(length: int) -> str:
    return "ASK {}".ljust(length)


def line(length: int) -> str:
    frame = len("GET /sparql?query=ASK%7B%7D&x= HTTP/1.1")
    return "x" * (length - frame)


def searches(count: int) -> str:
    return "ASK { " + f"?x <{SEARCH}label> 'a' . " * count + "}"


def hits(count: int) -> str:
    return f"ASK {{ ?x <{SEARCH}label> ('a' {count}) }}"


def at_limit(name: str, bound: int) -> str:
    """Return a query that is just within a limit."""
    return {
        "maxQueryBytes": padded(bound),
        "maxQueryDepth": "ASK " + "{" * bound + "}" * bound,
        "maxPathSteps": "ASK { ?s " + "/".join(["<a:p>"] * (bound // 8)) + " ?o }",
        "maxPatterns": "ASK { " + "?s <a:p> ?o . " * 20 + "}",
        "maxSearches": searches(bound),
        "maxSearchHits": hits(bound),
    }[name]


def beyond_limit(name: str, bound: int) -> str:
    return {
        "maxQueryBytes": padded(bound + 1),
        "maxQueryDepth": at_limit("maxQueryDepth", bound + 1),
        "maxPathSteps": "ASK { ?s " + "/".join(["<a:p>"] * (bound + 2)) + " ?o }",
        "maxPatterns": "ASK { " + "?s <a:p> ?o . " * (bound + 1) + "}",
        "maxSearches": searches(bound + 1),
        "maxSearchHits": hits(bound + 1),
    }[name]


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("maxQueryBytes", 413),
        ("maxQueryDepth", 400),
        ("maxPathSteps", 400),
        ("maxPatterns", 400),
        ("maxSearches", 400),
        ("maxSearchHits", 400),
    ],
)
def test_a_limit_of_the_text_is_kept(
    ask: Callable[..., Response], graph: Graph, service: URIRef, name: str, status: int
) -> None:
    bound = int(str(graph.value(service, OURS[name])))
    assert ask(at_limit(name, bound)).status_code == 200
    reply = ask(beyond_limit(name, bound))
    assert reply.status_code == status
    assert f"{bound:,}" in json.loads(reply.data)["detail"]


@pytest.mark.clock
def test_the_deadline_is_kept(
    ask: Callable[..., Response], graph: Graph, service: URIRef
) -> None:
    bound = float(str(graph.value(service, OURS.queryDeadlineSeconds)))
    started = time.monotonic()
    reply = ask("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
    assert reply.status_code == 503
    assert bound <= time.monotonic() - started < bound + 1


@pytest.mark.clock
def test_the_memory_is_kept(
    settings: Settings,
    start: Start,
    make_client: Callable[[str], Get],
    graph: Graph,
    service: URIRef,
) -> None:
    bound = int(str(graph.value(service, OURS.queryMemoryMegabytes)))
    patient = replace(settings, query_deadline_s=60.0)  # the memory is to end first
    doubled = "".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1}) " for n in range(30))
    query = "SELECT ?x30 { BIND('aaaaaaaaaa' AS ?x0) " + doubled + "}"
    reply = make_client(start(patient)[0])(path_of(query))
    assert reply.status_code == 503
    assert f"{bound} megabytes" in json.loads(reply.data)["detail"]


def test_the_request_line_is_bounded_as_it_says(
    get: Get, graph: Graph, service: URIRef
) -> None:
    bound = int(str(graph.value(service, OURS.maxRequestLineBytes)))
    path = "/sparql?query=ASK%7B%7D&x="
    assert get(path + line(bound)).status_code == 200
    assert get(path + line(bound + 1)).status_code == 414


def test_the_bound_of_a_whole_answer_is_the_one_that_is_sent_with_it(
    get: Get, graph: Graph, service: URIRef
) -> None:
    query = urlencode({"query": "SELECT ?s { ?s ?p ?o } LIMIT 3", "format": "csv"})
    bound = graph.value(service, OURS.maxWholeAnswerBytes)
    assert get(f"/sparql?{query}").headers["Answer-Limit"] == str(bound)


def test_every_limit_and_extension_is_documented_and_described(graph: Graph) -> None:
    text = DOCUMENT.read_text("utf-8")
    for name in (*LIMITS, *EXTENSIONS, "graphStore"):
        assert f"`{name}`" in text
    for name in {str(term) for term in graph.predicates()}:
        if name.startswith(WORDS):
            assert graph.value(URIRef(name), RDFS.comment)


def test_a_limit_that_is_not_set_is_not_stated(graph: Graph, service: URIRef) -> None:
    assert graph.value(service, OURS.clientSecondsPerMinute) is None


def test_the_names_of_limits_lead_to_the_description(get: Get) -> None:
    reply = get("/service")
    assert (reply.status_code, reply.headers["Location"]) == (303, "/sparql")
