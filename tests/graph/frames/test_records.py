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
