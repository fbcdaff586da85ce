"""Matching: which thing a name means, though it is spelt in another way.

Case, accents, transliteration, the order of words, typing errors, and words that say
little ("of", "process") count for little; a further word that says much, or a word
that is another one, counts for much. What is alike is a candidate; only what is
alike and alone is a match.
"""

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from hiwar.graph.search import MAX_SEARCH_WORDS
from hiwar.graph.search.folding import other_form, words
from hiwar.graph.search.likeness import SOUND, WRONG_LETTER, errors, likeness

__all__ = [
    "MATCH",
    "Candidate",
    "Name",
    "NameBook",
    "decided",
]

MATCH: Final = 88.0
"""The least score, of 100, of a match."""

_MARGIN: Final = 4.0
"""How much better than the second a match must be."""

_LEAST: Final = 30.0
"""The least score of a candidate."""

_LOOKED_AT: Final = 150
"""Names that are compared with a text, those with the most telling words first."""

_CUT_SHORT: Final = 0.8
_TELLS_LITTLE: Final = 0.4
_SHORT_WORD: Final = 0.3
_OTHER_ORDER: Final = 0.99


@dataclass(frozen=True, order=True, slots=True)
class Name:
    """A name of a thing.

    Attributes:
        thing: The IRI of what has it.
        kind: The class of that.
        text: The name.
        is_sure: Whether it means nothing else, so that it can be matched alone.
        is_exact: Whether it is a code or an acronym, where each letter counts.
    """

    thing: str
    kind: str
    text: str
    is_sure: bool = True
    is_exact: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """A thing that a text may mean, and the name that is most like it."""

    name: Name
    score: float
    is_match: bool = False


@dataclass(frozen=True, slots=True)
class _Entry:
    """A name with its folded words."""

    name: Name
    words: tuple[str, ...]

    @property
    def joined(self) -> str:
        return "".join(self.words)


