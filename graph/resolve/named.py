"""Things that are one where their names, and what the names hang on, are equal."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Self

from rdflib import URIRef

from hiwar.graph.namespaces import HIWAR
from hiwar.graph.resolve.accounts import Accounts, Member
from hiwar.graph.resolve.candidates import Match
from hiwar.graph.resolve.names import fold
from hiwar.graph.resolve.world import World

__all__ = ["KEY_RULES", "WORDING_KINDS", "KeyRule", "Keyed", "wording_rule"]

_OPENING: Final = 8

KeyRule = Callable[[Accounts, World, Member], set[str]]
"""Returns the keys of a thing; two things are one where they share a key."""


@dataclass(frozen=True, slots=True)
class Keyed:
    """A thing known by keys, and the states that exclude others."""

    members: tuple[Member, ...]
    keys: frozenset[str]
    states: frozenset[URIRef] = frozenset()

    @property
    def blocks(self) -> frozenset[str]:
        """The keys."""
        return self.keys

    def united(self, other: Self) -> Self:
        """Return what both know together."""
        return type(self)(
            tuple(sorted({*self.members, *other.members})),
            self.keys | other.keys,
            self.states | other.states,
        )

    def contradicts(self, other: Self) -> bool:
        """Whether they are in different states."""
        return bool(self.states and other.states and not self.states & other.states)

    def match(self, other: Self) -> Match:
        """Return SAME where they share a key and no state keeps them apart."""
        if self.contradicts(other):
            return Match.NOT
        return Match.SAME if self.keys & other.keys else Match.NOT


def name_rule(accounts: Accounts, _: World, member: Member) -> set[str]:
    """The same name, folded: organisations, places, processes, instruments."""
    return set(accounts.names(member))


def person_rule(accounts: Accounts, _: World, member: Member) -> set[str]:
    """The same full name, folded; a single word is no full name and joins nothing."""
    return {name for name in accounts.names(member) if " " in name} or _alone(member)


def post_rule(accounts: Accounts, world: World, member: Member) -> set[str]:
    """The same name and the same state or organisation."""
    bodies = world.iris(member, accounts.values(member, HIWAR.postFor))
    names = accounts.names(member)
    return {f"{name}|{body}" for name in names for body in bodies} or _alone(member)


def round_rule(accounts: Accounts, world: World, member: Member) -> set[str]:
    """The same process and ordinal, or the same process and name."""
    processes = world.iris(member, accounts.values(member, HIWAR.roundOf))
    marks = accounts.texts(member, HIWAR.ordinal) or accounts.names(member)
    return {f"{process}|{mark}" for process in processes for mark in marks} or _alone(
        member
    )


def wording_rule(accounts: Accounts, world: World, member: Member) -> set[str]:
    """The same opening words in the same document or of the same meeting."""
    anchors = world.iris(
        member,
        accounts.values(member, HIWAR.setOutIn, HIWAR.committedAt, HIWAR.focusOf),
    )
    wordings = accounts.texts(member, HIWAR.wording) or accounts.names(member)
    openings = {" ".join(fold(text).split()[:_OPENING]) for text in wordings}
    return {
        f"{anchor}|{opening}" for anchor in anchors for opening in openings if opening
    } or _alone(member)


def alone_rule(_: Accounts, __: World, member: Member) -> set[str]:
    """Never one with what another document speaks of: groups of actors."""
    return _alone(member)


def _alone(member: Member) -> set[str]:
    return {"|".join(member)}


KEY_RULES: Final[tuple[tuple[str, KeyRule], ...]] = (
    ("Organisation", name_rule),
    ("Process", name_rule),
    ("FundingInstrument", name_rule),
    ("Place", name_rule),
    ("Person", person_rule),
    ("ActorGroup", alone_rule),
    ("Post", post_rule),
    ("DialogueRound", round_rule),
)
"""The kinds that need nothing but names, in the order in which they are resolved."""

WORDING_KINDS: Final = ("Commitment", "Intention", "AreaOfFocus")
