"""The service description: each statement in it is true of the server that gives it.

Among these are the three tests of the W3C: it is RDF, has its endpoint, and conforms.
"""

import json
from collections.abc import Callable
from typing import Final
from urllib.parse import urlsplit

import pytest
from rdflib import RDF, RDFS, Graph, Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import DCTERMS, VOID
from werkzeug import Response

from hiwar.graph.formats import QUERY_FORMATS, Answer, Format, formats_for
from hiwar.graph.namespaces import SEARCH
from hiwar.server.description import EXTENSIONS, LIMITS, SEARCHES
from tests.server.asking import Get
from tests.server.description.conftest import OURS, SD

DOMAINS: Final = {
    SD.endpoint: SD.Service,
    SD.supportedLanguage: SD.Service,
    SD.feature: SD.Service,
    SD.languageExtension: SD.Service,
    SD.propertyFeature: SD.Service,
    SD.defaultEntailmentRegime: SD.Service,
    SD.resultFormat: SD.Service,
    SD.defaultDataset: SD.Service,
    SD.defaultGraph: SD.Dataset,
    SD.namedGraph: SD.Dataset,
    SD.name: SD.NamedGraph,
    SD.graph: SD.NamedGraph,
    VOID.triples: SD.Graph,
}

RANGES: Final = {
    SD.languageExtension: SD.Feature,
    SD.propertyFeature: SD.Feature,
    SD.defaultDataset: SD.Dataset,
    SD.defaultGraph: SD.Graph,
    SD.namedGraph: SD.NamedGraph,
    SD.graph: SD.Graph,
}
"""What section 3 of the specification says of its properties."""


@pytest.mark.parametrize("item", formats_for(Answer.GRAPH), ids=lambda item: item.name)
def test_it_is_given_in_every_format_of_graphs(
    get: Get, graph: Graph, item: Format
) -> None:
    reply = get("/sparql", {"Accept": item.media_type})
    assert reply.headers["Content-Type"].startswith(item.media_type)
    form = {"jsonld": "json-ld", "trig": "trig", "nq": "nquads"}
    if item.name not in ("jsonld", "trig", "nq"):
        name = form.get(item.name, item.media_type)
        assert isomorphic(Graph().parse(data=reply.data, format=name), graph)
    assert get(f"/sparql?format={item.name}").data == reply.data


def test_it_conforms_to_the_vocabulary(graph: Graph) -> None:
    for subject, predicate, value in graph:
        if predicate in DOMAINS:
            assert (subject, RDF.type, DOMAINS[URIRef(str(predicate))]) in graph
        if predicate in RANGES:
            assert (value, RDF.type, RANGES[URIRef(str(predicate))]) in graph
        if str(predicate).startswith(str(SD)):
            assert predicate in DOMAINS
        if predicate == RDF.type and str(value).startswith(str(SD)):
            assert str(value).removeprefix(str(SD)) in (
                "Service", "Dataset", "Graph", "NamedGraph", "Feature",
            )  # fmt: skip


def test_every_statement_of_it_is_one_that_is_tested(graph: Graph) -> None:
    tested = {*DOMAINS, RDF.type, RDFS.comment, DCTERMS.hasVersion, OURS.graphStore}
    tested |= {OURS[name] for name in LIMITS}
    assert set(graph.predicates()) <= tested


def test_its_formats_are_those_that_are_answered_in(
    ask: Callable[..., Response], graph: Graph, service: URIRef
) -> None:
    stated = {str(value) for value in graph.objects(service, SD.resultFormat)}
    assert stated == {item.iri for item in QUERY_FORMATS}
    for item in QUERY_FORMATS:
        is_table = Answer.SOLUTIONS in item.answers
        query = "SELECT * {}" if is_table else "CONSTRUCT {} {}"
        assert ask(query, item.media_type).status_code == 200


