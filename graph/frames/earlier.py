"""Frames of records: "Earlier meetings: Lima, Peru, 2010 (first); …", line by line."""

import re

from hiwar.graph.frames.context import Context, Match, frame
from hiwar.graph.frames.draft import MeetingDraft
from hiwar.graph.mentions.date import Date
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.mentions.names import head_of
from hiwar.graph.mentions.ordinal import ordinal_number

__all__: list[str] = []


@frame("earlier")
def earlier(context: Context, match: Match) -> None:
    """State the meetings before that of a record, by their places and dates.

    The rule takes the line; the cue takes one meeting of it after another.
    """
    cue = context.scribe.rules.cues.get("earlier_entry")
    if cue is None or not match.status.is_true:
        return
    text, position, end = match.item.rendered.text, *match.found.span("list")
    while position < end and (found := cue.match(text, position, end)):
        _state(context, match, found)
        position = found.end()
    context.consume(match, "list")


def _state(context: Context, match: Match, found: re.Match[str]) -> None:
    """State that one meeting was held, then and there."""
    rules, here = context.scribe.rules, match.item.rendered.mentions
    place = here[found.start("l")]
    date = here[found.start("t")].date if found["t"] else Date(int(found["y"]))
    state = here[found.start("s")] if found["s"] else None
    number = ordinal_number(found["ord"] or found["ord2"], rules)
    noun = match.text("h").lower().removesuffix(rules.words.get("plural_end", ""))
    kind = head_of(noun, rules, "meeting") or "other"
    draft = _known(context, place, date) or _made(context, match, noun, place, found)
    draft.kind = kind if draft.kind in ("", "other") else draft.kind
    draft.ordinal = draft.ordinal or number
    draft.add_date(date, match.rule.name, match.sentence)
    draft.add_place(place, match.rule.name, match.sentence)
    draft.add_place(state, match.rule.name, match.sentence)
    draft.vote("held", match.rule.name, match.sentence)


def _made(
    context: Context, match: Match, noun: str, place: Mention, found: re.Match[str]
) -> MeetingDraft:
    """Return a new meeting, named by its number and its place."""
    rules, main = context.scribe.rules, context.book.own(match.sentence)
    phrase: dict[str, str] = rules.words.get("gathered_name", {})
    words = (found["ord"] or found["ord2"], noun, phrase.get("in_place"), place.text)
    name = " ".join(word for word in words if word)
    draft = MeetingDraft(name, match.sentence, descriptive=True, kind="other")
    draft.names = {name: match.sentence}
    if main and main.process:
        draft.process = main.process
        draft.process_sentences = (match.sentence, *main.process_sentences)
    return context.book.add(draft)


def _known(context: Context, place: Mention, date: Date | None) -> MeetingDraft | None:
    """Return the meeting of a place and a year that was named before."""
    for draft in context.book.drafts:
        day = draft.date or draft.near
        there = draft.hints | {placed.thing for placed in draft.places}
        same = day and date and day.year == date.year
        if same and place.thing in there:
            return draft
    return None
