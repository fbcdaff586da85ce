"""What is told of a meeting of another day or place is told of no other."""

import pytest

from tests.graph.frames.conftest import State

HELD = "The third ministerial conference of the Colombo Process was held in Lima on "
HELD += "4 May 2011. "

CALLED_OFF = (
    "The 4 May 2009 meeting was cancelled.",
    "The June 2012 meeting was cancelled.",
    "The meeting in Cusco was cancelled.",
    "The meeting of 3 June 2012 was cancelled.",
    "The conference held in Cusco was called off.",
    "The meeting on 3 June was postponed.",
)

OWN = (
    "The 4 May 2011 meeting was cancelled.",
    "The meeting in Lima was cancelled.",
    "The conference on 4 May was called off.",
    "The May 2011 meeting was cancelled.",
    "The meeting was cancelled.",
)

OTHER_LANGUAGES = (
    "La tercera conferencia ministerial del Proceso de Colombo se celebró en Lima "
    "el 4 de mayo de 2011. La reunión en Cusco fue cancelada.",
    "La troisième conférence ministérielle du Processus de Rabat s'est tenue à Dakar "
    "le 3 mai 2024. La réunion du 4 juin 2024 a été annulée.",
)


@pytest.mark.parametrize("text", CALLED_OFF)
def test_a_meeting_of_another_day_or_place_is_called_off_alone(
    text: str, stated: State
) -> None:
    statuses = {status for _, _, status in stated(HELD + text, "meetingStatus")}
    assert statuses == {"meeting-status/held"}


@pytest.mark.parametrize("text", OTHER_LANGUAGES)
def test_so_it_is_in_other_languages(text: str, stated: State) -> None:
    statuses = {status for _, _, status in stated(text, "meetingStatus")}
    assert statuses == {"meeting-status/held"}


@pytest.mark.parametrize("text", OWN)
def test_a_meeting_told_again_by_its_day_or_place_is_the_one_called_off(
    text: str, stated: State
) -> None:
    statuses = {status for _, _, status in stated(HELD + text, "meetingStatus")}
    assert statuses == {"meeting-status/cancelled"}


def test_who_came_to_a_meeting_elsewhere_came_to_no_other(stated: State) -> None:
    text = "Chile attended the meeting in Cusco. Fiji attended the meeting in Lima."
    found = [name for _, _, name in stated(HELD + text, "hasParticipant")]
    assert found == ["Fiji"]


@pytest.mark.parametrize(
    "text",
    [
        "Chile and Peru met in the final in Lima on 4 May 2011.",
        "Chile and Peru met in the semi-finals in Lima on 4 May 2011.",
        "Chile and Peru met in a friendly match in Lima on 4 May 2011.",
    ],
)
def test_teams_that_play_each_other_hold_no_meeting(text: str, stated: State) -> None:
    assert stated(text, "meetingStatus", "hasParticipant") == []


def test_the_final_round_of_talks_is_no_match(stated: State) -> None:
    text = "The ministers of Chile and Peru met in the final round of talks in Lima."
    assert {s for _, _, s in stated(text, "meetingStatus")} == {"meeting-status/held"}


@pytest.mark.parametrize(
    "text",
    [
        "Instead of Chile, Fiji took part.",
        "Rather than Chile, Fiji attended the conference.",
        "Fiji took part instead of Chile.",
        "Instead of the minister of Chile, Fiji attended.",
    ],
)
def test_who_came_instead_of_another_was_there_alone(text: str, stated: State) -> None:
    found = [name for _, _, name in stated(HELD + text, "hasParticipant")]
    assert found == ["Fiji"]


def test_who_did_something_instead_of_coming_was_not_there(stated: State) -> None:
    text = "Instead of taking part, Chile wrote a letter."
    assert stated(HELD + text, "hasParticipant") == []
