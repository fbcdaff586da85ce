"""The pages that the registry rests on, and its files of tables."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from hiwar.ontology.names import FOLDER

__all__ = ["Citation", "citations", "tables"]


@dataclass(frozen=True, slots=True)
class Citation:
    """A page that a record rests on.

    Attributes:
        date: ISO 8601, or empty if not known.
        was_read: Whether somebody opened the page and found there what rests on it.
    """

    title: str
    url: str
    date: str
    was_read: bool = True


@cache
def citations() -> Mapping[str, Citation]:
    """Return the pages of ``sources.toml`` by their keys."""
    return {
        key: Citation(row["title"], row["url"], row["date"])
        for key, row in tables("sources.toml")
    }


def tables(file: str) -> Iterable[tuple[str, dict[str, Any]]]:
    """Return the tables of a TOML file of the registry, each with its name."""
    with (FOLDER / file).open("rb") as stream:
        return tomllib.load(stream).items()
