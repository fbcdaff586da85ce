"""Validation: pySHACL without inference, in the form in which it is fast.

pySHACL reads all triples of a shape again for each focus node of a shape that has it
as ``sh:property``, and parses a SPARQL constraint again for each of its focus nodes.
So, before it sees the shapes, each property shape of a shape with targets gets these
targets itself, which means the same (SHACL, section 2.3.2), what only people read is
set aside, and queries are parsed once. The results are the same: tests run the W3C
suite through here.

pySHACL's own ``focus_nodes`` is not used: it holds for nested shapes too, so that a
``sh:or`` over literals, or a ``sh:node`` over a neighbour, would always conform. In
its place the targets are looked up here, and those that are wanted are given to
pySHACL as ``sh:targetNode``.

Source: https://www.w3.org/TR/shacl/
"""

import logging
from collections.abc import Container, Iterator
from functools import lru_cache
from typing import Any, Final

from pyshacl import validate
from rdflib import OWL, RDF, RDFS, SH, BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query
from rdflib.query import Result
from rdflib.term import Node

from hiwar.errors import GateError
from hiwar.graph.plain import plain_graph

__all__ = ["Validator", "focus_nodes"]

# of a value that is not as its datatype says a shape tells, in one line
logging.getLogger("rdflib.term").setLevel(logging.ERROR)

_TARGETS: Final = (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf)
_TARGETS_AND_NODES: Final = (*_TARGETS, SH.targetNode)
_SHAPES: Final = (SH.NodeShape, SH.PropertyShape)
_CLASSES: Final = (RDFS.Class, OWL.Class)
_FOR_PEOPLE: Final = (SH.name, SH.description, SH.message, SH.order, SH.group)


class Validator:
    """Shapes, ready to validate any number of graphs.

    Args:
        shapes: The shapes graph; it is copied.

    Attributes:
        targets: Each shape that has targets, a property shape with those of the
            shapes that it is part of, with the kind and the value of the target.
    """

    def __init__(self, shapes: Graph) -> None:
        self._shapes = plain_graph(shapes)
        self._messages: dict[Node, list[Node]] = {}
        self._set_messages_aside()
        for shape in _shapes_with_targets(shapes):
            _give_targets(self._shapes, shape)
        self.targets = list(_targets(self._shapes))
        self._untargeted = plain_graph(self._shapes)
        for kind in _TARGETS:
            self._untargeted.remove((None, kind, None))

    def report(self, data: Graph, focus: Container[Node] | None = None) -> Graph:
        """Return the validation report of a graph.

        Args:
            data: What is validated, with all that ``sh:class`` must find.
            focus: The nodes for which results are wanted, and with them the terms
                that stand as their values; all targets where None.

        Raises:
            GateError: If the shapes are not well-formed.

        Source: https://www.w3.org/TR/shacl/#validation-report
        """
        if focus is None:
            report = _run(data, self._shapes)
        else:
            shapes = plain_graph(self._untargeted)
            for shape, kind, value in self.targets:
                for subject, node in focus_nodes(data, kind, value):
                    if subject in focus:
                        shapes.add((shape, SH.targetNode, node))
            report = _run(data, shapes)
        for shape, messages in self._messages.items():
            for result in report.subjects(SH.sourceShape, shape):
                report.remove((result, SH.resultMessage, None))
                for message in messages:
                    report.add((result, SH.resultMessage, message))
        return report

    def _set_messages_aside(self) -> None:
        """Take from the shapes what only people read; the messages are kept."""
        constraints = set(self._shapes.objects(None, SH.sparql))
        for shape in set(self._shapes.subjects()) - constraints:
            messages = list(self._shapes.objects(shape, SH.message))
            if messages:
                self._messages[shape] = messages
            for predicate in _FOR_PEOPLE:
                self._shapes.remove((shape, predicate, None))


def _run(data: Graph, shapes: Graph) -> Graph:
    _, report, text = validate(
        _ParsedOnce(store=data.store, identifier=data.identifier),
        shacl_graph=shapes,
        inference="none",
        inplace=True,
        allow_infos=True,
        allow_warnings=True,
    )
    if not isinstance(report, Graph):
        raise GateError(f"The shapes cannot be used: {text}.")
    return report


class _ParsedOnce(Graph):
    """A view of a graph that parses each query only once."""

    def query(self, query_object: str | Query, *args: Any, **options: Any) -> Result:
        if isinstance(query_object, str):
            query_object = _parsed(query_object)
        return super().query(query_object, *args, **options)


@lru_cache(maxsize=64)
def _parsed(text: str) -> Query:
    return prepareQuery(text)


def _targets(shapes: Graph) -> Iterator[tuple[Node, URIRef, Node]]:
    """Return each shape with the kind and the value of its target."""
    for kind in _TARGETS:
        for shape, value in shapes.subject_objects(kind):
            yield shape, kind, value
    for shape in _class_shapes(shapes):
        yield shape, SH.targetClass, shape


def _class_shapes(shapes: Graph) -> set[Node]:
    """Return the shapes that are classes, whose instances are their targets."""
    classes = {c for kind in _CLASSES for c in shapes.subjects(RDF.type, kind)}
    return {s for kind in _SHAPES for s in shapes.subjects(RDF.type, kind)} & classes


def focus_nodes(data: Graph, kind: URIRef, value: Node) -> Iterator[tuple[Node, Node]]:
    """Return each focus node of a target, after the node that it stands with."""
    if kind == SH.targetObjectsOf:
        yield from data.subject_objects(value)
    elif kind == SH.targetSubjectsOf:
        yield from ((node, node) for node in data.subjects(value))
    else:
        for subclass in data.transitive_subjects(RDFS.subClassOf, value):
            yield from ((node, node) for node in data.subjects(RDF.type, subclass))


def _shapes_with_targets(shapes: Graph) -> set[Node]:
    """Return the shapes that have targets and are part of no other shape."""
    found = {shape for kind in _TARGETS_AND_NODES for shape in shapes.subjects(kind)}
    return {
        shape
        for shape in found | _class_shapes(shapes)
        if (None, None, shape) not in shapes
        and (shape, SH.path, None) not in shapes
        and (shape, SH.deactivated, Literal(True)) not in shapes
        and not any(
            (inner, SH.qualifiedValueShapesDisjoint, None) in shapes  # looks at others
            for inner in shapes.objects(shape, SH.property)
        )
    }


def _give_targets(shapes: Graph, shape: Node) -> None:
    """Give a shape's targets to its property shapes, and keep what is closed."""
    properties = list(shapes.objects(shape, SH.property))
    closed_to = shapes.value(shape, SH.ignoredProperties)
    ignored = [] if closed_to is None else list(shapes.items(closed_to))
    for inner in properties:
        ignored.extend(shapes.objects(inner, SH.path))
        for kind in _TARGETS_AND_NODES:
            for value in shapes.objects(shape, kind):
                shapes.add((inner, kind, value))
        if shape in _class_shapes(shapes):
            shapes.add((inner, SH.targetClass, shape))
        shapes.remove((shape, SH.property, inner))
    if (shape, SH.closed, Literal(True)) in shapes:
        shapes.remove((shape, SH.ignoredProperties, None))
        head = BNode()
        shapes.add((shape, SH.ignoredProperties, head))
        Collection(shapes, head, [path for path in ignored if not _is_complex(path)])


def _is_complex(path: Node) -> bool:
    return isinstance(path, BNode)
