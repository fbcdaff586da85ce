"""What strangers, rumours and films do, and plans given up, make nothing settled."""

import pytest

from tests.graph.frames.conftest import State, facts_in

HELD = (
    "The third ministerial conference of the Colombo Process was held in Lima"
    " on 4 May 2011."
)


@pytest.mark.parametrize(
    ("before", "number"),
    [
        ("Hundreds of farmers rallied.", 0),
        ("The local mayors met, too.", 0),
        ("Angry students marched outside.", 0),
        ("The ministers spoke for an hour.", 1),
        ("Many states took the floor.", 1),
    ],
)
def test_they_who_agreed_are_those_named_right_before(
    stated: State, before: str, number: int
) -> None:
    text = f"{HELD} {before} They pledged to protect migrants."
    assert len(stated(text, "committedAt")) == number


@pytest.mark.parametrize(
    "rumour",
    [
        "Observers saw signs that they",
        "There was speculation that the ministers",
        "The press gave the impression that they",
    ],
)
def test_what_only_signs_and_rumours_hold_was_not_agreed(
    stated: State, rumour: str
) -> None:
    text = f"{HELD} {rumour} agreed to train border guards."
    assert stated(text, "committedAt") == []


def test_what_a_film_tells_is_no_fact(stated: State) -> None:
    text = "The {}, in which the Colombo Process was founded in 1999 in Quito, is bad."
    assert stated(text.format("film"), "established", "foundedIn") == []


@pytest.mark.parametrize(
    "absent",
    [
        "Fiji's Minister of Interior, Bo Sample, learned of its outcome.",
        "Fiji's Minister of Interior, Bo Sample, opened a school in Suva.",
        "Mali, Chad and Togo asked to be let in.",
        "Mali, Chad and Togo want to join.",
    ],
)
def test_who_only_heard_of_a_meeting_or_asked_to_come_was_not_there(
    stated: State, absent: str
) -> None:
    assert stated(f"{HELD} {absent}", "hasParticipant") == []


@pytest.mark.parametrize(
    ("paper", "number"),
    [
        ("An agreement between two airlines", 0),
        ("A memorandum of understanding between several local universities", 0),
        ("An agreement between two states", 1),
        ("An agreement between Kenya and Nepal", 1),
    ],
)
def test_a_paper_between_firms_is_no_paper_of_a_meeting(
    stated: State, paper: str, number: int
) -> None:
    text = f"{HELD} {paper} was signed in the lobby."
    assert len(stated(text, "adoptedAt")) == number


@pytest.mark.parametrize(
    "other",
    [
        "A declaration was adopted by delegates to the mayors' forum.",
        "The Lima Declaration was a draft text agreed by experts.",
    ],
)
def test_a_paper_of_others_or_a_draft_was_not_adopted(
    stated: State, other: str
) -> None:
    assert stated(f"{HELD} {other}", "adoptedAt") == []


@pytest.mark.parametrize("kind", ["mock ceremony", "ceremony of students"])
def test_a_mock_ceremony_is_no_signing(stated: State, kind: str) -> None:
    text = "Kenya and Nepal signed an agreement in a {} on 4 May 2021."
    assert stated(text.format(kind), "hasParticipant", "adoptedAt") == []
    assert stated(text.format("short ceremony"), "adoptedAt") != []


def test_a_day_and_place_first_planned_are_not_those_of_the_meeting(
    stated: State,
) -> None:
    planned = "The ministerial conference of the Rabat Process was {} planned for Accra"
    text = f"{planned} on 2 May 2024. It was held in Dakar."
    for first in ("first", "originally", "initially"):
        told = stated(text.format(first), "startDate", "heldInPlace")
        assert [fact[2] for fact in told] == ["Dakar"]


@pytest.mark.parametrize(
    ("whose", "number"),
    [
        ("last year's conference", 0),
        ("the two presidents at dinner", 0),
        ("the meeting", 1),
    ],
)
def test_an_agenda_of_somebody_else_is_not_that_of_the_meeting(
    stated: State, whose: str, number: int
) -> None:
    text = f"{HELD} Return and border control topped the agenda of {whose}."
    assert len(stated(text, "focusOf")) == number


def test_what_a_parliament_adopted_was_not_adopted_at_a_meeting() -> None:
    held = "La troisième conférence ministérielle du Processus de Colombo s'est tenue à"
    text = f"{held} Lima. Deux textes ont été adoptés{{}} : la Déclaration de Lima."
    adopted = facts_in("fr", text.format(" à l'unanimité"))
    assert any(name == "adoptedAt" for name, _ in adopted)
    others = facts_in("fr", text.format(" par l'Assemblée nationale"))
    assert not any(name == "adoptedAt" for name, _ in others)
