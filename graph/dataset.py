"""The rules of the dataset, which no shape can say because they are about graphs.

1. A triple stands in one graph only (``shapes/dataset/one-graph.rq``).
2. Each triple of ``facts`` rests on a true statement
   (``shapes/dataset/facts-have-statements.rq``).
3. A quote is its text between its two positions.
4. No data graph has a blank node.
5. No two IRIs are said to be one thing, since every thing has one IRI.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import pyoxigraph as ox
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.term import Node

from hiwar.graph.namespaces import (
    BASE,
    HIWAR,
    OA,
    OWL,
    PREFIXES,
    PROV,
    RDF,
    graph_iri,
)
from hiwar.graph.store import to_term
from hiwar.shapes import Rule, load_rules

__all__ = [
    "Problem",
    "check_named_graphs",
    "check_rules",
    "is_data",
    "quote_for",
    "short",
]

_PREFIXES: Final = ("dcterms", "hiwar", "oa", "owl", "prov", "rdf", "rdfs", "skos")


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One thing that a check found, in words.

    Attributes:
        node: What it is about, a shortened IRI.
        path: The property, or empty.
        value: The value found, or empty.
        shape: The name of the shape or rule.
        message: What was expected.
        sentence: The sentence of the document that is concerned, or empty.
    """

    node: str
    path: str
    value: str
    shape: str
    message: str
    sentence: str = ""

    def __str__(self) -> str:
        """Return it in one line."""
        found = f", found {self.value}" if self.value else ""
        place = f"{self.node} {self.path}".strip()
        quote = f' Sentence: "{self.sentence}"' if self.sentence else ""
        text = f"{place}{found}: {self.message} [{self.shape}]{quote}"
        return " ".join(text.split())


def is_data(name: str) -> bool:
    """Whether a graph holds data of ours, in which no blank node may be.

    >>> is_data("document/eu-egypt"), is_data("ontology")
    (True, False)
    """
    return name in ("facts", "inferred", "registry") or name.startswith("document/")


def check_rules(
    graphs: Mapping[str, Graph], texts: Mapping[URIRef, str] | None = None
) -> Iterator[Problem]:
    """Return what breaks a rule of the dataset, rule by rule and sorted.

    Args:
        graphs: The graphs by name.
        texts: The canonical text of each source document, or None to leave out
            the comparison of quotes with texts.
    """
    yield from check_named_graphs(_store_of(graphs))
    if texts is not None:
        for name in sorted(graphs):
            yield from sorted(_wrong_quotes(graphs[name], texts))
    yield from sorted(_blank_nodes(graphs))
    yield from sorted(_same_things(graphs))


def check_named_graphs(store: ox.Store) -> Iterator[Problem]:
    """Return what breaks the rules that SPARQL says, rule by rule and sorted."""
    for rule in load_rules():
        answer = store.query(rule.query)
        assert isinstance(answer, ox.QuerySolutions)  # since each rule is a SELECT
        yield from sorted(_broken(rule, row) for row in answer)


def _broken(rule: Rule, row: ox.QuerySolution) -> Problem:
    """Return a solution of a rule's query as a problem."""
    node, path, value = (
        short(URIRef(term.value) if isinstance(term, ox.NamedNode) else term.value)
        for term in (row["subject"], row["predicate"], row["object"])
    )
    message = rule.message
    if rule.names_graphs:
        homes = [row[name].value for name in ("graph", "other")]
        one, other = (home.removeprefix(graph_iri("")) for home in homes)
        message += f" This one is in {one} and {other}."
    return Problem(node, path, value, rule.name, message)


def _store_of(graphs: Mapping[str, Graph]) -> ox.Store:
    """Return a store of all triples without blank nodes, which no rule is about."""
    store, known = ox.Store(), dict[Node, Any]()

    def term(node: Node) -> Any:
        if node not in known:
            known[node] = to_term(node)
        return known[node]

    store.bulk_extend(
        ox.Quad(term(subject), term(predicate), term(value), home)
        for name, graph in graphs.items()
        for home in (ox.NamedNode(graph_iri(name)),)
        for subject, predicate, value in graph
        if not isinstance(subject, BNode) and not isinstance(value, BNode)
    )
    return store


