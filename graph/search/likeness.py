"""How alike two words or two names are."""

from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from hiwar.graph.search import MAX_SEARCH_WORDS
from hiwar.graph.search.folding import other_form, words

__all__ = ["SOUND", "WRONG_LETTER", "errors", "likeness", "likeness_of"]

SOUND: Final = 0.97
"""Of words that sound alike."""

WRONG_LETTER: Final = 0.5
"""What a wrong letter takes, as a share of a letter."""

_INITIAL: Final = 0.7


@lru_cache(100_000)
def likeness(one: str, two: str) -> float:
    """Return how alike two folded words are: 1 the same, 0 another word.

    >>> likeness("khartum", "khartoum"), likeness("niger", "nigeria")
    (0.97, 0.0)
    """
    if one == two:
        return 1.0
    if len(one) == 1 or len(two) == 1:
        return _INITIAL if one[0] == two[0] and not one.isdigit() else 0.0
    if (other_form(one) or one) == (other_form(two) or two):
        return SOUND
    most = errors(min(len(one), len(two)))
    if one[0] != two[0] or one.isdigit() or two.isdigit() or not most:
        return 0.0
    distance = OSA.distance(one, two, score_cutoff=most)
    if distance > most:
        return 0.0
    return 1 - WRONG_LETTER * distance / max(len(one), len(two))


def errors(length: int) -> int:
    """Return how many letters of a word or name may be wrong."""
    return 0 if length < 5 else 1 if length < 9 else 2


def likeness_of(one: str, two: str) -> float:
    """Return how alike two names are, from 0 to 1, whatever else there is.

    >>> likeness_of("Khartoum", "khartum"), likeness_of("Rabat", "Prague")
    (0.97, 0.0)
    """
    ones, twos = words(one)[:MAX_SEARCH_WORDS], words(two)[:MAX_SEARCH_WORDS]
    if not ones or not twos:
        return 0.0
    found = [max(likeness(word, other) for other in twos) for word in ones]
    return sum(found) / max(len(ones), len(twos))
