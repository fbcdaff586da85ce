"""What was chosen to stand plainly, and where sources disagree."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rdflib import Graph, Literal, URIRef

from hiwar.graph.derive.claims import Claim, together
from hiwar.graph.derive.preference import Contest, Value, agree, preferred
from hiwar.graph.derive.truth import Truth
from hiwar.graph.namespaces import HIWAR, RDFS, SKOS

__all__ = ["SINGLE", "Choice", "Grounds", "settle_names", "settle_values"]

SINGLE = (
    HIWAR.ordinal,
    HIWAR.meetingKind,
    HIWAR.meetingStatus,
    HIWAR.documentKind,
)
"""Properties of which a thing has one value, dates and names apart."""


class Grounds:
    """The true claims by subject and predicate, beside the registry.

    Attributes:
        every: All claims, of whatever status.
    """

    def __init__(self, every: Sequence[Claim], truth: Truth, registry: Graph) -> None:
        self.every, self.truth, self.registry = every, truth, registry
        self._by: dict[tuple[URIRef, URIRef], list[Claim]] = defaultdict(list)
        for claim in truth.claims:
            self._by[claim.subject, claim.predicate].append(claim)

    def claims(self, subject: URIRef, predicate: URIRef) -> list[Claim]:
        """Return the true claims of one property of one thing, the preferred first."""
        found = self._by.get((subject, predicate), ())
        return preferred(found, self.truth.is_report)

    def subjects(self, *predicates: URIRef) -> list[URIRef]:
        """Return what true claims give one of the properties, sorted."""
        return sorted({s for s, predicate in self._by if predicate in predicates})

    def registered(self, subject: URIRef, predicate: URIRef) -> list[Value]:
        """Return the registry's values, sorted."""
        found = self.registry.objects(subject, predicate)
        return sorted(v for v in found if isinstance(v, URIRef | Literal))


@dataclass
class Choice:
    """The claims whose triples become facts, and the contests that they won."""

    claims: list[Claim] = field(default_factory=list)
    contests: list[Contest] = field(default_factory=list)

    def contest(self, claims: Iterable[Claim], value: Value) -> None:
        """Note that sources disagree, where one of the claims contradicts the value."""
        found = tuple(sorted(claims, key=lambda claim: claim.iri))
        if any(not agree(claim, value) for claim in found):
            self.contests.append(Contest(found, value))

    def yields(self, grounds: Grounds, subject: URIRef, predicate: URIRef) -> bool:
        """Return whether the registry has a value, before which all claims go back."""
        values = grounds.registered(subject, predicate)
        claims = tuple(grounds.claims(subject, predicate))
        if not values:
            return False
        against = [c for c in claims if not any(agree(c, value) for value in values)]
        if against:
            self.contests.append(Contest(claims, values[0], is_registry=True))
        return True


def settle_values(grounds: Grounds) -> Choice:
    """Return the preferred kind, status and ordinal of each thing."""
    choice = Choice()
    for predicate in SINGLE:
        for subject in grounds.subjects(predicate):
            if choice.yields(grounds, subject, predicate):
                continue
            claims = grounds.claims(subject, predicate)
            value = max(claims, key=lambda c: not _is_weak(c, claims)).object
            choice.claims.extend(c for c in claims if c.object == value)
            choice.contest(claims, value)
    return choice


def _is_weak(claim: Claim, claims: Iterable[Claim]) -> bool:
    """Whether a claim goes back before another that it does not contradict."""
    return any(
        agree(claim, other.object) and not agree(other, claim.object)
        for other in claims
        if other.object != claim.object
    )


def settle_names(grounds: Grounds) -> Choice:
    """Return the names of each thing: one a language, the others as other names.

    Names do not compete about truth: the one of most words is preferred.
    """
    choice = Choice()
    for subject in grounds.subjects(RDFS.label):
        by_language: dict[str, list[Claim]] = defaultdict(list)
        for claim in grounds.claims(subject, RDFS.label):
            by_language[_language(claim.object)].append(claim)
        taken = {_language(v) for v in grounds.registered(subject, RDFS.label)}
        for language in sorted(by_language.keys() - taken):
            _settle_name(choice, by_language[language])
    return choice


def _settle_name(choice: Choice, claims: list[Claim]) -> None:
    name = min(claims, key=_name_order).object
    choice.claims.extend(claim for claim in claims if claim.object == name)
    others: dict[Value, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.object != name:
            others[claim.object].append(claim)
    for other, named_so in others.items():
        subject = claims[0].subject
        choice.claims.append(
            together(named_so, "other-name", subject, SKOS.altLabel, other)
        )


def _name_order(claim: Claim) -> tuple[int, int, int, str]:
    """Return what puts more words first, of equal ones those in small letters."""
    text = str(claim.object)
    capitals = sum(char.isupper() for char in text)
    return -len(text.split()), -len(text), capitals, text


def _language(value: Value) -> str:
    return (value.language or "") if isinstance(value, Literal) else ""
