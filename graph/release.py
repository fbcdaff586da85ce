"""A release: a folder that never changes once it is there (``docs/architecture.md``).

`hiwar.graph.publication` writes it.
"""

import hashlib
import json
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from hiwar.errors import ReleaseError
from hiwar.graph.store import OxigraphStore

__all__ = ["Release", "current_release", "list_releases", "open_release", "sha256"]

_VERSION: Final = re.compile(r"(\d{4}-\d{2}-\d{2})\.(\d+)")


@dataclass(frozen=True)
class Release:
    """One release, as it lies on disk."""

    version: str
    path: Path

    @property
    def store_path(self) -> Path:
        """The folder of the store, to be opened read-only."""
        return self.path / "store"

    @cached_property
    def manifest(self) -> dict[str, Any]:
        """Version, documents, and the hash and count of every file and graph.

        Raises:
            ReleaseError: If the manifest is missing or damaged.
        """
        path = self.path / "manifest.json"
        try:
            manifest = json.loads(path.read_text("utf-8"))
        except (OSError, ValueError) as error:
            raise ReleaseError(
                f"{path} cannot be read: {error}. Make a release with 'hiwar build'."
            ) from error
        if not isinstance(manifest, dict) or manifest.get("version") != self.version:
            raise ReleaseError(
                f"{path} is not the manifest of {self.version}."
                " Make a release with 'hiwar build'."
            )
        return manifest

    def open_store(self) -> OxigraphStore:
        """Open the store, read-only.

        Raises:
            ReleaseError: If it is missing or damaged.
        """
        return OxigraphStore(self.store_path, read_only=True)

    def ledger_text(self) -> str:
        """Return the ledger as JSON.

        Raises:
            ReleaseError: If it is missing.
        """
        try:
            return (self.path / "ledger.json").read_text("utf-8")
        except OSError as error:
            raise ReleaseError(
                f"{error.filename} cannot be read: {error.strerror}. Without its ledger"
                " a release cannot be built upon; restore it from a backup."
            ) from error

    def damaged_files(self) -> list[str]:
        """Return the files that are not what the manifest says, sorted."""
        return sorted(
            name
            for name, known in self.manifest["files"].items()
            if not (self.path / name).is_file()
            or sha256((self.path / name).read_bytes()) != known["sha256"]
        )


def current_release(data: Path) -> Release:
    """Return the release that is served.

    Raises:
        ReleaseError: If there is none, or its folder is gone.
    """
    try:
        version = (data / "current").read_text("utf-8").strip()
    except FileNotFoundError as error:
        raise ReleaseError(
            f"There is no release in {data}. Make one with 'hiwar build', or name"
            " another folder with --data."
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise ReleaseError(f"{data / 'current'} cannot be read: {error}.") from error
    return open_release(data, version)


def open_release(data: Path, version: str) -> Release:
    """Return the release of a version.

    Raises:
        ReleaseError: If there is none.
    """
    path = data / "releases" / version
    if not _VERSION.fullmatch(version) or not path.is_dir():
        raise ReleaseError(
            f"There is no release {version!r} in {data}; those there are:"
            f" {', '.join(list_releases(data)) or 'none'}. Write one of them into"
            f" {data / 'current'}, or remove that file and run 'hiwar build'."
        )
    for part in ("manifest.json", "store"):
        if not (path / part).exists():
            raise ReleaseError(
                f"{path / part} is missing, so the release is damaged. Restore it from"
                f" a backup, or write another release into {data / 'current'}."
            )
    return Release(version, path)


def list_releases(data: Path) -> list[str]:
    """Return the versions of all releases, the newest first."""
    folder = data / "releases"
    names = [path.name for path in folder.iterdir()] if folder.is_dir() else []
    return sorted(filter(_VERSION.fullmatch, names), key=_order, reverse=True)


def _order(version: str) -> tuple[str, int]:
    day, _, counter = version.partition(".")
    return day, int(counter)


def sha256(data: bytes) -> str:
    """Return the hash that manifests use, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()
