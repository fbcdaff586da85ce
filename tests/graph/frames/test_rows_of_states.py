"""A row of states in a sentence about a meeting tells who was there; others do not."""

import pytest

from tests.graph.frames.conftest import State

HELD = "The ministerial conference of the Rabat Process was held in Dakar in May 2024. "

THERE = (
    "The text was the work of Kenya, Mali and Peru.",
    "Kenya, Mali and Peru spoke for an hour.",
    "Loud applause, led by Kenya, Mali and Peru, ended the day.",
    "Those around the table – Kenya, Mali, Peru – smiled.",
    "Kenya, Mali and Peru backed the idea.",
    "Kenya, Mali and Peru tabled a joint proposal.",
    "In the afternoon Kenya, Mali and Peru presented their plans.",
    "Kenya, Mali and Peru, which host many refugees, asked for help.",
    "With Kenya, Mali and Peru at the table, the talks took a day.",
    "Experts from Kenya, Mali and Peru explained their registers.",
    "Objections by Kenya, Mali and Peru delayed the closing.",
    "This is a text by which Kenya, Mali and Peru thereby bound themselves.",
)

ELSEWHERE = (
    "The Process counts Kenya, Mali and Peru among its members.",
    "Its Steering Committee is made up of Kenya, Mali and Peru.",
    "Kenya, Mali and Peru stayed away.",
    "Kenya, Mali and Peru sent their apologies.",
    "Kenya, Mali and Peru were not present.",
    "Most migrants come from Kenya, Mali and Peru.",
    "Routes through Kenya, Mali and Peru grew longer.",
    "Arrivals grew where Kenya, Mali and Peru had seen none.",
    "A project covers Kenya, Mali and Peru.",
    "IOM has offices in Kenya, Mali and Peru.",
    "Treaties with Kenya, Mali and Peru were praised.",
    "Kenya, Mali and Peru will follow.",
    "Kenya, Mali and Peru may sign later.",
    "Kenya, Mali and Peru had met a week earlier.",
    "“Kenya, Mali and Peru did well,” said Ms Ines Other.",
    "According to a newspaper, Kenya, Mali and Peru quarrelled.",
    "Kenya, Mali and Peru have many people abroad.",
    "Kenya, Mali and Peru face the sea.",
    "The economies of Kenya, Mali and Peru grew.",
    "The seas off Kenya, Mali and Peru grew rough.",
    "A football match was played. Kenya, Mali and Peru scored.",
    "Kenya, Mali and Peru raised wages last spring.",
    "Kenya, Mali and Peru announced elections.",
    "Kenya, Mali and Peru opposed the Compact in 2018.",
    "Kenya, Mali and Peru discussed oil in Vienna.",
    "Kenya, Mali and Peru discussed migration in Vienna.",
    "Kenya, Mali and Peru speak French.",
    "Kenya, Mali and Peru joined the strike.",
    "Kenya, Mali and Peru joined ECOWAS the same day.",
    "Kenya, Mali and Peru lost most nurses, the report showed.",
    "Chile, Kenya, Mali and Peru follow similar policies.",
    "The bus, a gift by Kenya, Mali and Peru, broke down.",
    "Students from Kenya, Mali and Peru took the floor.",
    "Several states (Kenya, Mali and Peru) have no such law.",
    "The report ranks Kenya, Mali and Peru lowest.",
    "Snow fell on Kenya, Mali and Peru.",
    "A chart on the screen showed Kenya, Mali and Peru in green.",
    "Unlike Kenya, Mali and Peru, Ghana spoke.",
    "Ghana thanked Kenya, Mali and Peru for their letters.",
    "Two speakers condemned Kenya, Mali and Peru over their prisons.",
    "An officer explained how Kenya, Mali and Peru count workers.",
    "Kenya, Mali and Peru boycotted the day.",
    "Kenya, Mali and Peru watched from home.",
    "Ghana rang up Kenya, Mali and Peru by telephone.",
    "A film about Kenya, Mali and Peru won a prize.",
)


@pytest.mark.parametrize("text", THERE)
def test_a_row_of_states_in_a_meetings_sentence_was_there(
    text: str, stated: State
) -> None:
    found = {name for _, _, name in stated(HELD + text, "hasParticipant")}
    assert {"Kenya", "Mali", "Peru"} <= found


@pytest.mark.parametrize("text", ELSEWHERE)
def test_a_row_that_means_something_else_tells_nobody_present(
    text: str, stated: State
) -> None:
    found = {name for _, _, name in stated(HELD + text, "hasParticipant")}
    assert not found & {"Kenya", "Mali", "Peru"}


def test_what_is_told_of_a_state_goes_before_what_its_row_infers(
    stated: State,
) -> None:
    text = "Kenya, Mali and Peru spoke for an hour. Mali was present as an observer."
    found = stated(HELD + text, "hasParticipant")
    assert sorted(name for _, _, name in found) == ["Kenya", "Mali", "Peru"]
