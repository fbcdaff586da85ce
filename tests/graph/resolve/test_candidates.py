"""The rule of the one candidate that is left, on the smallest of profiles."""

from dataclasses import dataclass
from typing import Any, Self

from hypothesis import given, settings
from hypothesis import strategies as st

from hiwar.graph.resolve.accounts import Member
from hiwar.graph.resolve.candidates import Match, unite


@dataclass(frozen=True)
class Sighting:
    """Somebody seen, by the colours of hat and coat as far as they were seen."""

    members: tuple[Member, ...]
    hat: str = ""
    coat: str = ""
    number: str = ""

    @property
    def blocks(self) -> frozenset[str]:
        return frozenset({"street"})

    def united(self, other: Self) -> Self:
        return type(self)(
            tuple(sorted({*self.members, *other.members})),
            self.hat or other.hat,
            self.coat or other.coat,
            self.number or other.number,
        )

    def contradicts(self, other: Self) -> bool:
        mine = (self.hat, self.coat, self.number)
        theirs = (other.hat, other.coat, other.number)
        pairs = zip(mine, theirs, strict=True)
        return any(one and two and one != two for one, two in pairs)

    def match(self, other: Self) -> Match:
        if self.contradicts(other):
            return Match.NOT
        same = self.number and self.number == other.number
        return Match.SAME if same else Match.MAYBE


def seen(name: str, hat: str = "", coat: str = "", number: str = "") -> Sighting:
    return Sighting((Member(name, "Person", "key"),), hat, coat, number)


def groups(*sightings: Sighting) -> tuple[list[str], int]:
    found, left = unite(sightings, {})
    names = ["".join(member.content_hash for member in s.members) for s in found]
    return names, len(left)


def test_one_candidate_is_taken() -> None:
    assert groups(seen("a", "red"), seen("b", coat="blue")) == (["ab"], 0)


def test_of_two_that_exclude_one_another_none_is_taken() -> None:
    found = groups(seen("a", "red"), seen("b", "green"), seen("c", coat="blue"))
    assert found == (["a", "b", "c"], 1)


def test_what_is_the_same_is_united_before_candidates_are_counted() -> None:
    found = groups(
        seen("a", "red", number="1"),
        seen("b", coat="blue", number="1"),
        seen("c", "red", "blue"),
    )
    assert found == (["abc"], 0)


def test_what_was_united_can_exclude_a_candidate_of_another() -> None:
    found = groups(
        seen("a", "red", number="1"),
        seen("b", coat="blue", number="1"),
        seen("c", "green"),
        seen("d", coat="white"),
    )
    assert found == (["ab", "cd"], 0)


def test_what_had_one_name_stays_one_and_two_names_need_news() -> None:
    one, two, three = seen("a", "red"), seen("b", coat="blue"), seen("c", "red")
    known = {one.members[0]: "x", two.members[0]: "y"}
    assert len(unite([one, two], known)[0]) == 2
    assert len(unite([one, two, three], known)[0]) == 1
    apart = {one.members[0]: "x", seen("d", "green").members[0]: "x"}
    assert len(unite([one, seen("d", "green")], apart)[0]) == 2


COLOURS = st.sampled_from(["", "red", "blue"])
SIGHTINGS = st.lists(st.tuples(COLOURS, COLOURS, COLOURS), max_size=7)


@settings(deadline=None)
@given(SIGHTINGS, st.randoms())
def test_the_result_is_whole_consistent_and_of_no_order(
    rows: list[tuple[str, str, str]], random: Any
) -> None:
    sightings = [seen(str(number), *row) for number, row in enumerate(rows)]
    found, left = unite(sightings, {})
    shuffled = list(sightings)
    random.shuffle(shuffled)
    assert unite(shuffled, {}) == (found, left)
    members = [member for sighting in found for member in sighting.members]
    assert sorted(members) == sorted(s.members[0] for s in sightings)
    by_member = {s.members[0]: s for s in sightings}
    for whole in found:
        parts = [by_member[member] for member in whole.members]
        assert not any(a.contradicts(b) for a in parts for b in parts)
