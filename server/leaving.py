"""Connections that are over for us: what their clients still send is read for a while.

Else the system would end them with a reset, which takes from a client what it has not
read yet.

Source: https://www.rfc-editor.org/rfc/rfc9112 (9.6)
"""

import contextlib
import selectors
import socket
import time
from typing import Final

from gunicorn import util

__all__ = ["Leaving"]

_LINGER_S: Final = 2.0
_MOST_DRAINED: Final = 64 * 1024


class Leaving:
    """The connections that are to be closed in a moment."""

    def __init__(self, poller: selectors.BaseSelector) -> None:
        self._poller = poller
        self._leaving: dict[socket.socket, tuple[float, int]] = {}

    def add(self, client: socket.socket) -> None:
        """Say to a client that nothing more comes, and read what it still sends."""
        try:
            client.setblocking(False)
            client.shutdown(socket.SHUT_WR)
            self._poller.register(client, selectors.EVENT_READ, self._drain)
        except (OSError, KeyError, ValueError):
            util.close(client)
        else:
            self._leaving[client] = time.monotonic() + _LINGER_S, 0

    def expire(self, now: float) -> None:
        """Close those whose time is over."""
        while self._leaving:
            client, (until, _) = next(iter(self._leaving.items()))
            if until > now:
                break
            self._part(client)

    def _drain(self, client: socket.socket) -> None:
        """Read what nobody needs."""
        until, drained = self._leaving[client]
        try:
            data = client.recv(_MOST_DRAINED)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        self._leaving[client] = until, drained + len(data)
        if not data or drained + len(data) > _MOST_DRAINED:
            self._part(client)

    def _part(self, client: socket.socket) -> None:
        del self._leaving[client]
        with contextlib.suppress(OSError, KeyError, ValueError):
            self._poller.unregister(client)
        util.close(client)