def test_its_graphs_are_there_with_so_many_triples(
    get: Get, ask: Callable[..., Response], graph: Graph, service: URIRef
) -> None:
    (dataset,) = graph.objects(service, SD.defaultDataset)
    reply = ask("SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g")
    found = {
        row["g"]["value"]: int(row["n"]["value"])
        for row in json.loads(reply.data)["results"]["bindings"]
    }
    stated = {
        str(graph.value(named, SD.name)): graph.value(
            graph.value(named, SD.graph), VOID.triples
        )
        for named in graph.objects(dataset, SD.namedGraph)
    }
    assert {name: int(str(count)) for name, count in stated.items()} == found
    (union,) = graph.objects(dataset, SD.defaultGraph)
    reply = ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    (row,) = json.loads(reply.data)["results"]["bindings"]
    assert graph.value(union, VOID.triples) == Literal(int(row["n"]["value"]))
    assert (service, SD.feature, SD.UnionDefaultGraph) in graph
    version = Literal(reply.headers["Dataset-Version"])
    assert (dataset, DCTERMS.hasVersion, version) in graph
    former = get("/sparql?version=2001-01-01.1")
    assert former.status_code == 404


def test_it_leads_to_the_graph_store(
    get: Get, address: str, graph: Graph, service: URIRef
) -> None:
    (store,) = graph.objects(service, OURS.graphStore)
    assert str(store).startswith(address)
    path = urlsplit(str(store)).path
    assert get(f"{path}?default&format=nt").status_code == 200


def test_nothing_is_inferred_by_the_endpoint(
    ask: Callable[..., Response], graph: Graph, service: URIRef
) -> None:
    simple = URIRef("http://www.w3.org/ns/entailment/Simple")
    assert (service, SD.defaultEntailmentRegime, simple) in graph
    reply = ask(f"ASK {{ <{RDF.type}> a <{RDF.Property}> }}")
    assert json.loads(reply.data)["boolean"] is False


EXTENDED = {
    "lateral": "ASK { VALUES ?x { 1 } LATERAL { BIND(?x + 1 AS ?y) } FILTER(?y = 2) }",
    "triple-terms": "ASK { BIND(<<( <a:a> <a:b> 1 )>> AS ?t)"
    " FILTER(isTRIPLE(?t) && SUBJECT(?t) = <a:a> && PREDICATE(?t) = <a:b>"
    " && OBJECT(?t) = 1 && TRIPLE(<a:a>, <a:b>, 1) = ?t) }",
    "date-arithmetic": "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> ASK {"
    " BIND('2020-01-02'^^xsd:date AS ?b) BIND('2020-01-01'^^xsd:date AS ?a)"
    " BIND('P1D'^^xsd:dayTimeDuration AS ?day)"
    " BIND('2020-01-01T00:00:00Z'^^xsd:dateTime AS ?t)"
    " FILTER(?b - ?a = ?day && ?b - ?day = ?a && ?t - ?t < ?day"
    " && STR(ADJUST(?t, 'PT1H'^^xsd:dayTimeDuration)) = '2020-01-01T01:00:00+01:00') }",
}


@pytest.mark.parametrize("name", EXTENSIONS)
def test_an_extension_of_the_language_works(
    ask: Callable[..., Response], graph: Graph, service: URIRef, name: str
) -> None:
    assert (service, SD.languageExtension, OURS[name]) in graph
    assert graph.value(OURS[name], RDFS.comment)
    assert json.loads(ask(EXTENDED[name]).data)["boolean"] is True


SEARCHED = {"label": "khartum", "quote": "ministerial"}


@pytest.mark.parametrize("name", SEARCHES)
def test_a_search_pattern_works(
    ask: Callable[..., Response], graph: Graph, service: URIRef, name: str
) -> None:
    assert (service, SD.propertyFeature, SEARCH[name]) in graph
    assert graph.value(SEARCH[name], RDFS.comment)
    query = f"ASK {{ ?x <{SEARCH[name]}> '{SEARCHED[name]}' }}"
    assert json.loads(ask(query).data)["boolean"] is True


LANGUAGE = {SD.SPARQL11Query: "SELECT (COUNT(*) AS ?n) { ?s <a:a>/<a:b> ?o MINUS {} }"}


def test_its_language_is_sparql_1_1_and_no_update(
    ask: Callable[..., Response], graph: Graph, service: URIRef
) -> None:
    assert {*graph.objects(service, SD.supportedLanguage)} == set(LANGUAGE)
    assert ask(LANGUAGE[SD.SPARQL11Query]).status_code == 200
