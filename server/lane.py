"""The lane of small answers: given in the loop that takes requests in.

To pass a request to a thread and back, while others want the interpreter too, takes
longer than most queries do. So what was answered before is given at once, and a query
is begun here; where its whole answer does not come within a moment, a thread goes on.
"""

import contextlib
import logging
import selectors
import socket
import time
from collections import Counter, deque
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, Final, Protocol

from flask import Flask
from gunicorn import SERVER
from gunicorn.util import http_date

from hiwar.server.cache import Kept
from hiwar.server.connection import Connection
from hiwar.server.endpoint import PREPARED, Prepared, ShortWay
from hiwar.server.observer import SINCE
from hiwar.server.repeats import NOTED, Repeats
from hiwar.server.stream import Stream

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

__all__ = ["Lane"]

_LOG: Final = logging.getLogger(__name__)
_LENGTH: Final = "Content-Length"
_MOMENT_S: Final = 0.05
_MOST_BYTES: Final = 64 * 1024
_MOST_ASKED: Final = 2000
_MOST_QUEUED: Final = 100
_MOST_OF_ONE: Final = 8
"""Requests of one client in a turn of the loop: others' come between."""


class _Owner(Protocol):
    """The loop: what is done with a connection that leaves the lane."""

    poller: selectors.BaseSelector

    def give_to_thread(self, conn: Connection) -> None:
        """Let a thread answer its request."""

    def answered(self, conn: Connection, rest: bytes | None) -> None:
        """Take it back; ``rest`` is still to be sent, None if it broke."""


@dataclass(slots=True, eq=False)
class _Item:
    """A query in the lane, and until when it stays there."""

    conn: Connection
    environ: "WSGIEnvironment"
    prepared: Prepared
    until: float
    link: socket.socket | None = None


