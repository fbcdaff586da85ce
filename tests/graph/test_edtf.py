import re
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiwar.errors import DocumentError
from hiwar.graph import edtf

DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))


@st.composite
def single_dates(draw: st.DrawFn) -> str:
    """A date of any precision that is used, with or without its year."""
    day = draw(DAYS)
    whole = day.isoformat()
    shapes = (whole, whole[:7], whole[:4], f"XXXX{whole[4:]}", f"{whole[:3]}X", "XXXX")
    seasons = (f"{whole[:4]}-21", f"{whole[:4]}-33", f"{whole[:4]}-41", f"{whole[:4]}~")
    return draw(st.sampled_from((*shapes, *seasons)))


@st.composite
def intervals(draw: st.DrawFn) -> str:
    first = draw(DAYS)
    last = first + timedelta(days=draw(st.integers(0, 900)))
    length = draw(st.sampled_from((4, 7, 10)))
    start, end = first.isoformat()[:length], last.isoformat()[:length]
    return draw(
        st.sampled_from((f"{start}/{end}", f"{start}/", f"/{end}", f"{start}/.."))
    )


DATES = single_dates() | intervals()


@pytest.mark.parametrize(
    "text",
    [
        "2014",
        "201X",
        "2015-11",
        "2025-04-09",
        "XXXX-12-16",
        "XXXX-02-29",
        "2024-22",
        "2024-34",
        "2014~",
        "2023-09-18/2023-09-20",
        "2024-04/",
        "/2024",
        "2024-04/..",
        "XXXX-12-16/XXXX-12-18",
    ],
)
def test_what_texts_need_is_valid(text: str) -> None:
    assert edtf.validate(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "/",
        "../..",
        "14",
        "2025-13",
        "2025-02-29",
        "2025-4-9",
        "9 April 2025",
        "2025-22-01",
        "2025-00",
        "0000",
        "2025-04-09T10:00",
        "2024/2023",
        "2014/2015/2016",
        "XXXX-04-31",
        "2025-04-09 ",
        "٢٠٢٥",
    ],
)
def test_what_no_calendar_has_is_refused(text: str) -> None:
    with pytest.raises(DocumentError):
        edtf.validate(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2014", "2014-01-01", "2014-12-31"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-34", "2024-04-01", "2024-06-30"),
        ("2024-41", "2024-07-01", "2024-12-31"),
        ("2024-24", "2024-01-01", "2025-02-28"),
        ("2023-09-18/2023-09-20", "2023-09-18", "2023-09-20"),
        ("2024-04/", "2024-04-01", "None"),
        ("/2024", "None", "2024-12-31"),
        ("XXXX-12-16", "None", "None"),
        ("2014~", "None", "None"),
        ("2014-XX-16", "2014-01-16", "2014-12-16"),
    ],
)
def test_bounds_are_no_narrower_than_the_text(text: str, first: str, last: str) -> None:
    assert tuple(map(str, edtf.bounds(text))) == (first, last)


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("XXXX-12-16", "2025-12", True),
        ("XXXX-12-16", "2025-11", False),
        ("XXXX-12-16", "XXXX-12-17", False),
        ("XXXX-02-29", "2023", False),
        ("XXXX-02-29", "2023/2025", True),
        ("2025-04-09", "2025-04-10", False),
        ("2023-09-18", "2023-09-18/2023-09-20", True),
        ("2023-09-21", "2023-09-18/2023-09-20", False),
        ("2023-09-18/2023-09-20", "2023-09-19/2023-09-21", False),
        ("XXXX-09-18/XXXX-09-20", "2023-09-19", True),
        ("XXXX-12-30/XXXX-01-02", "2024-01-01", True),
        ("2024-04/", "2024-04/2025-04-09", True),
        ("2024-04/", "2014", False),
        ("2014~", "2015", True),
        ("2024-33", "2024-02", True),
        ("2024-33", "2024-05", False),
    ],
)
def test_dates_agree_where_both_can_be_of_one_event(
    one: str, other: str, agree: bool
) -> None:
    assert edtf.compatible(one, other) is agree
    assert edtf.compatible(other, one) is agree


