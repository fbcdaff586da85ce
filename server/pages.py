"""The pages: home, documents, the graphs by name, and the dumps of releases."""

import re
from collections import defaultdict
from typing import Any, Final

from flask import Blueprint, Response, render_template, request
from markupsafe import Markup

from hiwar.errors import NotFoundError
from hiwar.graph.dumps import by_use
from hiwar.graph.formats import QUERY_FORMATS, Answer, formats_for
from hiwar.graph.namespaces import BASE, graph_iri
from hiwar.ontology.documentation import documentation_body
from hiwar.server.entities import nothing_named
from hiwar.server.graphstore import graph_response, read_wish
from hiwar.server.instead import graph_there_is, there_is
from hiwar.server.lookup import Row, Value, select
from hiwar.server.negotiation import choose, negotiate, offers_for, split_suffix
from hiwar.server.session import OncePerRelease, Session, of_one_release

__all__ = ["pages"]

pages = Blueprint("pages", __name__)

_DOCUMENT_SLUG: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._~-]{0,199}")
_MOST: Final = 200

_CLASSES: Final = f"""
SELECT ?class (COUNT(DISTINCT ?thing) AS ?count) WHERE {{
  ?thing a ?class .
  FILTER(STRSTARTS(STR(?class), "{BASE}ontology#"))
}} GROUP BY ?class ORDER BY DESC(?count) ?class
"""
_PROCESSES: Final = """
SELECT DISTINCT ?thing ?label WHERE {
  ?thing a hiwar:Process ; rdfs:label ?label .
  FILTER(LANG(?label) = "en" || NOT EXISTS {
    ?thing rdfs:label ?other FILTER(LANG(?other) = "en") })
} ORDER BY ?label
"""
_MEETINGS: Final = """
SELECT DISTINCT ?thing ?label ?date ?status ?lacksYear WHERE {
  ?thing a hiwar:Meeting .
  OPTIONAL { ?thing rdfs:label ?label FILTER(LANG(?label) = "en") }
  OPTIONAL { ?thing hiwar:startDate ?day }
  OPTIONAL { ?thing hiwar:when ?when }
  OPTIONAL { ?thing hiwar:scheduledFor ?planned }
  OPTIONAL { ?thing hiwar:meetingStatus ?status }
  BIND(COALESCE(STR(?day), STR(?when), STR(?planned), "") AS ?date)
  BIND(STRSTARTS(?date, "X") AS ?lacksYear)
} ORDER BY ?lacksYear DESC(?date) ?label LIMIT 200
"""
_DOCUMENTS: Final = """
SELECT DISTINCT ?thing ?label WHERE {
  ?thing a hiwar:SourceDocument .
  OPTIONAL { ?thing rdfs:label ?label }
} ORDER BY ?label LIMIT 200
"""
_QUOTES: Final = """
SELECT DISTINCT ?thing ?evidence ?quote ?start ?statement ?subject ?predicate ?value
  ?status ?basis ?subjectLabel ?predicateLabel ?valueLabel WHERE {
  ?evidence oa:hasSource ?thing ; oa:hasSelector/oa:exact ?quote .
  OPTIONAL { ?evidence oa:hasSelector/oa:start ?start }
  ?statement prov:wasDerivedFrom ?evidence ; rdf:subject ?subject ;
    rdf:predicate ?predicate ; rdf:object ?value ; hiwar:status ?status .
  OPTIONAL { ?statement hiwar:basis ?basis }
  OPTIONAL { ?subject rdfs:label ?subjectLabel FILTER(LANG(?subjectLabel) = "en") }
  OPTIONAL { ?predicate rdfs:label ?predicateLabel
    FILTER(LANG(?predicateLabel) = "en") }
  OPTIONAL { ?value rdfs:label ?valueLabel FILTER(LANG(?valueLabel) = "en") }
} ORDER BY ?start ?evidence ?predicate
"""
_ABOUT: Final = """
SELECT ?thing ?predicate ?value WHERE {
  ?thing ?predicate ?value FILTER(?predicate != hiwar:mentions)
} ORDER BY ?predicate ?value
"""
_TERMS: Final = """
SELECT DISTINCT ?thing ?term ?label ?definition ?kind WHERE {
  GRAPH ?thing { ?term a ?kind . FILTER(isIRI(?term))
    OPTIONAL { ?term skos:prefLabel|rdfs:label ?label }
    OPTIONAL { ?term skos:definition|rdfs:comment ?definition } }
} ORDER BY ?term LIMIT 2000
"""


