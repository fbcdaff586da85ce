"""Folding: spellings of one word, in any of our languages, become one.

Accents, case and width go; letters that Arabic, Persian and the Nordic languages
write in several ways become one; the Arabic article and what is written with it go;
French elisions are words of their own. The letters are data: ``folding.toml``.
"""

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final

__all__ = ["other_form", "words"]

_WORD: Final = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_LEAST: Final = 3
"""Letters that are left of a word, or that a word has to be compared by sound."""


def words(text: str) -> list[str]:
    """Return the words of a text, folded, in their order.

    >>> words("L’Évêque d'Égypte at Malmö; Egypt's")
    ['l', 'eveque', 'd', 'egypte', 'at', 'malmo', 'egypt']
    >>> words("وبالخرطوم") == words("الخرطوم") == words("خرطوم")
    True
    """
    if text.isascii():
        text = text.lower()
    else:
        text = unicodedata.normalize("NFKD", text).casefold()
        text = unicodedata.normalize("NFKD", text).translate(_letters())
    return [part for word in _WORD.findall(text) for part in _parts(word)]


@lru_cache(50_000)
def other_form(word: str) -> str:
    """Return what else a folded word may be found by, or nothing.

    Of a Latin word that is its sound, the same for transliterations of one name; of
    an Arabic one, what is left without a letter that may be a word of its own.

    >>> other_form("khartoum") == other_form("khartum") == "kartum"
    True
    >>> other_form("mohammed") == other_form("muhamad"), other_form("ومصر")
    (True, 'مصر')
    """
    if len(word) < _LEAST or word.isdigit():
        return ""
    if word.isascii():
        sound = _sounds()[0].sub(lambda found: _sounds()[1][found[0]], word)
        return re.sub(r"(.)\1+", r"\1", sound)
    rest = word[1:]
    return rest if word[0] in _data("clitics") and len(rest) >= _LEAST else ""


@lru_cache(50_000)
def _parts(word: str) -> tuple[str, ...]:
    """Return the words that are written as one."""
    head, apostrophe, tail = word.partition("'")
    if apostrophe and head in _data("elided"):
        return (head, *_parts(tail))
    if apostrophe:
        word = word.removesuffix(f"'{_data('possessive')}").replace("'", "")
    for article in _data("articles"):
        rest = word.removeprefix(article)
        if rest != word and len(rest) >= _LEAST - 1:
            return (rest,)
    return (word,)


class _Letters(dict[int, str]):
    """What each character becomes: marks and signs of direction become nothing."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        category = unicodedata.category(letter)
        if category in ("Mn", "Me", "Cf"):
            found = ""
        else:
            found = str(unicodedata.digit(letter)) if category == "Nd" else letter
        self[code] = found
        return found


@cache
def _letters() -> _Letters:
    return _Letters({ord(key): value for key, value in _table()["letters"].items()})


@cache
def _sounds() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return what finds the letters of a sound, the longest first, and the sounds."""
    found = {
        letters: item["sound"]
        for item in _table()["sounds"]
        for letters in item["letters"]
    }
    return re.compile("|".join(sorted(found, key=len, reverse=True))), found


@cache
def _data(name: str) -> Any:
    return _table()["words"][name]


@cache
def _table() -> dict[str, Any]:
    text = files(__package__).joinpath("folding.toml").read_text("utf-8")
    return tomllib.loads(text)
