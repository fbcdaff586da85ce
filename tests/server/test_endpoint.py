import json
from urllib.parse import quote, urlencode

import pytest
from rdflib import Graph, Variable
from rdflib.compare import isomorphic
from rdflib.plugins.stores.sparqlstore import SPARQLStore

from tests.server.asking import BASE, EGYPT, Get, path

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"


@pytest.mark.parametrize(
    ("method", "target", "body", "headers"),
    [
        ("GET", path(EGYPT), None, {}),
        ("POST", "/sparql", urlencode({"query": EGYPT}).encode(),
         {"Content-Type": FORM}),
        ("POST", "/sparql", urlencode({"query": EGYPT}).encode(),
         {"Content-Type": f"{FORM}; charset=UTF-8"}),
        ("POST", "/sparql", EGYPT.encode(), {"Content-Type": QUERY}),
        ("POST", "/sparql", EGYPT.encode(), {"Content-Type": f"{QUERY};charset=utf-8"}),
    ],
)  # fmt: skip
def test_a_query_comes_by_get_and_by_both_kinds_of_post(
    get: Get, method: str, target: str, body: bytes | None, headers: dict[str, str]
) -> None:
    reply = get(target, headers, method=method, body=body)
    names = {
        row["name"]["value"] for row in json.loads(reply.data)["results"]["bindings"]
    }
    assert names == {"Egypt", "Égypte", "مصر"}
    assert reply.headers["Content-Type"] == "application/sparql-results+json"
    assert reply.headers["Content-Length"] == str(len(reply.data))
    assert reply.headers["Dataset-Version"] == "2026-11-21.1"
    assert reply.headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in reply.headers
    assert "Accept" in reply.headers["Vary"]


def test_describe_gives_the_triples_of_a_thing(get: Get) -> None:
    reply = get(path(f"DESCRIBE <{BASE}id/state/EGY>"))
    assert f"<{BASE}id/state/EGY>" in reply.get_data(as_text=True)
    assert reply.headers["Content-Type"] == "text/turtle; charset=utf-8"


def test_relative_iris_are_resolved_against_our_base(get: Get) -> None:
    assert "true" in get(path("ASK { <id/state/EGY> ?p ?o }")).get_data(as_text=True)


@pytest.mark.parametrize(
    ("query", "parameters", "count"),
    [
        ("SELECT * { ?s ?p ?o }", {"default-graph-uri": f"{BASE}graph/inferred"}, 1),
        ("SELECT * { ?s ?p ?o }", {"default-graph-uri": "http://a/none"}, 0),
        ("SELECT * { ?s ?p ?o }", {"named-graph-uri": f"{BASE}graph/inferred"}, 0),
        ("SELECT * { GRAPH ?g { ?s ?p ?o } }",
         {"named-graph-uri": f"{BASE}graph/inferred"}, 1),
        ("SELECT * { GRAPH ?g { ?s ?p ?o } }",
         {"default-graph-uri": f"{BASE}graph/inferred"}, 0),
        (f"SELECT * FROM <{BASE}graph/inferred> {{ ?s ?p ?o }}", {}, 1),
        (f"SELECT * FROM <{BASE}graph/facts> {{ ?s ?p ?o }}",
         {"default-graph-uri": f"{BASE}graph/inferred"}, 1),
        (f"SELECT * FROM NAMED <{BASE}graph/inferred> {{ GRAPH ?g {{ ?s ?p ?o }} }}",
         {}, 1),
        (f"SELECT * FROM <{BASE}graph/inferred> FROM <{BASE}graph/inferred>"
         "{ ?s ?p ?o }", {}, 1),
        (f"SELECT * {{ GRAPH <{BASE}graph/inferred> {{ ?s ?p ?o }} }}", {}, 1),
    ],
)  # fmt: skip
def test_a_dataset_is_the_one_that_was_named(
    get: Get, query: str, parameters: dict[str, str], count: int
) -> None:
    reply = get(path(query, **parameters))
    assert len(json.loads(reply.data)["results"]["bindings"]) == count


