"""Who signed what was adopted, lists that a number counts, and records in columns."""

import pytest

from tests.graph.frames.conftest import State, whole

HELD = (
    "The third ministerial conference on migration was held in Lima on 4 May 2021. It"
    " adopted a plan of action. "
)
ES = (
    "La tercera conferencia ministerial del Proceso de Colombo se celebró en Lima."
    " Participaron {} delegaciones. Integrantes de la Comunidad Andina: Bolivia,"
    " Colombia y Perú. Otros países: Fiji y Nepal."
)


def came(text: str, stated: State) -> set[str]:
    """Return who took part."""
    return {name for _, _, name in stated(text, "hasParticipant")}


def test_who_signs_what_was_just_adopted_was_there(stated: State) -> None:
    assert came(HELD + "Nepal, Fiji and Chile signed the text.", stated) == {
        "Nepal",
        "Fiji",
        "Chile",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Nepal, Fiji and Chile signed the text in June.",
        "Nepal, Fiji and Chile did not sign the text.",
        "Nepal, Fiji and Chile will sign the text.",
        "Nepal, Fiji and Chile signed the Paris Agreement.",
    ],
)
def test_who_signs_later_or_something_else_need_not_have_come(
    text: str, stated: State
) -> None:
    assert not came(HELD + text, stated)


def test_lists_that_have_as_many_as_a_number_says_took_part() -> None:
    found = whole(ES.format(5), "hasParticipant")
    assert {name for _, _, name in found} == {
        "Bolivia",
        "Colombia",
        "Perú",
        "Fiji",
        "Nepal",
    }
    assert not whole(ES.format(6), "hasParticipant")


RECORD = """COLOMBO PROCESS
MEETING RECORD

Meeting:        Sixth Meeting of the Working Group on Visas
Date:           10-11 June 2014
Venue:          Lima, Peru
Participants:   Nepal, Fiji, Chile,
                Kenya, Mali; IOM
"""


def test_a_list_hangs_below_its_label(stated: State) -> None:
    assert {"Nepal", "Kenya", "Mali", "IOM"} <= came(RECORD, stated)


def test_participants_of_a_record_are_no_members(stated: State) -> None:
    assert not stated(RECORD, "hasMember")


def test_where_a_dialogue_met_is_no_part_of_its_name(stated: State) -> None:
    text = (
        "India and the EU held the fifth meeting of the India-EU High-Level Dialogue on"
        " Migration and Mobility in Brussels on 2 July 2019."
    )
    (process,) = {name for _, _, name in stated(text, "isMeetingOf")}
    assert process == "India-EU High-Level Dialogue on Migration and Mobility"
    assert [name for _, _, name in stated(text, "heldInPlace")] == ["Brussels"]


def test_a_seminar_that_was_agreed_on_is_where_nothing_else_was(stated: State) -> None:
    text = (
        "The third ministerial conference on migration was held in Lima on 4 May 2021."
        "\n\nBoth sides agreed to organise a seminar on visas in Quito in November."
        "\n\nThey will also exchange lists of migrants."
    )
    at = {name for _, _, name in stated(text, "committedAt")}
    assert not any("seminar" in name for name in at)
