"""A meeting that was first planned otherwise was when and where it was held."""

import pytest

from tests.graph.frames.conftest import stated_in


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "The third ministerial conference of the Rabat Process, initially planned"
            " in Dakar on 3 May 2024, was held in Accra on 5 June 2024 under the"
            " chairmanship of Ghana.",
        ),
        (
            "fr",
            "La troisième conférence ministérielle du Processus de Rabat, initialement"
            " prévue à Dakar le 3 mai 2024, s'est tenue à Accra le 5 juin 2024 sous la"
            " présidence du Ghana.",
        ),
        (
            "es",
            "La tercera conferencia ministerial del Proceso de Rabat, prevista"
            " inicialmente en Dakar el 3 de mayo de 2024, se celebró en Accra el 5 de"
            " junio de 2024 bajo la presidencia de Ghana.",
        ),
        (
            "sv",
            "Den tredje ministerkonferensen inom Rabatprocessen, som ursprungligen"
            " planerats till Dakar den 3 maj 2024, hölls i Accra den 5 juni 2024.",
        ),
    ],
)
def test_the_plan_that_came_otherwise_sets_no_day_and_no_place(
    language: str, text: str
) -> None:
    facts = {(said, value) for _, said, value in stated_in(language, text)}
    assert ("startDate", "2024-06-05") in facts
    assert ("heldInPlace", "Accra") in facts
    assert not {said for said, _ in facts} & {"scheduledFor", "scheduledIn", "chairs"}


@pytest.mark.parametrize(
    "then", ["was put off", "was cancelled", "will be held in Accra", "is awaited"]
)
def test_what_did_not_take_place_after_all_was_not_held(then: str) -> None:
    text = (
        "The third ministerial conference of the Rabat Process, initially planned in"
        f" Dakar on 3 May 2024, {then}."
    )
    facts = {(said, value) for _, said, value in stated_in("en", text)}
    assert "heldInPlace" not in {said for said, _ in facts}
    assert not [value for said, value in facts if value.endswith("held")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "Les participants ont salué la Suisse, qui avait accueilli la réunion"
            " précédente à Genève en 2022. La réunion des hauts fonctionnaires du"
            " Processus de Rabat s'est déroulée à Lisbonne le 4 juillet 2024.",
        ),
        (
            "es",
            "Los participantes elogiaron a Suiza, que había acogido la reunión"
            " anterior en Ginebra en 2022. La reunión de altos funcionarios del"
            " Proceso de Rabat tuvo lugar en Lisboa el 4 de julio de 2024.",
        ),
    ],
)
def test_the_previous_meeting_is_not_the_one_named_behind_it(
    language: str, text: str
) -> None:
    facts = stated_in(language, text)
    (named,) = {name for name, said, _ in facts if said == "isMeetingOf"}
    of_it = {(said, value) for name, said, value in facts if name == named}
    assert not of_it & {("when", "2022"), ("hostedBy", "Suisse")}


PUT_OFF = "The fourth meeting of the Almaty Process"


@pytest.mark.parametrize(
    "text",
    [
        f"{PUT_OFF} was postponed from May to 7 October 2024. The meeting finally took"
        " place in Bishkek on 9 October 2024.",
        f"{PUT_OFF}, which had been postponed twice, was held in Bishkek on 9 October"
        " 2024.",
    ],
)
def test_what_was_put_off_and_took_place_after_all_was_held(text: str) -> None:
    facts = {(said, value) for _, said, value in stated_in("en", text)}
    assert {("startDate", "2024-10-09"), ("heldInPlace", "Bishkek")} <= facts
    assert [value for said, value in facts if said == "meetingStatus"] == [
        "meeting-status/held"
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"{PUT_OFF} was postponed to 7 October 2034. The previous meeting took place"
        " in Bishkek in 2014.",
        f"{PUT_OFF} was to be held in Bishkek on 9 October 2034. The meeting was"
        " postponed.",
        f"{PUT_OFF}, to take place in Bishkek, has been postponed. The meeting did not"
        " take place.",
    ],
)
def test_what_was_put_off_and_no_more_is_put_off(text: str) -> None:
    facts = [
        (name, value)
        for name, said, value in stated_in("en", text)
        if said == "meetingStatus"
    ]
    assert [value for name, value in facts if name.startswith(PUT_OFF[4:])] == [
        "meeting-status/postponed"
    ]
