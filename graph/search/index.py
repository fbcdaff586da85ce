"""The search index of a release, asked for names and quotes by their words.

`hiwar.graph.search.writing` writes it.

Source: https://www.sqlite.org/fts5.html
"""

import sqlite3
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from hiwar.errors import QueryError
from hiwar.graph.search import MAX_HITS, MIN_PREFIX
from hiwar.graph.search.folding import other_form, words
from hiwar.graph.search.terms import Term, read_terms

__all__ = ["Field", "Hit", "SearchIndex", "other_word"]


class Field(Enum):
    """What can be searched; each is a full-text table."""

    LABEL = "label"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Hit:
    """A name or quote that has the words.

    Attributes:
        iri: What has the name, or the evidence that holds the quote.
        kind: ``name``, ``other name``, ``hidden name`` or ``quote``.
        language: The language that it is in, or empty.
        tag: The language tag of the literal, or empty.
        text: The name or quote as it is.
        score: How well it fits among those of the same search; more is better.
    """

    iri: str
    kind: str
    language: str
    tag: str
    text: str
    score: float


class SearchIndex:
    """An index that is there, opened read-only; threads may share it.

    Raises:
        QueryError: If the release has none, since it was made by an older version.
    """

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise QueryError(
                "This release has no search index, since an older version of hiwar"
                " made it. Ask a newer release, or filter with CONTAINS."
            )
        address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        self._base = sqlite3.connect(address, uri=True, check_same_thread=False)

    def close(self) -> None:
        """Close the file."""
        self._base.close()

    def find(
        self, field: Field, text: str, *, language: str = "", most: int | None = None
    ) -> list[Hit]:
        """Return the names or quotes that have all words of a text, the best first.

        Args:
            field: What to search.
            text: The words; see ``docs/search.md``.
            language: The language range that they must be in, any where empty.
            most: How many of the best; without it all of them, or an error.

        Raises:
            QueryError: If there are more than ``MAX_HITS`` and ``most`` is not
                given, or the text cannot be searched for.
            OSError: If the file is damaged.
        """
        match = _match(field, read_terms(text), language)
        try:
            if most is None and self._is_beyond(field, match):
                raise QueryError(
                    f"More than {MAX_HITS:,} {field.value}s have the words"
                    f" {text[:40]!r}; expected fewer, so that none is left out. Add a"
                    f' word, or ask for the best: search:{field.value} ("…" 100).'
                )
            return self._best(field, match, most or MAX_HITS)
        except sqlite3.DatabaseError as error:
            raise OSError(f"the search index is damaged: {error}") from error

    def _best(self, field: Field, match: str, most: int) -> list[Hit]:
        rows = self._base.execute(
            f"""
            SELECT iri, kind, language, tag, text, -rank FROM (
              SELECT rowid AS id, bm25({field.value}, 10.0, 1.0, 0.0) AS rank
              FROM {field.value} WHERE {field.value} MATCH ? ORDER BY 2, 1 LIMIT ?
            ) JOIN entry USING (id) ORDER BY rank, id
            """,
            (match, most),
        )
        return [
            Hit(iri, kind, spoken, tag, name, round(score, 4))
            for iri, kind, spoken, tag, name, score in rows
        ]

    def _is_beyond(self, field: Field, match: str) -> bool:
        found = self._base.execute(
            f"SELECT rowid FROM {field.value} WHERE {field.value} MATCH ? LIMIT ?",
            (match, MAX_HITS + 1),
        )
        return len(found.fetchall()) > MAX_HITS


def _match(field: Field, terms: list[Term], language: str) -> str:
    """Return an FTS5 expression; it quotes nothing but folded words."""
    parts = [_expression(field, term) for term in terms]
    if language:
        parts.append(f'tags : "{"".join(words(language))}"')
    return " AND ".join(parts)


def _expression(field: Field, term: Term) -> str:
    phrase = " ".join(term.words)
    choices = [f'words : "{phrase}"']
    if len(term.words) == 1:
        other = other_word(phrase, field) if phrase.isascii() else phrase
        is_short = term.begins and len(other) < MIN_PREFIX  # the sound of "zzzz" is "s"
        choices += [f'others : "{other}"'] if other and not is_short else []
    if term.begins:
        choices += [f"{choice} *" for choice in choices]
    return f"({' OR '.join(choices)})"


def other_word(word: str, field: Field) -> str:
    """Return what else a word is found by; the sound of Latin letters in names only."""
    return "" if field is Field.QUOTE and word.isascii() else other_form(word)
