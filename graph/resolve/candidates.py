"""Which profiles are of one thing: the rule of the one candidate that is left.

A profile is what is known of a thing, from one document or from several that
speak of the same. Two profiles are the same, or may be, or are not, or too little
is given of them to tell. All that are the same are united. Of those that may be, a
profile is open where two of its candidates exclude one another; it stays as it is
and is listed. The others are united with the one candidate that is left to them.
Then all is weighed again, since what was united knows more. The result does not
depend on any order.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum
from itertools import combinations
from typing import Protocol, Self, TypeVar

from hiwar.graph.resolve.accounts import Member

__all__ = ["Match", "Profile", "unite"]


class Match(Enum):
    """How two profiles stand to one another."""

    SAME = "same"
    MAYBE = "maybe"
    DOUBTFUL = "doubtful"
    NOT = "not"

    @property
    def is_apart(self) -> bool:
        """Whether the two stay two; what is doubtful is listed all the same."""
        return self in (Match.DOUBTFUL, Match.NOT)


class Profile(Protocol):
    """What is known of one thing."""

    @property
    def members(self) -> tuple[Member, ...]:
        """The things of the documents that it is made from, sorted."""

    @property
    def blocks(self) -> frozenset[str]:
        """Words of which two profiles share one unless they are not the same."""

    def united(self, other: Self) -> Self:
        """Return what both know together."""

    def match(self, other: Self) -> Match:
        """Return how it stands to another; the same in both directions."""

    def contradicts(self, other: Self) -> bool:
        """Whether what is given of both cannot be of one thing.

        Less than `Match.NOT`: what only lacks something in common does not
        contradict, so that what was united stays so when a document goes.
        """


P = TypeVar("P", bound=Profile)
Settle = Callable[[list[P]], list[P]]


def unite(
    profiles: Iterable[P], known: Mapping[Member, str], settle: Settle[P] = list
) -> tuple[list[P], list[tuple[P, list[P]]]]:
    """Return one profile for each thing, and those that stay open.

    Only what shares a block is compared.

    Args:
        profiles: What each document knows of each thing.
        known: The names that members had before; what had one name keeps one,
            unless it contradicts now.
        settle: Called before each round with all profiles; returns them with what
            they know of each other.

    Returns:
        The profiles in the order of their first members; each open profile with
        its candidates.
    """
    done: list[P] = []
    left: list[tuple[P, list[P]]] = []
    for block in _blocks(_sorted(profiles)):
        found, still_open = _unite_block(block, known, settle)
        done.extend(found)
        left.extend(still_open)
    return _sorted(done), sorted(left, key=lambda pair: pair[0].members)


def _blocks(profiles: Sequence[P]) -> list[list[P]]:
    """Return the profiles in parts that share no block."""
    first: dict[str, int] = {}
    pairs = [
        (first.setdefault(block, index), index)
        for index, profile in enumerate(profiles)
        for block in profile.blocks
    ]
    parts = _connected(len(profiles), pairs)
    return [[profiles[index] for index in sorted(part)] for part in parts]


def _unite_block(
    profiles: Sequence[P], known: Mapping[Member, str], settle: Settle[P]
) -> tuple[list[P], list[tuple[P, list[P]]]]:
    found = _with_names(profiles, known)
    while True:
        found = _sorted(settle(_sorted(found)))
        pairs = _Pairs(found)
        united = _unite_groups(found, _connected(len(found), pairs.same), pairs, known)
        if len(united) == len(found):
            groups = _connected(len(found), pairs.settled())
            united = _unite_groups(found, groups, pairs, known)
        if len(united) == len(found):
            left = [
                (found[index], [found[other] for other in others])
                for index, others in pairs.left()
            ]
            return found, left
        found = united


class _Pairs:
    """How the profiles of a block stand to one another, by their numbers."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        count = len(profiles)
        self.same: list[tuple[int, int]] = []
        self._doubtful: list[tuple[int, int]] = []
        self._near: list[set[int]] = [set() for _ in range(count)]
        self._apart: list[set[int]] = [set() for _ in range(count)]
        for one, other in combinations(range(count), 2):
            match = profiles[one].match(profiles[other])
            side = self._apart if match.is_apart else self._near
            side[one].add(other)
            side[other].add(one)
            if match is Match.SAME:
                self.same.append((one, other))
            if match is Match.DOUBTFUL:
                self._doubtful.append((one, other))

    def clash(self, group: set[int]) -> bool:
        """Whether two of a group exclude one another."""
        return any(not self._apart[one].isdisjoint(group) for one in group)

    def settled(self) -> list[tuple[int, int]]:
        """Return the pairs of which neither has candidates that clash."""
        closed = {i for i, near in enumerate(self._near) if not self.clash(near)}
        return [(i, j) for i in sorted(closed) for j in sorted(self._near[i] & closed)]

    def left(self) -> list[tuple[int, list[int]]]:
        """Return what is open, with its candidates, and what is doubtful."""
        clashing = [i for i, near in enumerate(self._near) if self.clash(near)]
        found = [(i, sorted(self._near[i])) for i in clashing]
        return found + [(one, [other]) for one, other in self._doubtful]


def _sorted(profiles: Iterable[P]) -> list[P]:
    return sorted(profiles, key=lambda profile: profile.members)


def _with_names(profiles: Iterable[P], known: Mapping[Member, str]) -> list[P]:
    """Unite what had the same name before."""
    named: dict[str, P] = {}
    others = []
    for profile in profiles:
        names = sorted({known[m] for m in profile.members if m in known})
        before = named.get(names[0]) if names else None
        if not names or (before and before.contradicts(profile)):
            others.append(profile)
        else:
            named[names[0]] = before.united(profile) if before else profile
    return [*named.values(), *others]


def _connected(count: int, pairs: Iterable[tuple[int, int]]) -> list[set[int]]:
    """Return the connected parts of a graph over the first numbers."""
    part = list(range(count))

    def root(node: int) -> int:
        while part[node] != node:
            part[node] = part[part[node]]
            node = part[node]
        return node

    for one, other in pairs:
        low, high = sorted((root(one), root(other)))
        part[high] = low
    groups: dict[int, set[int]] = {}
    for node in range(count):
        groups.setdefault(root(node), set()).add(node)
    return list(groups.values())


def _unite_groups(
    profiles: Sequence[P],
    groups: Iterable[set[int]],
    pairs: _Pairs,
    known: Mapping[Member, str],
) -> list[P]:
    """Unite each group of which no two members exclude one another.

    Things that have different names become one only where a new document speaks of
    one of them: that a document goes is no news.
    """
    united = []
    for group in groups:
        parts = [profiles[index] for index in sorted(group)]
        members = [member for part in parts for member in part.members]
        names = {known[member] for member in members if member in known}
        is_old = len(names) > 1 and all(member in known for member in members)
        if is_old or pairs.clash(group):
            united.extend(parts)
            continue
        whole = parts[0]
        for position, part in enumerate(parts[1:], 1):
            if whole.match(part).is_apart:
                united.extend(parts[position:])
                break
            whole = whole.united(part)
        united.append(whole)
    return united
