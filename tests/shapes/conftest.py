"""Data checked against the shapes."""

from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest
from rdflib import SH, Graph, Namespace, URIRef
from rdflib.term import Node

from hiwar.graph.gate import looked_up
from hiwar.graph.namespaces import BASE, PREFIXES
from hiwar.graph.shape_examples import (
    validator,
)
from hiwar.ontology import MODULES as ONTOLOGY_MODULES
from hiwar.ontology import load_graph
from hiwar.shapes import load_shapes

Broken = set[tuple[str, str]]

SHAPE = Namespace(f"{BASE}shapes#")
VALID = Path(__file__).with_name("valid.ttl")
HEADER = VALID.read_text(encoding="utf-8").partition("# Of each class")[0]
LINES = Path(__file__).with_name("broken.txt").read_text(encoding="utf-8").splitlines()
BROKEN = [
    (shape, path.strip("-"), text)
    for line in LINES
    if not line.startswith("#")
    for shape, path, text in [line.split(" | ")]
]


def thing(index: int) -> str:
    letters = "".join(chr(ord("A") + int(digit)) for digit in f"{index:03}")
    kind = "state" if "hiwar:State" in BROKEN[index][2] else "broken"
    return f"{BASE}id/{kind}/{letters}"


@cache
def shapes_of(*modules: str) -> Graph:
    return load_shapes(*modules)


@cache
def vocabulary() -> Graph:
    return load_graph(*ONTOLOGY_MODULES)


def check(data: Graph) -> dict[str, Broken]:
    """Return the shapes, and the paths of the report, that each focus node breaks."""
    shapes = shapes_of()
    report = validator(is_style=False).report(looked_up(vocabulary()) + data)
    found: dict[str, Broken] = defaultdict(set)
    for result in report.objects(None, SH.result):
        shape = report.value(result, SH.sourceShape)
        path = short(report.value(result, SH.resultPath))
        for owner in shapes.transitive_subjects(SH.property, shape):
            node = str(report.value(result, SH.focusNode))
            found[node].add((str(owner).removeprefix(SHAPE), path))
    return found


def short(path: Node | None) -> str:
    """Return a property with its prefix; a path of several steps has no name."""
    for prefix, iri in PREFIXES.items():
        if isinstance(path, URIRef) and path.startswith(iri) and path != iri:
            name = path.removeprefix(iri)
            if "/" not in name:
                return f"{prefix}:{name}"
    return ""


@pytest.fixture(scope="module")
def found() -> dict[str, Broken]:
    """All broken things beside the valid ones, checked together."""
    data = Graph().parse(VALID)
    for index, (_, _, text) in enumerate(BROKEN):
        described = f"<X> {text} .".replace("<X>", f"<{thing(index)}>")
        data.parse(data=f"{HEADER}\n{described}", format="turtle")
    return check(data)
