"""Which of many patterns a text may hold, told in one pass over it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

import ahocorasick

from hiwar.graph.rules.needs import Needs, Way
from hiwar.graph.rules.strings import bits_told, fold_case

__all__ = ["Sieve", "fit_of"]

_FEWEST_BITS: Final = 6.0
"""Needs that tell less are met by nearly all texts."""
_FEW: Final = 12
"""So few strings are sought sooner one by one than all in one pass."""


class Sieve:
    """Many needs, met by a text or not, found in one pass over their words.

    >>> from hiwar.graph.rules.needs import needs_of
    >>> Sieve([needs_of("hosted"), needs_of("chaired")]).passing("It hosted.")
    [0]
    """

    def __init__(self, needs: Sequence[Needs]) -> None:
        ways = [(index, _told(way)) for index, item in enumerate(needs) for way in item]
        bits = _bits(way for _, way in ways)
        rarest: dict[str, list[tuple[int, int]]] = {}
        for index, way in ways:
            wanted = sum(bits[need] for need in way)
            for word in way[0] if way else ():
                rarest.setdefault(word, []).append((wanted, index))
        met = _met_by(bits)
        self._words = _automaton({word: (met[word], rarest.get(word)) for word in met})
        self._always = {index for index, way in ways if not way}

    def passing(self, text: str) -> list[int]:
        """Return the indexes of the needs that a text meets, in their order."""
        met, likely = 0, set[tuple[int, int]]()
        if not len(self._words):
            return sorted(self._always)
        for _, (bits, rarest) in self._words.iter(fold_case(text)):
            met |= bits
            if rarest:
                likely.update(rarest)
        passing = {index for wanted, index in likely if wanted & ~met == 0}
        return sorted(passing | self._always)


def fit_of(needs: Needs) -> Callable[[str], bool] | None:
    """Return what tells whether a folded text meets needs, None where each does.

    >>> from hiwar.graph.rules.needs import needs_of
    >>> fits = fit_of(needs_of("the .* hosted|chaired"))
    >>> fits and fits("it was chaired by"), fits and fits("the host")
    (True, False)
    """
    ways = [_told(way) for way in needs]
    if not all(ways):
        return None
    if not ways:
        return lambda _: False
    if len(ways) == 1 and sum(map(len, ways[0])) <= _FEW:
        return _one_by_one(ways[0])
    return _all_at_once(ways)


def _one_by_one(way: Way) -> Callable[[str], bool]:
    """Return what tells whether a text holds one of each of a few strings."""
    each = list(map(tuple, way))

    def is_met(folded: str) -> bool:
        for need in each:
            for word in need:
                if word in folded:
                    break
            else:
                return False
        return True

    return is_met


def _all_at_once(ways: Sequence[Way]) -> Callable[[str], bool]:
    """Return what tells whether a text meets one of some ways."""
    bits = _bits(ways)
    words = _automaton(_met_by(bits))
    alone = sum({bits[way[0]] for way in ways if len(way) == 1})
    together = [sum(bits[need] for need in way) for way in ways if len(way) > 1]

    def is_met(folded: str) -> bool:
        met = 0
        for _, more in words.iter(folded):
            if more & alone:
                return True
            met |= more
        return met != 0 and any(met & wanted == wanted for wanted in together)

    return is_met


def _bits(ways: Iterable[Way]) -> dict[frozenset[str], int]:
    """Return a bit for each need."""
    distinct = dict.fromkeys(need for way in ways for need in way)
    return {need: 1 << number for number, need in enumerate(distinct)}


def _met_by(bits: Mapping[frozenset[str], int]) -> dict[str, int]:
    """Return the bits of the needs that each string meets."""
    met: dict[str, int] = {}
    for need, bit in bits.items():
        for word in need:
            met[word] = met.get(word, 0) | bit
    return met


def _automaton(values: Mapping[str, object]) -> ahocorasick.Automaton:
    """Return what finds strings in a text, and gives the value of each."""
    words = ahocorasick.Automaton()
    for word, value in values.items():
        words.add_word(word, value)
    words.make_automaton()
    return words


def _told(way: Way) -> Way:
    """Return the needs that keep texts away, the most telling first."""
    return tuple(
        sorted(
            (need for need in dict.fromkeys(way) if bits_told(need) >= _FEWEST_BITS),
            key=bits_told,
            reverse=True,
        )
    )
