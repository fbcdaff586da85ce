"""The query tests of the W3C suite, as its manifests list them."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from rdflib import RDF, Graph, Namespace
from rdflib.collection import Collection
from rdflib.term import Node

from hiwar.server.protocol import Question

SHARED: Final = Path(
    os.environ.get("HIWAR_SHARED", Path(__file__).resolve().parents[4] / "shared")
)
SUITE: Final = SHARED / "w3c" / "sparql11"
MF: Final = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT: Final = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
LEFT_OUT: Final = {"entailment", "service"}
KINDS: Final = {MF.QueryEvaluationTest, MF.CSVResultFormatTest}
NOTHING: Final = "urn:x-test:nothing"


@dataclass(frozen=True)
class Case:
    """One test of the suite."""

    name: str
    query: Path
    default: tuple[Path, ...]
    named: tuple[Path, ...]
    result: Path

    def question(self) -> Question:
        """Return the request; where the test gives no data, FROM does or nothing."""
        text = self.query.read_text("utf-8")
        if "FROM" in text:
            return Question(text)
        default = tuple(map(name_of, self.default)) or (NOTHING,)
        return Question(text, default, tuple(map(name_of, self.named)))


def name_of(file: Path) -> str:
    """Return the IRI by which a file of the suite is known."""
    return f"http://example.org/{file.parent.name}/{file.name}"


def cases() -> Iterator[Case]:
    for manifest in sorted(SUITE.glob("*/manifest.ttl")):
        folder = manifest.parent.name
        graph = Graph().parse(manifest, publicID=manifest.as_uri())
        for entries in graph.objects(None, MF.entries):
            for test in Collection(graph, entries):
                if folder not in LEFT_OUT and KINDS & {*graph.objects(test, RDF.type)}:
                    yield case_of(graph, test, folder)


def case_of(graph: Graph, test: Node, folder: str) -> Case:
    action, result = graph.value(test, MF.action), graph.value(test, MF.result)

    def files(predicate: Node) -> tuple[Path, ...]:
        return tuple(sorted(path_of(item) for item in graph.objects(action, predicate)))

    (query,) = files(QT.query)
    name = f"{folder}#{str(test).rpartition('#')[2]}"
    return Case(name, query, files(QT.data), files(QT.graphData), path_of(result))


def path_of(iri: Node | None) -> Path:
    return Path(unquote(urlsplit(str(iri)).path))


CASES: Final = list(cases()) if SUITE.is_dir() else []
