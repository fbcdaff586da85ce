"""What others adopted, or the same ones at another time, is no outcome of a meeting."""

import pytest

from tests.graph.frames.conftest import State

HELD = (
    "The third ministerial conference of the Rabat Process was held in Dakar on "
    "3 May 2024. "
)


@pytest.mark.parametrize(
    "text",
    [
        "A joint declaration was adopted by ministers of the African Union in 2015.",
        "A joint declaration was adopted by ministers of the African Union.",
        "A declaration was signed by those who stayed at home.",
        "A declaration was adopted by the ministers of finance.",
        "A declaration was adopted by another forum.",
        "A declaration was adopted at another meeting.",
        "A declaration was issued by bishops.",
        "A declaration was adopted by the United Nations.",
        "A joint statement was issued by the African Union Commission.",
        "An agreement was signed between a company and a bank.",
        "The ministers of the Khartoum Process adopted a declaration.",
        "The Dakar Plan, adopted by leaders of the Khartoum Process, is long.",
        "A declaration was adopted in 2015.",
        "A declaration was adopted two years ago.",
        "A declaration was adopted the year before.",
        "An agreement was signed by Chile and Peru in 1999.",
        "A joint statement was issued by the two presidents in Lima.",
        "Two years ago the ministers adopted the Kigali Declaration.",
        "Back home, parties adopted a declaration.",
        "Last year, participants adopted a declaration.",
        "The ministers adopted the Kigali Declaration a year earlier.",
        "The ministers have previously adopted the Kigali Declaration.",
        "Foreign ministers adopted a joint declaration in New York.",
        "The ministers signed the Arica Declaration at another conference.",
    ],
)
def test_what_others_adopt_or_at_another_time_or_place_is_not_of_the_meeting(
    text: str, stated: State
) -> None:
    assert not stated(HELD + text, "adoptedAt")


@pytest.mark.parametrize(
    "text",
    [
        "A joint declaration was adopted.",
        "A joint declaration was adopted by ministers of the Rabat Process.",
        "A joint declaration was adopted by the participants.",
        "A joint declaration was adopted by consensus.",
        "A joint declaration was adopted by the ministers of both regions.",
        "A joint declaration was adopted in Dakar.",
        "A joint declaration was adopted in May 2024.",
        "A joint declaration was issued at the end of the conference.",
        "The ministers of the Rabat Process adopted a declaration.",
        "The ministers adopted the Dakar Declaration in Dakar.",
        "Later that day the ministers adopted the Dakar Declaration.",
    ],
)
def test_what_those_who_met_adopt_there_is_of_the_meeting(
    text: str, stated: State
) -> None:
    assert stated(HELD + text, "adoptedAt")
