"""Writing a release, so that whoever stops it, nothing is half there.

A reader sees the old release or the new one. Nothing in a dump, and nothing hashed,
depends on the clock; only the version does.
"""

import json
import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox
from rdflib import Graph

from hiwar.graph.export import write_picture
from hiwar.graph.formats import Answer, Format, find_format
from hiwar.graph.picture import draw
from hiwar.graph.release import Release, list_releases, sha256
from hiwar.graph.search import INDEX_NAME
from hiwar.graph.search.writing import write_index
from hiwar.graph.store import OxigraphStore, serialize

__all__ = ["Content", "publish"]

_DUMPS: Final = {"facts": "facts.ttl", "evidence": "evidence.ttl", "all": "hiwar.trig"}
_PICTURES: Final = ("graphml", "gexf")


@dataclass(frozen=True, slots=True)
class Content:
    """What a release holds.

    Attributes:
        graphs: All graphs by name.
        documents: For each document its slug, hash, file name and description.
        ledger: The ledger as JSON.
        report: The report as Markdown.
    """

    graphs: Mapping[str, Graph]
    documents: tuple[dict[str, Any], ...]
    ledger: str
    report: str


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
        _write(folder, version, content)
        name.write_text(f"{version}\n", "utf-8")
        _sync([name, folder, *folder.rglob("*")])
        folder.rename(releases / version)
        _sync([releases])
        name.replace(data / "current")
    except BaseException:
        name.unlink(missing_ok=True)
        shutil.rmtree(folder, ignore_errors=True)
        raise
    with suppress(OSError):  # it is the current one already
        _sync([data])
    return Release(version, releases / version)


def _next_version(data: Path, day: str) -> str:
    """Return the version after the newest, of the day or of a later one."""
    newest, _, counter = next(iter(list_releases(data)), "").partition(".")
    return f"{newest}.{int(counter) + 1}" if newest >= day else f"{day}.1"


def _write(folder: Path, version: str, content: Content) -> None:
    """Write all files of a release, the manifest last."""
    store = OxigraphStore(folder / "work")
    store.load(content.graphs)
    graphs = {name: store.quads(name) for name in store.names()}
    counts = {}
    for key, name in _DUMPS.items():
        quads = [quad for graph in _graphs_of(key, graphs) for quad in graphs[graph]]
        counts[name] = len(quads)
        (folder / name).write_bytes(serialize(quads, _format_of(name)))
    _write_pictures(folder, content.graphs)
    _write_texts(folder, content)
    everything = (quad for name in graphs for quad in graphs[name])
    write_index(folder / INDEX_NAME, everything)
    manifest = {
        "version": version,
        "triples": store.count(),
        "documents": [
            {key: item[key] for key in ("slug", "name", "sha256")}
            for item in content.documents
        ],
        "graphs": {name: _about_graph(quads) for name, quads in graphs.items()},
        "files": _about_files(folder, counts),
    }
    (folder / "manifest.json").write_text(_json(manifest), "utf-8")
    store.backup(folder / "store")
    del store
    shutil.rmtree(folder / "work")


def _write_pictures(folder: Path, graphs: Mapping[str, Graph]) -> None:
    drawn = {
        name: graph
        for name, graph in graphs.items()
        if name in ("facts", "registry", "themes") or name.startswith("document/")
    }
    picture = draw(drawn)
    for name in _PICTURES:
        with (folder / f"hiwar.{name}").open("wb") as output:
            write_picture(picture, find_format(name, Answer.PICTURE), output)


def _graphs_of(dump: str, names: Iterable[str]) -> list[str]:
    """Return the graphs that a dump holds, in its order."""
    if dump == "evidence":
        return [name for name in names if name.startswith("document/")]
    return [name for name in names if dump in ("all", name)]


def _format_of(name: str) -> Format:
    suffix = name.rpartition(".")[2]
    return find_format(suffix, Answer.DATASET if suffix == "trig" else Answer.GRAPH)


def _write_texts(folder: Path, content: Content) -> None:
    (folder / "ledger.json").write_text(content.ledger, "utf-8")
    (folder / "report.md").write_text(content.report, "utf-8")
    (folder / "documents").mkdir()
    for item in content.documents:
        path = folder / "documents" / f"{item['slug']}.json"
        path.write_text(_json(item), "utf-8")


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


def _sync(paths: Iterable[Path]) -> None:
    """Have files and folders on disk before going on."""
    for path in paths:
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
