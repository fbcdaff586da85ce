"""A connection of a client, and what has come of its next request."""

from collections.abc import Callable
from typing import Any

from gunicorn.workers.gthread import TConn

from hiwar.server.arrival import Arrived
from hiwar.server.heads import Head

__all__ = ["Connection"]


class Connection(TConn):  # type: ignore[misc]
    """A connection, as gunicorn's threads know it and the loop does.

    Attributes:
        request: What has come of its next request, or all of it.
        arrived: How much that is.
        until: When the rest must have come.
        is_asked: Whether its client was told to send a body.
        asker: Whose request it is.
        fields: The bytes of its header fields, if they are to be remembered.
        head: What a thread learnt of them.
        is_closed: Whether it is over.
    """

    def __init__(
        self, *given: Any, on_close: Callable[["Connection", bool], None]
    ) -> None:
        super().__init__(*given)
        self.request = bytearray()
        self.arrived = Arrived.PART
        self.until = 0.0
        self.is_asked = False
        self.asker = ""
        self.fields = b""
        self.head: Head | None = None
        self.is_closed = False
        self._on_close = on_close

    def close(self, graceful: bool = False) -> None:
        """Close it; ``graceful`` lets the client read what was sent to it."""
        self._on_close(self, graceful)
