"""The service description: each statement in it is true of the server that gives it.

Among these are the three tests of the W3C: it is RDF, has its endpoint, and conforms.
"""

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final
from urllib.parse import urlencode, urlsplit

import pytest
from rdflib import RDF, RDFS, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import DCTERMS, VOID
from werkzeug import Response

from hiwar.graph.formats import QUERY_FORMATS, Answer, Format, formats_for
from hiwar.graph.namespaces import SEARCH
from hiwar.server.description import EXTENSIONS, LIMITS, SEARCHES, WORDS

Get = Callable[..., Response]

SD: Final = Namespace("http://www.w3.org/ns/sparql-service-description#")
OURS: Final = Namespace(WORDS)
DOCUMENT: Final = Path(__file__).parents[2] / "docs" / "http.md"
QUERY: Final = {"Content-Type": "application/sparql-query"}

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


@pytest.fixture(scope="module")
def graph(get: Get) -> Graph:
    return Graph().parse(data=get("/sparql").data, format="turtle")


@pytest.fixture(scope="module")
def service(graph: Graph, address: str) -> URIRef:
    """The service; the W3C's tests ask for its type and its own address."""
    (found,) = graph.subjects(RDF.type, SD.Service)
    assert (found, SD.endpoint, URIRef(f"{address}sparql")) in graph
    return URIRef(str(found))


@pytest.fixture(scope="module")
def ask(get: Get) -> Callable[..., Response]:
    """How to ask by POST, so that the query may be long."""

    def post(query: str, accept: str = "*/*") -> Response:
        headers = QUERY | {"Accept": accept}
        return get("/sparql", headers, method="POST", body=query.encode())

    return post


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


def padded(length: int) -> str:
    return "ASK {}".ljust(length)


def line(length: int) -> str:
    frame = len("GET /sparql?query=ASK%7B%7D&x= HTTP/1.1")
    return "x" * (length - frame)


def searches(count: int) -> str:
    return "ASK { " + f"?x <{SEARCH}label> 'a' . " * count + "}"


def hits(count: int) -> str:
    return f"ASK {{ ?x <{SEARCH}label> ('a' {count}) }}"


def at_limit(name: str, bound: int) -> str:
    """Return a query that is just within a limit."""
    return {
        "maxQueryBytes": padded(bound),
        "maxQueryDepth": "ASK " + "{" * bound + "}" * bound,
        "maxPathSteps": "ASK { ?s " + "/".join(["<a:p>"] * (bound // 8)) + " ?o }",
        "maxPatterns": "ASK { " + "?s <a:p> ?o . " * 20 + "}",
        "maxSearches": searches(bound),
        "maxSearchHits": hits(bound),
    }[name]


def beyond_limit(name: str, bound: int) -> str:
    return {
        "maxQueryBytes": padded(bound + 1),
        "maxQueryDepth": at_limit("maxQueryDepth", bound + 1),
        "maxPathSteps": "ASK { ?s " + "/".join(["<a:p>"] * (bound + 2)) + " ?o }",
        "maxPatterns": "ASK { " + "?s <a:p> ?o . " * (bound + 1) + "}",
        "maxSearches": searches(bound + 1),
        "maxSearchHits": hits(bound + 1),
    }[name]


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("maxQueryBytes", 413),
        ("maxQueryDepth", 400),
        ("maxPathSteps", 400),
        ("maxPatterns", 400),
        ("maxSearches", 400),
        ("maxSearchHits", 400),
    ],
)
def test_a_limit_of_the_text_is_kept(
    ask: Callable[..., Response], graph: Graph, service: URIRef, name: str, status: int
) -> None:
    bound = int(str(graph.value(service, OURS[name])))
    assert ask(at_limit(name, bound)).status_code == 200
    reply = ask(beyond_limit(name, bound))
    assert reply.status_code == status
    assert f"{bound:,}" in json.loads(reply.data)["detail"]


def test_the_deadline_is_kept(
    ask: Callable[..., Response], graph: Graph, service: URIRef
) -> None:
    bound = float(str(graph.value(service, OURS.queryDeadlineSeconds)))
    started = time.monotonic()
    reply = ask("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
    assert reply.status_code == 503
    assert bound <= time.monotonic() - started < bound + 1


def test_the_memory_is_kept(
    ask: Callable[..., Response], graph: Graph, service: URIRef
) -> None:
    bound = int(str(graph.value(service, OURS.queryMemoryMegabytes)))
    doubled = "".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1}) " for n in range(30))
    reply = ask("SELECT ?x30 { BIND('aaaaaaaaaa' AS ?x0) " + doubled + "}")
    assert reply.status_code == 503
    assert f"{bound} megabytes" in json.loads(reply.data)["detail"]


def test_the_request_line_is_bounded_as_it_says(
    get: Get, graph: Graph, service: URIRef
) -> None:
    bound = int(str(graph.value(service, OURS.maxRequestLineBytes)))
    path = "/sparql?query=ASK%7B%7D&x="
    assert get(path + line(bound)).status_code == 200
    assert get(path + line(bound + 1)).status_code == 414


def test_the_bound_of_a_whole_answer_is_the_one_that_is_sent_with_it(
    get: Get, graph: Graph, service: URIRef
) -> None:
    query = urlencode({"query": "SELECT ?s { ?s ?p ?o } LIMIT 3", "format": "csv"})
    bound = graph.value(service, OURS.maxWholeAnswerBytes)
    assert get(f"/sparql?{query}").headers["Answer-Limit"] == str(bound)


def test_every_limit_and_extension_is_documented_and_described(graph: Graph) -> None:
    text = DOCUMENT.read_text("utf-8")
    for name in (*LIMITS, *EXTENSIONS, "graphStore"):
        assert f"`{name}`" in text
    for name in {str(term) for term in graph.predicates()}:
        if name.startswith(WORDS):
            assert graph.value(URIRef(name), RDFS.comment)


def test_a_limit_that_is_not_set_is_not_stated(graph: Graph, service: URIRef) -> None:
    assert graph.value(service, OURS.clientSecondsPerMinute) is None


def test_the_names_of_limits_lead_to_the_description(get: Get) -> None:
    reply = get("/service")
    assert (reply.status_code, reply.headers["Location"]) == (303, "/sparql")
