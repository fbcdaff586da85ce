"""Dates as texts give them: never a day, month or year that is not there."""

import calendar
import re
from dataclasses import dataclass, replace
from functools import cache

from hiwar.graph.rules import Rules
from hiwar.graph.rules.needs import needs_of
from hiwar.graph.rules.sieve import Sieve

__all__ = ["Date", "find_dates"]


@dataclass(frozen=True, slots=True)
class Date:
    """A date or a range of dates, at the precision of the text.

    >>> Date(2023, 9, 18, end=Date(2023, 9, 20)).edtf
    '2023-09-18/2023-09-20'
    >>> Date(None, 12, 16).edtf
    'XXXX-12-16'
    """

    year: int | None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    end: "Date | None" = None

    @property
    def edtf(self) -> str:
        """The date in the Extended Date/Time Format, levels 0 to 2."""
        text = f"{self.year:04d}" if self.year else "XXXX"
        if self.month:
            text += f"-{self.month:02d}"
            if self.day:
                text += f"-{self.day:02d}"
        return f"{text}/{self.end.edtf}" if self.end else text

    @property
    def first(self) -> "Date":
        """The date without its end."""
        return replace(self, end=None)

    def begins_as(self, day: "Date") -> bool:
        """Whether this is a range that begins on a day that has no end.

        >>> Date(2023, 9, 18, end=Date(2023, 9, 20)).begins_as(Date(2023, 9, 18))
        True
        """
        first = (self.year, self.month, self.day)
        known = bool(self.end and day.day and not day.end)
        return known and first == (day.year, day.month, day.day)

    def is_within(self, month: "Date") -> bool:
        """Whether this is a day, or days, of what is only known as a month of a year.

        >>> Date(2023, 9, 18).is_within(Date(2023, 9))
        True
        """
        told = bool(self.day and month.year and month.month)
        within = (self.year, self.month) == (month.year, month.month)
        return told and within and not (month.day or month.end)

    def with_year(self, year: int) -> "Date":
        """Return the same date with a year where it had none."""
        end = self.end.with_year(year) if self.end else None
        return replace(self, year=self.year or year, end=end)


_FEBRUARY = 2
_LEAP_YEAR = 2000
_YEAR = r"(?:19|20)\d\d"
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)


@cache
def _patterns(rules: Rules) -> tuple[tuple[re.Pattern[str], ...], Sieve]:
    """Return a language's date patterns, the most telling first, and their sieve."""
    given: dict[str, str] = rules.words.get("date", {})
    texts = [*_worded(rules, given), *_NUMERIC]
    if "range_from" in given:
        texts.append(
            rf"(?:{_behind(given['range_from'])})(?P<y>{_YEAR})"
            rf"(?: (?:{given['range_to']}) |\s?[-–]\s?)(?P<y2>{_YEAR})(?!\d)"
        )
    if "part_of_year" in given:
        texts.append(rf"(?:\b(?:{given['part_of_year']})[ -])(?P<y>{_YEAR})\b")
    before = _behind(given.get("year_before", ""))
    texts.append(
        rf"(?:{before + '|' if before else ''}(?<=\()|(?<=\w\w\w\w )(?<!agenda ))"
        rf"(?P<y>{_YEAR})(?=[\s.,;:)؛،]|$)(?!\s?[-–]\s?\d)(?! [A-Z]\w+ed?nda)"
    )
    patterns = tuple(re.compile(text, re.IGNORECASE) for text in texts)
    return patterns, Sieve([needs_of(text) for text in texts])


