"""A statement of the day after: who led the meeting, and what was agreed there."""

import pytest

from tests.graph.frames.conftest import State, each_kind, who, whole

STATEMENT = """Friday, 11 April 2014

Joint statement of the Ministers of Chad and Niger

The Third Ministerial Forum of Chad and Niger was held in Lima {} led by Minister Ann \
Evans of Chad and Minister Omar Sy of Niger.

The outcomes of the meeting were as follows:

• Ministers restated commitment to the return of migrants.

• Minister Evans was briefed on visas, with the ministers agreeing that guards will be \
trained.

• Ministers agreed to hold the next meeting in Niger.
"""


def test_a_statement_of_the_day_after_was_not_adopted_at_the_meeting() -> None:
    after = whole(STATEMENT.format("yesterday"))
    assert who(after, "startDate") == {"2014-04-10"}
    assert not who(after, "adoptedAt")
    assert "2014-04-10" not in {v for s, p, v in after if "statement" in s.lower()}
    same = whole(STATEMENT.format("today"))
    assert who(same, "adoptedAt") == {"Third Ministerial Forum of Chad and Niger"}


def test_what_was_agreed_stands_under_the_meeting_whatever_comes_next() -> None:
    facts = whole(STATEMENT.format("yesterday"))
    agreed = {s for s, p, v in facts if p == "type" and v.endswith("Commitment")}
    placed = {s: v for s, p, v in facts if p == "committedAt"}
    assert agreed == {
        "Ministers restated commitment to the return of migrants",
        "the ministers agreeing that guards will be trained",
        "Ministers agreed to hold the next meeting in Niger",
    }
    assert agreed == set(placed)
    assert set(placed.values()) == {"Third Ministerial Forum of Chad and Niger"}


@pytest.mark.parametrize(
    ("led", "came"),
    [
        ("was held in Lima, led by Mr Omar Sy and Ms Ann Evans", True),
        ("was held in Lima yesterday led by Mr Omar Sy and Ms Ann Evans", True),
        ("was held after the project led by Mr Omar Sy and Ms Ann Evans", False),
        ("was never held, led by Mr Omar Sy and Ms Ann Evans", False),
    ],
)
def test_who_led_a_meeting_that_was_held_was_there(
    led: str, came: bool, stated: State
) -> None:
    facts = stated(f"The third summit of the Colombo Process {led}.")
    assert who(facts) == ({"Omar Sy", "Ann Evans"} if came else set())


@pytest.mark.parametrize(
    ("text", "is_area"),
    [
        ("Agenda items included the protection of workers abroad.", True),
        ("Items included tents for the protection of workers abroad.", False),
    ],
)
def test_items_are_topics_only_on_an_agenda(
    text: str, is_area: bool, stated: State
) -> None:
    held = "The third summit of the Colombo Process was held in Lima."
    assert each_kind(f"{held} {text}", stated) == (["AreaOfFocus"] if is_area else [])
