"""What is done about a meeting, asked of it or said of its host does not hold it."""

import pytest

from tests.graph.frames.conftest import State

MEETING = "the third ministerial conference of the Colombo Process"
HELD = f"{MEETING.capitalize()} was held in Lima on 4 May 2011. "
PLACED = ("heldInPlace", "startDate", "when", "hostedBy", "presidedBy")


@pytest.mark.parametrize(
    "text",
    [
        "Preparations for {m}, hosted by Peru in Lima, are in full swing.",
        "The secretariat keeps a seat for {m}, hosted by Peru in Lima on 4 May 2031.",
        "Rehearsals for {m} took place in Lima on 4 May 2031.",
        "The website of {m} in Lima was opened by the minister.",
        "Peru welcomed the idea of a third ministerial conference of the Colombo "
        "Process in Lima on 4 May 2031.",
        "Members agreed that {m} is held in Lima on 4 May 2031.",
        "Next May sees {m} in Lima, chaired by Peru.",
        "Held hostage by quarrels for years, {m} has lost its way.",
        "Hosted on a small server in Lima, {m} website was hacked.",
        "In Lima {m} took place only in the minds of reporters.",
    ],
)
def test_what_is_done_about_a_meeting_does_not_hold_it(
    text: str, stated: State
) -> None:
    facts = stated(text.format(m=MEETING))
    assert not [f for f in facts if f[1] in PLACED or f[2].endswith("/held")]


@pytest.mark.parametrize(
    "text",
    [
        "Did {m} take place in Lima on 4 May 2011?",
        "Why did Chile and Peru skip {m} in Lima on 4 May 2011?",
        "Will {m} be held in Lima on 4 May 2031?",
        "In Lima {m} took place on 4 May 2011? The host cannot tell.",
    ],
)
def test_a_question_plans_nothing(text: str, stated: State) -> None:
    asked = ("meetingStatus", "scheduledFor", "scheduledIn", *PLACED)
    assert not stated(text.format(m=MEETING), *asked)


@pytest.mark.parametrize(
    "text",
    ["The host is Peru.", "Chile is the host of a cup next year. The host is Chile."],
)
def test_a_host_told_in_the_present_makes_no_plan_of_what_took_place(
    text: str, stated: State
) -> None:
    facts = stated(HELD + text)
    assert [value for _, said, value in facts if said == "meetingStatus"] == [
        "meeting-status/held"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The {n} was held in Lima on 4 May 2011.",
        "Held in Lima on 4 May 2011, {m} ended with a plan.",
        "Ministers gathered in Lima for {m}, hosted by Peru on 4 May 2011.",
        "What came of it? The {n} took place in Lima on 4 May 2011.",
    ],
)
def test_what_was_held_stays_so(text: str, stated: State) -> None:
    told = stated(text.format(m=MEETING, n=MEETING[4:]), "meetingStatus")
    assert [value for _, _, value in told] == ["meeting-status/held"]
