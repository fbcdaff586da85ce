"""From files to a release: all of them, or nothing is changed.

Every document is read alone. What they say together is resolved with the ledger of
the newest release, derived, checked at the gate, and published.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import astuple
from datetime import date
from pathlib import Path
from typing import Any

from rdflib import Graph, URIRef

from hiwar.graph.catalogue import catalogue_graph
from hiwar.graph.derive import derive
from hiwar.graph.gate import Gate, GateReport
from hiwar.graph.library import (
    find_documents,
    keep_source,
    kept_sources,
)
from hiwar.graph.lock import one_writer
from hiwar.graph.model import Reading
from hiwar.graph.publication import Content, publish
from hiwar.graph.quality import measure
from hiwar.graph.reading import read_file
from hiwar.graph.registry import registry_graph
from hiwar.graph.release import Release, current_release
from hiwar.graph.report import describe_documents, summary, write_report
from hiwar.graph.resolve import Ledger, Resolution, resolve
from hiwar.ontology import ONTOLOGY, THEMES, load_graph
from hiwar.settings import Settings
from hiwar.shapes import load_shapes

__all__ = ["add", "build", "check_graphs", "newest_ledger", "remove", "understand"]

Progress = Callable[[str], None]


def build(
    files: Iterable[Path],
    data: Path,
    settings: Settings,
    progress: Progress | None = None,
) -> Release:
    """Make a release of exactly these files and the registry.

    Two files with the same bytes count once. Same files, registry and ledger give
    the same bytes of every dump, in whatever order the files come.

    Args:
        files: The documents.
        data: The data folder; its newest release gives the ledger.
        settings: The limits for reading.
        progress: Is told what is going on, and in the end what was understood of each
            file, if anybody wants to know.

    Raises:
        DocumentError: If a file cannot be read; it is named.
        GateError: If what a document says does not conform.
        ReleaseError: If the folder cannot be written, or another build is at work.
    """
    with one_writer(data):
        return _build(files, data, settings, progress or _silent)


def add(
    files: Iterable[Path],
    data: Path,
    settings: Settings,
    progress: Progress | None = None,
) -> Release:
    """Make a release of the newest one's documents and these.

    Raises:
        HiwarError: As `build` does.
    """
    with one_writer(data):
        kept: list[Path] = []
        if (data / "current").exists():
            kept = kept_sources(data, current_release(data).manifest["documents"])
        return _build(files, data, settings, progress or _silent, kept)


def remove(
    names: Sequence[str],
    data: Path,
    settings: Settings,
    progress: Progress | None = None,
) -> Release:
    """Make a release of the newest one's documents but these.

    Args:
        names: File names, slugs or content hashes.
        data: The data folder.
        settings: The limits for reading.
        progress: As for `build`.

    Raises:
        NotFoundError: If a name is that of no document, or of several.
        HiwarError: As `build` does.
    """
    with one_writer(data):
        documents = current_release(data).manifest["documents"]
        gone = find_documents(names, documents)
        kept = kept_sources(data, [item for item in documents if item not in gone])
        return _build([], data, settings, progress or _silent, kept)


def understand(
    readings: Sequence[Reading], ledger: Ledger | None = None
) -> tuple[dict[str, Graph], Resolution]:
    """Return all graphs that readings give together, and how their things were named.

    Raises:
        LedgerError: If the ledger cannot be used.
        GateError: If what they say contradicts.
    """
    registry, ontology = registry_graph(), load_graph(*ONTOLOGY)
    resolution = resolve(readings, ledger or Ledger(), registry)
    graphs = derive(readings, resolution, registry, ontology)
    graphs |= {
        "registry": registry,
        "ontology": ontology,
        "themes": load_graph(*THEMES),
        "shapes": load_shapes(),
    }
    graphs["catalogue"] = catalogue_graph(graphs)
    return graphs, resolution


def check_graphs(
    graphs: Mapping[str, Graph],
    documents: Iterable[Mapping[str, Any]],
    texts: Mapping[URIRef, str],
) -> GateReport:
    """Check each document's graph, then all of them together, at the gate.

    Args:
        graphs: All graphs by name.
        documents: Slug and file name of each document.
        texts: The canonical text of each source document.

    Raises:
        GateError: If something does not conform; the document is named.
    """
    gate = Gate(graphs["shapes"], graphs["ontology"], graphs["themes"])
    for item in documents:
        report = gate.check_document(
            graphs[f"document/{item['slug']}"], graphs["facts"], graphs["registry"]
        )
        report.require(item["name"])
    report = gate.check_dataset(graphs, texts)
    report.require("The documents together")
    return report


def _build(
    given: Iterable[Path],
    data: Path,
    settings: Settings,
    progress: Progress,
    kept: Sequence[Path] = (),
) -> Release:
    """Read, understand, check and publish, under the lock."""
    given = set(given)
    read = _read({*given, *kept}, settings, progress)
    sources = _one_for_each_content(read, data)
    readings = [reading for _, reading in sources]
    progress("Resolving and deriving")
    graphs, resolution = understand(readings, newest_ledger(data))
    progress("Checking at the gate")
    documents = describe_documents(readings, resolution, graphs)
    texts = {
        URIRef(item["iri"]): reading.source.text
        for item, reading in zip(documents, readings, strict=True)
    }
    gate_report = check_graphs(graphs, documents, texts)
    progress("Writing the release")
    for path, reading in sources:
        keep_source(data, path, reading.source.content_hash)
    quality = measure(readings, resolution, gate_report, graphs, documents)
    content = Content(
        graphs=graphs,
        documents=tuple(documents),
        ledger=resolution.ledger.dump(),
        report=write_report(readings, resolution, gate_report, quality["figures"]),
        quality=quality,
    )
    release = publish(data, content, date.today().isoformat())
    for path, reading in read.items():
        if path in given:
            progress(_told(path, reading, sources))
    return release


def _read(
    files: Iterable[Path], settings: Settings, progress: Progress
) -> dict[Path, Reading]:
    """Read each file alone."""
    read = {}
    for path in sorted(files):
        progress(f"Reading {path.name}")
        read[path] = read_file(path, settings)
    return read


def _one_for_each_content(
    read: Mapping[Path, Reading], data: Path
) -> list[tuple[Path, Reading]]:
    """Return one file of each content, by content hash."""
    found: dict[str, list[tuple[Path, Reading]]] = {}
    for path, reading in read.items():
        found.setdefault(reading.source.content_hash, []).append((path, reading))
    kept = (data / "sources").resolve()

    def order(item: tuple[Path, Reading]) -> tuple[Any, ...]:
        path, reading = item
        # what is given goes before the copy that is kept of it
        return kept in path.resolve().parents, astuple(reading.source)

    return [min(found[content_hash], key=order) for content_hash in sorted(found)]


def _told(path: Path, reading: Reading, sources: list[tuple[Path, Reading]]) -> str:
    """Return what is said in the end of a file that was given."""
    content_hash = reading.source.content_hash
    taken = next(p for p, r in sources if r.source.content_hash == content_hash)
    if taken != path:
        return f"{path.name}: the same bytes as {taken.name}, counted once"
    return summary(reading)


def newest_ledger(data: Path) -> Ledger:
    """Return the ledger of the newest release, an empty one where there is none."""
    if not (data / "current").exists():
        return Ledger()
    return Ledger.parse(current_release(data).ledger_text())


def _silent(_text: str) -> None:
    """Tell nobody."""
