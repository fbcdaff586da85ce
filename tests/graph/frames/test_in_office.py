"""Who holds a post and is named in a text about one meeting, was there; others not."""

import pytest

from tests.graph.frames.conftest import State, facts_in

HELD = "The ministerial conference of the Rabat Process was held in Dakar in May 2024. "
SPEAKER = "Ms Lena Okafor, Minister of Labour of Ghana"

THERE = (
    f"{SPEAKER}, made the case for visas.",
    f"A standing ovation went to {SPEAKER}.",
    f"Two plans stood against each other, that of {SPEAKER}, and a milder one.",
)

ELSEWHERE = (
    "Ms Lena Okafor, former Minister of Labour of Ghana, made the case for visas.",
    "Ms Lena Okafor, then Minister of Labour of Ghana, had made the case for visas.",
    "Ms Lena Okafor, designated Minister of Labour of Ghana, may yet make the case.",
    "Ms Lena Okafor made the case for visas.",
    "Ms Lena Okafor, Director of a bank, made the case for visas.",
    f"{SPEAKER}, protested before the gates.",
    f"{SPEAKER}, was told of it over lunch.",
    f"{SPEAKER}, is a friend of the chair.",
    f"{SPEAKER}, wrote a letter.",
    f"{SPEAKER}, was ill.",
    f"{SPEAKER}, sent a video message.",
    f"{SPEAKER}, told a newspaper what she thought.",
    f"{SPEAKER}, was not in the room.",
    f"{SPEAKER}, will follow.",
    f"{SPEAKER}, succeeded Mr Ivo Sample.",
    f"{SPEAKER}, launched the fund on 4 June 2019.",
    f"A question to {SPEAKER}, is answered here: does she agree?",
    f"“Visas matter,” said {SPEAKER}.",
    f"According to {SPEAKER}, visas matter.",
    f"The opposition takes {SPEAKER}, to task.",
)

LANGUAGES = (
    (
        "fr",
        "La conférence ministérielle du Processus de Rabat s'est tenue à Dakar en mai "
        "2024. ",
        "Mme Lena Okafor, ministre du Travail du Ghana, a apporté deux plans.",
        "Mme Lena Okafor, ministre du Travail du Ghana, a envoyé un message.",
    ),
    (
        "es",
        "La conferencia ministerial del Proceso de Rabat se celebró en Dakar en mayo "
        "de 2024. ",
        "La Sra. Lena Okafor, ministra de Trabajo de Ghana, trajo dos planes.",
        "La Sra. Lena Okafor, ministra de Trabajo de Ghana, envió un mensaje.",
    ),
    (
        "sv",
        "Rabatprocessens ministerkonferens hölls i Dakar i maj 2024. ",
        "Ghanas arbetsmarknadsminister Lena Okafor hade med sig två planer.",
        "Ghanas arbetsmarknadsminister Lena Okafor skickade ett brev.",
    ),
)


@pytest.mark.parametrize("text", THERE)
def test_who_is_in_office_and_named_was_at_the_one_meeting(
    text: str, stated: State
) -> None:
    found = {name for _, _, name in stated(HELD + text, "hasParticipant")}
    assert "Lena Okafor" in found


@pytest.mark.parametrize("text", ELSEWHERE)
def test_who_was_elsewhere_or_in_no_office_is_told_of_no_meeting(
    text: str, stated: State
) -> None:
    found = {name for _, _, name in stated(HELD + text, "hasParticipant")}
    assert "Lena Okafor" not in found


def test_where_two_meetings_were_held_nobody_is_inferred_to_have_been_there(
    stated: State,
) -> None:
    other = "The third session of the Colombo Process was held in Lima in May 2023. "
    text = f"{HELD}{other}{SPEAKER}, made the case for visas."
    found = {name for _, _, name in stated(text, "hasParticipant")}
    assert "Lena Okafor" not in found


@pytest.mark.parametrize(("language", "held", "there", "elsewhere"), LANGUAGES)
def test_in_other_languages_who_is_in_office_was_there_too(
    language: str, held: str, there: str, elsewhere: str
) -> None:
    came = ("hasParticipant", "Lena Okafor")
    assert came in facts_in(language, held + there)
    assert came not in facts_in(language, held + elsewhere)
