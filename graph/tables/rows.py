"""The rows of a table: what is asserted of each thing of a class, as text."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

import pyoxigraph as ox
from rdflib import URIRef

from hiwar.graph.namespaces import DCTERMS, HIWAR, RDF, RDFS, SKOS
from hiwar.graph.tables.columns import SEPARATOR, Column

__all__ = ["Things", "write_rows"]

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_INSTEAD: Final = "\N{BROKEN BAR}"
_WORDS: Final = tuple(map(str, (RDFS.label, SKOS.altLabel, HIWAR.wording)))
_Value = ox.NamedNode | ox.Literal


class Things:
    """What facts, registry and documents assert, by subject and property."""

    def __init__(self, graphs: Mapping[str, list[ox.Quad]]) -> None:
        self._values: defaultdict[tuple[str, str], list[_Value]] = defaultdict(list)
        self._of_class: defaultdict[str, list[str]] = defaultdict(list)
        self._names: dict[str, tuple[bool, bool, str]] = {}
        for name, quads in graphs.items():
            is_data = name in ("facts", "registry") or name.startswith("document/")
            for quad in quads:
                subject, predicate = str(quad.subject).strip("<>"), quad.predicate.value
                if isinstance(quad.object, ox.Literal):
                    self._keep_name(subject, predicate, quad.object)
                if is_data and isinstance(quad.object, ox.NamedNode | ox.Literal):
                    self._values[subject, predicate].append(quad.object)
                    if predicate == str(RDF.type):
                        self._of_class[quad.object.value].append(subject)

    def of_class(self, kind: URIRef) -> list[str]:
        """Return the things that are asserted to be of a class, by IRI."""
        return sorted(self._of_class[str(kind)])

    def languages(self, things: Iterable[str]) -> set[str]:
        """Return the languages of names and wordings, ``und`` for none."""
        return {
            _language(value)
            for thing in things
            for predicate in _WORDS
            for value in self._values.get((thing, predicate), ())
        }

    def values(self, thing: str, column: Column) -> list[str]:
        """Return what a thing has in a column, in the order of the values' text.

        Names, and what a path leads to, are in the order of what they belong to.
        """
        ends, found = [thing], list[_Value]()
        for predicate in map(str, column.path):
            found = [v for end in ends for v in self._values.get((end, predicate), ())]
            if len(ends) == 1:
                found.sort(key=str)
            ends = [value.value for value in found]
        if column.language:
            return [v.value for v in found if _language(v) == column.language]
        if column.is_label:
            return [self._names[end][2] if end in self._names else "" for end in ends]
        return ends

    def _keep_name(self, subject: str, predicate: str, name: ox.Literal) -> None:
        """Keep the English name of a thing, else any; of a page its title."""
        if predicate in (str(RDFS.label), str(DCTERMS.title)):
            found = predicate != str(RDFS.label), name.language != "en", name.value
            self._names[subject] = min(found, self._names.get(subject, found))


def write_rows(things: Things, rows: Iterable[str], columns: list[Column]) -> bytes:
    """Return a table as CSV, UTF-8.

    Text that a spreadsheet would run as a formula begins with an apostrophe, and the
    separator within a text of several is written as a broken bar.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([column.name for column in columns])
    for thing in rows:
        cells = (_cell(things.values(thing, column), column) for column in columns)
        writer.writerow([_safe(cell) for cell in cells])
    return text.getvalue().encode()


def _cell(values: list[str], column: Column) -> str:
    if column.is_many:
        values = [value.replace(SEPARATOR, _INSTEAD) for value in values]
    return SEPARATOR.join(values)


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _language(value: _Value) -> str:
    return (value.language if isinstance(value, ox.Literal) else None) or "und"
