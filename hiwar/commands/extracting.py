"""Reading documents without storing anything: extract."""

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hiwar.commands.common import Failure, with_settings
from hiwar.errors import HiwarError
from hiwar.settings import Settings

if TYPE_CHECKING:
    from hiwar.graph.model import Reading

__all__ = ["extract"]

_SUFFIXES = {"record": "json", "turtle": "ttl", "table": "txt"}


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "format_name",
    type=click.Choice(sorted(_SUFFIXES)),
    default="record",
    show_default=True,
    help="The record as JSON, the graphs as Turtle, or a table for people.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder to write to, a file for each document [default: standard output].",
)
@with_settings
def extract(
    files: tuple[Path, ...], format_name: str, out: Path | None, settings: Settings
) -> None:
    """Read each document alone and show what it says.

    A document that cannot be read is refused; the others are read all the same.
    """
    _check_stems(files)
    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
    refused = []
    for path in files:
        try:
            text = _extracted(path, format_name, settings)
        except HiwarError as error:
            refused.append(error)
            Failure(f"{error.detail} (docs/errors.md#{error.slug})").show()
            continue
        if out is None:
            click.echo(text, nl=False)
        else:
            target = out / f"{path.stem}.{_SUFFIXES[format_name]}"
            target.write_text(text, "utf-8")
    if refused:
        raise click.exceptions.Exit(1)


def _check_stems(files: tuple[Path, ...]) -> None:
    """Refuse files whose results would have the same name."""
    stem, count = Counter(path.stem for path in files).most_common(1)[0]
    if count > 1:
        same = " and ".join(str(path) for path in files if path.stem == stem)
        raise click.UsageError(
            f"{same} have the same stem {stem!r}, so that their results would have the"
            " same name; rename one, or extract them one by one."
        )


def _extracted(path: Path, format_name: str, settings: Settings) -> str:
    """Return what a document says, in a format."""
    from hiwar.graph.reading import read_file

    writers: dict[str, Callable[[Reading], str]] = {
        "record": _record,
        "turtle": _turtle,
        "table": _table,
    }
    return writers[format_name](read_file(path, settings))


def _record(reading: "Reading") -> str:
    from hiwar.graph.record import record

    return json.dumps(record(reading), ensure_ascii=False, indent=2) + "\n"


def _table(reading: "Reading") -> str:
    from hiwar.graph.record import table

    return table(reading).rstrip("\n") + "\n"


def _turtle(reading: "Reading") -> str:
    from hiwar.graph.build import understand
    from hiwar.graph.formats import Answer, find_format
    from hiwar.graph.store import OxigraphStore, serialize

    graphs, _ = understand([reading])
    store = OxigraphStore()
    store.load(
        {
            name: graph
            for name, graph in graphs.items()
            if name == "facts" or name.startswith("document/")
        }
    )
    return serialize(store.quads(), find_format("ttl", Answer.GRAPH)).decode()
