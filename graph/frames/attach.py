"""Dates and places that stand beside a meeting belong to it.

A date or place that no frame has used goes to the nearest meeting before it in
its sentence, else to the one right behind it; never past a verb of adopting,
founding or lasting, whose date it then is.
"""

import re

from hiwar.graph.frames.context import Context
from hiwar.graph.frames.dateline import lead_end
from hiwar.graph.frames.days import attach_today, close, only_closes, stretch
from hiwar.graph.frames.draft import Dated, MeetingDraft
from hiwar.graph.frames.elsewhere import is_elsewhere, is_in_other_state
from hiwar.graph.frames.standing import (
    is_last_day,
    is_listed,
    is_of_something_about,
)
from hiwar.graph.frames.status import first_plan, status_beside
from hiwar.graph.mentions import Annotated
from hiwar.graph.mentions.date import Date
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.model import Status
from hiwar.graph.rules import Rules
from hiwar.graph.rules.patterns import Patterns, Sought
from hiwar.graph.text.layout import BlockKind

__all__ = ["attach"]

_RULE = "meeting.beside"
_OPENING, _DAY_OPENING = 4, 8
_NEAR, _PAIR = 40, 2
_NO_TEXT = (BlockKind.FURNITURE, BlockKind.FOOTNOTE)


def attach(context: Context) -> None:
    """Give the meetings the dates and places that stand beside them."""
    for item in context.scribe.annotation.sentences:
        if item.is_spoken or item.block.kind in _NO_TEXT:
            continue
        lead = lead_end(item, context.scribe.rules)
        _attach_lead(context, item, lead)
        plan = first_plan(item.rendered.text, context.scribe.rules)
        for position, mention in sorted(item.rendered.mentions.items()):
            taken = (item.index, mention.start) in context.consumed
            if taken or position < lead or position in plan:
                continue
            if mention.slot in ("date", "place", "state"):
                _attach(context, item, position, mention)
            elif mention.slot == "org":
                _attach_seat(context, item, position, mention)
        attach_today(context, item)
    stretch(context)


def _attach(context: Context, item: Annotated, position: int, mention: Mention) -> None:
    """Attach one date or place."""
    cues = context.scribe.rules.cues
    before = item.rendered.text[max(0, position - _NEAR) : position]
    name = {"date": "of_date", "state": "of_state"}.get(mention.slot, "of_place")
    cue = cues.get(name) or cues.get("of_place")
    given_up = cues.get("given_up")
    listed = mention.slot == "place" and is_listed(item, position, cues)
    last = mention.slot == "date" and is_last_day(item, position, cues)
    if not cue or not (listed or last or cue.search(before)):
        return
    if given_up and given_up.search(before):
        return
    found = _anchor(item, position, cues, is_last=last)
    if found is None or is_of_something_about(item, found, position, cues):
        return
    if mention.slot != "date" and is_elsewhere(item, found, position, cues):
        return
    status = status_beside(item, found, position, context.scribe.rules)
    if status in (Status.REPORTED, Status.PLANNED):
        for meeting in _with_twin(item, found, position, context.scribe.rules):
            draft = context.book.read(meeting, item.index)
            if draft:
                closes = last or _closes(item, meeting, position, context.scribe.rules)
                _give(draft, item, mention, status, closes)


def _attach_seat(
    context: Context, item: Annotated, position: int, mention: Mention
) -> None:
    """Attach the place of a body at which people met: "at the Ministry in Oslo"."""
    cues, place = context.scribe.rules.cues, mention.part("place")
    met, text = cues.get("met_at"), item.rendered.text
    if place is None or place.end != mention.end:
        return
    if met and met.search(text[max(0, position - _NEAR) : position]):
        _attach(context, item, position, place)


def _with_twin(
    item: Annotated, found: Mention, position: int, rules: Rules
) -> list[Mention]:
    """Return a meeting, with the one that "and" or "both" ties to it before it."""
    both, text = [found], item.rendered.text
    cue = rules.cues.get("both_were")
    meetings = [m for _, m in sorted(item.rendered.mentions.items())]
    meetings = [m for m in meetings if m.slot == "meeting" and m.start <= found.start]
    if cue and cue.search(text, item.rendered.place_of(found), position):
        return meetings[-_PAIR:]
    joins = "|".join(rules.list_words("list_and")) or "(?!)"
    articles = "|".join(rules.list_words("articles")) or "(?!)"
    placed = {m.start: p for p, m in item.rendered.mentions.items()}
    tied = re.search(
        rf"(.) (?:{joins}) (?:(?:{articles}) )?$",
        text[: placed[found.start]],
        re.IGNORECASE,
    )
    before = item.rendered.mentions.get(tied.start()) if tied else None
    return [before, *both] if before and before.slot == "meeting" else both


def _give(
    draft: MeetingDraft,
    item: Annotated,
    mention: Mention,
    status: Status,
    closes: bool,
) -> None:
    """Give a meeting a date or a place that stands beside it."""
    date = mention.date
    if mention.slot == "date" and date:
        headed = (item.block.first,) if mention.details.get("year") else ()
        sentences = tuple(dict.fromkeys((item.index, *headed)))
        closes = closes and bool(date.day and not date.end)
        if closes and close(draft, Dated(date, _RULE, sentences, status)):
            return
        if _dates(draft, date):
            date, sentences = _in_its_year(draft, date, sentences)
            draft.add_date(date, _RULE, *sentences, status=status, closes=closes)
    elif _places(draft, mention, status):
        draft.add_place(mention, _RULE, item.index, status=status)


