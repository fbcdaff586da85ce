"""Making releases and serving them: build, add, remove, serve, up."""

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hiwar.commands.common import say, with_settings
from hiwar.settings import Settings

if TYPE_CHECKING:
    from hiwar.graph.release import Release

__all__ = ["add", "build", "remove", "serve", "up"]

_FILES = click.argument("files", nargs=-1, type=click.Path(path_type=Path))
_SOME_FILES = click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path)
)
_HOST = click.option("--host", help="Address to listen at [default: 127.0.0.1].")
_PORT = click.option(
    "--port", type=click.IntRange(0, 65535), help="Port to listen at [default: 8000]."
)


@click.command()
@_FILES
@with_settings
def build(files: tuple[Path, ...], settings: Settings) -> None:
    """Make a release of these files, or of the packaged briefs.

    Either all documents are in the new release, or nothing has changed.
    """
    _build(files, settings)


@click.command()
@_SOME_FILES
@with_settings
def add(files: tuple[Path, ...], settings: Settings) -> None:
    """Make a release that has these documents too."""
    from hiwar.graph import build as builds

    _tell(builds.add(files, settings.data, settings, say))


@click.command()
@click.argument("names", nargs=-1, metavar="FILES...")
@with_settings
def remove(names: tuple[str, ...], settings: Settings) -> None:
    """Make a release without these documents.

    A document is named by its file name, its slug, or its content hash.
    """
    from hiwar.graph import build as builds
    from hiwar.graph.release import current_release

    if not names:
        documents = current_release(settings.data).manifest["documents"]
        known = ", ".join(sorted(item["name"] for item in documents)) or "none"
        raise click.UsageError(f"Name a document to remove; there are: {known}.")

    _tell(builds.remove(names, settings.data, settings, say))


@click.command()
@_HOST
@_PORT
@with_settings
def serve(host: str | None, port: int | None, settings: Settings) -> None:
    """Serve the endpoint and the pages from the newest release."""
    from hiwar.graph.release import current_release

    current_release(settings.data)
    _serve(host, port, settings)


@click.command()
@_HOST
@_PORT
@with_settings
def up(host: str | None, port: int | None, settings: Settings) -> None:
    """Build if there is no release yet, then serve."""
    if not (settings.data / "current").exists():
        _build((), settings)
        _serve_afresh(host, port, settings)
    _serve(host, port, settings)


def _serve_afresh(host: str | None, port: int | None, settings: Settings) -> None:
    """Put ``hiwar serve`` in the place of this process.

    The server forks, and a process that has built a release holds the threads of
    its store, which no fork survives.
    """
    given = {"--data": settings.data, "--host": host, "--port": port}
    options = [str(x) for pair in given.items() if pair[1] is not None for x in pair]
    os.execv(sys.executable, [sys.executable, "-m", "hiwar", "serve", *options])


def _build(files: tuple[Path, ...], settings: Settings) -> None:
    from hiwar.graph import build as builds
    from hiwar.graph.briefs import brief_paths

    _tell(builds.build(files or brief_paths(), settings.data, settings, say))


def _tell(release: "Release") -> None:
    manifest = release.manifest
    say(
        f"Release {release.version}; documents: {len(manifest['documents'])},"
        f" triples: {manifest['triples']:,}, report: {release.path / 'report.md'}"
    )


def _serve(host: str | None, port: int | None, settings: Settings) -> None:
    from hiwar.server.serve import run

    chosen = replace(
        settings,
        host=settings.host if host is None else host,
        port=settings.port if port is None else port,
    )
    run(chosen, _tell_address)


def _tell_address(address: str) -> None:
    """Say where the server is, piped or not: nobody can guess a free port."""
    click.echo(f"Serving at {address} (stop with Ctrl-C)", err=True)
