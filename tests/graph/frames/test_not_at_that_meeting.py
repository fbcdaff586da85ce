"""Who stayed away, and who met before, was not at the meeting that a text is about."""

import pytest

from tests.graph.frames.conftest import State, facts_in


def test_who_stayed_away_behind_a_semicolon_did_not_take_part() -> None:
    text = (
        "La XII Conferencia Sudamericana sobre Migraciones se celebró en Lima el 12 de"
        " octubre de 2021. Asistieron Argentina y Uruguay; Colombia se ausentó."
    )
    came = {value for said, value in facts_in("es", text) if said == "hasParticipant"}
    assert came == {"Argentina", "Uruguay"}


@pytest.mark.parametrize(
    "had", ["had already met", "had been held", "had last convened"]
)
def test_who_had_met_before_was_not_there(had: str, stated: State) -> None:
    text = (
        "The steering committee of the Khartoum Process met in Cairo on 4 March 2020."
        f" The working party on data {had} in Tunis in January 2020 with the"
        " participation of Chad and Libya."
    )
    facts = stated(text, "hasParticipant")
    assert not {who for name, _, who in facts if "Cairo" in name}


def test_the_meeting_behind_one_without_a_name_is_that_one(stated: State) -> None:
    text = (
        "The foreign ministers of Chile, Peru and Fiji met in Lima on 3 May 2011."
        "\n\nMinister Ana Example of Kenya was at the meeting."
        "\n\nA donors' conference is planned for 2034."
    )
    facts = stated(text, "hasParticipant")
    (name,) = {name for name, _, who in facts if who == "Ana Example"}
    assert "Chile" in name


def test_what_would_have_been_liked_is_no_settled_meeting(stated: State) -> None:
    text = (
        "Malta would have liked Italy to host a ministerial conference of the Rabat"
        " Process in Rome on 1 July 2024, but Italy declined."
    )
    assert not stated(text, "hostedBy", "startDate", "heldInPlace", "hasParticipant")


def test_a_summit_is_of_those_who_met_right_before_and_not_of_the_meeting_above(
    stated: State,
) -> None:
    text = (
        "The third ministerial conference of the Colombo Process was held in Lima."
        " Its chair is Chile. In May 2011 heads of state of Kenya and Mali met in Suva."
        " Their summit adopted a plan of action on data."
    )
    ((_, _, meeting),) = stated(text, "adoptedAt")
    assert "Suva" in meeting
