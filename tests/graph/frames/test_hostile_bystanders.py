"""Sentences about other papers, funds, chairs and teams than those of a meeting."""

import pytest

from tests.graph.frames.test_hostile_sentences import facts

MEETING = "the third ministerial conference of the Rabat Process"
HELD = f"Once {MEETING} was held in Dakar on 3 May 2024. "


@pytest.mark.parametrize(
    ("text", "never"),
    [
        (
            f"{HELD}Following the adoption of the Lima Declaration, flows rose.",
            "adoptedAt",
        ),
        (f"{HELD}After the adoption of the Lima Declaration, flows fell.", "adoptedAt"),
        (
            f"{HELD}With the adoption of the Lima Declaration, ministers noted, much"
            " had begun.",
            "adoptedAt",
        ),
        (
            f"{HELD}The adoption of the Lima Declaration was a milestone, they noted.",
            "adoptedAt",
        ),
        (
            f"{HELD}The Lima Declaration was approved by all members of the Senate.",
            "adoptedAt",
        ),
        (f"{MEETING} discussed projects with funding from the World Bank.", "hasDonor"),
        (f"{HELD}It was useful, with funding from Peru still to be found.", "hasDonor"),
        (
            f"{MEETING}, held in Dakar, adopted a plan valid until 5 May 2025.",
            "endDate",
        ),
        (
            f"{HELD}The company's chairmanship, held by Peru since May 2021, passed to"
            " Chile in May 2024.",
            "chairs",
        ),
        (f"{HELD}The EU presidency, held by Peru since May 2021, agrees.", "chairs"),
        (
            f"{HELD}Mr Juan Poe heads the national delegation of Peru to the Olympics.",
            "hasParticipant",
        ),
        (
            f"{HELD}Officials from Chile and Peru spent a few days in jail.",
            "hasParticipant",
        ),
        (
            f"{HELD}Officials from Chile and Peru facilitated the return of migrants.",
            "hasParticipant",
        ),
        (f"{HELD}It sat in a hall that was opened by Mr Omar Roe.", "hasParticipant"),
        (
            f"{HELD}The conference was called by Mr Omar Roe of Peru “dull”.",
            "organisedBy",
        ),
    ],
)
def test_what_others_hold_fund_adopt_or_lead_is_none_of_a_meeting(
    text: str, never: str
) -> None:
    """What stands in the same text is not yet the meeting's."""
    told = {name for name, _ in facts(text)}
    assert told
    assert never not in told


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            f"{HELD}With the adoption of the Dakar Declaration, the conference ended.",
            "adoptedAt",
        ),
        (f"{MEETING} was held in Dakar with funding from the World Bank.", "hasDonor"),
        (
            f"{HELD}Its chairmanship, held by Peru since May 2021, went to Chile.",
            "chairs",
        ),
        (
            f"{HELD}Mr Juan Poe headed the national delegation of Peru to {MEETING}.",
            "hasParticipant",
        ),
        (
            f"{HELD}Officials from Chile and Peru spent two days discussing visas.",
            "hasParticipant",
        ),
    ],
)
def test_the_same_words_of_the_meeting_are_read(text: str, fact: str) -> None:
    """What is told of the meeting itself still counts."""
    assert fact in {name for name, _ in facts(text)}


@pytest.mark.parametrize("held", ["last held", "which was previously held"])
def test_where_and_when_a_series_last_met_is_not_the_meeting_now(held: str) -> None:
    """Place and day of the one before stay its own."""
    told = facts(f"{MEETING}, {held} in Lima in 2019, opened in Dakar on 3 May 2024.")
    assert {("heldInPlace", "dakar"), ("startDate", "2024-05-03")} <= told
    assert not told & {("heldInPlace", "lima"), ("when", "2019")}
