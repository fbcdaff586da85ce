"""The properties that may be proposed, with their domain and range by the ontology."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from rdflib import Graph
from rdflib.collection import Collection
from rdflib.term import Node

from hiwar.graph.namespaces import HIWAR, OWL, RDFS
from hiwar.ontology import ONTOLOGY, load_graph

__all__ = ["DATE", "Property", "properties"]

DATE: Final = "date"

_TO_THINGS: Final = (
    *("hostedBy", "organisedBy", "presidedBy", "hasParticipant", "expectedParticipant"),
    *("chairs", "hasMember", "hasPartner", "hasObserver", "hasSteeringMember"),
    *("hasSecretariat", "heldInPlace", "heldInState", "isMeetingOf", "adoptedAt"),
    *("buildsOn", "followsUp", "partOf", "fundedBy", "successorOf", "frameworkOf"),
    "hasDonor",
)
_TO_DATES: Final = ("when", "established")
_WORKS: Final = frozenset({"Process", "Meeting", "Document"})
_BODIES: Final = frozenset({"Process", "Organisation"})
_FROM: Final = {
    **dict.fromkeys(("buildsOn", "followsUp", "partOf", "fundedBy"), _WORKS),
    **dict.fromkeys(("hasMember", "hasPartner", "hasObserver"), _BODIES),
    **{"successorOf": _WORKS, "hasSteeringMember": _BODIES},
    "when": frozenset({"Meeting", "Document"}),
    "hasDonor": _WORKS | {"FundingInstrument"},
}
"""The classes where the ontology leaves them open, as the shapes have them."""


@dataclass(frozen=True, slots=True)
class Property:
    """A property, and the classes of what it leads from and to."""

    name: str
    subjects: frozenset[str]
    objects: frozenset[str]


@cache
def properties() -> tuple[Property, ...]:
    """Return the properties that may be proposed.

    >>> next(item for item in properties() if item.name == "heldInState").objects
    frozenset({'State'})
    """
    ontology = load_graph(*ONTOLOGY)
    dates = frozenset({DATE})
    return tuple(
        Property(
            name,
            _FROM.get(name) or _classes(ontology, name, RDFS.domain),
            dates if name in _TO_DATES else _range(ontology, name),
        )
        for name in (*_TO_THINGS, *_TO_DATES)
    )


def _range(ontology: Graph, name: str) -> frozenset[str]:
    return _classes(ontology, name, RDFS.range) or _WORKS | {"FundingInstrument"}


def _classes(ontology: Graph, name: str, side: Node) -> frozenset[str]:
    """Return the classes on one side of a property, with all below them."""
    found: set[str] = set()
    for node in ontology.objects(HIWAR[name], side):
        union = ontology.value(node, OWL.unionOf)
        for above in Collection(ontology, union) if union else (node,):
            for kind in ontology.transitive_subjects(RDFS.subClassOf, above):
                if str(kind).startswith(HIWAR):
                    found.add(str(kind).removeprefix(HIWAR))
    return frozenset(found)
