"""Who was elsewhere, afar or in another body was at no meeting, and is no member."""

import pytest

from tests.graph.frames.conftest import State

HELD = "The third ministerial conference of the Colombo Process was held in Lima on "
HELD += "4 May 2011. "
FORUM = "The Colombo Process is a forum of states. "

ELSEWHERE = (
    "Chile looked on from afar as the text was agreed.",
    "Chile watched the proceedings from home.",
    "Chile sat in.",
    "Chile showed up badly in the figures.",
    "Chile brought a large team to the football game.",
    "Chile was there, too, on the map.",
    "The guest list names Chile and Peru, but neither came.",
    "The list of participants names Chile as invited only.",
    "Lima welcomed delegates from Chile and Peru to its trade fair.",
    "The session was opened by the Chilean ambassador's choir.",
    "The guests saw the port, where they were joined by the Chilean ambassador.",
    "The ministers of the Arab League adopted a declaration on the same day.",
)

THERE = (
    "Chile looked on.",
    "Chile watched the proceedings from the second row.",
    "Chile sat in on the talks.",
    "Chile showed up with two ministers.",
    "Chile brought a large team.",
    "Chile was there, too.",
    "The guest list names Chile and Peru.",
    "Lima welcomed delegates from Chile and Peru to the talks.",
    "The session was opened by the Chilean ambassador.",
    "Peru sent a minister, Chile an ambassador.",
    "Peru was represented by its minister, Chile by an ambassador.",
    "Taking part in the conference were Peru, Chile and Fiji.",
)

OTHER_BODIES = (
    "In the World Bank, Chile is a full member.",
    "Chile and Peru were admitted as observers at the elections.",
    "In the Arab League, Chile and Peru have sat as observers since 2013.",
    "The steering committee (Chile, Peru; Fiji) of the highway met.",
    "So far nine states have joined, including Chile, for the fitness race.",
    "The bank shrank, leaving Chile and Peru as the only members.",
    "Chile joined the Colombo Process in its criticism of the ruling.",
)


@pytest.mark.parametrize("text", ELSEWHERE)
def test_who_was_elsewhere_or_afar_did_not_take_part(text: str, stated: State) -> None:
    assert stated(HELD + text, "hasParticipant") == []


@pytest.mark.parametrize("text", THERE)
def test_who_was_there_in_such_words_took_part(text: str, stated: State) -> None:
    assert "Chile" in {name for _, _, name in stated(HELD + text, "hasParticipant")}


@pytest.mark.parametrize("text", OTHER_BODIES)
def test_those_of_another_body_are_none_of_a_process(text: str, stated: State) -> None:
    assert stated(FORUM + text, "hasMember", "hasObserver", "hasSteeringMember") == []


@pytest.mark.parametrize(
    "text",
    [
        "At present nine are in, among them Chile and Peru.",
        "Nine states have joined so far, including Chile and Peru.",
        "Some twenty-two countries are members, namely Chile and Peru.",
    ],
)
def test_those_whom_a_number_of_members_includes_are_members(
    text: str, stated: State
) -> None:
    found = {name for _, _, name in stated(FORUM + text, "hasMember")}
    assert found == {"Chile", "Peru"}
