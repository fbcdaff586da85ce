"""The client for notebooks, against a real server and a release on disk."""

import contextlib
import doctest
import os
import re
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Final

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import BNode, URIRef
from rdflib.compare import isomorphic

from hiwar.errors import (
    BudgetError,
    HiwarError,
    IncompleteAnswerError,
    NotFoundError,
    QueryError,
    QueryFailedError,
    QueryTimeoutError,
    ReleaseError,
)
from hiwar.graph.client import KnowledgeGraph, open_graph
from hiwar.settings import Settings

Start = Callable[[Settings], tuple[str, int]]

PAGE: Final = Path(__file__).parents[2] / "docs" / "notebooks.md"
BASE: Final = "https://w3id.org/hiwar/"
ENDLESS: Final = "SELECT * { ?a ?b ?c . ?d ?e ?f }"
VALUES: Final = """SELECT * { VALUES (?n ?v) {
  (1 3) (2 1.5) (3 1e0) (4 true) (5 "2025-04-09"^^xsd:date) (6 "text") (7 "texte"@fr)
  (8 id:place) (9 UNDEF) (10 "x"^^hiwar:unknown) (11 "no number"^^xsd:integer)
} } ORDER BY ?n"""


@pytest.fixture(scope="module", params=["release", "server"])
def graph(request: pytest.FixtureRequest, data: Path, address: str) -> KnowledgeGraph:
    return open_graph(data if request.param == "release" else address)


def test_values_are_those_of_python(graph: KnowledgeGraph) -> None:
    found = {row["n"]: row["v"] for row in graph.select(VALUES)}
    assert found == {
        1: 3,
        2: Decimal("1.5"),
        3: 1.0,
        4: True,
        5: date(2025, 4, 9),
        6: "text",
        7: "texte",
        8: URIRef(f"{BASE}id/place"),
        9: None,
        10: "x",
        11: "no number",
    }
    (row,) = graph.select("SELECT (BNODE() AS ?b) {}")
    assert isinstance(row["b"], BNode)


def test_a_frame_has_the_variables_as_columns(graph: KnowledgeGraph) -> None:
    table = graph.frame("SELECT ?s ?n { VALUES (?s ?n) { ('a' 1) ('b' 2) } }")
    assert list(table.columns) == ["s", "n"]
    assert table["n"].sum() == 3
    assert pd.api.types.is_integer_dtype(table["n"])
    empty = graph.frame("SELECT ?s ?n { ?s ?n <a:none> }")
    assert (list(empty.columns), len(empty)) == (["s", "n"], 0)


def test_a_graph_is_rdflibs(graph: KnowledgeGraph) -> None:
    found = graph.graph(r"CONSTRUCT { id:state\/EGY ?p ?o } { id:state\/EGY ?p ?o }")
    assert {str(subject) for subject in found.subjects()} == {f"{BASE}id/state/EGY"}
    assert len(found) == 6
    assert ("hiwar", URIRef(f"{BASE}ontology#")) in found.namespaces()
    assert not graph.ask("ASK { ?s ?p <a:none> }")
    assert graph.ask("ASK { <id/state/EGY> ?p ?o }")


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("SELECT * FROM graph:inferred { ?s ?p ?o }", 1),
        ("SELECT * FROM NAMED graph:inferred { GRAPH ?g { ?s ?p ?o } }", 1),
        ("SELECT * { GRAPH graph:inferred { ?s ?p ?o } }", 1),
        ("SELECT * { graph:FROM ?p ?o }", 0),
        (r"SELECT * { id:state\/EGY ?p ?o BIND(' FROM ' AS ?from) } # FROM", 6),
    ],
)
def test_the_dataset_is_the_one_that_the_query_names(
    graph: KnowledgeGraph, query: str, count: int
) -> None:
    assert len(graph.select(query)) == count


def test_a_large_answer_is_the_same_from_both(data: Path, address: str) -> None:
    here, there = open_graph(data), open_graph(address)
    query = "SELECT ?s ?p { ?s ?p ?o }"
    rows = sorted(map(str, here.select(query)))
    assert len(rows) > 20_000
    assert sorted(map(str, there.select(query))) == rows
    assert here.version == there.version == "2026-11-21.1"
    query = "CONSTRUCT WHERE { ?s a ?o }"
    assert isomorphic(here.graph(query), there.graph(query))


