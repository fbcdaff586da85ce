"""Alternatives of a pattern in an order in which they are tried faster.

A pattern that is blind to case tries each of its alternatives in turn, a hundred verbs
at each word. Those that begin with the same letter are put behind that letter, so that
one look at it passes over them all.
"""

import re
from collections.abc import Sequence
from typing import Final

__all__ = ["branched"]

_TOKEN: Final = re.compile(
    r"[^\\\[()|*+?{]+|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]"
    r"|\(\?P=\w+\)|\((?:\?(?:P<\w+>|\(\w+\)|<?[=!]|>|[a-z]*(?:-[a-z]+)?:))?|.",
    re.DOTALL,
)
_AGAIN: Final = "(?P="
_LEFT_ALONE: Final = ("(?(", "(?<")
_QUANTIFIERS: Final = "*+?{"


def branched(pattern: str) -> str:
    """Return a pattern that matches the same, with its alternatives put together.

    The order of those that may match at one place is kept, and so is what each match
    holds.

    >>> branched("met|hosted|held|hailed|(?:was|were) here")
    'met|h(?:osted|eld|ailed)|(?:w(?:as|ere)) here'
    """
    tokens = _TOKEN.findall(pattern)
    text, end = _alternatives(tokens, 0)
    return text if end == len(tokens) else pattern


def _alternatives(
    tokens: Sequence[str], place: int, *, is_joined: bool = True
) -> tuple[str, int]:
    """Return the alternatives up to the end of their group, and where that is."""
    found = [""]
    while place < len(tokens) and tokens[place] != ")":
        token = tokens[place]
        place += 1
        if token == "|":
            found.append("")
        elif token.startswith("(") and not token.startswith(_AGAIN):
            may_join = not token.startswith(_LEFT_ALONE)
            inner, place = _alternatives(tokens, place, is_joined=may_join)
            found[-1] += f"{token}{inner})"
            place += 1
        else:
            found[-1] += token
    return (_joined(found) if is_joined else "|".join(found)), place


def _joined(alternatives: Sequence[str]) -> str:
    """Return alternatives, those of a letter behind it where none stands between."""
    runs: list[dict[str, list[str]]] = [{}]
    for item in alternatives:
        letter = _first_letter(item)
        if letter:
            runs[-1].setdefault(letter, []).append(item[1:])
        else:
            runs += [{item: []}, {}]
    parts = []
    for run in runs:
        for letter, rests in run.items():
            one = "".join(rests) if len(rests) == 1 else f"(?:{_joined(rests)})"
            parts.append(letter + (one if rests else ""))
    return "|".join(parts)


def _first_letter(text: str) -> str:
    """Return the small letter that a text must begin with, if it is one and once."""
    is_letter = text[:1].isascii() and text[:1].islower()
    return text[0] if is_letter and text[1:2] not in tuple(_QUANTIFIERS) else ""