class Lane:
    """What the loop gives requests to first; used by its thread alone.

    Itself the WSGI application that threads ask, so that they go on where it ended.

    Args:
        application: What answers.
        owner: The loop.
    """

    def __init__(self, application: Flask, owner: _Owner) -> None:
        self._application: WSGIApplication = application
        self._repeats: Repeats = application.extensions["repeats"]
        self._short_way: ShortWay = application.extensions["short_way"]
        self._owner = owner
        self._items: dict[_Item, None] = {}
        self._queue: deque[_Item] = deque()
        self._left: dict[socket.socket, _Item] = {}
        self._taken: Counter[str] = Counter()
        self._late: list[tuple[Connection, WSGIEnvironment]] = []

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer a request in a thread, which may have been begun here."""
        item = self._left.pop(environ["gunicorn.socket"], None)
        if item is not None:
            environ[SINCE] = item.environ[SINCE]
            if item.prepared.found is not None:
                environ[PREPARED] = item.prepared
                environ |= {name: item.environ[name] for name in NOTED}
        return self._application(environ, start_response)

    def take(self, conn: Connection, environ: "WSGIEnvironment") -> bool:
        """Return whether a request is answered here, or at least begun.

        What fails here fails in a thread again, which has the words for it.
        """
        environ.setdefault(SINCE, time.perf_counter())
        self._taken[conn.asker] += 1
        if self._taken[conn.asker] > _MOST_OF_ONE:
            self._late.append((conn, environ))
            return True
        kept = self._repeats.find(environ)
        if kept is not None:
            is_small = len(kept.body) <= _MOST_BYTES
            if is_small:
                self._answer(conn, environ)
            return is_small
        is_long = len(environ["QUERY_STRING"]) > _MOST_ASKED
        if is_long or len(self._queue) >= _MOST_QUEUED:
            return False
        prepared = None
        with contextlib.suppress(Exception):
            prepared = self._short_way.prepare(environ)
        if prepared is None or prepared.asked.version:
            return False
        item = _Item(conn, environ, prepared, time.monotonic() + _MOMENT_S)
        self._items[item] = None
        self._queue.append(item)
        self._advance()
        return True

    def wait_s(self, most: float) -> float:
        """Return how long the loop may rest."""
        if self._late:
            return 0.0
        for item in self._items:
            return min(most, max(0.0, item.until - time.monotonic()))
        return most

    def go_on(self) -> None:
        """Begin the next turn of the loop: with those who had their share of one."""
        self._hand_over()
        self._taken.clear()
        late, self._late = self._late, []
        for conn, environ in late:
            if not self.take(conn, environ):
                self._owner.give_to_thread(conn)

    def _hand_over(self) -> None:
        """Give to threads what takes longer than a moment."""
        if not self._items:
            return
        now = time.monotonic()
        for item in [item for item in self._items if item.until <= now]:
            self._leave(item)
            self._give_to_thread(item)
        self._advance()

    def forget(self, sock: socket.socket) -> None:
        """Give up what was begun for a connection that is over."""
        item = self._left.pop(sock, None)
        found = None if item is None else item.prepared.found
        if found is not None and isinstance(found.answer, Stream):
            found.answer.close()

    def _advance(self) -> None:
        """Begin what waits, as far as there are workers for it."""
        while self._queue:
            item = self._queue[0]
            is_begun = None
            with contextlib.suppress(Exception):
                is_begun = self._short_way.begin(item.prepared)
            if is_begun is False:
                return
            if is_begun is None:
                self._leave(item)
                self._give_to_thread(item)
                continue
            self._queue.popleft()
            assert item.prepared.found is not None  # since it is begun
            answer = item.prepared.found.answer
            if isinstance(answer, Kept) and len(answer.body) <= _MOST_BYTES:
                self._end(item)
            elif isinstance(answer, Kept):
                self._leave(item)
                self._give_to_thread(item)
            else:
                item.link = answer.link
                come = partial(self._come, item, answer)
                self._owner.poller.register(item.link, selectors.EVENT_READ, come)

    def _come(self, item: _Item, answer: Stream, _link: Any) -> None:
        """Give the answer to a query, or leave it to a thread if it is long."""
        if answer.has_come():
            self._end(item)
        else:
            self._leave(item)
            self._give_to_thread(item)
        self._advance()

    def _end(self, item: _Item) -> None:
        """Answer a query whose answer is there."""
        self._leave(item)
        item.environ[PREPARED] = item.prepared
        self._answer(item.conn, item.environ)

    def _leave(self, item: _Item) -> None:
        del self._items[item]
        if item.link is not None:
            with contextlib.suppress(OSError, KeyError, ValueError):
                self._owner.poller.unregister(item.link)
        elif item in self._queue:
            self._queue.remove(item)

    def _give_to_thread(self, item: _Item) -> None:
        self._left[item.conn.sock] = item
        self._owner.give_to_thread(item.conn)

    def _answer(self, conn: Connection, environ: "WSGIEnvironment") -> None:
        """Answer a request for whose answer nothing need be waited for."""
        with _Breaking(self._owner, conn):
            text = _response(self._application, environ)
            try:
                sent = conn.sock.send(text)
            except BlockingIOError:
                sent = 0
            self._owner.answered(conn, text[sent:])


class _Breaking:
    """What fails within breaks the connection, and not the loop."""

    def __init__(self, owner: _Owner, conn: Connection) -> None:
        self._owner = owner
        self._conn = conn

    def __enter__(self) -> None:
        pass

    def __exit__(self, _kind: object, error: BaseException | None, _: object) -> bool:
        if not isinstance(error, Exception):
            return False
        if not isinstance(error, ConnectionError):
            _LOG.error("A request could not be answered", exc_info=error)
        self._owner.answered(self._conn, None)
        return True


def _response(application: "WSGIApplication", environ: "WSGIEnvironment") -> bytes:
    """Return the bytes of a response, as gunicorn would write it."""
    told: list[tuple[str, list[tuple[str, str]]]] = []

    def start(status: str, headers: list[tuple[str, str]], *_: Any) -> Any:
        told.append((status, headers))

    blocks = application(environ, start)
    try:
        body = b"".join(blocks)
    finally:
        close = getattr(blocks, "close", None)
        if close is not None:
            close()
    ((status, headers),) = told
    lines = [f"{name}: {value}" for name, value in headers]
    if not status.startswith("304") and not any(n == _LENGTH for n, _ in headers):
        lines.append(f"{_LENGTH}: {len(body)}")
    head = "\r\n".join(
        (
            f"HTTP/1.1 {status}",
            f"Server: {SERVER}",
            f"Date: {_date(int(time.time()))}",
            "Connection: keep-alive",
            *lines,
            "\r\n",
        )
    )
    if head.count("\n") != len(lines) + 5:
        raise ValueError("a header field has a line break")
    return head.encode("latin-1") + body


@lru_cache(1)
def _date(second: int) -> str:
    return str(http_date(second))
