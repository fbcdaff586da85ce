"""The tables that there are, and the columns of each, as ``tables.toml`` lists them.

What has a language has a column for each. Beside each column of IRIs stands one of the
names that people know.
"""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from rdflib import URIRef

from hiwar.graph.namespaces import HIWAR, PREFIXES

__all__ = ["LANGUAGES", "SEPARATOR", "TABLES", "Column", "Table", "columns_of"]

LANGUAGES: Final = ("en", "fr", "ar")
"""The languages that names and wordings always have columns for."""

SEPARATOR: Final = "|"
"""What stands between the values of a cell; no IRI has it."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    Attributes:
        name: Its heading.
        path: The properties that lead from a thing to its values.
        datatype: ``iri``, ``term`` for IRIs and literals alike, or a datatype of CSVW.
        is_many: Whether a cell may have several values.
        language: The language of its values, where they have one.
        is_label: Whether it has the names of what the column before it has.
    """

    name: str
    path: tuple[URIRef, ...]
    datatype: str = "string"
    is_many: bool = False
    language: str = ""
    is_label: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        name: Its name, in the plural.
        class_name: The class whose things it has.
        properties: What its columns are about, in their order.
    """

    name: str
    class_name: str
    properties: tuple[str, ...]

    @property
    def kind(self) -> URIRef:
        """The class whose things it has."""
        return HIWAR[self.class_name]

    @property
    def file_name(self) -> str:
        """The name of its file."""
        return f"table-{self.name}.csv"


@cache
def _declared() -> dict[str, Any]:
    text = Path(__file__).with_name("tables.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(_declared()[key].split())


@cache
def _datatypes() -> dict[str, str]:
    kinds = _declared()["datatypes"].items()
    return {name: kind for kind, names in kinds for name in names.split()}


TABLES: Final = tuple(
    Table(name, about["class"], tuple(about["columns"].split()))
    for name, about in _declared()["tables"].items()
)
"""The tables, in the order in which they are listed."""


def columns_of(table: Table, languages: Iterable[str]) -> list[Column]:
    """Return the columns of a table.

    Args:
        table: The table.
        languages: Those in which its things have names or words, ``und`` for none.

    >>> rounds = next(table for table in TABLES if table.name == "rounds")
    >>> [column.name for column in columns_of(rounds, [])][:4]
    ['iri', 'label_en', 'label_fr', 'label_ar']
    """
    tongues = (*LANGUAGES, *sorted(set(languages) - set(LANGUAGES)))
    columns = [Column("iri", (), "iri")]
    for path in table.properties:
        columns += _columns(path.split("/"), tongues)
    return columns


def _columns(steps: list[str], languages: Iterable[str]) -> Iterator[Column]:
    """Yield the columns of a property or path, with that of names."""
    path = tuple(map(_property, steps))
    name, is_many = steps[-1].rpartition(":")[2], not _listed("one").issuperset(steps)
    datatype = _datatypes().get(steps[-1], "iri")
    if datatype == "text":
        for language in languages:
            heading = f"{name}_{language.replace('-', '_')}"
            yield Column(heading, path, "string", is_many, language)
        return
    yield Column(name, path, datatype, is_many)
    if datatype in ("iri", "term") and steps[-1] not in _listed("nameless"):
        yield Column(f"{name}_label", path, is_many=is_many, is_label=True)


def _property(name: str) -> URIRef:
    """Return the IRI of a property; one without a prefix is ours."""
    prefix, _, local = name.rpartition(":")
    return URIRef(f"{PREFIXES[prefix or 'hiwar']}{local}")
