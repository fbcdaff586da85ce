"""Which day words mean that count from the day of a text: "today", "on Friday"."""

import datetime
import re
from dataclasses import replace

from hiwar.graph.mentions.date import Date
from hiwar.graph.rules import Rules

__all__ = ["counted", "date_of", "to_come"]

_WEEK = 7


def to_come(found: re.Match[str], told: Date, rules: Rules) -> Date | None:
    """Return the day to come that words mean: "tomorrow", "will open on Friday".

    A day of the week is the next one; on that very day of the week it may be either.
    """
    if not (told.year and told.month and told.day):
        return None
    day = datetime.date(told.year, told.month, told.day)
    given = found.groupdict()
    name = given.get("weekday") or given.get("weekday2")
    weekday = rules.words.get("weekdays", {}).get((name or "").lower())
    ahead = 1 if weekday is None else (int(weekday) - day.weekday()) % _WEEK
    return date_of(day + datetime.timedelta(days=ahead)) if ahead else None


def counted(found: re.Match[str], told: Date, rules: Rules) -> Date | None:
    """Return the day that words mean in a text of a certain day."""
    given = found.groupdict()
    if not any(given.values()):
        return told
    if not (told.year and told.month and told.day):
        is_known = bool(given.get("before") and (told.day or 0) > 1)
        return replace(told, day=(told.day or 0) - 1) if is_known else None
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
        return date_of(last)
    return replace(date_of(_last(last, named, rules)), end=date_of(last))


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


def date_of(day: datetime.date) -> Date:
    """Return a day of the calendar as a date."""
    return Date(day.year, day.month, day.day)
