"""What harvesters look for: VoID, and a map of the site.

Sources: https://www.w3.org/TR/void/#well-known, https://www.sitemaps.org/protocol.html
"""

from collections.abc import Iterable
from typing import Final
from urllib.parse import quote
from xml.sax.saxutils import escape

from flask import Blueprint, Response, redirect

from hiwar.errors import NotFoundError
from hiwar.graph.namespaces import BASE
from hiwar.graph.release import Release
from hiwar.server.limits import MAX_MAPPED
from hiwar.server.lookup import local_path, select
from hiwar.server.manifest import root
from hiwar.server.session import OncePerRelease, Session, of_one_release
from hiwar.server.signposts import dated

__all__ = ["harvesting"]

harvesting = Blueprint("harvesting", __name__)

_KINDS: Final = (
    "Process Meeting State Organisation Person Place Document Commitment Intention"
    " AreaOfFocus FundingInstrument Post SourceDocument"
)
_THINGS: Final = f"""
SELECT DISTINCT ?thing WHERE {{
  VALUES ?class {{ {" ".join(f"hiwar:{kind}" for kind in _KINDS.split())} }}
  ?thing a ?class
  FILTER(STRSTARTS(STR(?thing), "{BASE}id/"))
  FILTER NOT EXISTS {{ ?thing dcterms:isReplacedBy ?other }}
}} ORDER BY ?thing
"""
_PAGES: Final = ("/", "/ontology", "/search", "/releases/", "/dataset")
_SPACE: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"


@harvesting.route("/.well-known/void")
def void() -> Response:
    """Lead to the description of the data."""
    response = redirect("/dataset", 303)
    assert isinstance(response, Response)
    return response


@harvesting.route("/robots.txt")
def robots() -> Response:
    """Ask robots to leave queries alone, and say where the map is."""
    lines = ["User-agent: *"]
    lines += [f"Disallow: /{path}" for path in ("sparql", "store", "search?",
                                                "reconcile", "queries/")]  # fmt: skip
    text = "\n".join([*lines, "", f"Sitemap: {root()}/sitemap.xml", ""])
    return _of_this_host(text, "text/plain; charset=utf-8")


@harvesting.route("/sitemap.xml")
@of_one_release
def sitemap(session: Session) -> Response:
    """Map the pages; where they are many, list the maps."""
    release, places = session.release, _places(session)
    if len(places) <= MAX_MAPPED:
        return _map(places, release)
    count = -(-len(places) // MAX_MAPPED)
    items = (f"{root()}/sitemap-{number}.xml" for number in range(1, count + 1))
    return _xml("sitemapindex", "sitemap", items, release)


@harvesting.route("/sitemap-<int:number>.xml")
@of_one_release
def part_of_sitemap(session: Session, number: int) -> Response:
    """Map a part of the pages."""
    start = (number - 1) * MAX_MAPPED
    places = _places(session)[start : start + MAX_MAPPED] if start >= 0 else []
    if not places:
        raise NotFoundError(
            f"There is no part {number} of the map; /sitemap.xml lists what there is."
        )
    return _map(places, session.release)


@OncePerRelease
def _places(session: Session) -> list[str]:
    """Return the paths of all pages of a release."""
    things = [row["thing"].text for row in select(session, _THINGS)]
    found = [local_path(thing).replace("/id/", "/page/", 1) for thing in things]
    documents = "/page/document/", "/documents/"
    sources = {
        row["thing"].text for row in select(session, "SELECT DISTINCT ?thing WHERE {"
                                            " ?thing a hiwar:SourceDocument }")
    }  # fmt: skip
    return [*_PAGES] + [
        page.replace(*documents, 1) if thing in sources else page
        for thing, page in zip(things, found, strict=True)
    ]


def _map(places: list[str], release: Release) -> Response:
    return _xml("urlset", "url", (f"{root()}{place}" for place in places), release)


def _xml(name: str, item: str, places: Iterable[str], release: Release) -> Response:
    day = release.version.partition(".")[0]
    lines = ["<?xml version='1.0' encoding='UTF-8'?>", f'<{name} xmlns="{_SPACE}">']
    for place in places:
        loc = escape(quote(place, safe=":/?#[]@!$&'()*+,;=%~-._"))
        lines.append(f"<{item}><loc>{loc}</loc><lastmod>{day}</lastmod></{item}>")
    text = "\n".join([*lines, f"</{name}>", ""])
    return dated(_of_this_host(text, "application/xml"), release)


def _of_this_host(text: str, content_type: str) -> Response:
    """Return a response that must not be given to who asks another name of the host."""
    response = Response(text, content_type=content_type)
    response.headers["Cache-Control"] = "no-store"
    return response
