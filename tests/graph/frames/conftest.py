"""The facts that a short text states."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from hiwar.graph.frames import state_facts
from hiwar.graph.model import Reading
from hiwar.graph.reading import read_text
from hiwar.graph.record.projection import Projection
from hiwar.graph.text.layout import lay_out
from hiwar.graph.text.source import source_from_text

OPENING = "The states of the region are at work on the issues that they have in common."

Fact = tuple[str, str, str]
State = Callable[..., list[Fact]]

UNDERTAKINGS = {"Commitment", "Intention", "AreaOfFocus"}
"""The classes of what is undertaken, intended or looked at."""


def facts_of(reading: Reading, *predicates: str, true: bool = True) -> list[Fact]:
    """Return subject, predicate and object of statements, by their names."""
    view = Projection(reading.statements)
    found = []
    for item in reading.statements:
        predicate = str(item.predicate).rpartition("#")[2]
        if item.status.is_true is true and (not predicates or predicate in predicates):
            value = view.text(item.object).rpartition("/theme/")[2]
            found.append((view.name(item.subject), predicate, value))
    return found


@pytest.fixture(scope="session")
def stated() -> State:
    """The true facts of a text, of some properties or of all.

    An opening tells the language of a text and says nothing else.
    """

    def state(text: str, *predicates: str, true: bool = True) -> list[Fact]:
        reading = read_text(f"{OPENING}\n\n{text}")
        return facts_of(reading, *predicates, true=true)

    return state


def whole(text: str, *predicates: str) -> list[Fact]:
    """Return the true facts of a text with nothing before it."""
    return facts_of(read_text(text), *predicates)


def facts_in(language: str, text: str) -> set[tuple[str, str]]:
    """Return property and value of the true facts of a text in a language."""
    stated = stated_in(language, text)
    return {(said, value.rpartition("/")[2]) for _, said, value in stated}


def stated_in(language: str, text: str) -> list[Fact]:
    """Return the true facts of a text that is known to be in a language."""
    source = replace(source_from_text(text, "text"), language=language)
    return facts_of(state_facts(lay_out(source)))


def objects(facts: list[Fact]) -> list[str]:
    """Return the value of each fact."""
    return [value for _, _, value in facts]


def values(facts: list[Fact]) -> dict[str, str]:
    """Return the value of each property."""
    return {predicate: value for _, predicate, value in facts}


def who(facts: list[Fact], predicate: str = "hasParticipant") -> set[str]:
    """Return who took part in anything, or is in another relation to it."""
    return {value for _, said, value in facts if said == predicate}


def each_kind(text: str, stated: State) -> list[str]:
    """Return the class of each undertaking or topic of a text, in their order."""
    found = (value.rpartition("#")[2] for _, _, value in stated(text, "type"))
    return sorted(kind for kind in found if kind in UNDERTAKINGS)


def kinds(text: str, stated: State) -> set[str]:
    """Return the classes of the undertakings and topics of a text."""
    return set(each_kind(text, stated))
