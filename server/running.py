"""The queries that run now, by their ids, so that their askers can stop them."""

import hashlib
import itertools
import re
import secrets
import threading
from typing import Final

from hiwar.errors import NotFoundError, QueryError
from hiwar.server.stream import Stream

__all__ = ["Running", "new_id", "query_id_of"]

_COUNT: Final = itertools.count()
_KEY: Final = secrets.token_bytes(32)
_ID: Final = re.compile(r"[A-Za-z0-9._~-]{8,64}")


class Running:
    """The queries that run. Threads may share it.

    Whoever knows an id may stop its query; an id of ours cannot be guessed.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._streams: dict[str, Stream] = {}

    def __len__(self) -> int:
        return len(self._streams)

    def enter(self, query_id: str, stream: Stream) -> None:
        """Note that a query runs.

        Raises:
            QueryError: If another one with this id does.
        """
        with self._lock:
            if query_id in self._streams:
                raise QueryError(
                    f"A query with the id {query_id!r} runs already; expected an id of"
                    " its own for each, a random UUID for example."
                )
            self._streams[query_id] = stream

    def leave(self, query_id: str) -> None:
        """Note that a query has ended."""
        with self._lock:
            self._streams.pop(query_id, None)

    def stop(self, query_id: str) -> None:
        """Stop a query.

        Raises:
            NotFoundError: If none with this id runs.
        """
        with self._lock:
            stream = self._streams.get(query_id)
        if stream is None:
            raise NotFoundError(
                f"No query with the id {query_id[:64]!r} runs; it may have ended."
            )
        stream.stop()


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