def test_a_default_graph_that_is_named_twice_counts_once(get: Get) -> None:
    graph = quote(f"{BASE}graph/inferred", safe="")
    twice = f"&default-graph-uri={graph}" * 2
    reply = get(path("SELECT * { ?s ?p ?o }") + twice)
    assert len(json.loads(reply.data)["results"]["bindings"]) == 1


@pytest.mark.parametrize(
    ("method", "target", "body", "content_type", "status", "slug"),
    [
        ("GET", path("SELECT * {"), None, "", 400, "query"),
        ("GET", path("SELECT * { ?s foaf:name ?o }"), None, "", 400, "query"),
        ("GET", path("ASK { SERVICE <http://127.0.0.1/> {} }"), None, "", 400, "query"),
        ("GET", path("INSERT DATA { <a:a> <a:a> <a:a> }"), None, "", 400, "query"),
        ("GET", path("ASK {}") + "&query=ASK%7B%7D", None, "", 400, "query"),
        ("GET", "/sparql?query=%FF", None, "", 400, "query"),
        ("GET", path("ASK {}", **{"default-graph-uri": "not an iri"}), None, "", 400,
         "query"),
        ("GET", path("ASK {}", **{"default-graph-uri": "é:x"}), None, "", 400, "query"),
        ("GET", path("ASK {}", format="csv"), None, "", 406, "format"),
        ("GET", path("ASK {}", format="gexf"), None, "", 406, "format"),
        ("GET", "/sparql?update=CLEAR%20ALL", None, "", 405, "method"),
        ("POST", "/sparql", b"update=CLEAR%20ALL", FORM, 405, "method"),
        ("POST", "/sparql", b"CLEAR ALL", "application/sparql-update", 405, "method"),
        ("POST", "/sparql", b"", FORM, 400, "query"),
        ("POST", "/sparql", b"query=ASK%7B%7D", "text/plain", 415, "media-type"),
        ("POST", "/sparql", b"ASK {}", "", 415, "media-type"),
        ("POST", "/sparql", b"ASK {}", f"{QUERY}; charset=utf-16", 415, "media-type"),
        ("POST", "/sparql", b"ASK { '\xff' }", QUERY, 400, "query"),
        ("POST", path("ASK {}"), b"ASK {}", QUERY, 400, "query"),
        ("POST", "/sparql", b"ASK {}" + b" " * 100_000, QUERY, 413, "too-large"),
        ("POST", "/sparql", b"query=ASK%7B%7D" + b"%20" * 100_000, FORM, 413,
         "too-large"),
        ("POST", "/sparql", b"query=ASK%7B%7D" + b"&a=b" * 300, FORM, 413, "too-large"),
        ("PUT", "/sparql", b"ASK {}", QUERY, 405, "method"),
        ("DELETE", "/sparql", None, "", 405, "method"),
        ("GET", "/nothing/here", None, "", 404, "not-found"),
    ],
)  # fmt: skip
def test_wrong_input_gets_one_clear_problem_document(
    get: Get,
    method: str,
    target: str,
    body: bytes | None,
    content_type: str,
    status: int,
    slug: str,
) -> None:
    headers = {"Content-Type": content_type} if content_type else {}
    reply = get(target, headers, method=method, body=body)
    problem = json.loads(reply.data)
    assert reply.status_code == problem["status"] == status
    assert reply.headers["Content-Type"] == "application/problem+json"
    assert problem["type"] == f"https://w3id.org/hiwar/errors#{slug}"
    assert problem["title"]
    assert problem["detail"].endswith((".", "add'."))
    if status == 405:
        assert "GET" in reply.headers["Allow"]
    if status == 415:
        assert QUERY in reply.headers["Accept-Post"]