class NameBook:
    """All names of a release, to be matched with. Threads may share it.

    >>> book = NameBook([Name("a", "State", "Niger"), Name("b", "State", "Nigeria")])
    >>> [(found.name.thing, found.is_match) for found in book.find("Nigería")]
    [('b', True)]
    >>> book.find("Algeria")
    []
    """

    def __init__(self, names: Iterable[Name]) -> None:
        entries = [_Entry(name, tuple(words(name.text))) for name in sorted(set(names))]
        self._entries = [entry for entry in entries if entry.words]
        self._by_word: dict[str, list[int]] = defaultdict(list)
        self._by_sound: dict[str, set[str]] = defaultdict(set)
        self._by_joined: dict[str, list[int]] = defaultdict(list)
        things: dict[str, set[str]] = defaultdict(set)
        for index, entry in enumerate(self._entries):
            self._by_joined[entry.joined].append(index)
            for word in set(entry.words):
                self._by_word[word].append(index)
                things[word].add(entry.name.thing)
        for word in self._by_word:
            self._by_sound[other_form(word) or word].add(word)
        count = len({entry.name.thing for entry in self._entries})
        self._weights = {word: _weight(len(of), count) for word, of in things.items()}
        self._vocabulary = sorted(self._by_word)
        self._joined = list(self._by_joined)

    def __len__(self) -> int:
        return len(self._entries)

    def find(
        self, text: str, kinds: Sequence[str] = (), most: int = 10
    ) -> list[Candidate]:
        """Return what a text may mean, the likeliest first; at most one match.

        Args:
            text: A name, however it is spelt.
            kinds: The classes that it may be of, any where empty.
            most: How many candidates are wanted.
        """
        wanted = tuple(words(text))[:MAX_SEARCH_WORDS]
        if not wanted:
            return []
        best: dict[str, Candidate] = {}
        for index in self._alike(wanted, kinds):
            entry = self._entries[index]
            score = self._score(text, wanted, entry)
            known = best.get(entry.name.thing)
            if score >= _LEAST and (known is None or known.score < score):
                best[entry.name.thing] = Candidate(entry.name, score)
        return decided(best.values())[:most]

    def beginning(
        self, text: str, kinds: Sequence[str] = (), most: int = 10
    ) -> list[Name]:
        """Return the names that have the words of a text, the last maybe cut short.

        Shorter names come first; each thing comes once.
        """
        *whole, last = words(text)[:MAX_SEARCH_WORDS] or [""]
        if not last:
            return []
        found = {
            index for word in self._starting(last) for index in self._by_word[word]
        }
        for word in whole:
            found &= set(self._by_word.get(word, ()))
        entries = (self._entries[index] for index in found)
        names: dict[str, Name] = {}
        for entry in sorted(entries, key=lambda item: (len(item.joined), item.name)):
            if not kinds or entry.name.kind in kinds:
                names.setdefault(entry.name.thing, entry.name)
        return list(names.values())[:most]

    def _starting(self, beginning: str) -> Iterator[str]:
        place = bisect_left(self._vocabulary, beginning)
        while self._vocabulary[place : place + 1]:
            if not self._vocabulary[place].startswith(beginning):
                return
            yield self._vocabulary[place]
            place += 1

    def _alike(self, wanted: Sequence[str], kinds: Sequence[str]) -> list[int]:
        """Return the names that share words with a text, the most telling first."""
        sums: Counter[int] = Counter()
        for word in dict.fromkeys(wanted):
            near = self._near(word)
            for other in near:
                for index in self._by_word[other]:
                    if not kinds or self._entries[index].name.kind in kinds:
                        sums[index] += round(1000 * self._weights[other] * near[other])
        found = sorted(sums, key=lambda index: (-sums[index], index))[:_LOOKED_AT]
        joined = "".join(wanted)
        same = process.extract(
            joined,
            self._joined,
            scorer=OSA.distance,
            processor=None,
            score_cutoff=errors(len(joined)),
            limit=20,
        )
        for key, _, _ in same:
            found += [
                index
                for index in self._by_joined[key]
                if not kinds or self._entries[index].name.kind in kinds
            ]
        return list(dict.fromkeys(found))

    def _near(self, word: str) -> dict[str, float]:
        """Return the words of names that a word may stand for, each with likeness."""
        near = dict.fromkeys(self._by_sound.get(other_form(word) or word, ()), SOUND)
        if most := errors(len(word)):
            hits = process.extract(
                word,
                self._vocabulary,
                scorer=OSA.distance,
                processor=None,
                score_cutoff=most,
                limit=50,
            )
            for other, _, _ in hits:
                near.setdefault(other, likeness(word, other))
        if word in self._by_word:
            near[word] = 1.0
        return {other: value for other, value in near.items() if value}

    def _score(self, text: str, wanted: Sequence[str], entry: _Entry) -> float:
        """Return how alike a text and a name are, up to 100."""
        if tuple(wanted) == entry.words:
            return 100.0
        joined = "".join(wanted)
        if joined == entry.joined:
            return 99.0
        if entry.name.is_exact or (text.isupper() and len(joined) <= 6):
            return 0.0
        distance = OSA.distance(joined, entry.joined)
        length = max(len(joined), len(entry.joined))
        is_near = distance <= errors(min(len(joined), len(entry.joined)))
        is_near = is_near and joined[0] == entry.joined[0]
        whole = 100 * (1 - WRONG_LETTER * distance / length) if is_near else 0.0
        return round(max(self._by_words(wanted, entry.words), whole), 1)

    def _likeness(self, word: str, other: str) -> float:
        """Return how alike two words are; one that tells little may be cut short."""
        is_cut = 3 <= len(word) < len(other) and other.startswith(word)
        if is_cut and self._weights[other] < _TELLS_LITTLE:
            return _CUT_SHORT
        return likeness(word, other)

    def _by_words(self, wanted: Sequence[str], named: Sequence[str]) -> float:
        """Return how much of what two names say is said by words that are alike."""
        pairs = sorted(
            (
                (alike, -abs(one - two), one, two)
                for one, word in enumerate(wanted)
                for two, other in enumerate(named)
                if (alike := self._likeness(word, other))
            ),
            reverse=True,
        )
        ones, twos, common = dict[int, int](), set[int](), 0.0
        for alike, _, one, two in pairs:
            if one not in ones and two not in twos:
                ones[one] = two
                twos.add(two)
                common += alike * self._weights[named[two]]
        left = sum(
            self._weights.get(word, _SHORT_WORD if len(word) < 3 else 1.0)
            for one, word in enumerate(wanted)
            if one not in ones
        )
        whole = sum(self._weights[word] for word in named)
        matched = sum(self._weights[named[two]] for two in twos)
        order = [ones[one] for one in sorted(ones)]
        scale = 1.0 if order == sorted(order) else _OTHER_ORDER
        return 100 * scale * 2 * common / (left + matched + whole)


def decided(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return candidates, the best first, which is a match where it stands alone."""
    found = sorted(candidates, key=lambda item: (-item.score, item.name))
    if not found:
        return []
    first, second = found[0], found[1].score if len(found) > 1 else 0.0
    is_match = (
        first.name.is_sure
        and first.score >= MATCH
        and first.score - second >= (_MARGIN if first.score < 99 else 1.0)
    )
    return [Candidate(first.name, first.score, is_match), *found[1:]]


def _weight(count: int, of: int) -> float:
    """Return how much a word says that so many things have in their names."""
    return max(0.05, (1 - math.log(count) / math.log(of + 1)) ** 2)
