"""What a document says of the states of its office-holders, beside their posts."""

from dataclasses import dataclass, field

from hiwar.graph.frames.draft import MeetingDraft
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.model import Thing

__all__ = ["Offices", "Tie"]


@dataclass(frozen=True, slots=True)
class Tie:
    """A state as a text names it, and the sentences that tie a post to it."""

    body: Mention
    sentences: tuple[int, ...]
    rule: str


@dataclass(slots=True)
class Offices:
    """The ties of posts to states.

    Attributes:
        persons: For which states persons spoke or came.
        homes: The states in whose name the text itself speaks.
        letterheads: The states of the governments that lines around it name.
        opened: The meetings that persons opened, the sentences and rules that say so.
        settled: What ties the post of each person, once that is decided.
    """

    persons: dict[Thing, list[Tie]] = field(default_factory=dict)
    homes: list[Tie] = field(default_factory=list)
    letterheads: list[Tie] = field(default_factory=list)
    opened: dict[Thing, tuple[MeetingDraft, int, str]] = field(default_factory=dict)
    settled: dict[Thing, Tie] = field(default_factory=dict)
