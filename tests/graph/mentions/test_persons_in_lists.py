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


def test_counterparts_hold_the_posts_of_those_whose_peers_they_are(
    annotated: Annotate,
) -> None:
    text = (
        "Foreign Minister Ann Sample and Labour Minister Ben Other met with their"
        " Chilean counterparts, Cy Third and Di Fourth."
    )
    assert persons(annotated(text))[2:] == [
        ("Cy Third", "Foreign Minister", "Chilean"),
        ("Di Fourth", "Labour Minister", "Chilean"),
    ]
    text = (
        "Interior Minister Ann Sample met her colleagues from Chile and Peru, Cy Third"
        " and Di Fourth."
    )
    assert persons(annotated(text))[1:] == [
        ("Cy Third", "Interior Minister", "Chile"),
        ("Di Fourth", "Interior Minister", "Peru"),
    ]


def test_three_counterparts_of_two_states_are_of_nobody_known(
    annotated: Annotate,
) -> None:
    text = (
        "Interior Minister Ann Sample met her colleagues from Chile and Peru, Cy Third,"
        " Di Fourth and Ed Fifth."
    )
    assert "Cy Third" not in {name for name, *_ in persons(annotated(text))}
