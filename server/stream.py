"""The answer of a worker, as it comes."""

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator

from hiwar.errors import QueryFailedError
from hiwar.server.diagnosis import diagnose
from hiwar.server.frames import Frame, Job
from hiwar.server.process import WorkerProcess

__all__ = ["Stream"]


class Stream:
    """An answer that is still to come, and the worker that gives it.

    Attributes:
        version: The release that answers.
        is_whole: Whether all of it has come.
        rows: How many solutions or triples it has, once it is whole and where the
            worker counted them.
        seconds: How long the worker had been at it when it was given back.
        on_end: Called once, when it is given back.
    """

    def __init__(
        self,
        worker: WorkerProcess,
        job: Job,
        client: socket.socket | None,
        give_back: Callable[[bool], None],
    ) -> None:
        self.version = worker.release.version
        self.is_whole = False
        self.rows: int | None = None
        self.seconds = 0.0
        self.on_end: Callable[[], None] | None = None
        self._since = time.monotonic()
        self._lock = threading.Lock()
        self._first: tuple[Frame, bytes] | None = None
        self._worker: WorkerProcess | None = worker
        self._job = job
        self._client = client
        self._owner = give_back

    def begin(self, seconds: float) -> None:
        """Wait until the answer begins.

        Raises:
            QueryError: If it does not begin in time, or there is none.
            ClientGone: If the client goes away meanwhile.
        """
        assert self._worker is not None
        try:
            self._first = self._worker.receive(self._client, seconds)
        finally:
            if self._first is None:
                self.close()

    @property
    def link(self) -> socket.socket:
        """What is ready to be read once something comes; it must not be over."""
        assert self._worker is not None
        return self._worker.link

    def has_come(self) -> bool:
        """Whether all of it has come, so that nobody who reads it waits."""
        return self._worker is not None and self._worker.has_answered()

    def __iter__(self) -> Iterator[bytes]:
        """Yield the answer block by block; it is whole only if this ends.

        Raises:
            QueryError: If there is no answer, or not all of it.
            ClientGone: If the client goes away meanwhile.
        """
        try:
            while self._worker is not None:
                kind, payload = self._first or self._worker.receive(self._client)
                self._first = None
                if kind is Frame.DATA:
                    yield payload
                    continue
                self._give_back(is_whole=True)
                if kind is Frame.ERROR:
                    raise diagnose(self._job.query, payload)
                self.rows = _rows(payload)
                self.is_whole = True
            if not self.is_whole:
                raise QueryFailedError("The answer was given up before its end.")
        finally:
            self.close()

    def close(self) -> None:
        """Give up what has not come; that costs the worker its process."""
        self._give_back(is_whole=False)

    def stop(self) -> None:
        """End the worker from another thread; who reads the answer sees it cut."""
        with self._lock:  # once given back, the worker is another query's
            if self._worker is not None:
                self._worker.stop()

    def _give_back(self, *, is_whole: bool) -> None:
        with self._lock:
            worker, self._worker = self._worker, None
            self.seconds = self.seconds or time.monotonic() - self._since
        if worker is not None:
            self._owner(is_whole)
            if self.on_end is not None:
                self.on_end()


def _rows(payload: bytes) -> int | None:
    """Return how many solutions or triples a worker counted, if it did."""
    return None if payload == b"{}" else json.loads(payload).get("rows")
