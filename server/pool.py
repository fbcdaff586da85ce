"""Who may use the workers when.

As many queries of strangers run at once as the settings say. Where all of those
places are taken, a further query gets a short try in a place of its own: so a quick
query is answered though others keep every worker busy, and a slow one waits its
turn as before. One worker more is kept for the queries of our own pages.
"""

import socket
import time
from dataclasses import replace
from functools import partial
from types import TracebackType
from typing import Self

from hiwar.errors import HiwarError, QueryTimeoutError
from hiwar.graph.release import Release
from hiwar.server.frames import Job
from hiwar.server.limits import NEW_WORKER_S, QUICK_S
from hiwar.server.running import Ticket
from hiwar.server.seats import Place, Seat, Seats, Wish
from hiwar.server.stream import Stream
from hiwar.settings import Settings

__all__ = ["Pool"]


class Pool:
    """The places for queries of one server, and the workers in them.

    Raises:
        ReleaseError: If there is no release, or no worker can open it.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._seats = Seats(settings)
        self._crew = self._seats.crew

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

    def idle_pids(self) -> list[int]:
        """Return the process numbers of the workers that have no query."""
        with self._crew.change:
            return self._crew.idle_pids()

    def is_ready(self) -> bool:
        """Whether there is a worker to answer queries, now or once it is free."""
        with self._crew.change:
            return bool(self._crew.idle or self._crew.busy)

    def census(self) -> dict[str, int]:
        """Return how many workers do what, and how many requests wait for one."""
        with self._crew.change:
            idle, busy = self._crew.idle, self._crew.busy
            return {"idle": idle, "busy": busy, "wanted": self._seats.waiting}

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
            is_own: Whether it is one of our pages', which wait for no stranger's.
            release: The release that must answer; whichever is current if None.
            ticket: By which it can be stopped, and is paid.

        Raises:
            BusyError: If no worker gets free in time, or too many wait.
            ClientGone: If the client goes away while waiting.
            QueryStoppedError: If it is stopped before its answer begins.
            Superseded: If the release that must answer is no longer current.
        """
        wish = Wish(client, release, ticket)
        places = [Place.OWN] if is_own else [Place.STRANGER, Place.QUICK]
        while True:
            seat = self._seats.lease(wish, places)
            stream = self._given(seat, job, client)
            if stream is None:
                continue
            if seat.place is not Place.QUICK or self._begins(stream, seat):
                return stream
            places = [Place.STRANGER]
            job = replace(job, deadline_s=max(0.1, job.deadline_s - QUICK_S))

    @property
    def has_place(self) -> bool:
        """Whether a stranger's query could be given to a worker at this moment."""
        return self._seats.has_place(Place.STRANGER)

    def try_ask(
        self, job: Job, *, client: socket.socket | None, ticket: Ticket
    ) -> Stream | None:
        """Give a stranger's query to a worker that is free at this moment, if any is.

        Raises:
            QueryStoppedError: If it is stopped already.
        """
        ticket.check()
        seat = self._seats.try_lease(Wish(client, None, ticket), Place.STRANGER)
        return None if seat is None else self._given(seat, job, client)

    def _given(
        self, seat: Seat, job: Job, client: socket.socket | None
    ) -> Stream | None:
        """Give a query to the worker of a seat; None if that had died before."""
        stream = Stream(seat.worker, job, client, partial(self._settle, seat))
        if seat.ticket is not None:
            seat.ticket.follow(stream)
        try:
            seat.worker.send(job)
        except HiwarError:
            seat.ticket = None
            stream.close()
            return None
        return stream

    def _begins(self, stream: Stream, seat: Seat) -> bool:
        """Return whether the answer to a short try begins in time.

        One that begins may go on, and leaves its place to the next try.
        """
        try:
            stream.begin(QUICK_S)
        except QueryTimeoutError:
            return False
        self._seats.promote(seat)
        return True

    def _settle(self, seat: Seat, is_whole: bool) -> None:
        """Take back a worker and its place; who asked pays for both."""
        is_whole = is_whole and not seat.worker.was_stopped
        if seat.ticket is not None:
            used_s = time.monotonic() - seat.since
            seat.ticket.pay(used_s if is_whole else used_s + NEW_WORKER_S)
        if not is_whole:
            # to free its gigabytes takes a while; all others wait for the lock
            seat.worker.kill()
        self._seats.give_back(seat, is_whole=is_whole)
