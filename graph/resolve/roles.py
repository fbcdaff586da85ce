"""What describes a relation, and the roles that its subject and object fill."""

from typing import Final, NamedTuple

from rdflib import URIRef

from hiwar.graph.namespaces import HIWAR

__all__ = ["ROLES", "Roles"]


class Roles(NamedTuple):
    """The class of a relation and the properties of its two fillers."""

    kind: str
    of_subject: URIRef
    of_object: URIRef


_MEMBERSHIP: Final = Roles("Membership", HIWAR.memberIn, HIWAR.member)

ROLES: Final[dict[URIRef, Roles]] = {
    HIWAR.hasParticipant: Roles(
        "Participation", HIWAR.participationIn, HIWAR.participant
    ),
    HIWAR.chairs: Roles("Chairmanship", HIWAR.chair, HIWAR.chairedProcess),
    HIWAR.hasMember: _MEMBERSHIP,
    HIWAR.hasPartner: _MEMBERSHIP,
    HIWAR.hasObserver: _MEMBERSHIP,
    HIWAR.hasSteeringMember: _MEMBERSHIP,
    HIWAR.holdsPost: Roles("PostHolding", HIWAR.holder, HIWAR.heldPost),
    HIWAR.adoptedAt: Roles("Adoption", HIWAR.adoptedDocument, HIWAR.adoptedIn),
}
"""By the predicate of the statement that describes the relation."""
