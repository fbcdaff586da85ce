"""The way of a stranger's query: budget, cache, worker, and the account at its end."""

import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Final, NamedTuple

from flask import current_app

from hiwar.errors import HiwarError, NotFoundError, QueryStoppedError, ReleaseError
from hiwar.graph.release import Release, list_releases, open_release
from hiwar.server.archive import Archive
from hiwar.server.budget import Budgets
from hiwar.server.cache import Cache, Kept, key_of
from hiwar.server.frames import Job
from hiwar.server.pool import Pool
from hiwar.server.running import Running, Ticket
from hiwar.server.seats import Superseded
from hiwar.server.stream import Stream
from hiwar.settings import Settings

__all__ = ["Asked", "Found", "Service", "current_service", "find_release"]

_LIVING_S: Final = 0.01
"""What a refused query costs its client: the reading of its text."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A query, and who asks it.

    Attributes:
        job: What a worker is to do.
        query_id: The id under which it can be stopped.
        asker: Whose budget it is charged to.
        version: The release to ask, empty for the current one.
        is_lasting: Whether the answer is the same whenever it is asked.
        client: The connection; if it closes, the work ends.
    """

    job: Job
    query_id: str
    asker: str
    version: str = ""
    is_lasting: bool = True
    client: socket.socket | None = None


class Found(NamedTuple):
    """An answer to a query.

    Attributes:
        version: The release that answers.
        answer: The answer, whole or still to come.
        keep: What to call with it once it is whole, so that it is kept.
    """

    version: str
    answer: Kept | Stream
    keep: Callable[[Kept], None]


class Service:
    """All that stands behind ``/sparql``.

    Raises:
        ReleaseError: If there is no release, or no worker can open it.
    """

    def __init__(self, pool: Pool) -> None:
        self.pool = pool
        self.settings = pool.settings
        self.archive = Archive(pool.settings)
        self.cache = Cache(pool.settings.cache_mb)
        self.budgets = Budgets(pool.settings)
        self.running = Running()

    def close(self) -> None:
        """End all workers."""
        self.archive.close()
        self.pool.close()

    def ask(self, asked: Asked) -> Found:
        """Answer a query.

        Raises:
            NotFoundError: If there is no release of that version.
            BusyError: If no worker gets free in time.
        """
        found = self._kept(asked)
        if found is None:
            stream = self._stream(asked, self._worker_of)
            assert stream is not None  # that way one waits for a worker
            found = self._found(asked, stream)
        return found

    def try_ask(self, asked: Asked) -> Found | None:
        """Answer a query of the current release, if nothing need be waited for.

        Raises:
            QueryError: If something is done under its id already.
        """
        found = self._kept(asked)
        if found is None:
            stream = self._stream(asked, self._free_worker)
            found = None if stream is None else self._found(asked, stream)
        return found

    def fail(self, asker: str, error: HiwarError) -> None:
        """Charge a client for a query that had no answer, unless it had it stopped."""
        if not isinstance(error, QueryStoppedError):
            self.budgets.charge(asker, seconds=_LIVING_S, errors=1)

    def open_ticket(self, query_id: str, asker: str) -> Ticket:
        """Give a ticket for what is to be done for a client under an id.

        Raises:
            QueryError: If something is done under that id already.
        """
        return self.running.enter(
            query_id, lambda seconds: self.budgets.charge(asker, seconds=seconds)
        )

    def _kept(self, asked: Asked) -> Found | None:
        """Return the answer to the same query before, where it is kept."""
        version = asked.version or self.pool.release.version
        key = key_of(version, asked.job)
        kept = self.cache.find(key) if asked.is_lasting else None
        return None if kept is None else Found(version, kept, _forget)

    def _found(self, asked: Asked, stream: Stream) -> Found:
        """Return an answer that is still to come."""
        if not asked.is_lasting:
            return Found(stream.version, stream, _forget)
        key = key_of(stream.version, asked.job)
        return Found(stream.version, stream, partial(self.cache.keep, key))

    def _stream(
        self, asked: Asked, ask: Callable[[Asked, Ticket], Stream | None]
    ) -> Stream | None:
        """Give the query to a worker, if one is found."""
        ticket = self.open_ticket(asked.query_id, asked.asker)
        try:
            stream = ask(asked, ticket)
        except BaseException:
            ticket.leave()
            raise
        if stream is None:
            ticket.leave()
        else:
            ticket.ends_with(stream)
        return stream

    def _free_worker(self, asked: Asked, ticket: Ticket) -> Stream | None:
        return self.pool.try_ask(asked.job, client=asked.client, ticket=ticket)

    def _worker_of(self, asked: Asked, ticket: Ticket) -> Stream:
        """Give the query to one of the pool, or of the archive if it must be."""
        job, client = asked.job, asked.client
        current = self.pool.release
        if not asked.version:
            return self.pool.ask(job, client=client, ticket=ticket)
        if asked.version == current.version:
            with suppress(Superseded):
                return self.pool.ask(job, client=client, ticket=ticket, release=current)
        release = find_release(self.settings, asked.version)
        return self.archive.ask(job, release, client=client, ticket=ticket)


def find_release(settings: Settings, version: str) -> Release:
    """Return the release of a version that a client names.

    Raises:
        NotFoundError: If there is none.
    """
    try:
        return open_release(settings.data, version[:40])
    except ReleaseError as error:
        raise NotFoundError(
            f"There is no release {version[:40]!r}; expected one of:"
            f" {', '.join(list_releases(settings.data)[:20])}."
        ) from error


def current_service() -> Service:
    """Return what answers for this application."""
    service: Service = current_app.extensions["service"]
    return service


def _forget(_answer: Kept) -> None:
    """Keep nothing."""
