"""A missing year: filled in only where the text leaves exactly one.

Weekday, tense and the bounds in the text decide: an announcement looks less than
five years beyond the latest past date that its text names. What other documents and
days of publication add is for `hiwar.graph.derive`.
"""

import datetime

from hiwar.graph.frames.context import Context
from hiwar.graph.frames.draft import Dated, MeetingDraft
from hiwar.graph.frames.status import clause_status
from hiwar.graph.mentions.date import Date

__all__ = ["settle_year"]

_LOOKAHEAD_YEARS = 5


def settle_year(
    context: Context, draft: MeetingDraft, dated: Dated, *, held: bool
) -> tuple[int, tuple[int, ...]] | None:
    """Return the one year that the text leaves for a date, and its sentences."""
    date = dated.date
    if date.year or not date.month or not date.day:
        return None
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
