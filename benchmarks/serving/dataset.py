"""A million triples of this domain, the same on each run, and the queries over them."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pyoxigraph as ox

__all__ = ["FOUR_MS", "HUNDRED_THOUSAND", "POINTS", "REPEATED", "make_store"]

_BASE: Final = "https://w3id.org/hiwar/"
_TYPE: Final = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_LABEL: Final = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
_DATE: Final = ox.NamedNode("http://www.w3.org/2001/XMLSchema#date")
_STATES: Final = 200
_PROCESSES: Final = 40
_TAKING_PART: Final = 12
_WORDS: Final = (
    "states agreed return readmission mobility border protection dialogue regional",
    "commitments declaration ministers partners routes labour diaspora children",
)

POINTS: Final = 10_000
"""How many distinct point queries the load asks in turn."""

_PREFIXES: Final = f"PREFIX h: <{_BASE}ontology#> "
FOUR_MS: Final = (
    _PREFIXES + "SELECT ?state (COUNT(?meeting) AS ?n) {"
    ' ?meeting h:startDate "DAY"^^<http://www.w3.org/2001/XMLSchema#date> ;'
    " h:isMeetingOf ?process ; h:hasParticipant ?state"
    " } GROUP BY ?state ORDER BY DESC(?n) ?state LIMIT 10"
)
"""A join of some two thousand rows with groups; a day stands for DAY."""

HUNDRED_THOUSAND: Final = (
    _PREFIXES + "SELECT ?meeting ?state { ?meeting h:hasParticipant ?state }"
    " LIMIT 100000"
)
REPEATED: Final = _PREFIXES + f"SELECT ?p ?o {{ <{_BASE}id/state/S7> ?p ?o }}"


def make_store(path: Path, triples: int) -> int:
    """Write a store of so many triples, or a few more; return how many."""
    store = ox.Store(str(path))
    store.bulk_extend(_quads(triples))
    store.flush()
    store.optimize()
    return len(store)


def _quads(triples: int) -> Iterator[ox.Quad]:
    chance = random.Random(7)
    graph = _iri("graph/facts")
    written = 0
    for kind, count in (("state", _STATES), ("process", _PROCESSES)):
        for number in range(count):
            thing = _iri(f"id/{kind}/{kind[0].upper()}{number}")
            yield ox.Quad(thing, _TYPE, _term(kind.capitalize()), graph)
            label = ox.Literal(f"{kind} {number}", language="en")
            yield ox.Quad(thing, _LABEL, label, graph)
            written += 2
    meeting = 0
    while written < triples:
        for quad in _meeting(meeting, chance, graph):
            yield quad
            written += 1
        meeting += 1


def _meeting(
    number: int, chance: random.Random, graph: ox.NamedNode
) -> Iterator[ox.Quad]:
    """Yield a meeting with those who took part, and a sentence of it."""
    thing = _iri(f"id/meeting/m{number}")
    process = _iri(f"id/process/P{chance.randrange(_PROCESSES)}")
    day = f"{chance.randrange(2000, 2026)}-{chance.randrange(1, 13):02}-15"
    yield ox.Quad(thing, _TYPE, _term("Meeting"), graph)
    yield ox.Quad(thing, _LABEL, ox.Literal(f"Meeting {number}", language="en"), graph)
    yield ox.Quad(thing, _term("isMeetingOf"), process, graph)
    yield ox.Quad(thing, _term("startDate"), ox.Literal(day, datatype=_DATE), graph)
    for state in chance.sample(range(_STATES), _TAKING_PART):
        part = _iri(f"id/state/S{state}")
        yield ox.Quad(thing, _term("hasParticipant"), part, graph)
    quote = " ".join(chance.choices(" ".join(_WORDS).split(), k=25))
    yield ox.Quad(thing, _term("wording"), ox.Literal(quote, language="en"), graph)


def _iri(name: str) -> ox.NamedNode:
    return ox.NamedNode(_BASE + name)


def _term(name: str) -> ox.NamedNode:
    return _iri(f"ontology#{name}")
