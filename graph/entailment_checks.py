"""What the project's own rules find of the certificate's cases."""

from collections.abc import Iterator, Sequence

from rdflib import Graph

from hiwar.errors import GateError
from hiwar.graph.derive.documents import new_graph
from hiwar.graph.derive.reasoning import infer
from hiwar.ontology import load_graph
from hiwar.ontology.cases import Case, Verdict, load_cases
from hiwar.ontology.certificate import agreement

__all__ = ["checks", "judge_with_rules"]


def judge_with_rules(cases: Sequence[Case]) -> tuple[Verdict, ...]:
    """Return what `infer` finds of each case together with the ontology, in order."""
    ontology = load_graph()
    return tuple(_judge(case, ontology) for case in cases)


def checks() -> Iterator[tuple[str, str, bool]]:
    """Yield what was checked, the figure, and whether it holds."""
    yield agreement("our rules", judge_with_rules(load_cases()))


def _judge(case: Case, ontology: Graph) -> Verdict:
    facts = new_graph()
    for triple in case.given:
        facts.add(triple)
    try:
        inferred = infer(facts, new_graph(), ontology).graph
    except GateError:
        return Verdict(case, False, frozenset())
    follows = (triple for triple in case.asked if triple in inferred)
    return Verdict(case, True, frozenset(follows))
