"""The form of a backup: what is in its folder, and what is known of each file."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from hiwar.errors import BackupError
from hiwar.graph.backup.files import Known

__all__ = ["LIST", "SUMS", "UNFINISHED", "Backup", "damaged", "open_backup"]

LIST: Final = "backup.json"
SUMS: Final = "SHA256SUMS"
UNFINISHED: Final = ".new-"
"""How the name of a backup begins while it is being made."""

_FORM: Final = 1
"""A later form may not be understood by an earlier hiwar."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup as it lies on disk.

    Attributes:
        path: Its folder.
        version: The release that was current.
        files: What is known of each file, by its place in the folder.
    """

    path: Path
    version: str
    files: Mapping[str, Known]

    def list_text(self) -> str:
        """Return what ``backup.json`` holds."""
        files = {name: known._asdict() for name, known in self.files.items()}
        about = {"hiwar-backup": _FORM, "current": self.version, "files": files}
        return json.dumps(about, indent=1, sort_keys=True) + "\n"

    def sums(self) -> bytes:
        """Return what ``SHA256SUMS`` holds."""
        listed = hashlib.sha256(self.list_text().encode()).hexdigest()
        sums = {name: known.sha256 for name, known in self.files.items()}
        lines = (_line(*item) for item in sorted((sums | {LIST: listed}).items()))
        return "".join(lines).encode("utf-8", "surrogateescape")


def _line(name: str, digest: str) -> str:
    r"""Return a line as sha256sum writes it.

    >>> print(_line("a\\b", "00"), end="")
    \00  a\\b
    """
    escaped = name.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")
    mark = "" if escaped == name else "\\"
    return f"{mark}{digest}  {escaped}\n"


def open_backup(path: Path) -> Backup:
    """Return a backup, of which only the list was looked at.

    Raises:
        BackupError: If there is none, its list is damaged, or it is of a later form.
    """
    if not path.is_dir():
        raise BackupError(f"There is no backup at {path}. Name its folder.")
    listed = path / LIST
    if path.resolve().name.startswith(UNFINISHED) or not listed.is_file():
        raise BackupError(
            f"{path} is no backup, or an incomplete one: it has no {LIST}, or a name as"
            " unfinished ones have. Name a folder that 'hiwar backup' made."
        )
    try:
        about: Any = json.loads(listed.read_bytes())
        form = about["hiwar-backup"]
        if form == _FORM:
            files = {name: Known(**known) for name, known in about["files"].items()}
            backup = Backup(path, str(about["current"]), files)
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise damaged(listed) from error
    if form != _FORM:
        raise BackupError(
            f"{path} has the form {form!r}, and this hiwar reads {_FORM}."
            " Restore it with the hiwar that made it, or a later one."
        )
    if backup.list_text().encode() != listed.read_bytes():
        raise damaged(listed)
    return backup


def damaged(path: Path) -> BackupError:
    """Return what to say of a file that is not what the checksums say."""
    return BackupError(
        f"{path} is damaged: it is not what the backup's checksums say."
        " Take another backup; nothing was restored."
    )
