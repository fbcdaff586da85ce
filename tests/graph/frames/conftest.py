"""The facts that a short text states."""

from collections.abc import Callable

import pytest

from hiwar.graph.model import Reading
from hiwar.graph.reading import read_text
from hiwar.graph.record.projection import Projection

OPENING = "The states of the region are at work on the issues that they have in common."

Fact = tuple[str, str, str]
State = Callable[..., list[Fact]]


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
