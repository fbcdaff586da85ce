"""Documents that texts speak of: one by name, framework and year of adoption."""

from dataclasses import dataclass
from typing import Self

from rdflib import URIRef

from hiwar.graph import edtf
from hiwar.graph.namespaces import HIWAR
from hiwar.graph.resolve.accounts import DATES, Accounts, Member
from hiwar.graph.resolve.candidates import Match
from hiwar.graph.resolve.meetings import MeetingProfile
from hiwar.graph.resolve.names import is_telling
from hiwar.graph.resolve.world import World

__all__ = ["DocumentProfile", "document_profile"]


@dataclass(frozen=True, slots=True)
class DocumentProfile:
    """What is known of one document that texts speak of.

    Attributes:
        dates: The EDTF dates of it and of the meetings that adopted it.
    """

    members: tuple[Member, ...]
    names: frozenset[str] = frozenset()
    processes: frozenset[URIRef] = frozenset()
    meetings: frozenset[URIRef] = frozenset()
    kinds: frozenset[URIRef] = frozenset()
    dates: frozenset[str] = frozenset()

    @property
    def blocks(self) -> frozenset[str]:
        """The names."""
        return self.names

    def united(self, other: Self) -> Self:
        """Return what both know together."""
        return type(self)(
            tuple(sorted({*self.members, *other.members})),
            self.names | other.names,
            self.processes | other.processes,
            self.meetings | other.meetings,
            self.kinds | other.kinds,
            self.dates | other.dates,
        )

    def match(self, other: Self) -> Match:
        """Return how two documents stand to one another.

        A name such as "political declaration" is not enough; the same meeting, or
        framework and year, must be given too.
        """
        shared = self.names & other.names
        mine = {member.content_hash for member in self.members}
        is_of_one = any(member.content_hash in mine for member in other.members)
        if not shared or is_of_one or self.contradicts(other):
            return Match.NOT
        is_dated = bool(self.dates and other.dates)
        is_placed = bool(self.processes & other.processes)
        if self.meetings & other.meetings or (is_dated and is_placed):
            return Match.SAME
        if not any(is_telling(name) for name in shared):
            return Match.NOT
        return Match.SAME if is_dated or is_placed else Match.MAYBE

    def contradicts(self, other: Self) -> bool:
        """Whether framework, kind or year conflict."""
        years = (
            (one[:4], another[:4]) for one in self.dates for another in other.dates
        )
        return (
            _differ(self.processes, other.processes)
            or _differ(self.kinds, other.kinds)
            or not all(edtf.compatible(*pair) for pair in years)
        )


def _differ(one: frozenset[URIRef], other: frozenset[URIRef]) -> bool:
    return bool(one and other and not one & other)


def document_profile(
    accounts: Accounts,
    world: World,
    member: Member,
    meetings: dict[URIRef, MeetingProfile],
) -> DocumentProfile:
    """Return what one document says of another."""

    def iris(predicate: URIRef) -> frozenset[URIRef]:
        return world.iris(member, accounts.values(member, predicate))

    adopted_at = iris(HIWAR.adoptedAt)
    dates = set(accounts.texts(member, *DATES))
    for meeting in adopted_at & meetings.keys():
        dates |= meetings[meeting].dates
    return DocumentProfile(
        (member,),
        frozenset(accounts.names(member)),
        iris(HIWAR.frameworkOf),
        adopted_at,
        iris(HIWAR.documentKind),
        frozenset(date for date in dates if edtf.first_bounds(date)[0]),
    )
