import calendar
import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiwar.graph.mentions.date import Date, find_dates
from hiwar.graph.rules import rules_for

EN = rules_for("en")
MONTHS = list(calendar.month_name)
SHORT = {1: "Jan", 2: "Feb", 3: "Mar", 4: "Apr", 8: "Aug", 9: "Sept", 10: "Oct"}
DAYS = st.dates(datetime.date(1901, 1, 1), datetime.date(2098, 12, 31))


def edtf(text: str) -> list[str]:
    return [date.edtf for _, _, date in find_dates(text, EN)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("13-14 December 2022", "2022-12-13/2022-12-14"),
        ("25 - 26 June 2003", "2003-06-25/2003-06-26"),
        ("13 and 14 December", "XXXX-12-13/XXXX-12-14"),
        ("the 11th to the 14th of September 2022", "2022-09-11/2022-09-14"),
        ("the 16th of December", "XXXX-12-16"),
        ("Wednesday, April 9", "XXXX-04-09"),
        ("Wednesday 9 April 2025", "2025-04-09"),
        ("7th March 2019", "2019-03-07"),
        ("February 16, 2016EU leaders", "2016-02-16"),
        ("September 11-14, 2022", "2022-09-11/2022-09-14"),
        ("end of 2024", "2024"),
        ("the year of 2019", "2019"),
        ("3rd and 4th of May, 2019", "2019-05-03/2019-05-04"),
        ("30 November – 2 December", "XXXX-11-30/XXXX-12-02"),
        ("30 November – 2 December 2021", "2021-11-30/2021-12-02"),
        ("November 30 - December 2, 2021", "2021-11-30/2021-12-02"),
        ("30 December – 2 January 2022", "2021-12-30/2022-01-02"),
        ("30 December 2021 – 2 January 2022", "2021-12-30/2022-01-02"),
        ("December 30, 2021 to January 2, 2022", "2021-12-30/2022-01-02"),
        ("from May to June 2019", "2019-05/2019-06"),
        ("December – January 2022", "2021-12/2022-01"),
        ("from 2017 to 2020", "2017/2020"),
        ("between 2017 and 2020", "2017/2020"),
        ("(2017-2020)", "2017/2020"),
        ("29 February 2024", "2024-02-29"),
        ("29 February", "XXXX-02-29"),
        ("in April", "XXXX-04"),
        ("Sept. 2019", "2019-09"),
        ("(2021)", "2021"),
        ("since 2014", "2014"),
    ],
)
def test_a_date_is_as_precise_as_the_text(text: str, expected: str) -> None:
    assert edtf(f"They met {text}, and that was it.") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "the 2030 Agenda for Sustainable Development",
        "Agenda 2030 is on the table",
        "Objective 21 of the compact",
        "its 10th anniversary",
        "the Partnership Priorities 2017-2020",
        "the Call for Action 2025-2030",
        "53 countries and 3,800 cases",
        "they may 5 times go, and we march 3 abreast",
        "they may, in may or in march",
        "resolution 2240 of the council",
        "in 1066 and in 3024",
        "COVID-19 and item 2019/5 of 12",
        "on Monday",
        "room 2019-05-0311",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert edtf(f"They spoke of {text} there.") == []


@pytest.mark.parametrize(
    "text",
    [
        "31 February 2020",
        "30 February",
        "31 April 2021",
        "29 February 2023",
        "32 May 2020",
        "0 May 2020",
        "2020-02-30",
        "2020-13-01",
        "20-18 September 2023",
        "18-18 September 2023",
        "28-30 February 2022",
        "5 May 2022 – 3 May 2021",
        "31.04.2021",
        "(2020-2017)",
    ],
)
def test_a_day_that_no_calendar_has_is_no_date_at_any_precision(text: str) -> None:
    assert edtf(f"They met on {text} there.") == []


def test_two_days_of_two_months_are_no_range() -> None:
    assert edtf("They met on 3 May and 5 June 2019.") == ["XXXX-05-03", "2019-06-05"]


def test_the_spans_are_those_of_the_dates_and_do_not_overlap() -> None:
    text = "On 3 May 2019, in June 2020 and from 13-14 July 2021 they met (2022)."
    found = find_dates(text, EN)
    assert [text[start:end] for start, end, _ in found] == [
        "3 May 2019",
        "June 2020",
        "13-14 July 2021",
        "2022",
    ]


def test_a_comma_may_stand_between_a_month_and_its_year() -> None:
    ((_, _, date),) = find_dates("They met in Nov, 2015 where it rained.", EN)
    assert date.edtf == "2015-11"


