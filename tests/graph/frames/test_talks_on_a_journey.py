"""Talks on a journey: where they were, who took part in them, and who else came."""

import pytest

from tests.graph.frames.conftest import State, who

VISITOR = "the Minister for Migration of Chad, Ann Evans,"
TALKS = "met with President Omar Sy to discuss the return of migrants."


@pytest.mark.parametrize(
    "lead", ["While in Niger,", "While visiting Niger,", "During her visit to Niger,"]
)
def test_where_a_visitor_met_somebody_is_no_party_to_the_talks(
    lead: str, stated: State
) -> None:
    facts = stated(f"{lead} {VISITOR} {TALKS}")
    assert who(facts, "heldInState") == {"Niger"}
    assert who(facts) == {"Ann Evans", "Omar Sy", "Chad"}
    assert "Niger" not in who(facts, "postFor")


@pytest.mark.parametrize("lead", ["Before she flew to Niger,", "Speaking of Niger,"])
def test_a_state_of_which_only_the_lead_tells_is_neither_place_nor_party(
    lead: str, stated: State
) -> None:
    facts = stated(f"{lead} {VISITOR} {TALKS}")
    assert not who(facts, "heldInState")
    assert "Niger" not in who(facts) | who(facts, "postFor")


def test_two_who_met_to_talk_of_something_both_did(stated: State) -> None:
    text = f"In May, {VISITOR} met in Lima with the President of Niger, Omar Sy, to"
    facts = stated(f"{text} discuss the return of migrants.")
    assert who(facts, "committedBy") == {"Chad", "Niger"}


DELEGATION = "Members of the delegation included Deputy Minister Ana Sample."


def test_a_delegation_was_at_the_only_talks_of_a_journey(stated: State) -> None:
    facts = stated(f"While in Niger, {VISITOR} {TALKS}\n\n{DELEGATION}")
    assert "Ana Sample" in who(facts)


def test_of_two_talks_none_is_the_one_where_the_delegation_was(stated: State) -> None:
    second = f"While in Mali, {VISITOR} met with President Ali Demo."
    facts = stated(f"While in Niger, {VISITOR} {TALKS}\n\n{second}\n\n{DELEGATION}")
    assert {"Omar Sy", "Ali Demo"} <= who(facts)
    assert "Ana Sample" not in who(facts)
