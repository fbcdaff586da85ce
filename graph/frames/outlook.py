"""Which sentences of a text tell of what was held, and which only of plans."""

from dataclasses import dataclass
from typing import Self

from hiwar.graph.mentions import Annotation
from hiwar.graph.rules.patterns import Patterns

__all__ = ["Outlook"]


@dataclass(frozen=True, slots=True)
class Outlook:
    """Sentences by the time of which they tell; most tell of both or of neither.

    Attributes:
        past: Those that tell what was held, and of nothing to come.
        to_come: Those that tell of plans, and of nothing held.
    """

    past: frozenset[int] = frozenset()
    to_come: frozenset[int] = frozenset()

    @classmethod
    def of(cls, annotation: Annotation, cues: Patterns) -> Self:
        """Return the outlook of a text, by the cues ``held`` and ``planned``."""
        held, planned = cues.get("held"), cues.get("planned")
        past: set[int] = set()
        to_come: set[int] = set()
        for item in annotation.sentences if held and planned else ():
            text = item.rendered.text
            was = held is not None and held.search(text) is not None
            will = planned is not None and planned.search(text) is not None
            if was is not will:
                (past if was else to_come).add(item.index)
        return cls(frozenset(past), frozenset(to_come))

    def is_planned_before(self, told: int, sentence: int) -> bool:
        """Whether a sentence tells a plan, and a later one goes on with no plan."""
        return told < sentence and told in self.to_come and sentence not in self.to_come
