"""How a meeting ended, what it was for, and who called it in which office."""

import pytest

from tests.graph.frames.conftest import State

MEETING = "ministerial conference of the Rabat Process"


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (f"The {MEETING} came to a close in Dakar on Tuesday.", "2016-08-23"),
        (f"The {MEETING} drew to an end on Monday.", "2016-08-22"),
        (f"The {MEETING} was brought to a successful conclusion yesterday.",
         "2016-08-24"),
        (f"The {MEETING} wound up in Dakar on Wednesday.", "2016-08-24"),
        (f"The {MEETING} closes on Friday.", "2016-08-26"),
        (f"The {MEETING} should have come to a close on Tuesday.", ""),
        (f"The minister said the {MEETING} came to a close on Tuesday.", ""),
    ],
)  # fmt: skip
def test_what_came_to_a_close_on_a_day_of_the_week_is_over(
    text: str, last: str, stated: State
) -> None:
    facts = stated(f"Dakar, 25 August 2016\n\n{text}", "endDate", "scheduledFor")
    told = {value.rpartition("/")[2] for *_, value in facts}
    assert told == ({last} if last else set())


def test_the_last_day_of_a_one_day_meeting_is_its_day(stated: State) -> None:
    text = (
        f"25 August 2016\n\nThe {MEETING} came to a close on Tuesday. "
        "Delegates of Nepal and Fiji took part in the {} conference."
    )
    assert [v for *_, v in stated(text.format("one-day"), "startDate")] == [
        "2016-08-23"
    ]
    assert not stated(text.format("four-hour"), "startDate")


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("in the Peruvian capital", ["LIMA"]),
        ("in Peru's capital", ["LIMA"]),
        ("in the Chilean capital", []),
        ("near the Peruvian capital", []),
    ],
)
def test_the_capital_of_a_state_is_the_place_of_the_dateline_if_it_is_there(
    where: str, place: list[str], stated: State
) -> None:
    text = f"4 May 2019\n\nLIMA: The {MEETING} opened {where} on Friday."
    assert [v for *_, v in stated(text, "heldInPlace")] == place


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("met in Lima today to consider what the two countries can do about "
         "irregular migration.", True),
        ("met in Lima today to discuss what they should change for migrants.", True),
        ("would have met in Lima today to consider what they can do.", False),
    ],
)  # fmt: skip
def test_what_those_who_met_can_do_makes_their_meeting_no_wish(
    text: str, met: bool, stated: State
) -> None:
    who = "Delegations led by the ministers of Kenya and Nepal"
    facts = stated(f"3 May 2019\n\n{who} {text}", "meetingStatus")
    assert any(v.endswith("/held") for *_, v in facts) is met


def test_who_convenes_a_meeting_as_chairs_of_its_process_chairs_it(
    stated: State,
) -> None:
    text = "Nepal and Fiji, as {} of the Rabat Process, convened a {} on 3 May 2019."
    chairs = stated(text.format("co-chairs", MEETING))
    assert [v for _, said, v in chairs if said == "presidedBy"] == ["Nepal", "Fiji"]
    assert not [v for _, said, v in chairs if said == "organisedBy"]
    others = stated(text.format("members", MEETING))
    assert [v for _, said, v in others if said == "organisedBy"] == ["Nepal", "Fiji"]
    assert not [v for _, said, v in others if said == "presidedBy"]


def test_a_process_is_founded_when_ministers_met(stated: State) -> None:
    text = "The Rabat Process was set up in May 2006 in Rabat, when ministers met{}."
    assert [v for *_, v in stated(text.format(" there"), "established")] == ["2006-05"]
    denied = "It is not true that the Rabat Process was set up in May 2006 in Rabat."
    assert not stated(denied, "established")
