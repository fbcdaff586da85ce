"""Random requests: no answer but those that are asked for, and never a broken one."""

import http.client
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote, urlencode, urlsplit

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from hiwar.settings import Settings

Headers = list[tuple[str, str]]

BASE: Final = "https://w3id.org/hiwar/"
TOKEN: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
VISIBLE: Final = re.compile(r"[\t\x20-\x7e]*")

LIMITS: Final = {"query-timeout", "query-failed", "query-stopped", "busy"}
"""What a 503 may be for."""

QUERIES: Final = (
    "ASK {}",
    "SELECT * { ?s ?p ?o } LIMIT 3",
    "CONSTRUCT WHERE { ?s ?p ?o } LIMIT 3",
    f"DESCRIBE <{BASE}id/state/EGY>",
    "SELECT (1/0 AS ?x) {}",
    "SELECT * {",
    "INSERT DATA { <a:a> <a:b> <a:c> }",
    "SELECT ?x { ?x <a:p>* ?y } LIMIT 1",
    "SELECT * { (?x ?s ?n) <search#label> ('khartum'@en 3) ; }",
    "SELECT * { ?x <search#quote> ?y }",
    "SELECT (NOW() AS ?x) {}",
    "ASK { SERVICE <http://127.0.0.1:1/> {} }",
    "",
    "\x00",
    "é",
)
SEARCHES: Final = ("egypt", "khar*", '"took part"', "الخرطوم", 'NEAR("a" b)', "a*")
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
visible = st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=20)
words = texts.map(lambda text: quote(text, safe=""))
queries = st.one_of(st.sampled_from(QUERIES), texts)
formats = st.sampled_from(
    ["json", "xml", "csv", "tsv", "ttl", "nt", "rdf", "jsonld", "trig", "nq", "html"]
)
iris = st.one_of(
    st.sampled_from([f"{BASE}graph/facts", f"{BASE}graph/none", "urn:x", "facts", ""]),
    texts,
)
parameters = st.lists(
    st.one_of(
        st.tuples(st.just("query"), queries),
        st.tuples(st.just("q"), st.one_of(st.sampled_from(SEARCHES), texts)),
        st.tuples(st.just("format"), st.one_of(formats, texts)),
        st.tuples(
            st.sampled_from(["default-graph-uri", "named-graph-uri", "graph"]), iris
        ),
        st.tuples(st.just("version"), st.sampled_from(["2026-11-21.1", "x", "../.."])),
        st.tuples(st.just("query-id"), visible),
        st.tuples(st.sampled_from(["default", "update", "using-graph-uri"]), texts),
        st.tuples(texts, texts),
    ),
    max_size=4,
)
paths = st.one_of(
    st.sampled_from(
        ["/sparql", "/sparql/", "/store", "/graph/facts", "/", "/ontology", "/shapes"]
    ),
    st.sampled_from(
        ["/id/state/EGY", "/data/state/EGY.ttl", "/page/state/EGY", "/documents/cairo"]
    ),
    st.sampled_from(
        ["/health", "/metrics", "/service", "/queries/none", "/static/style.css"]
    ),
    st.sampled_from(["/sparql", "/store", "/search"]),
    st.lists(words, max_size=4).map(lambda parts: "/" + "/".join(parts)),
    st.tuples(
        st.sampled_from(["id", "data", "page", "graph", "documents", "theme"]), words
    ).map(lambda pair: f"/{pair[0]}/state/{pair[1]}"),
    words.map(lambda word: f"/releases/2026-11-21.1/{word}"),
)
methods = st.one_of(
    st.sampled_from(["GET", "POST", "HEAD", "OPTIONS", "GET", "POST"]),
    st.sampled_from(["PUT", "DELETE", "PATCH", "TRACE", "QUERY", "PROPFIND", "get"]),
)
types = st.one_of(
    st.sampled_from(
        [
            "application/sparql-query",
            "application/x-www-form-urlencoded",
            "application/sparql-query; charset=utf-16",
            "application/sparql-update",
            "text/turtle",
            "multipart/form-data; boundary=x",
            "multipart/form-data",
        ]
    ),
    visible,
)
accepts = st.one_of(
    st.sampled_from(["*/*", "text/html", "text/turtle", "image/png", "text/csv;q=0"]),
    st.lists(
        st.sampled_from(["text/html", "text/csv", "*/*", ";q=", "0", "1.5", ",", '"'])
    ).map("".join),
    visible,
)  # fmt: skip
fields = st.lists(
    st.one_of(
        st.tuples(st.just("Accept"), accepts),
        st.tuples(st.just("Content-Type"), types),
        st.tuples(st.just("Accept-Encoding"), st.one_of(st.just("gzip"), visible)),
        st.tuples(st.just("If-None-Match"), st.one_of(st.just("*"), visible)),
        st.tuples(st.just("Range"), st.sampled_from(["bytes=0-1", "bytes=9-1", "x"])),
        st.tuples(st.just("If-Range"), visible),
        st.tuples(st.just("If-Modified-Since"), visible),
        st.tuples(st.sampled_from(["Origin", "X-Request-Id", "Cookie"]), visible),
        st.tuples(st.sampled_from(["X-Forwarded-For", "Authorization"]), visible),
        st.tuples(st.just("Query-Id"), visible),
    ),
    max_size=4,
)


