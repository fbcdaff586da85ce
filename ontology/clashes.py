"""What contradicts what in a graph, in words, as far as simple rules can tell.

HermiT says that there is a contradiction and not where. These rules see the ones
that data make most often: a thing in two disjoint classes, by its types or by the
properties it has, and a property with two values where one is allowed.
"""

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from rdflib import Graph
from rdflib.collection import Collection
from rdflib.namespace import OWL, RDF, RDFS
from rdflib.term import Node

__all__ = ["find_clashes"]

_Reasons = dict[Node, str]

_ENDS: Final = ((RDFS.domain, 0, "as subject of"), (RDFS.range, 2, "as object of"))


def find_clashes(graph: Graph) -> Iterator[str]:
    """Yield a sentence for each contradiction that is found, in order of its text."""
    yield from sorted({*_disjoint_types(graph), *_double_values(graph)})


def _disjoint_types(graph: Graph) -> Iterator[str]:
    """Yield the things that are members of two disjoint classes."""
    pairs = _disjoint_pairs(graph)
    for thing, classes in _classes(graph).items():
        for one, other in combinations(sorted(classes, key=str), 2):
            if frozenset({one, other}) in pairs:
                yield (
                    f"{thing} is a {_name(one)} ({classes[one]}) and a {_name(other)}"
                    f" ({classes[other]}); nothing is both."
                )


def _double_values(graph: Graph) -> Iterator[str]:
    """Yield the things that have two values of a functional property."""
    for prop in graph.subjects(RDF.type, OWL.FunctionalProperty):
        for thing in set(graph.subjects(prop)):
            values = sorted(map(str, graph.objects(thing, prop)))
            if len(values) > 1:
                listed = " and ".join(values)
                yield f"{thing} has {_name(prop)} {listed}; only one is allowed."


def _classes(graph: Graph) -> dict[Node, _Reasons]:
    """Return the classes of each thing, each with the reason for it."""
    classes: dict[Node, _Reasons] = {}
    declared = set(graph.subjects(RDF.type, OWL.Class))
    for thing, kind in graph.subject_objects(RDF.type):
        if kind in declared:
            _add(graph, classes, thing, kind, "by type")
    for axiom, place, words in _ENDS:
        for prop, kind in graph.subject_objects(axiom):
            if kind in declared:
                for triple in graph.triples((None, prop, None)):
                    _add(graph, classes, triple[place], kind, f"{words} {_name(prop)}")
    return classes


def _add(
    graph: Graph, classes: dict[Node, _Reasons], thing: Node, kind: Node, reason: str
) -> None:
    """Add a class and those above it, unless they are known already."""
    reasons = classes.setdefault(thing, {})
    for above in (kind, *graph.transitive_objects(kind, RDFS.subClassOf)):
        if above is not None:
            reasons.setdefault(above, reason)


def _disjoint_pairs(graph: Graph) -> set[frozenset[Node]]:
    """Return the pairs of classes that are declared disjoint."""
    pairs = {frozenset(pair) for pair in graph.subject_objects(OWL.disjointWith)}
    for axiom in graph.subjects(RDF.type, OWL.AllDisjointClasses):
        members = graph.value(axiom, OWL.members)
        if members is not None:
            pairs |= {
                frozenset(pair) for pair in combinations(Collection(graph, members), 2)
            }
    return pairs


def _name(term: Node) -> str:
    """Return the local name of a class or property."""
    text = str(term)
    return text.rpartition("#" if "#" in text else "/")[2]
