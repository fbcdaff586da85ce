"""What all commands share: the data folder, errors in one line, progress."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import Any, BinaryIO, cast

import click

from hiwar.errors import HiwarError
from hiwar.settings import Settings

__all__ = ["Commands", "Failure", "say", "to_output", "with_out", "with_settings"]


class Failure(click.ClickException):
    """What goes to standard error in one line before the command exits with 1."""

    exit_code = 1

    def show(self, file: Any = None) -> None:
        """Print it."""
        click.echo(f"hiwar: {' '.join(self.message.split())}", err=True, file=file)


class Commands(click.Group):
    """A group of commands whose failures are one line each, never a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was named."""
        try:
            return super().invoke(ctx)
        except HiwarError as error:
            raise Failure(f"{error.detail} (docs/errors.md#{error.slug})") from error
        except BrokenPipeError:
            raise
        except OSError as error:
            place = f"{error.filename}: " if error.filename else ""
            raise Failure(
                f"{place}{error.strerror or error}. Free space there or name another"
                " place; nothing was changed. (docs/errors.md#release)"
            ) from error


def with_settings(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command ``--data`` and the settings that follow from it."""

    @click.option(
        "--data",
        type=click.Path(path_type=Path),
        help="Folder of the store and its releases [default: ./hiwar-data].",
    )
    @wraps(command)
    def run(*args: Any, data: Path | None, **options: Any) -> None:
        settings = Settings.from_environment()
        if data is not None:
            settings = replace(settings, data=data)
        command(*args, settings=settings, **options)

    return run


def with_out(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command ``--out``."""
    return click.option(
        "--out",
        type=click.Path(path_type=Path, dir_okay=False),
        help="File to write [default: standard output].",
    )(command)


@contextmanager
def to_output(out: Path | None) -> Iterator[BinaryIO]:
    """Open the file to write, or standard output.

    A file is whole or not there: it is written beside its place and then moved.
    A link is followed.
    """
    if out is None:
        yield cast(BinaryIO, sys.stdout.buffer)
        return
    out = out.resolve()
    if not out.parent.is_dir():
        raise Failure(
            f"There is no folder {out.parent}. Make it, or name another place with"
            " --out; nothing was written."
        )
    if out.exists() and not out.is_file():
        # a device or a pipe is written to, never replaced
        with out.open("wb") as output:
            yield output
        return
    new = out.with_name(f".new-{out.name}")
    try:
        with new.open("wb") as output:
            yield output
        new.replace(out)
    except OSError as error:
        if str(error.filename) == str(new):
            error.filename = str(out)  # nobody knows the other name
        raise
    finally:
        with suppress(OSError):
            new.unlink(missing_ok=True)


def say(text: str) -> None:
    """Tell a person at a terminal what is going on; nothing when piped."""
    if sys.stderr.isatty() and sys.stdout.isatty():
        click.echo(text, err=True)
