"""The queries of one page: answered from one release, and charged to who asks for it.

Where another release becomes current between two of them, the page begins again.
"""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from functools import wraps
from typing import Concatenate, Final, Generic, ParamSpec, TypeVar

from flask import Response, request

from hiwar.errors import QueryError
from hiwar.graph.release import Release
from hiwar.server.budget import asker_of
from hiwar.server.frames import Job
from hiwar.server.protocol import client_of
from hiwar.server.running import Ticket, query_id_of
from hiwar.server.seats import Superseded, busy
from hiwar.server.service import Service, current_service
from hiwar.server.stream import Stream
from hiwar.settings import Settings

__all__ = ["OncePerRelease", "Session", "for_strangers", "of_one_release"]

_T = TypeVar("_T")
_P = ParamSpec("_P")
_MOST_TRIES: Final = 5


class Session:
    """What asks the workers for one page.

    Attributes:
        release: The release that every answer is of.
        settings: Those of the server.
    """

    def __init__(
        self,
        service: Service,
        ticket: Ticket | None = None,
        *,
        release: Release | None = None,
        is_own: bool = True,
    ) -> None:
        self.release = release or service.pool.release
        self.settings: Settings = service.settings
        self._service = service
        self._ticket = ticket
        self._is_own = is_own
        self._client = client_of(request) if ticket is not None else None

    @property
    def for_all(self) -> "Session":
        """A session on the same release whose work is kept for everybody.

        So it is charged to nobody, and goes on though the client leaves.
        """
        return Session(self._service, release=self.release)

    def ask(self, job: Job) -> Stream:
        """Give a query to a worker on the release.

        Raises:
            Superseded: If another release has become current.
            BusyError: If no worker gets free in time.
        """
        return self._service.pool.ask(
            job,
            client=self._client,
            is_own=self._is_own,
            release=self.release,
            ticket=self._ticket,
        )

    def stream(self, job: Job) -> Stream:
        """Give the last query to a worker; what is done for the page ends with it."""
        stream = self.ask(job)
        if self._ticket is not None:
            self._ticket.ends_with(stream)
        return stream


def of_one_release(
    make: Callable[Concatenate[Session, _P], _T],
) -> Callable[_P, _T]:
    """Return a function that opens the session which another one wants first.

    What it does, here and in workers, is charged to the client of the request, and
    can be stopped by the ``Query-Id`` of the request.
    """
    return _opening(make, is_own=True)


def for_strangers(
    make: Callable[Concatenate[Session, _P], _T],
) -> Callable[_P, _T]:
    """Return the same for queries of the length that a client chooses."""
    return _opening(make, is_own=False)


def _opening(
    make: Callable[Concatenate[Session, _P], _T], *, is_own: bool
) -> Callable[_P, _T]:
    @wraps(make)
    def run(*given: _P.args, **named: _P.kwargs) -> _T:
        service = current_service()
        asker = asker_of(request, service.settings.trusted_proxies)
        service.budgets.check(asker)
        query_id = query_id_of(request.headers.get("Query-Id", ""))
        ticket = service.open_ticket(query_id, asker)
        since = time.thread_time()
        try:
            for _ in range(_MOST_TRIES):
                session = Session(service, ticket, is_own=is_own)
                try:
                    return _named(make(session, *given, **named), session, query_id)
                except Superseded:
                    continue
            raise busy("releases follow each other faster than this page is made")
        except QueryError as error:
            service.fail(asker, error)
            raise
        finally:
            ticket.pay(time.thread_time() - since)
            ticket.leave_unless_streaming()

    return run


def _named(found: _T, session: Session, query_id: str) -> _T:
    """Return what was made; a response says from which release, and under which id."""
    if isinstance(found, Response):
        found.headers["Dataset-Version"] = session.release.version
        found.headers["Query-Id"] = query_id
    return found


class OncePerRelease(Generic[_T]):
    """A function of a session that is called once for each release.

    What it gave for the last one is kept; threads may share it.
    """

    def __init__(self, make: Callable[[Session], _T]) -> None:
        self._make = make
        self._lock = threading.Lock()
        self._kept: tuple[Release, Future[_T]] | None = None

    def __call__(self, session: Session) -> _T:
        """Return what is known of the release of a session.

        Raises:
            BusyError: If another thread is at it for longer than one may wait.
        """
        with self._lock:
            is_known = self._kept is not None and self._kept[0] == session.release
            if self._kept is None or not is_known:
                self._kept = session.release, Future()
            future = self._kept[1]
        if not is_known:
            self._fill(future, session)
        try:
            return future.result(session.settings.query_wait_s)
        except TimeoutError as error:
            raise busy("what this page begins with is still being made") from error

    def _fill(self, future: Future[_T], session: Session) -> None:
        """Make it for all who wait for it; a failure is theirs too, and not kept."""
        try:
            future.set_result(self._make(session.for_all))
        except BaseException as error:
            with self._lock:
                if self._kept is not None and self._kept[1] is future:
                    self._kept = None
            future.set_exception(error)
            raise
