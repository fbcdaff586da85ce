"""The W3C's SHACL core suite, through the gate's own call of pySHACL."""

import os
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from rdflib import RDF, SH, BNode, Graph, Namespace
from rdflib.term import Node

from hiwar.graph.validation import Validator

SHARED = Path(
    os.environ.get(
        "HIWAR_SHARED", Path(__file__).resolve().parents[2].parent / "shared"
    )
)
SUITE = SHARED / "w3c" / "shacl" / "core"
SHT = Namespace("http://www.w3.org/ns/shacl-test#")
MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")

NOT_PASSED = {
    "property/uniqueLang-002.ttl": "pySHACL takes sh:uniqueLang 1 for true, where only"
    " the lexical form true counts (SHACL 4.4.5)",
}
"""Tests that are not passed, by IRI below the suite's folder, and why."""

Results = Counter[tuple[str, ...]]


@cache
def load(address: str) -> Graph:
    path = Path(address.removeprefix("file://"))
    return Graph().parse(path, publicID=address, format="turtle")


def files() -> list[str]:
    paths = sorted(SUITE.rglob("*.ttl"))
    return [path.relative_to(SUITE).as_posix() for path in paths if path.is_file()]


def entries_of(name: str) -> list[Node]:
    return list(load((SUITE / name).as_uri()).subjects(RDF.type, SHT.Validate))


CASES = [name for name in files() if entries_of(name)]


def results(report: Graph) -> Results:
    """Return the results of a report; blank nodes are all the same."""
    predicates = (SH.focusNode, SH.value, SH.resultSeverity)
    found: Results = Counter()
    for result in report.objects(None, SH.result):
        values = [report.value(result, predicate) for predicate in predicates]
        values += [
            report.value(result, SH.sourceConstraintComponent),
            report.value(result, SH.sourceShape),
        ]
        path = text_of(report, report.value(result, SH.resultPath))
        found[(path, *(text_of(report, value) for value in values))] += 1
    return found


def text_of(graph: Graph, node: Node | None) -> str:
    if not isinstance(node, BNode):
        return "" if node is None else node.n3()
    if (node, RDF.first, None) in graph:
        return "/".join(text_of(graph, step) for step in graph.items(node))
    paths = (SH.inversePath, SH.alternativePath, SH.zeroOrMorePath, SH.oneOrMorePath)
    for operator in (*paths, SH.zeroOrOnePath):
        for inner in graph.objects(node, operator):
            return f"{operator}({text_of(graph, inner)})"
    return "_"


def passes(name: str, *, all_nodes_named: bool) -> bool:
    address = (SUITE / name).as_uri()
    manifest = load(address)
    (test,) = entries_of(name)
    action = manifest.value(test, MF.action)
    data = load(str(manifest.value(action, SHT.dataGraph)))
    shapes = load(str(manifest.value(action, SHT.shapesGraph)))
    (expected,) = manifest.objects(test, MF.result)
    focus = data.all_nodes() if all_nodes_named else None
    found = Validator(shapes).report(data, focus)
    return results(found) == results(manifest.cbd(expected))


@pytest.mark.skipif(not CASES, reason=f"no W3C suite in {SUITE}; set HIWAR_SHARED")
def test_the_suite_is_there_whole() -> None:
    assert len(CASES) == 98
    assert NOT_PASSED.keys() <= set(CASES)


@pytest.mark.parametrize("name", CASES)
def test_a_report_is_as_the_w3c_says(name: str) -> None:
    assert passes(name, all_nodes_named=False) == (name not in NOT_PASSED)


@pytest.mark.parametrize("name", CASES)
def test_naming_all_nodes_as_focus_changes_no_report(name: str) -> None:
    assert passes(name, all_nodes_named=True) == (name not in NOT_PASSED)
