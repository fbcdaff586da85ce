"""Clients that others wrote and that know nothing of this server, against it."""

import json
import shutil
import subprocess
from collections.abc import Callable
from typing import Any, Final
from urllib.error import HTTPError

import pytest
from rdflib import Graph, URIRef, Variable
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import (
    CSV,
    GET,
    JSON,
    JSONLD,
    N3,
    POST,
    POSTDIRECTLY,
    RDFXML,
    TSV,
    TURTLE,
    URLENCODED,
    XML,
    SPARQLWrapper,
)
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

BASE: Final = "https://w3id.org/hiwar/"
EGYPT: Final = f"{BASE}id/state/EGY"
LABEL: Final = "http://www.w3.org/2000/01/rdf-schema#label"
NAMES: Final = f"SELECT ?name {{ <{EGYPT}> <{LABEL}> ?name }}"
ABOUT: Final = f"CONSTRUCT {{ <{EGYPT}> ?p ?o }} {{ <{EGYPT}> ?p ?o }}"
ENDLESS: Final = "SELECT * { ?a ?b ?c . ?d ?e ?f }"
THREE: Final = {"Egypt", "Égypte", "مصر"}


@pytest.fixture
def wrapper(hasty: str) -> SPARQLWrapper:
    return SPARQLWrapper(f"{hasty}sparql")


@pytest.mark.parametrize(
    ("method", "way"), [(GET, URLENCODED), (POST, URLENCODED), (POST, POSTDIRECTLY)]
)
@pytest.mark.parametrize("only_accept", [True, False])
def test_sparqlwrapper_reads_solutions(
    wrapper: Any, method: str, way: str, only_accept: bool
) -> None:
    wrapper.setMethod(method)
    wrapper.setRequestMethod(way)
    wrapper.setOnlyConneg(only_accept)
    wrapper.setQuery(NAMES)
    wrapper.setReturnFormat(JSON)
    rows = wrapper.queryAndConvert()["results"]["bindings"]
    assert {row["name"]["value"] for row in rows} == THREE
    wrapper.setReturnFormat(XML)
    found = wrapper.queryAndConvert().getElementsByTagName("literal")
    assert {item.firstChild.data for item in found} == THREE
    wrapper.setReturnFormat(CSV)
    text = wrapper.queryAndConvert().decode()
    assert set(text.splitlines()[1:]) == THREE
    wrapper.setReturnFormat(TSV)
    assert "Egypt" in wrapper.queryAndConvert().decode()


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
@pytest.mark.parametrize("form", [TURTLE, N3, RDFXML, XML, JSONLD])
def test_sparqlwrapper_reads_graphs(wrapper: Any, form: str) -> None:
    wrapper.setQuery(ABOUT)
    wrapper.setReturnFormat(form)
    found = wrapper.queryAndConvert()
    if isinstance(found, bytes):
        found = Graph().parse(data=found, format="turtle")
    assert len(found) == 6


def test_sparqlwrapper_reads_a_truth_value_and_a_refusal(wrapper: Any) -> None:
    wrapper.setQuery("ASK { ?s ?p ?o }")
    wrapper.setReturnFormat(JSON)
    assert wrapper.queryAndConvert()["boolean"] is True
    wrapper.setQuery("SELECT * {")
    with pytest.raises(QueryBadFormed, match="never closed"):
        wrapper.query()
    wrapper.setQuery("INSERT DATA { <a:a> <a:b> <a:c> }")
    wrapper.setMethod(POST)
    with pytest.raises(HTTPError, match="405"):
        wrapper.query()


def test_sparqlwrapper_sees_that_an_answer_was_cut(wrapper: Any) -> None:
    wrapper.setQuery(ENDLESS)
    wrapper.setReturnFormat(JSON)
    with pytest.raises(Exception, match=r"IncompleteRead|reset"):
        wrapper.queryAndConvert()


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
@pytest.mark.parametrize("form", ["json", "xml", "csv"])
def test_a_store_of_rdflib_reads_the_endpoint(
    address: str, method: str, form: str
) -> None:
    store = SPARQLStore(f"{address}sparql", method=method, returnFormat=form)
    graph = Graph(store)
    names = {str(row[Variable("name")]) for row in graph.query(NAMES).bindings}
    assert names == THREE
    labels = graph.objects(URIRef(EGYPT), URIRef(LABEL))
    assert {str(label) for label in labels} == THREE
    assert len(graph) > 20_000
    if form != "csv":  # which holds no truth value, so that we refuse it
        assert graph.query("ASK { ?s ?p ?o }").askAnswer is True


def test_a_store_of_rdflib_reads_a_named_graph(address: str) -> None:
    store = SPARQLStore(f"{address}sparql", context_aware=True)
    graph = Graph(store, identifier=URIRef(f"{BASE}graph/inferred"))
    assert len(list(graph.triples((None, None, None)))) == 1


