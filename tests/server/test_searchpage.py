import html
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from werkzeug import Response

from hiwar.graph.namespaces import BASE, SEARCH
from hiwar.server.limits import MAX_SHOWN
from hiwar.settings import Settings

Get = Callable[..., Response]
HTML = {"Accept": "text/html"}


def found(get: Get, text: str) -> dict[str, Any]:
    reply = get("/search?" + urlencode({"q": text}), {"Accept": "application/json"})
    assert reply.status_code == 200, reply.get_data(as_text=True)
    assert reply.headers["Content-Type"] == "application/json"
    content = json.loads(reply.data)
    assert isinstance(content, dict)
    assert content["version"] == reply.headers["Dataset-Version"]
    return content


def page(get: Get, text: str) -> str:
    reply = get("/search?" + urlencode({"q": text}), HTML)
    assert reply.status_code == 200
    return reply.get_data(as_text=True)


def test_names_and_sentences_are_found_as_json(get: Get) -> None:
    content = found(get, "khartum")
    assert content["query"] == "khartum"
    first = content["names"][0]
    assert first["iri"] == f"{BASE}id/process/khartoum-process"
    assert (first["name"], first["language"]) == ("Khartoum Process", "en")
    assert first["class"] == f"{BASE}ontology#Process"
    assert content["more"] == {"names": False, "quotes": False}
    content = found(get, "cairo april")
    assert [item["iri"] for item in content["quotes"]] == [f"{BASE}id/evidence/one"]
    assert content["quotes"][0]["document"] == f"{BASE}id/document/cairo"


def test_page_and_json_show_the_same(get: Get) -> None:
    for text in ("egypt", "process", "الخرطوم", "cairo", "nothing-of-this"):
        shown = page(get, text)
        content = found(get, text)
        links = re.findall(r'<li><a href="([^"]+)"', shown)
        assert links == [
            "/" + item["iri"].removeprefix(BASE) for item in content["names"]
        ]
        assert shown.count("<blockquote>") == len(content["quotes"])
        for item in content["quotes"]:
            text = re.sub(r"</?mark>", "", shown)
            assert html.escape(item["quote"], quote=False) in text


def test_the_name_in_the_language_of_the_search_stands_beside_the_english_one(
    get: Get,
) -> None:
    shown = page(get, "الخرطوم")
    assert '<bdi lang="ar" dir="rtl">عملية <mark>الخرطوم</mark></bdi>' in shown
    assert '<bdi lang="en" dir="ltr">Khartoum Process</bdi>' in shown


def test_where_no_name_fits_those_that_begin_so_are_shown(get: Get) -> None:
    shown = page(get, "khart")
    assert "these have words that begin so" in shown
    assert "<mark>Khartoum</mark>" in shown
    assert "that begin so. " not in page(get, "khartoum")


def test_a_word_whose_sound_is_one_letter_begins_no_name(get: Get) -> None:
    for text in ("kkkk", "zzzz", "kkkk*"):
        assert found(get, text)["names"] == []
        assert "<mark>" not in page(get, text)


def test_what_was_found_is_marked_and_nothing_of_the_data_is_markup(get: Get) -> None:
    shown = page(get, "alert script")
    assert "<script>alert" not in shown
    assert "<mark>&lt;script&gt;alert(1)&lt;/script&gt;</mark>" in shown
    shown = page(get, '"><script>x()</script>')
    assert "<script>" not in shown


def test_format_goes_before_accept_and_what_is_not_there_is_406(get: Get) -> None:
    assert json.loads(get("/search?q=egypt&format=json", HTML).data)["names"]
    as_page = get("/search?q=egypt&format=html", {"Accept": "application/json"})
    assert as_page.headers["Content-Type"].startswith("text/html")
    assert get("/search?q=egypt").headers["Content-Type"].startswith("text/html")
    assert get("/search?q=egypt&format=csv").status_code == 406
    assert get("/search?q=egypt", {"Accept": "text/csv"}).status_code == 406
    assert get("/search", method="POST", body=b"").status_code == 405


