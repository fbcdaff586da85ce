import re
from collections.abc import Callable
from dataclasses import replace

import pyoxigraph as ox
import pytest
from werkzeug import Response

from hiwar.graph.formats import Answer, Format, formats_for
from hiwar.server.lookup import Value
from hiwar.server.portrait import Line, Sentence

Get = Callable[..., Response]

BASE = "https://w3id.org/hiwar/"
MEETING = "meeting/khartoum-process-2025-ministerial"


def page(get: Get, path: str) -> str:
    reply = get(path, {"Accept": "text/html"})
    assert reply.status_code == 200
    return reply.get_data(as_text=True)


def section(text: str, name: str) -> str:
    """Return one section of a page."""
    return text.partition(f'<h2 id="{name}">')[2].partition("</section>")[0]


@pytest.mark.parametrize(
    ("accept", "place"),
    [
        ("text/html", "/page/state/EGY"),
        ("*/*", "/page/state/EGY"),
        ("text/turtle", "/data/state/EGY.ttl"),
        ("application/ld+json, text/html;q=0.5", "/data/state/EGY.jsonld"),
        ("application/rdf+xml", "/data/state/EGY.rdf"),
    ],
)
def test_the_name_of_a_thing_leads_to_its_page_or_data(
    get: Get, accept: str, place: str
) -> None:
    reply = get("/id/state/EGY", {"Accept": accept})
    assert reply.status_code == 303
    assert reply.headers["Location"] == place
    assert "Accept" in reply.headers["Vary"]
    assert get(place).status_code == 200


@pytest.mark.parametrize("form", ["id/{}", "page/{}", "data/{}.ttl"])
def test_an_old_name_leads_to_the_new_one_for_good(get: Get, form: str) -> None:
    reply = get("/" + form.format("meeting/old-name"))
    assert reply.status_code == 301
    assert reply.headers["Location"] == "/" + form.format(MEETING)


@pytest.mark.parametrize(
    "path",
    [
        "/id/state/XXX",
        "/page/state/XXX",
        "/data/state/XXX.ttl",
        "/data/state/EGY",
        "/data/state/EGY.csv",
        "/id/State/EGY",
        "/id/state/<script>",
        "/page/state/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
        "/page/state/EGY%3E%20.%20%3Fs%20%3Fp%20%3Fo%20%7D%23",
        "/page/state/EGY%22",
        "/page/state/..%2f..%2fsecret",
        "/theme/status/nothing",
        "/theme/status/a%20b",
        "/page/state/" + "A" * 300,
    ],
)
def test_what_has_no_name_here_is_not_found(get: Get, path: str) -> None:
    for accept in ("text/html", "*/*"):
        reply = get(path, {"Accept": accept})
        assert reply.status_code == 404
        assert b"<script" not in reply.data


def test_each_fact_is_shown_with_its_sentence_and_document(get: Get) -> None:
    facts = section(page(get, f"/page/{MEETING}"), "facts")
    day = facts.partition("2025-04-09")[2].partition("</dd>")[0]
    assert "took place in Cairo on 9 April 2025." in day
    assert 'href="/documents/cairo"' in day
    assert ">reported</a>" in day
    assert 'href="/id/statement/date"' in day
    assert f'href="{BASE}' not in facts


def test_a_name_is_shown_once_though_it_is_label_and_preferred_label(get: Get) -> None:
    facts = section(page(get, "/page/place/cairo"), "facts")
    assert facts.count(">Cairo</bdi>") == 1
    assert ">prefLabel<" not in facts


def test_a_fact_of_the_registry_names_its_source(get: Get) -> None:
    text = page(get, "/page/state/EGY")
    code = section(text, "facts").partition(">isoAlpha3<")[2].partition("</dd>")[0]
    assert "registry" in code
    assert 'href="#sources"' in code
    source = 'href="https://www.iso.org/iso-3166-country-codes.html"'
    assert source in section(text, "sources")
    assert text.count(source) == 1


