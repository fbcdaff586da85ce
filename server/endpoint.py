"""``/sparql``: a query in, its answer out; the query page for a browser."""

from functools import lru_cache

from flask import Blueprint, Response, redirect, request

from hiwar.errors import NotAcceptableError, QueryError
from hiwar.graph.formats import QUERY_FORMATS, Answer
from hiwar.server.answers import give
from hiwar.server.budget import asker_of
from hiwar.server.description import service_description
from hiwar.server.graphstore import release_of
from hiwar.server.negotiation import HTML, REMEMBERED, Offer, choose, negotiate
from hiwar.server.protocol import Question, client_of, read_question
from hiwar.server.querypage import query_page
from hiwar.server.running import query_id_of
from hiwar.server.service import Asked, Service, current_service

__all__ = ["endpoint"]

endpoint = Blueprint("endpoint", __name__)


@endpoint.route("/sparql", methods=["GET", "POST"])
def sparql() -> Response:
    """Answer a query; without one, describe the service."""
    service = current_service()
    asked = read_question(request, service.settings.query_max_bytes)
    request.environ["hiwar.query"] = asked.query or ""
    if _wants_page(asked):
        return query_page(service, asked)
    if asked.query is None:
        offer = choose(asked.format, Answer.GRAPH)
        release = release_of(asked.version)
        return service_description(release, service.settings, offer)
    asker = asker_of(request, service.settings.trusted_proxies)
    service.budgets.check(asker)
    try:
        return _answer(service, asked, asker)
    except QueryError as error:
        service.fail(asker, error)
        raise


@endpoint.route("/service")
def service_words() -> Response:
    """Lead from the names of limits and extensions to what describes them."""
    response = redirect("/sparql", 303)
    assert isinstance(response, Response)
    return response


@endpoint.route("/queries/<query_id>", methods=["DELETE"])
def running_query(query_id: str) -> Response:
    """Stop a query that runs."""
    current_service().running.stop(query_id)
    return Response(status=204)


def _answer(service: Service, question: Question, asker: str) -> Response:
    """Answer a query with data."""
    outlined = question.outline(service.settings)
    offer = choose(question.format, outlined.answer)
    assert offer.format is not None  # since no page was offered
    asked = Asked(
        job=question.job(outlined, offer.format, service.settings),
        query_id=query_id_of(question.query_id),
        asker=asker,
        version=question.version,
        is_lasting=outlined.is_lasting,
        client=client_of(request),
    )
    return give(service, asked, offer, is_lasting=bool(question.version))


def _wants_page(asked: Question) -> bool:
    """Whether the answer is for a person: the client likes HTML best."""
    if asked.format:
        return asked.format == "html"
    return _likes_html(request.headers.get("Accept"))


@lru_cache(REMEMBERED)
def _likes_html(accept: str | None) -> bool:
    offers = [Offer(item.media_type, item) for item in QUERY_FORMATS]
    try:
        return negotiate(accept, [*offers, Offer(HTML)]) == Offer(HTML)
    except NotAcceptableError:
        return False
