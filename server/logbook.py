"""The lines of the request log, written by a thread of their own.

A log may be a pipe that nobody reads, or a disk that stalls: whoever answers requests
must never wait for it.
"""

import contextlib
import os
import threading
from collections import deque
from pathlib import Path
from typing import Final

from prometheus_client import CollectorRegistry, Counter

__all__ = ["Logbook"]

_MOST_LINES: Final = 10_000
_EVERY_S: Final = 0.2
_LAST_S: Final = 1.0


class Logbook:
    """Lines that are written soon, in the order in which they were noted.

    A line is written within a fifth of a second where the place takes it. While the
    place takes nothing, 10,000 lines wait; those that come then are lost, and counted
    in ``hiwar_log_lines_lost_total``, as are those at which writing fails.

    Args:
        place: ``stderr``, a file that is written on at its end, or nowhere where it
            is empty.
        registry: What counts lines that are lost.

    Raises:
        OSError: If the file cannot be opened.
    """

    def __init__(self, place: str, registry: CollectorRegistry) -> None:
        self.is_kept = bool(place)
        self._lost = Counter(
            "hiwar_log_lines_lost",
            "Lines of the request log that could not be written",
            registry=registry,
        )
        self._lines: deque[str] = deque()
        self._is_closing = threading.Event()
        if self.is_kept:
            self._file = 2 if place == "stderr" else _opened(Path(place))
            self._thread = threading.Thread(
                target=self._write_all, name="logbook", daemon=True
            )
            self._thread.start()

    def note(self, line: str) -> None:
        """Have a line written; this never waits."""
        if len(self._lines) < _MOST_LINES:
            self._lines.append(line)
        else:
            self._lost.inc()

    def close(self) -> None:
        """Write what waits, for at most a second."""
        self._is_closing.set()
        if self.is_kept:
            self._thread.join(_LAST_S)

    def _write_all(self) -> None:
        """Write what has been noted, again and again until the end.

        Waking this thread for each line would take time from those who note it.
        """
        while not self._is_closing.wait(_EVERY_S):
            self._write()
        self._write()

    def _write(self) -> None:
        lines = [self._lines.popleft() for _ in range(len(self._lines))]
        text = "".join(f"{line}\n" for line in lines).encode()
        written = 0
        with contextlib.suppress(OSError):
            while written < len(text):
                written += os.write(self._file, text[written:])
        self._lost.inc(text.count(b"\n", written))


def _opened(path: Path) -> int:
    return os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o640)
