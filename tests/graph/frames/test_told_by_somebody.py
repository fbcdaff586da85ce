"""What somebody told somebody else is theirs, however much stands before "that"."""

import pytest

from tests.graph.frames.conftest import State, who

MET = "the ministers of Italy and Tunisia met in Rome on 3 May 2024"


@pytest.mark.parametrize(
    "says",
    [
        "The mayor of Lampedusa told Italian radio that",
        "A union claims in a letter to its members that",
        "Critics of the government alleged on Monday that",
    ],
)
def test_what_is_told_to_somebody_is_no_fact(says: str, stated: State) -> None:
    facts = stated(f"{says} {MET}.")
    assert not [fact for fact in facts if fact[1] in ("startDate", "hasParticipant")]


def test_the_same_in_the_voice_of_the_text_is_one(stated: State) -> None:
    facts = stated(f"T{MET[1:]}.")
    assert who(facts) >= {"Italy", "Tunisia"}


def test_who_welcomes_a_pledge_was_not_where_it_was_made(stated: State) -> None:
    text = (
        "UNHCR welcomed Uganda's pledge, made at the Global Refugee Forum in Geneva on"
        " 15 December 2023, to grant land to refugees."
    )
    assert "UNHCR" not in who(stated(text))


@pytest.mark.parametrize("day", ["on 3 May 2024", "at a cabinet meeting on 3 May 2024"])
def test_when_a_decision_was_taken_is_no_decision(day: str, stated: State) -> None:
    text = f"Norway has decided to resettle 300 refugees. The decision was taken {day}."
    (wording,) = {value for *_, value in stated(text, "wording")}
    assert wording.startswith("Norway has decided")
