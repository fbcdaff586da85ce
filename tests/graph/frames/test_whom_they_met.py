"""Who met whom, however it is told: with what day and place between, on which side."""

import pytest

from tests.graph.frames.conftest import State

ANA, OMAR = "Ana Sample", "Omar Other"
LED = "Minister of Labour Omar Other"


@pytest.mark.parametrize(
    ("told", "came"),
    [
        (f"received yesterday in Lima a team of officials from Mali led by {LED}",
         {ANA, OMAR, "Mali"}),
        (f"held talks in Lima on 4 May 2024 with a Malian delegation headed by {LED}",
         {ANA, OMAR, "Mali"}),
        (f"held a bilateral meeting in Lima on 4 May 2024 with {OMAR}, Minister of"
         " Labour of Mali", {ANA, OMAR, "Mali"}),
        (f"sat down on 4 May 2024 with her Malian colleague {OMAR} in Lima",
         {ANA, OMAR, "Mali"}),
        (f"received in Lima on 4 May 2024 the Ambassador of Mali, {OMAR}",
         {ANA, OMAR, "Mali"}),
        (f"was received on 4 May 2024 in Lima by {LED}", {ANA, OMAR}),
        ("met in Lima on 4 May 2024 with the ministers of Mali, Chad and Fiji",
         {ANA, "Mali", "Chad", "Fiji"}),
        ("met separately in Lima with her Malian and Chadian counterparts",
         {ANA, "Mali", "Chad"}),
    ],
)  # fmt: skip
def test_all_whom_an_official_met_took_part(
    told: str, came: set[str], stated: State
) -> None:
    facts = stated(f"The Minister of Labour of Chile, {ANA}, {told}.", "hasParticipant")
    assert {who for *_, who in facts} == came | {"Chile"}


@pytest.mark.parametrize(
    "told",
    [
        "received in Lima on 4 May 2024 the report of the Malian delegation",
        f"received a letter in Lima on 4 May 2024 from {LED}",
        f"received in Lima on 4 May 2024 a call from {LED}",
        f"met the demands of {LED} in Lima on 4 May 2024",
        "met with victims and the families of Malian migrants in Lima on 4 May 2024",
        "was received by protesters from Mali in Lima on 4 May 2024",
        f"should have met with {LED} in Lima on 4 May 2024",
        f"never met with {LED} in Lima on 4 May 2024",
        f"cancelled the meeting that she was to hold with {LED} in Lima",
        "welcomed Mali as a new member in Lima on 4 May 2024",
    ],
)
def test_what_an_official_was_sent_or_told_is_no_meeting(
    told: str, stated: State
) -> None:
    facts = stated(f"The Minister of Labour of Chile, {ANA}, {told}.", "meetingStatus")
    assert not {fact for fact in facts if fact[2].endswith("held")}


@pytest.mark.parametrize(
    "noun",
    [
        "A trilateral meeting between the interior ministers of Mali, Chad and Fiji",
        "A meeting of the interior ministers of Mali, Chad and Fiji",
        "A conference of interior ministers from Mali, Chad and Fiji",
        "The third meeting between ministers of labour from Mali, Chad and Fiji",
        "A meeting of the delegations of Mali, Chad and Fiji",
    ],
)
@pytest.mark.parametrize("held", ["took place", "was held", "has ended"])
def test_those_whose_ministers_a_meeting_is_of_took_part(
    noun: str, held: str, stated: State
) -> None:
    facts = stated(f"{noun} {held} in Lima on 4 May 2024.", "hasParticipant")
    assert {who for *_, who in facts} == {"Mali", "Chad", "Fiji"}


@pytest.mark.parametrize(
    "noun",
    [
        "A meeting on the return of workers of Mali, Chad and Fiji",
        "A meeting about the ministers of Mali, Chad and Fiji",
        "A conference of students from Mali, Chad and Fiji",
    ],
)
def test_those_of_whom_a_meeting_spoke_did_not_take_part(
    noun: str, stated: State
) -> None:
    assert not stated(f"{noun} was held in Lima on 4 May 2024.", "hasParticipant")


