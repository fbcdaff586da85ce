"""Hard cases of HTTP and of the SPARQL protocol, against a real server."""

import contextlib
import gzip
import http.client
import json
from collections.abc import Callable
from urllib.parse import urlencode, urlsplit

import pytest

from tests.server.asking import COUNT, FORM, JSON, QUERY, XML, Get, path

Send = Callable[..., tuple[int, list[tuple[str, str]], bytes]]


@pytest.fixture(scope="module")
def send(address: str) -> Send:
    """How to send header fields as they stand, the same one twice too."""

    def send(
        method: str, target: str, fields: list[tuple[str, str]], body: bytes = b""
    ) -> tuple[int, list[tuple[str, str]], bytes]:
        connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=30)
        with contextlib.closing(connection):
            connection.putrequest(method, target, skip_accept_encoding=True)
            for name, value in fields:
                connection.putheader(name, value)
            if body:
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body or None)
            reply = connection.getresponse()
            return reply.status, reply.getheaders(), reply.read()

    return send


@pytest.mark.parametrize(
    ("lines", "chosen"),
    [
        (["text/csv;q=0.1", XML], XML),
        ([XML, "text/csv;q=0.1"], XML),
        (["image/png", "text/csv"], "text/csv"),
        (["*/*;q=0.1", f"{JSON};q=0", "text/tab-separated-values;q=0.5"],
         "text/tab-separated-values"),
        (["", XML], XML),
        (["text/*;q=0.3, application/*;q=0.2", f"{XML};q=0.2"], "text/csv"),
        (["text/*", "text/csv;q=0"], "text/tab-separated-values"),
        (['text/csv;header="present, or absent"', f"{XML};q=0.9"], "text/csv"),
    ],
)  # fmt: skip
def test_several_accept_lines_are_one_list(
    send: Send, lines: list[str], chosen: str
) -> None:
    fields = [("Accept", line) for line in lines]
    status, headers, _ = send("GET", path(COUNT), fields)
    assert status == 200
    assert dict(headers)["Content-Type"].partition(";")[0] == chosen


@pytest.mark.parametrize(
    "accept",
    [f"{JSON};q=0", "*/*;q=0, image/*", "text/turtle", "application/*;q=0, image/*"],
)
def test_what_no_line_accepts_is_refused_with_what_there_is(
    send: Send, accept: str
) -> None:
    status, headers, body = send("GET", path("ASK {}"), [("Accept", accept)])
    problem = json.loads(body)
    assert (status, problem["status"]) == (406, 406)
    assert XML in problem["detail"]
    assert dict(headers)["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("content_type", "status"),
    [
        (QUERY, 200),
        (f"{QUERY}; charset=utf-8", 200),
        (f"{QUERY};charset=UTF-8", 200),
        (f'{QUERY}; charset="utf-8"', 200),
        (f"{QUERY}; charset=us-ascii", 200),
        (f"{QUERY}; version=1.1; charset=utf-8", 200),
        ("Application/SPARQL-Query", 200),
        (f"{QUERY}; charset=utf-16", 415),
        (f"{QUERY}; charset=iso-8859-1", 415),
        (f"{QUERY}; charset=x", 415),
        (f"{FORM}; charset=utf-16", 415),
        ("application/sparql-query-more", 415),
        ("application/json", 415),
        ("multipart/form-data; boundary=x", 415),
        ("nonsense", 415),
    ],
)
def test_a_body_is_read_by_its_type_and_charset(
    get: Get, content_type: str, status: int
) -> None:
    is_form = content_type.startswith(FORM)
    body = urlencode({"query": COUNT}).encode() if is_form else COUNT.encode()
    reply = get("/sparql", {"Content-Type": content_type}, method="POST", body=body)
    assert reply.status_code == status
    if status == 415:
        assert reply.headers["Accept-Post"] == f"{QUERY}, {FORM}"


@pytest.mark.parametrize("coding", ["gzip", "br", "gzip, identity"])
def test_a_body_that_is_compressed_is_refused_by_name(get: Get, coding: str) -> None:
    headers = {"Content-Type": QUERY, "Content-Encoding": coding}
    answer = get("/sparql", headers, method="POST", body=gzip.compress(b"ASK {}"))
    assert answer.status_code == 415
    assert coding in json.loads(answer.data)["detail"]
    plain = headers | {"Content-Encoding": "identity"}
    assert get("/sparql", plain, method="POST", body=b"ASK {}").status_code == 200


