"""Which claims may stand as plain triples: what is true of what took place."""

from collections.abc import Iterable, Sequence
from typing import Final

from rdflib import Graph, URIRef

from hiwar.graph.derive.claims import Claim
from hiwar.graph.namespaces import HIWAR, RDF, RDFS, SKOS, concept_iri
from hiwar.graph.resolve.roles import ROLES

__all__ = ["ANNOUNCED", "HELD", "Truth"]

HELD: Final = concept_iri("meeting-status", "held")

ANNOUNCED: Final = frozenset(
    {
        RDF.type,
        RDFS.label,
        SKOS.altLabel,
        HIWAR.meetingKind,
        HIWAR.ordinal,
        HIWAR.meetingStatus,
        HIWAR.isMeetingOf,
        HIWAR.inRound,
        HIWAR.scheduledFor,
        HIWAR.scheduledIn,
        HIWAR.expectedParticipant,
    }
)
"""What may be said plainly of a meeting that no source reports as held."""

_TOOK_PLACE: Final = frozenset(
    {HIWAR.adoptedAt, HIWAR.committedAt, HIWAR.participatesIn, HIWAR.handedOverAt}
)
"""What can be said of something only if the meeting that it names took place."""


class Truth:
    """The claims that may be plain triples, and the relations that are."""

    def __init__(self, claims: Sequence[Claim], registry: Graph) -> None:
        true = [claim for claim in claims if claim.status.is_true]
        says_held = (HIWAR.meetingStatus, HELD)
        self.held: dict[URIRef, list[Claim]] = {}
        for claim in true:
            if (claim.predicate, claim.object) == says_held:
                self.held.setdefault(claim.subject, []).append(claim)
        self._reports = {
            (meeting, document)
            for meeting, reports in self.held.items()
            for report in reports
            for document in report.documents
        }
        self._meetings = _meetings(claims) - self.held.keys()
        self._meetings -= set(registry.subjects(*says_held))
        of_relations = {c.describes for c in claims if c.describes}
        told = [c for c in true if c.subject not in of_relations and self._holds(c)]
        self.relations = {
            c.describes for c in told if c.describes and c.predicate in ROLES
        }
        missing = of_relations - self.relations
        relational = [
            claim
            for claim in true
            if claim.subject in self.relations
            and claim.object not in missing
            and self._holds(claim)
        ]
        self.claims = [c for c in told if c.object not in missing] + relational

    def is_report(self, claim: Claim) -> bool:
        """Whether the claim's document reports its meeting as held."""
        about = ((claim.subject, document) for document in claim.documents)
        return any(pair in self._reports for pair in about)

    def _holds(self, claim: Claim) -> bool:
        if claim.subject in self._meetings:
            return claim.predicate in ANNOUNCED
        return claim.object not in self._meetings or claim.predicate not in _TOOK_PLACE


def _meetings(claims: Iterable[Claim]) -> set[URIRef]:
    """Return all meetings: of that class, or with a property that only they have."""
    return {
        claim.subject
        for claim in claims
        if (claim.predicate, claim.object) == (RDF.type, HIWAR.Meeting)
        or claim.predicate in (HIWAR.meetingStatus, HIWAR.meetingKind)
    }
