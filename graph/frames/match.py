"""A rule found in a sentence, and what its groups hold."""

import re
from dataclasses import dataclass

from hiwar.graph.mentions import Annotated
from hiwar.graph.mentions.date import Date
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.model import Basis, Status, Thing
from hiwar.graph.rules import Rule, Rules

__all__ = ["Agent", "Match", "foreground", "is_aside"]


@dataclass(frozen=True, slots=True)
class Agent:
    """Somebody who undertakes something, and how the text tells so."""

    thing: Thing
    text: str = ""
    basis: Basis = Basis.EXPLICIT
    sentences: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A rule found in a sentence, with the status that the gate gives it."""

    item: Annotated
    found: re.Match[str]
    rule: Rule
    status: Status

    @property
    def sentence(self) -> int:
        """The index of the sentence."""
        return self.item.index

    def mentions(self, group: str, *slots: str) -> list[Mention]:
        """Return the mentions in a named group."""
        return self.item.rendered.group(self.found, group, *slots)

    def first(self, *groups: str) -> Mention | None:
        """Return the first mention in the first of these groups that has one."""
        return next((m[0] for g in groups if (m := self.mentions(g))), None)

    def text(self, group: str) -> str:
        """Return the words of a named group as the text has them."""
        if group not in self.found.re.groupindex or self.found.start(group) < 0:
            return ""
        start, end = self.item.rendered.span(
            self.found.start(group), self.found.end(group)
        )
        return self.item.view.text[start:end].strip()

    def date(self, *groups: str) -> Date | None:
        """Return the date in the first of these groups that has one.

        A year by itself is one too, though it need be no mention: "Established: 2006".
        """
        for group in groups:
            for mention in self.mentions(group, "date"):
                return mention.date
            if re.fullmatch(r"(?:19|20)\d\d", self.text(group)):
                return Date(int(self.text(group)))
        return None

    def place(self, *groups: str) -> Mention | None:
        """Return the place or state in the first of these groups that has one."""
        for group in groups:
            for mention in self.mentions(group, "place", "state"):
                return mention
        return None


def is_aside(match: Match, rules: Rules) -> bool:
    """Whether a clause speaks of a process itself, or of a meeting elsewhere."""
    text, end = match.item.rendered.text, match.found.end()
    process, elsewhere = (rules.cues.get(n) for n in ("about_process", "elsewhere"))
    return bool(
        (process and process.match(text)) or (elsewhere and elsewhere.match(text, end))
    )


def foreground(
    item: Annotated, meetings: list[tuple[int, Mention]], rules: Rules
) -> list[tuple[int, Mention]]:
    """Return the meetings that a sentence is about.

    Those that it prepares for come last, those on whose sidelines it is not at all.
    """
    cue, beside = rules.cues.get("in_passing"), rules.cues.get("sidelines")
    text = item.rendered.text
    near = [
        (place, mention)
        for place, mention in meetings
        if not (beside and beside.search(text, max(0, place - 40), place))
    ]
    own = [
        (place, mention)
        for place, mention in near
        if not (cue and cue.search(text, max(0, place - 40), place))
    ]
    return own or near
