"""A backup taken back into a data folder: all of it, or nothing is changed."""

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from hiwar.errors import BackupError
from hiwar.graph.backup.files import copy_file, kept_apart, told
from hiwar.graph.backup.form import LIST, SUMS, Backup, damaged, open_backup
from hiwar.graph.lock import locked
from hiwar.graph.publication import sync

__all__ = ["restore"]

_NEW: Final = ".new-restored"

_NOT_OURS: Final = frozenset({"lock", "lost+found", _NEW})
"""What an empty data folder may hold: a lock, what a file system puts into its root,
and what is left of a restoration that was killed."""

Progress = Callable[[str], None]


def restore(source: Path, data: Path, progress: Progress) -> Backup:
    """Take a backup back into an empty data folder, or one that is not there.

    All of the backup is compared with its checksums before anything is written, and
    each copy again. The last thing that is put in place is which release is current:
    until then the folder has no release.

    Args:
        source: The folder of the backup.
        data: The data folder.
        progress: Is told what is going on.

    Raises:
        BackupError: If the backup is damaged, incomplete or none, the folder has
            something in it, or a file cannot be read or written.
        ReleaseError: If another process writes into the folder.
    """
    kept_apart(data, source)
    new = data / _NEW
    with told(new, data):
        _require_empty(data)
        backup = open_backup(source)
        progress("Comparing the backup with its checksums")
        _check(backup)
        with locked(data):
            _require_empty(data)
            progress(f"Copying into {data}")
            try:
                _copy(backup, new)
                _put_in_place(new, data)
            finally:
                shutil.rmtree(new, ignore_errors=True)
    return backup


def _require_empty(data: Path) -> None:
    if not os.path.lexists(data):
        return
    names = sorted(path.name for path in data.iterdir() if path.name not in _NOT_OURS)
    if names:
        raise BackupError(
            f"{data} is not empty (it has {', '.join(names[:4])}), and nothing is ever"
            " overwritten. Name with --data a folder that is empty or not there."
        )


def _check(backup: Backup) -> None:
    """See that all files are there, no other is, and each is what the list says."""
    found = {
        path.relative_to(backup.path).as_posix()
        for path in backup.path.rglob("*")
        if path.is_symlink() or not path.is_dir()
    }
    listed = {*backup.files, "current", LIST, SUMS}
    if missing := sorted(listed - found):
        raise BackupError(
            f"{backup.path} is incomplete: {missing[0]} is missing ({len(missing)} such"
            " files). Take another backup; nothing was restored."
        )
    links = {name for name in listed if not _is_plain(backup.path / name)}
    if foreign := sorted(found - listed - {"lock"} | links):
        raise BackupError(
            f"{backup.path / foreign[0]} is not of this backup ({len(foreign)} such"
            " files). Remove what does not belong there; nothing was restored."
        )
    if (backup.path / SUMS).read_bytes() != backup.sums():
        raise damaged(backup.path / SUMS)
    for name, known in backup.files.items():
        if copy_file(backup.path / name, None) != known:
            raise damaged(backup.path / name)


def _is_plain(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _copy(backup: Backup, new: Path) -> None:
    """Copy all files, and compare them once more."""
    shutil.rmtree(new, ignore_errors=True)
    for name, known in backup.files.items():
        (new / name).parent.mkdir(parents=True, exist_ok=True)
        if copy_file(backup.path / name, new / name) != known:
            raise damaged(backup.path / name)
    sync([new, *new.rglob("*")])


def _put_in_place(new: Path, data: Path) -> None:
    """Move all into the data folder, and last what makes it one."""
    folders = [path for path in new.iterdir() if path.name != "current"]
    try:
        for path in folders:
            path.rename(data / path.name)
        sync([data])
        (new / "current").rename(data / "current")
    except BaseException:
        for path in folders:
            shutil.rmtree(data / path.name, ignore_errors=True)
        raise
    with suppress(OSError):  # all is in place already
        sync([data])
