"""What a meeting is called that the text only calls "the meeting"."""

import pytest

from tests.graph.frames.conftest import State, stated_in

MINISTERS = (
    "Ms Ann Evans, Minister for Migration of Chad, Mr Omar Sy, Minister of the "
    "Interior of Niger, and Mr Jon Dahl, Minister for Justice of Norway, in a "
    "meeting on 26 February 2018{}, urged states to respect the rights of migrants."
)


def called(stated: State, text: str) -> set[str]:
    return {fact[0] for fact in stated(text, "meetingStatus")}


def test_a_meeting_without_place_is_named_by_the_states_whose_ministers_met(
    stated: State,
) -> None:
    named = called(stated, MINISTERS.format(""))
    assert named == {"meeting between Chad, Niger and Norway"}


def test_a_meeting_with_a_place_is_named_by_it(stated: State) -> None:
    assert called(stated, MINISTERS.format(" in Lima")) == {"meeting in Lima"}


def test_a_meeting_of_many_states_is_not_named_by_them_all(stated: State) -> None:
    text = "A workshop on visas on 3 May 2018 was attended by {}."
    many = text.format("Chad, Niger, Norway, Peru, Ghana and Kenya")
    assert called(stated, many) == {"workshop on visas"}
    few = text.format("Chad, Niger and Norway")
    assert called(stated, few) == {"workshop on visas between Chad, Niger and Norway"}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (
            "sv",
            "Ett möte den 3 maj 2018 samlade Sverige och Norge.",
            "möte mellan Sverige och Norge",
        ),
        (
            "fr",
            "Le Tchad et le Niger ont participé à la réunion du 3 mai 2018.",
            "réunion entre Tchad et Niger",
        ),
    ],
)
def test_it_is_named_so_in_other_languages(language: str, text: str, name: str) -> None:
    subjects = {fact[0] for fact in stated_in(language, text)}
    assert name in subjects
