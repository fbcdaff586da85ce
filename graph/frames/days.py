"""Days that a text tells by counting: "today", "on Friday", "a three-day meeting".

They are counted from the dateline that the text itself gives, or from the first or
last day of a meeting, and only where a verb ties them to the meeting.
"""

import datetime
import re
from dataclasses import replace
from typing import Final

from hiwar.graph.frames.context import Context
from hiwar.graph.frames.dateline import lead_end
from hiwar.graph.frames.draft import Dated, MeetingDraft
from hiwar.graph.frames.homeland import states_of
from hiwar.graph.frames.status import clause_status
from hiwar.graph.mentions import Annotated
from hiwar.graph.mentions.date import Date
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.model import Status
from hiwar.graph.rules import Rules
from hiwar.graph.text.layout import BlockKind

__all__ = ["DURATION", "attach_today", "close", "only_closes", "stretch"]

DURATION: Final = "meeting.duration"
_ASIDE = (BlockKind.FURNITURE, BlockKind.FOOTNOTE)
_LONGEST = 7
_NO_YEAR = 2001
_TODAY = "meeting.today"


def attach_today(context: Context, item: Annotated) -> None:
    """Give the meeting that is spoken of the day of the dateline, where it is today."""
    cue = context.scribe.rules.cues.get("todays")
    found = cue.search(item.rendered.text) if cue else None
    dateline = context.dateline
    if not found or dateline is None:
        return
    counted = any(found.groupdict().values())
    status, _ = clause_status(item.rendered.text, *found.span(), context.scribe.rules)
    if counted and status is not Status.REPORTED:
        return
    planned = status is Status.PLANNED
    draft = context.spoken_of(item)
    told = any(m.slot == "meeting" for m in item.mentions)
    if _is_looked_at(item, found, context.scribe.rules):
        return
    day = _counted(found, dateline[0], context.scribe.rules)
    if draft and (told or draft.sentence == item.index):
        _place_here(context, item, draft)
    if draft and (told or draft.sentence == item.index) and not draft.date and day:
        closes = only_closes(item.rendered.text[: found.end()], context.scribe.rules)
        places, ends = (item.index, dateline[1]), closes and bool(day.day)
        as_told = Status.PLANNED if planned else Status.REPORTED
        draft.add_date(day, _TODAY, *places, status=as_told, closes=ends)
        draft.vote("planned" if planned else "held", _TODAY, item.index)


def _is_looked_at(item: Annotated, day: re.Match[str], rules: Rules) -> bool:
    """Whether somebody only speaks today of a meeting, or comes from it.

    "The minister today welcomed the outcome of the conference": held on another day.
    Not where the day follows: "the outcome of the conference, held on Monday".
    """
    cue, rendered = rules.cues.get("looked_at"), item.rendered
    places = [p for p, m in rendered.mentions.items() if m.slot == "meeting"]
    beside, last = rules.cues.get("held_beside"), max(places, default=0)
    told = beside and beside.match(rendered.text[last + 1 :])
    if told and last < day.start() <= last + 1 + told.end():
        return False
    return bool(cue and places and cue.search(rendered.text, 0, min(places)))


def _place_here(context: Context, item: Annotated, draft: MeetingDraft) -> None:
    """Give a meeting that "opened here today" the place of the dateline.

    "In the Peruvian capital" is that place too, if it is one of Peru.
    """
    cue, dateline = context.scribe.rules.cues.get("here"), context.dateline
    found = cue.search(item.rendered.text) if cue else None
    if draft.places or not (found and dateline):
        return
    named = found.groupdict().get("n") and item.rendered.mentions[found.start("n")]
    for place, index in _written_in(context, dateline[1], item.index)[:1]:
        if not named or named.thing in states_of(place.thing):
            draft.add_place(place, _TODAY, *dict.fromkeys((item.index, index)))


def _written_in(context: Context, first: int, last: int) -> list[tuple[Mention, int]]:
    """Return the places of the dateline, and of leads, "LIMA –", behind it."""
    found, rules = list[tuple[Mention, int]](), context.scribe.rules
    for item in context.scribe.annotation.sentences[first : last + 1]:
        whole = item.block.kind is BlockKind.DATELINE
        end = len(item.rendered.text) if whole else lead_end(item, rules)
        found += [(one, item.index) for one in item.rendered.within(0, end, "place")]
    return found


def only_closes(text: str, rules: Rules) -> bool:
    """Whether words tell of the end of a meeting alone: "closed in Oslo on Friday"."""
    cues = rules.cues
    others = (cues.get("opens_on"), cues.get("took_place"))
    told = "closes_on" in cues and cues["closes_on"].search(text)
    return bool(told) and not any(cue.search(text) for cue in others if cue)


