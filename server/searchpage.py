"""``/search``: names and quotes that have some words, as a page or as JSON."""

import json
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any, Final

from flask import Blueprint, Response, render_template, request

from hiwar.errors import FormatError, QueryError
from hiwar.graph.namespaces import HIWAR, SEARCH
from hiwar.graph.search.rewriting import literal
from hiwar.graph.search.terms import Term, marked, read_terms
from hiwar.server.limits import MAX_SHOWN, MIN_PREFIX
from hiwar.server.lookup import Row, Value, best_label, select
from hiwar.server.negotiation import HTML, Offer, negotiate
from hiwar.server.session import Session, for_strangers

__all__ = ["searchpage"]

searchpage = Blueprint("searchpage", __name__)

_JSON: Final = "application/json"
_MOST_NAMES: Final = 4 * MAX_SHOWN
"""Names that are looked at, since a thing has several."""

_NAMES: Final = f"""
SELECT ?thing ?score ?name ?label ?class WHERE {{
  (?thing ?score ?name) <{SEARCH}label> (%s {_MOST_NAMES}) .
  OPTIONAL {{ ?thing rdfs:label ?label }}
  OPTIONAL {{ GRAPH ?graph {{ ?thing a ?class }}
    FILTER(?graph != graph:inferred && STRSTARTS(STR(?class), "{HIWAR}")) }}
}} ORDER BY DESC(?score) ?thing ?name ?class
"""
_QUOTES: Final = f"""
SELECT ?evidence ?score ?quote ?document ?title WHERE {{
  (?evidence ?score ?quote) <{SEARCH}quote> (%s {MAX_SHOWN + 1}) .
  OPTIONAL {{ ?evidence oa:hasSource ?document .
    OPTIONAL {{ ?document rdfs:label ?title }} }}
}} ORDER BY DESC(?score) ?evidence
"""


@dataclass(frozen=True, slots=True)
class _Name:
    """A thing whose name was found."""

    thing: Value
    name: Value
    label: Value | None
    kind: Value | None
    score: float
    pieces: list[tuple[str, bool]]

    def to_json(self) -> dict[str, Any]:
        """Return it as what JSON can hold: a name, and the thing that has it."""
        return {
            "iri": self.thing.text,
            "name": self.name.text,
            "language": self.name.language,
            "label": self.label.text if self.label else None,
            "class": self.kind.text if self.kind else None,
            "score": self.score,
        }


@dataclass(frozen=True, slots=True)
class _Quote:
    """A sentence that was found."""

    evidence: Value
    quote: Value
    document: Value | None
    title: Value | None
    score: float
    pieces: list[tuple[str, bool]]

    def to_json(self) -> dict[str, Any]:
        """Return it as what JSON can hold: a sentence, and its document."""
        return {
            "iri": self.evidence.text,
            "quote": self.quote.text,
            "document": self.document.text if self.document else None,
            "title": self.title.text if self.title else None,
            "score": self.score,
        }


@dataclass(slots=True)
class _Found:
    """What a text finds; ``begins`` where only the beginnings of names fit."""

    version: str
    names: list[_Name] = field(default_factory=list)
    quotes: list[_Quote] = field(default_factory=list)
    more: dict[str, bool] = field(default_factory=dict)
    begins: bool = False


@searchpage.route("/search")
def search() -> Response:
    """Show what has the words of ``q``; without one, say how to search."""
    text = request.args.get("q", "")
    is_json = _wants_json()
    found, problem, status = None, None, 200
    try:
        if text.strip() or is_json:
            found = _find(text)
    except QueryError as error:
        if is_json:
            raise
        problem, status = error.problem(), error.status
    if is_json and found is not None:
        response = Response(_json(text, found), content_type=_JSON)
    else:
        page = render_template(
            "search.html", q=text, found=found, problem=problem, most=MAX_SHOWN
        )
        response = Response(page, status)
    if found is not None:
        response.headers["Dataset-Version"] = found.version
    if problem is not None:
        response.headers["Cache-Control"] = "no-store"
    if status == 503:  # a search stopped at its deadline
        response.headers["Retry-After"] = "5"
    return response


def _wants_json() -> bool:
    name = request.args.get("format", "")
    if name not in ("", "json", "html"):
        raise FormatError(
            f"{name[:40]!r} is no format for a search; expected one of: html, json."
        )
    offers = [Offer(HTML), Offer(_JSON)]
    accept = request.headers.get("Accept")
    return (name or negotiate(accept, offers).media_type) in ("json", _JSON)


@for_strangers
def _find(session: Session, text: str) -> _Found:
    """Return what a text finds.

    Raises:
        QueryError: If it cannot be searched for.
    """
    terms = read_terms(text)
    found = _Found(session.release.version)
    rows = select(session, _NAMES % literal(text))
    beginnings = _beginnings(terms, text)
    if not rows and beginnings:
        rows = select(session, _NAMES % literal(beginnings))
        found.begins = bool(rows)
    name_terms = read_terms(beginnings) if found.begins else terms
    names = _names(rows, name_terms)
    is_cut = len({(row["thing"], row["name"]) for row in rows}) >= _MOST_NAMES
    quotes = _quotes(select(session, _QUOTES % literal(text)), terms)
    found.names, found.quotes = names[:MAX_SHOWN], quotes[:MAX_SHOWN]
    found.more = {
        "names": len(names) > MAX_SHOWN or is_cut,
        "quotes": len(quotes) > MAX_SHOWN,
    }
    return found


def _beginnings(terms: list[Term], text: str) -> str:
    """Return a text for what begins with the words; nothing if it says so itself."""
    if '"' in text or any(term.begins for term in terms):
        return ""
    words = [word for term in terms for word in term.words if len(word) >= MIN_PREFIX]
    return " ".join(f"{word}*" for word in words)


def _names(rows: list[Row], terms: list[Term]) -> list[_Name]:
    """Return each thing once, with the best of its names that were found."""
    by_thing: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_thing[row["thing"].text].append(row)
    return [
        _Name(
            thing=found[0]["thing"],
            name=found[0]["name"],
            label=best_label([row["label"] for row in found if "label" in row]),
            kind=found[0].get("class"),
            score=float(found[0]["score"].text),
            pieces=marked(found[0]["name"].text, terms, by_sound=True),
        )
        for found in by_thing.values()
    ]


def _quotes(rows: list[Row], terms: list[Term]) -> list[_Quote]:
    by_evidence: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_evidence[row["evidence"].text].append(row)
    return [
        _Quote(
            evidence=found[0]["evidence"],
            quote=found[0]["quote"],
            document=found[0].get("document"),
            title=best_label([row["title"] for row in found if "title" in row]),
            score=float(found[0]["score"].text),
            pieces=marked(found[0]["quote"].text, terms),
        )
        for found in by_evidence.values()
    ]


def _json(text: str, found: _Found) -> str:
    content = {
        "query": text,
        "version": found.version,
        "names": [item.to_json() for item in found.names],
        "quotes": [item.to_json() for item in found.quotes],
        "more": found.more,
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
