import hashlib
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser

import pyoxigraph as ox
import pytest
from rdflib import Graph
from werkzeug import Response

from hiwar.errors import HiwarError, QueryError
from hiwar.graph.namespaces import BASE
from hiwar.server.app import create_app
from hiwar.server.pool import Pool

Get = Callable[..., Response]

PAGES = [
    "/",
    "/sparql",
    "/page/state/EGY",
    "/page/meeting/khartoum-process-2025-ministerial",
    "/page/statement/date",
    "/documents/cairo",
    "/ontology",
    "/graph/facts",
    "/graph/document/cairo",
    "/theme/status/planned",
    "/errors",
    "/search",
    "/search?q=egypt",
]


class Outline(HTMLParser):
    """What a page links to, and whether its elements close."""

    VOID = frozenset({"meta", "link", "input", "br"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.loaded: set[str] = set()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.VOID:
            self.open.append(tag)
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "a":
            self.links.add(values["href"])
        if tag in ("script", "img") or values.get("rel") == "stylesheet":
            self.loaded.add(values.get("src") or values.get("href") or "inline")
        assert "style" not in values
        assert not any(name.startswith("on") for name in values)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def page(get: Get, path: str, status: int = 200) -> str:
    reply = get(path, {"Accept": "text/html"})
    assert reply.status_code == status
    return reply.get_data(as_text=True)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_sound_and_asks_nothing_of_other_sites(get: Get, path: str) -> None:
    reply = get(path, {"Accept": "text/html"})
    text = reply.get_data(as_text=True)
    outline = Outline(text)
    assert outline.open == []
    assert len(outline.ids) == len(set(outline.ids))
    assert outline.loaded <= {"/static/hiwar.css", "/static/query.js"}
    assert text.startswith("<!doctype html>\n<html lang=")
    assert text.count("<h1>") == 1
    policy = reply.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'self';")
    assert "unsafe" not in policy
    assert reply.headers["X-Content-Type-Options"] == "nosniff"
    assert reply.headers["Referrer-Policy"] == "no-referrer"


def test_the_type_of_every_problem_leads_to_its_heading(get: Get) -> None:
    outline = Outline(page(get, "/errors"))
    kinds = {*HiwarError.__subclasses__(), *QueryError.__subclasses__()}
    for kind in kinds:
        place, _, slug = kind("").problem()["type"].partition("#")
        assert place.removeprefix(BASE) == "errors"
        assert slug in outline.ids
    problem = json.loads(get("/id/state/none").data)
    assert problem["type"].partition("#")[2] in outline.ids
    assert all(":" in link or link[0] in "/#" for link in outline.links)
    shown = page(get, "/id/state/none", 404)
    assert '<a href="/errors#not-found">' in shown
    assert '<a href="/errors#query">' in page(get, "/sparql?query=SELEC", 400)
    assert '<a href="/errors#query">' in page(get, "/search?q=*", 400)


def test_every_local_link_of_the_site_leads_somewhere(get: Get) -> None:
    """Links to terms and concepts that the small dataset lacks are left out."""
    missing = re.compile(r"/(theme|id/evidence|id/place/)|/ontology#")
    seen: set[str] = set()
    waiting = ["/"]
    while waiting:
        path = waiting.pop().partition("#")[0]
        if path in seen or not path.startswith("/") or missing.match(path):
            continue
        seen.add(path)
        reply = get(path, {"Accept": "text/html"})
        assert reply.status_code in (200, 301, 303), path
        if reply.status_code != 200:
            waiting.append(reply.headers["Location"])
        elif reply.headers["Content-Type"].startswith("text/html"):
            waiting += Outline(reply.get_data(as_text=True)).links
    assert len(seen) > 40


def test_the_home_page_says_what_is_in_the_graph(get: Get, pool: Pool) -> None:
    text = page(get, "/")
    for words in (
        "2026-11-21.1",
        f"{pool.release.manifest['triples']:,} triples",
        ">Khartoum Process</bdi>",
        "Second Khartoum Process Ministerial Conference",
        "2025-04-09",
        'href="/documents/cairo"',
        'href="/graph/registry"',
        'href="/releases/2026-11-21.1/facts.ttl"',
        "RDF/XML",
        "/sparql",
    ):
        assert words in text
    row = re.search(r">Statement</a></td><td[^>]*>(\d+)<", text)
    assert row is not None
    assert row[1] == "3"


def test_a_document_shows_its_sentences_with_their_facts(get: Get) -> None:
    text = page(get, "/documents/cairo")
    assert text.index("9 April 2025") < text.index("Egypt took part")
    assert 'href="/id/statement/chair"' in text
    assert ">planned<" in text
    assert get("/documents/none").status_code == 404
    assert get("/documents/%3Cb%3E").status_code == 404


@pytest.mark.parametrize(
    ("path", "name"),
    [("/ontology", "ontology"), ("/graph/facts", "facts"),
     ("/graph/document/cairo", "document/cairo")],
)  # fmt: skip
def test_a_graph_is_given_whole(get: Get, pool: Pool, path: str, name: str) -> None:
    reply = get(path, {"Accept": "text/turtle"})
    expected = pool.release.manifest["graphs"][name]["triples"]
    assert len(Graph().parse(data=reply.data)) == expected
    assert get(path).headers["Content-Type"] == "text/turtle; charset=utf-8"


@pytest.mark.parametrize("path", ["/graph/none", "/graph/a%3Eb", "/shapes", "/graph/"])
def test_a_graph_that_is_not_there_is_not_found(get: Get, path: str) -> None:
    assert get(path).status_code == 404


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("facts.ttl", "text/turtle"),
        ("evidence.ttl", "text/turtle"),
        ("hiwar.trig", "application/trig"),
        ("hiwar.graphml", "application/graphml+xml"),
        ("hiwar.gexf", "application/gexf+xml"),
        ("manifest.json", "application/json"),
    ],
)
def test_a_dump_is_given_as_it_was_made(
    get: Get, pool: Pool, name: str, media_type: str
) -> None:
    reply = get(f"/releases/2026-11-21.1/{name}")
    assert reply.headers["Content-Type"].partition(";")[0] == media_type
    if name != "manifest.json":
        known = pool.release.manifest["files"][name]["sha256"]
        assert hashlib.sha256(reply.data).hexdigest() == known
    etag = {"If-None-Match": reply.headers["ETag"]}
    assert get(f"/releases/2026-11-21.1/{name}", etag).status_code == 304