def _worded(rules: Rules, given: dict[str, str]) -> list[str]:
    """Return the patterns of dates that name a month."""
    months = "|".join(sorted(rules.words.get("months", {}), key=len, reverse=True))
    weekdays = "|".join(sorted(rules.words.get("weekdays", {}), key=len, reverse=True))
    if not months:
        return []
    behind = given.get("weekday_end", "")
    weekday = rf"(?:(?P<w>{weekdays}){behind},? )?" if weekdays else ""
    unnamed = weekday.replace("?P<w>", "?:")
    join = rf"(?:\s?[-–]\s?|/(?=\d\d?{given.get('day_end', '')} )|{given['join']})"
    again = rf"(?:(?:{weekdays}){behind},? )?" if weekdays else ""
    until = rf"(?:\s?[-–]\s?|{given['until']})"
    turn = rf"(?:{until}|(?P<turn>{given['join']}))"
    of, ending = given.get("of", r"\s?"), given.get("day_end", "")
    year = rf"(?:{given.get('year', ',? ')}(?P<y>{_YEAR}))?"
    named = "".join(f"|{word}" for word in sorted(_days(rules), key=len, reverse=True))
    first, last = (rf"(?P<{n}>[0-3]?\d{named}){ending}" for n in ("d", "d2"))
    more = rf"(?:, [0-3]?\d{ending})*,?"
    month = rf"(?P<m>{months})\b\.?(?:\s?/\s?(?P<m1>{months})\b)?"
    month2 = rf"(?P<m2>{months})\b\.?"
    texts = [
        rf"{weekday}{first}{of}{month}{given.get('year', ',? ')}(?P<y1>{_YEAR}){until}"
        rf"{last}{of}{month2}{given.get('year', ',? ')}(?P<y>{_YEAR})",
        rf"{weekday}{month} {first},? (?P<y1>{_YEAR}){until}"
        rf"{month2} {last},? (?P<y>{_YEAR})(?!\d)",
        rf"{month}{of}(?P<y1>{_YEAR}){until}{month2}{of}(?P<y>{_YEAR})(?!\d)",
        rf"{weekday}{first}{of}{month}{turn}{unnamed}{last}{of}{month2}{year}",
        rf"{weekday}{first}{more}{join}{again}{last}{of}{month}{year}",
        rf"{weekday}{first}{of}{month}{year}",
        rf"{weekday}{month} {first}{turn}{month2} {last}{year}(?!\d)",
        rf"{weekday}{month} {first}(?:{join}{last})?{year}(?!\d)",
        rf"{month}{join}{month2}{of}(?P<y>{_YEAR})(?!\d)",
        rf"{month}{given.get('month_of_year', of)}(?P<y>{_YEAR})(?!\d)",
    ]
    if "part_of_month" in given:
        part = rf"(?:{given['part_of_month']})[ -]"
        texts.insert(0, rf"{part}{month}(?:{of}(?P<y>{_YEAR}))?(?! \d)")
    if "month_before" in given:
        texts.append(rf"(?:{_behind(given['month_before'])}){month}(?! \d)")
    return [rf"(?<![\w-]){text}" for text in texts]


def _days(rules: Rules) -> dict[str, int]:
    """Return the words for days of a month: "the seventh of May"."""
    days: dict[str, int] = rules.words.get("days", {})
    return days


def _day(text: str, rules: Rules) -> int:
    return int(text) if text.isdigit() else _days(rules)[text.lower()]


def _behind(words: str) -> str:
    """Return a pattern for a place right behind one of some words."""
    return "|".join(rf"(?<=\b{word} )" for word in words.split("|") if word)


_NUMERIC = (
    r"(?<![\d.-])(?P<d>[0-3]?\d)\.?\s?[-–]\s?(?P<d2>[0-3]?\d)(?P<sign>[/.])"
    r"(?P<m>[01]?\d)(?P=sign)(?P<y>(?:19|20)\d\d)(?!\d)",
    r"(?<![\d.-])(?P<d>[0-3]?\d)\.(?P<m>[01]?\d)\.?\s?[-–]\s?"
    r"(?P<d2>[0-3]?\d)\.(?P<m2>[01]?\d)\.(?P<y>(?:19|20)\d\d)(?!\d)",
    r"(?<![\d.-])(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?![\d-])",
    r"(?<![\d.-])(?P<d>[0-3]?\d)(?P<mark>[-/.])(?P<m>[0-3]?\d)(?P=mark)(?P<y>(?:19|20)\d\d)(?!\d)",
    r"(?<=\()(?P<y>(?:19|20)\d\d)(?: to |\s?[-–]\s?)(?P<y2>(?:19|20)\d\d)(?=\))",
)