def test_an_answer_is_tagged_and_not_sent_twice(get: Get) -> None:
    reply = get("/search?q=egypt&format=json")
    again = get("/search?q=egypt&format=json", {"If-None-Match": reply.headers["ETag"]})
    assert again.status_code == 304
    assert "Accept" in reply.headers["Vary"]


@pytest.mark.parametrize(
    "text",
    ["", " ", '"', "***", "a*", "\0", "\u202e", "x" * 2000, "w " * 40],
)  # fmt: skip
def test_what_cannot_be_searched_for_is_said(get: Get, text: str) -> None:
    path = "/search?" + urlencode({"q": text})
    reply = get(path, {"Accept": "application/json"})
    assert reply.status_code == 400
    assert json.loads(reply.data)["type"].endswith("#query")
    reply = get(path, HTML)
    assert reply.status_code == (400 if text.strip() else 200)
    assert 'type="search"' in reply.get_data(as_text=True)


@pytest.mark.parametrize(
    "text",
    ['NEAR("egypt" b)', "egypt*b OR c", "'; DROP TABLE entry; --", "a\0b", "\\",
     '" . ?s ?p ?o . ?x rdfs:label "', "} UNION { ?s ?p ?o", "%s", "{words}: x",
     "\u202eegypt\u200f", "\U0001f600 x", "\r\nX-Header: y", "x" * 999, "é" * 400],
)  # fmt: skip
def test_a_hostile_text_is_a_text(get: Get, text: str) -> None:
    for accept in ("text/html", "application/json"):
        reply = get("/search?" + urlencode({"q": text}), {"Accept": accept})
        assert reply.status_code in (200, 400)
        words = reply.get_data(as_text=True)
        assert not re.search("fts5|sqlite|traceback", words, re.I)
        assert "X-Header" not in reply.headers


def test_bytes_that_are_no_text_and_repeated_parameters_do_no_harm(get: Get) -> None:
    assert get("/search?q=%FF%FE&format=json").status_code in (200, 400)
    assert get("/search?q=egypt&q=zzz&format=json").status_code == 200
    assert get("/search?q=" + quote("é" * 8000)).status_code == 414


def test_the_fields_of_other_pages_lead_here(get: Get) -> None:
    for path in ("/", "/sparql", "/page/state/EGY", "/search"):
        text = get(path, HTML).get_data(as_text=True)
        assert text.count('action="/search"') == 1
        assert 'name="q"' in text


def test_the_names_of_the_extension_are_explained_here(get: Get) -> None:
    assert f"{BASE}search#" == str(SEARCH)
    text = get("/search", HTML).get_data(as_text=True)
    assert 'id="label"' in text
    assert 'id="quote"' in text


def test_where_there_is_more_than_is_shown_that_is_said(
    own_data: Path,
    settings: Settings,
    publish_more: Callable[[Path, str], None],
    start: Callable[[Settings], tuple[str, int]],
    make_client: Callable[[str], Get],
) -> None:
    publish_more(
        own_data,
        "".join(f'<a:{n}> rdfs:label "multitude {n}" .\n' for n in range(300)),
    )
    address, _ = start(replace(settings, data=own_data))
    get = make_client(address)
    content = found(get, "multitude")
    assert len(content["names"]) == MAX_SHOWN
    assert content["more"]["names"] is True
    assert f"The best {MAX_SHOWN}; there are more" in page(get, "multitude")


def test_a_search_is_part_of_its_client_s_share(
    settings: Settings,
    start: Callable[[Settings], tuple[str, int]],
    make_client: Callable[[str], Get],
) -> None:
    address, _ = start(replace(settings, client_seconds=0.05))
    get = make_client(address)
    replies = [get(f"/search?q=egypt+{n}&format=json") for n in range(60)]
    assert replies[0].status_code == 200
    assert replies[-1].status_code == 429
    assert int(replies[-1].headers["Retry-After"]) >= 1
