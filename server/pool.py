"""The workers that answer queries, and who may use them when.

As many queries of strangers run at once as the settings say; one more worker is
kept for the queries of our own pages, and steps in at once where one has died.
A new release is taken up by new workers; the old ones finish what they are at.
"""

import logging
import socket
import threading
import time
from functools import partial
from types import TracebackType
from typing import Final, Self

from hiwar.errors import BusyError, HiwarError
from hiwar.graph.release import current_release
from hiwar.server.frames import Job
from hiwar.server.process import ClientGone, WorkerProcess, is_gone
from hiwar.server.stream import Stream
from hiwar.settings import Settings

__all__ = ["Pool", "busy"]

_LOG: Final = logging.getLogger(__name__)
_TICK_S: Final = 0.25


class Pool:
    """The worker processes of one server.

    Raises:
        ReleaseError: If there is no release, or no worker can open it.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._current = settings.data / "current"
        self._size = settings.query_workers + 1
        self._change = threading.Condition()
        self._idle: list[WorkerProcess] = []
        self._busy: set[WorkerProcess] = set()
        self._strangers = 0
        self._waiting = 0
        self._is_closing = False
        self._seen = self._read_current()
        self.release = current_release(settings.data)
        self.starts = 0
        self._failure: HiwarError | None = None
        # the kernel ends the workers with the thread that started them
        self._keeper = threading.Thread(target=self._keep, daemon=True)
        self._keeper.start()
        with self._change:
            self._change.wait_for(lambda: self._idle or self._failure)
        if self._failure is not None:
            self.close()
            raise self._failure

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
        with self._change:
            self._is_closing = True
            self._change.notify_all()
        if self._keeper is not threading.current_thread():
            self._keeper.join()
        with self._change:
            for worker in (*self._idle, *self._busy):
                worker.kill()
            self._idle.clear()

    def ask(
        self, job: Job, *, client: socket.socket | None = None, is_own: bool = False
    ) -> Stream:
        """Give a query to a worker and return its answer, which is still to come.

        Args:
            job: The query.
            client: The connection of the one who asks; if it closes, the work ends.
            is_own: Whether the query is one of our pages', which need not wait for
                those of strangers.

        Raises:
            BusyError: If no worker gets free in time, or too many wait.
            ClientGone: If the client goes away while waiting.
        """
        self._look_for_release()
        while True:
            worker = self._lease(client, is_own)
            give_back = partial(self._give_back, worker, is_own)
            stream = Stream(worker, job, client, give_back)
            try:
                worker.send(job)
            except HiwarError:
                stream.close()  # it had died before it was asked; ask another
            else:
                return stream

    def _give_back(self, worker: WorkerProcess, is_own: bool, is_whole: bool) -> None:
        """Take back a worker; one that was stopped in its work is ended."""
        with self._change:
            self._busy.discard(worker)
            self._strangers -= not is_own
            is_wanted = worker.release is self.release and not self._is_closing
            if is_whole and is_wanted:
                self._idle.append(worker)
            self._change.notify_all()
        if not (is_whole and is_wanted):
            worker.kill()

    def _lease(self, client: socket.socket | None, is_own: bool) -> WorkerProcess:
        settings = self.settings
        until = time.monotonic() + settings.query_wait_s
        with self._change:
            if not self._is_free(is_own) and self._waiting >= settings.query_queue:
                raise busy(f"{self._waiting} requests wait already")
            self._waiting += 1
            try:
                while not self._is_free(is_own):
                    left = until - time.monotonic()
                    if left <= 0:
                        raise busy(f"none got free in {settings.query_wait_s:g} s")
                    if client is not None and is_gone(client):
                        raise ClientGone
                    self._change.wait(min(left, _TICK_S))
            finally:
                self._waiting -= 1
            worker = self._idle.pop()
            self._busy.add(worker)
            self._strangers += not is_own
            return worker

    def _is_free(self, is_own: bool) -> bool:
        """Whether a worker is free that this one may have."""
        self._drop_dead()
        has_right = is_own or self._strangers < self.settings.query_workers
        return has_right and bool(self._idle)

    def _drop_dead(self) -> None:
        """Take those that have ended out of the idle workers."""
        for worker in [worker for worker in self._idle if not worker.is_alive()]:
            self._idle.remove(worker)
            worker.kill()

    def _look_for_release(self) -> None:
        """Have the keeper take up another release, if there is one."""
        if self._read_current() != self._seen:
            with self._change:
                self._change.notify_all()

    def current_version(self) -> str:
        """Return the version that the next query is answered from."""
        self._look_for_release()
        return self.release.version

    def is_ready(self) -> bool:
        """Whether there is a worker to answer queries, now or once it is free."""
        with self._change:
            self._drop_dead()
            return bool(self._idle or self._busy)

    def census(self) -> dict[str, int]:
        """Return how many workers do what, and how many requests wait for one."""
        with self._change:
            idle, busy = len(self._idle), len(self._busy)
            return {"idle": idle, "busy": busy, "wanted": self._waiting}

    def _read_current(self) -> bytes:
        try:
            return self._current.read_bytes()
        except OSError:
            return b""

    def _keep(self) -> None:
        """Keep as many workers as there should be, on the release that is current."""
        while not self._is_closing:
            try:
                self._take_up_release()
                self._fill()
            except HiwarError as error:
                _LOG.error("%s", error.detail)
                with self._change:
                    self._failure = error
                    self._change.notify_all()
                    self._change.wait(_TICK_S * 4)
                continue
            with self._change:
                if not self._is_closing:
                    self._change.wait(_TICK_S)

    def _take_up_release(self) -> None:
        """Change to a new release once a worker has opened it."""
        seen = self._read_current()
        if seen == self._seen:
            return
        self._seen = seen
        release = current_release(self.settings.data)
        worker = WorkerProcess(release, self.settings)
        worker.wait_until_ready()
        with self._change:
            old, self._idle = self._idle, [worker]
            self.release = release
            self._change.notify_all()
        for former in old:
            former.kill()

    def _fill(self) -> None:
        """Start the workers that are missing."""
        while not self._is_closing:
            with self._change:
                self._drop_dead()
                if len(self._idle) + len(self._busy) >= self._size:
                    return
            worker = WorkerProcess(self.release, self.settings)
            worker.wait_until_ready()
            self.starts += 1
            with self._change:
                self._idle.append(worker)
                self._change.notify_all()


def busy(why: str) -> BusyError:
    """Return the error of one who found no worker free."""
    return BusyError(
        f"Every worker is taken by a query, and {why}. Ask again in a moment."
    )
