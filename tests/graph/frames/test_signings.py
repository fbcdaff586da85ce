"""The signing of a paper, told as the meeting of those who signed it."""

import pytest

from hiwar.graph.reading import read_text
from tests.graph.frames.conftest import facts_of, whole

TOLD = {
    "passive": "A memorandum of understanding on migration was signed in Nairobi on 4"
    " May 2021 by the ministers of labour of Kenya and Nepal.",
    "persons": "The Joint Declaration on Migration was signed in Nairobi on 4 May 2021"
    " by Ms Ana Sample, Minister of Labour of Kenya, and by Mr Bo Example, Minister of"
    " Labour of Nepal.",
    "ceremony": "At a signing ceremony in Nairobi on 4 May 2021, a memorandum of"
    " understanding on migration was signed by the Minister of Labour of"
    " Kenya, Ana Sample, and the Minister of Labour of Nepal, Bo Example.",
    "active": "The Minister of Labour of Kenya, Ana Sample, and the Minister of Labour"
    " of Nepal, Bo Example, signed a memorandum of understanding on migration at a"
    " ceremony in Nairobi on 4 May 2021.",
}
UNTOLD = {
    "planned": "A memorandum of understanding on migration will be signed in Nairobi on"
    " 4 May 2031 by Kenya and Nepal.",
    "one side": "A memorandum of understanding on migration was signed in Nairobi on 4"
    " May 2021 by Kenya.",
    "no day": "A memorandum of understanding on migration was signed in Nairobi by"
    " Kenya and Nepal.",
    "denied": "No memorandum of understanding on migration was signed in Nairobi on 4"
    " May 2021 by Kenya and Nepal.",
    "said": "The newspaper said that a memorandum of understanding on migration was"
    " signed in Nairobi on 4 May 2021 by Kenya and Nepal.",
}
AT_MEETING = (
    "The third ministerial conference on migration was held in Nairobi from 3 to 4 May"
    " 2021. "
)


@pytest.mark.parametrize("text", TOLD.values(), ids=TOLD)
def test_those_who_sign_a_paper_on_a_day_meet(text: str) -> None:
    reading = read_text(text)
    assert {day for _, _, day in facts_of(reading, "startDate")} == {"2021-05-04"}
    came = {name for _, _, name in facts_of(reading, "hasParticipant")}
    assert {"Kenya", "Nepal"} <= came
    assert len(facts_of(reading, "adoptedAt")) == 1


@pytest.mark.parametrize("text", UNTOLD.values(), ids=UNTOLD)
def test_no_signing_is_told_without_day_and_sides(text: str) -> None:
    assert not whole(text, "meetingStatus", "startDate", "adoptedAt")


def test_what_was_signed_during_a_meeting_makes_no_second_one() -> None:
    reading = read_text(AT_MEETING + TOLD["passive"])
    assert len({name for name, _, _ in facts_of(reading, "meetingStatus")}) == 1


def test_the_day_may_stand_in_the_sentence_before() -> None:
    text = (
        "Nairobi, 4 May 2021\n\nKenya and Nepal founded a partnership on migration"
        " today. At a ceremony in Nairobi, a Joint Declaration on Migration was signed"
        " by the ministers of Kenya and Nepal."
    )
    days = {day for _, _, day in whole(text, "startDate")}
    assert days == {"2021-05-04"}