def test_the_dump_of_all_has_every_triple(get: Get, pool: Pool) -> None:
    dump = get("/releases/2026-11-21.1/hiwar.trig").data
    quads = set(ox.parse(dump, ox.RdfFormat.TRIG))
    assert len(quads) == pool.release.manifest["triples"]


@pytest.mark.parametrize(
    "path",
    [
        "/releases/2026-11-21.1/ledger.json",
        "/releases/2026-11-21.1/store",
        "/releases/2026-11-21.1/..%2f..%2fcurrent",
        "/releases/..%2f../current",
        "/releases/../../current",
        "/releases/2030-01-01.1/facts.ttl",
        "/releases/x/facts.ttl",
        "/static/..%2fapp.py",
        "/static/../app.py",
    ],
)
def test_no_other_file_is_given(get: Get, path: str) -> None:
    assert get(path).status_code == 404


def test_what_nobody_foresaw_is_a_problem_without_details(
    pool: Pool, caplog: pytest.LogCaptureFixture
) -> None:
    app = create_app(pool)

    @app.route("/broken")
    def broken() -> str:
        raise KeyError("secret")

    reply = app.test_client().get("/broken")
    assert reply.status_code == 500
    assert reply.content_type == "application/problem+json"
    assert "secret" not in reply.text
    assert "secret" in caplog.text


def test_a_page_is_the_same_each_time(get: Get) -> None:
    first = {path: page(get, path) for path in PAGES}
    for path, text in first.items():
        assert page(get, path) == text


def test_what_names_a_thing_is_told_by_an_arrow_and_not_by_is_and_of(get: Get) -> None:
    shown = get("/page/state/EGY").get_data(as_text=True)
    shown = shown.partition('id="pointing"')[2].partition("</section>")[0]
    heads = re.findall(r"<dt>(.*?)</dt>", shown)
    assert heads
    for head in heads:
        assert re.sub("<[^>]+>", "", head).startswith("← ")
        assert not re.match(r"is |.* of$", re.sub("<[^>]+>|← ", "", head))
