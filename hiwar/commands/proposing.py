"""Asking a language model what it would add: propose."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hiwar.commands.common import Failure, say, to_output, with_settings
from hiwar.errors import HiwarError, ProposerError
from hiwar.settings import Settings

if TYPE_CHECKING:
    from hiwar.graph.proposals import Ask, Review

__all__ = ["propose"]


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder to write the graphs to [default: DATA/proposals].",
)
@with_settings
def propose(files: tuple[Path, ...], out: Path | None, settings: Settings) -> None:
    """Ask a language model for proposals, for review.

    No release, no query and no fact has what is proposed.
    """
    ask = _ask(settings)
    folder = out or settings.data / "proposals"
    failed = False
    for path in files:
        say(f"Asking about {path.name}")
        try:
            review = _review(path, ask, settings)
        except HiwarError as error:
            failed = True
            Failure(f"{path}: {error.detail} (docs/errors.md#{error.slug})").show()
            continue
        for line in review.lines():
            click.echo(f"{path.name}\t{line}")
        _write(review, folder, settings)
    if failed:
        raise click.exceptions.Exit(1)


def _ask(settings: Settings) -> "Ask":
    """Return the way to ask that the settings give."""
    from hiwar.graph.proposals.cache import cached
    from hiwar.graph.proposals.client import Server

    if not settings.propose_url or not settings.propose_model:
        raise ProposerError(
            "No language model is configured; set HIWAR_PROPOSE_URL to the base address"
            " of an OpenAI-compatible server and HIWAR_PROPOSE_MODEL to a model's name."
        )
    server = Server(
        settings.propose_url,
        settings.propose_model,
        settings.propose_key,
        settings.propose_limit_s,
        settings.propose_retries,
        settings.propose_max_bytes,
    )
    folder = settings.data / "proposals" / "answers"
    return cached(server.ask, folder, settings.propose_model)


def _review(path: Path, ask: "Ask", settings: Settings) -> "Review":
    from hiwar.graph.proposals import propose as propose_facts
    from hiwar.graph.text.source import load_source

    return propose_facts(load_source(path, settings), ask, settings.propose_model)


def _write(review: "Review", folder: Path, settings: Settings) -> None:
    """Write the graph of what was proposed, under the names that the release has."""
    from hiwar.graph.build import newest_ledger
    from hiwar.graph.formats import Answer, find_format
    from hiwar.graph.proposals import proposed_graph
    from hiwar.graph.registry import registry_graph
    from hiwar.graph.resolve import resolve
    from hiwar.graph.store import OxigraphStore, serialize

    ledger = newest_ledger(settings.data)
    resolution = resolve([review.reading], ledger, registry_graph())
    name, graph = proposed_graph(review, resolution)
    store = OxigraphStore()
    store.load({name: graph})
    folder.mkdir(parents=True, exist_ok=True)
    with to_output(folder / f"{name.split('/')[1]}.trig") as output:
        output.write(serialize(store.quads(), find_format("trig", Answer.GRAPH)))
