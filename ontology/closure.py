"""What owlrl finds of the cases: all that the rules of OWL 2 RL give.

The cases share one closure, in which each has names and texts of its own, so that none
meets another. Different names are different things: where the rules make two of them
one, that is a contradiction.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import owlrl
from rdflib import OWL, RDF, RDFS, Graph, Literal, URIRef
from rdflib.term import Node

from hiwar.ontology import load_graph
from hiwar.ontology.cases import Case, Triple, Verdict
from hiwar.settings import Settings

__all__ = ["judge_with_owlrl"]

_BASE: Final = Settings.from_environment().base_iri
_ONTOLOGY: Final = f"{_BASE}ontology#"
_MARK: Final = f"{_BASE}case/"
_ERROR: Final = URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")


def judge_with_owlrl(cases: Sequence[Case]) -> tuple[Verdict, ...]:
    """Return what owlrl finds of each case together with the ontology, in order."""
    graph = _axioms(load_graph())
    for number, case in enumerate(cases):
        for triple in case.given:
            graph.add(_apart(triple, number))
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    broken = _broken(graph)
    return tuple(
        _verdict(graph, case, number, number not in broken)
        for number, case in enumerate(cases)
    )


def _axioms(ontology: Graph) -> Graph:
    """Return an ontology without its annotations, from which nothing follows."""
    notes: set[Node] = {RDFS.label, RDFS.comment, RDFS.isDefinedBy}
    notes.update(ontology.subjects(RDF.type, OWL.AnnotationProperty))
    axioms = Graph(bind_namespaces="none")
    for triple in ontology:
        if triple[1] not in notes:
            axioms.add(triple)
    return axioms


def _apart(triple: Triple, number: int) -> Triple:
    """Return a triple with the names and the texts of one case."""
    subject, predicate, value = triple
    return _renamed(subject, number), predicate, _renamed(value, number)


def _renamed(term: Node, number: int) -> Node:
    mark = f"{_MARK}{number}/"
    if isinstance(term, Literal) and term.datatype is None:
        return Literal(f"{mark}{term}", lang=term.language)
    if str(term).startswith(_BASE) and not str(term).startswith(_ONTOLOGY):
        return URIRef(mark + str(term).removeprefix(_BASE))
    return term


def _broken(graph: Graph) -> set[int]:
    """Return the numbers of the cases in which owlrl finds a contradiction."""
    return {
        int(number)
        for text in _contradictions(graph)
        for number in re.findall(rf"{re.escape(_MARK)}(\d+)/", text)
    }


def _contradictions(graph: Graph) -> Iterator[str]:
    yield from map(str, graph.objects(None, _ERROR))
    for one, other in graph.subject_objects(OWL.sameAs):
        if one != other:
            yield f"{one} {other}"


def _verdict(graph: Graph, case: Case, number: int, consistent: bool) -> Verdict:
    found: Iterable[Triple] = case.asked if consistent else ()
    follows = frozenset(item for item in found if _apart(item, number) in graph)
    return Verdict(case, consistent, follows)
