"""A mention: something that a sentence names, with its place in the sentence."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from hiwar.graph.mentions.date import Date
from hiwar.graph.model import Thing
from hiwar.graph.rules import Rules
from hiwar.graph.text.repair import INVISIBLE, LIGATURES

__all__ = ["Mention", "View", "fold", "whole_name"]


def fold(text: str) -> str:
    """Return a text without case and accents, of the same length.

    >>> fold("Türkiye’s Çirağan"), len(fold("ﬁ İß")) == len("ﬁ İß")
    ("turkiye's ciragan", True)
    """
    return text.translate(_FOLDED)


def whole_name(text: str, start: int, end: int, contracted: Mapping[str, str]) -> str:
    """Return a name with the article that a particle before it has swallowed.

    >>> whole_name("au Maroc", 3, 8, {}), whole_name("للمغرب", 1, 6, {"ال": "ل"})
    ('Maroc', 'المغرب')
    """
    for article, rest in contracted.items():
        particle = text[start - 1 : start] == rest
        if particle and text.startswith(rest, start):
            return article + text[start + len(rest) : end]
    return text[start:end]


class _Folding(dict[int, str]):
    """One character for each character, made when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        base = unicodedata.normalize("NFKD", char)[0].lower()
        self[code] = base if len(base) == 1 else char
        return self[code]


_FOLDED = _Folding(
    str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "ى": "ي", "–": "-", "‑": "-"})
)
_RUN = re.compile(r"(?P<word>\S+)|\s+")
_SPACE = re.compile(r"\s+")
_SHOUTED = re.compile(r"(?:\b[A-ZÀ-Þ][A-ZÀ-Þ’'-]*\b[ ,]+){2,}[A-ZÀ-Þ]{3,}\b")
_ACRONYMS = re.compile(r"(?:[A-ZÀ-Þ-]{2,7}, )+[A-ZÀ-Þ-]{2,7}")
_LONGEST = 4000
_BREAK = re.compile(r"(?<=[a-zß-öø-ÿ])-[ \t]*\n\s*(?=[a-zß-öø-ÿ])")
_GLUED = re.compile(r"(?<=[a-zß-öø-ÿ]{2})(?=\([A-Z][A-Z-]{1,9}\))")
"""Where the space before an acronym in brackets is left out: "Committee(JMC)"."""
_VOWELS = frozenset(map(chr, (0x640, *range(0x64B, 0x653))))
"""Marks of Arabic that a text may have or leave out: short vowels, a long stroke."""
_UNREAD = INVISIBLE | _VOWELS
_ODD = re.compile(f"[{''.join(sorted({*_UNREAD, *LIGATURES}))}]")
_SMALL = frozenset(
    ["AND", "OF", "THE", "FOR", "TO", "ON", "IN", "AT", "BY", "WITH", "A", "AN", "FROM"]
)


def _calm(text: str) -> str:
    """Return a text whose lines in capitals are written like names.

    >>> _calm("MINISTER FOR FOREIGN AFFAIRS of the EU")
    'Minister for Foreign Affairs of the EU'
    >>> _calm("observers: IOM, UNHCR, ICMPD")
    'observers: IOM, UNHCR, ICMPD'
    """
    return _SHOUTED.sub(_calmed, text)


def _calmed(run: re.Match[str]) -> str:
    """Return a run of capitals written like names, a list of acronyms as it is."""
    if _ACRONYMS.fullmatch(run[0]):
        return run[0]
    return re.sub(
        r"[A-ZÀ-Þ][A-ZÀ-Þ’'-]*",
        lambda word: (
            word[0].lower()
            if word[0] in _SMALL and word.start()
            else word[0].capitalize()
        ),
        run[0],
    )


def _as_shown(text: str, offsets: list[int], broken: set[int]) -> tuple[str, list[int]]:
    """Return the letters that a page shows, and where each stands."""
    characters: list[str] = []
    places: list[int] = []
    for char, place in zip(text, offsets, strict=True):
        is_double = char == " " and (not characters or characters[-1] == " ")
        if is_double or char in _UNREAD or place in broken:
            continue
        shown = LIGATURES.get(char, char)
        characters.extend(shown)
        places.extend([place] * len(shown))
    shown = "".join(characters)
    for found in reversed(list(_GLUED.finditer(shown))):
        places.insert(found.start(), places[found.start()])
    return _GLUED.sub(" ", shown), places


class View:
    r"""A stretch of text with its white space made single, and the way back.

    What a page's layout put into words is not in it: soft hyphens, invisible marks,
    hyphens at the end of a line. A ligature is its letters, and before an acronym in
    brackets is a space.

    >>> View("one\n  two", 10).canonical(4)
    16
    >>> View("the of\ufb01\u00adcials of the minis-\ntry", 0).text
    'the officials of the ministry'
    >>> View("the Committee(JMC) met", 0).text
    'the Committee (JMC) met'

    Attributes:
        named: The registry's names in it, by the rules they were looked for with.
    """

    def __init__(self, text: str, start: int) -> None:
        self._given = text, start
        is_broken = "\n" in text and _BREAK.search(text)
        if is_broken or _ODD.search(text) or _GLUED.search(text):
            text = self._placed[0]
        else:
            text = _SPACE.sub(" ", text).removeprefix(" ")
        self.is_too_long = len(text) > _LONGEST
        self.text = text if self.is_too_long else _calm(text)
        self.folded = fold(self.text)
        self.named: dict[Rules, list[Mention]] = {}

    @cached_property
    def _placed(self) -> tuple[str, list[int]]:
        """The letters that a page shows, and where each stands; few are asked for."""
        text, start = self._given
        offsets: list[int] = []
        for run in _RUN.finditer(text):
            if run["word"]:
                offsets.extend(range(start + run.start(), start + run.end()))
            elif run.start():
                offsets.append(start + run.start())
        broken = {
            start + place
            for found in _BREAK.finditer(text)
            for place in range(*found.span())
        }
        return _as_shown(_SPACE.sub(" ", text).removeprefix(" "), offsets, broken)

    def canonical(self, position: int) -> int:
        """Return where a character of the view stands in the canonical text."""
        return self._placed[1][position]


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention: ``view.text[start:end]``.

    Attributes:
        slot: A name of `hiwar.graph.rules.SLOTS`.
        thing: What it names, where that is known.
        date: The date, for a mention of one.
        parts: The mentions inside it, such as the process in a meeting's name.
        details: What its own words say: a kind, an ordinal, a post.
    """

    slot: str
    start: int
    end: int
    text: str
    thing: Thing | None = None
    date: Date | None = None
    parts: tuple["Mention", ...] = ()
    details: dict[str, str] = field(default_factory=dict, compare=False)

    def part(self, slot: str) -> "Mention | None":
        """Return the first mention of that slot inside this one."""
        return next((item for item in self.parts if item.slot == slot), None)