@dataclass(frozen=True)
class Request:
    """A request, well formed as HTTP and otherwise as it falls."""

    method: str
    path: str
    parameters: list[tuple[str, str]] = field(default_factory=list)
    headers: Headers = field(default_factory=list)
    body: bytes = b""

    @property
    def target(self) -> str:
        return (
            f"{self.path}?{urlencode(self.parameters)}"
            if self.parameters
            else self.path
        )


bodies = st.one_of(
    queries.map(str.encode),
    parameters.map(lambda pairs: urlencode(pairs).encode()),
    st.binary(max_size=40),
)
requests = st.builds(Request, methods, paths, parameters, fields, bodies)


class Client:
    """A client that keeps its connection, as a browser does."""

    def __init__(self, address: str) -> None:
        self._connection = http.client.HTTPConnection(
            urlsplit(address).netloc, timeout=30
        )

    def send(self, request: Request) -> tuple[int, Headers, bytes]:
        """Send a request and return all of the answer."""
        self._connection.putrequest(
            request.method, request.target, skip_accept_encoding=True
        )
        for name, value in request.headers:
            self._connection.putheader(name, value)
        self._connection.putheader("Content-Length", str(len(request.body)))
        self._connection.endheaders(request.body or None)
        reply = self._connection.getresponse()
        return reply.status, reply.getheaders(), reply.read()

    def close(self) -> None:
        self._connection.close()


@pytest.fixture(scope="module")
def client(
    tmp_path_factory: pytest.TempPathFactory,
    serving: Callable[[Settings], Any],
    publish_more: Callable[[Path, str], None],
    settings: Settings,
) -> Iterator[Client]:
    """A client of a server with a small release."""
    data = tmp_path_factory.mktemp("random")
    publish_more(data, "")
    with serving(replace(settings, data=data)) as (address, _):
        client = Client(address)
        yield client
        client.close()


@settings(
    max_examples=1500,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(request=requests)
@example(
    Request("POST", "/sparql", [], [("Content-Type", "multipart/form-data")], b"x")
)
@example(Request("GET", "/%00"))
@example(Request("GET", "/releases/2026-11-21.1/%2e%2e%2fmanifest.json"))
@example(Request("GET", "/sparql", [("query", "ASK {}")], [("Range", "bytes=0-1")]))
@example(Request("HEAD", "/sparql", [("query", "SELECT * {")]))
def test_every_answer_is_one_that_was_asked_for(
    client: Client, request: Request
) -> None:
    status, headers, body = client.send(request)
    told = {name.lower(): value for name, value in headers}
    assert 200 <= status < 500 or status == 503, (status, body)
    check_headers(headers)
    if request.method == "HEAD" or status in (204, 304):
        assert body == b""
    elif status >= 400:
        check_problem(status, told, body)
    if status in (405, 200) and request.method == "OPTIONS":
        assert "GET" in told["allow"] or "DELETE" in told["allow"]
    if status == 405:
        assert told["allow"]
    if status == 503:
        assert int(told["retry-after"]) > 0


def check_headers(headers: Headers) -> None:
    """Check that each header is one that any client can read."""
    names = [name.lower() for name, _ in headers]
    assert len(set(names)) == len(names)
    for name, value in headers:
        assert TOKEN.fullmatch(name)
        assert VISIBLE.fullmatch(value), (name, value)
    told = dict(zip(names, (value for _, value in headers), strict=True))
    assert told["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in told
    assert "set-cookie" not in told
    assert told["x-content-type-options"] == "nosniff"
    assert not ("content-length" in told and "transfer-encoding" in told)


def check_problem(status: int, told: dict[str, str], body: bytes) -> None:
    """Check that an error is told in a problem document, or a page for a person."""
    kind = told["content-type"].partition(";")[0]
    assert kind in ("application/problem+json", "text/html")
    if kind == "text/html":
        assert b"<html" in body
        return
    problem = json.loads(body)
    assert problem["status"] == status
    assert problem["title"]
    assert problem["detail"]
    slug = problem["type"].removeprefix(f"{BASE}errors#")
    assert slug in LIMITS if status == 503 else slug != problem["type"]