def _closes(item: Annotated, meeting: Mention, position: int, rules: Rules) -> bool:
    """Whether a day is told as that on which a meeting ended: "X closed on …"."""
    text = item.rendered.text
    place = item.rendered.place_of(meeting)
    behind = re.split(r"[.;,]", text[max(place, position) :])[0]
    if place > position:
        return only_closes(re.split(r"[.;,]", text[:position])[-1] + behind, rules)
    days = [p for p, m in item.rendered.mentions.items() if m.slot == "date"]
    since = max((p for p in days if place < p < position), default=place)
    return only_closes(text[since:position], rules)


def _attach_lead(context: Context, item: Annotated, lead: int) -> None:
    """Attach a lead of several days, which are no day of publication."""
    dates = item.rendered.within(0, lead, "date")
    cue, text = context.scribe.rules.cues.get("in_passing"), item.rendered.text
    named = [
        mention
        for place, mention in sorted(item.rendered.mentions.items())
        if mention.slot == "meeting" and place >= lead
        if not (cue and cue.search(text, 0, place))
    ]
    if not named or not any(m.date and m.date.end for m in dates):
        return
    draft = context.book.read(named[0], item.index)
    if draft and not draft.date:
        draft.add_date(dates[0].date, "meeting.lead", item.index)
        for place in item.rendered.within(0, lead, "place", "state"):
            if _places(draft, place, Status.REPORTED):
                draft.add_place(place, "meeting.lead", item.index)


def _places(draft: MeetingDraft, mention: Mention, status: Status) -> bool:
    """Whether a place or state may be the meeting's, given what is known of it."""
    known = [placed for placed in draft.places if placed.status is status]
    is_state = mention.slot == "state"
    if is_state and is_in_other_state((placed.thing for placed in known), mention):
        return False
    return all((placed.thing.kind == "State") != is_state for placed in known)


def _dates(draft: MeetingDraft, date: Date) -> bool:
    """Whether a date may be the meeting's, given what is known of it."""
    known = next((dated.date for dated in draft.dates if not dated.closes), None)
    if known is None:
        return date.month is not None or date.year is not None
    return not known.month and date.year in (known.year, None)


def _in_its_year(
    draft: MeetingDraft, date: Date, sentences: tuple[int, ...]
) -> tuple[Date, tuple[int, ...]]:
    """Return a day with the year in the name of its meeting, and where both stand.

    "Dialogue 2016" held "on 15 March" was held on that day of 2016.
    """
    known = next((dated for dated in draft.dates if not dated.closes), None)
    if known is None or date.year or not known.date.year:
        return date, sentences
    places = tuple(dict.fromkeys((*known.sentences, *sentences)))
    return date.with_year(known.date.year), places


def _anchor(
    item: Annotated,
    position: int,
    cues: Patterns,
    *,
    is_last: bool,
) -> Mention | None:
    """Return the meeting that a position in a sentence belongs to."""
    meetings = [
        (p, m) for p, m in sorted(item.rendered.mentions.items()) if m.slot == "meeting"
    ]
    text = item.rendered.text
    breaks = None if is_last else cues.get("breaks")
    before = [(p, m) for p, m in meetings if p < position]
    chained = cues.get("chained")
    while len(before) > 1 and chained and chained.search(text, 0, before[-1][0]):
        before.pop()
    passing, finite = cues.get("in_passing"), cues.get("finite")
    while before and passing and finite and passing.search(text, 0, before[-1][0]):
        own = cues.get("own_clause")
        if own and own.match(text[before[-1][0] + 1 :]):
            break
        if not finite.search(text, before[-1][0], position):
            break
        before.pop()
    if before:
        place, mention = before[-1]
        between = text[place + 1 : position]
        if "generic" in mention.details and passing and passing.search(text, 0, place):
            return None
        others = cues.get("unheld_day")
        if (breaks and breaks.search(between)) or (others and others.search(between)):
            return None
        return mention
    after = [(p, m) for p, m in meetings if p > position]
    return _behind(item, position, after, cues, breaks)


def _behind(
    item: Annotated,
    position: int,
    after: list[tuple[int, Mention]],
    cues: Patterns,
    breaks: Sought | None,
) -> Mention | None:
    """Return the meeting behind a position, where the position belongs to it."""
    text, past, about = item.rendered.text, cues.get("past"), cues.get("talks_about")
    if not after or (about and about.search(text, position, after[0][0])):
        return None
    between = text[position : after[0][0]]
    if breaks and breaks.search(between):
        return None
    held_there = (verb := cues.get("inverts")) and verb.search(between)
    day = item.rendered.mentions[position].date
    opening = _DAY_OPENING if day and day.day else _OPENING
    told = position > opening and past and past.search(between) and not held_there
    near = len(between) < 60 or position < 25
    return after[0][1] if near and not told else None
