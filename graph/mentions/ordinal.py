"""Ordinals in names: "third", "3rd", "III", as a language writes them."""

import re

from hiwar.graph.rules import Rules

__all__ = ["ordinal_number"]


def ordinal_number(word: str | None, rules: Rules) -> int | None:
    """Return the number that an ordinal stands for."""
    if not word:
        return None
    digits = re.search(r"\d+", word)
    if digits:
        return int(digits[0])
    named: dict[str, int] = rules.words.get("ordinals", {})
    tens: dict[str, int] = rules.words.get("ordinal_tens", {})
    behind: dict[str, int] = rules.words.get("ordinal_tens_behind", {})
    ten, _, one = word.lower().replace("-", " ").partition(" ")
    if one and ten in tens:
        return tens[ten] + named.get(one, 0)
    if one in behind and ten in named:
        return named[ten] + behind[one]
    return named.get(word.lower()) or _roman(re.sub("[^A-Z].*", "", word))


def _roman(word: str) -> int | None:
    """Return the value of a Roman numeral.

    >>> _roman("XVIII"), _roman("IX")
    (18, 9)
    """
    values = {"I": 1, "V": 5, "X": 10}
    if not word or set(word) - set(values):
        return None
    numbers = [values[char] for char in word]
    following = [*numbers[1:], 0]
    return sum(
        -n if n < after else n for n, after in zip(numbers, following, strict=True)
    )
