"""The W3C's Graph Store Protocol tests: reading, over what its writes would leave.

The server is read-only: each write of a test is refused with 405. What it would have
done is then published as a release, of which the test's reads are asked.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

import pytest
from rdflib import Graph
from rdflib.compare import isomorphic
from werkzeug import Response

from hiwar.settings import Settings

Get = Callable[..., Response]

GRAPHS: Final = "https://w3id.org/hiwar/graph/"
MANIFESTS: Final = ("manifest-direct.ttl", "manifest-indirect.ttl")
STATUSES: Final = {"OK": 200, "NotFound": 404}
READS: Final = 17
"""Reads of the tests, all of which are passed."""

NOT_RUN: Final = {
    "post_get_new_graph": "a graph that POST makes and names is a write from end to end"
}


@dataclass(frozen=True)
class Step:
    """A message of a test, and the release that its test has come to by then."""

    test: str
    message: Any
    number: int


def ours(text: str) -> str:
    """Put our names in place of those of the suite."""
    return text.replace("http://www.example/gsp/", GRAPHS)


def place(path: str) -> str:
    """Return where our server has what the suite has at a path."""
    if path.startswith("/gsp/"):
        return path.replace("/gsp/", "/graph/", 1)
    return ours(
        path.replace("/gsp", "/store", 1).replace("%3A", ":").replace("%2F", "/")
    )


def graph_of(path: str) -> str:
    """Return the IRI of the graph that a path is about, empty for the default one."""
    parts = urlsplit(path)
    if parts.path.startswith("/gsp/"):
        return GRAPHS + parts.path.removeprefix("/gsp/")
    return ours(parse_qs(parts.query).get("graph", [""])[0])


def after(graphs: dict[str, Graph], message: Any) -> dict[str, Graph]:
    """Return what a write leaves."""
    name = graph_of(message.path)
    if message.method == "DELETE":
        return {iri: graph for iri, graph in graphs.items() if iri != name}
    graph = Graph()
    if message.method == "POST" and name in graphs:
        graph += graphs[name]
    for text in turtle_of(message):
        graph.parse(data=ours(text), format="turtle")
    return {**graphs, name: graph}


def turtle_of(message: Any) -> list[str]:
    kind = message.headers["content-type"]
    text = (message.body or b"").decode()
    if not kind.startswith("multipart/form-data"):
        return [text]
    parts = text.split("--" + kind.partition("boundary=")[2])[1:-1]
    return [part.replace("\r\n", "\n").split("\n\n", 1)[1] for part in parts]


@pytest.fixture(scope="module")
def steps(suite: Callable[[str], Any]) -> dict[str, list[Any]]:
    """The messages of every test that reads."""
    return {
        f"{manifest}#{name}": messages
        for manifest in MANIFESTS
        for name, messages in suite(f"graph-store-protocol/{manifest}").tests().items()
        if not name.startswith(tuple(NOT_RUN))
    }


@pytest.fixture(scope="module")
def served(
    steps: dict[str, list[Any]],
    tmp_path_factory: pytest.TempPathFactory,
    release: Callable[..., None],
    serving: Callable[[Settings], Any],
    settings: Settings,
    make_client: Callable[[str], Get],
) -> Iterator[tuple[Get, list[Step]]]:
    """A server of every state that a test comes to, each a release."""
    data = tmp_path_factory.mktemp("graph-store")
    found: list[Step] = []
    number = 1
    release(data, number, {})
    for name, messages in steps.items():
        graphs: dict[str, Graph] = {}
        for message in messages:
            if message.is_write:
                number += 1
                graphs = after(graphs, message)
                release(
                    data, number, {iri or f"{GRAPHS}it": g for iri, g in graphs.items()}
                )
            found.append(Step(name, message, number if graphs else 1))
    with serving(replace(settings, data=data)) as (address, _):
        yield make_client(address), found


def test_every_read_of_the_suite_is_answered_as_expected(
    served: tuple[Get, list[Step]],
) -> None:
    ask, steps = served
    reads = [step for step in steps if not step.message.is_write]
    assert len(reads) == READS
    for step in reads:
        path = place(step.message.path)
        mark = "&" if "?" in path else "?"
        reply = ask(
            f"{path}{mark}version=2026-11-21.{step.number}",
            step.message.headers,
            method=step.message.method,
        )
        assert {STATUSES[name] for name in step.message.statuses} == {reply.status_code}
        if step.message.content is not None:
            wanted = Graph().parse(
                data=ours(step.message.content.decode()), format="ttl"
            )
            assert isomorphic(Graph().parse(data=reply.data, format="turtle"), wanted)
            assert reply.headers["Content-Type"] == "text/turtle; charset=utf-8"


def test_every_write_of_the_suite_is_refused_by_name(
    served: tuple[Get, list[Step]],
) -> None:
    ask, steps = served
    writes = {
        (step.message.method, place(step.message.path)): step.message
        for step in steps
        if step.message.is_write
    }
    assert {method for method, _ in writes} == {"PUT", "POST", "DELETE"}
    for (method, path), message in writes.items():
        reply = ask(path, message.headers, method=method, body=message.body)
        assert reply.status_code == 405
        assert "read-only" in (reply.json or {})["detail"]
        assert "GET" in reply.headers["Allow"]
