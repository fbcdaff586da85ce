"""The statements of one document, looked up by thing and property."""

from collections.abc import Iterable
from typing import Any

from rdflib import Literal, URIRef

from hiwar.graph.model import Statement, Status, Thing
from hiwar.graph.namespaces import BASE, HIWAR, RDF, RDFS, SKOS
from hiwar.ontology.names import Name
from hiwar.ontology.records import Record, load_registry

__all__ = ["SAID", "Projection", "trim"]

SAID = frozenset({Status.ADOPTED, Status.REPORTED, Status.PLANNED})
"""What a record holds: what is true, and what is announced."""


def trim(item: dict[str, Any]) -> dict[str, Any]:
    """Return an object without its empty keys.

    >>> trim({"name": "SOM", "aliases": [], "ordinal": None})
    {'name': 'SOM'}
    """
    return {
        key: value for key, value in item.items() if value not in (None, "", [], {})
    }


class Projection:
    """The statements of one document, looked up by thing and property."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self.statements = tuple(statements)
        self._by_subject: dict[Thing, list[Statement]] = {}
        self._surface: dict[Thing, str] = {}
        for item in self.statements:
            self._by_subject.setdefault(item.subject, []).append(item)
        # the statement that a thing is named goes first: a graph keeps no order
        for item in sorted(self.statements, key=_is_no_mention):
            if isinstance(item.object, Thing) and _as_name(item):
                self._surface.setdefault(item.object, item.mentioned_as)

    def things(self, kind: str) -> list[Thing]:
        """Return the things of a class, in the order in which they are stated."""
        found: dict[Thing, None] = {}
        for item in self.statements:
            for thing in (item.subject, item.object):
                if isinstance(thing, Thing) and thing.kind == kind:
                    found[thing] = None
        return list(found)

    def of(self, thing: Thing, name: str) -> list[Statement]:
        """Return the statements of one property of a thing."""
        predicate = {
            "label": RDFS.label,
            "altLabel": SKOS.altLabel,
            "type": RDF.type,
        }.get(name, HIWAR[name])
        return [s for s in self._by_subject.get(thing, ()) if s.predicate == predicate]

    def first(self, thing: Thing, *names: str) -> Statement | None:
        """Return the first statement of the first of these properties that has one."""
        return next(
            (s for n in names for s in self.of(thing, n) if s.status in SAID), None
        )

    def name(self, thing: Thing) -> str:
        """Return a thing's name, as the text has it where it does."""
        if thing in self._surface and thing.kind not in ("Meeting", "Person"):
            return self._surface[thing]
        labels = self.of(thing, "label")
        if labels:
            return str(labels[0].object)
        return registry_name(thing.iri) if thing.iri else thing.key

    def named(self, thing: Thing, text: str = "") -> dict[str, Any]:
        """Return a thing's name, as a statement has it, its other names and its IRI."""
        others = [str(s.object) for s in self.of(thing, "altLabel")]
        if thing.iri:
            others += registry_names(thing.iri)
        name = text or self.name(thing)
        return trim(
            {"name": name, "aliases": sorted(set(others) - {name}), "iri": thing.iri}
        )

    def text(self, value: Thing | URIRef | Literal) -> str:
        """Return a value as a short text."""
        if isinstance(value, Thing):
            return self.name(value)
        return (
            str(value).rsplit("#", 1)[-1] if isinstance(value, URIRef) else str(value)
        )

    def names_of(self, thing: Thing, name: str, *kinds: str) -> list[dict[str, Any]]:
        """Return the named objects of a property, of some classes or of all."""
        found: dict[Thing, str] = {}
        for item in self.of(thing, name):
            value = item.object
            if not isinstance(value, Thing) or item.status not in SAID:
                continue
            if not kinds or value.kind in kinds:
                found.setdefault(value, _as_name(item))
        return [self.named(item, text) for item, text in found.items()]

    def state_of_place(self, place: Thing) -> str:
        """Return the name of the state that the registry places a place in."""
        found = _registry_record(place.iri) if place.iri else None
        codes = found.values("inState") if found else ()
        return registry_name(f"{BASE}id/state/{codes[0]}") if codes else ""

    def document_kind(self, thing: Thing) -> str:
        """Return the kind of document that the registry gives, else ``other``."""
        found = _registry_record(thing.iri) if thing.iri else None
        kinds = found.values("documentKind") if found else ()
        return kinds[0] if kinds else "other"

    def state_code(self, thing: Thing) -> str:
        """Return the ISO 3166-1 alpha-2 code of a state, ``XK`` for Kosovo."""
        found = _registry_record(thing.iri)
        codes = found.values("isoAlpha2") if found else ()
        return codes[0] if codes else "XK"


_ADJUSTED = ("demonym", "acronym", "formal")


def _as_name(item: Statement) -> str:
    """Return a name as a statement has it, none where it is short or an adjective."""
    value, text = item.object, item.mentioned_as
    if not text or not isinstance(value, Thing) or value.kind != "State":
        return text
    found = _registry_record(value.iri)
    names = found.names if found else ()
    adjusted = {n.text for n in names if n.role in _ADJUSTED and _is_english(n)}
    return "" if text in adjusted else text


def _is_english(name: Name) -> bool:
    """Whether the English name may stand for a name: not for a foreign one."""
    return name.role == "demonym" or name.language == "en"


def _is_no_mention(item: Statement) -> bool:
    return item.predicate != HIWAR.mentions


def _registry_record(iri: str) -> Record | None:
    return load_registry().at(iri.removeprefix(f"{BASE}id/"))


def registry_name(iri: str) -> str:
    """Return the English name of a thing of the registry."""
    found = _registry_record(iri)
    return found.name() if found else iri.rsplit("/", 1)[-1]


def registry_names(iri: str) -> list[str]:
    """Return the names of a thing of the registry but for its adjectives."""
    found = _registry_record(iri)
    return [n.text for n in found.names if n.role != "demonym"] if found else []
