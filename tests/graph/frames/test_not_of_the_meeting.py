"""What is told beside a meeting and is of another one, or of something else."""

import pytest

from tests.graph.frames.conftest import State


@pytest.mark.parametrize(
    "other",
    [
        "The meeting planned for 3 May 2014 in Quito was cancelled.",
        "The meeting scheduled for 3 May 2014 was cancelled.",
        "The conference that was due on 3 May 2014 in Quito was called off.",
    ],
)
def test_a_meeting_planned_for_another_day_is_another_one(
    stated: State, other: str
) -> None:
    text = (
        "Peru hosted the ministerial meeting of the Lima Process in Lima on 4 May 2019."
    )
    told = stated(f"{text} {other}")
    name = "ministerial meeting of the Lima Process"
    assert (name, "meetingStatus", "meeting-status/held") in told
    assert (name, "meetingStatus", "meeting-status/cancelled") not in told


def test_a_meeting_planned_for_its_own_day_is_the_same(stated: State) -> None:
    text = (
        "The ministerial meeting of the Lima Process in Lima on 4 May 2019 was near."
        " The meeting planned for 4 May 2019 was cancelled."
    )
    told = stated(text, "meetingStatus")
    name = "ministerial meeting of the Lima Process"
    assert (name, "meetingStatus", "meeting-status/cancelled") in told


def test_the_country_of_a_delegation_is_no_venue(stated: State) -> None:
    text = (
        "The ministerial meeting of the Lima Process was held in Lima on 4 May 2019."
        "\n\nCountry: Chile\n\nHead of delegation: Ms Ana Example"
    )
    assert stated(text, "heldInState") == []


def test_it_that_was_chaired_is_the_meeting_and_not_the_process(stated: State) -> None:
    text = (
        "The Lima Process held the third meeting of its group in Lima on 4 May 2019."
        " It was chaired by Chile and co-chaired by Peru."
    )
    assert stated(text, "chairs") == []
