"""The command line: arguments become one call of `hiwar.graph` or `hiwar.server`.

Exit codes: 0 done; 1 refused or failed, with one line on standard error that says why
and how to mend it; 2 wrong usage. ``docs/commands.md`` has every command.
"""

import click

from hiwar import __version__
from hiwar.commands.asking import dump, export, query
from hiwar.commands.checking import check, validate
from hiwar.commands.common import Commands
from hiwar.commands.evaluating import evaluate
from hiwar.commands.extracting import extract
from hiwar.commands.preserving import backup, restore
from hiwar.commands.proposing import propose
from hiwar.commands.publishing import add, build, remove, serve, up

__all__ = ["cli", "main"]


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def cli() -> None:
    """Turn documents on migration dialogues into a graph, and serve it.

    'hiwar up' is all it takes: it builds from the packaged briefs and serves that.
    """


for _command in (
    build,
    serve,
    up,
    add,
    remove,
    extract,
    evaluate,
    propose,
    query,
    validate,
    check,
    dump,
    export,
    backup,
    restore,
):
    cli.add_command(_command)


def main() -> None:
    """Run the command line and exit."""
    cli(prog_name="hiwar")
