"""An office, a founding or a number of something else is not that of the process."""

import pytest

from tests.graph.frames.conftest import State, facts_in

OFFICES = ("hasSecretariat", "established", "foundedIn", "chairs")
FIRST = (
    "The third ministerial conference of the Colombo Process was held in Lima in 2011. "
)


@pytest.mark.parametrize(
    "text",
    [
        "The Rabat Process is a forum. IOM continues its secretariat reform.",
        "The Rabat Process is a forum. IOM remains secretariat only by its name.",
        "Founded in Accra by Ghana in 1975, the body rivals the Rabat Process.",
        "The Rabat Process is a forum.\n\nPresidency: Mali, dates not confirmed",
    ],
)
def test_what_is_told_of_another_body_is_not_of_the_process(
    text: str, stated: State
) -> None:
    assert not stated(text, *OFFICES)


@pytest.mark.parametrize(
    "text",
    [
        "The Rabat Process is a forum. IOM remains its secretariat.",
        "The Rabat Process is a forum. IOM stays on as its secretariat until 2031.",
        "Founded in Accra in 1975, the Rabat Process has many members.",
        "The Rabat Process is a forum.\n\nPresidency: Mali",
        "After steering the Rabat Process since January 2021, Mali was thanked.",
    ],
)
def test_what_is_told_of_the_process_itself_is(text: str, stated: State) -> None:
    assert stated(text, *OFFICES)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "es",
            "El Proceso de Colombo es un foro. Chile tomó el relevo de Perú en la "
            "presidencia de la FIFA.",
        ),
        (
            "es",
            "El Proceso de Colombo es un foro. En la Alianza del Sur, la OIM ejerce "
            "las funciones de secretaría.",
        ),
        (
            "sv",
            "Rabatprocessen är ett forum. Ordförandeskapet innehas sedan juli 2015 av "
            "Sverige i Nordiska rådet.",
        ),
    ],
)
def test_offices_of_other_bodies_in_other_languages(language: str, text: str) -> None:
    told = {predicate for predicate, _ in facts_in(language, text)}
    assert not told & {"chairs", "hasSecretariat", "handedOverTo"}


@pytest.mark.parametrize(
    "text",
    [
        "A man left; the second in Quito in 2012 followed him.",
        "His first child was born that day, the second on 3 May 2012.",
        "The minister won one medal; the second was held in Quito.",
        "His first marriage ended; the second was held in Quito on 3 May 2012.",
    ],
)
def test_the_second_of_something_else_is_no_meeting(text: str, stated: State) -> None:
    assert [fact[2] for fact in stated(FIRST + text, "ordinal")] == ["3"]


def test_the_fourth_after_the_third_is_one(stated: State) -> None:
    text = FIRST + "The fourth was held in Quito in 2012; the fifth in Oslo in 2013."
    assert {fact[2] for fact in stated(text, "ordinal")} == {"3", "4", "5"}
