"""Asking the newest release: query, dump, export."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hiwar.commands.common import to_output, with_out, with_settings
from hiwar.settings import Settings

if TYPE_CHECKING:
    from rdflib import Graph

    from hiwar.server.precheck import Outline

__all__ = ["dump", "export", "query"]


@click.command()
@click.argument("text", metavar="QUERY")
@click.option(
    "--format",
    "format_name",
    help="table, json, xml, csv, tsv; of a CONSTRUCT or DESCRIBE ttl, nt, rdf, jsonld,"
    " trig, nq [default: table or ttl].",
)
@click.option(
    "--changes",
    is_flag=True,
    help="Ask what the newest release changed, in place of what it holds.",
)
@with_out
@with_settings
def query(
    text: str,
    format_name: str | None,
    changes: bool,
    out: Path | None,
    settings: Settings,
) -> None:
    """Answer a SPARQL query from the newest release.

    It runs in a process of its own, under the limits of the settings.
    """
    from hiwar.graph.changeset import CHANGES
    from hiwar.graph.formats import Answer, find_format
    from hiwar.server.precheck import outline

    found = outline(
        text, max_bytes=settings.query_max_bytes, max_depth=settings.query_max_depth
    )
    is_table = found.answer is not Answer.GRAPH and format_name in (None, "table")
    name = "json" if is_table else format_name or "ttl"
    file = CHANGES if changes else ""
    pieces = _answer(found, find_format(name, found.answer).name, file, settings)
    with to_output(out) as output:
        if is_table:
            output.write(_table(json.loads(b"".join(pieces))).encode())
        else:
            for piece in pieces:
                output.write(piece)


def _answer(
    found: "Outline", name: str, file: str, settings: Settings, prologue: str = ""
) -> Iterator[bytes]:
    """Return the pieces of the answer to a query, from a worker process.

    Args:
        found: The query.
        name: The format.
        file: What of the release is asked in place of its store.
        settings: The limits.
        prologue: Lines that declare what the query need not declare.
    """
    from hiwar.graph.namespaces import PREFIXES
    from hiwar.graph.release import current_release
    from hiwar.server.diagnosis import diagnose
    from hiwar.server.frames import Frame, Job
    from hiwar.server.process import WorkerProcess

    worker = WorkerProcess(settings, is_silent=True)  # why it ends is told by us
    try:
        worker.open(current_release(settings.data))
        job = Job(
            query=prologue + found.text,
            answer=found.answer.value,
            format=name,
            deadline_s=settings.query_deadline_s,
            base_iri=settings.base_iri,
            is_union=not found.has_dataset,
            file=file,
            prefixes=PREFIXES,
        )
        worker.send(job)
        while True:
            kind, payload = worker.receive(None)
            if kind is Frame.ERROR:
                raise diagnose(found.text, payload, prologue)
            if kind is Frame.END:
                return
            yield payload
    finally:
        worker.kill()


def _table(results: dict[str, Any]) -> str:
    """Return query results as aligned columns, IRIs abbreviated."""
    if "boolean" in results:
        return f"{str(results['boolean']).lower()}\n"
    names = results["head"]["vars"]
    rows = [names] + [
        [_cell(solution.get(name)) for name in names]
        for solution in results["results"]["bindings"]
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    rows.insert(1, ["-" * width for width in widths])
    lines = (
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        for row in rows
    )
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _cell(term: dict[str, str] | None) -> str:
    from hiwar.graph.namespaces import PREFIXES

    if term is None:
        return ""
    value = " ".join(term["value"].split())
    if term["type"] != "uri":
        return value
    for prefix, iri in PREFIXES.items():
        if value.startswith(iri):
            return f"{prefix}:{value.removeprefix(iri)}"
    return value


@click.command()
@click.option(
    "--format",
    "format_name",
    default="trig",
    show_default=True,
    help="trig, nq, jsonld with graph names; ttl, nt, rdf without.",
)
@with_out
@with_settings
def dump(format_name: str, out: Path | None, settings: Settings) -> None:
    """Write every triple of the newest release."""
    from hiwar.graph.formats import Answer, find_format
    from hiwar.graph.release import current_release
    from hiwar.graph.store import serialize

    format_ = find_format(format_name, Answer.GRAPH)
    store = current_release(settings.data).open_store()
    with to_output(out) as output:
        output.write(serialize(store.quads(), format_))


@click.command()
@click.option(
    "--format",
    "format_name",
    default="gexf",
    show_default=True,
    help="gexf (Gephi), graphml (yEd, Cytoscape), cyjs (or cytoscape), cx2, edges (or"
    " csv), nodes, dot, svg.",
)
@click.option("--process", help="Only what belongs to the process of this slug.")
@click.option("--query", help="Only the triples that this CONSTRUCT gives.")
@click.option(
    "--projection",
    help="states by shared meetings, actors by shared commitments, or processes by"
    " shared members.",
)
@with_out
@with_settings
def export(
    format_name: str,
    process: str | None,
    query: str | None,
    projection: str | None,
    out: Path | None,
    settings: Settings,
) -> None:
    """Write the release, or a part of it, as a network.

    For Gephi, Cytoscape, yEd, Graphviz and spreadsheets: things are nodes, facts
    between them edges.
    """
    from hiwar.graph.export import write_picture
    from hiwar.graph.export.drawing import draw
    from hiwar.graph.export.projection import project
    from hiwar.graph.export.scene import Scene
    from hiwar.graph.export.selection import of_process, with_facts
    from hiwar.graph.formats import Answer, find_format
    from hiwar.graph.release import current_release

    if process and query:
        raise click.UsageError("--process and --query exclude each other; name one.")
    format_ = find_format(format_name, Answer.PICTURE)
    scene = Scene.of_store(current_release(settings.data).open_store())
    if process:
        scene = of_process(scene, process)
    if query:
        scene = with_facts(scene, _constructed(query, settings))
    picture = project(scene, projection) if projection else draw(scene)
    with to_output(out) as output:
        write_picture(picture, format_, output)


def _constructed(text: str, settings: Settings) -> "Graph":
    """Return what a CONSTRUCT gives, asked in a process of its own."""
    from rdflib import Graph

    from hiwar.errors import QueryError
    from hiwar.graph.formats import Answer
    from hiwar.graph.namespaces import PREFIXES
    from hiwar.server.precheck import outline

    prologue = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
    found = outline(
        text,
        max_bytes=settings.query_max_bytes,
        max_depth=settings.query_max_depth,
    )
    if found.answer is not Answer.GRAPH:
        raise QueryError("The query gives no triples; expected CONSTRUCT or DESCRIBE.")
    return Graph().parse(
        data=b"".join(_answer(found, "nt", "", settings, prologue)), format="nt11"
    )
