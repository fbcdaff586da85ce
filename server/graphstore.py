"""Graph Store Protocol, reading: a graph of a release whole, by its IRI.

Source: https://www.w3.org/TR/sparql11-http-rdf-update/ (4.2, 5.2, 5.6).
"""

from dataclasses import dataclass
from typing import Final

from flask import Blueprint, Response, request

from hiwar.errors import NotFoundError, QueryError
from hiwar.graph.formats import Answer
from hiwar.graph.namespaces import BASE, graph_iri
from hiwar.graph.release import Release
from hiwar.server.answers import give
from hiwar.server.budget import asker_of
from hiwar.server.frames import Job
from hiwar.server.negotiation import Offer, choose
from hiwar.server.protocol import (
    ANSWER_PREFIXES,
    client_of,
    read_pairs,
    values_of,
)
from hiwar.server.running import query_id_of
from hiwar.server.service import Asked, current_service, find_release

__all__ = ["Wish", "graph_response", "graphstore", "read_wish", "release_of"]

graphstore = Blueprint("graphstore", __name__)

_ONCE: Final = ("graph", "default", "version", "query-id")
_ALL: Final = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
_ALL_OF: Final = "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?graph { ?s ?p ?o } }"


@graphstore.route("/store")
def store() -> Response:
    """Give the graph that ``graph`` names, or the union of all for ``default``."""
    wish, values = read_wish()
    if ("graph" in values) == ("default" in values) or any(values.get("default", ())):
        raise QueryError(
            "The address names no graph, or more than one; expected either"
            f" ?graph= with an IRI, ?graph={graph_iri('facts')} for example, or"
            " ?default for the union of all."
        )
    name = _name(values["graph"][0], wish.release) if "graph" in values else None
    return graph_response(wish, name, choose(wish.format, wish.accept, Answer.GRAPH))


@dataclass(frozen=True, slots=True)
class Wish:
    """How a request wants a graph.

    Attributes:
        release: The release that is to answer.
        version: What ``version`` says, or empty.
        format: What ``format`` says, or empty.
        query_id: The id under which the work can be stopped, or empty.
        accept: What the client accepts.
    """

    release: Release
    version: str
    format: str
    query_id: str
    accept: str | None


def read_wish() -> tuple[Wish, dict[str, list[str]]]:
    """Return how the request wants a graph, and all of its parameters.

    Raises:
        QueryError: If a parameter is repeated or malformed.
        NotFoundError: If there is no release of that version.
    """
    values = values_of(read_pairs(request.query_string, "address"), _ONCE)
    version = values.get("version", [""])[0]
    wish = Wish(
        release=release_of(version[:40]),
        version=version,
        format=",".join(values.get("format", ())),
        query_id=values.get("query-id", [""])[0],
        accept=request.headers.get("Accept"),
    )
    return wish, values


def graph_response(wish: Wish, name: str | None, offer: Offer) -> Response:
    """Return a graph of a release, or the union of all where none is named.

    Raises:
        HiwarError: If the client has had its share, or no worker answers.
    """
    assert offer.format is not None  # since pages are not given here
    service = current_service()
    asker = asker_of(request, service.settings.trusted_proxies)
    service.budgets.check(asker)
    job = Job(
        query=_ALL if name is None else _ALL_OF,
        answer=Answer.GRAPH.value,
        format=offer.format.name,
        deadline_s=service.settings.query_deadline_s,
        base_iri=BASE,
        substitutions={} if name is None else {"graph": str(graph_iri(name))},
        prefixes=ANSWER_PREFIXES,
    )
    asked = Asked(
        job=job,
        query_id=query_id_of(wish.query_id or request.headers.get("Query-Id", "")),
        asker=asker,
        version=wish.release.version,
        client=client_of(request),
    )
    try:
        is_lasting = bool(wish.version)
        reply = give(
            service.ask(asked), asked, offer, request.environ, is_lasting=is_lasting
        )
        return reply.as_response()
    except QueryError as error:
        service.fail(asker, error)
        raise


def release_of(version: str) -> Release:
    """Return the release of a version, the current one where it is empty.

    Raises:
        NotFoundError: If there is none.
    """
    service = current_service()
    if not version:
        return service.pool.release
    return find_release(service.settings, version)


def _name(iri: str, release: Release) -> str:
    """Return the name of a graph of a release.

    Raises:
        QueryError: If it is no absolute IRI.
        NotFoundError: If the release has no such graph.
    """
    scheme, colon, _ = iri.partition(":")
    if not (colon and scheme[:1].isalpha() and scheme.isascii()):
        raise QueryError(f"graph is {iri[:200]!r}; expected an absolute IRI.")
    names = release.manifest["graphs"]
    name = iri.removeprefix(str(graph_iri("")))
    if name == iri or name not in names:
        raise NotFoundError(
            f"Release {release.version} has no graph {iri[:200]!r}; the description of"
            " the service, /sparql without a query, lists those that there are."
        )
    return name