@pytest.fixture(scope="module")
def curl(hasty: str) -> Callable[..., tuple[int, str]]:
    """How to run curl, from which its exit status and its output come."""
    program = shutil.which("curl")
    if program is None:
        pytest.skip("curl is not installed")

    def run(target: str, *arguments: str, text: str = "") -> tuple[int, str]:
        done = subprocess.run(
            [program, "--silent", "--show-error", *arguments, hasty + target],
            input=text,
            capture_output=True,
            text=True,
            timeout=60,
        )
        return done.returncode, done.stdout

    return run


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (["--get", "--data-urlencode", f"query={NAMES}"], ""),
        (["--data-urlencode", f"query={NAMES}"], ""),
        (["--data-urlencode", "query@-"], NAMES),
        (
            ["-H", "Content-Type: application/sparql-query", "--data-binary", "@-"],
            NAMES,
        ),
        (["--compressed", "--get", "--data-urlencode", f"query={NAMES}"], ""),
        (["--http1.0", "--get", "--data-urlencode", f"query={NAMES}"], ""),
        (["--http2", "--get", "--data-urlencode", f"query={NAMES}"], ""),
    ],
)
def test_curl_asks_the_endpoint(
    curl: Callable[..., tuple[int, str]], arguments: list[str], text: str
) -> None:
    status, output = curl("sparql", *arguments, "-H", "Accept: text/csv", text=text)
    assert status == 0
    assert set(output.splitlines()[1:]) == THREE


@pytest.mark.parametrize("more", [[], ["--compressed"], ["--http1.0"]])
def test_curl_sees_that_an_answer_was_cut(
    curl: Callable[..., tuple[int, str]], more: list[str]
) -> None:
    arguments = ["--get", "--data-urlencode", f"query={ENDLESS}", "--fail"]
    status, _ = curl("sparql", *arguments, *more, "-o", "/dev/null")
    # 18: a part of the answer; 22: an error told; 56: the connection broke
    assert status in ((22,) if more == ["--http1.0"] else (18, 56))


def test_curl_takes_a_graph_and_is_told_of_errors(
    curl: Callable[..., tuple[int, str]],
) -> None:
    status, output = curl(f"store?graph={BASE}graph/inferred&format=nt")
    assert (status, len(output.splitlines())) == (0, 1)
    status, output = curl("sparql?query=ASK", "--write-out", "%{http_code}")
    assert (status, output[-3:]) == (0, "400")
    assert json.loads(output[:-3])["status"] == 400
    assert curl("sparql?query=ASK", "--fail")[0] == 22


COMUNICA: Final = """
const { QueryEngine } = require('@comunica/query-sparql');
const [value, query] = process.argv.slice(1);
new QueryEngine()
  .queryBindings(query, { sources: [{ type: 'sparql', value }] })
  .then((stream) => stream.toArray())
  .then((rows) => console.log(JSON.stringify(rows.map((row) => Object.fromEntries(
    [...row].map(([variable, term]) => [variable.value, term.value]))))))
  .catch((error) => { console.error(String(error)); process.exit(3); });
"""


@pytest.fixture(scope="module")
def comunica(hasty: str) -> Callable[[str], subprocess.CompletedProcess[str]]:
    """How to ask with Comunica, run by node."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    known = subprocess.run(
        [node, "-e", "require.resolve('@comunica/query-sparql')"], capture_output=True
    )
    if known.returncode:
        pytest.skip("@comunica/query-sparql is not where node looks; set NODE_PATH")

    def run(query: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [node, "-e", COMUNICA, f"{hasty}sparql", query],
            capture_output=True,
            text=True,
            timeout=120,
        )

    return run


@pytest.mark.parametrize(
    "query",
    [
        NAMES,
        f"SELECT ?name {{ ?state a <{BASE}ontology#State> ; <{LABEL}> ?name"
        f" FILTER(?state = <{EGYPT}>) }}",
        f"SELECT ?name {{ GRAPH ?g {{ ?state <{LABEL}> ?name }}"
        f" OPTIONAL {{ ?state <a:none> ?none }} VALUES ?state {{ <{EGYPT}> }} }}",
    ],
)
def test_comunica_asks_the_endpoint(
    comunica: Callable[[str], subprocess.CompletedProcess[str]], query: str
) -> None:
    done = comunica(query)
    assert done.returncode == 0, done.stderr
    assert {row["name"] for row in json.loads(done.stdout)} == THREE


def test_comunica_sees_that_an_answer_was_cut(
    comunica: Callable[[str], subprocess.CompletedProcess[str]],
) -> None:
    assert comunica(ENDLESS).returncode != 0
