"""Who hosts, organises, chairs or attends, told by a noun, a label or a picture."""

import pytest

from tests.graph.frames.conftest import State

HELD = "The third ministerial conference of the Colombo Process was held in Lima. "

ROLES = {
    "hostedBy": (
        "The host was Peru.",
        "Peru, the host, asked for more time.",
        "The host (Peru) closed the debate.",
        "They thanked their hosts, the Government of Peru.",
        "It was Peru that hosted.",
        "Peru played host, as it had offered.",
        "Peru, as the host country, welcomed the delegates.",
        "Delegates commended Peru as host of the conference.",
        "They thanked the Government and people of Peru for hosting the conference.",
    ),
    "organisedBy": (
        "Peru was the organiser.",
        "Its convener was Peru.",
        "Peru, its co-organiser, took the floor.",
        "Its convener, Peru, drew the conclusions.",
        "The organisers (Peru and Chile) were thanked.",
        "They commended Peru for its work as organiser.",
        "They thanked Peru for organising the conference.",
    ),
    "presidedBy": (
        "The chair was Peru.",
        "The chair fell to Peru.",
        "Presiding was Peru.",
        "Peru chaired.",
        "Peru presided, in succession to Chile.",
        "Peru wielded the gavel.",
        "The chair (Peru) summed up.",
        "Peru and Chile were its co-chairs.",
        "The co-chairs, Peru and Chile, summed up.",
    ),
    "hasParticipant": (
        "Peru had a delegation there, too.",
        "Peru turned up with six officials.",
        "Peru took part by video link.",
        "Peru had its embassy sit in.",
        "Peru was the only guest.",
        "At the table were Chile and Peru.",
        "Also at the table: Chile and Peru.",
        "The list of participants shows Chile and Peru.",
        "According to the list of participants, Peru attended.",
        "Those who did come – Chile and Peru – were content.",
        "Who was there: Chile and Peru.",
        "States represented: Chile and Peru.",
        "Present at the opening were, in alphabetical order, Chile and Peru.",
        "Chile sent directors, Peru a desk officer.",
        "The session was joined by the Peruvian chargé d'affaires.",
        "It received delegations from Chile and Peru.",
    ),
}

OTHERS = (
    "The host was not Peru.",
    "The host of the exhibition was Peru.",
    "Peru, the host, has received most of the refugees.",
    "Peru hosted, but only in 2009.",
    "Peru, as the host country of the refugees, asked for help.",
    "Peru, as host of the next conference, invited them.",
    "They thanked Peru for its offer of hosting the fourth conference.",
    "The organiser of the festival, Peru, was pleased.",
    "They thanked Peru for organising the elections.",
    "They thanked Peru as organiser of the census.",
    "The chair of the Union was Peru.",
    "Peru held the chair until 2009.",
    "Peru and Chile shared the chair of the Council.",
    "The co-chairs of the board, Peru and Chile, resigned.",
    "Peru turned up the pressure.",
    "Peru came with a proposal last year.",
    "Peru looked on the bright side.",
    "Peru had representatives in Geneva.",
    "Peru took its seat in parliament.",
    "Peru was a participant in the survey.",
    "Peru was represented by a video message.",
    "Missing at the table were Chile and Peru.",
    "Those who did not come – Chile and Peru – were missed.",
    "Who was not there: Chile and Peru.",
    "States not represented: Chile and Peru.",
    "Chile sent troops, Peru a field hospital.",
    "The clinic was opened by the Peruvian minister.",
    "It received complaints of officials from Peru.",
)


@pytest.mark.parametrize(
    ("predicate", "text"),
    [(predicate, text) for predicate, texts in ROLES.items() for text in texts],
)
def test_a_role_is_told_by_a_noun_a_verb_alone_or_a_label(
    predicate: str, text: str, stated: State
) -> None:
    assert "Peru" in {name for _, _, name in stated(HELD + text, predicate)}


@pytest.mark.parametrize("text", OTHERS)
def test_a_role_elsewhere_or_denied_is_none_of_the_meeting(
    text: str, stated: State
) -> None:
    found = {
        name for predicate in ROLES for _, _, name in stated(HELD + text, predicate)
    }
    assert "Peru" not in found