def test_a_fault_in_a_query_is_told_with_its_place(get: Get) -> None:
    reply = get(path("PREFIX a: <http://a/>\nSELECT * {\n  ?s b:c ?o\n}"))
    problem = json.loads(reply.data)
    assert (problem["line"], problem["column"]) == (3, 6)
    assert "'b:' is not declared" in problem["detail"]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("SELECT * { ?s ?p ?o", "'{' is never closed"),
        ("SELECT * { ?s ?p ?o )", "')' closes nothing"),
        ("SELECT * { ?s ?p 'x }", "string that does not end"),
        ("SELECT * { ?s rdfs:label ?o }", "PREFIX rdfs: <http://www.w3.org/2000/01/"),
        ("SELECT * { ?s ?p }", "no SPARQL 1.1 query"),
        ("SELECT (<http://a/f>(1) AS ?x) {}", "no function <http://a/f>"),
    ],
)
def test_a_fault_in_a_query_is_told_in_words_that_help(
    get: Get, query: str, words: str
) -> None:
    assert words in json.loads(get(path(query)).data)["detail"]


def test_head_says_what_get_would(get: Get) -> None:
    whole, head = get(path(EGYPT)), get(path(EGYPT), method="HEAD")
    assert head.status_code == 200
    assert head.data == b""
    for name in ("Content-Type", "Content-Length", "Dataset-Version"):
        assert head.headers[name] == whole.headers[name]
    assert get(path("SELECT * { ?s ?p ?o }"), method="HEAD").status_code == 200


def test_options_answers_a_preflight(get: Get) -> None:
    headers = {"Origin": "https://example.org", "Access-Control-Request-Method": "POST"}
    reply = get("/sparql", headers, method="OPTIONS")
    assert reply.status_code == 200
    assert "POST" in reply.headers["Access-Control-Allow-Methods"]
    assert "Content-Type" in reply.headers["Access-Control-Allow-Headers"]


def test_without_a_query_the_service_is_described(get: Get) -> None:
    reply = get("/sparql", {"Accept": "text/turtle"})
    graph = Graph().parse(data=reply.data)
    sd = "http://www.w3.org/ns/sparql-service-description#"
    found = {str(value) for _, _, value in graph}
    assert f"{sd}UnionDefaultGraph" in found
    assert f"{BASE}graph/facts" in found
    assert "http://www.w3.org/ns/formats/SPARQL_Results_CSV" in found
    as_xml = get("/sparql?format=rdf").data
    assert isomorphic(graph, Graph().parse(data=as_xml, format="xml"))


def test_a_function_of_bnode_is_one_node_for_the_whole_answer(get: Get) -> None:
    """SPARQL 1.1, 17.4.2.9 asks for one node in each solution; docs/http.md says so."""
    query = "SELECT (BNODE('k') AS ?b) { VALUES ?x { 1 2 } }"
    rows = json.loads(get(path(query)).data)["results"]["bindings"]
    assert len({row["b"]["value"] for row in rows}) == 1


def test_a_zero_length_path_needs_a_node_of_the_data(get: Get) -> None:
    """SPARQL 1.1, 18.4 matches any term with itself; docs/http.md says what we do."""
    query = "SELECT ?o { <http://a/none> <http://a/p>* ?o }"
    rows = json.loads(get(path(query)).data)["results"]["bindings"]
    assert rows == []


def test_no_two_words_of_a_header_come_from_a_query(get: Get) -> None:
    reply = get("/sparql?query=ASK%7B%7D&format=json%0d%0aX-Evil:%201")
    assert reply.status_code == 406
    assert "X-Evil" not in reply.headers


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
@pytest.mark.parametrize("form", ["json", "xml", "csv"])
def test_rdflib_reads_the_endpoint(address: str, method: str, form: str) -> None:
    """Another client of the protocol, which knows nothing of this server."""
    store = SPARQLStore(f"{address}sparql", method=method, returnFormat=form)
    bindings = Graph(store).query(EGYPT).bindings
    names = {str(row[Variable("name")]) for row in bindings}
    assert names == {"Egypt", "Égypte", "مصر"}
