"""A rule found in a sentence, and what its groups hold."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hiwar.graph.frames.events import is_role_elsewhere, year_told
from hiwar.graph.frames.status import clause_span
from hiwar.graph.mentions import Annotated
from hiwar.graph.mentions.date import Date
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.model import Basis, Status, Thing
from hiwar.graph.rules import Rule, Rules
from hiwar.graph.rules.expansion import SLOTS

__all__ = [
    "Agent",
    "Match",
    "is_aside",
    "is_at_another_time",
    "is_other_edition",
    "is_placed_apart",
    "nearest",
    "only_before",
]

_IN_PLACE = re.compile(r" [^\W\d]{2,3} ")
"""A preposition between a meeting and where it was."""

_ROLES = frozenset({"host", "organise", "preside"})
_ALONE = "alone"
"""The option of a rule that tells only who chaired, and of nothing what."""
_REACH = 40
_ROLE = re.compile(rf"{SLOTS['state']} ?(?P<role>\((?=[^()]*[^\W\d_]{{4}})[^()]*\))")
"""What a state is, in brackets behind it."""


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
        """Return the mentions in a named group, but for the bodies in a state's role.

        Of "Peru (Presidency of the Andean Community)", Peru alone.
        """
        rendered = self.item.rendered
        found = rendered.group(self.found, group, *slots)
        if len(found) < 2 or "(" not in rendered.text:
            return found
        roles = [
            body
            for role in _ROLE.finditer(rendered.text)
            for body in rendered.within(role.start("role"), role.end(), "org")
        ]
        return [one for one in found if all(one is not body for body in roles)]

    def year_beside(self, rules: Rules) -> int:
        """Return the year that its clause gives beside who hosts or chairs, or 0."""
        if self.rule.frame not in _ROLES:
            return 0
        return year_told(self.item, self.found.span(), rules)

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


def is_placed_apart(match: Match, meeting: Mention, places: Iterable[Thing]) -> bool:
    """Whether "the conference in Oslo" is not one that was held, but in Lima."""
    rendered, known = match.item.rendered, set(places)
    at = rendered.place_of(meeting)
    behind = _IN_PLACE.match(rendered.text, at + 1)
    found = rendered.mentions.get(behind.end()) if behind else None
    there = found.thing if found and found.slot == "place" else None
    return bool(known and there and there not in known)


def is_aside(match: Match, rules: Rules, sentences: Sequence[Annotated]) -> bool:
    """Whether a clause speaks of a process itself, or of a meeting elsewhere."""
    text, end = match.item.rendered.text, match.found.end()
    names = ("about_process", "elsewhere", "other_event", "met_before")
    process, elsewhere, other, earlier = (rules.cues.get(name) for name in names)
    event = other.match(text) if other else None
    return bool(
        (process and process.match(text))
        or (elsewhere and elsewhere.match(text, end))
        or (event and event.end() <= end)
        or (earlier and earlier.search(text, 0, end))
        or is_at_another_time(match, rules)
        or _is_of_other_event(match, sentences, rules)
        or (match.rule.option == _ALONE and not _goes_on(match, sentences, rules))
    )


def is_at_another_time(match: Match, rules: Rules) -> bool:
    """Whether a clause begins or ends with another occasion: "two years earlier".

    So it is where somebody hosts or chairs another event: "X presided at the auction".
    """
    text, cue = match.item.rendered.text, rules.cues.get("done_elsewhere")
    has_role = match.rule.frame in _ROLES and SLOTS["meeting"] not in match.found[0]
    if has_role and is_role_elsewhere(match.item, match.found.span(), rules):
        return True
    if cue is None:
        return False
    end, closing = match.found.end(), rules.cues.get("closes_elsewhere")
    first, last = clause_span(text, *match.found.span(), rules)
    return bool(
        cue.match(text, first)
        or cue.match(text, end)
        or (closing and closing.match(text[end:last].rstrip(".")))
    )


def is_other_edition(match: Match, meeting: Mention, rules: Rules) -> bool:
    """Whether "the conference" is another one: "last year's", or last year it was.

    Words behind it that tell so set it apart before any rule is tried.
    """
    if "generic" not in meeting.details:
        return False
    rendered = match.item.rendered
    text, place = rendered.text, rendered.place_of(meeting)
    before = rules.cues.get("other_edition_before")
    named = before is not None and before.search(text, 0, place) is not None
    return named or is_at_another_time(match, rules)


def _is_of_other_event(
    match: Match, sentences: Sequence[Annotated], rules: Rules
) -> bool:
    """Whether the words before tell of another event: "A concert was given. X …"."""
    cue, item = rules.cues.get("event_before"), match.item
    first, _ = clause_span(item.rendered.text, *match.found.span(), rules)
    before = item.rendered.text[:first]
    if not first and item.index > item.block.first:
        before = sentences[item.index - 1].rendered.text
    told = cue.match(before) if cue else None
    return bool(told and SLOTS["meeting"] not in before)


def _goes_on(match: Match, sentences: Sequence[Annotated], rules: Rules) -> bool:
    """Whether the words right before tell of a meeting: "It was held. X chaired"."""
    item = match.item
    first, _ = clause_span(item.rendered.text, *match.found.span(), rules)
    before = item.rendered.text[:first]
    if not first and item.index > item.block.first:
        before = sentences[item.index - 1].rendered.text
    return SLOTS["meeting"] in before


def nearest(
    item: Annotated,
    meetings: list[tuple[int, Mention]],
    start: int,
    end: int | None,
    rules: Rules,
) -> tuple[list[Mention], list[Mention]]:
    """Return the meetings that a span of a sentence may mean, the likeliest first.

    The nearest before it goes first, then those behind. What "met and agreed to hold a
    second meeting" told was not done at that one. Apart from these come those that a
    sentence only prepares for, where the span is not told of them; those on whose
    sidelines it is not at all.
    """
    text, planned = item.rendered.text, rules.cues.get("planned")
    cue, beside = rules.cues.get("in_passing"), rules.cues.get("sidelines")
    clause, over = rules.cues.get("own_clause"), rules.cues.get("main_clause_again")
    found: tuple[list[Mention], list[Mention]] = ([], [])
    before = [told for told in reversed(meetings) if told[0] <= start]
    behind = [told for told in meetings if told[0] > (end or start)]
    for place, mention in (*before, *behind):
        first = max(0, place - _REACH)
        later = end and place > end and planned and planned.search(text, end, place)
        if later or (beside and beside.search(text, first, place)):
            continue
        gone = over is not None and over.search(text, place, start) is not None
        own = clause.match(text[place + 1 :]) if clause and not gone else None
        own = own if place <= start else None
        leads = cue is not None and cue.search(text, first, place) is not None
        found[leads and not own].append(mention)
    return found


def only_before(item: Annotated, sentences: Sequence[Annotated]) -> Mention | None:
    """Return the one meeting of the sentence before: "… the talks. He chairs it."."""
    if item.index == item.block.first:
        return None
    before = sentences[item.index - 1].mentions
    told = [m for m in before if m.slot in ("meeting", "process", "document")]
    return told[0] if len(told) == 1 and told[0].slot == "meeting" else None