def test_names_and_classes_stand_after_what_is_told_of_a_thing(get: Get) -> None:
    facts = section(page(get, "/page/state/EGY"), "facts")
    assert facts.index(">isoAlpha3<") < facts.index(">type<") < facts.index(">label<")
    names = facts.partition(">label<")[2].partition("<dt>")[0]
    assert "Égypte" in names
    assert names.count("From the") == 1, "what one graph holds is told once"


def test_each_statement_is_named_beside_its_own_sentence() -> None:
    one, other = (
        Sentence(
            Value(quote), Value("d"), Value("s"), "explicit", "r", Value(name), None
        )
        for quote, name in (("One.", "a"), ("Two.", "b"))
    )
    again = replace(one, statement=Value("c"), rule="q")
    line = Line(Value("p"), Value("v"), "facts", [one, other, again])
    assert line.quotes == [[one, again], [other]]


def test_an_inferred_fact_says_so(get: Get) -> None:
    facts = section(page(get, "/page/process/khartoum-process"), "facts")
    assert "Inferred: follows" in facts.partition(">hasMeeting<")[2]


def test_what_is_only_planned_stands_apart(get: Get) -> None:
    text = page(get, "/page/state/EGY")
    assert ">chairs<" in section(text, "unsettled")
    assert ">planned<" in section(text, "unsettled")
    assert ">chairs<" not in section(text, "facts")
    assert ">chairs<" not in section(text, "pointing")


def test_a_relation_is_shown_with_what_states_it(get: Get) -> None:
    stated = section(page(get, "/page/participation/egy-2025"), "stated")
    assert "Second Khartoum Process Ministerial Conference" in stated
    assert "Egypt took part" in stated


def test_what_names_a_thing_is_shown_with_its_sentences(get: Get) -> None:
    pointing = section(page(get, "/page/state/EGY"), "pointing")
    assert "Egypt took part" in pointing


def test_names_are_shown_in_their_language_and_direction(get: Get) -> None:
    text = page(get, "/page/state/EGY")
    assert '<bdi lang="ar" dir="rtl">مصر</bdi>' in text
    assert '<bdi lang="fr" dir="ltr">Égypte</bdi>' in text
    assert "<h1>" + '<bdi lang="en" dir="ltr">Egypt</bdi>' in text


def test_text_from_documents_is_never_markup(get: Get) -> None:
    for path in (f"/page/{MEETING}", "/documents/cairo", "/page/state/EGY", "/"):
        text = page(get, path)
        assert "<script>alert" not in text
        assert "<b>declaration" not in text


@pytest.mark.parametrize("item", formats_for(Answer.GRAPH), ids=lambda item: item.name)
def test_data_about_a_thing_comes_in_every_format(get: Get, item: Format) -> None:
    reply = get(f"/data/state/EGY.{item.name}")
    assert reply.headers["Content-Type"].startswith(item.media_type)
    triples = [quad.triple for quad in ox.parse(reply.data, format=item.rdf_format)]
    egypt = ox.NamedNode(f"{BASE}id/state/EGY")
    assert any(triple.object == egypt for triple in triples)
    quote = ox.NamedNode("http://www.w3.org/ns/oa#exact")
    assert any(triple.predicate == quote for triple in triples)
    statement = ox.NamedNode(f"{BASE}id/statement/chair")
    assert any(triple.subject == statement for triple in triples)


def test_a_page_names_the_data_about_its_thing(get: Get) -> None:
    text = page(get, "/page/state/EGY")
    found = re.findall(r'<link rel="alternate" type="([^"]+)" href="([^"]+)">', text)
    assert dict(found)["text/turtle"] == "/data/state/EGY.ttl"


@pytest.mark.parametrize("path", ["/theme/status/planned", "/theme/status"])
def test_a_concept_and_a_scheme_are_pages_and_data(get: Get, path: str) -> None:
    assert "<h1>" in page(get, path)
    reply = get(path, {"Accept": "text/turtle"})
    assert b"prefLabel" in reply.data
