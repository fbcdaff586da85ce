"""What a search text asks for, read into words; never passed on as it was written."""

import re
from dataclasses import dataclass
from typing import Final

from hiwar.errors import QueryError
from hiwar.graph.search import MAX_SEARCH_CHARACTERS, MAX_SEARCH_WORDS, MIN_PREFIX
from hiwar.graph.search.folding import other_form, words

__all__ = ["Term", "marked", "read_terms"]

_PIECE: Final = re.compile(r'"([^"]*)"|([^\s"]+)')


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must stand together.

    Attributes:
        words: One word, or those of a phrase, folded.
        begins: Whether the last word is only the beginning of one.
    """

    words: tuple[str, ...]
    begins: bool = False

    def covers(self, word: str, *, by_sound: bool) -> bool:
        """Whether a folded word is one of these, as the index would find it."""
        if word in self.words or (self.begins and word.startswith(self.words[-1])):
            return True
        if len(self.words) > 1:
            return False
        (wanted,) = self.words
        if wanted.isascii() and not (by_sound and word.isascii()):
            return False
        other = other_form(wanted) if wanted.isascii() else wanted
        found = other_form(word)
        if self.begins:
            return len(other) >= MIN_PREFIX and found.startswith(other)
        return bool(other) and found == other


def read_terms(text: str) -> list[Term]:
    """Return what a search text asks for, all of which must be there.

    Raises:
        QueryError: If it has no words, too many, or too short a beginning.

    >>> read_terms('"return and readmission" khart*')
    [Term(words=('return', 'and', 'readmission'), begins=False), \
Term(words=('khart',), begins=True)]
    """
    if len(text) > MAX_SEARCH_CHARACTERS:
        raise QueryError(
            f"The search text has {len(text):,} characters; expected at most"
            f" {MAX_SEARCH_CHARACTERS:,}."
        )
    terms: list[Term] = []
    for phrase, piece in _PIECE.findall(text):
        found = tuple(words(phrase or piece))
        if phrase and found:
            terms.append(Term(found))
        else:
            terms += [Term((word,)) for word in found[:-1]]
            terms += [Term((word,), piece.endswith("*")) for word in found[-1:]]
    _check(terms, text)
    return list(dict.fromkeys(terms))


def _check(terms: list[Term], text: str) -> None:
    if not terms:
        raise QueryError(
            f"The search text {text[:40]!r} holds no word; expected one at least, of"
            " letters or digits."
        )
    if sum(len(term.words) for term in terms) > MAX_SEARCH_WORDS:
        raise QueryError(
            f"The search text has more than {MAX_SEARCH_WORDS} words; expected fewer."
        )
    for term in terms:
        if term.begins and len(term.words[-1]) < MIN_PREFIX:
            raise QueryError(
                f"{term.words[-1]!r} begins too many words; expected at least"
                f" {MIN_PREFIX} letters before '*'."
            )


def marked(
    text: str, terms: list[Term], *, by_sound: bool = False
) -> list[tuple[str, bool]]:
    """Return a text in pieces, each with whether it is what was searched for.

    >>> marked("In Khartoum, Sudan", read_terms("khartum"), by_sound=True)
    [('In ', False), ('Khartoum,', True), (' Sudan', False)]
    """
    pieces: list[tuple[str, bool]] = []
    for piece in re.split(r"(\s+)", text):
        is_found = any(
            term.covers(word, by_sound=by_sound)
            for word in words(piece)
            for term in terms
        )
        if pieces and pieces[-1][1] == is_found:
            piece = pieces.pop()[0] + piece
        if piece:
            pieces.append((piece, is_found))
    return pieces
