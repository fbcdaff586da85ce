"""Files that are copied: their hashes, and what is said where the system refuses."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Final, NamedTuple

from hiwar.errors import BackupError

__all__ = ["Known", "copy_file", "kept_apart", "told"]

_STEP: Final = 1 << 20
"""Bytes that are copied at once."""


class Known(NamedTuple):
    """What is known of a file's bytes."""

    bytes: int
    sha256: str


def copy_file(path: Path, target: Path | None) -> Known:
    """Copy a file, or only read it, and return what was read.

    Raises:
        OSError: If it cannot be read or written.
    """
    digest, length = hashlib.sha256(), 0
    with (
        path.open("rb") as source,
        nullcontext() if target is None else target.open("xb") as output,
    ):
        while piece := source.read(_STEP):
            digest.update(piece)
            length += len(piece)
            if output is not None:
                output.write(piece)
    return Known(length, digest.hexdigest())


def kept_apart(data: Path, other: Path) -> None:
    """Refuse a backup within the data folder, and a data folder within a backup.

    Raises:
        BackupError: If one lies in the other.
    """
    one, two = data.resolve(), other.resolve()
    if one == two or one in two.parents or two in one.parents:
        raise BackupError(f"{other} and {data} lie one in the other. Keep them apart.")


@contextmanager
def told(new: Path, place: Path) -> Iterator[None]:
    """Tell what the system refuses in one line; ``new`` is called by its later name."""
    try:
        yield
    except OSError as error:
        name = str(error.filename or place).replace(str(new), str(place))
        raise BackupError(
            f"{name}: {error.strerror or error}. Free space there, give the right to"
            " read and write, or name another place; nothing was changed."
        ) from error
