"""Keeping a data folder safe: backup, restore."""

from pathlib import Path

import click

from hiwar.commands.common import say, with_settings
from hiwar.settings import Settings

__all__ = ["backup", "restore"]


@click.command()
@click.argument("target", metavar="DEST", type=click.Path(path_type=Path))
@with_settings
def backup(target: Path, settings: Settings) -> None:
    """Copy the data folder to DEST, with checksums.

    A server and a build may go on meanwhile. DEST must not be there yet.
    """
    from hiwar.graph.backup import back_up

    made = back_up(settings.data, target, say)
    say(f"Backup {made.path}; release {made.version}, files: {len(made.files):,}")


@click.command()
@click.argument("source", metavar="SOURCE", type=click.Path(path_type=Path))
@with_settings
def restore(source: Path, settings: Settings) -> None:
    """Take a backup back into an empty data folder.

    All of it is compared with its checksums before anything is written.
    """
    from hiwar.graph.backup import restore as take_back

    taken = take_back(source, settings.data, say)
    say(f"Restored {taken.path} to {settings.data}; release {taken.version}")
