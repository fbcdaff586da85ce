"""Numbers that only count, places of many meetings, days and persons of others."""

import pytest

from tests.graph.frames.conftest import State

LED = "The conference was attended by Ms Ana Sample, Minister of Labour of Fiji, and "
HELD = (
    "The third ministerial conference of the Rabat Process was held in Lima in 2019. "
)


@pytest.mark.parametrize(
    "text",
    [
        "It was the second meeting that Chile has hosted.",
        "It was the second meeting Chile hosted.",
        "This was the fourth meeting in as many years.",
        "This was the fourth meeting of the year.",
    ],
)
def test_what_only_counts_is_no_number_of_a_series(text: str, stated: State) -> None:
    opening = "The Rabat Process met in Lima. "
    assert not stated(opening + text, "ordinal")


def test_a_number_of_a_series_stays_one(stated: State) -> None:
    for behind in (" was hosted by Chile.", ", hosted by Chile, was held in Lima."):
        text = f"The second meeting of the Rabat Process{behind}"
        assert stated(text, "ordinal")


@pytest.mark.parametrize(
    "places", ["Lima, Paris and Rome", "Lima and Paris", "Lima, Peru, and Rome"]
)
def test_several_cities_are_the_place_of_no_meeting(places: str, stated: State) -> None:
    text = f"The ministerial conference of the Rabat Process was held in {places}."
    assert not stated(text, "heldInPlace")


def test_one_city_is_the_place_of_a_meeting(stated: State) -> None:
    text = HELD + "Lima and Paris are far apart."
    assert [fact[2] for fact in stated(text, "heldInPlace")] == ["Lima"]


def test_the_day_of_a_meeting_that_is_prepared_is_its_own(stated: State) -> None:
    text = (
        "LIMA, 30 January 2026 – The senior officials' meeting of the Rabat Process "
        "opens in Lima tomorrow. The meeting lays the ground for the eighth "
        "Ministerial Conference of the Rabat Process, due to be held on Sunday."
    )
    days = {(f[0][:6], f[2]) for f in stated(text, "scheduledFor")}
    assert days == {("senior", "2026-01-31"), ("eighth", "2026-02-01")}


@pytest.mark.parametrize(
    "behind",
    [
        "Mr Omar Other sent apologies.",
        "Mr Omar Other was in hospital.",
        "Mr Omar Other has since resigned.",
        "Mr Omar Other thanked the hosts by letter.",
    ],
)
def test_the_last_of_a_list_who_begins_a_clause_took_no_part(
    behind: str, stated: State
) -> None:
    facts = stated(HELD + LED + behind, "hasParticipant")
    assert "Ana Sample" in {fact[2] for fact in facts}
    assert "Omar Other" not in {fact[2] for fact in facts}


def test_the_last_of_a_list_without_a_clause_took_part(stated: State) -> None:
    facts = stated(HELD + LED + "Mr Omar Other.", "hasParticipant")
    assert "Omar Other" in {fact[2] for fact in facts}
