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
from hiwar.graph.frames.daycount import counted, date_of, to_come
from hiwar.graph.frames.draft import Dated, MeetingDraft
from hiwar.graph.frames.status import clause_status
from hiwar.graph.mentions import Annotated
from hiwar.graph.mentions.cities import is_capital_of
from hiwar.graph.mentions.date import Date
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.model import Status
from hiwar.graph.rules import Rules
from hiwar.graph.text.layout import BlockKind

__all__ = ["DURATION", "attach_today", "close", "only_closes", "stretch"]

DURATION: Final = "meeting.duration"
_ASIDE = (BlockKind.FURNITURE, BlockKind.FOOTNOTE)
_LONGEST, _NEAR = 7, 30
_NO_YEAR = 2001
_TODAY = "meeting.today"
_UNREAL = frozenset({Status.ASPIRATIONAL, Status.NEGATED, Status.ATTRIBUTED})


def attach_today(context: Context, item: Annotated) -> None:
    """Give the meeting that is spoken of the day of the dateline, where it is today."""
    cue, rules = context.scribe.rules.cues.get("todays"), context.scribe.rules
    found = cue.search(item.rendered.text) if cue else None
    if context.dateline is None:
        return
    if found is None:
        _attach_coming(context, item, context.dateline[0])
        return
    is_counted = any(found.groupdict().values())
    status, _ = clause_status(item.rendered.text, *found.span(), rules)
    if is_counted and status is not Status.REPORTED:
        _attach_coming(context, item, context.dateline[0])
        return
    draft = _told_of_day(context, item)
    if draft is None or _is_looked_at(item, found, rules):
        return
    _place_here(context, item, draft)
    day = counted(found, context.dateline[0], rules)
    planned = status is Status.PLANNED
    if day and _date(context, item, draft, found, day, planned=planned):
        draft.vote("planned" if planned else "held", _TODAY, item.index)


def _attach_coming(context: Context, item: Annotated, told: Date) -> None:
    """Give the meeting that is spoken of the day to come that its clause counts."""
    rules, text = context.scribe.rules, item.rendered.text
    cue = rules.cues.get("coming")
    for found in cue.finditer(text) if cue else ():
        if clause_status(text, *found.span(), rules)[0] in _UNREAL:
            continue
        day, position = to_come(found, told, rules), found.start()
        draft = _told_of_day(context, item, position)
        if draft and day and not _is_looked_at(item, found, rules):
            _date(context, item, draft, found, day, planned=True)


def _told_of_day(
    context: Context, item: Annotated, position: int = 0
) -> MeetingDraft | None:
    """Return the meeting that a sentence names by a place, or takes up as "it"."""
    draft = context.spoken_of(item, position)
    told = any(m.slot == "meeting" for m in item.mentions)
    takes_up = context.scribe.rules.list_words("takes_up")
    told = told or item.view.text.lower().startswith(takes_up)
    return draft if draft and (told or draft.sentence == item.index) else None


def _date(
    context: Context,
    item: Annotated,
    draft: MeetingDraft,
    found: re.Match[str],
    day: Date,
    *,
    planned: bool,
) -> bool:
    """Give a meeting a day that was counted; whether it was one of its own.

    Where the text gives that day without a year, it has the year now.
    """
    meetings = (p for p, m in item.rendered.mentions.items() if m.slot == "meeting")
    behind = min((p for p in meetings if p >= found.end()), default=0)
    end = behind if behind - found.end() <= _NEAR else found.end()
    start = found.start() if found.re.groupindex.keys() & {"tomorrow"} else 0
    told = item.rendered.text[start : max(end, found.end())]
    closes = only_closes(told, context.scribe.rules)
    line = context.dateline[1] if context.dateline else item.index
    status = Status.PLANNED if planned else Status.REPORTED
    last = Dated(day, _TODAY, (item.index, line), status, closes and bool(day.day))
    if draft.date is None:
        draft.add_date(day, _TODAY, *last.sentences, status=status, closes=last.closes)
        return True
    if _fill_year(draft, day, last.sentences):
        return True
    return close(draft, last, is_on=True) if last.closes else _begin(draft, last)


def _fill_year(draft: MeetingDraft, day: Date, sentences: tuple[int, ...]) -> bool:
    """Give a day of a meeting the year of the same day that was counted."""
    for place, one in enumerate(draft.dates):
        alike = (one.date.month, one.date.day) == (day.month, day.day)
        if day.day and day.year and alike and not one.date.year:
            told = tuple(dict.fromkeys((*one.sentences, *sentences)))
            draft.dates[place] = replace(
                one, date=one.date.with_year(day.year), sentences=told
            )
            return True
    return False


def _begin(draft: MeetingDraft, first: Dated) -> bool:
    """Let a meeting of which only the last day is known begin on a day before it."""
    if first.date.end or any(not dated.closes for dated in draft.dates):
        return False
    last = draft.dates[0]
    draft.dates[0] = first
    if close(draft, last):
        return True
    draft.dates[0] = last
    return False


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

    "In the Peruvian capital" is that place too, if it is the capital of Peru.
    """
    cue, dateline = context.scribe.rules.cues.get("here"), context.dateline
    found = cue.search(item.rendered.text) if cue else None
    if not (found and dateline):
        return
    groups = [name for name, text in found.groupdict().items() if text]
    named = item.rendered.mentions[found.start(groups[0])] if groups else None
    if any(not named or placed.thing != named.thing for placed in draft.places):
        return
    for place, index in _written_in(context, dateline[1], item.index)[:1]:
        if not named or is_capital_of(place.thing, named.thing):
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


def close(draft: MeetingDraft, last: Dated, *, is_on: bool = False) -> bool:
    """Let a meeting whose first day is known end on a day; whether it could be.

    One of which a text tells while it is on may have a last day that is to come.
    """
    known = next((item for item in draft.dates if not item.closes), None)
    if known is None or known.date.end:
        return False
    if known.status is not last.status and not (is_on and known.status.is_true):
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
    if dated and dated.closes and days == 1:
        told = tuple(dict.fromkeys((*dated.sentences, item.index)))
        draft.dates[0] = Dated(dated.date, DURATION, told, dated.status)
        return
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
    span = replace(date_of(first), end=date_of(last))
    if one.year:
        return span
    end = replace(date_of(last), year=None)
    return replace(span, year=None, end=end)
