"""What a text leaves out since it has just said it, and who met without a noun."""

import pytest

from hiwar.graph.model import Basis
from hiwar.graph.namespaces import HIWAR
from hiwar.graph.reading import read_text
from tests.graph.frames.conftest import State

DATED = ("startDate", "when", "scheduledFor")
NAME = "third ministerial conference of the Rabat Process"


@pytest.mark.parametrize(
    "text",
    [
        "The {} was held on 24 February 2019, and a workshop of IOM in Oslo on 25 "
        "February.",
        "On 24 February 2019 states met for the {}, preceded by a workshop of IOM in "
        "Oslo on the morning of 25 February.",
    ],
)
def test_a_day_beside_another_one_has_its_year(text: str, stated: State) -> None:
    facts = stated(text.format(NAME), *DATED)
    assert "2019-02-25" in {fact[2] for fact in facts}


@pytest.mark.parametrize(
    "text",
    [
        "The {} was held on 24 February 2019, and a workshop in Oslo on 25 August.",
        "The {} of 24 February 2019 led to a workshop in Oslo on 25 February of the "
        "following year.",
        "The {} of 24 February 2019 is recalled by an annual workshop in Oslo on 25 "
        "February.",
        "Between 24 February 2018 and 24 February 2019, a workshop was held in Oslo "
        "on 25 February.",
    ],
)
def test_a_day_far_from_another_one_has_no_year(text: str, stated: State) -> None:
    facts = stated(text.format(NAME), *DATED)
    assert not any(fact[2] in ("2019-08-25", "2019-02-25") for fact in facts)


def test_the_year_of_another_day_is_inferred() -> None:
    reading = read_text(
        "The third ministerial conference of the Rabat Process was held on 24 "
        "February 2019, and a workshop of IOM in Oslo on 25 February."
    )
    bases = {
        str(fact.object): fact.basis
        for fact in reading.statements
        if fact.predicate == HIWAR.startDate
    }
    assert bases == {"2019-02-24": Basis.EXPLICIT, "2019-02-25": Basis.INFERRED}


def test_ordinals_stand_for_the_editions_just_told(stated: State) -> None:
    text = (
        "The 5th Rabat Process Dialogue was held in Oslo in July 2019, the 6th "
        "in Dakar on 27 October 2022."
    )
    facts = stated(text, "ordinal", "startDate", "heldInPlace")
    sixth = [fact[1:] for fact in facts if fact[0].startswith("6th")]
    assert set(sixth) == {
        ("ordinal", "6"),
        ("startDate", "2022-10-27"),
        ("heldInPlace", "Dakar"),
    }


def test_ordinals_stand_for_the_meetings_just_counted(stated: State) -> None:
    text = (
        "Two regional workshops had been held before. The first took place on 29 May "
        "2019 in Oslo. The second, on 17 June 2019, was held in Dakar."
    )
    facts = stated(text, "startDate", "ordinal", "meetingKind")
    assert {fact[1:] for fact in facts} == {
        ("startDate", "2019-05-29"),
        ("startDate", "2019-06-17"),
        ("meetingKind", "meeting-kind/workshop"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Two reports were read before. The first was called good in Oslo.",
        "Two regional workshops will be needed. The first aim is trust in Oslo.",
        "Five states spoke. The first was Chile, the second in Dakar was Mali.",
        "The first on 4 May 2019 was a day of rest.",
    ],
)
def test_an_ordinal_of_something_else_is_no_meeting(text: str, stated: State) -> None:
    assert not stated(text, "meetingStatus", "startDate", "heldInPlace")


@pytest.mark.parametrize(
    "text",
    [
        "Officials of the states gathered together at the Sample Hotel in Dakar on 4 "
        "May 2019 for the {}.",
        "In Dakar, Senegal, from 4 to 5 May 2019, the states convened for the {}.",
        "Forty delegates met informally in Dakar on 4 May 2019 to take part in the {}.",
    ],
)
def test_people_who_met_for_a_meeting_met_at_it(text: str, stated: State) -> None:
    facts = stated(text.format(NAME), "startDate", "heldInPlace")
    assert facts[:1] == [(NAME, "startDate", "2019-05-04")]
    assert (NAME, "heldInPlace", "Dakar") in facts


@pytest.mark.parametrize(
    "text",
    [
        "Officials met in Dakar on 4 May 2019 to discuss preparations for the {}.",
        "Officials met in Dakar on 4 May 2019 after they had prepared for the {}.",
        "Officials met in Dakar on 4 May 2019, not for the {}.",
        "Officials met in Dakar on 4 May 2019 for talks on the {}.",
    ],
)
def test_people_who_met_before_a_meeting_were_not_at_it(
    text: str, stated: State
) -> None:
    facts = stated(text.format(NAME))
    assert not [fact for fact in facts if fact[0] == NAME and fact[2] == "2019-05-04"]