@OncePerRelease
def _contents(session: Session) -> dict[str, list[Row]]:
    """Return what the home page lists."""
    return {
        "classes": select(session, _CLASSES),
        "processes": select(session, _PROCESSES),
        "meetings": select(session, _MEETINGS),
        "documents": select(session, _DOCUMENTS),
    }


@pages.route("/")
@of_one_release
def home(session: Session) -> Response:
    """Say what is in the graph and how to ask."""
    release = session.release
    return _page(
        "home.html",
        release=release,
        uses=by_use(release.manifest["files"]),
        formats=QUERY_FORMATS,
        most=_MOST,
        **_contents(session),
    )


@pages.route("/documents/<slug>")
@of_one_release
def document(session: Session, slug: str) -> Response:
    """Show the sentences of a document that are evidence, each with its facts."""
    iri = f"{BASE}id/document/{slug}"
    is_name = _DOCUMENT_SLUG.fullmatch(slug) is not None
    rows = select(session, _QUOTES, thing=iri) if is_name else []
    about = select(session, _ABOUT, thing=iri) if is_name else []
    if not (rows or about):
        raise nothing_named(iri, session.release, there_is(session, iri))
    sentences: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        known = [other["statement"] for other in sentences[row["evidence"].text]]
        if row["statement"] not in known:
            sentences[row["evidence"].text].append(row)
    return _page("document.html", iri=Value(iri), about=about, sentences=sentences)


@pages.route("/ontology", defaults={"name": "ontology"})
@pages.route("/ontology.<suffix>", defaults={"name": "ontology"})
@pages.route("/shapes", defaults={"name": "shapes"})
@pages.route("/shapes.<suffix>", defaults={"name": "shapes"})
@pages.route("/graph/<path:name>")
def graph(name: str, suffix: str = "") -> Response:
    """Give a named graph as data, or as a page that lists what it defines."""
    wish, _ = read_wish()
    graphs = wish.release.manifest["graphs"]
    name, offer = f"{name}.{suffix}" if suffix else name, None
    if name not in graphs:  # a graph's own name may end as a format does
        name, offer = split_suffix(name)
    if name not in graphs and not wish.version:
        there_is_instead = graph_there_is(wish.release, name)
        raise nothing_named(str(graph_iri(name)), wish.release, there_is_instead)
    if name not in graphs:
        raise NotFoundError(
            f"There is no graph {name[:200]!r}; {graph_there_is(wish.release, name)}."
        )
    if offer is not None:
        return graph_response(wish, name, offer)
    if wish.version or wish.format not in ("", "html"):
        offer = choose(wish.format, wish.accept, Answer.GRAPH)
    else:
        accept = "text/html" if wish.format else request.headers.get("Accept")
        offer = negotiate(accept, offers_for(Answer.GRAPH, page="last"))
    if offer.format is None and request.path == "/ontology":
        return _page("ontology.html", body=Markup(documentation_body()))
    return graph_response(wish, name, offer) if offer.format else _graph_page(name)


@of_one_release
def _graph_page(session: Session, name: str) -> Response:
    """Show what a graph defines, and the formats in which it is given."""
    known = session.release.manifest["graphs"].get(name)
    iri = str(graph_iri(name))
    if known is None:  # another release has become current meanwhile
        there_is_instead = graph_there_is(session.release, name)
        raise nothing_named(iri, session.release, there_is_instead)
    return _page(
        "graph.html",
        iri=Value(iri),
        name=name,
        triples=known["triples"],
        terms=_terms(session, name, iri),
        formats=formats_for(Answer.GRAPH),
    )


def _terms(session: Session, name: str, iri: str) -> list[Row]:
    """Return what a graph defines, each term once."""
    if name not in ("ontology", "shapes"):
        return []
    rows = select(session, _TERMS, thing=iri)
    return list({row["term"]: row for row in reversed(rows)}.values())[::-1]


def _page(template: str, **content: Any) -> Response:
    return Response(render_template(template, **content))
