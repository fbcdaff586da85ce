"""The places for queries, each with a worker, and the queue of those who wait for one.

Who waits longest goes first, and is woken only when there is a place: were all woken
each time, they would keep each other from the interpreter.
"""

import socket
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from hiwar.errors import BusyError
from hiwar.graph.release import Release
from hiwar.server.crew import Crew
from hiwar.server.process import ClientGone, WorkerProcess, is_gone
from hiwar.server.running import Ticket
from hiwar.settings import Settings

__all__ = ["Place", "Seat", "Seats", "Superseded", "Wish", "busy"]

_TICK_S: Final = 0.25


class Superseded(Exception):  # noqa: N818 - nothing failed; there is something newer
    """Another release than the one that is to be asked has become current."""


class Place(Enum):
    """The places of queries: of strangers, of short tries, of our own pages."""

    STRANGER = "stranger"
    QUICK = "quick"
    OWN = "own"


@dataclass(slots=True)
class Seat:
    """A worker that is taken, the place that its query has, and who pays for it."""

    worker: WorkerProcess
    place: Place
    ticket: Ticket | None
    since: float


@dataclass(frozen=True, slots=True)
class Wish:
    """What a query that wants a worker depends on."""

    client: socket.socket | None
    release: Release | None
    ticket: Ticket | None

    def check(self, current: Release) -> None:
        """Let it have a worker on a release, if it wants that one, and any still."""
        if self.ticket is not None:
            self.ticket.check()
        if self.release is not None and self.release != current:
            raise Superseded

    def check_waiting(self) -> None:
        """Let it wait on, unless nobody wants its answer any more."""
        if self.ticket is not None:
            self.ticket.check()
        if self.client is not None and is_gone(self.client):
            raise ClientGone


@dataclass(slots=True)
class _Waiter:
    """One who waits: for what, its own alarm, and what it got."""

    wish: Wish
    places: Sequence[Place]
    alarm: threading.Condition
    seat: Seat | None = None


class Seats:
    """The places of one server. Threads may share them.

    Raises:
        ReleaseError: If there is no release, or no worker can open it.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        own = max(1, settings.query_workers - 1)
        self._most = {
            Place.STRANGER: settings.query_workers,
            Place.QUICK: 1,
            Place.OWN: own,
        }
        self._taken = dict.fromkeys(Place, 0)
        self._queue: list[_Waiter] = []
        self.crew = Crew(settings, settings.query_workers + 2, self._hand_out)

    @property
    def waiting(self) -> int:
        """How many wait."""
        return len(self._queue)

    def lease(self, wish: Wish, places: Sequence[Place]) -> Seat:
        """Return a worker in the first of some places that gets free.

        Raises:
            BusyError: If none gets free in time, or too many wait.
            ClientGone: If the client goes away while waiting.
            QueryStoppedError: If it was stopped.
            Superseded: If the release that must answer is no longer current.
        """
        with self.crew.change:
            seat = self._take(wish, places) or self._wait(wish, places)
            try:
                wish.check(self.crew.release)
            except BaseException:
                self._put_back(seat, is_whole=True)
                raise
            return seat

    def has_place(self, place: Place) -> bool:
        """Whether a worker may be had in a place at this moment."""
        is_free = self._taken[place] < self._most[place]
        return bool(is_free and self.crew.idle and not self._queue)

    def try_lease(self, wish: Wish, place: Place) -> Seat | None:
        """Return a worker in a place, if one is free and nobody waits for it."""
        with self.crew.change:
            return None if self._queue else self._take(wish, [place])

    def give_back(self, seat: Seat, *, is_whole: bool) -> None:
        """Take back a worker and its place; one stopped in its work has ended."""
        with self.crew.change:
            self._put_back(seat, is_whole=is_whole)

    def promote(self, seat: Seat) -> None:
        """Move a query to an ordinary place, if it may have one."""
        with self.crew.change:
            # one above the number: what it leaves is the place for the next try
            if self._taken[Place.STRANGER] <= self._most[Place.STRANGER]:
                self._taken[seat.place] -= 1
                seat.place = Place.STRANGER
                self._taken[seat.place] += 1
                self._hand_out()

    def _put_back(self, seat: Seat, *, is_whole: bool) -> None:
        self._taken[seat.place] -= 1
        self.crew.give_back(seat.worker, is_whole=is_whole)
        self._hand_out()

    def _take(self, wish: Wish, places: Sequence[Place]) -> Seat | None:
        """Take the first of some places that is free, if there is a worker for it."""
        for place in places:
            if self.crew.idle and self._taken[place] < self._most[place]:
                self._taken[place] += 1
                return Seat(self.crew.take(), place, wish.ticket, time.monotonic())
        return None

    def _wait(self, wish: Wish, places: Sequence[Place]) -> Seat:
        """Wait in the queue for a place."""
        most, seconds = self._settings.query_queue, self._settings.query_wait_s
        if len(self._queue) >= most:
            raise busy(f"{len(self._queue)} requests wait already")
        waiter = _Waiter(wish, places, threading.Condition(self.crew.lock))
        until = time.monotonic() + seconds
        self._queue.append(waiter)
        try:
            while waiter.seat is None:
                left = until - time.monotonic()
                if left <= 0:
                    raise busy(f"none got free in {seconds:g} s")
                wish.check_waiting()
                waiter.alarm.wait(min(left, _TICK_S))
        finally:
            if waiter.seat is None:
                self._queue.remove(waiter)
        return waiter.seat

    def _hand_out(self) -> None:
        """Give what is free to those who wait; called with ``change`` held."""
        for waiter in tuple(self._queue):
            if not self.crew.idle:
                return
            waiter.seat = self._take(waiter.wish, waiter.places)
            if waiter.seat is not None:
                self._queue.remove(waiter)
                waiter.alarm.notify()


def busy(why: str) -> BusyError:
    """Return the error of one who found no worker free."""
    return BusyError(
        f"Every worker is taken by a query, and {why}. Ask again in a moment."
    )