def test_a_year_is_filled_in_only_where_one_is_left() -> None:
    year = (date(2024, 4, 10), date(2025, 4, 10))
    assert edtf.fill_year("XXXX-04-09", year) == "2025-04-09"
    assert edtf.fill_year("XXXX-04-10", year) is None
    assert edtf.fill_year("XXXX-04", year) is None
    assert edtf.fill_year("XXXX-04-09", (None, date(2025, 4, 10))) is None
    assert edtf.fill_year("2024-05", year) is None
    leap = (date(2021, 1, 1), date(2027, 1, 1))
    assert edtf.fill_year("XXXX-02-29", leap) == "2024-02-29"
    new_year = (date(2023, 12, 1), date(2024, 2, 1))
    turn = edtf.fill_year("XXXX-12-30/XXXX-01-02", new_year)
    assert turn == "2023-12-30/2024-01-02"


def test_the_last_day_is_known_of_an_interval_only() -> None:
    assert edtf.end_day("2025-04-09") is None
    assert edtf.end_day("2023-09-18/2023-09-20") == date(2023, 9, 20)
    assert edtf.end_day("2024-04/2024-05") is None
    assert edtf.start_day("2025-04-09~") is None


def test_ends_of_different_texts_make_an_interval() -> None:
    assert edtf.with_ends("2024-04/", "2025-04-09") == "2024-04/2025-04-09"
    assert edtf.intersect("2024-04/", "/2025-04-09") == "2024-04/2025-04-09"


@settings(deadline=None)
@given(DATES)
def test_a_date_agrees_with_itself_and_says_no_more_than_itself(text: str) -> None:
    assert edtf.compatible(text, text)
    assert edtf.refines(text, text)
    assert not edtf.more_precise(text, text)
    assert edtf.intersect(text, text) == text


@settings(deadline=None)
@given(DATES, DATES)
def test_agreement_is_mutual_and_precision_is_not(one: str, other: str) -> None:
    assert edtf.compatible(one, other) is edtf.compatible(other, one)
    assert not (edtf.more_precise(one, other) and edtf.more_precise(other, one))


@settings(deadline=None)
@given(DATES, DATES)
def test_what_both_say_is_valid_and_agrees_with_both(one: str, other: str) -> None:
    both = edtf.intersect(one, other)
    if both is None:
        assert not edtf.compatible(one, other)
    else:
        assert edtf.validate(both)
        assert edtf.compatible(both, one)
        assert edtf.compatible(both, other)


@settings(deadline=None)
@given(DATES, DATES)
def test_what_refines_lies_within_what_it_refines(one: str, other: str) -> None:
    low, high = edtf.bounds(other)
    if high and re.fullmatch(r".{4}-2[1-4]", one):
        # a season has the year that it is named by, and may end in the next
        high = max(high, date(high.year + 1, 2, 28))
    if edtf.refines(one, other) and not edtf.is_interval(one):
        first, last = edtf.bounds(one)
        assert low is None or first is None or first >= low
        assert high is None or last is None or last <= high


@pytest.mark.parametrize("season", ["2000-21", "2000-22", "2000-23", "2000-24"])
def test_a_season_refines_its_year_and_may_end_in_the_next(season: str) -> None:
    assert edtf.refines(season, "2000")
    assert not edtf.refines(season, "2001")
    assert edtf.bounds(season) == (date(2000, 1, 1), date(2001, 2, 28))


@settings(deadline=None)
@given(DAYS, st.integers(0, 364))
def test_a_year_without_a_day_too_many_is_always_settled(
    start: date, later: int
) -> None:
    window = (start, start + timedelta(days=364))
    day = start + timedelta(days=later)
    if (day.month, day.day) == (2, 29) or window[1].year - start.year > 1:
        return
    filled = edtf.fill_year(f"XXXX{day.isoformat()[4:]}", window)
    assert filled == day.isoformat()