def find_dates(text: str, rules: Rules) -> list[tuple[int, int, Date]]:
    """Return the dates in a text with their spans, none overlapping.

    >>> from hiwar.graph.rules import rules_for
    >>> ((_, _, date),) = find_dates(
    ...     "the 11th to the 14th of May 2019", rules_for("en")
    ... )
    >>> date.edtf
    '2019-05-11/2019-05-14'
    """
    if not text.isascii():
        text = text.translate(_DIGITS).translate(rules.spelling)
    found: list[tuple[int, int, Date | None]] = []
    patterns, sieve = _patterns(rules)
    for index in sieve.passing(text):
        for match in patterns[index].finditer(text):
            taken = any(s < match.end() and match.start() < e for s, e, _ in found)
            if not taken and not _is_common_word(match, rules):
                date = _date(match, rules)
                if match.groupdict().get("turn") and not _turns_month(date):
                    continue
                near = rules.list_words("near_dates")
                if date and near and text[: match.start()].lower().endswith(near):
                    date = replace(date, day=None, weekday=None)
                found.append((match.start(), match.end(), date))
    dated = [(start, end, date) for start, end, date in found if date]
    return sorted(dated, key=lambda item: item[0])


def _is_common_word(match: re.Match[str], rules: Rules) -> bool:
    """Whether a month's name is a common word here, as in "may 5 go"."""
    month = match.groupdict().get("m") or ""
    return bool(rules.words.get("months_capital")) and month[:1].islower()


def _date(match: re.Match[str], rules: Rules) -> Date | None:
    """Return what a match says, nothing where no calendar has such a day."""
    given = {k: v for k, v in match.groupdict().items() if v}
    year = int(given["y"]) if "y" in given else None
    weekdays: dict[str, int] = rules.words.get("weekdays", {})
    order = rules.words.get("date", {}).get("slash", "")
    if order == "either" and given.pop("mark", "") == "/":
        given = _by_either_order(given)
    if "m1" in given and _month(given["m1"], rules) != _month(given["m"], rules):
        return None
    start = Date(
        int(given["y1"]) if "y1" in given else year,
        _month(given.get("m"), rules),
        _day(given["d"], rules) if "d" in given else None,
        weekdays.get(given.get("w", "").lower()),
    )
    if "d2" in given or "m2" in given:
        month = _month(given.get("m2"), rules) or start.month
        end = Date(year, month, _day(given["d2"], rules) if "d2" in given else None)
        if year and "y1" not in given and (start.month or 0) > (month or 0):
            start = replace(start, year=year - 1)
        start = replace(start, end=end)
    elif "y2" in given:
        start = Date(year, end=Date(int(given["y2"])))
    return start if _is_possible(start) else None


def _by_either_order(given: dict[str, str]) -> dict[str, str]:
    """Return the parts of a date whose day or month may stand first.

    Where both orders give a day, and not the same one, only the year is sure.
    """
    first, second = int(given["d"]), int(given["m"])
    if first <= 12 < second:
        return given | {"d": given["m"], "m": given["d"]}
    if max(first, second) <= 12 and first != second:
        return {"y": given["y"]}
    return given


def _is_possible(date: Date) -> bool:
    """Whether a calendar has the date, and its end is behind its start."""
    end = date.end
    if end and not (_is_possible(end) and _is_before(date, end)):
        return False
    if date.month is None:
        return True
    if not 1 <= date.month <= 12:
        return False
    days = calendar.monthrange(date.year or _LEAP_YEAR, date.month)[1]
    return date.day is None or 1 <= date.day <= days


def _turns_month(date: Date | None) -> bool:
    """Whether a month turns between two days: "30 June and 1 July" are two in a row."""
    end = date.end if date else None
    if date is None or end is None or not (date.month and date.day):
        return False
    last = calendar.monthrange(date.year or _LEAP_YEAR, date.month)[1]
    lasts = {last, last - 1} if date.month == _FEBRUARY and not date.year else {last}
    return (date.month % 12 + 1, 1) == (end.month, end.day) and date.day in lasts


def _is_before(start: Date, end: Date) -> bool:
    """Whether a range has its ends in order; without years, days of one month have."""
    one, two = (start.month or 0, start.day or 0), (end.month or 0, end.day or 0)
    if start.year and end.year:
        return (start.year, *one) < (end.year, *two)
    return one[0] != two[0] or one < two


def _month(text: str | None, rules: Rules) -> int | None:
    """Return the number of a month by its name or number."""
    if not text:
        return None
    if text.isdigit():
        return int(text)
    months: dict[str, int] = rules.words.get("months", {})
    return months.get(text.lower().rstrip("."))
