"""Making a backup.

What is copied never changes once it is there, so that a server and a build may go on
meanwhile.
"""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from hiwar.errors import BackupError, ReleaseError
from hiwar.graph.backup.files import Known, copy_file, kept_apart, told
from hiwar.graph.backup.form import LIST, SUMS, UNFINISHED, Backup
from hiwar.graph.lock import locked
from hiwar.graph.publication import sync
from hiwar.graph.release import Release, current_release, list_releases, open_release
from hiwar.graph.store import OxigraphStore

__all__ = ["back_up"]

Progress = Callable[[str], None]


def back_up(data: Path, target: Path, progress: Progress) -> Backup:
    """Copy a data folder to where nothing is yet; the backup is whole or not there.

    The newest of what is copied is the current release or what became current
    meanwhile; each release is compared with its manifest, and its store is opened.

    Args:
        data: The data folder.
        target: The folder to make, and those above it.
        progress: Is told what is going on.

    Raises:
        BackupError: If there is something already, or a file is damaged, cannot be
            read or cannot be written.
        ReleaseError: If there is no release, or another backup goes there now.
    """
    kept_apart(data, target)
    if os.path.lexists(target):
        raise BackupError(f"{target} is there already. Name a place where nothing is.")
    new = target.with_name(f"{UNFINISHED}{target.name}")
    current_release(data)
    with told(new, target), locked(new):
        try:
            made = _copy(data, new, progress)
            sync(new.rglob("*"))
            (new / LIST).write_text(made.list_text(), "utf-8")
            (new / SUMS).write_bytes(made.sums())
            sync([new / LIST, new / SUMS, new])
            new.rename(target)
        except BaseException:
            shutil.rmtree(new, ignore_errors=True)
            raise
        (target / "lock").unlink()
        sync([target.parent])
    return Backup(target, made.version, made.files)


def _copy(data: Path, new: Path, progress: Progress) -> Backup:
    """Copy all files, those first that others rest on."""
    for left_over in new.iterdir():
        if left_over.is_dir():
            shutil.rmtree(left_over)
        elif left_over.name != "lock":
            left_over.unlink()
    versions, current = _versions(data)
    files: dict[str, Known] = {}
    for version in reversed(versions):
        progress(f"Copying release {version}")
        files |= _copy_release(open_release(data, version), new)
    progress("Copying the sources")
    files |= _copy_sources(data, new)
    for path in _files(data / "proposals"):
        files |= _copy_one(path, data, new, may_vanish=True)
    (new / "current").write_text(f"{current}\n", "utf-8")
    whole = f"{current}\n".encode()
    files["current"] = Known(len(whole), hashlib.sha256(whole).hexdigest())
    return Backup(new, current, dict(sorted(files.items())))


def _versions(data: Path) -> tuple[list[str], str]:
    """Return the releases, and which is current: one that became so is among them."""
    while True:
        versions = list_releases(data)
        current = current_release(data).version
        if current in versions:
            return versions, current


def _copy_release(release: Release, new: Path) -> dict[str, Known]:
    """Copy a release, and see that what its manifest says is what was copied."""
    data = release.path.parents[1]
    files: dict[str, Known] = {}
    for path in _files(release.path):
        files |= _copy_one(path, data, new)
    place = release.path.relative_to(data)
    for name, said in release.manifest["files"].items():
        found = files.get((place / name).as_posix())
        if found is None or found.sha256 != said["sha256"]:
            raise _damaged(release.path / name, release)
    try:
        store = OxigraphStore(new / place / "store", read_only=True)
        is_whole = store.count() == release.manifest["triples"]
    except (ReleaseError, OSError, RuntimeError):
        is_whole = False
    if not is_whole:
        raise _damaged(release.store_path, release)
    return files


def _damaged(path: Path, release: Release) -> BackupError:
    return BackupError(
        f"{path} is not what the manifest of its release says, so that a backup would"
        f" keep the damage. Restore {release.version} from an earlier backup, or remove"
        " its folder if it is not the current one; nothing was written."
    )


def _copy_sources(data: Path, new: Path) -> dict[str, Known]:
    """Copy the sources, each of which has the hash that its folder is called by."""
    files: dict[str, Known] = {}
    for path in _files(data / "sources"):
        is_new = path.name.startswith(".new-")
        is_metadata = path.name.endswith(".meta.toml")
        copied = _copy_one(path, data, new, may_vanish=is_new or is_metadata)
        known = next(iter(copied.values()), None)
        is_other = known is not None and known.sha256 != path.parent.name
        if is_other and not is_new and not is_metadata:
            raise BackupError(
                f"{path} has not the hash that its folder is called by. Put there the"
                " document as it was given, or remove that folder; nothing was written."
            )
        files |= copied
    return files


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder, links followed."""
    for place, _, names in os.walk(folder, followlinks=True):
        for name in sorted(names):
            yield Path(place, name)


def _copy_one(
    path: Path, data: Path, new: Path, *, may_vanish: bool = False
) -> dict[str, Known]:
    """Copy a file to its place; nothing where it went away meanwhile, if it may."""
    name = path.relative_to(data).as_posix()
    (new / name).parent.mkdir(parents=True, exist_ok=True)
    try:
        return {name: copy_file(path, new / name)}
    except FileNotFoundError:
        if may_vanish and not path.exists():
            return {}
        raise
