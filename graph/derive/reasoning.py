"""What follows from facts, registry and ontology, each with what it follows from."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rdflib import Graph, Literal, URIRef
from rdflib.term import Node

from hiwar.errors import GateError
from hiwar.graph.derive.documents import new_graph
from hiwar.graph.derive.rules import Ban, Pattern, Rule, read_bans, read_rules
from hiwar.graph.namespaces import HIWAR, RDF

__all__ = ["Derivation", "Inference", "infer"]

Triple = tuple[Node, Node, Node]
Bindings = dict[str, Node]

_UNSEEN: Final = (HIWAR.Statement, HIWAR.Evidence, HIWAR.Disagreement)


@dataclass(frozen=True, slots=True)
class Derivation:
    """One triple that follows, by which rule, and from what."""

    rule: str
    premises: tuple[Triple, ...]
    conclusion: Triple


@dataclass(frozen=True)
class Inference:
    """What follows, and how.

    Attributes:
        graph: The triples of our predicates and classes that were not given.
        derivations: The first derivation of each conclusion; a premise that was not
            given has one too.
    """

    graph: Graph
    derivations: dict[Triple, Derivation]

    def explain(self, triple: Triple) -> list[Derivation]:
        """Return the steps that lead to a triple from what was given, last first."""
        steps: list[Derivation] = []
        waiting = deque([triple])
        while waiting:
            step = self.derivations.get(waiting.popleft())
            if step and step not in steps:
                steps.append(step)
                waiting.extend(step.premises)
        return steps


def infer(facts: Graph, registry: Graph, ontology: Graph) -> Inference:
    """Return what follows by the axioms of the ontology.

    Statements, evidence and disagreements are not looked at.

    Raises:
        GateError: If something contradicts, or two names would be made one; it
            names the triples.
    """
    given = {*_visible(facts), *_visible(registry)}
    engine = _Engine(read_rules(ontology))
    engine.run(sorted(given, key=_order))
    _check(engine, read_bans(ontology))
    graph = new_graph()
    for triple in engine.derivations:
        graph.add(triple)
    return Inference(graph, engine.derivations)


class _Engine:
    """Forward chaining, each triple met once with each pattern."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._asked: dict[URIRef, list[tuple[Rule, int]]] = defaultdict(list)
        for rule in rules:
            for place, pattern in enumerate(rule.body):
                self._asked[pattern[1]].append((rule, place))
        self._objects: dict[tuple[Node, Node], dict[Node, None]] = defaultdict(dict)
        self._subjects: dict[tuple[Node, Node], dict[Node, None]] = defaultdict(dict)
        self._pairs: dict[Node, dict[tuple[Node, Node], None]] = defaultdict(dict)
        self.derivations: dict[Triple, Derivation] = {}

    def run(self, given: Iterable[Triple]) -> None:
        """Add what is given and all that follows."""
        waiting = deque(given)
        for triple in waiting:
            self._add(triple)
        while waiting:
            triple = waiting.popleft()
            for rule, place in self._asked.get(URIRef(str(triple[1])), ()):
                for step in self._apply(rule, place, triple):
                    if self._is_new(step.conclusion):
                        self.derivations[step.conclusion] = step
                        self._add(step.conclusion)
                        waiting.append(step.conclusion)

    def match(self, body: Sequence[Pattern], known: Bindings) -> Iterator[Bindings]:
        """Return all ways in which triples fit the patterns."""
        if not body:
            yield known
            return
        subject, predicate, target = body[0]
        for pair in list(self._candidates(subject, predicate, target, known)):
            bound = _bind(body[0], (pair[0], predicate, pair[1]), known)
            if bound is not None:
                yield from self.match(body[1:], bound)

    def _apply(self, rule: Rule, place: int, triple: Triple) -> Iterator[Derivation]:
        bound = _bind(rule.body[place], triple, {})
        if bound is None:
            return
        rest = (*rule.body[:place], *rule.body[place + 1 :])
        for bindings in self.match(rest, bound):
            premises = tuple(fill(pattern, bindings) for pattern in rule.body)
            yield Derivation(rule.name, premises, fill(rule.head, bindings))

    def _candidates(
        self, subject: str, predicate: URIRef, target: str | URIRef, known: Bindings
    ) -> Iterable[tuple[Node, Node]]:
        first = known.get(subject)
        last = target if isinstance(target, URIRef) else known.get(target)
        if first is not None:
            return ((first, item) for item in self._objects.get((first, predicate), ()))
        if last is not None:
            return ((item, last) for item in self._subjects.get((last, predicate), ()))
        return self._pairs.get(predicate, ())

    def _add(self, triple: Triple) -> None:
        subject, predicate, target = triple
        self._objects[subject, predicate][target] = None
        self._subjects[target, predicate][subject] = None
        self._pairs[predicate][subject, target] = None

    def _is_new(self, triple: Triple) -> bool:
        subject, predicate, target = triple
        is_ours = str(target if predicate == RDF.type else predicate).startswith(HIWAR)
        is_known = target in self._objects.get((subject, predicate), ())
        return is_ours and not isinstance(subject, Literal) and not is_known


def fill(pattern: Pattern, bindings: Bindings) -> Triple:
    """Return a pattern with its variables replaced."""
    subject, predicate, target = pattern
    last = target if isinstance(target, URIRef) else bindings[target]
    return bindings[subject], predicate, last


def _bind(pattern: Pattern, triple: Triple, known: Bindings) -> Bindings | None:
    """Return the bindings with which a triple fits a pattern, or None."""
    bound = dict(known)
    subject, _, target = pattern
    if bound.setdefault(subject, triple[0]) != triple[0]:
        return None
    if isinstance(target, URIRef):
        return bound if target == triple[2] else None
    return bound if bound.setdefault(target, triple[2]) == triple[2] else None


def _visible(graph: Graph) -> Iterator[Triple]:
    hidden = {node for kind in _UNSEEN for node in graph.subjects(RDF.type, kind)}
    return (triple for triple in graph if triple[0] not in hidden)


def _check(engine: _Engine, bans: Iterable[Ban]) -> None:
    found = [
        f"{ban.name}: " + ", ".join(_spoken(fill(p, bindings)) for p in ban.body)
        for ban in bans
        for bindings in engine.match(ban.body, {})
        if ban.differ is None or bindings[ban.differ[0]] != bindings[ban.differ[1]]
    ]
    if found:
        raise GateError(
            f"Facts, registry and ontology contradict one another: {min(found)}."
            " Correct the rule, the document or the registry entry that gives one of"
            " these triples.",
            contradictions=sorted(found),
        )


def _spoken(triple: Triple) -> str:
    return " ".join(term.n3() for term in triple)


def _order(triple: Triple) -> tuple[str, ...]:
    return tuple(term.n3() for term in triple)
