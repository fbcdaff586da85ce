"""Adoptions at a meeting that their sentence does not name, and what speaks against it.

"A declaration was adopted by the ministers of another forum", "two years earlier the
ministers adopted a declaration": neither is told of the meeting that the text is about.
"""

import re
from dataclasses import dataclass

from hiwar.graph.frames.draft import MeetingDraft
from hiwar.graph.frames.match import Match
from hiwar.graph.mentions.date import Date
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.model import Thing
from hiwar.graph.namespaces import HIWAR
from hiwar.graph.rules import SLOTS, Rules

__all__ = ["Presumed", "is_left_to_others", "is_of_others"]

_IN_PLACE = re.compile(rf",? [^\W\d]{{1,3}} {SLOTS['place']}")
"""A preposition and a place behind what was adopted."""


@dataclass(frozen=True, slots=True)
class Presumed:
    """A document that a sentence tells to be adopted, and the meeting meant there."""

    document: Thing
    draft: MeetingDraft
    match: Match
    mention: Mention
    date: Date | None

    @property
    def is_elsewhere(self) -> bool:
        """Whether it was done at another time or place than the meeting was."""
        return self._is_at_another_time() or self._is_in_another_place()

    def _is_at_another_time(self) -> bool:
        day, held = self.date, self.draft.date
        if day is None or held is None:
            return False
        if day.year and held.year and day.year != held.year:
            return True
        alone = not held.end and not day.end
        return bool(alone and day.month and held.month and day.month != held.month)

    def _is_in_another_place(self) -> bool:
        """Whether a place behind the act is none of the meeting's.

        Not one before it: "they agreed to build a school in Lima and adopted …".
        """
        rendered, (start, end) = self.match.item.rendered, self.match.found.span()
        if "act" in self.match.found.re.groupindex:
            start = self.match.found.start("act")
        behind = _IN_PLACE.match(rendered.text, end)
        places = rendered.within(start, behind.end() if behind else end, "place")
        known = {p.thing for p in self.draft.places if p.thing.kind == "Place"}
        return bool(known and places) and known.isdisjoint(p.thing for p in places)


def is_left_to_others(match: Match, rules: Rules) -> bool:
    """Whether the words right behind an adoption tell that others did it."""
    left = rules.cues.get("adopters_left")
    return bool(left and left.match(match.item.rendered.text, match.found.end()))


def is_of_others(match: Match, draft: MeetingDraft, rules: Rules) -> bool:
    """Whether those who adopted something are of another body than a meeting.

    What stands right behind a match counts too: "by ministers ‖ of the Union".
    """
    if is_left_to_others(match, rules):
        return True
    text, end = match.item.rendered.text, match.found.end()
    of = rules.cues.get("adopters_of")
    behind = of.match(text, end) if of else None
    last = behind.end() if behind else end
    owner = rules.cues.get("adopters_of_before")
    before = owner.search(text, 0, match.found.start()) if owner else None
    first = before.start() if before else match.found.start()
    bodies = match.item.rendered.within(first, last, "process")
    others = match.item.rendered.within(end, last, "org")
    if "x" in match.found.re.groupindex and match.rule.option == "anywhere":
        others += match.mentions("x", "org")
    came = {f.actor for f in draft.facts if f.predicate != HIWAR.expectedParticipant}
    process = draft.process
    of_other = process and any(body.thing != process for body in bodies)
    return bool(of_other) or any(other.thing not in came for other in others)