@pytest.mark.parametrize(
    "target",
    [
        path("ASK {}", ("query", "ASK {}")),
        path("ASK {}", ("version", "2026-11-21.1"), ("version", "2026-11-21.1")),
        path("ASK {}", ("query-id", "a" * 8), ("query-id", "b" * 8)),
    ],
)
def test_what_is_given_twice_is_refused(get: Get, target: str) -> None:
    reply = get(target)
    assert reply.status_code == 400
    assert "2 times" in json.loads(reply.data)["detail"]


@pytest.mark.parametrize(
    ("names", "chosen"),
    [
        (["json", "json"], JSON),
        (["tsv", "text/tab-separated-values"], "text/tab-separated-values"),
        (["nothing", "xml"], XML),
        (["json", "xml"], ""),
        (["json,xml"], ""),
    ],
)
def test_a_format_may_be_named_twice_if_it_is_one(
    get: Get, names: list[str], chosen: str
) -> None:
    reply = get(path(COUNT, *(("format", name) for name in names)))
    assert reply.status_code == (200 if chosen else 400)
    if chosen:
        assert reply.headers["Content-Type"].partition(";")[0] == chosen


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("turtle", "text/turtle"),
        ("n3", "text/turtle"),
        ("rdf+xml", "application/rdf+xml"),
        ("xml", "application/rdf+xml"),
        ("json-ld", "application/ld+json"),
        ("json", "application/ld+json"),
    ],
)
def test_a_format_of_graphs_has_the_names_that_others_give_it(
    get: Get, name: str, media_type: str
) -> None:
    reply = get(path("CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1", ("format", name)))
    assert reply.headers["Content-Type"].partition(";")[0] == media_type


def test_a_query_in_the_address_and_in_the_body_is_refused(get: Get) -> None:
    for kind, body in ((FORM, b"query=ASK%7B%7D"), (QUERY, b"ASK {}")):
        reply = get(path("ASK {}"), {"Content-Type": kind}, method="POST", body=body)
        assert reply.status_code == 400


@pytest.mark.parametrize("name", ["update", "using-graph-uri", "using-named-graph-uri"])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_an_update_is_refused_by_name_even_beside_a_query(
    get: Get, name: str, method: str
) -> None:
    more = urlencode({"query": "ASK {}", name: "urn:x"})
    if method == "GET":
        reply = get(f"/sparql?{more}")
    else:
        kind = {"Content-Type": FORM}
        reply = get("/sparql", kind, method="POST", body=more.encode())
    assert reply.status_code == 405
    assert "read-only" in json.loads(reply.data)["detail"]
    assert reply.headers["Allow"] == "GET, HEAD, POST, OPTIONS"


def test_a_parameter_that_nobody_knows_changes_nothing(get: Get) -> None:
    reply = get(path("ASK {}", ("callback", "evil"), ("", ""), ("timeout", "9999")))
    assert reply.data == get(path("ASK {}")).data


@pytest.mark.parametrize(
    ("suffix", "media_type"),
    [
        ("ttl", "text/turtle; charset=utf-8"),
        ("nt", "application/n-triples"),
        ("rdf", "application/rdf+xml"),
        ("jsonld", "application/ld+json"),
        ("trig", "application/trig"),
        ("nq", "application/n-quads"),
    ],
)
def test_a_suffix_goes_before_accept(get: Get, suffix: str, media_type: str) -> None:
    reply = get(f"/data/state/EGY.{suffix}", {"Accept": "text/html"})
    assert reply.headers["Content-Type"] == media_type
    assert get(f"/graph/inferred?format={suffix}").headers["Content-Type"] == media_type


def test_a_suffix_that_is_none_is_not_there(get: Get) -> None:
    assert get("/data/state/EGY.csv").status_code in (404, 406)
    assert get("/data/state/EGY.exe").status_code in (404, 406)


def test_a_query_may_have_any_text_of_any_language(get: Get) -> None:
    text = 'مصر — Ägypten — 埃及 — 🇪🇬 — \\u0041 — \\" — %41 + &'
    query = f'SELECT ("{text}" AS ?x) {{}}'
    wanted = 'مصر — Ägypten — 埃及 — 🇪🇬 — A — " — %41 + &'
    direct = get("/sparql", {"Content-Type": QUERY}, method="POST", body=query.encode())
    form = urlencode({"query": query}).encode()
    posted = get("/sparql", {"Content-Type": FORM}, method="POST", body=form)
    for reply in (get(path(query)), direct, posted):
        (row,) = json.loads(reply.data)["results"]["bindings"]
        assert row["x"]["value"] == wanted


def test_a_byte_order_mark_before_a_query_is_no_fault_of_the_server(get: Get) -> None:
    body = "\ufeffASK {}".encode()
    reply = get("/sparql", {"Content-Type": QUERY}, method="POST", body=body)
    assert reply.status_code in (200, 400)
