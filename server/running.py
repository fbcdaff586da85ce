"""What is done for clients now, by its ids, so that they can stop it and pay for it."""

import hashlib
import itertools
import re
import secrets
import threading
from collections.abc import Callable
from typing import Final

from hiwar.errors import NotFoundError, QueryError
from hiwar.server.process import stopped
from hiwar.server.stream import Stream

__all__ = ["Running", "Ticket", "new_id", "query_id_of"]

_COUNT: Final = itertools.count()
_KEY: Final = secrets.token_bytes(32)
_ID: Final = re.compile(r"[A-Za-z0-9._~-]{8,64}")


class Ticket:
    """What is done for one client under an id, from before it has a worker.

    Attributes:
        pay: Called with seconds that were used.
    """

    def __init__(self, pay: Callable[[float], None], leave: Callable[[], None]) -> None:
        self.pay = pay
        self.leave = leave
        self._lock = threading.Lock()
        self._stream: Stream | None = None
        self._is_stopped = False
        self._is_streaming = False

    def check(self) -> None:
        """Let it go on.

        Raises:
            QueryStoppedError: If it was stopped.
        """
        if self._is_stopped:
            raise stopped()

    def follow(self, stream: Stream) -> None:
        """Note what is to be stopped with it."""
        with self._lock:
            self._stream = stream
        if self._is_stopped:
            stream.stop()

    def stop(self) -> None:
        """End it, whether it runs or waits."""
        with self._lock:
            self._is_stopped = True
            stream = self._stream
        if stream is not None:
            stream.stop()

    def ends_with(self, stream: Stream) -> None:
        """Have it end with the answer that is still to come."""
        self._is_streaming = True
        stream.on_end = self.leave

    def leave_unless_streaming(self) -> None:
        """Have it end now, unless it ends with an answer."""
        if not self._is_streaming:
            self.leave()


class Running:
    """What runs or waits to run. Threads may share it.

    Whoever knows an id may stop what is done under it; an id of ours cannot be guessed.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._tickets: dict[str, Ticket] = {}

    def __len__(self) -> int:
        return len(self._tickets)

    def enter(self, query_id: str, pay: Callable[[float], None]) -> Ticket:
        """Give a ticket for something that is to be done.

        Raises:
            QueryError: If another one with this id is not done yet.
        """
        ticket = Ticket(pay, lambda: self._leave(query_id))
        with self._lock:
            if query_id in self._tickets:
                raise QueryError(
                    f"A query with the id {query_id!r} runs already; expected an id of"
                    " its own for each, a random UUID for example."
                )
            self._tickets[query_id] = ticket
        return ticket

    def stop(self, query_id: str) -> None:
        """Stop what is done under an id.

        Raises:
            NotFoundError: If there is nothing.
        """
        with self._lock:
            ticket = self._tickets.get(query_id)
        if ticket is None:
            raise NotFoundError(
                f"No query with the id {query_id[:64]!r} runs; it may have ended."
            )
        ticket.stop()

    def _leave(self, query_id: str) -> None:
        with self._lock:
            self._tickets.pop(query_id, None)


def query_id_of(given: str) -> str:
    """Return the id that a client gave its query, or a new one.

    Raises:
        QueryError: If it is no id.
    """
    if not given:
        return new_id()
    if not _ID.fullmatch(given):
        raise QueryError(
            f"The id of the query is {given[:80]!r}; expected 8 to 64 letters, digits,"
            " '.', '_', '~' or '-'."
        )
    return given


def new_id() -> str:
    """Return an id that no one had before and nobody can guess.

    A keyed hash of a count: the system's own randomness costs more than a query.
    """
    count = next(_COUNT).to_bytes(8)
    return hashlib.blake2b(count, key=_KEY, digest_size=16).hexdigest()
