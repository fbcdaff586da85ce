"""Counting: what was found, what was to be found, and how much of it was right."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

__all__ = ["Note", "Scores", "Tally", "as_list", "is_absent", "pair_up"]

Likeness = Callable[[Any, Any], float]
Pairs = list[tuple[int, int]]


@dataclass(slots=True)
class Tally:
    """How much of one slot is right.

    >>> tally = Tally(hit=1, got=2, want=4)
    >>> tally.precision, tally.recall, round(tally.f1, 3)
    (0.5, 0.25, 0.333)
    """

    hit: float = 0.0
    got: int = 0
    want: int = 0

    def add(self, hit: float, got: int, want: int) -> None:
        """Count hits among what was found and what was to be found."""
        self.hit += hit
        self.got += got
        self.want += want

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.hit / self.got if self.got else float(not self.want)

    @property
    def recall(self) -> float:
        """The share of what was to be found that was found."""
        return self.hit / self.want if self.want else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Note:
    """One miss, extra or wrong value."""

    document: str
    slot: str
    what: str
    value: str


@dataclass(slots=True)
class Scores:
    """The tallies of all slots, and what was given as settled.

    Attributes:
        documents: How many documents were compared.
        absent: How many of them had no record.
        settled: Commitments, meetings given as held, and years filled in.
        false_settled: Those of them that are not so.
    """

    slots: dict[str, Tally] = field(default_factory=dict)
    documents: int = 0
    absent: int = 0
    settled: int = 0
    false_settled: int = 0
    notes: list[Note] = field(default_factory=list)

    @property
    def all_facts(self) -> Tally:
        """The sum of all slots."""
        total = Tally()
        for tally in self.slots.values():
            total.add(tally.hit, tally.got, tally.want)
        return total

    @property
    def false_adoption(self) -> float:
        """The share of what was given as settled that is not."""
        return self.false_settled / self.settled if self.settled else 0.0

    def count(self, slot: str, hit: float, got: int, want: int) -> None:
        """Count in one slot."""
        self.slots.setdefault(slot, Tally()).add(hit, got, want)

    def settle(self, *, is_false: bool) -> None:
        """Count something that was given as settled."""
        self.settled += 1
        self.false_settled += is_false

    def compare_lists(
        self, document: str, slot: str, gold: Any, got: Any, same: Likeness
    ) -> Pairs:
        """Count the items of two lists that pair, and return the pairs."""
        wanted, found = as_list(gold), as_list(got)
        pairs = pair_up(wanted, found, lambda a, b: float(bool(same(a, b))))
        self.count(slot, len(pairs), len(found), len(wanted))
        self.note_unpaired(document, slot, wanted, found, pairs)
        return pairs

    def compare_values(
        self, document: str, slot: str, gold: Any, got: Any, same: Likeness
    ) -> None:
        """Count one value, which may be absent on either side."""
        if is_absent(gold) and is_absent(got):
            return
        if is_absent(gold) or is_absent(got):
            what, value = ("extra", got) if is_absent(gold) else ("missed", gold)
            self.count(slot, 0, int(not is_absent(got)), int(not is_absent(gold)))
            self.notes.append(Note(document, slot, what, str(value)))
            return
        hit = float(same(gold, got))
        self.count(slot, hit, 1, 1)
        if hit < 1:
            self.notes.append(Note(document, slot, "wrong", f"{gold} -> {got}"))

    def note_unpaired(
        self, document: str, slot: str, gold: list[Any], got: list[Any], pairs: Pairs
    ) -> None:
        """Note what has no pair on either side."""
        for what, items, side in (("missed", gold, 0), ("extra", got, 1)):
            paired = {pair[side] for pair in pairs}
            self.notes += [
                Note(document, slot, what, _short(item))
                for index, item in enumerate(items)
                if index not in paired
            ]


def _short(item: Any) -> str:
    return str(item.get("name", item)) if isinstance(item, dict) else str(item)


def is_absent(value: Any) -> bool:
    """Whether a record leaves a value out."""
    return value is None or value in ("", [])


def as_list(value: Any) -> list[Any]:
    """Return a value that may be left out, alone or several as a list.

    >>> as_list(None), as_list("Kenya"), as_list(["Kenya", "Mali"])
    ([], ['Kenya'], ['Kenya', 'Mali'])
    """
    if is_absent(value) or value == {}:
        return []
    return value if isinstance(value, list) else [value]


def pair_up(
    gold: Iterable[Any], got: Iterable[Any], likeness: Likeness, floor: float = 0.0
) -> Pairs:
    """Return one-to-one pairs of indexes, the likest first, each above a floor.

    >>> pair_up([1, 5], [5, 2], lambda a, b: float(a == b))
    [(1, 0)]
    """
    found = list(got)
    table = [
        (likeness(wanted, item), i, j)
        for i, wanted in enumerate(gold)
        for j, item in enumerate(found)
    ]
    pairs: Pairs = []
    left: set[int] = set()
    right: set[int] = set()
    for value, i, j in sorted(table, reverse=True):
        if value > floor and i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((i, j))
    return pairs
