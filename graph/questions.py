"""The competency questions as data, for the site and the endpoint.

Each is a ``sh:SPARQLExecutable`` with its query, which stands by itself: its prefixes
are in the text, and declared once more by what ``sh:prefixes`` names, as tools for
example queries expect.

Source: https://www.w3.org/TR/shacl/#sparql-prefixes (5.2.1)
"""

from collections.abc import Iterator
from typing import Final

from rdflib import SH, Graph, Literal, URIRef
from rdflib.term import Node

from hiwar.graph.namespaces import (
    DCTERMS,
    PREFIXES,
    RDF,
    RDFS,
    SKOS,
    XSD,
    thing_iri,
)
from hiwar.ontology.questions import Question, load_domain_questions, load_questions

__all__ = ["PREFIX_SET", "questions_graph"]

PREFIX_SET: Final = thing_iri("prefixes", "hiwar")
"""What declares the prefixes that our queries may use."""


def questions_graph() -> Graph:
    """Return all competency questions with the prefixes of our names.

    It has no blank nodes and depends on the package only.

    >>> len(set(questions_graph().subjects(SH.select)))
    56
    """
    graph = Graph(bind_namespaces="none")
    for prefix, iri in PREFIXES.items():
        declaration = thing_iri("prefix", prefix)
        graph.add((PREFIX_SET, SH.declare, declaration))
        graph.add((declaration, RDF.type, SH.PrefixDeclaration))
        graph.add((declaration, SH.prefix, Literal(prefix)))
        graph.add((declaration, SH.namespace, Literal(iri, datatype=XSD.anyURI)))
    for question in (*load_questions(), *load_domain_questions()):
        node = thing_iri("question", question.slug)
        for predicate, value in _description(question):
            graph.add((node, predicate, value))
    return graph


def _description(question: Question) -> Iterator[tuple[URIRef, Node]]:
    title = Literal(question.title, lang="en")
    yield RDF.type, SH.SPARQLExecutable
    yield RDF.type, SH.SPARQLSelectExecutable
    yield RDFS.label, title
    yield SKOS.prefLabel, title
    yield RDFS.comment, Literal(question.text, lang="en")
    yield DCTERMS.identifier, Literal(question.code)
    yield SH.prefixes, PREFIX_SET
    yield SH.select, Literal(question.query)
