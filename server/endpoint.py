"""``/sparql``: a query in, its answer out; the query page for a browser."""

from flask import Blueprint, Response, current_app, request

from hiwar.errors import NotAcceptableError
from hiwar.graph.formats import QUERY_FORMATS, Answer, find_format
from hiwar.server.answers import respond
from hiwar.server.description import service_description
from hiwar.server.negotiation import HTML, Offer, negotiate, offers_for
from hiwar.server.pool import Pool
from hiwar.server.protocol import Question, client_of, read_question
from hiwar.server.querypage import query_page

__all__ = ["endpoint"]

endpoint = Blueprint("endpoint", __name__)


@endpoint.route("/sparql", methods=["GET", "POST"])
def sparql() -> Response:
    """Answer a query; without one, describe the service."""
    pool: Pool = current_app.extensions["pool"]
    asked = read_question(request, pool.settings.query_max_bytes)
    if _wants_page(asked):
        return query_page(pool, asked)
    if asked.query is None:
        offer = _choose(asked.format, Answer.GRAPH)
        return service_description(pool, offer)
    outlined = asked.outline(pool.settings)
    offer = _choose(asked.format, outlined.answer)
    assert offer.format is not None  # since no page was offered
    job = asked.job(outlined, offer.format, pool.settings)
    stream = pool.ask(job, client=client_of(request))
    return respond(stream, offer.format, offer.media_type)


def _wants_page(asked: Question) -> bool:
    """Whether the answer is for a person: the client likes HTML best."""
    if asked.format:
        return asked.format == "html"
    offers = [Offer(item.media_type, item) for item in QUERY_FORMATS]
    try:
        return negotiate(request.headers.get("Accept"), [*offers, Offer(HTML)]) == (
            Offer(HTML)
        )
    except NotAcceptableError:
        return False


def _choose(name: str, answer: Answer) -> Offer:
    """Return what to answer in: what ``format`` names, or what is accepted."""
    if name:
        found = find_format(name, answer)
        return Offer(found.media_type, found)
    return negotiate(request.headers.get("Accept"), offers_for(answer))
