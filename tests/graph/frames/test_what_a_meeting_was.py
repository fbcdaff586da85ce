"""Sentences that say which meeting it was, and nouns that tell of a process."""

import pytest

from tests.graph.frames.conftest import State

MET = "On 6 May 2012, Minister Ana Okoro of Peru received Minister Mario Lopez of Chile"


@pytest.mark.parametrize(
    "text",
    [
        "It was the second round of the Peru-Chile Migration Dialogue.",
        "This was the third meeting within the migration partnership between Peru and "
        "Chile.",
    ],
)
def test_what_it_was_is_the_meeting_of_those_who_met(text: str, stated: State) -> None:
    whole = f"{MET} in Lima. {text}"
    meetings = {fact[0] for fact in stated(whole, "meetingStatus")}
    assert len(meetings) == 1
    assert {f[2] for f in stated(whole, "hasParticipant")} >= {"Peru", "Chile"}
    assert [fact[2] for fact in stated(whole, "startDate")] == ["2012-05-06"]


@pytest.mark.parametrize(
    "text",
    [
        "They will attend the third meeting of the Colombo Process in May.",
        "It was at the second round of the Colombo Process that they had first met.",
    ],
)
def test_what_it_was_not_is_another_meeting(text: str, stated: State) -> None:
    days = stated(f"{MET} in Lima. {text}", "startDate")
    assert [fact[0].split()[0] for fact in days] == ["meeting"]


def test_upcoming_questions_leave_a_meeting_held(stated: State) -> None:
    text = (
        "The third meeting of the Colombo Process, which was held in Lima, allowed an "
        "exchange on existing and upcoming issues."
    )
    assert [f[2] for f in stated(text, "meetingStatus")] == ["meeting-status/held"]


@pytest.mark.parametrize("noun", ["technical forum", "regional platform"])
def test_a_noun_beside_a_process_is_no_meeting(noun: str, stated: State) -> None:
    text = (
        f"The Colombo Process, the {noun} on migration, will hold its 2022 Plenary "
        f"Session. On 3 May, ministers will attend the plenary of the {noun} in Lima."
    )
    told = {(f[0], f[2]) for f in stated(text, "scheduledFor")}
    assert told == {("2022 Plenary Session", "2022-05-03")}


def test_a_forum_that_is_held_is_a_meeting(stated: State) -> None:
    text = "Peru hosted the regional forum on migration in Lima on 3 May 2022."
    assert [fact[2] for fact in stated(text, "startDate")] == ["2022-05-03"]


@pytest.mark.parametrize(
    "behind", ["under Peru's chairmanship", "under the chairmanship of Peru"]
)
def test_the_first_of_a_term_is_not_the_first_of_all(
    behind: str, stated: State
) -> None:
    text = f"The first meeting of the Colombo Process {behind} was held in Lima."
    assert not stated(text, "ordinal")


@pytest.mark.parametrize(
    "name", ["first meeting of the Colombo Process", "fourth meeting of it"]
)
def test_the_first_of_all_keeps_its_number(name: str, stated: State) -> None:
    text = f"The Colombo Process met. The {name} was held in Lima under Peru's chair."
    assert stated(text, "ordinal")


def test_what_a_process_is_is_no_process_of_its_own(stated: State) -> None:
    text = (
        "The Colombo Process is a Regional Process on Visas (RPV) of three countries "
        "comprising Chile, Peru and Fiji."
    )
    assert {fact[0] for fact in stated(text, "hasMember")} == {"Colombo Process"}
