"""The questions as data, which an endpoint gives with its answers."""

import pyoxigraph as ox
from rdflib import RDF, RDFS, SH, XSD, Literal

from hiwar.graph.catalogue import catalogue_graph
from hiwar.graph.namespaces import (
    BASE,
    DCTERMS,
    PREFIXES,
    SKOS,
)
from hiwar.graph.questions import questions_graph
from hiwar.graph.store import OxigraphStore
from tests.questions import EVERY, graphs_for


def test_each_question_is_an_executable_with_its_own_text() -> None:
    graph = questions_graph()
    nodes = set(graph.subjects(RDF.type, SH.SPARQLExecutable))
    assert len(nodes) == len(EVERY)
    assert nodes == set(graph.subjects(RDF.type, SH.SPARQLSelectExecutable))
    for node in nodes:
        assert len(list(graph.objects(node, SH.select))) == 1
        assert graph.value(node, RDFS.label) == graph.value(node, SKOS.prefLabel)
        for predicate in (RDFS.label, RDFS.comment):
            value = graph.value(node, predicate)
            assert isinstance(value, Literal)
            assert value.language == "en"
    assert {str(code) for code in graph.objects(None, DCTERMS.identifier)} == {
        question.code for question in EVERY
    }


def test_the_prefixes_of_the_questions_are_declared_once() -> None:
    graph = questions_graph()
    (declaring,) = set(graph.objects(None, SH.prefixes))
    declared = {
        str(graph.value(item, SH.prefix)): graph.value(item, SH.namespace)
        for item in graph.objects(declaring, SH.declare)
    }
    assert declared == {
        prefix: Literal(iri, datatype=XSD.anyURI) for prefix, iri in PREFIXES.items()
    }


def test_the_endpoint_gives_a_question_that_it_answers() -> None:
    """As editors of example queries ask for them."""
    store = OxigraphStore()
    graphs = graphs_for("Q8")
    store.load({**graphs, "catalogue": catalogue_graph(graphs)})
    found = store.query(
        "PREFIX sh: <http://www.w3.org/ns/shacl#>"
        " SELECT ?question ?comment ?query { ?question a sh:SPARQLExecutable ;"
        " rdfs:comment ?comment ; sh:select|sh:ask|sh:construct|sh:describe ?query }"
    )
    assert isinstance(found, ox.QuerySolutions)
    queries = {row["question"].value: row["query"].value for row in found}
    assert len(queries) == len(EVERY)
    asked = store.query(queries[f"{BASE}id/question/commitments-per-theme"])
    assert isinstance(asked, ox.QuerySolutions)
    assert len(list(asked)) == 5
