"""Who is inferred to have been at a meeting, in words that no other rule reads.

"Kenya, Mali and Peru spoke for an hour": whoever writes three states in
a row while he tells of a meeting tells, as a rule, who was there. So does he who
names a minister in a text about one meeting. That is inferred, never stated; where a
word of the sentence gives it another meaning (members, a route, who stayed away, a
letter, a post that was left), or where there are no other words, nothing is.
"""

import re

from hiwar.graph.frames.context import Context, Match, frame
from hiwar.graph.frames.draft import MeetingDraft, MeetingFact
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.model import Basis
from hiwar.graph.namespaces import HIWAR
from hiwar.graph.text.layout import BlockKind

__all__ = ["inferred"]


@frame("row")
def row(context: Context, match: Match) -> None:
    """Infer that the states of a row were at the meeting of their sentence.

    A row is all of a line, or stands behind "from" or "without", is told nothing of.
    """
    text, start = match.item.rendered.text, match.found.start()
    who = "a" if match.found.start("a") >= 0 else "a2"
    first, last = match.found.span(who)
    cues = context.scribe.rules.cues
    led, apart = cues.get("row_led"), cues.get("row_apart")
    is_led = start == first and led and led.search(text, 0, start)
    is_all = not re.search(r"\w", text[:first] + text[last:])
    if is_led or is_all or (apart and apart.search(text)):
        return
    draft = context.meeting(match) if match.status.is_true else None
    if draft and not _is_elsewhere(draft, match):
        _note(draft, match, match.mentions(who, "state"), draft.rows)


def _is_elsewhere(draft: MeetingDraft, match: Match) -> bool:
    """Whether a sentence has a year or place that is not that of a meeting."""
    day, dated = draft.date or draft.near, match.item.rendered.mentions.values()
    years = {m.date.year for m in dated if m.date and m.date.year}
    if day and day.year and years and day.year not in years:
        return True
    known = draft.hints | {placed.thing for placed in draft.places}
    cities = {place for place in known if place.kind == "Place"}
    there = {m.thing for m in dated if m.slot == "place" and m.thing}
    return bool(cities and there) and cities.isdisjoint(there)


@frame("in_office")
def in_office(context: Context, match: Match) -> None:
    """Note who holds a post and is named while the text speaks of a meeting.

    Not in a list or heading, nor in a sentence with a day, a meeting or a word of its
    own that tells of something else. Whether the text has no other meeting that was
    held, only its end tells.
    """
    item, cue = match.item, context.scribe.rules.cues.get("office_apart")
    officers = [
        mention
        for mention in match.mentions("a", "person")
        if mention.details.get("post") and _is_in_office(context, mention)
    ]
    told = match.status.is_true and item.block.kind is BlockKind.PARAGRAPH
    if not told or not officers or (cue and cue.search(item.view.text)):
        return
    if any(mention.slot == "date" for mention in item.mentions):
        return
    draft = context.meeting(match)
    if draft and draft.sentence <= item.index and not _is_elsewhere(draft, match):
        _note(draft, match, officers, draft.officers)


def _is_in_office(context: Context, mention: Mention) -> bool:
    """Whether a person holds a post for a state or body that the text names.

    Not one that was left or is to come. Who only said something is left to
    `hiwar.graph.frames.speeches`, which asks for a tie.
    """
    known = context.scribe.annotation.persons.values()
    post = next((one.post for one in known if one.thing == mention.thing), None)
    held = post is not None and post.body is not None and not post.tenure
    spoke = (m.thing for one in context.speeches for m in one.mentions("a", "person"))
    return held and mention.thing not in spoke


def _note(
    draft: MeetingDraft, match: Match, actors: list[Mention], noted: list[MeetingFact]
) -> None:
    """Note that actors were at a meeting, as inferred."""
    by = match.rule.name, (match.sentence,), match.status
    noted += [
        MeetingFact(
            HIWAR.hasParticipant, one.thing, one.text, *by, basis=Basis.INFERRED
        )
        for one in actors
        if one.thing
    ]


def inferred(draft: MeetingDraft, *, alone: bool) -> list[MeetingFact]:
    """Return who was at a meeting by inference, of whom the text tells nothing else.

    Args:
        draft: A meeting that has all that is told of it.
        alone: Whether the text tells of no other meeting that was held.
    """
    told = {fact.actor for fact in draft.facts}
    noted = draft.rows + (draft.officers if alone else [])
    return [fact for fact in noted if fact.actor not in told]
