"""Checking what is there: validate, check."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hiwar.commands.common import Failure, with_settings
from hiwar.errors import HiwarError
from hiwar.settings import Settings

if TYPE_CHECKING:
    from hiwar.graph.gate import GateReport

__all__ = ["check", "validate"]


@click.command()
@click.argument("file", required=False, type=click.Path(path_type=Path))
@with_settings
def validate(file: Path | None, settings: Settings) -> None:
    """Validate a file, or the newest release, against the shapes.

    A file of RDF is validated as a document's graph beside the registry and the
    facts of the newest release; any other file is read as a document first.
    """
    from hiwar.graph.checking import validate_file, validate_release

    if file is None:
        report = validate_release(settings.data)
    else:
        report = validate_file(file, settings)
    _show(report)


def _show(report: "GateReport") -> None:
    """Print a report, a line for each problem, then the figure."""
    for problem in (*report.problems, *report.remarks):
        click.echo(str(problem))
    click.echo(f"{report.checked:,} nodes checked, {len(report.problems):,} problems")
    if not report.conforms:
        raise Failure("it does not conform (docs/errors.md#gate)")


@click.command()
@with_settings
def check(settings: Settings) -> None:
    """Check ontology, shapes and release, a line for each."""
    from hiwar.graph.checking import checks, more_checks

    failed = []
    for title, run in checks(settings):
        try:
            click.echo(f"ok    {title}: {run()}")
        except HiwarError as error:
            failed.append(title)
            click.echo(f"FAIL  {title}: {error.detail} (docs/errors.md#{error.slug})")
    for title, figure, holds in more_checks():
        click.echo(f"{'ok   ' if holds else 'FAIL '} {title}: {figure}")
        if not holds:
            failed.append(title)
    if failed:
        raise Failure(f"{len(failed)} checks failed: {', '.join(failed)}")
