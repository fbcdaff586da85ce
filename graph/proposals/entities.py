"""The closed list of what a proposal may speak of: what reading found."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from rdflib import Literal

from hiwar.graph.mentions.gazetteer import registry_thing
from hiwar.graph.model import Reading, Thing
from hiwar.graph.namespaces import RDFS, SKOS
from hiwar.ontology.records import load_registry

__all__ = ["Entity", "entities_of"]

_KINDS: Final = frozenset(
    {
        *("State", "Organisation", "Person", "Process", "Meeting"),
        *("Document", "Place", "FundingInstrument"),
    }
)
_NAMES: Final = (RDFS.label, SKOS.altLabel)
_NO_NAMES: Final = frozenset({"demonym", "ambiguous", "former"})


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing of one document under the id that a model may use for it.

    Attributes:
        names: The forms under which the text may have it, the best one first.
    """

    id: str
    thing: Thing
    names: tuple[str, ...]


def entities_of(reading: Reading) -> tuple[Entity, ...]:
    """Return the things that a reading found, in the order of the text."""
    names: dict[Thing, dict[str, None]] = {}
    for statement in reading.statements:
        for thing in (statement.subject, statement.object):
            if isinstance(thing, Thing) and thing.kind in _KINDS:
                names.setdefault(thing, {})
        subject, value = statement.subject, statement.object
        if statement.predicate in _NAMES and isinstance(value, Literal):
            names.setdefault(subject, {})[str(value)] = None
        if isinstance(value, Thing) and statement.mentioned_as and value in names:
            names[value][statement.mentioned_as] = None
    registered = _registered(thing for thing in names if thing.iri)
    found = [
        (thing, tuple(dict.fromkeys((*given, *registered.get(thing, ())))))
        for thing, given in names.items()
        if thing.kind in _KINDS
    ]
    named = [(thing, forms) for thing, forms in found if forms]
    return tuple(
        Entity(f"e{number}", thing, forms)
        for number, (thing, forms) in enumerate(named, start=1)
    )


def _registered(things: Iterable[Thing]) -> dict[Thing, tuple[str, ...]]:
    """Return the names that the registry has of some things."""
    wanted = set(things)
    return {
        thing: tuple(n.text for n in record.names if n.role not in _NO_NAMES)
        for record in load_registry().records
        if (thing := registry_thing(record)) in wanted
    }