@pytest.mark.parametrize(
    ("noun", "number"),
    [
        ("their third dialogue on migration", "3"),
        ("their 12th annual consular consultations", "12"),
        ("their annual migration dialogue", None),
    ],
)
def test_what_two_states_held_is_called_and_counted_as_told(
    noun: str, number: str | None, stated: State
) -> None:
    text = f"Mali and Chad held {noun} in Lima on 4 May 2024."
    assert [n for *_, n in stated(text, "ordinal")] == ([number] if number else [])
    (held,) = stated(text, "meetingStatus")
    assert held[0].startswith(noun.removeprefix("their ").partition(" on ")[0])
    assert {who for *_, who in stated(text, "hasParticipant")} == {"Mali", "Chad"}


@pytest.mark.parametrize("verb", ["urged", "called on", "asked", "agreed with"])
@pytest.mark.parametrize(
    "who",
    [
        "Mr Omar Other, Minister of Visas of Mali, and Ms Ana Sample, Minister of"
        " Labour of Chad, in a meeting in Lima on 4 May 2024,",
        "The Ministers of Labour of Mali and Chad, at a meeting held in Lima on 4 May"
        " 2024,",
        "Meeting in Lima on 4 May 2024, the Presidents of Mali and Chad",
    ],
)
def test_what_those_who_met_asked_for_leaves_their_meeting_held(
    who: str, verb: str, stated: State
) -> None:
    text = f"{who} {verb} all states."
    assert {who for *_, who in stated(text, "hasParticipant")} >= {"Mali", "Chad"}
    assert [day for *_, day in stated(text, "startDate")] == ["2024-05-04"]
    assert [place for *_, place in stated(text, "heldInPlace")] == ["Lima"]


@pytest.mark.parametrize(
    "text",
    [
        "A meeting of ministers in Lima on 4 May 2024 was urged by Mali.",
        "Mali proposed a meeting of ministers in Lima on 4 May 2024.",
        "A meeting in Lima on 4 May 2024, as Mali had asked, was never held.",
        "The hosts of the third conference of the Rabat Process in Lima urged calm.",
        "Meeting in Lima on 4 May 2031 is what the ministers of Mali and Chad want.",
    ],
)
def test_a_meeting_that_somebody_asked_for_was_not_held(
    text: str, stated: State
) -> None:
    assert not [f for f in stated(text, "meetingStatus") if f[2].endswith("held")]


@pytest.mark.parametrize(
    "told",
    [
        f"hosted Minister {OMAR} of Mali in Lima on 4 May 2024 for talks",
        f"received in audience the Ambassador of Mali, {OMAR}, on 4 May 2024 in Lima",
        f"held discussion with the Ambassador of Mali, {OMAR}, on 4 May 2024 in Lima",
        f"met the Ambassador of Mali, {OMAR}, on the margins of the conference in Lima"
        " on 4 May 2024",
        f"welcomed a team from Mali led by Director {OMAR} to Lima on 4 May 2024",
    ],
)
def test_day_and_place_are_told_in_many_ways(told: str, stated: State) -> None:
    facts = stated(f"The Minister of Labour of Chile, {ANA}, {told}.")
    assert {who for _, p, who in facts if p == "hasParticipant"} >= {ANA, OMAR, "Mali"}
    told_of = {(p, o) for _, p, o in facts}
    assert {("startDate", "2024-05-04"), ("heldInPlace", "Lima")} <= told_of


@pytest.mark.parametrize(
    "told",
    [
        f"welcomed Ms {OMAR} as new Director of the Coast Guard on 4 May 2024",
        f"hosted the book launch of {OMAR} in Lima on 4 May 2024",
        f"hosted Mr {OMAR}, a refugee from Mali, in Lima on 4 May 2024",
        f"cancelled a teleconference with Minister {OMAR} in Lima on 4 May 2024",
    ],
)
def test_who_was_only_named_or_housed_met_nobody(told: str, stated: State) -> None:
    facts = stated(f"The Minister of Labour of Chile, {ANA}, {told}.", "meetingStatus")
    assert not facts
