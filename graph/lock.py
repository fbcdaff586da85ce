"""One writer at a time in a data folder."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hiwar.errors import ReleaseError

__all__ = ["locked", "one_writer"]


@contextmanager
def one_writer(data: Path) -> Iterator[None]:
    """Hold the right to write into a data folder, which is made if need be.

    The kernel takes it back from a process that ends, however it ends.

    Raises:
        ReleaseError: If another process holds it, or the folder cannot be written
            to, then or while it is held.
    """
    try:
        with locked(data):
            yield
    except OSError as error:
        raise ReleaseError(
            f"{error.filename or data} cannot be written: {error.strerror or error}."
            " Free space, give the right to write, or name another folder with --data;"
            " no release was changed."
        ) from error


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder, which is made if need be.

    Raises:
        ReleaseError: If another process holds it.
        OSError: If the folder cannot be written to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("a+", encoding="utf-8") as file:
        _take(file.fileno(), folder)
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield


def _take(descriptor: int, folder: Path) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        holder = (folder / "lock").read_text("utf-8") or "unknown"
        raise ReleaseError(
            f"Another hiwar writes into {folder} (process {holder})."
            " Wait until it is done, then try again; nothing was changed."
        ) from error
