"""Days that count from the day of a text: to come, the last of a meeting, its first."""

import pytest

from tests.graph.frames.conftest import State

NAME = "third ministerial conference of the Rabat Process"
LINE = "29 January 2024\n\n"
WHEN = ("when", "scheduledFor", "startDate", "endDate")


def dates(stated: State, text: str) -> set[str]:
    return {fact[2] for fact in stated(text, *WHEN) if fact[0] == NAME}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The minister will open the {} tomorrow (30 January) in Dakar.", "2024-01-30"),
        ("Kenya will host the {} tomorrow.", "2024-01-30"),
        ("The {} will be held in Dakar on Friday.", "2024-02-02"),
        ("The {} opens on Wednesday in Dakar.", "2024-01-31"),
        ("On Friday, ministers will meet for the {}.", "2024-02-02"),
        ("The {} takes place from tomorrow and runs until Friday.", "2024-01-30/"),
    ],
)
def test_a_day_to_come_counts_from_that_of_the_text(
    text: str, day: str, stated: State
) -> None:
    assert any(one.startswith(day) for one in dates(stated, LINE + text.format(NAME)))


@pytest.mark.parametrize(
    "text",
    [
        "The minister will speak on Friday about the {}.",
        "The {} was held in Dakar. The minister will report on it tomorrow.",
        "The {} will not open tomorrow.",
        "The {} would open tomorrow if all agreed.",
        "Officials, who will meet tomorrow, spoke of the {}.",
        "The {} will be held in Dakar on Monday.",
    ],
)
def test_a_day_of_something_else_is_none_of_the_meeting(
    text: str, stated: State
) -> None:
    assert not dates(stated, LINE + text.format(NAME))


@pytest.mark.parametrize(
    ("text", "span"),
    [
        (
            "The {} opened today in Dakar. It will close tomorrow.",
            "2024-01-29/2024-01-30",
        ),
        (
            "The minister today closed the {}. The conference was opened on Sunday.",
            "2024-01-28/2024-01-29",
        ),
        (
            "The {} began on Sunday. The two-day conference is scheduled to end today.",
            "2024-01-28/2024-01-29",
        ),
        (
            "The {} will open tomorrow in Dakar. It will be held there. "
            "The conference will be held until 2 February.",
            "2024-01-30/2024-02-02",
        ),
    ],
)
def test_the_other_end_of_a_meeting_is_told_apart(
    text: str, span: str, stated: State
) -> None:
    assert span in dates(stated, LINE + text.format(NAME))


@pytest.mark.parametrize(
    "line",
    ["29.01.2024 - Press release", "29 Jan 2024", "Published: 29 January 2024 at 8:30"],
)
def test_a_day_is_a_dateline_however_it_is_written(line: str, stated: State) -> None:
    text = f"{line}\n\nThe {NAME} opened today in Dakar."
    assert "2024-01-29" in dates(stated, text)


GOING = "Ministers will today join a two-day ministerial conference in Lima. "
LEADS = "Ann Evans, Minister for Migration of Chad, {} the Chadian delegation."


@pytest.mark.parametrize("verb", ["heads", "leads", "is leading"])
def test_who_leads_a_delegation_to_what_is_planned_is_only_expected(
    verb: str, stated: State
) -> None:
    text = GOING + LEADS.format(verb)
    assert {f[2] for f in stated(text, "expectedParticipant")} == {"Ann Evans", "Chad"}
    assert [f[2] for f in stated(text, "meetingStatus")] == ["meeting-status/planned"]
    assert not stated(text, "hasParticipant")


@pytest.mark.parametrize(
    "text",
    [
        GOING.replace("will today join", "joined") + LEADS.format("leads"),
        GOING + "The conference opened on 3 May 2011. " + LEADS.format("led"),
    ],
)
def test_who_leads_a_delegation_to_what_took_place_was_there(
    text: str, stated: State
) -> None:
    assert {f[2] for f in stated(text, "hasParticipant")} == {"Ann Evans", "Chad"}
    assert [f[2] for f in stated(text, "meetingStatus")] == ["meeting-status/held"]


@pytest.mark.parametrize("chair", ["The Minister, Ann Evans,", "Minister Ann Evans"])
def test_a_named_meeting_that_two_are_to_chair_is_no_talk_of_theirs(
    chair: str, stated: State
) -> None:
    text = (
        f"{chair} will co-chair the Bali Process Ministerial meeting with Dr Omar Sy."
    )
    told = {f[2] for f in stated(text, "expectedParticipant")}
    assert told == {"Ann Evans", "Omar Sy"}
    assert [f[2] for f in stated(text, "isMeetingOf")] == ["Bali Process"]


@pytest.mark.parametrize(
    ("told", "predicate"),
    [
        ("took place in Lima on 3 May 2011", "hasParticipant"),
        ("will be held in Lima in May 2031", "expectedParticipant"),
    ],
)
def test_who_is_sending_observers_was_there_only_if_it_took_place(
    told: str, predicate: str, stated: State
) -> None:
    text = f"The {NAME} {told}. Chad and UNHCR are also sending observers."
    assert {f[2] for f in stated(text, predicate)} == {"Chad", "UNHCR"}
    other = {"hasParticipant", "expectedParticipant"} - {predicate}
    assert not stated(text, *other)
