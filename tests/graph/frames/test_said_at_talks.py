"""What was said or agreed at talks tells that they were held, and who was there."""

import pytest

from tests.graph.frames.conftest import State

ANA, OMAR = "Ana Sample", "Omar Other"
LED = f"Minister of Labour {OMAR} of Mali"


@pytest.mark.parametrize(
    "told",
    [
        f"stressed at a meeting with {LED} in Lima on 4 May 2024 that data matter",
        f"told the press after talks with {LED} that Chile would open an office",
        f"explained, during a bilateral meeting in Lima with {LED}, that data matter",
        f"discussed visas in a meeting with the Labour Minister of Mali, {OMAR}",
        f"announced, following a meeting with her Malian counterpart {OMAR}, that"
        " visas will be free",
    ],
)
def test_who_spoke_at_a_meeting_with_somebody_met_them(
    told: str, stated: State
) -> None:
    facts = stated(f"The Minister of Labour of Chile, {ANA}, {told}.", "hasParticipant")
    assert {ANA, OMAR, "Chile", "Mali"} == {who for *_, who in facts}


@pytest.mark.parametrize(
    "told",
    [
        f"stressed ahead of a meeting with {LED} in Lima that data matter",
        f"said that she would raise it at a meeting with {LED} in Lima",
        f"would have told the press after talks with {LED} that visas are free",
        f"said that Kenya had signed the text at a meeting with {LED} in Lima",
        "stressed at a meeting with trade unions in Lima that data matter",
    ],
)
def test_who_spoke_of_a_meeting_was_at_none_with_them(told: str, stated: State) -> None:
    facts = stated(f"The Minister of Labour of Chile, {ANA}, {told}.", "hasParticipant")
    assert not facts


@pytest.mark.parametrize(
    "agreed",
    [
        "agreed, during a meeting in Lima on 4 May 2024, that both will share data",
        "agreed at a meeting in Lima on 4 May 2024 to share data",
        "decided during talks held in Lima on 4 May 2024 that data will be shared",
    ],
)
def test_what_was_agreed_at_a_meeting_is_no_plan_to_meet(
    agreed: str, stated: State
) -> None:
    facts = stated(
        f"The Minister of Labour of Chile, {ANA}, and {LED} {agreed}.",
        *("meetingStatus", "hasParticipant", "committedAt", "startDate"),
    )
    told = {predicate: value for _, predicate, value in facts}
    assert told["meetingStatus"].endswith("held")
    assert told["startDate"] == "2024-05-04"
    assert {v for _, p, v in facts if p == "hasParticipant"} >= {ANA, OMAR}
    assert "committedAt" in told


def test_those_who_will_agree_at_a_meeting_have_not_met(stated: State) -> None:
    facts = stated(
        "Chile and Mali will agree at a meeting in Lima on 4 May 2034 to share data.",
        *("meetingStatus", "hasParticipant"),
    )
    assert [value.endswith("planned") for _, _, value in facts] == [True]


def test_deliberations_are_not_the_meeting_that_is_yet_to_come(stated: State) -> None:
    text = (
        f"The deliberations between Minister of Labour {ANA} of Chile and {LED} took"
        " place on Monday. The meeting will be held in Lima on 12 January 2034."
    )
    held = {s for s, _, v in stated(text, "meetingStatus") if v.endswith("held")}
    assert len(held) == 1
    assert held == {s for s, *_ in stated(text, "hasParticipant")}
    assert not held & {s for s, *_ in stated(text, "scheduledFor", "startDate")}


def test_a_day_of_talks_before_is_not_that_of_the_meeting_after(stated: State) -> None:
    text = (
        "The third ministerial conference of the Colombo Process took place following"
        f" the decision taken in the meeting between Minister {ANA} of Chile and {LED}"
        " in November, 2015."
    )
    subjects = {s for s, *_ in stated(text, "startDate", "when")}
    assert not {s for s in subjects if "Colombo" in s}
