"""A demonym of the people whom a post is for is not the state that it is of."""

import pytest

from tests.graph.frames.conftest import State


@pytest.mark.parametrize(
    "post",
    [
        "Joint Special Representative for Venezuelan Refugees and Migrants",
        "Special Envoy for Afghan Refugees",
        "Coordinator for the Syrian Crisis",
    ],
)
def test_those_served_own_no_post(post: str, stated: State) -> None:
    assert not stated(f"Mr. Eduardo Roe, {post}, spoke.", "postFor")


@pytest.mark.parametrize(
    ("post", "state"),
    [
        ("Kenyan Commissioner for Somali Refugees", "Kenya"),
        ("Director for Chilean Nationals Abroad", "Chile"),
        ("Director of Kenyan Immigration Services", "Kenya"),
    ],
)
def test_a_state_that_has_a_post_owns_it(post: str, state: str, stated: State) -> None:
    told = stated(f"Mr. Eduardo Roe, {post}, spoke.", "postFor")
    assert [fact[2] for fact in told] == [state]
