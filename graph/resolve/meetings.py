"""Meetings: one where process and kind agree and nothing given conflicts."""

from dataclasses import dataclass
from datetime import date
from typing import Final, Self

from rdflib import URIRef

from hiwar.graph import edtf
from hiwar.graph.model import Thing
from hiwar.graph.namespaces import HIWAR, concept_iri
from hiwar.graph.resolve.accounts import DATES, Accounts, Member
from hiwar.graph.resolve.candidates import Match
from hiwar.graph.resolve.names import is_telling
from hiwar.graph.resolve.world import World

__all__ = ["MeetingProfile", "bounds_of", "meeting_profile", "narrower"]

_RECURRING: Final = frozenset(
    concept_iri("meeting-kind", kind) for kind in ("thematic", "workshop", "other")
)
"""Kinds of which a process has many a year, so that the name must agree too."""


@dataclass(frozen=True, slots=True)
class MeetingProfile:
    """What is known of one meeting.

    Attributes:
        states: The states of the venue, as said or as the registry has it.
        dates: The EDTF dates for which it is announced or reported.
        within: The bounds that are given apart from dates.
    """

    members: tuple[Member, ...]
    processes: frozenset[URIRef] = frozenset()
    kinds: frozenset[URIRef] = frozenset()
    ordinals: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    places: frozenset[URIRef] = frozenset()
    states: frozenset[URIRef] = frozenset()
    host_states: frozenset[URIRef] = frozenset()
    dates: frozenset[str] = frozenset()
    within: edtf.Bounds = edtf.UNBOUNDED
    is_held: bool = False

    @property
    def blocks(self) -> frozenset[str]:
        """Each process with each kind, and the names that tell."""
        pairs = {
            f"{process} {kind}" for process in self.processes for kind in self.kinds
        }
        return frozenset(pairs) | self._telling()

    @property
    def venue_states(self) -> frozenset[URIRef]:
        """The states of the venue, or of the hosts where no venue is given."""
        return self.states if self.states or self.places else self.host_states

    def days(self) -> edtf.Bounds:
        """Return the days between which it is, by its dates and its bounds."""
        found = self.within
        for text in self.dates:
            filled = edtf.fill_year(text, self.within) or text
            found = narrower(found, edtf.bounds(filled))
        return found

    def _telling(self) -> frozenset[str]:
        return frozenset(name for name in self.names if is_telling(name))

    def united(self, other: Self) -> Self:
        """Return what both know together."""
        return type(self)(
            tuple(sorted({*self.members, *other.members})),
            self.processes | other.processes,
            self.kinds | other.kinds,
            self.ordinals | other.ordinals,
            self.names | other.names,
            self.places | other.places,
            self.states | other.states,
            self.host_states | other.host_states,
            self.dates | other.dates,
            narrower(self.within, other.within),
            self.is_held or other.is_held,
        )

    def contradicts(self, other: Self) -> bool:
        """Whether number, kind, venue or date conflict."""
        return (
            _differ(self.ordinals, other.ordinals)
            or _differ(self.kinds, other.kinds)
            or _differ(self.places, other.places)
            or _differ(self.states, other.states)
            or not _dates_agree(self, other)
        )

    def _may_be(self, other: Self) -> bool:
        """Whether two meetings of no process are of one kind and of one time."""
        of_none = not self.processes and not other.processes
        kinds = (self.kinds & other.kinds) - _RECURRING
        return bool(of_none and kinds and self.dates and other.dates)

    def match(self, other: Self) -> Match:
        """Return how two meetings stand to one another."""
        mine = {member.content_hash for member in self.members}
        if any(member.content_hash in mine for member in other.members):
            return Match.NOT
        if _differ(self.venue_states, other.venue_states) or self.contradicts(other):
            return Match.NOT
        telling = bool(self._telling() & other._telling())
        if not self.processes or not other.processes:
            if telling:
                return Match.SAME
            return Match.DOUBTFUL if self._may_be(other) else Match.NOT
        if not self.processes & other.processes or not self.kinds & other.kinds:
            return Match.NOT
        if self.ordinals & other.ordinals or _days(self) & _days(other):
            return Match.SAME
        if self.kinds & other.kinds <= _RECURRING and not self.names & other.names:
            return Match.NOT
        is_report_of = self.is_held != other.is_held
        if is_report_of and not (telling or _agree(self, other)):
            return Match.DOUBTFUL
        return Match.MAYBE


def meeting_profile(accounts: Accounts, world: World, member: Member) -> MeetingProfile:
    """Return what one document says of a meeting."""

    def iris(*predicates: URIRef) -> frozenset[URIRef]:
        return world.iris(member, accounts.values(member, *predicates))

    rounds = accounts.things_among(member, HIWAR.inRound)
    hosts = accounts.values(member, HIWAR.hostedBy)
    states = [
        host for host in hosts if isinstance(host, Thing) and host.kind == "State"
    ]
    places = iris(HIWAR.heldInPlace, HIWAR.scheduledIn)
    return MeetingProfile(
        (member,),
        iris(HIWAR.isMeetingOf).union(
            *(world.iris(one, accounts.values(one, HIWAR.roundOf)) for one in rounds)
        ),
        iris(HIWAR.meetingKind),
        frozenset(accounts.texts(member, HIWAR.ordinal)),
        frozenset(accounts.names(member)),
        places,
        iris(HIWAR.heldInState) | world.states_of(places),
        world.iris(member, states),
        frozenset(accounts.texts(member, *DATES)),
        bounds_of(accounts, member),
        accounts.is_held(member),
    )


def bounds_of(accounts: Accounts, member: Member) -> edtf.Bounds:
    """Return the bounds that a document gives a thing apart from dates."""
    low = max(accounts.texts(member, HIWAR.notBefore), default="")
    high = min(accounts.texts(member, HIWAR.notAfter), default="")
    return (
        date.fromisoformat(low) if low else None,
        date.fromisoformat(high) if high else None,
    )


def narrower(one: edtf.Bounds, other: edtf.Bounds) -> edtf.Bounds:
    """Return the bounds that both give together."""
    low = max(filter(None, (one[0], other[0])), default=None)
    high = min(filter(None, (one[1], other[1])), default=None)
    return low, high


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other and not one & other)


def _dates_agree(one: MeetingProfile, other: MeetingProfile) -> bool:
    within = narrower(one.within, other.within)
    return (
        edtf.overlap(one.within, other.within)
        and all(edtf.compatible(a, b) for a in one.dates for b in other.dates)
        and all(edtf.can_start(date_, within) for date_ in one.dates | other.dates)
    )


def _days(profile: MeetingProfile) -> set[date]:
    return {day for text in profile.dates if (day := edtf.start_day(text))}


def _agree(one: MeetingProfile, other: MeetingProfile) -> bool:
    """Whether something given of both agrees: place, state or date."""
    return bool(
        one.places & other.places
        or one.venue_states & other.venue_states
        or (one.dates and other.dates)
    )
