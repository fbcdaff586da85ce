"""The examples of the shapes: what they should give, and what two engines say.

An example is a file under ``shapes/examples``. A valid one conforms. An invalid one
has the name of one shape, says in the words of the W3C's test suite which results
that shape gives, and gives no others.

Source: https://w3c.github.io/data-shapes/data-shapes-test-suite/
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, reduce
from operator import or_, truediv
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import pyoxigraph as ox
from rdflib import RDF, SH, BNode, Graph, Namespace, URIRef
from rdflib.term import Node

from hiwar.graph.dataset import check_named_graphs, short
from hiwar.graph.gate import looked_up
from hiwar.graph.namespaces import BASE
from hiwar.graph.store import to_graph
from hiwar.graph.validation import Validator, focus_nodes
from hiwar.ontology import MODULES as VOCABULARY
from hiwar.ontology import load_graph
from hiwar.shapes import MODULES, STYLE, load_examples, load_rules, load_shapes

if TYPE_CHECKING:
    from shifty import PreparedValidator

__all__ = [
    "Example",
    "Result",
    "examples",
    "exercised",
    "own_report",
    "results",
    "rule_examples",
    "second_report",
    "shape_names",
    "validator",
]

_SHAPE: Final = Namespace(f"{BASE}shapes#")
_TEST_RESULT: Final = URIRef(
    "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#result"
)
_NOTHING_TO_BREAK: Final = frozenset(
    {
        *(RDF.type, SH.property, SH.path, SH.ignoredProperties, SH.severity),
        *(SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf),
        *(SH.name, SH.description, SH.message, SH.order, SH.group),
    }
)


class Result(NamedTuple):
    """A validation result in words; empty where the report has nothing."""

    shape: str
    focus: str
    path: str
    value: str
    severity: str
    component: str


@dataclass(frozen=True)
class Example:
    """A file of examples.

    Attributes:
        name: The name of the file without its suffix.
        is_valid: Whether it should conform.
        is_style: Whether it is one for the shapes of the ontology itself.
        data: Its triples.
        expected: The results that it should give, none where it is valid.
    """

    name: str
    is_valid: bool
    is_style: bool
    data: Graph
    expected: frozenset[Result]


@cache
def examples() -> tuple[Example, ...]:
    """Return the examples of shapes, the valid ones first, sorted by name."""
    return tuple(_read_examples())


def _read_examples() -> Iterator[Example]:
    in_style = {str(shape) for shape in _shapes(True).subjects()} | {f"{_SHAPE}Style"}
    for kind in ("valid", "invalid"):
        for file, text in load_examples(kind).items():
            name, _, suffix = file.partition(".")
            if suffix == "ttl":
                data = Graph(bind_namespaces="none").parse(data=text, format="turtle")
                is_style = f"{_SHAPE}{name}" in in_style
                yield Example(name, kind == "valid", is_style, data, _expected(data))


@cache
def _shapes(is_style: bool) -> Graph:
    return load_shapes(*(STYLE if is_style else MODULES))


@cache
def validator(is_style: bool) -> Validator:
    """Return the validator of the shapes for data, or of those for the ontology."""
    return Validator(_shapes(is_style))


@cache
def _second(is_style: bool) -> "PreparedValidator":
    from shifty import PreparedValidator  # a tool of tests, not installed everywhere

    return PreparedValidator(_shapes(is_style))


@cache
def _vocabulary() -> Graph:
    return looked_up(load_graph(*VOCABULARY))


@cache
def own_report(example: Example) -> Graph:
    """Return the report of the gate's engine, pySHACL."""
    data = example.data if example.is_style else example.data + _vocabulary()
    return validator(example.is_style).report(data)


def second_report(example: Example) -> Graph:
    """Return the report of the second engine, shifty."""
    data = example.data if example.is_style else example.data + _vocabulary()
    _, report, _ = _second(example.is_style).validate(
        data, graph_mode="data", infer=False
    )
    return report


