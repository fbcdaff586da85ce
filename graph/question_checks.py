"""The competency questions put to the test: answers, terms, what no question asks.

A question about the domain has a dataset of its own. It becomes what a release would
be: its graphs, the packaged ontology and themes, and what follows from them. Then the
query must give the expected answer, and another one after the update that goes with it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, Final

import pyoxigraph as ox
from rdflib import RDF, RDFS, XSD, Graph, URIRef
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue

from hiwar.graph.derive import infer
from hiwar.graph.namespaces import BASE, HIWAR
from hiwar.graph.store import from_graph, to_graph
from hiwar.ontology import ONTOLOGY, THEMES, load_graph
from hiwar.ontology.questions import (
    DomainQuestion,
    Question,
    load_domain_questions,
    load_questions,
)

__all__ = [
    "Row",
    "answer",
    "checks",
    "graphs_of",
    "named_terms",
    "question_store",
    "terms_of_ontology",
    "undeclared_terms",
    "untouched_terms",
]

Row = tuple[str, ...]

_GRAPHS: Final = f"{BASE}graph/"
_BUILT_IN: Final = (RDF, RDFS, XSD)


def question_store(question: DomainQuestion, *, mutated: bool = False) -> ox.Store:
    """Return the dataset of a question in a store, as a release would have it.

    Args:
        question: The question.
        mutated: Whether the question's update is done first.

    Raises:
        GateError: If the dataset contradicts the ontology.
        SyntaxError: If the dataset or the update cannot be read.
    """
    store = ox.Store()
    store.load(question.data.encode(), format=ox.RdfFormat.TRIG)
    _extend(store, "themes", _packaged("themes"))
    if mutated:
        store.update(question.mutation)
    facts, registry = (to_graph(_triples(store, n)) for n in ("facts", "registry"))
    inferred = from_graph(infer(facts, registry, _ontology()).graph)
    given = {quad.triple for quad in store}
    _extend(store, "inferred", (item for item in inferred if item not in given))
    _extend(store, "ontology", _packaged("ontology"))
    return store


def graphs_of(store: ox.Store) -> dict[str, Graph]:
    """Return the graphs of a store by name."""
    names = (str(node.value).removeprefix(_GRAPHS) for node in store.named_graphs())
    return {name: to_graph(_triples(store, name)) for name in sorted(names)}


def answer(question: Question, store: ox.Store) -> Counter[Row]:
    """Return the rows that a question has over all graphs, each with how often."""
    found = store.query(question.query, use_default_graph_as_union=True)
    if not isinstance(found, ox.QuerySolutions):
        raise TypeError(f"{question.code} is no SELECT query.")
    return Counter(
        tuple(_text(solution[name]) for name in question.columns) for solution in found
    )


def named_terms(query: str) -> set[str]:
    """Return the IRIs that a query names, classes and properties above all.

    >>> [
    ...     term.removeprefix(BASE)
    ...     for term in named_terms(
    ...         f"PREFIX h: <{HIWAR}> SELECT * {{ ?x h:when ?y FILTER(?y != 'h:aim') }}"
    ...     )
    ... ]
    ['ontology#when']
    """
    prologue, body = parseQuery(query)
    prefixes = {
        str(item.prefix or ""): str(item.iri)
        for item in prologue
        if item.name == "PrefixDecl"
    }
    return set(_iris(body, prefixes))


def undeclared_terms(terms: Iterable[str]) -> list[str]:
    """Return those of the terms that ontology and themes do not declare, sorted.

    Those of RDF, RDFS and XSD need no declaration; names of things are no terms.
    """
    declared = {
        triple.subject.value
        for name in ("ontology", "themes")
        for triple in _packaged(name)
        if isinstance(triple.subject, ox.NamedNode)
    }
    return sorted(
        term
        for term in set(terms) - declared
        if not any(term in vocabulary for vocabulary in _BUILT_IN)
        and not term.startswith(f"{BASE}id/")
    )


def terms_of_ontology() -> set[str]:
    """Return the classes and properties of our ontology."""
    return {
        triple.subject.value
        for triple in _packaged("ontology")
        if triple.predicate.value == str(RDF.type)
        and isinstance(triple.subject, ox.NamedNode)
        and triple.subject.value.startswith(str(HIWAR))
    }


def untouched_terms() -> list[str]:
    """Return the classes and properties of our ontology that no question names."""
    every = (*load_questions(), *load_domain_questions())
    named = {term for question in every for term in named_terms(question.query)}
    return sorted(terms_of_ontology() - named)


def checks() -> Iterator[tuple[str, str, bool]]:
    """Yield what was checked, the figure, and whether it holds."""
    questions = load_domain_questions()
    answered = [item.code for item in questions if not _has_answer(item, False)]
    changed = [item.code for item in questions if not _has_answer(item, True)]
    yield _counted("questions of the domain answered", answered, len(questions))
    yield _counted("and answered otherwise once mutated", changed, len(questions))
    every = (*load_questions(), *questions)
    unknown = [q.code for q in every if undeclared_terms(named_terms(q.query))]
    yield _counted("questions with declared terms only", unknown, len(every))
    names = [term.removeprefix(str(HIWAR)) for term in untouched_terms()]
    total = len(terms_of_ontology())
    figure = f"{total - len(names)} of {total}; not: {', '.join(names) or 'none'}"
    yield "terms that a question names", figure, True


def _has_answer(question: DomainQuestion, mutated: bool) -> bool:
    expected = question.mutated if mutated else question.expected
    found = answer(question, question_store(question, mutated=mutated))
    is_change = set(question.mutated) != set(question.expected)
    return is_change and found == Counter(expected)


def _counted(title: str, failed: list[str], total: int) -> tuple[str, str, bool]:
    figure = f"{total - len(failed)} of {total}"
    return (
        title,
        f"{figure}; not: {', '.join(failed)}" if failed else figure,
        not failed,
    )


def _triples(store: ox.Store, name: str) -> Iterator[ox.Triple]:
    graph = ox.NamedNode(f"{_GRAPHS}{name}")
    return (quad.triple for quad in store.quads_for_pattern(None, None, None, graph))


def _extend(store: ox.Store, name: str, triples: Iterable[ox.Triple]) -> None:
    graph = ox.NamedNode(f"{_GRAPHS}{name}")
    store.bulk_extend(
        ox.Quad(triple.subject, triple.predicate, triple.object, graph)
        for triple in triples
    )


@cache
def _ontology() -> Graph:
    return load_graph(*ONTOLOGY)


@cache
def _packaged(name: str) -> tuple[ox.Triple, ...]:
    graph = _ontology() if name == "ontology" else load_graph(*THEMES)
    return tuple(from_graph(graph))


def _iris(node: Any, prefixes: dict[str, str]) -> Iterator[str]:
    """Return the IRIs of a syntax tree, prefixed names among them."""
    if isinstance(node, URIRef):
        yield str(node)
    elif isinstance(node, CompValue):
        if node.name == "pname":
            prefix = str(node.prefix or "")
            yield prefixes.get(prefix, f"{prefix}:") + str(node.localname)
        else:
            for part in node.values():
                yield from _iris(part, prefixes)
    elif not isinstance(node, str) and hasattr(node, "__iter__"):
        for part in node:
            yield from _iris(part, prefixes)


def _text(term: object) -> str:
    return str(getattr(term, "value", "")).removeprefix(BASE)
