"""Days told by counting, and bodies that meet by number."""

import pytest

from hiwar.graph.reading import read_text
from hiwar.graph.record import record
from tests.graph.frames.conftest import Fact, State

MEETING = "meeting of the Rabat Process"


def days(facts: list[Fact]) -> dict[str, str]:
    return {said: value for _, said, value in facts if said in ("startDate", "endDate")}


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        (f"A three-day {MEETING} on mobility opens today in Dakar.",
         "2016-08-25", "2016-08-27"),
        (f"The two-day {MEETING} concluded yesterday in Dakar.",
         "2016-08-23", "2016-08-24"),
        (f"The three-day {MEETING} ended on Monday.", "2016-08-20", "2016-08-22"),
        (f"A four-day {MEETING} began in Dakar on 3 May 2014.",
         "2014-05-03", "2014-05-06"),
        (f"The {MEETING} was held in Dakar on Thursday.", "2016-08-25", ""),
        (f"A three-day {MEETING} was held in Dakar on 3 May 2014.", "2014-05-03", ""),
        (f"The {MEETING} will be held on Friday.", "", ""),
        (f"The {MEETING} was held in Dakar on Monday and Tuesday.",
         "2016-08-22", "2016-08-23"),
        (f"The {MEETING} took place in Dakar from Monday to Wednesday.",
         "2016-08-22", "2016-08-24"),
        (f"The minister praised the outcome of the {MEETING}, held on Monday.",
         "2016-08-22", ""),
        (f"The minister praised the outcome of the {MEETING} on Monday.", "", ""),
        ("A three-day meeting of police chiefs opened in Dakar on 3 May 2014.",
         "2014-05-03", "2014-05-05"),
        (f"The minister said on Friday that the {MEETING} was a success.", "", ""),
        (f"A five-day visit began on 3 May 2014. The {MEETING} was held.", "", ""),
    ],
)  # fmt: skip
def test_days_are_counted_only_where_a_verb_ties_them_to_the_meeting(
    text: str, start: str, end: str, stated: State
) -> None:
    told = days(stated(f"Dakar, 25 August 2016\n\n{text}"))
    assert (told.get("startDate", ""), told.get("endDate", "")) == (start, end)


def test_this_week_is_a_month_where_the_whole_week_lies_in_it(stated: State) -> None:
    text = f"Kenya this week hosted a {MEETING} in Nairobi."
    assert [v for *_, v in stated(f"9 May 2014\n\n{text}", "when")] == ["2014-05"]
    assert not stated(f"2 May 2014\n\n{text}", "when")


@pytest.mark.parametrize(
    ("published", "said", "when"),
    [
        ("18 September 2022", "last week", ["2022-09"]),
        ("4 September 2022", "last week", []),
        ("4 March 2021", "last month", ["2021-02"]),
        ("4 March 2021", "earlier this month", ["2021-03"]),
        ("4 March 2021", "last year", []),
    ],
)
def test_a_week_or_month_that_has_passed_is_a_month(
    published: str, said: str, when: list[str], stated: State
) -> None:
    text = f"{published}\n\nA {MEETING} was held in Nairobi {said}."
    assert [value for *_, value in stated(text, "when")] == when


@pytest.mark.parametrize(
    ("day", "when"),
    [
        ("12 May", "XXXX-05-12/XXXX-05-14"),
        ("30 May", "XXXX-05-30"),
        ("28 February", "XXXX-02-28"),
    ],
)
def test_the_end_of_days_without_a_year_is_counted_within_a_month(
    day: str, when: str, stated: State
) -> None:
    text = f"Ministers will gather in Lusaka for a three-day {MEETING} that starts on "
    assert [value for *_, value in stated(f"{text}{day}.", "scheduledFor")] == [when]


def test_a_day_of_an_agency_before_a_colon_is_none_of_the_meeting(
    stated: State,
) -> None:
    text = f"Lima [Peru], May 29 (AAA): The third {MEETING} was held on Thursday."
    assert not stated(text, "when", "startDate")


def test_a_body_counts_its_sittings(stated: State) -> None:
    text = "On 4 May 2019 the Border Commission held its ninth sitting in Lusaka."
    facts = stated(text, "ordinal", "startDate", "heldInPlace")
    assert {value for *_, value in facts} == {"9", "2019-05-04", "Lusaka"}


@pytest.mark.parametrize(
    ("body", "is_process"),
    [
        ("South Sample Fisheries Commission", True),
        ("Chile-Peru Contact Group on Migration", True),
        ("Steering Committee", False),
        ("European Commission", False),
    ],
)
def test_a_body_that_meets_by_number_is_a_process(
    body: str, is_process: bool, stated: State
) -> None:
    facts = stated(f"The ninth meeting of the {body} took place in Lima in May 2001.")
    assert (body in {v for _, said, v in facts if said == "isMeetingOf"}) is is_process


@pytest.mark.parametrize(
    "said",
    [
        "Today Minister Ines Sample concluded a visit to Chile, where she took part in",
        "Minister Ines Sample today welcomed the outcome of",
        "Minister Ines Sample today reported to parliament on",
        "Minister Ines Sample returned today from",
        "Minister Ines Sample spoke today about",
    ],
)
def test_who_speaks_of_a_meeting_today_does_not_say_that_it_is_held_today(
    said: str,
) -> None:
    meeting = "the third ministerial conference of the Rabat Process"
    reading = read_text(f"OSLO, 3 May 2021 – {said} {meeting}.")
    dated = {
        str(item.object) for item in reading.statements if "Date" in item.predicate
    }
    assert not dated
    went = read_text(f"OSLO, 3 May 2021 – Kenya today attended {meeting}.")
    assert "2021-05-03" in {str(item.object) for item in went.statements}


@pytest.mark.parametrize("days", ["on Friday", "on Tuesday and Wednesday"])
def test_a_day_of_the_week_is_no_part_of_the_name_of_a_meeting(days: str) -> None:
    text = f"Peru and Chile held the third High Level Dialogue on Visas {days}."
    [meeting] = record(read_text(text))["meetings"]
    assert meeting["name"] == "third High Level Dialogue on Visas"


@pytest.mark.parametrize("agency", ["Metro News", "AP", "Sun-Plus"])
def test_the_day_of_an_agency_s_report_is_not_that_of_the_meeting(agency: str) -> None:
    text = f"DAKAR, May 14, {agency} - Labour was the theme of the first {MEETING}"
    (meeting,) = record(read_text(f"{text}, which was held in Lima on May 7."))[
        "meetings"
    ]
    assert meeting["start"] == "--05-07"
