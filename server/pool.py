"""Who may use the workers when.

As many queries of strangers run at once as the settings say. Where all of those
places are taken, a further query gets a short try in a place of its own: so a quick
query is answered though others keep every worker busy, and a slow one waits its
turn as before. One worker more is kept for the queries of our own pages.
"""

import socket
import time
from dataclasses import dataclass, replace
from enum import Enum
from functools import partial
from types import TracebackType
from typing import Final, Self

from hiwar.errors import BusyError, HiwarError, QueryTimeoutError
from hiwar.graph.release import Release
from hiwar.server.crew import Crew
from hiwar.server.frames import Job
from hiwar.server.limits import NEW_WORKER_S, QUICK_S
from hiwar.server.process import ClientGone, WorkerProcess, is_gone
from hiwar.server.running import Ticket
from hiwar.server.stream import Stream
from hiwar.settings import Settings

__all__ = ["Pool", "Superseded", "busy"]

_TICK_S: Final = 0.25


class Superseded(Exception):  # noqa: N818 - nothing failed; there is something newer
    """Another release than the one that is to be asked has become current."""


class _Place(Enum):
    """The places of queries: of strangers, of short tries, of our own pages."""

    STRANGER = "stranger"
    QUICK = "quick"
    OWN = "own"


@dataclass(slots=True)
class _Seat:
    """A worker that is taken, the place that its query has, and who pays for it."""

    worker: WorkerProcess
    place: _Place
    ticket: Ticket | None
    since: float


@dataclass(frozen=True, slots=True)
class _Wish:
    """What a query that waits for a worker depends on."""

    client: socket.socket | None
    release: Release | None
    ticket: Ticket | None

    def check(self, current: Release) -> None:
        """Let it have a worker on a release, if it wants that one."""
        if self.release is not None and self.release != current:
            raise Superseded

    def check_waiting(self) -> None:
        """Let it wait on, unless nobody wants its answer any more."""
        if self.ticket is not None:
            self.ticket.check()
        if self.client is not None and is_gone(self.client):
            raise ClientGone


class Pool:
    """The places for queries of one server, and the workers in them.

    Raises:
        ReleaseError: If there is no release, or no worker can open it.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._taken = dict.fromkeys(_Place, 0)
        self._waiting = 0
        self._crew = Crew(settings, settings.query_workers + 2)
        self._change = self._crew.change

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End all workers, and with them the queries that still run."""
        self._crew.close()

    @property
    def release(self) -> Release:
        """The release that the next query is answered from."""
        return self._crew.release

    @property
    def starts(self) -> int:
        """How many workers have been started."""
        return self._crew.starts

    def is_ready(self) -> bool:
        """Whether there is a worker to answer queries, now or once it is free."""
        with self._change:
            return bool(self._crew.idle or self._crew.busy)

    def census(self) -> dict[str, int]:
        """Return how many workers do what, and how many requests wait for one."""
        with self._change:
            idle, busy = self._crew.idle, self._crew.busy
            return {"idle": idle, "busy": busy, "wanted": self._waiting}

    def ask(
        self,
        job: Job,
        *,
        client: socket.socket | None = None,
        is_own: bool = False,
        release: Release | None = None,
        ticket: Ticket | None = None,
    ) -> Stream:
        """Give a query to a worker and return its answer, which is still to come.

        Args:
            job: The query.
            client: The connection of the one who asks; if it closes, the work ends.
            is_own: Whether the query is one of our pages', which need not wait for
                those of strangers.
            release: The release that must answer; whichever is current if None.
            ticket: By which it can be stopped, and is paid.

        Raises:
            BusyError: If no worker gets free in time, or too many wait.
            ClientGone: If the client goes away while waiting.
            QueryStoppedError: If it is stopped before its answer begins.
            Superseded: If the release that must answer is no longer current.
        """
        wish = _Wish(client, release, ticket)
        places = [_Place.OWN] if is_own else [_Place.STRANGER, _Place.QUICK]
        while True:
            seat = self._lease(wish, places)
            stream = Stream(seat.worker, job, client, partial(self._settle, seat))
            if ticket is not None:
                ticket.follow(stream)
            try:
                seat.worker.send(job)
            except HiwarError:
                seat.ticket = None
                stream.close()  # it had died before it was asked; ask another
                continue
            if seat.place is not _Place.QUICK or self._begins(stream, seat):
                return stream
            places = [_Place.STRANGER]
            job = replace(job, deadline_s=max(0.1, job.deadline_s - QUICK_S))

    def _begins(self, stream: Stream, seat: _Seat) -> bool:
        """Return whether the answer to a short try begins in time.

        One that begins may go on, and leaves its place to the next try.
        """
        try:
            stream.begin(QUICK_S)
        except QueryTimeoutError:
            return False
        with self._change:
            if self._taken[_Place.STRANGER] <= self.settings.query_workers:
                self._taken[seat.place] -= 1
                seat.place = _Place.STRANGER
                self._taken[seat.place] += 1
        return True

    def _settle(self, seat: _Seat, is_whole: bool) -> None:
        """Take back a worker and its place; who asked pays for both."""
        if seat.ticket is not None:
            used_s = time.monotonic() - seat.since
            seat.ticket.pay(used_s if is_whole else used_s + NEW_WORKER_S)
        if not is_whole:
            # to free its gigabytes takes a while; all others wait for the lock
            seat.worker.kill()
        with self._change:
            self._taken[seat.place] -= 1
            self._crew.give_back(seat.worker, is_whole=is_whole)

    def _lease(self, wish: _Wish, places: list[_Place]) -> _Seat:
        """Return a worker in the first of some places that gets free."""
        settings = self.settings
        until = time.monotonic() + settings.query_wait_s
        with self._change:
            if not self._free(places) and self._waiting >= settings.query_queue:
                raise busy(f"{self._waiting} requests wait already")
            self._waiting += 1
            try:
                while (place := self._free(places)) is None:
                    left = until - time.monotonic()
                    if left <= 0:
                        raise busy(f"none got free in {settings.query_wait_s:g} s")
                    wish.check_waiting()
                    self._change.wait(min(left, _TICK_S))
            finally:
                self._waiting -= 1
            wish.check(self._crew.release)
            self._taken[place] += 1
            return _Seat(self._crew.take(), place, wish.ticket, time.monotonic())

    def _free(self, places: list[_Place]) -> _Place | None:
        """Return the first of some places that is free, if there is a worker for it."""
        ours = max(1, self.settings.query_workers - 1)
        most = {_Place.STRANGER: self.settings.query_workers, _Place.QUICK: 1}
        for place in places:
            if self._taken[place] < most.get(place, ours):
                return place if self._crew.idle else None
        return None


def busy(why: str) -> BusyError:
    """Return the error of one who found no worker free."""
    return BusyError(
        f"Every worker is taken by a query, and {why}. Ask again in a moment."
    )
