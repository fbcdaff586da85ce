"""The trace: which rules were tried in a document, and what came of each match.

It is filled only for who asks for it, while the document is read, by the same
code that reads it otherwise.
"""

from dataclasses import dataclass, field

from hiwar.graph.mentions import Annotated
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.model import Status, Thing
from hiwar.graph.rules import Rule

__all__ = ["Attempt", "Trace"]


@dataclass(frozen=True, slots=True)
class Attempt:
    """One match of a rule in a sentence.

    Attributes:
        start: Where it begins in the canonical text.
        end: Where it ends there.
        cue: The words that decided its status, empty where there are none.
        about: The meeting that the frame took it to be about, if any.
        is_filled: Whether the frame took anything from it.
    """

    sentence: int
    start: int
    end: int
    rule: Rule
    status: Status
    cue: str
    about: Thing | None
    is_filled: bool


@dataclass(slots=True)
class Trace:
    """What reading a document went through.

    Attributes:
        sentences: The sentences with their blocks and mentions.
        attempts: The matches of rules, in the order in which they were judged.
        meant: What each mention was taken to mean, by its sentence and place.
    """

    sentences: tuple[Annotated, ...] = ()
    attempts: list[Attempt] = field(default_factory=list)
    meant: dict[tuple[int, int], Thing] = field(default_factory=dict)

    def thing_of(self, sentence: int, mention: Mention) -> Thing | None:
        """Return what a mention was taken to mean, None where that was left open."""
        return self.meant.get((sentence, mention.start))