def close(draft: MeetingDraft, last: Dated) -> bool:
    """Let a meeting whose first day is known end on a day; whether it could be."""
    known = next((item for item in draft.dates if not item.closes), None)
    if known is None or known.date.end or known.status is not last.status:
        return False
    first, end = known.date, last.date
    end = replace(end, year=end.year or first.year)
    days = [(one.year or 0, one.month or 0, one.day or 0) for one in (first, end)]
    if not first.day or first.year != end.year or days[0] >= days[1]:
        return False
    sentences = tuple(dict.fromkeys((*known.sentences, *last.sentences)))
    span = replace(first, end=end)
    draft.dates[draft.dates.index(known)] = replace(
        known, date=span, sentences=sentences
    )
    return True


def _counted(found: re.Match[str], told: Date, rules: Rules) -> Date | None:
    """Return the day that words mean in a text of a certain day."""
    given = found.groupdict()
    if not any(given.values()):
        return told
    if not (told.year and told.month and told.day):
        return None
    day = datetime.date(told.year, told.month, told.day)
    if given.get("week") or given.get("week2"):
        return _month_of(day, -6, 6)
    if given.get("prior"):
        return _month_of(day, -13, -1)
    if given.get("month"):
        return Date(day.year, day.month)
    if given.get("past"):
        return _month_of(day, -day.day, -day.day)
    named = given.get("weekday") or given.get("weekday2")
    last = _last(day, given.get("until") or named, rules)
    if not (named and given.get("until")):
        return _date(last)
    return replace(_date(_last(last, named, rules)), end=_date(last))


def _last(day: datetime.date, name: str | None, rules: Rules) -> datetime.date:
    """Return the last such day of the week up to a day, without a name the day before.

    The day itself counts: what a text of a Friday tells of "Friday" was that day.
    """
    weekday = rules.words.get("weekdays", {}).get((name or "").lower())
    back = 1 if weekday is None else (day.weekday() - int(weekday)) % 7
    return day - datetime.timedelta(days=back)


def _month_of(day: datetime.date, *ends: int) -> Date | None:
    """Return the month of days counted from one, None where they are not of one."""
    first, last = (day + datetime.timedelta(days=days) for days in ends)
    return Date(first.year, first.month) if first.month == last.month else None


def _date(day: datetime.date) -> Date:
    return Date(day.year, day.month, day.day)


def stretch(context: Context) -> None:
    """Count the other end of a meeting that began or ended on a day and took several.

    "A three-day meeting opened on 4 May 2019" ended on 6 May.
    """
    cues = context.scribe.rules.cues
    if "days_long" not in cues:
        return
    for item in context.scribe.annotation.sentences:
        if item.is_spoken or item.block.kind in _ASIDE:
            continue
        found = cues["days_long"].search(item.rendered.text)
        draft = context.near(item, found.end()) if found else None
        for mention in item.mentions if draft is None else ():
            found = cues["days_long"].search(mention.text)
            if found and mention.slot == "meeting":
                draft = context.book.meant_by(mention, item.index)
                break
        if found and draft and any(m.slot == "meeting" for m in item.mentions):
            counts = context.scribe.rules.words.get("day_counts", {})
            days = int(counts.get(found["n"].lower()) or found["n"])
            _stretch(context, draft, item, min(days, _LONGEST))


def _stretch(context: Context, draft: MeetingDraft, item: Annotated, days: int) -> None:
    """Count from the only day of a meeting, given in this sentence."""
    cues, text = context.scribe.rules.cues, item.rendered.text
    dated = draft.dates[0] if len(draft.dates) == 1 else None
    opens, closes = (cues[name].search(text) for name in ("opens_on", "closes_on"))
    if (
        dated is None
        or item.index not in dated.sentences
        or bool(opens) == bool(closes)
    ):
        return
    span = _span(dated.date, days - 1 if opens else 1 - days)
    if span:
        draft.dates[0] = Dated(span, DURATION, dated.sentences, dated.status)


def _span(one: Date, more: int) -> Date | None:
    """Return a day with the days before or behind it, all of one month if no year."""
    if one.end or not (one.month and one.day):
        return None
    try:
        day = datetime.date(one.year or _NO_YEAR, one.month, one.day)
    except ValueError:
        return None
    first, last = sorted((day, day + datetime.timedelta(days=more)))
    if not more or (not one.year and first.month != last.month):
        return one if not more else None
    span = replace(_date(first), end=_date(last))
    if one.year:
        return span
    end = replace(_date(last), year=None)
    return replace(span, year=None, end=end)
