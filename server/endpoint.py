"""``/sparql``: a query in, its answer out; the query page for a browser.

Most requests of a public endpoint are small queries whose answers take less time
than Flask does; so a query is answered before Flask is asked. All else at this
address is Flask's: the page, the description, the problem documents.
"""

import contextlib
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from flask import Blueprint, Request, Response, redirect, request

from hiwar.errors import NotAcceptableError, QueryError
from hiwar.graph.formats import QUERY_FORMATS, Answer
from hiwar.server.answers import give
from hiwar.server.budget import asker_of
from hiwar.server.description import service_description
from hiwar.server.graphstore import release_of
from hiwar.server.negotiation import HTML, REMEMBERED, Offer, choose, negotiate
from hiwar.server.protocol import Question, client_of, read_question
from hiwar.server.querypage import query_page
from hiwar.server.reply import Reply
from hiwar.server.running import query_id_of
from hiwar.server.service import Asked, Found, Service, current_service

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

__all__ = ["PREPARED", "Prepared", "ShortWay", "endpoint"]

endpoint = Blueprint("endpoint", __name__)

_PATH: Final = "/sparql"
_FAILURE: Final = "hiwar.failure"
_SHORT: Final = 4096
"""Characters of a query whose reading costs less than to note what it costs."""

PREPARED: Final = "hiwar.prepared"
"""Where a request has its query, if that was prepared before."""


@dataclass(slots=True)
class Prepared:
    """A query that may be asked.

    Attributes:
        asked: The query, and who asks it.
        offer: The format, and the name of it that the client knows.
        found: Its answer, once it is begun.
    """

    asked: Asked
    offer: Offer
    found: Found | None = None


class ShortWay:
    """A WSGI application that answers queries, and asks another one all else.

    An error goes to the other one too, whatever it is, which has the words for it.
    """

    def __init__(self, application: "WSGIApplication", service: Service) -> None:
        self._application = application
        self._service = service

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer one request."""
        if not _is_query(environ):
            return self._application(environ, start_response)
        environ["hiwar.route"] = _PATH
        with _HandingOn(environ):
            reply = self._reply(environ)
            if reply is not None:
                return reply.send(environ, start_response, self._service.cache)
        return self._application(environ, start_response)

    def prepare(self, environ: "WSGIEnvironment") -> "Prepared | None":
        """Return the query of a request for data, if it is one.

        Raises:
            HiwarError: If it may not be asked, or not by this client.
        """
        if not _is_query(environ):
            return None
        asking = Request(environ)
        service = self._service
        service.budgets.check(asker_of(asking, service.settings.trusted_proxies))
        question = self._question(asking)
        return None if question is None else _prepared(service, question, asking)

    def begin(self, prepared: "Prepared") -> bool:
        """Begin to answer a query, if nothing need be waited for.

        Raises:
            QueryError: If something is done under its id already.
        """
        if not self._service.pool.has_place:
            return False
        prepared.found = self._service.try_ask(prepared.asked)
        return prepared.found is not None

    def _reply(self, environ: "WSGIEnvironment") -> Reply | None:
        """Return the reply to a query, if one is asked for data."""
        prepared = environ.pop(PREPARED, None)
        if prepared is not None:
            environ["hiwar.query"] = prepared.asked.job.query
            with _charging(self._service, prepared.asked.asker):
                return _answer(self._service, prepared, environ)
        asking = Request(environ)
        question = self._question(asking)
        if question is None:
            return None
        return _reply(self._service, question, asking)

    def _question(self, asking: Request) -> Question | None:
        """Return what a request asks, unless it asks for a page or has no query."""
        question = _read(asking, self._service)
        if question.query is None or _wants_page(question, asking):
            return None
        return question


class _HandingOn:
    """What fails within goes on to Flask, whatever it is."""

    def __init__(self, environ: "WSGIEnvironment") -> None:
        self._environ = environ

    def __enter__(self) -> None:
        pass

    def __exit__(self, _kind: object, error: BaseException | None, _: object) -> bool:
        if not isinstance(error, Exception):
            return False
        self._environ[_FAILURE] = error
        return True


@endpoint.route(_PATH, methods=["GET", "POST"])
def sparql() -> Response:
    """Answer a query; without one, describe the service."""
    if _FAILURE in request.environ:
        raise request.environ[_FAILURE]
    service = current_service()
    asked = _read(request, service)
    if _wants_page(asked, request):
        return query_page(service, asked)
    if asked.query is None:
        accept = request.headers.get("Accept")
        offer = choose(asked.format, accept, Answer.GRAPH)
        release = release_of(asked.version)
        return service_description(release, service.settings, offer)
    return _reply(service, asked, request).as_response()


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


def _read(asking: Request, service: Service) -> Question:
    """Return what a request asks, and note it for the log."""
    asked = read_question(asking, service.settings.query_max_bytes)
    asking.environ["hiwar.query"] = asked.query or ""
    return asked


def _reply(service: Service, question: Question, asking: Request) -> Reply:
    """Answer a query with data, on its client's account."""
    asker = asker_of(asking, service.settings.trusted_proxies)
    service.budgets.check(asker)
    with _charging(service, asker):
        prepared = _prepared(service, question, asking)
        return _answer(service, prepared, asking.environ)


@contextlib.contextmanager
def _charging(service: Service, asker: str) -> Iterator[None]:
    """Charge a client for a query that has no answer."""
    try:
        yield
    except QueryError as error:
        service.fail(asker, error)
        raise


def _prepared(service: Service, question: Question, asking: Request) -> Prepared:
    """Return a query for data that may be given to a worker.

    Raises:
        HiwarError: If it may not, or its client may not ask.
    """
    asker = asker_of(asking, service.settings.trusted_proxies)
    since = time.thread_time()
    outlined = question.outline(service.settings)
    if len(outlined.text) > _SHORT:
        service.budgets.charge(asker, seconds=time.thread_time() - since)
    offer = choose(question.format, asking.environ.get("HTTP_ACCEPT"), outlined.answer)
    assert offer.format is not None  # since no page was offered
    asked = Asked(
        job=question.job(outlined, offer.format, service.settings),
        query_id=query_id_of(question.query_id),
        asker=asker,
        version=question.version,
        is_lasting=outlined.is_lasting,
        client=client_of(asking),
    )
    return Prepared(asked, offer)


def _answer(service: Service, prepared: Prepared, environ: "WSGIEnvironment") -> Reply:
    """Return the reply to a query, from its worker if it is begun."""
    asked = prepared.asked
    found = prepared.found or service.ask(asked)
    is_lasting = bool(asked.version)
    return give(found, asked, prepared.offer, environ, is_lasting=is_lasting)


def _is_query(environ: "WSGIEnvironment") -> bool:
    """Whether a request asks a query by its address."""
    is_asked = environ["PATH_INFO"] == _PATH and "query=" in environ["QUERY_STRING"]
    return is_asked and environ["REQUEST_METHOD"] in ("GET", "HEAD")


def _wants_page(asked: Question, asking: Request) -> bool:
    """Whether the answer is for a person: the client likes HTML best."""
    if asked.format:
        return asked.format == "html"
    return _likes_html(asking.environ.get("HTTP_ACCEPT"))


@lru_cache(REMEMBERED)
def _likes_html(accept: str | None) -> bool:
    offers = [Offer(item.media_type, item) for item in QUERY_FORMATS]
    try:
        return negotiate(accept, [*offers, Offer(HTML)]) == Offer(HTML)
    except NotAcceptableError:
        return False
