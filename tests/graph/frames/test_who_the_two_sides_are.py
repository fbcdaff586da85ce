"""Whom "both sides", "the two ministers" and "they" are, after talks of two."""

import pytest

from tests.graph.frames.conftest import facts_in, whole

AGREED = "agreed to share data on visas."
OFFICES = (
    "The Minister of Interior of Peru, Ana Modell, met the Minister of Justice of"
    " Chile, Luis Brandt{}, in Lima on 3 March 2021. {} "
)
PERSONS = "Minister Ana Modell met Minister Luis Brandt in Lima on 3 March 2021. {} "


def _by(text: str) -> set[str]:
    return {name for *_, name in whole(text, "committedBy")}


@pytest.mark.parametrize(
    "met",
    [
        "Ministers of Peru and Chile met in Lima on 3 March 2021.",
        "Peru's Interior Minister Ana Modell received her Chilean counterpart Luis"
        " Brandt in Lima on 3 March 2021.",
        "The Minister of Interior of Peru, Ana Modell, met the Minister of Justice of"
        " Chile, Luis Brandt, in Lima on 3 March 2021.",
    ],
)
@pytest.mark.parametrize("sides", ["The two countries", "Both sides", "The ministers"])
def test_the_two_sides_are_the_two_states_that_met(met: str, sides: str) -> None:
    group = sides == "The ministers"
    states = {"ministers"} if group else {"Peru", "Chile"}
    assert _by(f"{met} {sides} {AGREED}") == states


@pytest.mark.parametrize("who", ["They", "Both ministers", "The two ministers"])
def test_two_ministers_undertake_for_their_states(who: str) -> None:
    assert _by(OFFICES.format("", who) + AGREED) == {"Peru", "Chile"}


def test_they_are_the_persons_whose_states_the_text_does_not_tell() -> None:
    assert _by(PERSONS.format("They") + AGREED) == {"Ana Modell", "Luis Brandt"}
    assert _by(PERSONS.format("The two countries") + AGREED) == {"two countries"}


def test_a_third_who_came_leaves_no_pair() -> None:
    third = ", and the Minister of Justice of Bolivia, Eva Ejemplo"
    assert _by(OFFICES.format(third, "The two countries") + AGREED) == {"two countries"}


def test_the_parties_may_be_more_than_those_who_are_named() -> None:
    held = "The regional conference took place in Lima, with Peru and Chile attending."
    assert _by(f"{held} The parties {AGREED}") == {"parties"}


@pytest.mark.parametrize(
    "told",
    [
        "The two countries of origin agreed",
        "Two ministers from the opposition agreed",
        "Mali and Chad were absent; the two countries agreed",
    ],
)
def test_two_others_are_not_the_two_who_met(told: str) -> None:
    by = _by(f"Ministers of Peru and Chile met in Lima. {told} to share data on visas.")
    assert not by & {"Peru", "Chile"}


def test_one_person_alone_is_not_they() -> None:
    spoke = "Peru's Interior Minister Ana Modell spoke in Lima on 3 March 2021."
    assert _by(f"{spoke} They {AGREED}") == set()


@pytest.mark.parametrize(
    ("language", "text", "states"),
    [
        (
            "es",
            "La canciller de Perú, Ana Modell, se reunió con el canciller de Chile,"
            " Luis Brandt, en Lima el 3 de marzo de 2021. Ambos cancilleres acordaron"
            " compartir datos sobre visados.",
            {"Perú", "Chile"},
        ),
        (
            "fr",
            "Le ministre de l'Intérieur du Maroc, Ali Modell, a rencontré le ministre"
            " de l'Intérieur de l'Espagne, Luis Brandt, à Rabat le 3 mars 2021. Les"
            " deux ministres se sont engagés à partager des données sur les visas.",
            {"Maroc", "Espagne"},
        ),
    ],
)
def test_two_ministers_undertake_for_their_states_in_other_languages(
    language: str, text: str, states: set[str]
) -> None:
    found = facts_in(language, text)
    assert {name for said, name in found if said == "committedBy"} == states


def test_nothing_is_undertaken_at_a_meeting_that_only_an_item_agreed_names() -> None:
    text = (
        "Following the launch of the Lima Declaration, countries committed to:\n\n"
        "- Country leads for joint plans of action.\n"
        "- Announcing new lines of effort at the October 6 meeting of ministers in"
        " Lima.\n"
    )
    assert _by(text) == {"countries"}
    assert not whole(text, "committedAt")


def test_one_state_that_launched_something_did_it_and_undertakes_nothing() -> None:
    held = "The ministers of Ecuador and Peru met in Lima on 3 March 2021. "
    launched = "launched a programme to combat trafficking in persons."
    assert _by(f"{held}Ecuador successfully {launched}") == set()
    assert _by(f"{held}Ecuador and Peru {launched}") == {"Ecuador", "Peru"}


def test_a_plan_told_at_a_meeting_does_not_make_that_one_planned() -> None:
    text = (
        "At the conference in Lima, Peru announced a national plan to fight smuggling."
    )
    ((*_, status),) = whole(text, "meetingStatus")
    assert status == "meeting-status/held"
