"""Meetings that a text only numbers, labels or tells by those who met."""

import pytest

from hiwar.graph.reading import read_text
from hiwar.graph.record import record
from tests.graph.frames.conftest import State

FIFTH = "The fifth ministerial meeting of the Rabat Process took place in Rome. "


@pytest.mark.parametrize(
    "text",
    [
        "The sixth followed in Oslo on 7 May 2023.",
        "The guests liked the town. The sixth was held in Oslo on 7 May 2023.",
        "Norway had hosted the sixth in Oslo on 7 May 2023.",
    ],
)
def test_a_number_alone_means_a_meeting_of_the_kind_before(
    text: str, stated: State
) -> None:
    facts = stated(FIFTH + text)
    sixth = next(s for s, p, value in facts if (p, value) == ("ordinal", "6"))
    told = {(p, value) for s, p, value in facts if s == sixth}
    assert told >= {("heldInPlace", "Oslo"), ("startDate", "2023-05-07")}


@pytest.mark.parametrize(
    "text",
    [
        "Two runners led the race. The sixth was held up in traffic.",
        "The fence was long. The sixth was painted by guests.",
        "Norway hosted the sixth runner.",
        "Two texts were signed; the fifth was lost, the sixth was signed in 2018.",
        "Several offices opened: the fifth in Oslo, the sixth in Lima in 2015.",
    ],
)
def test_a_number_of_something_else_is_no_meeting(text: str, stated: State) -> None:
    assert "6" not in [value for _, _, value in stated(FIFTH + text, "ordinal")]


@pytest.mark.parametrize(
    "text",
    [
        "The 13th plenary was held in Lima on 4 May 2019.",
        "The second plenary of the Rabat Process was held in Lima on 4 May 2019.",
        "The Third Steering Group of the Rabat Process met in Lima on 4 May 2019.",
    ],
)
def test_a_numbered_plenary_is_a_meeting(text: str, stated: State) -> None:
    assert [v for _, _, v in stated(text, "startDate")] == ["2019-05-04"]


def test_a_low_numbered_plenary_alone_is_part_of_a_meeting(stated: State) -> None:
    assert not stated("The second plenary dealt with visas.", "ordinal")


@pytest.mark.parametrize(
    ("said", "status"),
    [("fell through on Friday", "cancelled"), ("was put off on Friday", "postponed")],
)
def test_a_conference_is_told_by_those_who_were_to_meet(
    said: str, status: str, stated: State
) -> None:
    facts = stated(f"The conference of interior ministers {said}.", "meetingStatus")
    assert [value for _, _, value in facts] == [f"meeting-status/{status}"]


def test_a_question_calls_nothing_off(stated: State) -> None:
    text = "Should the fifth ministerial meeting of the Rabat Process be postponed?"
    assert not stated(text, "meetingStatus")


def test_rows_of_two_cells_are_labelled_lines_in_the_language_of_labels() -> None:
    rows = (
        "| Event | Twelfth Plenary of the Lima Club |",
        "|---|---|",
        "| When | 17/10/2018 |",
        "| Where | Oslo, Norway |",
        "| Delegations | Chile, Peru |",
    )
    (meeting,) = record(read_text("\n".join(rows)))["meetings"]
    assert (meeting["ordinal"], meeting["start"]) == (12, "2018-10-17")
    assert (meeting["city"], meeting["country"]) == ("Oslo", "Norway")


def test_names_in_columns_without_labels_are_in_no_language() -> None:
    assert read_text("| Chile | Peru |\n| Oslo | Lima |").source.language == "und"


@pytest.mark.parametrize(
    "text",
    [
        "A chamber of the court held a hearing on visas in Oslo on 4 May 2019.",
        "A judge opened the hearing in Oslo on 4 May 2019; the trial goes on.",
        "Chile won the Nordic Forum Cup in Oslo on 4 May 2019.",
    ],
)
def test_courts_and_cups_are_no_meetings(text: str, stated: State) -> None:
    assert not stated(text, "meetingStatus", "meetingKind", "startDate")


@pytest.mark.parametrize(
    "said",
    [
        "The sixth ministerial meeting of the Rabat Process is under way in Oslo.",
        "Held in Oslo in May 2019, the Seminar on Visas was the joint work of Chile.",
        "The sixth Visa Forum had preceded it, on 4 May 2019, in Oslo.",
    ],
)
def test_what_is_under_way_or_went_before_is_held(said: str, stated: State) -> None:
    facts = {(p, value) for _, p, value in stated(said)}
    assert {("meetingStatus", "meeting-status/held"), ("heldInPlace", "Oslo")} <= facts


def test_those_who_met_there_had_a_meeting(stated: State) -> None:
    text = (
        "Minister of Labour Lena Okafor and Minister of Labour Tomas Brandt, "
        "who {} in Oslo, announced a plan."
    )
    held = ("meetingStatus", "meeting-status/held")
    assert held in {(p, v) for _, p, v in stated(text.format("met on Saturday"))}
    assert not stated(text.format("met protesters"), "meetingStatus")


def test_the_next_meeting_of_a_record_is_planned() -> None:
    text = (
        "Second Workshop on Visas\n\nDate: 4 May 2019\n\nVenue: Oslo\n\n"
        "Chair: Norway\n\nNext: to be hosted by Chile in Lima; no date is fixed"
    )
    _, after = record(read_text(text))["meetings"]
    assert (after["city"], after["status"]) == ("Lima", "planned")