@pytest.mark.parametrize(
    ("method", "query"),
    [
        ("select", "SELECT * {"),
        ("select", "ASK {}"),
        ("select", "CONSTRUCT {} {}"),
        ("ask", "SELECT * {}"),
        ("graph", "ASK {}"),
        ("frame", "INSERT DATA { <a:a> <a:b> <a:c> }"),
        ("select", "SELECT (<a:f>(1) AS ?x) {}"),
    ],
)
def test_a_query_that_cannot_be_answered_raises(
    graph: KnowledgeGraph, method: str, query: str
) -> None:
    with pytest.raises(HiwarError):
        getattr(graph, method)(query)


@pytest.mark.parametrize(
    "query",
    [
        f'PREFIX search: <{BASE}search#> SELECT * {{ ?thing search:label "egypt" }}',
        'SELECT * { ?thing <search#label> "egypt" ; a hiwar:State }',
    ],
)
def test_a_search_finds_the_same_here_and_there(
    data: Path, address: str, query: str
) -> None:
    found = open_graph(data).select(query)
    assert found == open_graph(address).select(query)
    assert found


def test_a_fault_in_a_query_keeps_its_line(address: str) -> None:
    with pytest.raises(QueryError, match="line 2, column 1:"):
        open_graph(address).select("SELECT *\n{ ?s ?p ?o")


def test_what_is_not_there_is_told(data: Path, address: str, tmp_path: Path) -> None:
    with pytest.raises(ReleaseError):
        open_graph(tmp_path)
    with pytest.raises(ReleaseError):
        open_graph(data, version="2001-01-01.1")
    with pytest.raises(NotFoundError):
        open_graph(address, version="2001-01-01.1")
    with pytest.raises(HiwarError):
        open_graph(f"{address}nothing/here")
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    with pytest.raises(IncompleteAnswerError, match="refused"):
        open_graph(f"http://127.0.0.1:{port}/")


def test_an_answer_cut_by_the_deadline_raises(address: str) -> None:
    graph = open_graph(address)
    with pytest.raises(IncompleteAnswerError, match="broke off after"):
        graph.select(ENDLESS)
    with pytest.raises(IncompleteAnswerError, match="broke off after"):
        graph.frame(ENDLESS)
    with pytest.raises(QueryTimeoutError):
        graph.graph(f"CONSTRUCT {{ ?a ?b ?f }} {ENDLESS[9:]}")
    with pytest.raises(QueryTimeoutError):
        graph.select("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f }")


@pytest.mark.parametrize(
    ("method", "query", "error"),
    [
        ("select", ENDLESS, IncompleteAnswerError),
        ("graph", f"CONSTRUCT {{ ?a ?b ?f }} {ENDLESS[9:]}", QueryFailedError),
    ],
)
def test_an_answer_cut_by_a_dying_worker_raises(
    settings: Settings,
    start: Start,
    workers_of: Callable[[int], list[int]],
    method: str,
    query: str,
    error: type[HiwarError],
) -> None:
    address, pid = start(replace(settings, query_deadline_s=20.0))
    graph = open_graph(address)
    raised: list[HiwarError] = []

    def ask() -> None:
        with pytest.raises(HiwarError) as caught:
            getattr(graph, method)(query)
        raised.append(caught.value)

    thread = threading.Thread(target=ask)
    thread.start()
    time.sleep(1)
    for worker in workers_of(pid):
        os.kill(worker, signal.SIGKILL)
    thread.join(10)
    assert not thread.is_alive()
    assert [type(item) for item in raised] == [error]


def test_who_has_used_up_its_share_is_told_so(settings: Settings, start: Start) -> None:
    address, _ = start(replace(settings, client_seconds=0.0001))
    graph = open_graph(address)
    with pytest.raises(BudgetError):
        graph.ask("ASK { ?s ?p ?o }")


JSON = "application/sparql-results+json"
ROWS = (
    b'{"head":{"vars":["x"]},'
    b'"results":{"bindings":[{"x":{"type":"literal","value":"a"}}]}}'
)
TRIPLES = b"<a:a> <a:b> <a:c> .\n<a:a> <a:b> <a:d> .\n"