def _wrong_quotes(graph: Graph, texts: Mapping[URIRef, str]) -> Iterator[Problem]:
    for evidence, source in graph.subject_objects(OA.hasSource):
        text = texts.get(source) if isinstance(source, URIRef) else None
        if text is None:
            message = f"The text of {short(source)} is not among the sources."
            yield Problem(short(evidence), "", "", "quotes-are-text", message)
            continue
        quote, start, end = _selectors(graph, evidence)
        if start is None or end is None or text[start:end] != quote:
            there = "" if start is None else text[start:end]
            yield Problem(
                short(evidence),
                "oa:exact",
                repr(quote),
                "quotes-are-text",
                f"A quote is its text from start to end, which is {there!r}.",
                quote,
            )


def _selectors(graph: Graph, evidence: Node) -> tuple[str, int | None, int | None]:
    """Return an evidence's quote and positions; None where there is none."""
    quote = ""
    found: dict[Node, int | None] = {OA.start: None, OA.end: None}
    for selector in graph.objects(evidence, OA.hasSelector):
        exact = graph.value(selector, OA.exact)
        quote = str(exact) if exact is not None else quote
        for predicate in found:
            value = graph.value(selector, predicate)
            if isinstance(value, Literal) and isinstance(value.value, int):
                found[predicate] = value.value
    return quote, found[OA.start], found[OA.end]


def _blank_nodes(graphs: Mapping[str, Graph]) -> Iterator[Problem]:
    for name, graph in graphs.items():
        if not is_data(name):
            continue
        for triple in graph:
            if any(isinstance(term, BNode) for term in triple):
                message = f"A data graph has no blank nodes; {name} has one."
                yield _problem(triple, "no-blank-nodes", message)


def _same_things(graphs: Mapping[str, Graph]) -> Iterator[Problem]:
    for name, graph in graphs.items():
        if not is_data(name):
            continue
        for one, other in graph.subject_objects(OWL.sameAs):
            if one != other:
                message = f"{name} says that two IRIs are one thing; they contradict."
                yield _problem((one, OWL.sameAs, other), "one-iri", message)


def _problem(triple: tuple[Node, Node, Node], rule: str, message: str) -> Problem:
    node, path, value = triple
    return Problem(short(node), short(path), short(value), rule, message)


def quote_for(
    graph: Graph, node: Node | None, path: Node | None = None, value: Node | None = None
) -> str:
    """Return the sentence that a node of the dataset rests on, or nothing.

    For a thing it is the sentence of the statement that says the path, and the
    value, of it; failing that, of any statement about it.
    """
    if node is None:
        return ""
    about = [node, *graph.objects(node, PROV.wasDerivedFrom)]
    statements = set(graph.subjects(RDF.subject, node))
    exact = {item for item in statements if (item, RDF.predicate, path) in graph}
    narrow = {item for item in exact if (item, RDF.object, value) in graph}
    described = set(graph.subjects(HIWAR.describes, node))
    for statement in sorted(narrow or exact or statements or described, key=str):
        about.extend(sorted(graph.objects(statement, PROV.wasDerivedFrom), key=str))
    for evidence in about:
        for selector in graph.objects(evidence, OA.hasSelector):
            quote = graph.value(selector, OA.exact)
            if quote is not None:
                return str(quote)
    return ""


def short(term: Node | str | None) -> str:
    """Return a term as people read it.

    >>> short(HIWAR.startDate), short(graph_iri("facts")), short(None)
    ('hiwar:startDate', 'graph/facts', '')
    """
    if term is None:
        return ""
    if isinstance(term, BNode):
        return "a blank node"
    text = str(term)
    if isinstance(term, URIRef):
        for prefix in _PREFIXES:
            if text.startswith(PREFIXES[prefix]):
                return f"{prefix}:{text.removeprefix(PREFIXES[prefix])}"
        return text.removeprefix(BASE)
    return text
