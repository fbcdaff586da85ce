"""The forum of two states: a series with both as members; each edition is a meeting."""

import pytest

from tests.graph.frames.conftest import State, who

FORUM = "Chad-Niger Immigration Forum"


def test_a_forum_of_two_states_has_both_as_members(stated: State) -> None:
    facts = stated(f"The agreement on visas is to make the {FORUM} more effective.")
    assert who(facts, "hasMember") == {"Chad", "Niger"}
    assert not who(facts, "meetingStatus")


@pytest.mark.parametrize("edition", ["fifth ", ""])
def test_what_was_held_of_it_is_a_meeting(edition: str, stated: State) -> None:
    facts = stated(f"The {edition}{FORUM} was held in Lima on 14 October 2015.")
    assert who(facts, "isMeetingOf") == {FORUM}
    assert who(facts) == {"Chad", "Niger"}
    assert who(facts, "startDate") == {"2015-10-14"}


@pytest.mark.parametrize("name", ["Chad-Niger Business Forum", "India-Africa Forum"])
def test_a_forum_of_anything_else_is_no_process(name: str, stated: State) -> None:
    facts = stated(f"The {name} was held in Lima on 14 October 2015.")
    assert not who(facts, "isMeetingOf") | who(facts, "hasMember")
