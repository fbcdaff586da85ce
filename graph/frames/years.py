"""A missing year: filled in only where the text leaves exactly one.

Weekday, tense and the bounds in the text decide: an announcement looks less than
five years beyond the latest past date that its text names. A day told beside another
one, "on 24 February 2020 and on 25 February", has the year of that one; so has a day
that the text gives elsewhere with its year where it tells of the same meeting. A
dateline sets one only for a day of which a sentence says that it is today.
What other documents and days of publication add is for `hiwar.graph.derive`.
"""

import datetime

from hiwar.graph.frames.context import Context
from hiwar.graph.frames.draft import Dated, MeetingDraft
from hiwar.graph.frames.status import clause_status
from hiwar.graph.mentions.date import Date

__all__ = ["settle_year"]

_LOOKAHEAD_YEARS = 5
_NEAR = datetime.timedelta(days=31)


def settle_year(
    context: Context, draft: MeetingDraft, dated: Dated, *, held: bool
) -> tuple[int, tuple[int, ...]] | None:
    """Return the one year that the text leaves for a date, and its sentences."""
    date = dated.date
    if date.year or not date.month or not date.day:
        return None
    if _of_another_year(context, dated):
        return None
    beside = (
        _year_beside(context, dated)
        or _year_told_elsewhere(context, draft, date)
        or _year_of_today(context, dated)
    )
    if beside:
        return beside
    weekday, sentence = _weekday(context, date)
    if weekday is None:
        return None
    past = _latest_past(context)
    if past is None or held:
        return None
    latest, source = past
    fitting = [
        year
        for year in range(latest.year, latest.year + _LOOKAHEAD_YEARS + 1)
        if (day := _day(year, date))
        and day.weekday() == weekday
        and latest < day < _years_later(latest)
    ]
    if len(fitting) != 1:
        return None
    return fitting[0], (sentence, source)


def _year_beside(context: Context, dated: Dated) -> tuple[int, tuple[int, ...]] | None:
    """Return the year of the day told beside one without, and their sentence.

    Only where a sentence names one year, with a day of it at most a month away.
    """
    for index in dated.sentences:
        item = context.scribe.annotation.sentences[index]
        told = [
            part.date
            for mention in item.mentions
            for part in (mention, *mention.parts)
            if part.date and part.date.year
        ]
        years = {date.year for date in told if date.year}
        if len(years) != 1:
            continue
        (year,) = years
        day = _day(year, dated.date)
        days = [first for date in told if date.day and (first := _first_day(date))]
        if day and any(abs(day - first) <= _NEAR for first in days):
            return year, (index,)
    return None


def _of_another_year(context: Context, dated: Dated) -> bool:
    """Whether a sentence of a day speaks of some other year: "the following year"."""
    other = context.scribe.rules.cues.get("other_year")
    sentences = context.scribe.annotation.sentences
    return other is None or any(
        other.search(sentences[index].rendered.text) for index in dated.sentences
    )


def _year_told_elsewhere(
    context: Context, draft: MeetingDraft, date: Date
) -> tuple[int, tuple[int, ...]] | None:
    """Return the one year with which a text tells that day of the meeting elsewhere."""
    told = [
        (part.date.year, item.index)
        for item in context.scribe.annotation.sentences
        if item.index in draft.sentences
        for mention in item.mentions
        for part in (mention, *mention.parts)
        if part.date and part.date.year and _covers(part.date, date)
    ]
    if len({year for year, _ in told}) != 1:
        return None
    year, index = told[0]
    return year, (index,)


def _year_of_today(
    context: Context, dated: Dated
) -> tuple[int, tuple[int, ...]] | None:
    """Return the year of the dateline, where a meeting of that day is on today.

    "LIMA, 3 May 2021 – The meeting, held on 2 and 3 May, ended today".
    """
    cue, date = context.scribe.rules.cues.get("todays"), dated.date
    line, at = context.dateline or (None, 0)
    if cue is None or line is None or not line.year or not _covers(date, line):
        return None
    if date.end and (date.end.month, date.end.day) < (date.month, date.day):
        return None
    sentences = context.scribe.annotation.sentences
    for index in dated.sentences:
        found = cue.search(sentences[index].rendered.text)
        if found and not any(found.groupdict().values()):
            return line.year, (index, at)
    return None


def _covers(told: Date, date: Date) -> bool:
    """Whether a date is, or begins or ends with, a day without a year."""
    ends = [told, *([told.end] if told.end else [])]
    return any((one.month, one.day) == (date.month, date.day) for one in ends)


def _weekday(context: Context, date: Date) -> tuple[int | None, int]:
    """Return the weekday that the text gives for a date, and where."""
    for item in context.scribe.annotation.sentences:
        for mention in item.mentions:
            for part in (mention, *mention.parts):
                found = part.date
                if (
                    found
                    and found.weekday is not None
                    and (found.month, found.day) == (date.month, date.day)
                ):
                    return found.weekday, item.index
    return None, -1


def _latest_past(context: Context) -> tuple[datetime.date, int] | None:
    """Return the latest past date that the text names, and where.

    Past is what its clause tells in the past, with no plan in it and no "until".
    """
    cues, found = context.scribe.rules.cues, list[tuple[datetime.date, int]]()
    for item in context.scribe.annotation.sentences:
        text = item.rendered.text
        for position, mention in item.rendered.mentions.items():
            day = _first_day(mention.date) if mention.date else None
            if day is None or item.is_spoken:
                continue
            status, clause = clause_status(
                text, position, position + 1, context.scribe.rules
            )
            until = "not_past" in cues and cues["not_past"].search(text[:position])
            past = "past" in cues and cues["past"].search(clause)
            if past and status.is_true and not until:
                found.append((day, item.index))
    return max(found) if found else None


def _first_day(date: Date) -> datetime.date | None:
    """Return the first day of a date with a year."""
    if not date.year:
        return None
    return _day(date.year, Date(date.year, date.month or 1, date.day or 1))


def _day(year: int, date: Date) -> datetime.date | None:
    try:
        return datetime.date(year, date.month or 1, date.day or 1)
    except ValueError:
        return None


def _years_later(day: datetime.date) -> datetime.date:
    return datetime.date(day.year + _LOOKAHEAD_YEARS, day.month, 1)
