"""Checks of what is there already: of a file, of a release, of the ontology."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pyoxigraph as ox
from rdflib import Graph, URIRef

from hiwar.errors import DocumentError, GateError, ReleaseError
from hiwar.graph import entailment_checks, question_checks, shape_checks
from hiwar.graph.build import understand
from hiwar.graph.dataset import check_rules
from hiwar.graph.gate import Gate, GateReport
from hiwar.graph.library import kept_sources
from hiwar.graph.namespaces import thing_iri
from hiwar.graph.reading import read_file
from hiwar.graph.registry import registry_graph
from hiwar.graph.release import Release, current_release
from hiwar.graph.store import to_graph
from hiwar.ontology import (
    ONTOLOGY,
    THEMES,
    certificate,
    load_graph,
    registry_checks,
)
from hiwar.ontology import checks as ontology_checks
from hiwar.ontology.reasoner import check_consistency
from hiwar.settings import Settings
from hiwar.shapes import load_shapes

__all__ = ["checks", "more_checks", "validate_file", "validate_release"]

_RDF_SUFFIXES: Final = frozenset({".ttl", ".nt", ".nq", ".trig", ".rdf", ".jsonld"})


def validate_file(path: Path, settings: Settings) -> GateReport:
    """Validate a file of RDF, or what a document says, against the shapes.

    RDF is taken for a document's graph beside the registry and, where there is a
    release, its facts.

    Raises:
        DocumentError: If the file cannot be read.
    """
    gate = Gate(load_shapes(), load_graph(*ONTOLOGY), load_graph(*THEMES))
    if path.suffix not in _RDF_SUFFIXES:
        graphs, _ = understand([read_file(path, settings)])
        return gate.check_dataset(graphs)
    facts = Graph()
    if (settings.data / "current").exists():
        facts = current_release(settings.data).open_store().graph("facts")
    return gate.check_document(_parse(path), facts, registry_graph())


def _parse(path: Path) -> Graph:
    """Return the triples of a file of RDF, whatever their graphs."""
    try:
        quads = list(ox.parse(path=str(path), format=_format_of(path)))
    except SyntaxError as error:
        raise DocumentError(
            f"{path} line {error.lineno}, column {error.offset}: {error.msg};"
            " expected RDF as its suffix says."
        ) from error
    except OSError as error:
        raise DocumentError(f"{path} cannot be read: {error}.") from error
    return to_graph(quad.triple for quad in quads)


def _format_of(path: Path) -> ox.RdfFormat | None:
    return ox.RdfFormat.from_extension(path.suffix.removeprefix("."))


def validate_release(data: Path) -> GateReport:
    """Validate the newest release as a whole, the registry too.

    Raises:
        ReleaseError: If there is none.
    """
    return _shapes_report(_graphs(current_release(data)))


def _shapes_report(graphs: dict[str, Graph]) -> GateReport:
    gate = Gate(graphs["shapes"], graphs["ontology"], graphs["themes"])
    return gate.check_dataset(graphs, whole=True)


def _graphs(release: Release) -> dict[str, Graph]:
    store = release.open_store()
    return {name: store.graph(name) for name in store.names()}


def checks(settings: Settings) -> Iterator[tuple[str, Callable[[], str]]]:
    """Return the checks there are, each with a function that runs it.

    The function returns a figure, or raises a `hiwar.errors.HiwarError`. Where
    there is no release only the packaged ontology is checked.
    """
    yield "the ontology is consistent", lambda: _consistent(load_graph(*ONTOLOGY))
    if not (settings.data / "current").exists():
        return
    release = current_release(settings.data)
    yield "files are as the manifest says", lambda: _whole(release)
    graphs = _graphs(release)
    yield "the release conforms to the shapes", lambda: _conforming(graphs)
    yield "the rules of the dataset hold", lambda: _ruled(release, graphs, settings)
    yield "the release contradicts nothing", lambda: _consistent(_world(graphs))


def more_checks() -> Iterator[tuple[str, str, bool]]:
    """Yield what else was checked of the package, the figure, and whether it holds.

    One module a subject says what there is to check.
    """
    for module in (
        ontology_checks,
        certificate,
        entailment_checks,
        registry_checks,
        shape_checks,
        question_checks,
    ):
        yield from module.checks()


def _consistent(graph: Graph) -> str:
    found = check_consistency(graph)
    if found.explanation:
        raise GateError(found.explanation)
    return f"HermiT, {len(graph):,} triples"


def _world(graphs: dict[str, Graph]) -> Graph:
    """Return what a reasoner sees of a release."""
    world = Graph()
    for name in ("ontology", "registry", "facts"):
        world += graphs.get(name, Graph())
    return world


def _whole(release: Release) -> str:
    damaged = release.damaged_files()
    if damaged:
        raise ReleaseError(
            f"{release.path / damaged[0]} is not what the manifest says"
            f" ({len(damaged)} such files). Restore it, or build the release again."
        )
    stored, known = release.open_store().count(), release.manifest["triples"]
    if stored != known:
        raise ReleaseError(
            f"{release.store_path} has {stored:,} triples, the manifest {known:,}."
            " Build the release again."
        )
    return f"{len(release.manifest['files'])} files, {known:,} triples"


def _conforming(graphs: dict[str, Graph]) -> str:
    report = _shapes_report(graphs)
    report.require("The release")
    return f"{report.checked:,} nodes, {len(report.remarks)} remarks"


def _ruled(release: Release, graphs: dict[str, Graph], settings: Settings) -> str:
    documents = release.manifest["documents"]
    paths = kept_sources(settings.data, documents)
    texts: dict[URIRef, str] = {
        thing_iri("document", item["slug"]): read_file(path, settings).source.text
        for item, path in zip(documents, paths, strict=True)
    }
    GateReport(0, tuple(check_rules(graphs, texts))).require("The release")
    return f"{len(graphs)} graphs, {len(texts)} texts"
