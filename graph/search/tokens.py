"""The tokens of a query, as the engine's parser reads them.

Source: https://www.w3.org/TR/sparql11-query/#sparqlGrammar (19.8).
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from hiwar.errors import QueryError

__all__ = ["Token", "may_search", "place", "tokens"]

_HEX: Final = r"(?:\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})"
_WORD: Final = r"[^\W\d]\w*+(?:[.\-·]++\w++)*+"
_TOKEN: Final = re.compile(
    rf"""
    (?P<space>[ \t\r\n]+|\#[^\r\n]*)
  | (?P<iri><(?:[^\x00-\x20<>"{{}}|^`\\]|{_HEX})*>)
  | (?P<string>'''(?:'{{0,2}}(?:[^'\\]|\\.))*+'''
             |\"\"\"(?:"{{0,2}}(?:[^"\\]|\\.))*+\"\"\"
             |'(?:[^'\\\r\n]|\\.)*+'|"(?:[^"\\\r\n]|\\.)*+")
  | (?P<variable>[?$]\w+)
  | (?P<name>(?:{_WORD})?:(?:[\w\-·.:]|%[0-9A-Fa-f]{{2}}|\\[^\w\s])*(?<!\.))
  | (?P<tag>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<number>(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+\-]?\d+)?)
  | (?P<word>{_WORD})
  | (?P<mark>\^\^|&&|\|\||[<>!]=|<<\(?|\)?>>|.)
    """,
    re.VERBOSE | re.DOTALL,
)

_QUOTES: Final = frozenset("\"'")
_MOST_STRAYS: Final = 8


class Token(NamedTuple):
    """One token; ``kind`` is a group of the pattern above."""

    kind: str
    text: str
    start: int


def may_search(text: str) -> bool:
    """Whether a query could name the search extension; cheap, for every query."""
    return "search" in text or "\\" in text


def tokens(text: str) -> Iterator[Token]:
    """Yield every token of a text, white space and comments too.

    A quote that begins no string is a token; the text is no query then. Each takes a
    reading of the rest of its line, or of the text, so that many are not read.

    Raises:
        QueryError: If there are many.

    >>> [token.text for token in tokens("ASK{?s?p'a}'}") if token.kind != "space"]
    ['ASK', '{', '?s', '?p', "'a}'", '}']
    """
    strays = 0
    for match in _TOKEN.finditer(text):
        token = Token(match.lastgroup or "mark", match[0], match.start())
        if token.kind == "mark" and token.text in _QUOTES:
            strays += 1
            if strays > _MOST_STRAYS:
                line, column = place(text, token)
                raise QueryError(
                    f"line {line}, column {column}: this quote begins a string that"
                    " does not end on its line, as others before it.",
                    line=line,
                    column=column,
                )
        yield token


def place(text: str, token: Token) -> tuple[int, int]:
    """Return the line and the column at which a token of a text begins."""
    before = text[: token.start]
    return before.count("\n") + 1, token.start - before.rfind("\n")
