"""Measuring how documents are read: evaluate."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hiwar.commands.common import Failure, say, with_settings
from hiwar.errors import DocumentError
from hiwar.settings import Settings

if TYPE_CHECKING:
    from hiwar.graph.evaluation import Collection, Scores
    from hiwar.graph.model import Source

__all__ = ["evaluate"]


@click.command()
@click.argument("gold", type=click.Path(path_type=Path))
@click.argument(
    "documents",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path),
)
@click.option("--ablation", is_flag=True, help="Measure without each stage, too.")
@click.option("--verbose", is_flag=True, help="A line for each miss and each extra.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@with_settings
def evaluate(
    gold: Path,
    documents: tuple[Path, ...],
    ablation: bool,
    verbose: bool,
    as_json: bool,
    settings: Settings,
) -> None:
    """Compare what is read of documents with gold records."""
    from hiwar.graph.evaluation import load_collection

    collection = load_collection(gold, documents)
    sources = _sources(collection, settings)
    scores = _score(collection, sources)
    without = _without_stages(collection, sources) if ablation else []
    if as_json:
        _print_json(collection, scores, without, verbose=verbose)
    else:
        _print_tables(collection, scores, without, verbose=verbose)


def _sources(collection: "Collection", settings: Settings) -> "dict[str, Source]":
    """Return the documents that can be read; the others are said and count as empty."""
    from hiwar.graph.text.source import load_source

    sources = {}
    for stem, path in collection.paths.items():
        try:
            sources[stem] = load_source(path, settings)
        except DocumentError as error:
            Failure(f"{error.detail} (docs/errors.md#{error.slug})").show()
    return sources


def _score(collection: "Collection", sources: "dict[str, Source]") -> "Scores":
    """Return how the documents are read."""
    from hiwar.graph.evaluation import Scores, compare
    from hiwar.graph.frames import state_facts
    from hiwar.graph.record import record
    from hiwar.graph.text.layout import lay_out

    scores = Scores()
    for stem, gold in collection.gold.items():
        source = sources.get(stem)
        got = record(state_facts(lay_out(source))) if source else None
        compare(scores, stem, gold, got)
    return scores


def _without_stages(
    collection: "Collection", sources: "dict[str, Source]"
) -> "list[tuple[str, Scores]]":
    """Return the scores without each stage, telling a terminal which is at work."""
    from hiwar.graph.evaluation import ablate

    found = []
    for name, scores in ablate(collection, sources):
        say(f"without {name}")
        found.append((name, scores))
    return found


def _print_tables(
    collection: "Collection",
    scores: "Scores",
    without: "list[tuple[str, Scores]]",
    *,
    verbose: bool,
) -> None:
    from hiwar.graph.evaluation import ablation_table, table

    if verbose:
        for note in scores.notes:
            line = (note.document, note.slot, note.what, " ".join(note.value.split()))
            click.echo("\t".join(line))
    click.echo(table(scores))
    if collection.without_document:
        click.echo(f"gold without a document: {', '.join(collection.without_document)}")
    if collection.without_gold:
        names = ", ".join(path.name for path in collection.without_gold)
        click.echo(f"documents without gold: {names}")
    if without:
        click.echo(f"\n{ablation_table(scores, without)}")


def _print_json(
    collection: "Collection",
    scores: "Scores",
    without: "list[tuple[str, Scores]]",
    *,
    verbose: bool,
) -> None:
    from hiwar.graph.evaluation import ablation_figures, figures

    found: dict[str, Any] = {
        **figures(scores),
        "gold_without_document": list(collection.without_document),
        "documents_without_gold": [path.name for path in collection.without_gold],
    }
    if verbose:
        found["notes"] = [
            [note.document, note.slot, note.what, note.value] for note in scores.notes
        ]
    if without:
        found["ablation"] = ablation_figures(without)
    click.echo(json.dumps(found, ensure_ascii=False, indent=1))
