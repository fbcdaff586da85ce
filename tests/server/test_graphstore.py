"""Graph Store Protocol, reading, against a real server."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pyoxigraph as ox
import pytest
from rdflib import Graph
from rdflib.compare import isomorphic
from werkzeug import Response

from hiwar.graph.formats import Answer, Format, formats_for
from hiwar.settings import Settings

Get = Callable[..., Response]

BASE = "https://w3id.org/hiwar/"
INFERRED = "/store?graph=" + quote(f"{BASE}graph/inferred", safe="")


def triples(reply: Response, item: Format) -> set[ox.Triple]:
    return {quad.triple for quad in ox.parse(reply.data, format=item.rdf_format)}


@pytest.mark.parametrize("item", formats_for(Answer.GRAPH), ids=lambda i: i.name)
def test_a_graph_comes_by_its_iri_and_by_its_address_in_every_format(
    get: Get, item: Format
) -> None:
    accept = {"Accept": item.media_type}
    by_iri, by_address = get(INFERRED, accept), get("/graph/inferred", accept)
    by_name = get(f"{INFERRED}&format={item.name}", {"Accept": "image/png"})
    assert by_iri.data == by_address.data == by_name.data
    assert by_iri.headers["Content-Type"].startswith(item.media_type)
    assert len(triples(by_iri, item)) == 1


def test_the_default_graph_is_the_union_of_all_graphs(get: Get) -> None:
    manifest = json.loads(get("/releases/2026-11-21.1/manifest.json").data)
    reply = get("/store?default&format=nt")
    total = sum(graph["triples"] for graph in manifest["graphs"].values())
    assert reply.headers["Answer-Rows"] == str(total)
    assert len(set(reply.data.splitlines())) == total


def test_head_says_what_get_would(get: Get) -> None:
    whole, head = get(INFERRED), get(INFERRED, method="HEAD")
    assert (head.status_code, head.data) == (200, b"")
    for name in ("Content-Type", "Content-Length", "ETag", "Dataset-Version", "Vary"):
        assert head.headers[name] == whole.headers[name]
    missing = f"/store?graph={BASE}graph/none"
    assert get(missing, method="HEAD").status_code == 404


@pytest.mark.parametrize("target", [INFERRED, "/store?default", "/graph/inferred"])
@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
def test_a_write_is_refused_by_name(get: Get, target: str, method: str) -> None:
    body = b"<a:a> <a:b> <a:c> ."
    reply = get(target, {"Content-Type": "text/turtle"}, method=method, body=body)
    assert reply.status_code == 405
    assert {part.strip() for part in reply.headers["Allow"].split(",")} == {
        "GET",
        "HEAD",
        "OPTIONS",
    }
    detail = json.loads(reply.data)["detail"]
    assert method in detail
    assert "read-only" in detail


@pytest.mark.parametrize(
    ("target", "status", "slug"),
    [
        ("/store", 400, "query"),
        (f"{INFERRED}&default", 400, "query"),
        (f"{INFERRED}&graph={BASE}graph/facts", 400, "query"),
        ("/store?default&default", 400, "query"),
        ("/store?default=yes", 400, "query"),
        ("/store?graph=", 400, "query"),
        ("/store?graph=facts", 400, "query"),
        ("/store?graph=%FF", 400, "query"),
        (f"{INFERRED}&query-id=x", 400, "query"),
        (f"/store?graph={BASE}graph/none", 404, "not-found"),
        ("/store?graph=urn:x-none", 404, "not-found"),
        (f"{INFERRED}&version=2001-01-01.1", 404, "not-found"),
        ("/graph/none", 404, "not-found"),
        (f"{INFERRED}&format=csv", 406, "format"),
        (f"{INFERRED}&format=html", 406, "format"),
    ],
)
def test_what_names_no_graph_is_told_so(
    get: Get, target: str, status: int, slug: str
) -> None:
    reply = get(target)
    problem = json.loads(reply.data)
    assert (reply.status_code, problem["status"]) == (status, status)
    assert problem["type"].endswith(f"#{slug}")


def test_what_is_not_accepted_is_refused(get: Get) -> None:
    assert get(INFERRED, {"Accept": "text/csv"}).status_code == 406


def test_a_graph_can_be_asked_of_a_release_and_is_then_kept_for_ever(get: Get) -> None:
    reply = get(f"{INFERRED}&version=2026-11-21.1")
    assert reply.headers["Dataset-Version"] == "2026-11-21.1"
    assert "immutable" in reply.headers["Cache-Control"]
    tag = {"If-None-Match": reply.headers["ETag"]}
    assert get(f"{INFERRED}&version=2026-11-21.1", tag).status_code == 304
    assert "no-cache" in get(INFERRED).headers["Cache-Control"]


def test_a_graph_of_a_former_release_is_as_it_was(
    own_data: Path,
    settings: Settings,
    start: Callable[[Settings], tuple[str, int]],
    publish_more: Callable[[Path, str], None],
    make_client: Callable[[str], Get],
) -> None:
    publish_more(own_data, "<a:a> <a:b> <a:new> .")
    address, _ = start(replace(settings, data=own_data))
    ask = make_client(address)
    facts = f"/store?graph={BASE}graph/facts&format=nt"
    assert b"<a:new>" in ask(facts).data
    before = ask(f"{facts}&version=2026-11-21.1")
    assert b"<a:new>" not in before.data
    assert before.headers["Dataset-Version"] == "2026-11-21.1"


@pytest.mark.clock
def test_a_client_that_asks_for_graphs_has_its_share_and_no_more(
    settings: Settings,
    start: Callable[[Settings], tuple[str, int]],
    make_client: Callable[[str], Get],
) -> None:
    address, _ = start(replace(settings, client_seconds=0.001, query_deadline_s=20.0))
    ask = make_client(address)
    assert ask("/store?default&format=nt").status_code == 200
    assert ask("/store?default&format=ttl").status_code == 429
    assert ask("/graph/facts").status_code == 429
    assert ask("/store?default&format=nt").status_code == 200, (
        "kept, so it costs nothing"
    )


def test_a_browser_that_is_told_of_a_fault_gets_a_page(get: Get) -> None:
    reply = get("/store", {"Accept": "text/html"})
    assert reply.status_code == 400
    assert reply.headers["Content-Type"].startswith("text/html")


def test_the_turtle_and_the_n_triples_of_a_graph_are_the_same_graph(get: Get) -> None:
    ontology = f"/store?graph={BASE}graph/ontology"
    turtle = Graph().parse(data=get(f"{ontology}&format=ttl").data, format="turtle")
    plain = Graph().parse(data=get(f"{ontology}&format=nt").data, format="nt")
    assert len(turtle) > 0
    assert isomorphic(turtle, plain)


def test_a_graph_at_its_address_has_a_page_by_name_too(get: Get) -> None:
    page = get("/graph/inferred?format=html", {"Accept": "text/turtle"})
    assert page.headers["Content-Type"].startswith("text/html")
    assert page.data == get("/graph/inferred", {"Accept": "text/html"}).data
