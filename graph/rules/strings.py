"""Strings that patterns and texts share: folded alike, plain or not, rare or common."""

from functools import lru_cache
from math import inf, log2
from typing import Final

__all__ = ["bits_told", "fold_case", "has_slot", "is_plain"]

_ODD_CASES: Final = str.maketrans({"ſ": "s", "ı": "i", "İ": "i"})


class _Bits(dict[str, float]):
    """How much it tells that a character stands in a text."""

    def __missing__(self, sign: str) -> float:
        self[sign] = 8.0 if _is_slot(sign) else 6.0
        return self[sign]


_BITS: Final = _Bits(
    {" ": 2.5, **dict.fromkeys("etaoinsr", 4.0), **dict.fromkeys("hldcu", 5.0)}
)


@lru_cache(maxsize=64)
def fold_case(text: str) -> str:
    """Return a text in which what a pattern blind to case takes as one is one.

    A sentence is asked for many patterns in a row: the last ones are kept.

    >>> fold_case("İSTANBUL ıſ")
    'istanbul is'
    """
    is_odd = "ſ" in text or "ı" in text or "İ" in text
    return (text.translate(_ODD_CASES) if is_odd else text).lower()


def is_plain(character: str) -> bool:
    """Whether folding is sure to make one of all that a pattern takes as it."""
    return (
        character.isascii()
        or character.lower() == character.upper()
        or "à" <= character <= "ž"
    )


def has_slot(need: frozenset[str]) -> bool:
    """Whether one of some strings holds a mention, as most sentences do."""
    return any(_is_slot(sign) for word in need for sign in word)


def _is_slot(sign: str) -> bool:
    return "\ue000" <= sign <= "\uf8ff"


@lru_cache(maxsize=4096)
def bits_told(need: frozenset[str]) -> float:
    """Return how much it tells that a text holds one of some strings.

    One long word tells more than many short ones, and so do letters that are rare.
    """
    share = sum(2 ** -sum(map(_BITS.__getitem__, word)) for word in need)
    return -log2(share) if share else inf
