"""The W3C's requests read from their manifests, and releases to send them to."""

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from rdflib import Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

SUITE = (
    Path(os.environ.get("HIWAR_SHARED", Path(__file__).resolve().parents[4] / "shared"))
    / "w3c"
    / "sparql11"
)
MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
GRAPHS = "https://w3id.org/hiwar/graph/"


@dataclass(frozen=True)
class Message:
    """A request of a test, and the response that it expects."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes | None
    statuses: frozenset[str]
    boolean: bool | None
    format: str
    content: bytes | None

    @property
    def is_write(self) -> bool:
        return self.method not in ("GET", "HEAD")


class Suite:
    """The tests of one manifest, each a list of messages."""

    def __init__(self, name: str) -> None:
        path = SUITE / name
        self._graph = Graph().parse(path, publicID=path.as_uri())

    def tests(self) -> dict[str, list[Message]]:
        """Return the tests in the order of the manifest."""
        graph = self._graph
        (entries,) = graph.objects(None, MF.entries)
        return {
            str(test).rpartition("#")[2]: self._messages(test)
            for test in Collection(graph, entries)
        }

    def _messages(self, test: Node) -> list[Message]:
        action = self._graph.value(test, MF.action)
        return [self._message(node) for node in self._list(action, HT.requests)]

    def _message(self, node: Node) -> Message:
        response = self._graph.value(node, HT.resp)
        boolean = self._graph.value(response, MF.expectedBoolean)
        statuses = self._graph.objects(response, MF.expectedStatus)
        return Message(
            method=self._text(node, HT.methodName),
            path=self._text(node, HT.absolutePath),
            headers={
                self._text(item, HT.fieldName): self._text(item, HT.fieldValue)
                for item in self._list(node, HT.headers)
            },
            body=self._body(node),
            statuses=frozenset(str(item).rpartition("#")[2] for item in statuses),
            boolean=None if boolean is None else str(boolean) == "true",
            format=self._text(response, MF.expectedFormat),
            content=self._body(response),
        )

    def _body(self, node: Node | None) -> bytes | None:
        body = self._graph.value(node, HT.body)
        if body is None:
            return None
        charset = self._text(body, CNT.characterEncoding) or "UTF-8"
        return self._text(body, CNT.chars).encode(charset)

    def _text(self, node: Node | None, predicate: URIRef) -> str:
        return str(self._graph.value(node, predicate) or "")

    def _list(self, node: Node | None, predicate: URIRef) -> list[Node]:
        found = self._graph.value(node, predicate)
        return [] if found is None else list(Collection(self._graph, found))


@pytest.fixture(scope="session")
def suite_folder(suite: Callable[[str], Suite]) -> Path:
    """Where the suite is."""
    return SUITE


@pytest.fixture(scope="session")
def suite() -> Callable[[str], Suite]:
    """How to read a manifest of the suite."""
    if not SUITE.is_dir():
        pytest.skip(f"no W3C suite in {SUITE}; set HIWAR_SHARED")
    return Suite


@pytest.fixture(scope="session")
def release() -> Callable[[Path, int, dict[str, Graph]], None]:
    """How to make a release of any graphs, by their IRIs."""

    def make(data: Path, number: int, graphs: dict[str, Graph]) -> None:
        version = f"2026-11-21.{number}"
        path = data / "releases" / version
        path.mkdir(parents=True)
        store = ox.Store(str(path / "store"))
        for iri, graph in graphs.items():
            text = graph.serialize(format="nt", encoding="utf-8")
            store.load(text, ox.RdfFormat.N_TRIPLES, to_graph=ox.NamedNode(iri))
        store.flush()
        counts: dict[str, Any] = {
            iri.removeprefix(GRAPHS): {"triples": len(graph)}
            for iri, graph in graphs.items()
        }
        manifest = {"version": version, "graphs": counts, "files": {}}
        (path / "manifest.json").write_text(json.dumps(manifest), "utf-8")
        (data / "current").write_text(version, "utf-8")

    return make
