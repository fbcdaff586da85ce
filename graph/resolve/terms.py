"""Relations: one where the roles are filled alike and the dates of the term agree."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final, Self

from rdflib import Graph, URIRef

from hiwar.graph import edtf
from hiwar.graph.model import Status
from hiwar.graph.namespaces import BASE, HIWAR, RDF
from hiwar.graph.resolve.accounts import Accounts, Member
from hiwar.graph.resolve.candidates import Match
from hiwar.graph.resolve.meetings import MeetingProfile, bounds_of, narrower
from hiwar.graph.resolve.roles import ROLES
from hiwar.graph.resolve.world import World

__all__ = [
    "TERM_KINDS",
    "TermProfile",
    "bound_by_later_terms",
    "registered_chairs",
    "term_profile",
]

TERM_KINDS: Final = (
    "Participation",
    "Adoption",
    "Chairmanship",
    "Membership",
    "PostHolding",
)
_TIMELESS: Final = frozenset({"Participation", "Adoption"})
_RECORD: Final = "registry"
_HANDOVER: Final = (HIWAR.handedOverTo, HIWAR.handedOverAt)


@dataclass(frozen=True, slots=True)
class TermProfile:
    """What is known of one relation.

    Attributes:
        roles: Predicate, subject and object of what describes it; a negated term
            has its own, so that it is never one with another.
        start: The days between which the term starts.
        end: The days between which it ends.
        dated: Both by its own dates alone, without those of a handover: what the
            registry's term is compared with.
    """

    members: tuple[Member, ...]
    roles: str
    start: edtf.Bounds = edtf.UNBOUNDED
    end: edtf.Bounds = edtf.UNBOUNDED
    dated: tuple[edtf.Bounds, edtf.Bounds] = (edtf.UNBOUNDED, edtf.UNBOUNDED)

    @property
    def blocks(self) -> frozenset[str]:
        """The roles."""
        return frozenset({self.roles})

    def united(self, other: Self) -> Self:
        """Return what both know together."""
        return replace(
            self,
            members=tuple(sorted({*self.members, *other.members})),
            start=narrower(self.start, other.start),
            end=narrower(self.end, other.end),
            dated=(
                narrower(self.dated[0], other.dated[0]),
                narrower(self.dated[1], other.dated[1]),
            ),
        )

    def contradicts(self, other: Self) -> bool:
        """Whether roles or dates conflict."""
        (mine_from, mine_to), (from_, to) = self._days(other), other._days(self)
        start, end = narrower(mine_from, from_), narrower(mine_to, to)
        spans = (start, end, (start[0], end[1]))
        return self.roles != other.roles or not all(_is_span(span) for span in spans)

    def match(self, other: Self) -> Match:
        """Return how two terms stand to one another."""
        if self.roles == other.roles and self.members[0].kind in _TIMELESS:
            return Match.SAME
        mine = {member.content_hash for member in self.members}
        is_of_one = any(member.content_hash in mine for member in other.members)
        if is_of_one or self.contradicts(other):
            return Match.NOT
        ends = zip(self._days(other), other._days(self), strict=True)
        if any(_both_known(one, another) for one, another in ends):
            return Match.SAME
        # the registry's term needs a date that agrees: no candidate is left by chance
        return Match.NOT if self._is_record or other._is_record else Match.MAYBE

    def _days(self, other: Self) -> tuple[edtf.Bounds, edtf.Bounds]:
        """Return the days of start and end that count beside another term."""
        beside_record = self.registered or other.registered
        return self.dated if beside_record else (self.start, self.end)

    @property
    def registered(self) -> str:
        """The path of the registry's name for it, empty where it has none."""
        return next((m.key for m in self.members if m.content_hash == _RECORD), "")

    @property
    def spoken_of(self) -> tuple[Member, ...]:
        """The members that documents speak of."""
        return tuple(m for m in self.members if m.content_hash != _RECORD)

    @property
    def _is_record(self) -> bool:
        return not self.spoken_of


def term_profile(
    accounts: Accounts,
    world: World,
    member: Member,
    meetings: Mapping[URIRef, MeetingProfile],
) -> TermProfile:
    """Return what one document says of a relation."""
    start, end = _within(accounts.texts(member, HIWAR.when))
    for text in accounts.texts(member, HIWAR.startDate):
        start = narrower(start, edtf.bounds(text))
    for text in accounts.texts(member, HIWAR.endDate):
        end = narrower(end, edtf.bounds(text))
    low, high = bounds_of(accounts, member)
    start, end = narrower(start, (low, None)), narrower(end, (None, high))
    dated = (start, end)
    handed, taken = _handovers(accounts, world, member, meetings)
    return TermProfile(
        (member,),
        _roles(accounts, world, member),
        narrower(start, taken),
        narrower(end, handed),
        dated,
    )


