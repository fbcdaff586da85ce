"""The client for notebooks, against a real server and a release on disk."""

import doctest
import os
import signal
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Final

import pandas as pd
import pytest
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
from tests.server.asking import Start

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


def test_an_answer_cut_by_the_deadline_raises(hasty: str) -> None:
    graph = open_graph(hasty)
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
@pytest.mark.clock
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


@pytest.mark.clock
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
    data: Path, hasty: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "hiwar-data").symlink_to(data)
    monkeypatch.chdir(tmp_path)
    text = PAGE.read_text("utf-8").replace("http://127.0.0.1:8000/", hasty)
    flags = doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL
    test = doctest.DocTestParser().get_doctest(text, {}, PAGE.name, str(PAGE), 0)
    assert len(test.examples) > 10
    result = doctest.DocTestRunner(optionflags=flags).run(test)
    assert result.failed == 0
