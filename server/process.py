"""A worker process as the web process sees it."""

import contextlib
import os
import select
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

import hiwar
from hiwar.errors import (
    BusyError,
    HiwarError,
    QueryFailedError,
    QueryStoppedError,
    QueryTimeoutError,
    ReleaseError,
)
from hiwar.graph.release import Release
from hiwar.server.frames import Channel, Cut, Frame, Job, Unread
from hiwar.settings import Settings

__all__ = ["ClientGone", "WorkerProcess", "is_gone", "stopped"]

_PROGRAM: Final = Path(__file__).with_name("worker.py")
_START_S: Final = 60.0
_GRACE_S: Final = 1.0


class ClientGone(Exception):  # noqa: N818 - nothing failed; nobody waits any more
    """The client closed its connection before its answer."""


class WorkerProcess:
    """One worker process, and the release that it has open.

    To be made by a thread that lives as long as this process: the kernel ends the
    worker when that thread ends.

    Args:
        settings: The limits of a query.
        is_silent: Whether what the engine prints as it fails goes nowhere.

    Attributes:
        release: What it has open.
        was_stopped: Whether its asker had it stopped; it answers no further query.

    Raises:
        ReleaseError: If the system starts no further process.
    """

    release: Release

    def __init__(self, settings: Settings, *, is_silent: bool = False) -> None:
        self._settings = settings
        self._stderr = subprocess.DEVNULL if is_silent else None
        self._timed_out = False
        self.was_stopped = False
        self._until = 0.0
        try:
            link, theirs = socket.socketpair()
            with theirs, contextlib.ExitStack() as stack:
                stack.enter_context(link)
                self._process = self._start(theirs.fileno())
                stack.pop_all()
            self._channel = Channel(link)
        except OSError as error:
            raise ReleaseError(
                f"No worker can be started: {error}. Leave this user more processes,"
                " files or memory, or set fewer query workers."
            ) from error

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def is_alive(self) -> bool:
        """Whether the process has not ended."""
        return self._process.poll() is None

    def open(self, release: Release) -> None:
        """Have it open a release, once and for all, and wait until that is done.

        Raises:
            ReleaseError: If the worker ends before, or takes too long.
        """
        self.release = release
        self._until = time.monotonic() + _START_S
        try:
            self._tell(os.fsencode(release.store_path))
            self._wait(None)
            self._channel.receive()
        except (Cut, TimeoutError) as error:
            self.kill()
            raise ReleaseError(
                f"No worker can open release {release.version} at"
                f" {release.store_path}; expected a store that opens read-only."
                " Build the release again."
            ) from error

    def send(self, job: Job) -> None:
        """Give it a query; it must have none.

        Raises:
            HiwarError: If the process has ended.
        """
        self._until = time.monotonic() + job.deadline_s + _GRACE_S
        try:
            self._channel.send_json(Frame.QUERY, job.to_json())
        except Cut as error:
            raise self._why_gone() from error

    def receive(
        self, client: socket.socket | None, seconds: float | None = None
    ) -> tuple[Frame, bytes]:
        """Return the next frame of its answer.

        Args:
            client: The connection of the one who asks.
            seconds: How long to wait; to the deadline if None.

        Raises:
            ClientGone: If the client closes its connection first.
            QueryTimeoutError: If the deadline comes first.
            QueryFailedError: If the process ends first.
            BusyError: If it had ended before it read the query.
        """
        try:
            if not self._channel.has_frame():
                self._wait(client, seconds)
            return self._channel.receive()
        except Unread as error:
            if self.was_stopped:
                raise self._why_gone() from error
            raise BusyError(
                "The worker that was to answer had just ended. Ask again."
            ) from error
        except TimeoutError as error:
            # the kernel's alarm in the worker comes before; this is for its want
            self._timed_out = True
            self.kill()
            raise self._why_gone() from error
        except Cut as error:
            raise self._why_gone() from error

    @property
    def link(self) -> socket.socket:
        """What is ready to be read once it answers."""
        return self._channel.link

    def has_answered(self) -> bool:
        """Whether all of its answer has come, an error not counted."""
        return self._channel.has_end()

    def stop(self) -> None:
        """End the process for somebody who waits for its answer in another thread."""
        self.was_stopped = True
        self._process.kill()

    def kill(self) -> None:
        """End the process at once, and wait until it has ended."""
        self._process.kill()
        self._process.wait()
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._channel.link.close()

    def _start(self, link: int) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [
                sys.executable,
                "-P",
                str(_PROGRAM),
                str(link),
                str(os.getpid()),
                str(self._settings.query_memory_mb),
            ],
            pass_fds=(link,),
            stdin=subprocess.PIPE,
            bufsize=0,
            stdout=subprocess.DEVNULL,
            stderr=self._stderr,
            env=os.environ | {"PYTHONPATH": _import_path(), "RUST_BACKTRACE": "0"},
            process_group=0,
        )

    def _tell(self, store: bytes) -> None:
        """Write where the store is to the standard input of the process, and end it."""
        assert self._process.stdin is not None
        with contextlib.suppress(OSError), self._process.stdin as place:
            place.write(store)

    def _wait(self, client: socket.socket | None, seconds: float | None = None) -> None:
        """Wait until a frame comes."""
        until = self._until
        if seconds is not None:
            until = min(until, time.monotonic() + seconds)
        link = self._channel.link.fileno()
        poll = select.poll()
        poll.register(link, select.POLLIN)
        if client is not None:
            poll.register(client, select.POLLIN)
        while True:
            left = until - time.monotonic()
            ready = {number for number, _ in poll.poll(max(0.0, left) * 1000)}
            if link in ready:
                return
            if not ready:
                raise TimeoutError
            if client is not None:
                if is_gone(client):
                    raise ClientGone
                poll.unregister(client)  # it has sent its next request already

    def _why_gone(self) -> HiwarError:
        """Return why the process has ended."""
        deadline_s = self._settings.query_deadline_s
        try:
            code = self._process.wait(_GRACE_S)
        except subprocess.TimeoutExpired:
            self.kill()
            code = -signal.SIGKILL
        if self.was_stopped:
            return stopped()
        if self._timed_out or code == -signal.SIGALRM:
            return QueryTimeoutError(
                f"The query was stopped after {deadline_s:g} seconds. Ask for less: a"
                " narrower pattern, fewer unconnected patterns, a LIMIT without ORDER"
                " BY, or take the dump and query it yourself.",
                deadline_s=deadline_s,
            )
        return QueryFailedError(
            "The query ended the process that ran it; most often it needs more than"
            f" the {self._settings.query_memory_mb:,} megabytes that one query may"
            " use. Ask for less: a LIMIT, no ORDER BY over everything, no repeated"
            " doubling of strings."
        )


def stopped() -> QueryStoppedError:
    """Return the error of one whose query was stopped."""
    return QueryStoppedError(
        "The query was stopped, as its asker wished. Ask again for its answer."
    )


def is_gone(client: socket.socket) -> bool:
    """Return whether a client that has sent its request has closed its connection."""
    poll = select.poll()
    poll.register(client, select.POLLIN)
    if not poll.poll(0):
        return False
    try:
        return not client.recv(1, socket.MSG_PEEK)
    except OSError:
        return True


def _import_path() -> str:
    """Return where a new interpreter finds this very package."""
    return str(Path(hiwar.__file__).parents[1])
