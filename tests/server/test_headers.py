"""What is asked and answered in header fields: preflights, HEAD, Vary."""

from typing import Final

import pytest

from tests.server.asking import COUNT, JSON, XML, Get, path


@pytest.mark.parametrize(
    ("target", "accept"),
    [
        (path(COUNT), "*/*"),
        (path("ASK {}"), XML),
        (path("SELECT * { ?s ?p ?o }"), JSON),
        (path("SELECT * { ?s ?p ?o }"), "text/csv"),
        (path("CONSTRUCT WHERE { ?s ?p ?o }"), "text/turtle"),
        (path("SELECT * {"), "*/*"),
        (path("SELECT * {"), "text/html"),
        (path(COUNT), "text/html"),
        (path("ASK {}"), "text/csv"),
        (path("SELECT (STRUUID() AS ?x) {}"), "*/*"),
        ("/sparql", "text/turtle"),
        ("/sparql", "text/html"),
        ("/", "text/html"),
        ("/store?default", "text/turtle"),
        ("/graph/facts", "application/ld+json"),
        ("/data/state/EGY.ttl", "*/*"),
        ("/id/state/EGY", "*/*"),
        ("/page/state/EGY", "*/*"),
        ("/releases/2026-11-21.1/manifest.json", "*/*"),
        ("/nothing", "*/*"),
    ],
)
def test_head_has_the_headers_of_get(get: Get, target: str, accept: str) -> None:
    own = {"Date", "Query-Id", "X-Request-Id", "Transfer-Encoding"}
    get(target, {"Accept": accept})  # what was streamed once is kept, with a length
    whole = get(target, {"Accept": accept})
    head = get(target, {"Accept": accept}, method="HEAD")
    assert (head.status_code, head.data) == (whole.status_code, b"")
    said = {name: value for name, value in head.headers if name not in own}
    given = {name: value for name, value in whole.headers if name not in own}
    assert said == given


PREFLIGHT: Final = {
    "Origin": "https://notebook.example",
    "Access-Control-Request-Method": "POST",
    "Access-Control-Request-Headers": "content-type, query-id",
}


@pytest.mark.parametrize(
    "target", ["/sparql", "/store", "/graph/facts", "/data/state/EGY.ttl", "/"]
)
def test_a_preflight_is_allowed_to_everybody_without_credentials(
    get: Get, target: str
) -> None:
    reply = get(target, PREFLIGHT, method="OPTIONS")
    assert reply.status_code == 200
    assert reply.headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in reply.headers
    methods = reply.headers["Access-Control-Allow-Methods"].split(", ")
    assert {"GET", "HEAD", "OPTIONS"} <= set(methods)
    assert ("POST" in methods) == (target == "/sparql")
    assert not {"PUT", "PATCH", "DELETE"} & set(methods)
    assert set(reply.headers["Allow"].split(", ")) == set(methods)
    allowed = reply.headers["Access-Control-Allow-Headers"].lower()
    assert "content-type" in allowed
    assert "query-id" in allowed


@pytest.mark.parametrize("target", [path("ASK {}"), path("ASK {"), "/nothing"])
def test_every_answer_may_be_read_from_anywhere_without_credentials(
    get: Get, target: str
) -> None:
    reply = get(target, {"Origin": "https://notebook.example", "Cookie": "a=b"})
    assert reply.headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in reply.headers
    assert "Query-Id" in reply.headers["Access-Control-Expose-Headers"]
    assert "Set-Cookie" not in reply.headers


@pytest.mark.parametrize("target", [path(COUNT), path("ASK {"), "/store", "/nothing"])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_vary_names_what_decided(get: Get, target: str, method: str) -> None:
    assert "Accept" in get(target, method=method).headers["Vary"]


def test_vary_names_the_coding_where_an_answer_could_be_packed(get: Get) -> None:
    many = path("SELECT * { ?s ?p ?o } LIMIT 100", ("format", "csv"))
    for coding in ("identity", "gzip", "gzip;q=0", "*;q=0.5, identity;q=0.1"):
        reply = get(many, {"Accept-Encoding": coding})
        assert "Accept-Encoding" in reply.headers["Vary"]
        packed = reply.headers.get("Content-Encoding") == "gzip"
        assert packed == (coding in ("gzip", "*;q=0.5, identity;q=0.1"))
