"""Records with labels: the meeting they are of, and those before it."""

import pytest

from tests.graph.frames.conftest import State

SHEET = """{heading}

Meeting: Third Ministerial Conference of the Colombo Process
Dates: 4-5 May 2019
Venue: Lima, Peru

Attendance: Ministers from Nepal, Fiji and Oman."""


@pytest.mark.parametrize(
    "heading",
    [
        "REGIONAL CONSULTATIONS - MEETING RECORD",
        "CONFERENCE REPORT",
        "FACT SHEET / WORKSHOP",
        "MEETING SUMMARY",
    ],
)
def test_a_common_noun_in_capitals_names_no_meeting(
    stated: State, heading: str
) -> None:
    facts = stated(SHEET.format(heading=heading), "hasParticipant", "startDate")
    assert {name for name, _, _ in facts} == {
        "Third Ministerial Conference of the Colombo Process"
    }
    assert {"Nepal", "Fiji", "Oman", "2019-05-04"} <= {value for _, _, value in facts}


def test_an_acronym_of_a_kind_of_meeting_names_one(stated: State) -> None:
    facts = stated("The SOM was held in Lima on 4 May 2019.", "startDate")
    assert [value for _, _, value in facts] == ["2019-05-04"]


RECORD = SHEET.format(heading="FACT SHEET")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "Earlier ministerials: Kathmandu, Nepal, 15-17 November 2010 (first);"
            " Muscat, Oman, July 2013 (second)",
            {("Kathmandu", "2010-11-15/2010-11-17"), ("Muscat", "2013-07")},
        ),
        (
            "Earlier\nministerials:   Kathmandu, 3 May 2010; Muscat, July 2013",
            {("Kathmandu", "2010-05-03"), ("Muscat", "2013-07")},
        ),
        (
            "Previous meetings: Dhaka (2004), Manila (2006) and Dakar, Senegal (2008)",
            {("Dhaka", "2004"), ("Manila", "2006"), ("Dakar", "2008")},
        ),
        (
            "Past conferences: first: Dhaka, 2004; second: Manila, 2006.",
            {("Dhaka", "2004"), ("Manila", "2006")},
        ),
    ],
)
def test_a_line_lists_the_meetings_before(
    stated: State, line: str, told: set[tuple[str, str]]
) -> None:
    facts = stated(f"{RECORD}\n\n{line}", "heldInPlace", "when", "isMeetingOf")
    values: dict[str, dict[str, str]] = {}
    for name, predicate, value in facts:
        values.setdefault(name, {})[predicate] = value
    found = {(v.get("heldInPlace", ""), v.get("when", "")) for v in values.values()}
    assert found == {("Lima", "2019-05-04/2019-05-05"), *told}
    assert {v.get("isMeetingOf") for v in values.values()} == {"Colombo Process"}


@pytest.mark.parametrize(
    "line",
    [
        "Earlier proposals: Dhaka (2004), Manila (2006)",
        "Earlier meetings cancelled: Dhaka (2004), Manila (2006)",
        "Possible meetings: Dhaka (2031), Manila (2032)",
        "Earlier offices: Dhaka, 2004; Manila, 2006",
        "The minister said: no meetings in Dhaka (2004).",
    ],
)
def test_a_line_of_something_else_lists_no_meetings(stated: State, line: str) -> None:
    facts = stated(f"{RECORD}\n\n{line}", "meetingStatus")
    assert {name for name, _, _ in facts} == {
        "Third Ministerial Conference of the Colombo Process"
    }


def test_the_numbers_of_meetings_before_are_read(stated: State) -> None:
    line = "Earlier meetings: Dhaka, 2004 (first); Manila, 2006 (second)"
    facts = stated(f"{RECORD}\n\n{line}", "ordinal")
    assert {value for _, _, value in facts} == {"1", "2", "3"}
