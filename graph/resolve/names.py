"""Names made comparable, and names made into slugs."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

__all__ = ["KIND_SEGMENTS", "fold", "is_telling", "kind_segment", "slug"]

KIND_SEGMENTS: Final = {
    "ActorGroup": "actor-group",
    "AreaOfFocus": "area-of-focus",
    "DialogueRound": "round",
    "FundingInstrument": "instrument",
    "PostHolding": "post-holding",
    "SourceDocument": "document",
}
"""The kinds whose part of an IRI is not simply their name in lower case."""

_LETTERS: Final = str.maketrans(
    {"ß": "ss", "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th"}
)
_LONGEST: Final = 80


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Return a name without case, accents and punctuation, words one space apart.

    >>> fold("François-Noël  BUFFET"), fold("Valletta Summit (2015)")
    ('francois noel buffet', 'valletta summit 2015')
    """
    parts = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    plain = "".join(char for char in parts if not unicodedata.combining(char))
    return " ".join(re.findall(r"\w+", plain.replace("_", " ")))


_GENERIC: Final = frozenset(
    fold(
        "a action adopted agenda agreement and annual at bilateral charter communique"
        " compact conclusions conference convention declaration dialogue document event"
        " final first for forum framework gathering high in international joint level"
        " meeting meetings memorandum ministerial ministers official officials of on"
        " outcome pact plan political priorities process programme protocol regional"
        " report review roadmap round second senior seminar session statement strategy"
        " summit technical text the thematic third treaty trilateral understanding"
        " with workshop"
    ).split()
)
"""Words that leave open of which meeting or document a name speaks."""


@lru_cache(maxsize=65536)
def is_telling(name: str) -> bool:
    """Whether a name says more than what sort of thing it is.

    >>> is_telling("Valletta Summit"), is_telling("the ministerial conference")
    (True, False)
    """
    return any(word not in _GENERIC for word in fold(name).split())


def slug(*parts: str) -> str:
    """Return ASCII words with hyphens, cut at a word; empty where no letter is left.

    >>> slug("Khartoum Process", "ministerial", "2025-04-09")
    'khartoum-process-ministerial-2025-04-09'
    """
    words = [re.sub(r"[^a-z0-9]", "", word) for word in fold(" ".join(parts)).split()]
    text = ""
    for word in filter(None, words):
        longer = f"{text}-{word}" if text else word
        if len(longer) > _LONGEST:
            break
        text = longer
    return text


def kind_segment(kind: str) -> str:
    """Return the part of an IRI that names a kind of things.

    >>> kind_segment("Meeting"), kind_segment("AreaOfFocus")
    ('meeting', 'area-of-focus')
    """
    return KIND_SEGMENTS.get(kind, kind.lower())
