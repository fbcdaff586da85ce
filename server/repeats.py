"""The short way: a request that was answered before is answered without Flask.

What is kept is the response itself, with its headers; the key holds the release and
every part of a request that decides a response.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from flask import Request, Response
from werkzeug.http import parse_etags

from hiwar.server.cache import Cache, Kept
from hiwar.server.service import Service

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

__all__ = ["NOTED", "NOT_KEPT", "Repeats", "give_kept", "keep_for_repeats", "remember"]

NOT_KEPT: Final = frozenset({"Query-Id", "Date", "X-Request-Id"})
"""Header fields of one answer that the next one does not bear."""

_PARTS: Final = (
    "wsgi.url_scheme",
    "HTTP_HOST",  # pages show the address that they were asked at
    "PATH_INFO",
    "QUERY_STRING",
    "HTTP_ACCEPT",
    "HTTP_ACCEPT_ENCODING",
)
_VERSION: Final = "hiwar.version"
_FOUND: Final = "hiwar.found"
NOTED: Final = (_VERSION, _FOUND)
"""Where a request has what was found for it, which is not looked for again."""

_NOT_IN_304: Final = frozenset({"Content-Length", "Content-Type", "Content-Encoding"})


class Repeats:
    """A WSGI application that gives what it gave before, and asks another one else."""

    def __init__(self, application: "WSGIApplication", service: Service) -> None:
        self._application = application
        self._service = service

    def find(self, environ: "WSGIEnvironment") -> Kept | None:
        """Return the whole response to a request that is like an earlier one.

        It is noted in the request: another release may come, or other answers go.
        """
        if _FOUND not in environ:
            environ[_VERSION] = self._service.pool.release.version
            key = _key(environ, environ[_VERSION])
            environ[_FOUND] = self._service.cache.find(key)
        found: Kept | None = environ[_FOUND]
        return found

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer one request."""
        if environ["REQUEST_METHOD"] in ("GET", "HEAD"):
            kept = self.find(environ)
            if kept is not None:
                environ["hiwar.repeated"] = True
                return give_kept(kept, environ, start_response)
        return self._application(environ, start_response)


def remember(response: Response, request: Request, cache: Cache) -> None:
    """Keep the response to a request, if it would be the same again."""
    if (
        response.status_code == 200
        and response.is_sequence
        and not response.cache_control.no_store
    ):
        headers = tuple(
            (name, value)
            for name, value in response.headers.items()
            if name not in NOT_KEPT
        )
        kept = Kept(response.get_data(), headers=headers)
        version = response.headers.get("Dataset-Version")
        keep_for_repeats(kept, version, request.environ, cache)


def keep_for_repeats(
    kept: Kept, version: str | None, environ: "WSGIEnvironment", cache: Cache
) -> None:
    """Keep what answers a request, unless another release than the current did."""
    current = environ.get(_VERSION, "")
    if current and version in (None, current):
        cache.keep(_key(environ, current), kept)


def give_kept(
    kept: Kept,
    environ: "WSGIEnvironment",
    start_response: "StartResponse",
    more: Iterable[tuple[str, str]] = (),
) -> Iterable[bytes]:
    """Give a whole response, or say that the client has it still.

    Args:
        kept: The response.
        environ: The request.
        start_response: What takes its header.
        more: Header fields of this answer alone.
    """
    wanted = environ.get("HTTP_IF_NONE_MATCH")
    tag = dict(kept.headers).get("ETag", "").strip('"') if wanted else ""
    if wanted and tag and parse_etags(wanted).contains_weak(tag):
        headers = [item for item in kept.headers if item[0] not in _NOT_IN_304]
        start_response("304 NOT MODIFIED", [*headers, *more])
        return []
    start_response("200 OK", [*kept.headers, *more])
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [kept.body]


def _key(environ: dict[str, Any], version: str) -> tuple[object, ...]:
    return (version, *(environ.get(part, "") for part in _PARTS))
