"""The worker that answers for a release before the current one."""

import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Final

from hiwar.graph.release import Release
from hiwar.server.frames import Job
from hiwar.server.limits import NEW_WORKER_S
from hiwar.server.process import ClientGone, WorkerProcess, is_gone
from hiwar.server.running import Ticket
from hiwar.server.seats import busy
from hiwar.server.stream import Stream
from hiwar.settings import Settings

__all__ = ["Archive"]

_TICK_S: Final = 0.25


class Archive:
    """One worker for all former releases: who asks for another one waits its turn."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._turn = threading.Lock()
        self._worker: WorkerProcess | None = None
        # the kernel ends a worker with the thread that started it, so one thread does
        self._starter = ThreadPoolExecutor(1, "archive")

    def ask(
        self,
        job: Job,
        release: Release,
        *,
        client: socket.socket | None = None,
        ticket: Ticket | None = None,
    ) -> Stream:
        """Give a query to a worker on a former release.

        Who asks pays for the opening of the release, too.

        Raises:
            BusyError: If others have it for too long.
            ReleaseError: If the release does not open.
            ClientGone: If the client goes away while waiting.
            QueryStoppedError: If it is stopped while waiting.
        """
        self._wait(client, ticket)
        give_back = partial(self._give_back, ticket, time.monotonic())
        try:
            worker = self._worker_on(release)
            stream = Stream(worker, job, client, give_back)
            if ticket is not None:
                ticket.follow(stream)
            worker.send(job)
        except BaseException:
            give_back(False)
            raise
        return stream

    def close(self) -> None:
        """End the worker."""
        self._starter.shutdown(wait=False, cancel_futures=True)
        if self._worker is not None:
            self._worker.kill()

    def _wait(self, client: socket.socket | None, ticket: Ticket | None) -> None:
        until = time.monotonic() + self._settings.query_wait_s
        while not self._turn.acquire(timeout=_TICK_S):
            if time.monotonic() > until:
                raise busy("another query holds the one for former releases")
            if ticket is not None:
                ticket.check()
            if client is not None and is_gone(client):
                raise ClientGone

    def _worker_on(self, release: Release) -> WorkerProcess:
        worker = self._worker
        if worker is not None and worker.is_alive() and worker.release == release:
            return worker
        if worker is not None:
            worker.kill()
        self._worker = self._starter.submit(self._start, release).result()
        return self._worker

    def _start(self, release: Release) -> WorkerProcess:
        worker = WorkerProcess(self._settings)
        worker.open(release)
        return worker

    def _give_back(self, ticket: Ticket | None, since: float, is_whole: bool) -> None:
        if ticket is not None:
            used_s = time.monotonic() - since
            ticket.pay(used_s if is_whole else used_s + NEW_WORKER_S)
        if not is_whole and self._worker is not None:
            self._worker.kill()
            self._worker = None
        self._turn.release()
