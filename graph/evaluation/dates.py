"""When a date of a record is the gold's, as far as the text gives it."""

from typing import Any

__all__ = ["invents_year", "share_of_date"]

_NO_YEAR = "--"


def share_of_date(gold: Any, got: Any, year: str = "") -> float:
    """Return 1 for an equal date and 0.5 for a less or more precise form of it.

    A date whose text gives no year is ``--MM-DD``; ``year`` is the one that the text
    settles all the same, if it does. Any other year is wrong.

    >>> share_of_date("2024-04-09", "2024-04"), share_of_date("--04-09", "2024-04-09")
    (0.5, 0.0)
    """
    want, have = str(gold), str(got)
    if want == have or (year and have == f"{year}{want[1:]}"):
        return 1.0
    if want.startswith(_NO_YEAR):
        return 0.5 * (have.startswith(_NO_YEAR) and want.startswith(have))
    if have.startswith(_NO_YEAR):
        return 0.5 * (want[4:] == have[1:])
    return 0.5 * (want.startswith(have) or have.startswith(want))


def invents_year(gold: Any, got: Any, year: str = "") -> bool | None:
    """Whether a year is wrongly filled in; nothing where none is."""
    if not str(gold).startswith(_NO_YEAR) or str(got).startswith(_NO_YEAR):
        return None
    return not (year and str(got).startswith(year))
