"""All of those whom a text lists: members set apart, "all of whom", "all members"."""

import pytest

from tests.graph.frames.conftest import State

HELD = "The third ministerial conference of the Colombo Process was held in Lima. "
THREE = ["Chile", "Fiji", "Peru"]
LISTED = "The members of the Colombo Process are Chile, Peru and Fiji. "


@pytest.mark.parametrize(
    "text",
    [
        "The process comprises Chile, Peru and Fiji, all of whom were represented at "
        "the meeting.",
        "The Colombo Process is a forum (FMA) of three countries comprising Chile, "
        "Peru and Fiji - all of who were represented at the meeting.",
        "Chile, Peru and Fiji, each of which attended, were satisfied.",
        LISTED + "All member states took part in the conference.",
        LISTED + "Representatives of all member states attended.",
        LISTED + "On 3 May, at the Palace, the three member countries of the Colombo "
        "Process participated in the conference.",
    ],
)
def test_who_is_listed_and_all_came_took_part(text: str, stated: State) -> None:
    told = sorted(fact[2] for fact in stated(HELD + text, "hasParticipant"))
    assert told == THREE


@pytest.mark.parametrize(
    "text",
    [
        "The process comprises Chile, Peru and Fiji, none of whom were represented.",
        LISTED + "All members but one attended.",
        LISTED + "Not all member states took part in the conference.",
        LISTED + "Nearly all member states took part in the conference.",
        LISTED + "All members of the World Bank attended.",
        LISTED + "In 2001, all member states attended a summit in Quito.",
    ],
)
def test_who_is_listed_and_did_not_all_come_did_not(text: str, stated: State) -> None:
    told = stated(HELD + text, "hasParticipant")
    assert not [fact for fact in told if fact[0].startswith("third")]


@pytest.mark.parametrize(
    "behind",
    [
        " - member countries of the Colombo Process",
        " – the members of the Colombo Process",
        ", all members of the Colombo Process",
        " (the members of the Colombo Process)",
        " – the three countries that make up the Colombo Process",
    ],
)
def test_members_may_be_told_behind_a_list(behind: str, stated: State) -> None:
    text = f"The paper sums up the work of Chile, Peru and Fiji{behind}."
    assert sorted(fact[2] for fact in stated(text, "hasMember")) == THREE


@pytest.mark.parametrize(
    "behind",
    [
        " – former members of the Colombo Process",
        " – neighbours of members of the Colombo Process",
        " – observers of the Colombo Process",
        ", states that want to become members of the Colombo Process",
    ],
)
def test_others_told_behind_a_list_are_no_members(behind: str, stated: State) -> None:
    text = f"The paper sums up the work of Chile, Peru and Fiji{behind}."
    assert not stated(text, "hasMember")
