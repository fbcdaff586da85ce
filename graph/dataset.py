"""The rules of the dataset, which no shape can say because they are about graphs.

1. A triple stands in one graph only.
2. Each triple of ``facts`` rests on a true statement: one of that very triple, or
   of the same name where the triple is a preferred or other label, or one that
   describes its subject; or it belongs to a statement, evidence or disagreement,
   or says which IRI replaces its subject.
3. A quote is its text between its two positions.
4. No data graph has a blank node.
5. No two IRIs are said to be one thing, since every thing has one IRI.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from rdflib import BNode, Graph, Literal, URIRef
from rdflib.term import Node

from hiwar.graph.model import TRUE_STATUSES
from hiwar.graph.namespaces import (
    BASE,
    DCTERMS,
    HIWAR,
    OA,
    OWL,
    PROV,
    RDF,
    RDFS,
    SKOS,
    concept_iri,
)

__all__ = ["Problem", "check_rules", "is_data", "quote_for", "short"]

_TRUE: Final = frozenset(concept_iri("status", status) for status in TRUE_STATUSES)
_PROVENANCE: Final = (HIWAR.Statement, HIWAR.Evidence, HIWAR.Disagreement)


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
    yield from sorted(_in_two_graphs(graphs))
    yield from sorted(_without_statement(graphs))
    if texts is not None:
        for name in sorted(graphs):
            yield from sorted(_wrong_quotes(graphs[name], texts))
    yield from sorted(_blank_nodes(graphs))
    yield from sorted(_same_things(graphs))


def _in_two_graphs(graphs: Mapping[str, Graph]) -> Iterator[Problem]:
    home: dict[tuple[Node, Node, Node], str] = {}
    for name in sorted(graphs):
        for triple in graphs[name]:
            if any(isinstance(term, BNode) for term in triple):
                continue
            first = home.setdefault(triple, name)
            if first != name:
                yield _problem(
                    triple,
                    "one-graph",
                    f"A triple is in one graph only, this one in {first} and {name}.",
                )


def _without_statement(graphs: Mapping[str, Graph]) -> Iterator[Problem]:
    facts = graphs.get("facts", Graph())
    stated, described = _true_statements(graphs)
    exempt = {node for kind in _PROVENANCE for node in facts.subjects(RDF.type, kind)}
    for subject, predicate, value in facts:
        if subject in exempt or subject in described:
            continue
        is_name = predicate in (SKOS.prefLabel, SKOS.altLabel)
        if (
            (subject, predicate, value) in stated
            or (is_name and (subject, RDFS.label, value) in stated)
            or predicate == DCTERMS.isReplacedBy
        ):
            continue
        yield _problem(
            (subject, predicate, value),
            "facts-have-statements",
            "A triple of facts needs a statement that is adopted or reported.",
        )


def _true_statements(
    graphs: Mapping[str, Graph],
) -> tuple[set[tuple[Node | None, ...]], set[Node]]:
    """Return the triples that true statements state, and what they describe."""
    stated: set[tuple[Node | None, ...]] = set()
    described: set[Node] = set()
    for name, graph in graphs.items():
        if name != "facts" and not name.startswith("document/"):
            continue
        for status in _TRUE:
            for statement in graph.subjects(HIWAR.status, status):
                parts = (RDF.subject, RDF.predicate, RDF.object)
                stated.add(tuple(graph.value(statement, part) for part in parts))
                described.update(graph.objects(statement, HIWAR.describes))
    return stated, described


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


def short(term: Node | None) -> str:
    """Return a term as people read it.

    >>> short(HIWAR.startDate), short(concept_iri("status", "planned")), short(None)
    ('hiwar:startDate', 'theme/status/planned', '')
    """
    if term is None:
        return ""
    if isinstance(term, BNode):
        return "a blank node"
    text = str(term)
    if isinstance(term, URIRef):
        for prefix, iri in (("hiwar:", str(HIWAR)), ("rdf:", str(RDF)), ("", BASE)):
            if text.startswith(iri):
                return f"{prefix}{text.removeprefix(iri)}"
    return text
