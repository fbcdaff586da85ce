"""Waiting for the death of a worker, which the kernel tells at once."""

import contextlib
import os
import select
import socket
from collections.abc import Collection
from typing import Final

from hiwar.server.process import WorkerProcess

__all__ = ["Watch"]

_NONE: Final = -1


class Watch:
    """What one thread waits at; any thread may ring it up.

    Where the system has no descriptors of processes (pidfd_open(2), Linux), it waits
    out its time, and who waits looks for itself who has died.
    """

    def __init__(self) -> None:
        self._bell, self._cord = socket.socketpair()
        self._bell.setblocking(False)
        self._cord.setblocking(False)
        self._exits: dict[WorkerProcess, int] = {}

    def close(self) -> None:
        """Give back what the system lent."""
        self._forget(self._exits)
        self._bell.close()
        self._cord.close()

    def ring(self) -> None:
        """End the rest of the thread that waits."""
        with contextlib.suppress(OSError):  # it has been rung often enough, or closed
            self._cord.send(b"!")

    def rest(
        self, workers: Collection[WorkerProcess], seconds: float
    ) -> set[WorkerProcess]:
        """Wait, but no longer than until one of some workers dies, or for the bell.

        Returns:
            The workers that have died, each told once.
        """
        self._forget(self._exits.keys() - set(workers))
        poll = select.poll()
        poll.register(self._bell, select.POLLIN)
        for worker in workers:
            if worker not in self._exits:
                self._exits[worker] = _exit_of(worker)
            if (number := self._exits[worker]) != _NONE:
                poll.register(number, select.POLLIN)
        ready = {number for number, _ in poll.poll(seconds * 1000)}
        if self._bell.fileno() in ready:
            self._bell.recv(4096)
        dead = {worker for worker, number in self._exits.items() if number in ready}
        self._forget(dead)
        self._exits |= dict.fromkeys(dead, _NONE)
        return dead

    def _forget(self, workers: Collection[WorkerProcess]) -> None:
        for worker in tuple(workers):
            number = self._exits.pop(worker)
            if number != _NONE:
                os.close(number)


def _exit_of(worker: WorkerProcess) -> int:
    """Return a descriptor that is ready once a worker has ended, if any can be had."""
    with contextlib.suppress(AttributeError, OSError):
        return os.pidfd_open(worker.pid)
    return _NONE
