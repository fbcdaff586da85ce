"""Which proper names are bodies that last, as a text tells it."""

import pytest

from hiwar.graph.mentions.lasting import lasting_bodies
from hiwar.graph.mentions.mention import View
from hiwar.graph.rules import rules_for


def bodies(*lines: str) -> list[tuple[str, str]]:
    views = [View(line, 0) for line in lines]
    return [(name, short) for name, short, _ in lasting_bodies(views, rules_for("en"))]


@pytest.mark.parametrize(
    "text",
    [
        "The {} comprises Kenya, Mali and Niger.",
        "The {}, which brings together Kenya and Mali, met in Accra.",
        "The {}, of which Kenya, Mali and Niger are members, met in Accra.",
        "The {} is a forum of five countries: Kenya, Mali, Niger, Chad and Togo.",
        "The {} (Kenya, Mali and Niger) was formed in 2013.",
        "Kenya, Mali and Niger make up the {}.",
        "Kenya, Mali and Niger set up the {} in 2013.",
        "The {} was created in 2013 and includes Kenya and the European Commission.",
        "Set up by Kenya and Mali, the {} meets twice a year.",
        "The chair of the {} spoke first.",
        "Members of the {} are Kenya, Mali and Niger.",
        "About the {}",
    ],
)
def test_a_body_to_which_states_belong_lasts(text: str) -> None:
    assert bodies(text.format("Delta Visa Group")) == [("Delta Visa Group", "")]


@pytest.mark.parametrize(
    "text",
    [
        "The {} met in Accra.",
        "The {} brings together Kenya, Mali and Niger this week.",
        "The planned {} would bring together Kenya and Mali.",
        "The {} thanked Kenya and Mali.",
        "Kenya and Mali wrote to the {}.",
        "Ministers of Kenya and Mali spoke at the {}.",
        "The {} comprises two rooms and a garden.",
    ],
)
def test_a_body_of_which_no_states_are_told_is_left_alone(text: str) -> None:
    assert bodies(text.format("Delta Visa Group")) == []


@pytest.mark.parametrize(
    "name", ["Joint Working Group", "European Union", "Delta Council"]
)
def test_a_name_of_nothing_or_of_a_known_or_any_body_is_left_alone(name: str) -> None:
    assert bodies(f"The {name} comprises Kenya, Mali and Niger.") == []


def test_a_commission_is_one_of_states_where_its_name_tells_of_movement() -> None:
    told = (
        "The Delta Migration Commission (DMC) has met. The DMC unites Kenya and Mali."
    )
    assert bodies(told) == [("Delta Migration Commission", "DMC")]


def test_a_name_at_the_head_of_a_sheet_is_a_body() -> None:
    lines = ("The Delta Visa Group (DVG)", "Members: Kenya, Mali", "Secretariat: IOM")
    assert bodies(*lines) == [("Delta Visa Group", "DVG")]
    assert bodies(lines[0], "Contact: the press office", "Seats: 40") == []
