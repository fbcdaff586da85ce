"""The sources that releases were made from, kept as they were given.

``sources/{sha256}/`` has the file under its name and its ``NAME.meta.toml``.
Nothing in it is published, and nothing is deleted, since releases are made from it.
"""

import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from hiwar.errors import NotFoundError, ReleaseError

__all__ = ["find_documents", "keep_source", "kept_source", "kept_sources"]

_SHORTEST_HASH: Final = 8


def keep_source(data: Path, path: Path, content_hash: str) -> None:
    """Copy a source and what lies beside it into the data folder.

    A file that is there already is replaced by an equal one, or its metadata by
    newer ones; whoever stops it leaves whole files.

    Raises:
        OSError: If it cannot be read or written.
    """
    kept = kept_source(data, content_hash, path.name)
    if path.resolve() == kept.resolve():
        return
    kept.parent.mkdir(parents=True, exist_ok=True)
    _copy(path, kept)
    if _metadata(path).is_file():
        _copy(_metadata(path), _metadata(kept))
    else:
        _metadata(kept).unlink(missing_ok=True)


def kept_source(data: Path, content_hash: str, name: str) -> Path:
    """Return where a source is kept."""
    return data / "sources" / content_hash / name


def kept_sources(data: Path, documents: Iterable[dict[str, Any]]) -> list[Path]:
    """Return where the documents of a release are kept.

    Raises:
        ReleaseError: If one is gone, so that the release cannot be built upon.
    """
    paths = [kept_source(data, item["sha256"], item["name"]) for item in documents]
    for path in paths:
        if not path.is_file():
            raise ReleaseError(
                f"{path} is gone, a source of the newest release. Restore it, or make a"
                " release of the files you have with 'hiwar build FILES'."
            )
    return paths


def find_documents(
    names: Sequence[str], documents: Sequence[dict[str, Any]]
) -> list[dict[str, Any]]:
    """Return the documents of a release that have one of the names.

    A name is a file name, a slug, or a content hash or its first eight or
    more digits.

    Raises:
        NotFoundError: If a name is that of no document, or of several.
    """
    found = []
    for name in names:
        fitting = [item for item in documents if _has_name(item, name)]
        if not fitting:
            known = ", ".join(sorted(item["name"] for item in documents)) or "none"
            raise NotFoundError(f"No document is called {name!r}; there are: {known}.")
        if len(fitting) > 1:
            slugs = " or ".join(sorted(item["slug"] for item in fitting))
            raise NotFoundError(f"{name!r} is several documents; name one: {slugs}.")
        found.append(fitting[0])
    return found


def _has_name(item: dict[str, Any], name: str) -> bool:
    if name == item["slug"] or Path(name).name == item["name"]:
        return True
    return len(name) >= _SHORTEST_HASH and str(item["sha256"]).startswith(name.lower())


def _metadata(path: Path) -> Path:
    return path.with_name(f"{path.stem}.meta.toml")


def _copy(path: Path, target: Path) -> None:
    """Copy a file, so that the target is never half there."""
    new = target.with_name(f".new-{target.name}")
    shutil.copyfile(path, new)
    new.replace(target)
