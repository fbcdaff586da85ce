"""Persons with their posts before their names, one after another."""

from tests.graph.mentions.conftest import Annotate, persons


def test_who_is_next_in_a_list_keeps_the_post_before_the_name(
    annotated: Annotate,
) -> None:
    text = (
        "They met Secretary of State Ann Sample, Secretary of Homeland Security Ben"
        " Other, and Adviser Cy Third."
    )
    posts = {name: post for name, post, _ in persons(annotated(text))}
    assert posts["Ann Sample"] == "Secretary of State"
    assert posts["Ben Other"] == "Secretary of Homeland Security"


def test_a_body_ends_before_the_title_of_who_leads_it(annotated: Annotate) -> None:
    text = "They met the Director of the General Department of Visas H.E. Ann Sample."
    posts = {name: post for name, post, _ in persons(annotated(text))}
    assert posts == {"Ann Sample": "Director of the General Department of Visas"}
