"""Dates that claim no more than a text gives: EDTF levels 0 to 2, as far as used.

A date is ``2014``, ``2015-11``, ``2025-04-09``; X stands for a digit that is not
known (``XXXX-12-16``, ``201X``), 21–24 in place of a month for a season, 33–36 for
a quarter, 40 and 41 for a half of the year, and ``?``, ``~`` or ``%`` at the end says
that the date is uncertain, approximate or both, so that it bounds nothing. An
interval is two dates with a slash, of which one may be empty (unknown) or ``..``.

Source: https://www.loc.gov/standards/datetime/
"""

from datetime import date
from functools import lru_cache
from typing import Final

from hiwar.errors import DocumentError
from hiwar.graph.edtf_date import UNBOUNDED, Bounds, EdtfDate, parse_date, unify

__all__ = [
    "UNBOUNDED",
    "Bounds",
    "bounds",
    "can_start",
    "compatible",
    "end_day",
    "fill_year",
    "first_bounds",
    "has_year",
    "intersect",
    "is_interval",
    "last_bounds",
    "more_precise",
    "overlap",
    "refines",
    "start_day",
    "validate",
    "with_ends",
]

_UNKNOWN: Final = ("", "..")
_YEARS_TO_TRY: Final = (2023, 2024)
_LEAP_CYCLE: Final = 8


def validate(text: str) -> str:
    """Return an EDTF date or interval as it is.

    >>> validate("XXXX-12-16"), validate("2024-04/")
    ('XXXX-12-16', '2024-04/')

    Raises:
        DocumentError: If it is none, or names a day that does not exist.
    """
    _parse(text)
    return text


def bounds(text: str) -> Bounds:
    """Return the days between which a date or interval lies.

    >>> [str(day) for day in bounds("2015-11")]
    ['2015-11-01', '2015-11-30']
    >>> bounds("XXXX-12-16")
    (None, None)
    """
    return first_bounds(text)[0], last_bounds(text)[1]


def first_bounds(text: str) -> Bounds:
    """Return the days between which it starts.

    >>> [str(day) for day in first_bounds("2023-09/2023-10-02")]
    ['2023-09-01', '2023-09-30']
    """
    start, _ = _parse(text)
    return start.bounds() if start else (None, None)


def last_bounds(text: str) -> Bounds:
    """Return the days between which it ends; of a single date, those of the date."""
    _, end = _parse(text)
    return end.bounds() if end else (None, None)


def start_day(text: str) -> date | None:
    """Return the first day where the text gives it to the day.

    >>> start_day("2024-04/") is None, str(start_day("2023-09-18/2023-09-20"))
    (True, '2023-09-18')
    """
    start, _ = _parse(text)
    return start.bounds()[0] if start and start.is_day else None


def end_day(text: str) -> date | None:
    """Return the last day of an interval where it is given to the day.

    A single day is no interval: that a meeting is on a day does not say that it
    ends on that day.
    """
    _, end = _parse(text)
    return end.bounds()[1] if is_interval(text) and end and end.is_day else None


def is_interval(text: str) -> bool:
    """Whether it has two ends, known or not."""
    return "/" in text


def has_year(text: str) -> bool:
    """Whether each date in it says something of its year."""
    return all(part.has_year for part in _parse(text) if part)


def compatible(left: str, right: str) -> bool:
    """Whether two texts can speak of the same date or span.

    >>> compatible("XXXX-12-16", "2025-12"), compatible("2025-04-09", "2025-04-10")
    (True, False)
    >>> compatible("2023-09-18", "2023-09-18/2023-09-20")
    True
    """
    if not has_year(left) or not has_year(right):
        years = _shared_years(left, right)
        return any(compatible(_fill(left, y), _fill(right, y)) for y in years)
    (a, _), (c, _) = _parse(left), _parse(right)
    if not is_interval(left) and not is_interval(right) and a and c:
        return unify(a, c) is not None
    if is_interval(left) and is_interval(right):
        starts = overlap(first_bounds(left), first_bounds(right))
        ends = overlap(last_bounds(left), last_bounds(right))
        return starts and ends and overlap(bounds(left), bounds(right))
    return overlap(bounds(left), bounds(right))


def can_start(text: str, within: Bounds) -> bool:
    """Whether it can start between two days.

    >>> can_start("XXXX-04-09", (date(2024, 5, 1), date(2025, 3, 1)))
    False
    """
    low, high = within
    start = text.partition("/")[0]
    if start in _UNKNOWN or low is high is None:
        return True
    return compatible(start, f"{low or ''}/{high or ''}")