@contextlib.contextmanager
def answering(*answers: bytes) -> Iterator[str]:
    """Give the address of a server that sends these bytes, one answer after another."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            for answer in answers:
                connection, _ = listener.accept()
                with connection:
                    connection.settimeout(5)
                    head = b""
                    while b"\r\n\r\n" not in head:
                        head += connection.recv(65536)
                    length = int(re.findall(rb"(?i)content-length: (\d+)", head)[0])
                    body = head.partition(b"\r\n\r\n")[2]
                    while len(body) < length:
                        body += connection.recv(65536)
                    connection.sendall(answer)

        thread = threading.Thread(target=serve)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/sparql"
        thread.join(10)


def reply(body: bytes, *headers: str, kind: str = JSON, length: int = -1) -> bytes:
    size = len(body) if length < 0 else length
    lines = [f"Content-Type: {kind}", f"Content-Length: {size}", *headers]
    return "\r\n".join(["HTTP/1.1 200 OK", *lines, "", ""]).encode() + body


def chunked(body: bytes, last: bytes = b"0\r\n\r\n") -> bytes:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {JSON}\r\nTransfer-Encoding: chunked"
    return f"{head}\r\n\r\n{len(body):x}\r\n".encode() + body + b"\r\n" + last


OPENING = reply(b'{"head":{},"boolean":true}')


@pytest.mark.parametrize("whole", [reply(ROWS), chunked(ROWS)])
def test_a_whole_answer_of_another_server_is_read(whole: bytes) -> None:
    with answering(OPENING, whole) as address:
        assert open_graph(address).select("SELECT ?x {}") == [{"x": "a"}]


@pytest.mark.parametrize(
    "cut",
    [
        reply(ROWS, length=len(ROWS) + 1),
        chunked(ROWS, b""),
        chunked(ROWS, b"5\r\n"),
        chunked(ROWS[:-3]),
        reply(ROWS[:-1]),
        reply(ROWS[:-2]),
        reply(b""),
        reply(ROWS, "Answer-Rows: 2"),
        reply(ROWS, "Answer-Rows: 0"),
        reply(ROWS).replace(b"Content-Length", b"X-Length"),
        reply(ROWS, kind="text/html"),
        reply(ROWS + ROWS),
        b"",
        b"HTTP/1.1 200 OK\r\nContent-Ty",
        b"nonsense\r\n\r\n",
    ],
)
def test_an_answer_that_is_not_whole_raises(cut: bytes) -> None:
    with answering(OPENING, cut) as address:
        graph = open_graph(address)
        with pytest.raises(IncompleteAnswerError):
            graph.select("SELECT ?x {}")


@pytest.mark.parametrize(
    "cut",
    [
        reply(TRIPLES[:20], "Answer-Rows: 2", kind="application/n-triples"),
        reply(TRIPLES[:-5], kind="application/n-triples"),
        reply(TRIPLES, "Answer-Rows: 3", kind="application/n-triples"),
        reply(TRIPLES, kind="application/n-triples", length=len(TRIPLES) + 1),
    ],
)
def test_a_graph_that_is_not_whole_raises(cut: bytes) -> None:
    with answering(OPENING, cut) as address:
        graph = open_graph(address)
        with pytest.raises(IncompleteAnswerError):
            graph.graph("CONSTRUCT {} {}")


@settings(max_examples=40, deadline=None)
@given(length=st.integers(0, len(ROWS) - 1))
def test_no_beginning_of_an_answer_is_taken_for_all(length: int) -> None:
    with answering(OPENING, reply(ROWS[:length])) as address:
        graph = open_graph(address)
        with pytest.raises(IncompleteAnswerError):
            graph.select("SELECT ?x {}")


@pytest.mark.parametrize("body", [b"", b"not json", b"[]", b'{"type": 3}'])
def test_a_refusal_in_any_form_raises(body: bytes) -> None:
    problem = reply(body, kind="application/problem+json").replace(b"200 OK", b"400 No")
    with answering(OPENING, problem) as address:
        graph = open_graph(address)
        with pytest.raises(QueryError, match="400"):
            graph.select("SELECT ?x {}")


def test_a_graph_stays_with_its_release(
    own_data: Path,
    settings: Settings,
    start: Start,
    publish_more: Callable[[Path, str], None],
) -> None:
    address, _ = start(replace(settings, data=own_data))
    before = [open_graph(own_data), open_graph(address)]
    publish_more(own_data, "<a:a> <a:b> <a:new> .")
    query = "ASK { ?s ?p <a:new> }"
    until = time.monotonic() + 15
    while not (after := open_graph(address)).ask(query):
        assert time.monotonic() < until
        time.sleep(0.1)
    assert after.version == "2026-11-21.2"
    assert [graph.ask(query) for graph in before] == [False, False]
    assert open_graph(own_data).ask(query)


def test_the_page_about_notebooks_is_true(
    data: Path, address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "hiwar-data").symlink_to(data)
    monkeypatch.chdir(tmp_path)
    text = PAGE.read_text("utf-8").replace("http://127.0.0.1:8000/", address)
    flags = doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL
    test = doctest.DocTestParser().get_doctest(text, {}, PAGE.name, str(PAGE), 0)
    assert len(test.examples) > 10
    result = doctest.DocTestRunner(optionflags=flags).run(test)
    assert result.failed == 0
