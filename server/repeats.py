"""The short way: a request that was answered before is answered without Flask.

What is kept is the response itself, with its headers; the key holds the release and
every part of a request that decides a response.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from flask import Response, request
from werkzeug.http import parse_etags

from hiwar.server.cache import Cache, Kept
from hiwar.server.service import Service

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

__all__ = ["Repeats", "remember"]

_PARTS: Final = (
    "wsgi.url_scheme",
    "HTTP_HOST",  # pages show the address that they were asked at
    "PATH_INFO",
    "QUERY_STRING",
    "HTTP_ACCEPT",
    "HTTP_ACCEPT_ENCODING",
)
_VERSION: Final = "hiwar.version"
_OF_ONE_ANSWER: Final = frozenset({"Query-Id", "Date", "X-Request-Id"})
_NOT_IN_304: Final = frozenset({"Content-Length", "Content-Type", "Content-Encoding"})


class Repeats:
    """A WSGI application that gives what it gave before, and asks another one else."""

    def __init__(self, application: "WSGIApplication", service: Service) -> None:
        self._application = application
        self._service = service

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer one request."""
        if environ["REQUEST_METHOD"] in ("GET", "HEAD"):
            version = self._service.pool.release.version
            environ[_VERSION] = version
            kept = self._service.cache.find(_key(environ, version))
            if kept is not None:
                environ["hiwar.repeated"] = True
                return _repeat(kept, environ, start_response)
        return self._application(environ, start_response)


def remember(response: Response, cache: Cache) -> None:
    """Keep a response to the request at hand, if it would be the same again."""
    environ = request.environ
    version = environ.get(_VERSION, "")
    is_current = response.headers.get("Dataset-Version", version) == version
    if (
        version
        and is_current
        and response.status_code == 200
        and response.is_sequence
        and not response.cache_control.no_store
    ):
        headers = tuple(
            (name, value)
            for name, value in response.headers.items()
            if name not in _OF_ONE_ANSWER
        )
        body = response.get_data()
        cache.keep(_key(environ, version), Kept(body, headers=headers))


def _key(environ: dict[str, Any], version: str) -> tuple[object, ...]:
    return (version, *(environ.get(part, "") for part in _PARTS))


def _repeat(
    kept: Kept, environ: "WSGIEnvironment", start_response: "StartResponse"
) -> Iterable[bytes]:
    """Give a response again, or say that the client has it still."""
    wanted = environ.get("HTTP_IF_NONE_MATCH")
    tag = dict(kept.headers).get("ETag", "").strip('"')
    if wanted and tag and parse_etags(wanted).contains_weak(tag):
        headers = [item for item in kept.headers if item[0] not in _NOT_IN_304]
        start_response("304 NOT MODIFIED", headers)
        return []
    start_response("200 OK", list(kept.headers))
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [kept.body]
