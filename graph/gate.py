"""The gate: nothing is stored that a shape or a rule of the dataset forbids.

pySHACL without inference, because with it a range would type any value and
``sh:class`` would pass everything. Two checks:

* `Gate.check_document` takes one document's graph, the facts that it names, the
  registry records that those touch, and two steps of their neighbours, so that a
  value's class is known. What counts are results for the document's own nodes and
  those facts; of the neighbours too little is there to judge them.
* `Gate.check_dataset` takes all graphs but ``inferred``. The registry is the same in
  every build, so that only those of its records are there which something touches;
  ``hiwar check`` and the tests check all of it with ``whole=True``.

Source: https://www.w3.org/TR/shacl/#validation-report
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from itertools import product

from rdflib import RDF, SH, Graph, Literal, URIRef
from rdflib.term import Identifier, Node

from hiwar.errors import GateError
from hiwar.graph.dataset import Problem, check_rules, quote_for, short
from hiwar.graph.namespaces import BASE, RDFS, SKOS
from hiwar.graph.plain import plain_graph
from hiwar.graph.validation import Validator

__all__ = ["Gate", "GateReport", "looked_up"]

_THINGS = f"{BASE}id/"
_STEPS = 3
_NOT_DATA = frozenset({"ontology", "shapes", "themes", "catalogue", "inferred"})


@dataclass(frozen=True, slots=True)
class GateReport:
    """What a check found.

    Attributes:
        checked: How many focus nodes the shapes were run for.
        problems: What refuses; in an order that depends on the data only.
        remarks: Results of less than ``sh:Violation``, which refuse nothing.
    """

    checked: int
    problems: tuple[Problem, ...] = ()
    remarks: tuple[Problem, ...] = ()

    @property
    def conforms(self) -> bool:
        """Whether nothing refuses."""
        return not self.problems

    def require(self, what: str) -> None:
        """Do nothing where the data conforms.

        Args:
            what: The name of what was checked, for the message.

        Raises:
            GateError: If it does not; ``extra["report"]`` has every problem.
        """
        if self.problems:
            more = f" ({len(self.problems) - 1} more)" if len(self.problems) > 1 else ""
            raise GateError(
                f"{what}: {self.problems[0]}{more}",
                report=[asdict(problem) for problem in self.problems],
            )


class Gate:
    """The shapes, and the vocabulary that they need to know.

    Args:
        shapes: The shapes graph.
        vocabulary: Ontology and themes; of the ontology only the tree of classes
            is used, for ``sh:class``.
    """

    def __init__(self, shapes: Graph, *vocabulary: Graph) -> None:
        self._shapes = shapes
        self._validator = Validator(shapes)
        self._vocabulary = plain_graph()
        for graph in vocabulary:
            self._vocabulary += looked_up(graph)

    def check_document(
        self, document: Graph, facts: Graph, registry: Graph
    ) -> GateReport:
        """Check one document's graph with the facts and records that it touches."""
        own = _subjects(document)
        touched = _things(document)
        data = plain_graph(document, self._vocabulary)
        _add_neighbours(data, own | touched, (facts, registry))
        return self._check(data, own | (touched & _subjects(facts)))

    def check_dataset(
        self,
        graphs: Mapping[str, Graph],
        texts: Mapping[URIRef, str] | None = None,
        *,
        whole: bool = False,
    ) -> GateReport:
        """Check all graphs together, then the rules of the dataset.

        Args:
            graphs: The graphs by name.
            texts: The canonical text of each source document; where None, quotes
                are not compared with the texts.
            whole: Whether the registry's records are checked for themselves too.
        """
        data = plain_graph(self._vocabulary)
        focus: set[URIRef] = set()
        for name, graph in graphs.items():
            if name not in _NOT_DATA and (whole or name != "registry"):
                data += graph
                focus |= _subjects(graph)
        if not whole and "registry" in graphs:
            _add_neighbours(data, focus | _things(data), (graphs["registry"],))
        report = self._check(data, focus)
        broken = tuple(check_rules(graphs, texts))
        return GateReport(report.checked, report.problems + broken, report.remarks)

    def _check(self, data: Graph, focus: set[URIRef]) -> GateReport:
        results = self._validator.report(data, focus)
        found = sorted(self._problems(results, data))
        violations = tuple(item for severity, item in found if severity == SH.Violation)
        remarks = tuple(item for severity, item in found if severity != SH.Violation)
        return GateReport(len(focus), violations, remarks)

    def _problems(
        self, results: Graph, data: Graph
    ) -> Iterator[tuple[Identifier, Problem]]:
        """Return each validation result, with its severity."""
        for result in results.objects(None, SH.result):
            node = results.value(result, SH.focusNode)
            path = results.value(result, SH.resultPath)
            value = results.value(result, SH.value)
            problem = Problem(
                node=short(node),
                path=short(path) if isinstance(path, URIRef) else "",
                value=short(value),
                shape=self._name(results.value(result, SH.sourceShape)),
                message=_in_english(results.objects(result, SH.resultMessage)),
                sentence=quote_for(data, node, path, value),
            )
            severity = results.value(result, SH.resultSeverity)
            yield (severity if isinstance(severity, URIRef) else SH.Violation), problem

    def _name(self, shape: Node | None) -> str:
        """Return a shape's name, or that of the shape it is part of."""
        while shape is not None:
            name = self._shapes.value(shape, SH.name)
            if name is not None:
                return str(name)
            if isinstance(shape, URIRef):
                return short(shape)
            shape = self._shapes.value(predicate=SH.property, object=shape)
        return ""


def _in_english(messages: Iterable[Node]) -> str:
    """Return the messages that are in English, or in no language."""
    kept = (text for text in messages if isinstance(text, Literal))
    return " ".join(sorted(str(t) for t in kept if t.language in ("en", None)))


def _subjects(graph: Graph) -> set[URIRef]:
    return {node for node in graph.subjects(unique=True) if isinstance(node, URIRef)}


def _things(graph: Graph) -> set[URIRef]:
    """Return the things that are values in a graph."""
    return {
        term
        for term in graph.objects(unique=True)
        if isinstance(term, URIRef) and term.startswith(_THINGS)
    }


def _add_neighbours(data: Graph, nodes: set[URIRef], graphs: Iterable[Graph]) -> None:
    """Add what graphs say of nodes, of their values, and of the values of those."""
    for _ in range(_STEPS):
        values: set[URIRef] = set()
        for node, graph in product(nodes, graphs):
            for triple in graph.triples((node, None, None)):
                data.add(triple)
                if isinstance(triple[2], URIRef):
                    values.add(triple[2])
        nodes = values


def looked_up(vocabulary: Graph) -> Graph:
    """Return the part of ontology and themes that shapes look at.

    It is the tree of classes, what is declared, and the schemes of the concepts.
    """
    kept = Graph(bind_namespaces="none")
    for predicate in (RDF.type, RDFS.subClassOf, SKOS.inScheme):
        for subject, value in vocabulary.subject_objects(predicate):
            if isinstance(subject, URIRef):
                kept.add((subject, predicate, value))
    return kept