def test_officials_who_met_today_met_on_the_day_of_the_text(stated: State) -> None:
    text = (
        "Dakar, 4 May 2019\n\nSenior officials from IOM and ICMPD met virtually today "
        "to speak of visas."
    )
    assert "2019-05-04" in {fact[2] for fact in stated(text, "startDate")}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The {} was held at the Ministry of the Interior in Lima.", "Lima"),
        ("The {} opened today at the seat of IOM in Peru's capital Lima.", "Lima"),
        ("At the {}, Lima, Peru, 4-5 June 2019, much was said.", "Lima"),
    ],
)
def test_a_place_is_found_behind_a_body_a_capital_and_a_name(
    text: str, place: str, stated: State
) -> None:
    facts = stated(text.format(NAME), "heldInPlace", "scheduledIn")
    assert place in {fact[2] for fact in facts}


@pytest.mark.parametrize(
    "text",
    [
        "The {} was told of by the Ministry of the Interior in Lima.",
        "The {}, says the Ministry of the Interior in Lima, was good.",
    ],
)
def test_the_seat_of_a_body_that_speaks_is_no_venue(text: str, stated: State) -> None:
    assert not stated(text.format(NAME), "heldInPlace", "scheduledIn")


@pytest.mark.parametrize(
    ("who", "kind"),
    [
        ("EU foreign ministers", "ministerial"),
        ("the heads of state of Chile and Peru", "summit"),
        ("senior officials", "senior-officials"),
        ("the experts who advise ministers", "other"),
    ],
)
def test_a_meeting_has_the_kind_of_those_who_met(
    who: str, kind: str, stated: State
) -> None:
    facts = stated(f"A meeting of {who} was held in Lima on 4 May 2019.")
    assert f"meeting-kind/{kind}" in {fact[2] for fact in facts}


def test_the_day_between_a_name_and_a_venue_is_that_of_the_meeting(
    stated: State,
) -> None:
    text = (
        "Third ministerial conference of the Rabat Process\n\nTuesday, 4 June 2019\n\n"
        "Location: Dakar, Senegal"
    )
    facts = stated(text, "when", "scheduledFor", "startDate")
    assert "2019-06-04" in {fact[2] for fact in facts}


def test_the_first_since_is_the_meeting_just_told(stated: State) -> None:
    text = (
        "Ninety delegates gathered in Oslo on 4 May 2019 for the {}. The first "
        "gathering since the conference of 2017 was opened by Mr Omar Sample."
    )
    facts = stated(text.format(NAME), "meetingStatus")
    assert {fact[0] for fact in facts} == {NAME}


def test_participants_who_gathered_did_so_at_the_meeting_just_dated(
    stated: State,
) -> None:
    text = f"The {NAME} took place on 4 May 2019: the participants gathered in Dakar."
    facts = stated(text, "startDate", "heldInPlace")
    assert facts == [
        (NAME, "startDate", "2019-05-04"),
        (NAME, "heldInPlace", "Dakar"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A press conference was held in Dakar on 4 May 2019.",
        "The Joint Press Conference of 4 May 2019 in Dakar was short.",
        "The minister gave a news conference in Dakar on 4 May 2019.",
    ],
)
def test_a_press_conference_is_no_meeting(text: str, stated: State) -> None:
    assert not stated(text, "meetingStatus", "startDate", "heldInPlace")


def test_the_next_one_and_the_previous_one_are_other_meetings(stated: State) -> None:
    facts = stated(
        "The second Fiji-Tonga Migration Dialogue was held in Suva on 3 June 2014. The"
        " previous one had been held in Nadi in 2012. The next one will be hosted by"
        " Tonga in 2031."
    )
    named = {name: value for name, said, value in facts if said == "meetingStatus"}
    dialogue = "Fiji-Tonga Migration Dialogue"
    assert named == {
        f"second {dialogue}": "meeting-status/held",
        f"previous {dialogue}": "meeting-status/held",
        f"next {dialogue}": "meeting-status/planned",
    }
    assert "hostedBy" not in {said for _, said, _ in facts}


@pytest.mark.parametrize(
    "text",
    [
        "The second visa was given in Suva. The next one will be held in Nadi.",
        "The second Fiji-Tonga Migration Dialogue was held in Suva. The next one should"
        " be held in Nadi.",
        "The second Fiji-Tonga Migration Dialogue was held in Suva. The next one was"
        " good.",
    ],
)
def test_what_is_next_may_be_no_meeting(text: str, stated: State) -> None:
    facts = stated(text)
    assert not any(name.startswith("next") for name, *_ in facts)