def test_the_weekday_is_kept_for_the_year_that_it_may_tell() -> None:
    (found,) = find_dates("It is on Wednesday, April 9.", EN)
    assert found[2] == Date(None, 4, 9, weekday=2)


def written(day: datetime.date) -> list[str]:
    month, number = MONTHS[day.month], day.day
    ending = (
        "th" if 11 <= number <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10)
    )
    weekday = calendar.day_name[day.weekday()]
    return [
        f"{number} {month} {day.year}",
        f"{number:02d} {month} {day.year}",
        f"{number}{ending or 'th'} of {month}, {day.year}",
        f"{month} {number}, {day.year}",
        f"{month} {number}{ending or 'th'}, {day.year}",
        f"{weekday}, {number} {month} {day.year}",
        f"{weekday} {month} {number}, {day.year}",
        f"{number} {month.upper()} {day.year}",
        day.isoformat(),
        day.strftime("%d.%m.%Y"),
    ]


@given(DAYS)
def test_a_day_in_any_form_is_found_again(day: datetime.date) -> None:
    for text in written(day):
        assert edtf(f"They met on {text}.") == [day.isoformat()], text


@given(DAYS)
def test_a_day_without_its_year_has_none(day: datetime.date) -> None:
    for text in (f"{day.day} {MONTHS[day.month]}", f"{MONTHS[day.month]} {day.day}"):
        assert edtf(f"They met on {text}.") == [f"XXXX-{day:%m-%d}"]


@given(DAYS, st.integers(1, 40))
def test_a_range_of_days_is_found_again(first: datetime.date, length: int) -> None:
    last = first + datetime.timedelta(days=length)
    one, two = MONTHS[first.month], MONTHS[last.month]
    texts = [
        f"{first.day} {one} {first.year} – {last.day} {two} {last.year}",
        f"{first.day} {one} {first.year} to {last.day} {two} {last.year}",
    ]
    if first.year == last.year or first.month == 12:
        texts.append(f"{first.day} {one} - {last.day} {two} {last.year}")
    if (first.year, first.month) == (last.year, last.month):
        texts = [
            f"{first.day}-{last.day} {one} {last.year}",
            f"{first.day} – {last.day} {one} {last.year}",
            f"{one} {first.day}-{last.day}, {last.year}",
            f"{first.day} and {last.day} {one} {last.year}",
        ]
    for text in texts:
        assert edtf(f"They met ({text}).") == [f"{first}/{last}"], text


@given(DAYS)
def test_a_month_with_its_year_is_found_again(day: datetime.date) -> None:
    for text in (MONTHS[day.month], SHORT.get(day.month, MONTHS[day.month])):
        assert edtf(f"They met in {text} {day.year}.") == [f"{day:%Y-%m}"]


def test_june_and_july_have_short_names_too() -> None:
    assert edtf("They met on 3 Jun 2019 and 4 Jul 2020.") == [
        "2019-06-03",
        "2020-07-04",
    ]


@given(st.text(st.sampled_from("0123456789-–/. ,MayJune()ofth"), max_size=40))
def test_every_date_in_any_jumble_is_one_that_a_calendar_has(text: str) -> None:
    for _, _, date in find_dates(text, EN):
        for part in (date, date.end or date):
            datetime.date(part.year or 2000, part.month or 1, part.day or 1)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("on Tuesday 14th and Wednesday 15th May 2024", "2024-05-14/2024-05-15"),
        ("on the 9th, 10th and 11th of June 2020", "2020-06-09/2020-06-11"),
        ("on 5/6 October 2017", "2017-10-05/2017-10-06"),
        ("in the week of 4 May 2020", "2020-05"),
        ("around 3 June 2021", "2021-06"),
    ],
)
def test_days_in_a_row_are_a_range_and_a_week_is_no_day(text: str, edtf: str) -> None:
    assert [date.edtf for *_, date in find_dates(text, rules_for("en"))] == [edtf]


@pytest.mark.parametrize(
    ("text", "language", "edtf"),
    [
        ("on 03/05/2019", "en", "2019"),
        ("on 05/13/2019", "en", "2019-05-13"),
        ("on 13/05/2019", "en", "2019-05-13"),
        ("on 05/05/2019", "en", "2019-05-05"),
        ("on 03.05.2019", "en", "2019-05-03"),
        ("le 03/05/2019", "fr", "2019-05-03"),
    ],
)
def test_a_date_of_figures_claims_no_more_than_both_orders_give(
    text: str, language: str, edtf: str
) -> None:
    ((_, _, date),) = find_dates(text, rules_for(language))
    assert date.edtf == edtf
