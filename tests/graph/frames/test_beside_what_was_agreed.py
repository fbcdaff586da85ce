"""What was adopted beside what was agreed, the next meeting, and what tops agendas."""

import pytest

from hiwar.graph.reading import read_text
from tests.graph.frames.conftest import State, facts_of

HELD = (
    "The fourth ministerial conference of the Colombo Process was held in Lima on"
    " 3 May 2019. "
)
ADOPTED = {
    "behind what was agreed": "The ministers agreed to build a school for border guards"
    " in Quito and adopted the Lima Work Plan.",
    "ended today": "The two-day conference ended today with the endorsement of the Lima"
    " Work Plan.",
    "came to its end": "With the adoption of the Lima Work Plan, the conference, held"
    " in Lima on 3 May 2019, came to its end.",
}


@pytest.mark.parametrize("text", ADOPTED.values(), ids=ADOPTED)
def test_a_paper_is_adopted_where_the_meeting_was(text: str, stated: State) -> None:
    assert {name for name, _, _ in stated(HELD + text, "adoptedAt")} == {
        "Lima Work Plan"
    }


@pytest.mark.parametrize(
    "text",
    [
        "The ministers agreed to ask who met in Quito and adopted the Quito Plan.",
        "The ministers agreed to build a school and never adopted the Lima Work Plan.",
        "The conference will end today with the endorsement of the Lima Work Plan.",
    ],
)
def test_what_others_adopt_or_nobody_is_not_adopted(text: str, stated: State) -> None:
    assert not stated(HELD + text, "adoptedAt")


def test_the_day_before_a_meeting_is_that_of_both() -> None:
    text = "The Visa Roadmap was signed in March 2016 at the 13th Lima Summit in Quito."
    reading = read_text(HELD + text)
    days = {(name, day) for name, _, day in facts_of(reading, "when")}
    assert {("Visa Roadmap", "2016-03"), ("13th Lima Summit", "2016-03")} <= days


def test_the_next_meeting_is_none_that_was_held(stated: State) -> None:
    text = HELD + "The next meeting of the Process will be hosted by Nepal in 2020."
    assert not stated(text, "hostedBy")
    named = {name for name, _, _ in stated(text, "meetingStatus")}
    assert "next meeting of the Process" in named


def test_a_training_centre_is_no_meeting(stated: State) -> None:
    text = HELD + "A regional training centre was founded in Quito on 3 May 2018."
    assert len(stated(text, "meetingKind")) == 1


def test_a_headline_in_capitals_is_no_name(stated: State) -> None:
    text = "REGIONAL HEADS CONCLUDE MEETING IN PERU\n\n" + HELD
    names = {name for name, _, _ in stated(text, "meetingKind")}
    assert names == {"fourth ministerial conference of the Colombo Process"}


def test_who_serves_as_secretariat_is_no_member(stated: State) -> None:
    text = "The Colombo Process was created in 2016 and counts IOM and UNHCR as its"
    assert not stated(f"{HELD}{text} secretariat.", "hasMember")


@pytest.mark.parametrize(
    "text",
    [
        "Trafficking in persons and statelessness top the agenda.",
        "Trafficking in persons is one of the priorities of the conference.",
        "The Process will focus on trafficking in persons.",
    ],
)
def test_what_tops_an_agenda_is_an_area(text: str, stated: State) -> None:
    assert "AreaOfFocus" in {value for _, _, value in stated(HELD + text, "type")}


@pytest.mark.parametrize(
    "text",
    [
        "Trafficking in persons is one of the priorities of the ministry.",
        "Trafficking in persons did not top the agenda.",
    ],
)
def test_what_others_rank_first_is_no_area(text: str, stated: State) -> None:
    assert "AreaOfFocus" not in {value for _, _, value in stated(HELD + text, "type")}
