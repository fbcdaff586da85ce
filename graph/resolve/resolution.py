"""Giving each thing of each document its IRI, and one IRI to what is one thing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from rdflib import Graph, URIRef

from hiwar.errors import LedgerError
from hiwar.graph.model import Reading, Thing
from hiwar.graph.namespaces import HIWAR
from hiwar.graph.resolve.accounts import Accounts, Member, with_publication_bounds
from hiwar.graph.resolve.candidates import P, Settle, unite
from hiwar.graph.resolve.documents import document_profile
from hiwar.graph.resolve.ledger import Ledger
from hiwar.graph.resolve.meetings import MeetingProfile, meeting_profile
from hiwar.graph.resolve.minting import Minting, Nameless
from hiwar.graph.resolve.named import (
    KEY_RULES,
    WORDING_KINDS,
    Keyed,
    KeyRule,
    name_rule,
    wording_rule,
)
from hiwar.graph.resolve.names import slug
from hiwar.graph.resolve.slugs import (
    document_slug,
    meeting_slug,
    name_slug,
    term_slug,
    wording_slug,
)
from hiwar.graph.resolve.terms import (
    TERM_KINDS,
    TermProfile,
    bound_by_later_terms,
    registered_chairs,
    term_profile,
)
from hiwar.graph.resolve.world import World

__all__ = ["Merge", "Resolution", "resolve"]

_WITH_PROFILE: Final = ("Meeting", "Document", "SourceDocument")


@dataclass(frozen=True, order=True, slots=True)
class Merge:
    """Things of several documents that are one."""

    iri: str
    members: tuple[Member, ...]


@dataclass(frozen=True)
class Resolution:
    """The IRI of each thing, and what came of comparing them.

    Attributes:
        ledger: The names after this build, input of the next.
        merges: What is spoken of in several documents, sorted.
        review: What may be one and stayed apart, in words, sorted.
    """

    ledger: Ledger
    merges: tuple[Merge, ...]
    review: tuple[str, ...]
    iris: Mapping[Member, URIRef] = field(repr=False)

    def iri(self, reading: Reading, thing: Thing) -> URIRef:
        """Return the IRI of a thing as a document speaks of it.

        Raises:
            LedgerError: If the reading was not among those resolved.
        """
        if thing.iri:
            return URIRef(thing.iri)
        member = Member(reading.source.content_hash, thing.kind, thing.key)
        found = self.iris.get(member)
        if found is None:
            raise LedgerError(
                f"{reading.source.name} speaks of the {thing.kind} {thing.key!r}, which"
                " has no IRI; resolve the same readings that are derived from."
            )
        return found


def resolve(readings: Sequence[Reading], ledger: Ledger, registry: Graph) -> Resolution:
    """Return the IRI of every thing of every reading.

    The same readings, ledger and registry give the same result in whatever order
    the readings come.

    Args:
        readings: What was understood of each document.
        ledger: The names of the last build, empty for the first.
        registry: The registry's graph, which places places in states.
    """
    accounts = Accounts(with_publication_bounds(reading) for reading in readings)
    registered = {node for node in registry.subjects() if isinstance(node, URIRef)}
    minting = Minting(ledger, registered)
    chairs = registered_chairs(registry)
    stages = _Stages(accounts, World(accounts, registry), minting, ledger, chairs)
    stages.run(readings)
    return stages.result()


class _Stages:
    """The kinds one after another, each with the IRIs of those before it."""

    def __init__(
        self,
        accounts: Accounts,
        world: World,
        minting: Minting,
        ledger: Ledger,
        chairs: list[TermProfile],
    ) -> None:
        self._accounts, self._world, self._minting = accounts, world, minting
        self._known = ledger.known()
        self._chairs = chairs
        self._meetings: dict[URIRef, MeetingProfile] = {}
        self._review: list[str] = []

    def run(self, readings: Sequence[Reading]) -> None:
        """Resolve every kind."""
        self._minting.yield_to(self._world.given)
        for kind, rule in self._key_rules():
            self._resolve_keyed(kind, rule)
        self._resolve_meetings()
        self._name_sources(readings)
        self._resolve_documents()
        for kind in WORDING_KINDS:
            self._resolve_keyed(kind, wording_rule)
        self._resolve_terms()

    def result(self) -> Resolution:
        """Return what was settled."""
        together: dict[URIRef, list[Member]] = {}
        for member, iri in self._world.given.items():
            if not self._accounts.things[member].iri:
                together.setdefault(iri, []).append(member)
        merges = [
            Merge(str(iri), tuple(sorted(members)))
            for iri, members in together.items()
            if len({member.content_hash for member in members}) > 1
        ]
        return Resolution(
            self._minting.ledger(),
            tuple(sorted(merges)),
            tuple(sorted(set(self._review))),
            dict(self._world.given),
        )

    def _key_rules(self) -> list[tuple[str, KeyRule]]:
        """Return the rules, those of kinds that have none of their own included."""
        named = {kind for kind, _ in KEY_RULES}
        other = {member.kind for member in self._accounts.things}.difference(
            named, WORDING_KINDS, TERM_KINDS, _WITH_PROFILE
        )
        return [*KEY_RULES, *((kind, name_rule) for kind in sorted(other))]

    def _resolve_keyed(self, kind: str, rule: KeyRule) -> None:
        accounts, world = self._accounts, self._world
        profiles = [
            Keyed(
                (member,),
                frozenset(rule(accounts, world, member)),
                world.iris(member, accounts.values(member, HIWAR.inState)),
            )
            for member in accounts.of_kind(kind)
        ]
        found = self._unite(kind, profiles)
        call = wording_slug if kind in WORDING_KINDS else name_slug
        self._name(
            kind,
            [
                Nameless(item.members, call(accounts, world, item.members), item.keys)
                for item in found
            ],
        )

    def _resolve_meetings(self) -> None:
        members = self._accounts.of_kind("Meeting")
        profiles = [meeting_profile(self._accounts, self._world, m) for m in members]
        found = self._unite("Meeting", profiles)
        self._name("Meeting", [Nameless(m.members, meeting_slug(m)) for m in found])
        for profile in found:
            self._meetings[self._world.given[profile.members[0]]] = profile

    def _resolve_documents(self) -> None:
        members = self._accounts.of_kind("Document")
        profiles = [
            document_profile(self._accounts, self._world, member, self._meetings)
            for member in members
        ]
        found = self._unite("Document", profiles)
        self._name("Document", [Nameless(d.members, document_slug(d)) for d in found])

    def _resolve_terms(self) -> None:
        for kind in TERM_KINDS:
            profiles = [
                term_profile(self._accounts, self._world, member, self._meetings)
                for member in self._accounts.of_kind(kind)
            ]
            roles = {profile.roles for profile in profiles}
            if kind == "Chairmanship":
                profiles += [term for term in self._chairs if term.roles in roles]
            found = self._unite(kind, profiles, bound_by_later_terms)
            self._name(
                kind,
                [
                    Nameless(t.spoken_of, term_slug(t), registered=t.registered)
                    for t in found
                    if t.spoken_of
                ],
            )

    def _name_sources(self, readings: Sequence[Reading]) -> None:
        sources = {reading.source.content_hash: reading.source for reading in readings}
        things = [
            Nameless(
                (Member(content_hash, "SourceDocument", content_hash),),
                slug(source.title) or slug(source.name.partition(".")[0]),
            )
            for content_hash, source in sorted(sources.items())
        ]
        self._name("SourceDocument", things)

    def _unite(self, kind: str, profiles: list[P], settle: Settle[P] = list) -> list[P]:
        found, left = unite(profiles, self._known, settle)
        for profile, candidates in left:
            may_be = " or ".join(_spoken(item.members) for item in candidates)
            self._review.append(f"{kind}: {_spoken(profile.members)} may be {may_be}.")
        return found

    def _name(self, kind: str, things: list[Nameless]) -> None:
        self._world.add(self._minting.name_all(kind, things))


def _spoken(members: Sequence[Member]) -> str:
    """Return how documents speak of a thing, for people."""
    return ", ".join(f"{m.key!r} ({m.content_hash[:8]})" for m in members)
