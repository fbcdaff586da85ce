"""Of values that compete, the one that is preferred, by one rule.

``preferred-value``: a report that the meeting was held goes before an
announcement, what is said before what follows, what says more before what says
less, and then the lower IRI of a statement. Values that only say less than the
preferred one do not disagree with it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from rdflib import Graph, Literal, URIRef

from hiwar.graph import edtf
from hiwar.graph.derive.claims import Claim, digest
from hiwar.graph.model import Basis
from hiwar.graph.namespaces import HIWAR, RDF, concept_iri, thing_iri

__all__ = ["PREFERENCE_RULE", "Contest", "add_disagreement", "agree", "preferred"]

PREFERENCE_RULE: Final = "preferred-value"

_PLANNED: Final = concept_iri("meeting-status", "planned")
_OTHER: Final = frozenset(
    concept_iri(scheme, "other") for scheme in ("meeting-kind", "document-kind")
)
_STATUS_ORDER: Final = tuple(
    concept_iri("meeting-status", status)
    for status in ("planned", "postponed", "cancelled", "held")
)
DATES: Final = frozenset({HIWAR.when, HIWAR.scheduledFor, HIWAR.established})

Value = URIRef | Literal


@dataclass(frozen=True, slots=True)
class Contest:
    """The values of one property of one thing, and which of them is preferred.

    Attributes:
        claims: All claims that give a value.
        value: The preferred value.
        is_registry: Whether the value is the registry's.
    """

    claims: tuple[Claim, ...]
    value: Value
    is_registry: bool = False

    def losers(self) -> list[Claim]:
        """Return the claims that the preferred value contradicts."""
        return [claim for claim in self.claims if not agree(claim, self.value)]


def preferred(
    claims: Iterable[Claim], is_report: Callable[[Claim], bool]
) -> list[Claim]:
    """Return the claims, the preferred one first."""

    def order(claim: Claim) -> tuple[bool, bool, float, str]:
        is_said = claim.basis is Basis.EXPLICIT
        return not is_report(claim), not is_said, -_says(claim), claim.iri

    return sorted(claims, key=order)


def agree(claim: Claim, value: Value) -> bool:
    """Whether a claim can hold beside the value; less precise is no conflict."""
    if claim.object == value:
        return True
    if claim.predicate in DATES:
        return edtf.compatible(str(claim.object), str(value))
    if claim.predicate == HIWAR.meetingStatus:
        return claim.object == _PLANNED or value == _PLANNED
    return claim.object in _OTHER


def _says(claim: Claim) -> float:
    """Return how much a value says, more for more."""
    if claim.predicate in DATES:
        low, high = edtf.bounds(str(claim.object))
        return -(high - low).days if low and high else float("-inf")
    if claim.object in _STATUS_ORDER:
        return _STATUS_ORDER.index(claim.object)
    return -1 if claim.object in _OTHER else len(str(claim.object).split())


def add_disagreement(graph: Graph, contest: Contest) -> None:
    """Add the node that names what sources give different values to."""
    claims: Sequence[Claim] = contest.claims
    subject, prop = claims[0].subject, claims[0].predicate
    node = thing_iri("disagreement", digest(subject, prop))
    graph.add((node, RDF.type, HIWAR.Disagreement))
    graph.add((node, HIWAR.disputedSubject, subject))
    graph.add((node, HIWAR.disputedProperty, prop))
    graph.add((node, HIWAR.preferenceRule, Literal(PREFERENCE_RULE)))
    for claim in claims:
        graph.add((node, HIWAR.competingStatement, claim.iri))
        if claim.object == contest.value and not contest.is_registry:
            graph.add((node, HIWAR.preferredStatement, claim.iri))
