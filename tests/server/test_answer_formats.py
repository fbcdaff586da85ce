"""Answers come in every format that holds them, and say only what was asked."""

import csv
import io
import json
from xml.etree import ElementTree

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiwar.graph.formats import Answer, Format, formats_for
from tests.server.asking import BASE, EGYPT, Get, path


@pytest.mark.parametrize("item", formats_for(Answer.SOLUTIONS), ids=lambda i: i.name)
def test_solutions_come_in_every_format_that_holds_them(get: Get, item: Format) -> None:
    by_accept = get(path(EGYPT), {"Accept": item.media_type})
    by_name = get(path(EGYPT, format=item.name), {"Accept": "image/png"})
    assert by_accept.headers["Content-Type"].startswith(item.media_type)
    assert by_name.data == by_accept.data
    if item.name == "csv":
        rows = list(csv.reader(io.StringIO(by_accept.get_data(as_text=True))))[1:]
        assert ["Égypte"] in rows
    else:
        found = ox.parse_query_results(by_accept.data, format=item.results_format)
        assert isinstance(found, ox.QuerySolutions)
        assert {row["name"].value for row in found} == {"Egypt", "Égypte", "مصر"}


@pytest.mark.parametrize("item", formats_for(Answer.BOOLEAN), ids=lambda i: i.name)
def test_a_truth_value_comes_in_every_format_that_holds_it(
    get: Get, item: Format
) -> None:
    reply = get(path("ASK { ?s ?p ?o }"), {"Accept": item.media_type})
    assert bool(ox.parse_query_results(reply.data, format=item.results_format))


@pytest.mark.parametrize("item", formats_for(Answer.GRAPH), ids=lambda i: i.name)
def test_a_graph_comes_in_every_format_that_holds_it(get: Get, item: Format) -> None:
    query = (
        f"CONSTRUCT {{ <{BASE}id/state/EGY> ?p ?o }} {{ <{BASE}id/state/EGY> ?p ?o }}"
    )
    reply = get(path(query), {"Accept": item.media_type})
    given_ = [quad.triple for quad in ox.parse(reply.data, format=item.rdf_format)]
    triples = get(path(query), {"Accept": "application/n-triples"})
    expected = [quad.triple for quad in ox.parse(triples.data, ox.RdfFormat.N_TRIPLES)]
    assert len(given_) == 6
    assert sorted(map(str, given_)) == sorted(map(str, expected))
    assert reply.headers["Content-Type"].startswith(item.media_type)


@pytest.mark.parametrize(
    ("accept", "status"), [("image/png", 406), ("text/turtle", 406), ("*/*;q=0", 406)]
)
def test_what_is_not_accepted_is_refused(get: Get, accept: str, status: int) -> None:
    assert get(path(EGYPT), {"Accept": accept}).status_code == status


@settings(max_examples=60, deadline=None)
@given(
    accept=st.one_of(
        st.text(st.characters(min_codepoint=32, max_codepoint=126)),
        st.lists(
            st.sampled_from(["text/html", "*/*", ";q=", "0", "1.5", ",", "csv", '"'])
        ).map("".join),
    )
)
def test_no_accept_header_is_a_server_error(get: Get, accept: str) -> None:
    assert get(path("ASK {}"), {"Accept": accept}).status_code in (200, 406)


def test_csv_quotes_what_must_be_quoted(get: Get) -> None:
    values = "BIND(<http://a/x,y> AS ?a) BIND('\"q\",\\n z' AS ?b) BIND(1.5 AS ?d)"
    query = f"SELECT ?a ?b ?c ?d {{ {values} }}"
    reply = get(path(query, format="csv"))
    rows = list(csv.reader(io.StringIO(reply.get_data(as_text=True), newline="")))
    assert rows == [["a", "b", "c", "d"], ["http://a/x,y", '"q",\n z', "", "1.5"]]


def test_jsonld_refuses_what_it_cannot_hold(get: Get) -> None:
    query = "CONSTRUCT { <a:a> <a:b> <<( <a:a> <a:b> <a:c> )>> } {}"
    reply = get(path(query, format="jsonld"))
    assert reply.status_code == 400
    assert "Turtle" in json.loads(reply.data)["detail"]
    assert get(path(query, format="ttl")).status_code == 200


def test_a_well_formed_xml_answer_is_well_formed(get: Get) -> None:
    query = "SELECT ('a\u0001<&>' AS ?x) (STRLANG('b', 'ar') AS ?y) {}"
    reply = get(path(query.replace("\u0001", ""), format="xml"))
    assert ElementTree.fromstring(reply.data) is not None
