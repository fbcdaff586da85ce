"""Reading documents without storing anything: extract."""

import json
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hiwar.commands.common import Failure, with_settings
from hiwar.commands.explaining import explain_file, page_of, text_of
from hiwar.errors import HiwarError
from hiwar.settings import Settings

if TYPE_CHECKING:
    from hiwar.graph.model import Reading

__all__ = ["extract"]

_SUFFIXES = {"record": "json", "turtle": "ttl", "table": "txt"}
_EXPLAINED = {"text": "txt", "html": "html"}


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "format_name",
    type=click.Choice([*sorted(_SUFFIXES), *sorted(_EXPLAINED)]),
    help="The record as JSON, the graphs as Turtle, or a table for people; with"
    " --explain text or one HTML page [default: record; text with --explain].",
)
@click.option(
    "--explain",
    "is_explained",
    is_flag=True,
    help="Show what each sentence was taken to say, what was refused, and why.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder to write to, a file for each document [default: standard output].",
)
@with_settings
def extract(
    files: tuple[Path, ...],
    format_name: str | None,
    is_explained: bool,
    out: Path | None,
    settings: Settings,
) -> None:
    """Read each document alone and show what it says.

    A document that cannot be read is refused; the others are read all the same.
    """
    _check_stems(files)
    format_name = _checked_format(format_name, is_explained=is_explained)
    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
    refused = []
    explanations = []
    for path in files:
        try:
            if format_name == "html" and out is None:
                explanations.append(explain_file(path, settings))
                continue
            text = _extracted(path, format_name, settings, to_screen=out is None)
        except HiwarError as error:
            refused.append(error)
            Failure(f"{error.detail} (docs/errors.md#{error.slug})").show()
            continue
        if out is None:
            click.echo(text, nl=False)
        else:
            suffix = (_SUFFIXES | _EXPLAINED)[format_name]
            (out / f"{path.stem}.{suffix}").write_text(text, "utf-8")
    if explanations:
        click.echo(page_of(explanations), nl=False)
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


def _checked_format(name: str | None, *, is_explained: bool) -> str:
    """Return the format to write; some are only there with ``--explain``."""
    known = _EXPLAINED if is_explained else _SUFFIXES
    if name is None:
        return next(iter(known))
    if name not in known:
        how = "with" if is_explained else "without"
        raise click.UsageError(
            f"{how} --explain there is no format {name!r}, only {', '.join(known)}."
        )
    return name


def _extracted(
    path: Path, format_name: str, settings: Settings, *, to_screen: bool
) -> str:
    """Return what a document says, in a format."""
    if format_name in _EXPLAINED:
        explanation = explain_file(path, settings)
        if format_name == "html":
            return page_of([explanation])
        return text_of(explanation, in_colour=to_screen and sys.stdout.isatty())
    from hiwar.graph.reading import read_file
    from hiwar.graph.report import remarks

    writers: dict[str, Callable[[Reading], str]] = {
        "record": _record,
        "turtle": _turtle,
        "table": _table,
    }
    reading = read_file(path, settings)
    for remark in remarks(reading):
        click.echo(f"hiwar: note: {path}: {remark}", err=True)
    return writers[format_name](reading)


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
