"""The query page: a text field, examples, and the answer below."""

import json
from dataclasses import dataclass, field
from typing import Final

from flask import Response, render_template, request

from hiwar.errors import HiwarError, QueryError
from hiwar.graph.formats import FORMATS, Answer, find_format
from hiwar.ontology.questions import load_domain_questions, load_questions
from hiwar.server.answers import read_whole
from hiwar.server.budget import asker_of
from hiwar.server.cache import Kept
from hiwar.server.limits import MAX_TABLE_ROWS
from hiwar.server.lookup import Row, read_rows
from hiwar.server.protocol import Question, client_of
from hiwar.server.running import query_id_of
from hiwar.server.service import Asked, Service
from hiwar.server.stream import Stream

__all__ = ["query_page"]

_MAX_BYTES: Final = 8 * 1024 * 1024
_DEFAULT: Final = """PREFIX hiwar: <https://w3id.org/hiwar/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

SELECT ?process ?name WHERE {
  ?process a hiwar:Process ;
    rdfs:label ?name .
  FILTER(LANG(?name) = "en")
}
ORDER BY ?name
LIMIT 100
"""


@dataclass(slots=True)
class _Shown:
    """An answer, as the page shows it."""

    names: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    count: int = 0
    truth: bool | None = None
    text: str = ""
    version: str = ""


def query_page(service: Service, asked: Question) -> Response:
    """Return the page; with a query, its answer or what is wrong with it."""
    shown, problem, status = None, None, 200
    if asked.query is not None:
        asker = asker_of(request, service.settings.trusted_proxies)
        try:
            service.budgets.check(asker)
            shown = _ask(service, asked, asker)
        except HiwarError as error:
            problem, status = error.problem(), error.status
            if isinstance(error, QueryError):
                service.fail(asker, error)
    page = render_template(
        "query.html",
        query=_DEFAULT if asked.query is None else asked.query,
        asked=asked,
        shown=shown,
        problem=problem,
        groups={
            "Questions about the documents": load_questions(),
            "Questions about the domain": load_domain_questions(),
        },
        formats=[item for item in FORMATS if Answer.PICTURE not in item.answers],
        most=MAX_TABLE_ROWS,
        settings=service.settings,
    )
    response = Response(page, status)
    if asked.query is not None:
        response.headers["Cache-Control"] = "no-store"
    if problem is not None and status in (429, 503):
        response.headers["Retry-After"] = str(problem.get("retry_after", 5))
    return response


def _ask(service: Service, asked: Question, asker: str) -> _Shown:
    """Return the answer to a query."""
    outlined = asked.outline(service.settings)
    is_graph = outlined.answer is Answer.GRAPH
    chosen = find_format("ttl" if is_graph else "json", outlined.answer)
    version, answer, keep = service.ask(
        Asked(
            job=asked.job(outlined, chosen, service.settings),
            query_id=query_id_of(asked.query_id),
            asker=asker,
            version=asked.version,
            is_lasting=outlined.is_lasting,
            client=client_of(request),
        )
    )
    whole = answer if isinstance(answer, Kept) else _read(answer)
    keep(whole)
    if is_graph:
        return _Shown(text=whole.body.decode(), version=version)
    found = json.loads(whole.body)
    if outlined.answer is Answer.BOOLEAN:
        return _Shown(truth=found["boolean"], version=version)
    bindings = found["results"]["bindings"]
    first = {"results": {"bindings": bindings[:MAX_TABLE_ROWS]}}
    return _Shown(
        names=found["head"]["vars"],
        rows=read_rows(first),
        count=len(bindings),
        version=version,
    )


def _read(stream: Stream) -> Kept:
    """Return all of an answer that a page shows."""
    return Kept(read_whole(stream, _MAX_BYTES, "a page"), stream.rows)