def results(report: Graph) -> frozenset[Result]:
    """Return the results of a validation report, in words."""
    return frozenset(
        Result(
            shape=_short(report, result, SH.sourceShape),
            focus=_short(report, result, SH.focusNode),
            path=_path_text(report, report.value(result, SH.resultPath)),
            value=_short(report, result, SH.value),
            severity=_short(report, result, SH.resultSeverity),
            component=_short(report, result, SH.sourceConstraintComponent),
        )
        for result in report.objects(None, SH.result)
    )


def _short(report: Graph, result: Node, predicate: URIRef) -> str:
    text = short(report.value(result, predicate))
    return text.removeprefix("shapes#").removeprefix(str(SH)).replace(_A_BLANK_NODE, "")


_A_BLANK_NODE: Final = short(BNode())


def _path_text(graph: Graph, path: Node | None) -> str:
    """Return a path in words, of which only equality counts."""
    if not isinstance(path, BNode):
        return short(path)
    if (path, RDF.first, None) in graph:
        return "/".join(_path_text(graph, step) for step in graph.items(path))
    return " ".join(
        f"{str(operator).removeprefix(str(SH))}({_path_text(graph, inner)})"
        for operator, inner in graph.predicate_objects(path)
    )


def _expected(data: Graph) -> frozenset[Result]:
    """Return the results that an example names."""
    return results(data) if (None, _TEST_RESULT, None) in data else frozenset()


def shape_names() -> set[str]:
    """Return the names of the shapes that something can break.

    A shape that only hands its targets to property shapes has no results of its
    own, nor has one that others refer to by ``sh:node``.
    """
    names: set[str] = set()
    for shapes in (_shapes(False), _shapes(True)):
        parts = set(shapes.objects(None, SH.node))
        for shape in set(shapes.subjects(SH.name)) - parts:
            if set(shapes.predicates(shape)) - _NOTHING_TO_BREAK:
                names.add(str(shape).removeprefix(_SHAPE))
    return names


def exercised(every: Iterable[Example]) -> set[str]:
    """Return the shapes that have, in a valid example, a focus node with a value."""
    names: set[str] = set()
    for example in every:
        if not example.is_valid:
            continue
        shapes, data = _shapes(example.is_style), example.data + _vocabulary()
        for shape, kind, value in validator(example.is_style).targets:
            path = _path(shapes, shapes.value(shape, SH.path))
            for _, node in focus_nodes(data, kind, value):
                if path is None or (node, path, None) in data:
                    names.add(str(shape).removeprefix(_SHAPE))
    return names


def _path(shapes: Graph, path: Node | None) -> Any:
    """Return a path of SHACL as one of rdflib; None where there is none."""
    if path is None or isinstance(path, URIRef):
        return path
    if (path, RDF.first, None) in shapes:
        return reduce(truediv, [_path(shapes, step) for step in shapes.items(path)])
    inverse = shapes.value(path, SH.inversePath)
    if inverse is not None:
        return ~_path(shapes, inverse)
    (head,) = shapes.objects(path, SH.alternativePath)
    return reduce(or_, [_path(shapes, step) for step in shapes.items(head)])


def rule_examples() -> Iterator[tuple[str, bool]]:
    """Return each rule of named graphs, and whether its two examples do as they say."""
    for rule in load_rules():
        yield (
            rule.name,
            all(
                _breaks(load_examples(kind)[f"{rule.name}.trig"], is_valid)
                for kind, is_valid in (("valid", True), ("invalid", False))
            ),
        )


def _breaks(text: str, is_valid: bool) -> bool:
    """Whether a dataset breaks what its default graph says, nothing where valid."""
    store = ox.Store()
    store.load(text.encode(), format=ox.RdfFormat.TRIG)
    default = store.quads_for_pattern(None, None, None, ox.DefaultGraph())
    named = _expected(to_graph(quad.triple for quad in default))
    expected = {(x.shape, x.focus, x.path, x.value) for x in named}
    found = {(x.shape, x.node, x.path, x.value) for x in check_named_graphs(store)}
    return found == expected and is_valid != bool(found)
