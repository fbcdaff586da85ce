"""Measures that two sides announce, and that a text then tells one by one."""

import pytest

from tests.graph.frames.conftest import State, stated_in, who

ANNOUNCED = (
    "President Omar Sy of Mali and Minister Ann Evans of Chad met in Lima. Following"
    " that meeting, Chad and Mali {} additional measures on migration."
)
FIRST = "First, Chad and Mali will increase joint actions against smugglers."


def told(stated: State, *paragraphs: str) -> list[tuple[str, str, str]]:
    """Return by whom the measures are, apart from their announcement."""
    facts = stated("\n\n".join(paragraphs), "committedBy")
    return [fact for fact in facts if "joint actions" in fact[0]]


@pytest.mark.parametrize(
    "said", ["are announcing", "today announced", "have announced"]
)
def test_what_is_counted_behind_an_announcement_is_undertaken(
    said: str, stated: State
) -> None:
    facts = told(stated, ANNOUNCED.format(said), FIRST)
    assert {value for _, _, value in facts} == {"Chad", "Mali"}


@pytest.mark.parametrize(
    "said", ["did not announce", "may announce", "are said to have announced"]
)
def test_what_was_not_announced_is_a_plan(said: str, stated: State) -> None:
    assert not told(stated, ANNOUNCED.format(said), FIRST)


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Mali will increase joint actions against smugglers.",
        "First, Kenya will increase joint actions against smugglers.",
        "First, Chad and Kenya will increase joint actions against smugglers.",
        "First, Chad and Mali will never increase joint actions against smugglers.",
    ],
)
def test_a_plan_without_number_or_of_others_is_no_measure(
    text: str, stated: State
) -> None:
    assert not told(stated, ANNOUNCED.format("announced"), text)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("to build on the plan that Mali and Chad announced in January 2023", set()),
        ("for talks on visas that began on 3 May 2011", {"2011-05-03"}),
        ("to discuss visas on 3 May 2011", {"2011-05-03"}),
    ],
)
def test_the_day_of_what_they_talked_about_is_not_that_of_the_talks(
    text: str, days: set[str]
) -> None:
    met = "President Omar Sy of Mali and Minister Ann Evans of Chad met in Lima"
    assert who(stated_in("en", f"{met} {text}."), "when") == days
