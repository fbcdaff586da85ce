"""What harvesters of linked data and search engines come for."""

import re
from collections.abc import Callable
from dataclasses import replace
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import etree
from werkzeug import Response

from hiwar.graph.namespaces import BASE
from hiwar.server.limits import MAX_MAPPED
from hiwar.settings import Settings

Get = Callable[..., Response]

_LINK = re.compile(r'<([^>]*)>; rel="([^"]+)"(?:; type="([^"]+)")?')


def links(reply: Response) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for place, relation, media_type in _LINK.findall(reply.headers["Link"]):
        found.setdefault(relation, []).append((place, media_type))
    return found


def places(reply: Response) -> list[str]:
    assert reply.status_code == 200
    tree = etree.fromstring(reply.data)
    return [str(item.text) for item in tree.iter("{*}loc")]


@pytest.mark.parametrize("path", ["/page/state/EGY", "/releases/2026-11-21.1"])
def test_a_page_has_signposts_that_lead_somewhere(get: Get, path: str) -> None:
    reply = get(path, {"Accept": "text/html"})
    found = links(reply)
    ((name, _),) = found["cite-as"]
    assert name.startswith(BASE)
    assert get("/" + name.removeprefix(BASE)).status_code in (200, 303)
    assert found["license"][0][0].startswith("https://creativecommons.org/")
    assert found["type"]
    targets = found["describedby"] + found.get("item", [])
    assert len(targets) >= 6
    for place, media_type in targets:
        there = get(place)
        assert (there.status_code, there.mimetype) == (200, media_type)
    day = parsedate_to_datetime(reply.headers["Last-Modified"])
    assert day.date().isoformat() == "2026-11-21"


def test_a_release_s_signposts_name_its_files(get: Get) -> None:
    found = links(get("/releases/2026-11-21.1"))
    assert ("/releases/2026-11-21.1/facts.ttl", "text/turtle") in found["item"]


def test_every_page_of_the_map_is_there(get: Get) -> None:
    found = places(get("/sitemap.xml"))
    assert len(found) == len(set(found))
    paths = [urlsplit(place).path for place in found]
    assert {"/", "/page/state/EGY", "/documents/cairo"} <= set(paths)
    assert not any("old-name" in path or "/statement/" in path for path in paths)
    for path in paths:
        if path != "/dataset":  # the small release has no catalogue
            assert get(path, {"Accept": "text/html"}).status_code == 200, path


def test_robots_are_told_where_the_map_is_and_what_is_costly(get: Get) -> None:
    text = get("/robots.txt").get_data(as_text=True)
    (place,) = re.findall(r"^Sitemap: (\S+)$", text, re.M)
    assert get(urlsplit(place).path).status_code == 200
    assert "Disallow: /sparql" in text
    assert "Disallow: /page" not in text


def test_the_well_known_place_leads_to_void(get: Get) -> None:
    reply = get("/.well-known/void")
    assert (reply.status_code, reply.headers["Location"]) == (303, "/dataset")


def test_where_pages_are_many_the_map_is_a_list_of_maps(
    own_data: Path,
    settings: Settings,
    publish_more: Callable[[Path, str], None],
    start: Callable[[Settings], tuple[str, int]],
    make_client: Callable[[str], Get],
) -> None:
    more = "".join(
        f"<{BASE}id/person/p{number}> a hiwar:Person .\n"
        for number in range(MAX_MAPPED + 5)
    )
    publish_more(own_data, more)
    address, _ = start(replace(settings, data=own_data, query_deadline_s=20.0))
    get = make_client(address)
    parts = places(get("/sitemap.xml"))
    assert len(parts) == 2
    sizes = [len(places(get(urlsplit(part).path))) for part in parts]
    assert sizes[0] == MAX_MAPPED
    assert 5 <= sizes[1] < 100
    for path in ("/sitemap-0.xml", "/sitemap-3.xml", "/sitemap--1.xml"):
        assert get(path).status_code == 404
