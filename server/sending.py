"""Ends of answers that their clients are slow to take: sent by the loop.

A thread that waited for such a client would be lost to all others.
"""

import selectors
import socket
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from hiwar.server.connection import Connection

__all__ = ["Sending"]

_SENT: Final = b""


class Sending:
    """What is still to be sent, each within so many seconds.

    Args:
        poller: That of the loop.
        seconds: How long a client may take.
        on_end: Called with nothing once it has taken all, with None if it does not.
    """

    def __init__(
        self,
        poller: selectors.BaseSelector,
        seconds: float,
        on_end: Callable[[Connection, bytes | None], None],
    ) -> None:
        self._poller = poller
        self._seconds = seconds
        self._on_end = on_end
        self._rests: dict[Connection, tuple[float, bytes]] = {}

    def __iter__(self) -> Iterator[Connection]:
        return iter(self._rests)

    def add(self, conn: Connection, rest: bytes) -> None:
        """Send the end of an answer as its client takes it."""
        self._rests[conn] = time.monotonic() + self._seconds, rest
        send = partial(self._send, conn)
        self._poller.register(conn.sock, selectors.EVENT_WRITE, send)

    def forget(self, conn: Connection) -> None:
        """Send nothing more to a client."""
        if self._rests.pop(conn, None) is not None:
            self._poller.unregister(conn.sock)

    def expire(self, now: float) -> None:
        """Give up those whose time is over."""
        while self._rests:
            conn, (until, _) = next(iter(self._rests.items()))
            if until > now:
                break
            self.forget(conn)
            self._on_end(conn, None)

    def _send(self, conn: Connection, _client: socket.socket) -> None:
        until, rest = self._rests[conn]
        try:
            rest = rest[conn.sock.send(rest) :]
        except BlockingIOError:
            return
        except OSError:
            self.forget(conn)
            self._on_end(conn, None)
            return
        self._rests[conn] = until, rest
        if not rest:
            self.forget(conn)
            self._on_end(conn, _SENT)
