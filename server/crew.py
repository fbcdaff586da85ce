"""The worker processes: as many as there should be, on the release that is current.

One thread starts them all, since the kernel ends a worker with the thread that
started it. One more stands by, so that whoever replaces a worker that died has only to
open the release. A new release is taken up by new workers; the old ones finish what
they are at.
"""

import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from hiwar.errors import HiwarError, ReleaseError
from hiwar.graph.release import Release, current_release
from hiwar.server.process import WorkerProcess
from hiwar.server.watch import Watch
from hiwar.settings import Settings

__all__ = ["Crew"]

_LOG: Final = logging.getLogger(__name__)
_TICK_S: Final = 0.05
_MOST_SPARES: Final = 2
_MOST_TRIES: Final = 3
_UNFORESEEN: Final = (OSError, RuntimeError, ValueError, LookupError, TypeError)
"""What does not end the keeper: all workers would end with its thread."""


class Crew:
    """Worker processes. Who takes, gives back or counts them holds ``change``.

    Args:
        settings: Those of the server.
        size: How many there should be.
        on_idle: Called, with ``change`` held, when a new one can be had.

    Attributes:
        change: Notified when the first worker can be had, or none.
        lock: The lock of ``change``.
        release: The release that idle workers have open.
        starts: How many workers have been started.

    Raises:
        ReleaseError: If there is no release, or no worker can open it.
    """

    def __init__(
        self, settings: Settings, size: int, on_idle: Callable[[], None]
    ) -> None:
        self.lock = threading.RLock()
        self.change = threading.Condition(self.lock)
        self._on_idle = on_idle
        self.release = current_release(settings.data)
        self.starts = 0
        self._settings = settings
        self._current = settings.data / "current"
        self._size = size
        self._idle: list[WorkerProcess] = []
        self._busy: set[WorkerProcess] = set()
        self._dead: set[WorkerProcess] = set()
        self._spares: list[WorkerProcess] = []
        self._watch = Watch()
        self._is_closing = False
        self._failure: Exception | None = None
        self._seen = self._read_current()
        self._keeper = threading.Thread(target=self._keep, daemon=True)
        self._keeper.start()
        with self.change:
            self.change.wait_for(lambda: self._idle or self._failure)
        if self._failure is not None:
            self.close()
            raise self._failure

    def close(self) -> None:
        """End all workers, and with them the queries that still run."""
        with self.change:
            self._is_closing = True
            self.change.notify_all()
        self._watch.ring()
        if self._keeper is not threading.current_thread():
            self._keeper.join()
        with self.change:
            for worker in (*self._idle, *self._busy):
                worker.kill()
            self._idle.clear()

    @property
    def idle(self) -> int:
        """How many workers could be taken; one may have died a moment ago."""
        return len(self._idle)

    def idle_pids(self) -> list[int]:
        """Return their process numbers."""
        return [worker.pid for worker in self._idle]

    @property
    def busy(self) -> int:
        """How many workers are taken."""
        return len(self._busy)

    def take(self) -> WorkerProcess:
        """Take an idle worker; there must be one."""
        worker = self._idle.pop()
        self._busy.add(worker)
        return worker

    def give_back(self, worker: WorkerProcess, *, is_whole: bool) -> None:
        """Take back a worker; one that was stopped in its work is ended."""
        self._busy.discard(worker)
        is_wanted = worker.release is self.release and not self._is_closing
        if is_whole and is_wanted:
            self._idle.append(worker)
        else:
            worker.kill()
            self._watch.ring()

    def _read_current(self) -> bytes:
        try:
            return self._current.read_bytes()
        except OSError:
            return b""

    def _keep(self) -> None:
        """Keep as many workers as there should be."""
        while not self._is_closing:
            try:
                self._fill()
                self._take_up_release()
            except HiwarError as error:
                _LOG.error("%s", error.detail)
                self._fail(error)
                continue
            except _UNFORESEEN as error:
                _LOG.exception("The workers cannot be kept; trying again")
                self._fail(error)
                continue
            with self.change:
                workers = (*self._idle, *self._busy)
            self._dead |= self._watch.rest(workers, _TICK_S)
        for worker in self._spares:
            worker.kill()
        self._watch.close()

    def _fail(self, error: Exception) -> None:
        """Tell who waits for the first worker what went wrong, and rest a while."""
        with self.change:
            self._failure = error
            self.change.notify_all()
            self.change.wait(_TICK_S * 20)

    def _take_up_release(self) -> None:
        """Change to a new release once a worker has opened it."""
        seen = self._read_current()
        if seen == self._seen:
            return
        release = current_release(self._settings.data)
        worker = self._opened(release)
        self._seen = seen
        with self.change:
            old, self._idle = self._idle, [worker]
            self.release = release
            self._on_idle()
        for former in old:
            former.kill()

    def _fill(self) -> None:
        """Start the workers that are missing, and one that stands by."""
        while not self._is_closing:
            missing = self._missing()
            while len(self._spares) < min(missing + 1, _MOST_SPARES):
                self._spares.append(WorkerProcess(self._settings))
            if not missing:
                return
            worker = self._opened(self.release)
            self.starts += 1
            with self.change:
                self._idle.append(worker)
                self.change.notify_all()
                self._on_idle()

    def _missing(self) -> int:
        """Return how many workers are missing, those that have died among them."""
        with self.change:
            for worker in [item for item in self._idle if not item.is_alive()]:
                self._idle.remove(worker)
                worker.kill()
            self._dead &= self._busy
            return self._size - self.idle - self.busy + len(self._dead)

    def _opened(self, release: Release) -> WorkerProcess:
        """Return a worker that has a release open.

        One that dies while it opens it may have been killed; so others try, too.
        """
        for _ in range(_MOST_TRIES - 1):
            worker = self._started()
            with suppress(ReleaseError):
                worker.open(release)
                return worker
        worker = self._started()
        worker.open(release)
        return worker

    def _started(self) -> WorkerProcess:
        """Return a worker that stood by, or a new one."""
        while self._spares:
            worker = self._spares.pop(0)
            if worker.is_alive():
                return worker
            worker.kill()
        return WorkerProcess(self._settings)
