"""A query is answered before Flask is asked, and just as Flask would answer it."""

import gzip
from collections.abc import Callable, Iterator
from urllib.parse import urlencode

import pytest
from flask import Flask
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from werkzeug import Response
from werkzeug.test import Client, create_environ, run_wsgi_app

from hiwar.server.app import create_app
from hiwar.server.pool import Pool
from hiwar.settings import Settings
from tests.server.asking import path_of

Get = Callable[..., Response]

LABELS = "SELECT ?s ?label { ?s <http://www.w3.org/2000/01/rdf-schema#label> ?label }"
COMMENTS = LABELS.replace("#label>", "#comment>")
TRIPLES = "CONSTRUCT WHERE { ?s <http://www.w3.org/2000/01/rdf-schema#label> ?label }"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
OF_ONE = {"Query-Id", "Date", "X-Request-Id", "Connection", "Cache-Control", "ETag"}
FRAMING = {"Content-Length", "Transfer-Encoding"}  # a kept answer is given whole


@pytest.fixture(scope="module")
def app(settings: Settings) -> Iterator[Flask]:
    """An application that notes what Flask was asked."""
    with Pool(settings) as pool:
        app = create_app(pool)
        app.config["asked"] = []

        @app.before_request
        def note() -> None:
            app.config["asked"].append(True)

        yield app


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("query", [LABELS, TRIPLES, "ASK {}", COMMENTS])
def test_flask_is_not_asked_for_a_query(app: Flask, query: str, method: str) -> None:
    app.config["asked"].clear()
    answer = Client(app).open(path_of(query), method=method)
    assert answer.status_code == 200
    assert not app.config["asked"]


@pytest.mark.parametrize(
    ("path", "accept", "status"),
    [
        ("/sparql", "text/turtle", 200),
        (path_of("ASK {}"), "text/html", 200),
        (path_of("ASK {}", format="html"), "*/*", 200),
        (path_of("no query"), "*/*", 400),
        (path_of("ASK {}") + "&query=ASK%7B%7D", "*/*", 400),
        (path_of("ASK {}"), "image/png", 406),
        (path_of("ASK {}", version="2000-01-01.1"), "*/*", 404),
        ("/sparql?update=CLEAR%20ALL&query=", "*/*", 405),
        ("/?query=ASK%7B%7D", "text/html", 200),
    ],
)
def test_flask_is_asked_for_all_else(
    app: Flask, path: str, accept: str, status: int
) -> None:
    app.config["asked"].clear()
    answer = Client(app).get(path, headers={"Accept": accept})
    assert answer.status_code == status
    assert len(app.config["asked"]) == 1


@hypothesis_settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    query=st.sampled_from(
        [LABELS, TRIPLES, "ASK {}", "SELECT ?x {}", COMMENTS, "SELECT", "x", "",
         "SELECT (YEAR(NOW()) > 2000 AS ?is_past) {}",
         "SELECT ?s { SERVICE <http://a.example/> {} }"]
    ),
    accept=st.sampled_from(
        ["*/*", "text/csv", "application/sparql-results+xml", "text/turtle;q=0.1",
         "text/tab-separated-values", "application/json", "application/rdf+xml",
         "text/*;q=0", "application/n-triples, text/csv;q=0.5", "image/*", ""]
    ),
    encoding=st.sampled_from([None, "gzip", "gzip;q=0", "br, gzip;q=0.5", "identity"]),
)  # fmt: skip
def test_both_ways_answer_alike(
    get: Get, query: str, accept: str, encoding: str | None
) -> None:
    headers = {"Accept": accept}
    if encoding is not None:
        headers["Accept-Encoding"] = encoding
    body = urlencode({"query": query}).encode()
    short = get(path_of(query), headers)
    long = get("/sparql", headers | FORM, method="POST", body=body)
    assert short.status_code == long.status_code
    assert headers_of(short) == headers_of(long)
    assert plain(short) == plain(long)


def headers_of(answer: Response) -> dict[str, str]:
    """Return the header fields that do not differ from one answer to the next."""
    return {
        name: value for name, value in answer.headers if name not in OF_ONE | FRAMING
    }


def plain(answer: Response) -> bytes:
    is_packed = answer.headers.get("Content-Encoding") == "gzip"
    return gzip.decompress(answer.data) if is_packed else answer.data


def test_a_stream_is_compressed_as_it_comes(get: Get) -> None:
    query = COMMENTS + "# asked by nobody before"
    packed = get(path_of(query), {"Accept-Encoding": "gzip"})
    assert "Content-Length" not in packed.headers
    assert plain(packed) == get(path_of(query)).data


def test_what_depends_on_the_moment_bears_no_tag(get: Get) -> None:
    answer = get(path_of("SELECT (NOW() AS ?now) {}"))
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ETag" not in answer.headers


@pytest.mark.parametrize("encoding", ["gzip", "identity"])
def test_the_head_of_a_stream_has_no_body(app: Flask, encoding: str) -> None:
    query = f"{COMMENTS} # {encoding}"
    environ = create_environ(path_of(query), method="HEAD")
    environ["HTTP_ACCEPT_ENCODING"] = encoding
    blocks, status, _ = run_wsgi_app(app.wsgi_app, environ)
    assert status.startswith("200")
    assert b"".join(blocks) == b""


def test_what_nobody_foresaw_is_told_in_a_problem_document(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("hiwar.server.endpoint.choose", fail)
    answer = Client(app).get(path_of("ASK { ?s ?p 'unforeseen' }"))
    assert answer.status_code == 500
    assert answer.mimetype == "application/problem+json"
    assert "ZeroDivision" not in answer.get_data(as_text=True)


def test_a_server_that_takes_no_header_gets_its_worker_back(app: Flask) -> None:
    def refuse(*_: object) -> None:
        raise OSError

    environ = create_environ(path_of(f"{COMMENTS} # refused"))
    pool = app.extensions["pool"]
    with pytest.raises(OSError, match=r"^$"):
        app.wsgi_app(environ, refuse)  # type: ignore[arg-type]
    assert pool.census()["busy"] == 0