def registered_chairs(registry: Graph) -> list[TermProfile]:
    """Return the chairmanships of the registry, each under the registry's name."""
    found = []
    for node in sorted(registry.subjects(RDF.type, HIWAR.Chairmanship), key=str):
        chair = registry.value(node, HIWAR.chair)
        process = registry.value(node, HIWAR.chairedProcess)
        member = Member(_RECORD, "Chairmanship", str(node).removeprefix(f"{BASE}id/"))
        start, end = _within(map(str, registry.objects(node, HIWAR.when)))
        roles = f"{HIWAR.chairs} {chair} {process}"
        found.append(TermProfile((member,), roles, start, end, (start, end)))
    return found


def _within(dates: Iterable[str]) -> tuple[edtf.Bounds, edtf.Bounds]:
    """Return the days between which a term starts and ends, by its dates."""
    start, end = edtf.UNBOUNDED, edtf.UNBOUNDED
    for text in dates:
        low, high = edtf.bounds(text)
        if edtf.is_interval(text):
            start = narrower(start, edtf.first_bounds(text))
            end = narrower(end, edtf.last_bounds(text))
        else:
            start, end = narrower(start, (None, high)), narrower(end, (low, None))
    return start, end


def _handovers(
    accounts: Accounts,
    world: World,
    member: Member,
    meetings: Mapping[URIRef, MeetingProfile],
) -> tuple[edtf.Bounds, edtf.Bounds]:
    """Return the days of the handover to the next term and of that from the last."""
    given, taken = edtf.UNBOUNDED, edtf.UNBOUNDED
    if accounts.values(member, HIWAR.handedOverTo, HIWAR.handedOverAt):
        given = _handover(accounts, world, member, meetings)
    for statement in accounts.toward(member, HIWAR.handedOverTo):
        subject = statement.subject
        before = Member(member.content_hash, subject.kind, subject.key)
        taken = narrower(taken, _handover(accounts, world, before, meetings))
    return given, taken


def _handover(
    accounts: Accounts,
    world: World,
    member: Member,
    meetings: Mapping[URIRef, MeetingProfile],
) -> edtf.Bounds:
    """Return the days of a handover: those of its meeting, and not after the report."""
    found = edtf.UNBOUNDED
    for statement in accounts.about(member):
        if statement.predicate not in _HANDOVER or not statement.status.is_true:
            continue
        published = accounts.published[member.content_hash]
        if published:
            found = narrower(found, (None, edtf.bounds(published)[1]))
        if statement.predicate == HIWAR.handedOverAt:
            for meeting in world.iris(member, [statement.object]) & meetings.keys():
                found = narrower(found, meetings[meeting].days())
    return found


def bound_by_later_terms(profiles: list[TermProfile]) -> list[TermProfile]:
    """Return the terms, each bounded by those of the same roles before and after it.

    Two terms of one document are two, so that the earlier ends before the later
    starts.
    """
    found = list(profiles)
    for index, term in enumerate(found):
        for other in profiles:
            if not _of_one_document(term, other):
                continue
            if _is_before(term, other):
                term = replace(term, end=narrower(term.end, (None, other.start[1])))
            if _is_before(other, term):
                term = replace(term, start=narrower(term.start, (other.end[0], None)))
        found[index] = term
    return found


def _is_before(one: TermProfile, other: TermProfile) -> bool:
    """Whether what is known of a term lies before the start of another."""
    known = one.start[1] or one.end[0]
    return bool(known and other.start[0] and known < other.start[0])


def _of_one_document(one: TermProfile, other: TermProfile) -> bool:
    mine = {member.content_hash for member in one.members}
    return (
        one.roles == other.roles
        and one.members != other.members
        and any(member.content_hash in mine for member in other.members)
    )


def _roles(accounts: Accounts, world: World, member: Member) -> str:
    """Return predicate and fillers of what describes the relation.

    What is negated, or described by nothing, is one with nothing else.
    """
    for statement in accounts.describing(member):
        terms = (
            world.iris(member, [statement.subject]),
            world.iris(member, [statement.object]),
        )
        if statement.status is not Status.NEGATED and all(terms):
            predicate = ROLES.get(statement.predicate)
            if predicate:
                return " ".join((statement.predicate, *terms[0], *terms[1]))
    return " ".join(member)


def _is_span(bounds: edtf.Bounds) -> bool:
    return bounds[0] is None or bounds[1] is None or bounds[0] <= bounds[1]


def _both_known(one: edtf.Bounds, other: edtf.Bounds) -> bool:
    return all(day is not None for day in (*one, *other))
