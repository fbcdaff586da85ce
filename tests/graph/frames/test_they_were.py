"""A sentence that names those of whom the one before tells how many came."""

import pytest

from tests.graph.frames.conftest import State, who

HELD = "The third summit of the Colombo Process was held in Lima."
THEY = HELD + " {} They {} Chad and Fiji."


@pytest.mark.parametrize(
    "before",
    [
        "Two countries took part.",
        "Seventeen states and UNHCR were represented at the summit.",
        "It was attended by ministers of two member states.",
    ],
)
@pytest.mark.parametrize("are", ["were", "included", "came from"])
def test_they_who_are_named_behind_their_number_came(
    before: str, are: str, stated: State
) -> None:
    assert who(stated(THEY.format(before, are))) >= {"Chad", "Fiji"}


@pytest.mark.parametrize(
    "before",
    [
        "Two countries took no part.",
        "Two countries were never represented.",
        "Two countries that were invited stayed away.",
        "Two countries will be invited to the next summit.",
        "The ministers spoke of two countries.",
        "According to a guest, two countries took part.",
    ],
)
def test_they_of_whom_nobody_says_that_they_came_did_not(
    before: str, stated: State
) -> None:
    assert not who(stated(THEY.format(before, "were")))