def refines(left: str, right: str) -> bool:
    """Whether the first says all that the second says, and perhaps more.

    A season says the year that it is named by, although it may end in the next.

    >>> refines("2015-11-11/2015-11-12", "2015-11"), refines("2015", "2015-11")
    (True, False)
    """
    if left == right:
        return True
    if not compatible(left, right):
        return False
    (a, b), (c, d) = _parse(left), _parse(right)
    if is_interval(left) and not is_interval(right):
        end, limit = last_bounds(left)[1], last_bounds(right)[1]
        ends_within = limit is None or end is None or end <= limit
        return _says_all(a, c) and (bool(c and c.is_day) or ends_within)
    if is_interval(right) and not is_interval(left):
        return False
    return _says_all(a, c) and _says_all(b, d)


def more_precise(left: str, right: str) -> bool:
    """Whether the first agrees with the second and says more.

    >>> more_precise("2025-04-09", "XXXX-04-09"), more_precise("2014", "2014")
    (True, False)
    """
    return refines(left, right) and not refines(right, left)


def intersect(left: str, right: str) -> str | None:
    """Return what both say together, or None where they conflict.

    >>> intersect("XXXX-12-16", "2025-12"), intersect("2014", "2015")
    ('2025-12-16', None)
    """
    if left == right or not compatible(left, right):
        return left if left == right else None
    if is_interval(left) != is_interval(right):
        return left if is_interval(left) else right
    pairs = zip(_parse(left), _parse(right), strict=True)
    ends = [unify(a, b) if a and b else a or b for a, b in pairs]
    return _join(ends[0], ends[1]) if is_interval(left) else str(ends[0])


def fill_year(text: str, within: Bounds) -> str | None:
    """Return the text with the one year that the bounds leave open for it.

    >>> fill_year("XXXX-04-09", (date(2024, 4, 30), date(2025, 4, 10)))
    '2025-04-09'

    Returns:
        None where the text has a year, or bounds are missing, or they leave no
        year or several.
    """
    low, high = within
    if has_year(text) or low is None or high is None:
        return None
    filled = {_fill(text, year) for year in range(low.year, high.year + 1)}
    possible = [item for item in filled if overlap(bounds(item), within)]
    return possible[0] if len(possible) == 1 else None


def with_ends(start: str, end: str) -> str:
    """Return the interval from the start of one text to the end of another.

    >>> with_ends("2024-04/", "2025-04-09"), with_ends("", "2025")
    ('2024-04/2025-04-09', '/2025')
    """
    first = _parse(start)[0] if start else None
    last = _parse(end)[1] if end else None
    return _join(first, last)


def overlap(left: Bounds, right: Bounds) -> bool:
    """Whether a day can lie within both; an unknown bound excludes nothing."""
    low = max(filter(None, (left[0], right[0])), default=None)
    high = min(filter(None, (left[1], right[1])), default=None)
    return low is None or high is None or low <= high


@lru_cache(maxsize=4096)
def _parse(text: str) -> tuple[EdtfDate | None, EdtfDate | None]:
    """Return start and end; a single date is both."""
    if not is_interval(text):
        single = parse_date(text, text)
        return single, single
    start, _, end = text.partition("/")
    first = None if start in _UNKNOWN else parse_date(start, text)
    last = None if end in _UNKNOWN else parse_date(end, text)
    if first is None and last is None:
        raise DocumentError(
            f"{text!r} is no EDTF interval; expected one date at least."
        )
    if first and last:
        low, high = first.bounds()[0], last.bounds()[1]
        if low and high and low > high:
            raise DocumentError(f"{text!r} ends before it starts; swap its dates.")
    return first, last


def _join(start: EdtfDate | None, end: EdtfDate | None) -> str:
    return f"{start or ''}/{end or ''}"


def _fill(text: str, year: int) -> str:
    """Return the text with the year put where none is given, on a day that exists.

    29 February goes to the next leap year, an end before its start to the next.
    """
    if "XXXX-02-29" in text:
        year += -year % 4
    first, _, last = text.partition("/")
    next_year = year + (bool(last) and last.removeprefix("XXXX") < first[4:])
    filled = first.replace("XXXX", f"{year:04}")
    return (
        f"{filled}/{last.replace('XXXX', f'{next_year:04}')}"
        if last
        else text[len(first) :].join((filled, ""))
    )


def _shared_years(left: str, right: str) -> tuple[int, ...]:
    """Return enough years to try for texts of which one at least has none."""
    dated = [text for text in (left, right) if has_year(text)]
    low, high = bounds(dated[0]) if dated else (None, None)
    if low and high:
        return tuple(range(max(low.year - 1, 1), high.year + 1))
    if low:
        return tuple(range(max(low.year - 1, 1), low.year + _LEAP_CYCLE + 1))
    if high:
        return tuple(range(max(high.year - _LEAP_CYCLE, 1), high.year + 1))
    return _YEARS_TO_TRY


def _says_all(left: EdtfDate | None, right: EdtfDate | None) -> bool:
    if right is None or left == right:
        return True
    return left is not None and unify(left, right) == left
