"""What a text tells of a name: its members, its chair, its founding."""

import re
from collections.abc import Iterator
from functools import cache

from hiwar.graph.mentions.mention import View, fold
from hiwar.graph.rules import Rules

__all__ = ["has_offices", "is_told_of"]

_NEAR = 80
_LEADING = r"(?:{})(?: |(?<=['’]))"
"""An elided article is written to the name: "le secrétariat de l'Initiative"."""


def is_told_of(name: str, views: list[View], rules: Rules) -> bool:
    """Whether a text tells of the members, the chair or the founding of a name.

    Not where it goes on to say between whom it is: that is the name of another layer.
    """
    told = False
    for text, start, end in _occurrences(name, views):
        if _said(rules, "between", r" (?:{}) ").match(text, end):
            return False
        told = told or bool(
            _said(rules, "offices_behind", "(?:{})").match(text, end)
            or _leads(_said(rules, "told_before", _LEADING), text, start)
            or _leads(_said(rules, "offices_of", _LEADING), text, start)
        )
    return told


def _occurrences(name: str, views: list[View]) -> Iterator[tuple[str, int, int]]:
    """Yield the texts in which a name stands as a word, and where in them it does."""
    folded = fold(name)
    wanted = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    for view in views:
        if not view.is_too_long and folded in view.folded:
            for found in wanted.finditer(view.text):
                yield view.text, *found.span()


@cache
def _said(rules: Rules, words: str, form: str) -> re.Pattern[str]:
    """Return the pattern of what may be said before or behind a name."""
    listed = "|".join(rules.list_words(words)) or "(?!)"
    return re.compile(form.format(listed), re.IGNORECASE)


def _leads(said: re.Pattern[str], text: str, start: int) -> bool:
    """Whether words lead right up to a place in a text."""
    near = max(0, start - _NEAR)
    return any(
        found.end() == start for found in said.finditer(text, near, start + _NEAR)
    )


def has_offices(short: str, views: list[View], rules: Rules) -> bool:
    """Whether an acronym has members, a chair or a secretariat: it is no one meeting.

    So "Regional Conference on X (RCX)" is a process where there is "the chair of the
    RCX".
    """
    offices = _said(rules, "offices_of", _LEADING)
    return any(
        _leads(offices, text, start) for text, start, _ in _occurrences(short, views)
    )
