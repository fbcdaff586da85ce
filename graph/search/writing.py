"""Writing the search index of a release: an SQLite file, written once.

One row for each name of a thing and for each quote, and two full-text tables of
their folded words. The same quads give the same bytes with the same SQLite.

Source: https://www.sqlite.org/fts5.html
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Final, NamedTuple

import pyoxigraph as ox

from hiwar.errors import SettingError
from hiwar.graph.namespaces import DCTERMS, OA, RDFS, SKOS
from hiwar.graph.search.folding import words
from hiwar.graph.search.index import Field, other_word

__all__ = ["write_index"]

_SCHEMA: Final = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA page_size = 4096;
CREATE TABLE entry (
  id INTEGER PRIMARY KEY, iri TEXT, kind TEXT, language TEXT, tag TEXT, text TEXT
);
CREATE VIRTUAL TABLE label USING fts5 (
  words, others, tags, content='', tokenize='ascii', prefix='2 3'
);
CREATE VIRTUAL TABLE quote USING fts5 (
  words, others, tags, content='', tokenize='ascii', prefix='2 3'
);
"""
# the ascii tokenizer takes every letter beyond ASCII as part of a word, so that
# folding alone decides what a word is, whatever Unicode the library knows

_NAMES: Final = {
    str(RDFS.label): "name",
    str(SKOS.prefLabel): "name",
    str(SKOS.altLabel): "other name",
    str(SKOS.hiddenLabel): "hidden name",
}
_EXACT: Final = str(OA.exact)
_SELECTOR: Final = str(OA.hasSelector)
_SOURCE: Final = str(OA.hasSource)
_LANGUAGE: Final = str(DCTERMS.language)


class _Entry(NamedTuple):
    """A row; ``tag`` is the literal's own, ``language`` may be its document's."""

    iri: str
    kind: str
    language: str
    tag: str
    text: str


def write_index(path: Path, quads: Iterable[ox.Quad]) -> None:
    """Write the index of all names and quotes among some quads.

    Raises:
        SettingError: If this Python's SQLite has no full-text search.
    """
    entries = sorted(set(_entries(quads)))
    with closing(sqlite3.connect(path, isolation_level=None)) as base:
        try:
            base.executescript(_SCHEMA)
        except sqlite3.OperationalError as error:
            raise SettingError(
                f"This Python's SQLite {sqlite3.sqlite_version} cannot make a search"
                f" index: {error}; expected one with FTS5, as python.org and the"
                " distributions of Linux give it. Use another Python."
            ) from error
        base.execute("BEGIN")
        for number, entry in enumerate(entries, 1):
            base.execute(
                "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?)",
                (number, *entry),
            )
            field = Field.QUOTE if entry.kind == "quote" else Field.LABEL
            base.execute(
                f"INSERT INTO {field.value} (rowid, words, others, tags)"
                " VALUES (?, ?, ?, ?)",
                (number, *_columns(entry, field)),
            )
        base.execute("COMMIT")
        for field in Field:
            base.execute(
                f"INSERT INTO {field.value}({field.value}) VALUES ('optimize')"
            )
        base.execute("VACUUM")


def _columns(entry: _Entry, field: Field) -> tuple[str, str, str]:
    """Return what is indexed of a text."""
    found = words(entry.text)
    return (
        " ".join(found),
        " ".join(filter(None, (other_word(word, field) for word in found))),
        " ".join(_tags(entry.language)),
    )


def _tags(language: str) -> Iterator[str]:
    """Yield the ranges that a language tag is in, as words: ``pt``, ``ptbr``."""
    parts = language.lower().split("-")
    for length in range(1, len(parts) + 1):
        yield "".join(parts[:length])


def _entries(quads: Iterable[ox.Quad]) -> Iterator[_Entry]:
    """Yield each name and quote; what has neither IRI nor text is left out."""
    holders: dict[str, list[str]] = {}
    sources: dict[str, str] = {}
    languages: dict[str, str] = {}
    quotes: list[tuple[str, ox.Literal]] = []
    for subject, predicate, value, _ in quads:
        verb = predicate.value
        if isinstance(value, ox.Literal) and verb == _EXACT:
            quotes.append((str(subject), value))
        elif not isinstance(subject, ox.NamedNode):
            continue
        elif isinstance(value, ox.Literal) and verb in _NAMES:
            tag = value.language or ""
            yield _Entry(subject.value, _NAMES[verb], tag, tag, value.value)
        elif isinstance(value, ox.Literal) and verb == _LANGUAGE:
            known = languages.get(subject.value, value.value)
            languages[subject.value] = min(known, value.value)
        elif verb == _SELECTOR:
            holders.setdefault(str(value), []).append(subject.value)
        elif verb == _SOURCE and isinstance(value, ox.NamedNode):
            sources[subject.value] = value.value
    for selector, quote in quotes:
        for evidence in holders.get(selector, ()):
            spoken = languages.get(sources.get(evidence, ""), "")
            tag = quote.language or ""
            yield _Entry(evidence, "quote", tag or spoken, tag, quote.value)
