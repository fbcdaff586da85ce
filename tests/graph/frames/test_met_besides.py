"""Whom officials met besides the meeting they came for; persons by surname alone."""

import pytest

from tests.graph.frames.conftest import State

CAME = (
    "Minister Omar Example took part in the third ministerial conference of the Colombo"
    " Process in Lima on 3 May 2011."
)
INES = "the Minister of Labour of Peru, Ines Other"
BOTH = {"Omar Example", "Ines Other", "Peru"}


@pytest.mark.parametrize(
    "met",
    [
        f"On the sidelines, Minister Example met {INES}",
        f"Example also had a meeting with {INES}",
        f"During the visit, Example met with {INES}",
        f"Omar Example held separate talks with {INES}",
        f"Example then held a bilateral meeting with {INES}",
    ],
)
def test_an_official_met_besides_is_met_apart_from_the_conference(
    met: str, stated: State
) -> None:
    facts = stated(f"{CAME} {met}.", "hasParticipant")
    apart = {who for name, _, who in facts if "Colombo" not in name}
    assert apart == BOTH
    assert {who for name, _, who in facts if "Colombo" in name} == {"Omar Example"}


def test_what_both_discussed_was_no_topic_of_the_conference(stated: State) -> None:
    text = (
        f"{CAME} On the sidelines, Minister Example met {INES}. They discussed labour"
        " migration and visas."
    )
    assert not {v for *_, v in stated(text, "focusOf") if "Colombo" in v}


@pytest.mark.parametrize(
    "met",
    [
        "During the visit, Example met with migrants and the diaspora",
        f"During the visit, Example never met with {INES}",
        f"On the sidelines, Example wrote to {INES}",
        f"Example also had a plan to meet with {INES}",
    ],
)
def test_who_was_not_met_besides_has_no_meeting(met: str, stated: State) -> None:
    facts = stated(f"{CAME} {met}.", "hasParticipant")
    assert {name for name, *_ in facts if "Colombo" not in name} == set()


def test_a_surname_alone_means_the_one_person_who_bears_it(stated: State) -> None:
    text = (
        "The Minister of Labour, Ana Ben Example, chaired the third ministerial"
        " conference of the Colombo Process. Ben Example opened it. Example closed it."
    )
    assert {s for s, *_ in stated(text, "holdsPost")} == {"Ana Ben Example"}
    assert "Example" not in {v for *_, v in stated(text, "hasParticipant")}


@pytest.mark.parametrize(
    "other", ["The Example Hospital", "Example Street", "Jan Example", "Ana"]
)
def test_a_name_that_only_holds_a_surname_is_somebody_else(
    other: str, stated: State
) -> None:
    text = (
        "Minister of Labour Ana Example was in Lima. "
        f"{other} also had a meeting with {INES}."
    )
    assert "Ana Example" not in {v for *_, v in stated(text, "hasParticipant")}
