"""One EDTF date, its parts as written."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Final

from hiwar.errors import DocumentError

__all__ = ["UNBOUNDED", "Bounds", "EdtfDate", "parse_date", "unify"]

Bounds = tuple[date | None, date | None]
"""The earliest and the latest day, None where nothing is known of it."""

UNBOUNDED: Final[Bounds] = (None, None)

_DATE: Final = re.compile(
    r"(?P<year>[0-9X]{4})(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?P<doubt>[?~%]?)"
)
_SEASONS: Final = range(21, 25)
_PARTS: Final = {
    **dict.fromkeys(_SEASONS, (1, 12)),
    **{33 + quarter: (3 * quarter + 1, 3 * quarter + 3) for quarter in range(4)},
    40: (1, 6),
    41: (7, 12),
}


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """One date; a part that is not given is empty."""

    year: str
    month: str = ""
    day: str = ""
    doubt: str = ""

    def __str__(self) -> str:
        return "-".join(filter(None, (self.year, self.month, self.day))) + self.doubt

    @property
    def has_year(self) -> bool:
        """Whether anything of the year is known."""
        return self.year != "XXXX"

    @property
    def is_day(self) -> bool:
        """Whether it is one day, and surely so."""
        return bool(self.day) and "X" not in str(self) and not self.doubt

    def months(self) -> tuple[int, int]:
        """Return the first and the last month that it can mean."""
        if self.month in ("", "XX"):
            return 1, 12
        number = int(self.month)
        return _PARTS.get(number, (number, number))

    def bounds(self) -> Bounds:
        """Return the first and the last day that it can mean.

        A season is in different months in different places, and a winter goes on
        in the next year.
        """
        if self.doubt or not self.has_year:
            return UNBOUNDED
        low, high = int(self.year.replace("X", "0")), int(self.year.replace("X", "9"))
        first, last = self.months()
        known_day = 0 if self.day in ("", "XX") else int(self.day)
        end = monthrange(high, last)[1]
        start_limit = monthrange(max(low, 1), first)[1]
        earliest = date(low, first, min(known_day or 1, start_limit)) if low else None
        if self.month and self.month != "XX" and int(self.month) in _SEASONS:
            return earliest, date(high + 1, 2, 28)
        return earliest, date(high, last, min(known_day or end, end))


def parse_date(part: str, text: str) -> EdtfDate:
    """Return one date of a text.

    Raises:
        DocumentError: If it is none, or no calendar has it.
    """
    match = _DATE.fullmatch(part)
    if match is None:
        raise DocumentError(
            f"{text!r} is no EDTF date; expected one like 2014, 2015-11, 2025-04-09,"
            " XXXX-12-16 or 2023-09-18/2023-09-20."
        )
    found = EdtfDate(**{name: part or "" for name, part in match.groupdict().items()})
    month = 0 if found.month in ("", "XX") else int(found.month)
    is_month = not found.month or found.month == "XX" or 1 <= month <= 12
    longest = monthrange(2024, month)[1] if 1 <= month <= 12 else 31
    if "X" not in found.year and 1 <= month <= 12 and int(found.year):
        longest = monthrange(int(found.year), month)[1]
    day = 1 if found.day in ("", "XX") else int(found.day)
    is_part = month in _PARTS and not found.day
    if not (is_month or is_part) or not 1 <= day <= longest or found.year == "0000":
        raise DocumentError(f"{text!r} names a date that no calendar has.")
    return found


def unify(left: EdtfDate, right: EdtfDate) -> EdtfDate | None:
    """Return the date that both can mean, or None; a doubtful one excludes nothing."""
    if left.doubt or right.doubt:
        surer = left if right.doubt else right
        return surer if not surer.doubt else max(left, right, key=lambda d: len(str(d)))
    digits = [_unify_part(a, b) for a, b in zip(left.year, right.year, strict=True)]
    month = _unify_month(left, right)
    day = _unify_part(left.day, right.day)
    if None in digits or month is None or day is None:
        return None
    year = "".join(filter(None, digits))
    try:
        return parse_date(
            str(EdtfDate(year, month or ("XX" if day else ""), day)), year
        )
    except DocumentError:
        return None


def _unify_part(left: str, right: str) -> str | None:
    """Return the part that both can mean; X, XX and nothing can mean any."""
    if left == right or not right.strip("X"):
        return left or right
    return right if not left.strip("X") else None


def _unify_month(left: EdtfDate, right: EdtfDate) -> str | None:
    exact = _unify_part(left.month, right.month)
    if exact is not None:
        return exact
    (a, b), (c, d) = left.months(), right.months()
    if max(a, c) > min(b, d):
        return None
    return left.month if b - a <= d - c else right.month
