"""Who took part, in the many ways of press offices, ministries and secretariats."""

import tomllib
from pathlib import Path

import pytest

from tests.graph.frames.conftest import State, who

HELD = "The fourth ministerial conference of the Rabat Process was held in Dakar. "
TO_COME = (
    "The fourth ministerial conference of the Rabat Process will be held in Dakar. "
)
CASES = tomllib.loads(Path(__file__).with_name("participants.toml").read_text("utf-8"))


@pytest.mark.parametrize(("text", "came"), CASES["came"].items())
def test_those_of_whom_a_text_tells_that_they_came_took_part_and_nobody_else(
    text: str, came: str, stated: State
) -> None:
    assert who(stated(HELD + text), "hasParticipant") == set(came.split("; "))


@pytest.mark.parametrize(("text", "expected"), CASES["expected"].items())
def test_those_who_will_come_are_expected_and_took_no_part(
    text: str, expected: str, stated: State
) -> None:
    facts = stated(TO_COME + text)
    assert who(facts, "expectedParticipant") == set(expected.split("; "))
    assert not who(facts, "hasParticipant")


@pytest.mark.parametrize("text", CASES["nobody"])
def test_those_who_are_only_named_took_no_part(text: str, stated: State) -> None:
    assert who(stated(HELD + text), "hasParticipant") <= {"Senegal"}


def test_who_leads_a_body_adds_none_to_those_that_a_text_lists(stated: State) -> None:
    text = (
        "The third ministerial conference of the Colombo Process was held in Manila on"
        " 3 May 2011. The following organisations took part: the African Union and the"
        " European Union. The speakers were Ana Sample, Director General of ICMPD, and"
        " Omar Other, Minister of the Interior of Kenya."
    )
    came = {name for _, _, name in stated(text, "hasParticipant")}
    assert {"African Union", "European Union", "Kenya", "Ana Sample"} <= came
    assert not any("ICMPD" in name or "Migration Policy" in name for name in came)
