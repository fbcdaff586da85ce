"""Who was there beside others, who chaired with whom, and whose meeting it was."""

import pytest

from tests.graph.frames.conftest import State

HELD = "The third ministerial conference of the Rabat Process was held in Lima. "


@pytest.mark.parametrize(
    ("text", "came"),
    [
        ("UNHCR, development banks, and civil society took part as well.", {"UNHCR"}),
        ("Kenya, Mali and civil society organisations attended.", {"Kenya", "Mali"}),
        ("UNHCR and several NGOs are also in attendance.", {"UNHCR"}),
        ("UNHCR and civil society did not take part.", set()),
        ("UNHCR and civil society took part in a march.", set()),
        ("According to a newspaper, UNHCR and civil society took part.", set()),
    ],
)
def test_others_without_a_name_hide_nobody_who_came(
    stated: State, text: str, came: set[str]
) -> None:
    facts = stated(HELD + text, "hasParticipant")
    assert {actor for _, _, actor in facts} == came


@pytest.mark.parametrize(
    ("text", "came"),
    [
        ("At the meeting, Ms Ana Sample urged all states to do more.", {"Ana Sample"}),
        ("At the meeting, Ms Ana Sample proposed a fund.", {"Ana Sample"}),
        ("At the meeting, Ms Ana Sample should have urged more.", set()),
        ("Before the meeting, Ms Ana Sample urged all to do more.", set()),
    ],
)
def test_who_asked_others_for_something_at_a_meeting_was_there(
    stated: State, text: str, came: set[str]
) -> None:
    facts = stated(HELD + text, "hasParticipant")
    assert {actor for _, _, actor in facts} == came


@pytest.mark.parametrize(
    ("text", "chairs"),
    [
        ("Kenya co-chaired the meeting with Mali.", {"Kenya", "Mali"}),
        ("Kenya chaired the meeting together with UNHCR.", {"Kenya", "UNHCR"}),
        (
            "Ms Ana Sample, Director for Labour, co-chaired the meeting with Mr Bob "
            "Other, Head of Visas, and Ms Eva Third, Head of Borders.",
            {"Ana Sample", "Bob Other", "Eva Third"},
        ),
        ("Kenya co-chaired the meeting with support from Mali.", {"Kenya"}),
        ("Kenya chaired the meeting with Mali in mind.", {"Kenya"}),
        ("Kenya should have co-chaired the meeting with Mali.", set()),
    ],
)
def test_with_whom_somebody_chaired_chaired_too(
    stated: State, text: str, chairs: set[str]
) -> None:
    facts = stated(HELD + text, "presidedBy")
    assert {actor for _, _, actor in facts} == chairs


def test_a_meeting_at_whose_margins_a_text_was_launched_is_not_the_own_one(
    stated: State,
) -> None:
    text = (
        "Two years after the declaration was launched on the margins of the Tenth "
        "Summit of the Americas, all came together. The Ministerial Conference of "
        "4 May 2024 was hosted by Kenya. At the meeting, Ms Ana Sample spoke."
    )
    facts = stated(text, "hasParticipant")
    assert ("Ministerial Conference", "hasParticipant", "Ana Sample") in facts
    assert not any("Summit" in meeting for meeting, _, _ in facts)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("They want to speak at {}, which will be held in Oslo in May 2025.", "Oslo"),
        ("They want to speak at {}, which is to be held in Oslo in July.", "Oslo"),
        ("They want {} to take place in Oslo in July 2025.", ""),
        ("They debated whether {} should be held in Oslo in July 2025.", ""),
    ],
)
def test_where_a_meeting_will_be_is_told_within_a_wish_too(
    stated: State, text: str, places: str
) -> None:
    meeting = "the fourth ministerial conference of the Rabat Process"
    facts = stated(HELD + text.format(meeting), "scheduledIn")
    assert [place for _, _, place in facts] == ([places] if places else [])
