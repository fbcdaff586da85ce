"""Writing a release, so that whoever stops it, nothing is half there.

A reader sees the old release or the new one. Nothing in a dump, and nothing hashed,
depends on the clock; only the version does.
"""

import json
import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from rdflib import Graph

from hiwar.graph.changeset import CHANGES, write_changes
from hiwar.graph.departures import DEPARTURES, departed
from hiwar.graph.difference import compare
from hiwar.graph.dumps import (
    DUMPS,
    hash_of_facts,
    hash_of_quads,
    packing,
    write_dumps,
    write_packed,
)
from hiwar.graph.export import write_picture
from hiwar.graph.export.drawing import draw
from hiwar.graph.export.projection import project
from hiwar.graph.export.scene import Scene
from hiwar.graph.release import Release, current_release, list_releases, sha256
from hiwar.graph.rights import RIGHTS, write_rights
from hiwar.graph.search import INDEX_NAME
from hiwar.graph.search.writing import write_index
from hiwar.graph.store import OxigraphStore
from hiwar.graph.tables import METADATA_NAME, write_tables

__all__ = ["Content", "publish", "sync"]


@dataclass(frozen=True, slots=True)
class Content:
    """What a release holds.

    Attributes:
        graphs: All graphs by name.
        documents: For each document its slug, hash, file name and description.
        ledger: The ledger as JSON.
        report: The report as Markdown.
        quality: The same in figures, as what JSON can hold.
    """

    graphs: Mapping[str, Graph]
    documents: tuple[dict[str, Any], ...]
    ledger: str
    report: str
    quality: Mapping[str, Any] = field(default_factory=dict)


def publish(data: Path, content: Content, day: str) -> Release:
    """Write a release and make it the current one, or leave everything as it was.

    The caller holds the lock of ``data``. A release that was written whole when
    the machine stopped, but not made current, stays and is not used.

    Args:
        data: The data folder.
        content: What it holds.
        day: The date of the version, ``YYYY-MM-DD``.

    Raises:
        OSError: If the folder cannot be written.
    """
    releases = data / "releases"
    releases.mkdir(parents=True, exist_ok=True)
    for left_over in releases.glob(".new-*"):
        shutil.rmtree(left_over)
    version = _next_version(data, day)
    folder, name = releases / f".new-{version}", data / ".new-current"
    try:
        folder.mkdir()
        _write(folder, version, content, data)
        name.write_text(f"{version}\n", "utf-8")
        sync([name, folder, *folder.rglob("*")])
        folder.rename(releases / version)
        sync([releases])
        name.replace(data / "current")
    except BaseException:
        name.unlink(missing_ok=True)
        shutil.rmtree(folder, ignore_errors=True)
        raise
    with suppress(OSError):  # it is the current one already
        sync([data])
    return Release(version, releases / version)


def _next_version(data: Path, day: str) -> str:
    """Return the version after the newest, of the day or of a later one."""
    newest, _, counter = next(iter(list_releases(data)), "").partition(".")
    return f"{newest}.{int(counter) + 1}" if newest >= day else f"{day}.1"


def _write(folder: Path, version: str, content: Content, data: Path) -> None:
    """Write all files of a release, the manifest last."""
    store = OxigraphStore(folder / "work")
    store.load(content.graphs)
    graphs = {name: store.quads(name) for name in store.names()}
    counts = dict(write_dumps(folder, graphs))
    _write_pictures(folder, Scene.of_store(store))
    _write_tables(folder, graphs)
    _write_texts(folder, content)
    counts[CHANGES] = _write_difference(folder, version, data, graphs)
    everything = (quad for name in graphs for quad in graphs[name])
    write_index(folder / INDEX_NAME, everything)
    manifest: dict[str, Any] = {
        "version": version,
        "triples": store.count(),
        "hashes": {"facts": hash_of_facts(graphs), "all": hash_of_quads(graphs)},
        "documents": [
            {key: item[key] for key in ("slug", "name", "sha256")}
            for item in content.documents
        ],
        "graphs": {name: _about_graph(quads) for name, quads in graphs.items()},
        "files": _about_files(folder, counts),
    }
    (folder / "manifest.json").write_text(_json(manifest), "utf-8")
    (folder / "SHA256SUMS").write_text(_sums(folder, manifest["files"]), "utf-8")
    store.backup(folder / "store")
    del store
    shutil.rmtree(folder / "work")


def _write_pictures(folder: Path, scene: Scene) -> None:
    pictures = {"all": draw(scene)}
    for dump in DUMPS:
        if dump.is_picture:
            if dump.picture not in pictures:
                pictures[dump.picture] = project(scene, dump.picture)
            with packing(folder / dump.name) as output:
                write_picture(pictures[dump.picture], dump.format, output)


def _write_tables(folder: Path, graphs: Mapping[str, list[ox.Quad]]) -> None:
    for name, data in write_tables(graphs):
        if name == METADATA_NAME:
            (folder / name).write_bytes(data)
        else:
            write_packed(folder / name, data)


def _sums(folder: Path, files: Mapping[str, Mapping[str, Any]]) -> str:
    """Return the checksums of all files, in the form that sha256sum reads."""
    known = {name: str(about["sha256"]) for name, about in files.items()}
    known["manifest.json"] = sha256((folder / "manifest.json").read_bytes())
    return "".join(f"{known[name]}  {name}\n" for name in sorted(known))


def _write_texts(folder: Path, content: Content) -> None:
    (folder / "ledger.json").write_text(content.ledger, "utf-8")
    (folder / "report.md").write_text(content.report, "utf-8")
    (folder / "report.json").write_text(_json(content.quality), "utf-8")
    write_packed(folder / RIGHTS, write_rights(content.documents))
    (folder / "documents").mkdir()
    for item in content.documents:
        path = folder / "documents" / f"{item['slug']}.json"
        path.write_text(_json(item), "utf-8")


def _write_difference(
    folder: Path, version: str, data: Path, graphs: Mapping[str, list[ox.Quad]]
) -> int:
    """Write what changed since the release that is current until now, and what went.

    These files alone have that release as an input. Return how many triples say it.
    """
    before, former = None, None
    if (data / "current").exists():
        former = current_release(data)
        store = former.open_store()
        before = {name: store.quads(name) for name in store.names()}
    found = compare(former.version if former else "", before, graphs)
    (folder / "difference.json").write_text(_json(found.to_json()), "utf-8")
    (folder / "difference.md").write_text(found.to_markdown(), "utf-8")
    gone = departed(former, before, graphs)
    (folder / DEPARTURES).write_text(_json(gone), "utf-8")
    changes, count = write_changes(found, version)
    write_packed(folder / CHANGES, changes)
    return count


def _about_graph(quads: list[ox.Quad]) -> dict[str, Any]:
    """Return a graph's count, and the hash of its sorted N-Triples."""
    triples = [quad.triple for quad in quads]
    text = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES)
    return {"sha256": sha256(text or b""), "triples": len(triples)}


def _about_files(folder: Path, counts: Mapping[str, int]) -> dict[str, Any]:
    about: dict[str, Any] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not name.startswith("work/"):
            data = path.read_bytes()
            about[name] = {"sha256": sha256(data), "bytes": len(data)}
            if name in counts:
                about[name]["triples"] = counts[name]
    return about


def sync(paths: Iterable[Path]) -> None:
    """Have files and folders on disk before going on."""
    for path in paths:
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
