"""What is noted of each request: a line in the log, and the counts for Prometheus.

The log has no address and no user agent; of a query it has the text, so that an
operator can see what costs most.
"""

import json
import re
import time
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from flask import Response
from prometheus_client import CollectorRegistry, Counter, Histogram

from hiwar.server.logbook import Logbook
from hiwar.server.running import new_id

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

__all__ = ["HEADERS", "SINCE", "Observer", "framed"]

SINCE: Final = "hiwar.since"
"""Where a request has the moment at which it came, if it was begun before."""

_ID: Final = re.compile(r"[A-Za-z0-9._~-]{8,64}")
_MOST_OF_QUERY: Final = 2000
_MOST_COUNTS: Final = 1000
_POLICY: Final = "Content-Security-Policy"
HEADERS: Final = (
    (
        _POLICY,
        "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self';"
        " frame-ancestors 'none'",
    ),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("Access-Control-Allow-Origin", "*"),
    (
        "Access-Control-Expose-Headers",
        "Answer-Limit, Answer-Rows, Dataset-Version, ETag, Query-Id, Retry-After,"
        " X-Request-Id",
    ),
    ("Vary", "Accept, Accept-Encoding"),
)
"""The header fields of every response, whatever it is; its policy may be its own."""

_BUCKETS: Final = (0.001, 0.005, 0.02, 0.1, 0.5, 2.0, 10.0, 30.0)


def framed(response: Response) -> Response:
    """Return a page that others may show in a frame of theirs."""
    policy = HEADERS[0][1].replace("frame-ancestors 'none'", "frame-ancestors *")
    response.headers["Content-Security-Policy"] = policy
    return response


class Observer:
    """A WSGI application that notes what another one answers.

    Each request has an id: the client's ``X-Request-Id`` if it is fit to be logged,
    else a new one. The response bears it, and so does each line about it.
    """

    def __init__(
        self, application: "WSGIApplication", registry: CollectorRegistry, log: str
    ) -> None:
        self._application = application
        self._log = Logbook(log, registry)
        self._requests = Counter(
            "hiwar_requests",
            "Requests answered",
            ("route", "method", "status"),
            registry=registry,
        )
        self._seconds = Histogram(
            "hiwar_request_seconds",
            "From a request to the last byte of its answer",
            ("route",),
            registry=registry,
            buckets=_BUCKETS,
        )
        self._counts = lru_cache(_MOST_COUNTS)(self._find_counts)
        self._repeats = Counter(
            "hiwar_repeats", "Requests answered from the cache", registry=registry
        )
        self._cut = Counter(
            "hiwar_answers_cut", "Answers that were not sent whole", registry=registry
        )

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer one request."""
        given = environ.get("HTTP_X_REQUEST_ID", "")
        request_id = given if _ID.fullmatch(given) else new_id()
        environ["hiwar.request_id"] = request_id
        note: dict[str, Any] = {"id": request_id, "status": 0}
        since = environ.get(SINCE) or time.perf_counter()

        def start(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
            note["status"] = int(status[:3])
            note["version"] = dict(headers).get("Dataset-Version", "")
            has_policy = any(name == _POLICY for name, _ in headers)
            own = HEADERS[has_policy:]
            last = ("X-Request-Id", request_id)
            return start_response(status, [*headers, *own, last], *rest)

        def end(sent: int, is_whole: bool) -> None:
            note["seconds"] = round(time.perf_counter() - since, 6)
            self._note(environ, note | {"bytes": sent, "whole": is_whole})

        return _Watched(self._application(environ, start), end)

    def close(self) -> None:
        """Have the last lines written."""
        self._log.close()

    def _note(self, environ: "WSGIEnvironment", note: dict[str, Any]) -> None:
        """Count a request, and write its line."""
        is_repeated = "hiwar.repeated" in environ
        route = "repeat" if is_repeated else environ.get("hiwar.route", "none")
        method = environ["REQUEST_METHOD"]
        known = method if method in ("GET", "HEAD", "POST", "OPTIONS") else "other"
        requests, seconds = self._counts(route, known, str(note["status"]))
        requests.inc()
        seconds.observe(note["seconds"])
        if is_repeated:
            self._repeats.inc()
        if not note["whole"]:
            self._cut.inc()
        if self._log.is_kept:
            line = {"time": _now(), "method": method, "path": environ["PATH_INFO"]}
            query = environ.get("hiwar.query", "")[:_MOST_OF_QUERY]
            line |= note | ({"query": query} if query else {})
            self._log.note(json.dumps(line))

    def _find_counts(
        self, route: str, method: str, status: str
    ) -> tuple[Counter, Histogram]:
        """Return what counts such requests."""
        return self._requests.labels(route, method, status), self._seconds.labels(route)


class _Watched:
    """An answer whose end is told once, with what was sent of it.

    No generator: one that is closed before its first block would not tell.
    """

    def __init__(
        self, answer: Iterable[bytes], on_end: Callable[[int, bool], None]
    ) -> None:
        self._answer = answer
        self._on_end = on_end
        self._sent = 0
        self._is_whole = False
        self._is_closed = False

    def __iter__(self) -> Iterator[bytes]:
        try:
            for block in self._answer:
                self._sent += len(block)
                yield block
            self._is_whole = True
        finally:
            self.close()

    def close(self) -> None:
        """Close the answer, unless that is done."""
        if self._is_closed:
            return
        self._is_closed = True
        try:
            close = getattr(self._answer, "close", None)
            if close is not None:
                close()
        finally:
            self._on_end(self._sent, self._is_whole)


def _now() -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
