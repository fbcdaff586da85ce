"""Spellings that count as one: data and texts of a language are read in one of them.

A table ``[words.spelling]`` gives for each such letter or mark the one that it is read
as, one character for one, so that no offset shifts.
"""

from typing import Any, Final

__all__ = ["CAPITALS", "respell", "spelling_of"]

CAPITALS: Final = "A-ZÀ-ÖØ-Þ" + "".join(
    letter for letter in map(chr, range(0x100, 0x250)) if letter.isupper()
)
"""Latin capitals as in a class of a pattern, "Š" and "Ł" among them."""


def spelling_of(data: Any) -> dict[int, str]:
    """Return the letters of a language's data that are read as others.

    >>> spelling_of({"words": {"spelling": {"ى": "ي"}}})
    {1609: 'ي'}
    """
    given: dict[str, str] = data.get("words", {}).get("spelling", {})
    return {ord(char): plain for char, plain in given.items()}


def respell(data: Any, spelling: dict[int, str]) -> Any:
    """Return data with all their texts in one spelling.

    >>> respell({"a": ["فى"]}, {1609: "ي"})
    {'a': ['في']}
    """
    if isinstance(data, str):
        return data.translate(spelling)
    if isinstance(data, dict):
        return {
            respell(key, spelling): respell(value, spelling)
            for key, value in data.items()
        }
    if isinstance(data, list | tuple):
        return [respell(item, spelling) for item in data]
    return data
