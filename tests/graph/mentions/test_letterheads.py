from collections.abc import Callable

import pytest

from hiwar.graph.mentions import Annotation
from tests.graph.mentions.conftest import posts

Annotate = Callable[[str], Annotation]


def held(annotation: Annotation) -> dict[str, tuple[str, str]]:
    """Return the post and the body of each person who has a post."""
    return {name: told for name, told in posts(annotation).items() if told[0]}


def test_posts_above_names_are_read_in_pairs(annotated: Annotate) -> None:
    text = (
        "MINISTER FOR HEALTH AND WELFARE\n\nThe Hon Ana Sample MP\n\n"
        "MINISTER FOR LABOUR\n\nThe Hon Jan Exempel MP  3 May 2022\n\n"
        "Minister Sample and Minister Exempel opened the talks."
    )
    assert held(annotated(text)) == {
        "Ana Sample": ("Minister for Health and Welfare", ""),
        "Jan Exempel": ("Minister for Labour", ""),
    }


def test_posts_below_names_are_read_in_pairs_with_their_states(
    annotated: Annotate,
) -> None:
    text = (
        "Done in two copies.\n\nAna Sample\n\nMinister for Health\n\nGhana\n\n"
        "Jan Exempel\n\nState Secretary\n\nCzech Republic\n"
    )
    assert held(annotated(text)) == {
        "Ana Sample": ("Minister for Health", "Ghana"),
        "Jan Exempel": ("State Secretary", "Czech Republic"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Joint Communique\n\nMinister for Health\n\nThe joint communique was read.",
        "Ana Sample\n\nThe office of the minister for health was closed.",
        "Minister for Health\n\nThe talks of Mr Ana Sample were held in the city.",
    ],
)
def test_a_line_beside_a_post_is_not_for_that_a_person(
    text: str, annotated: Annotate
) -> None:
    assert held(annotated(text)) == {}
