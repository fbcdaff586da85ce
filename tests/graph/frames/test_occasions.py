"""Meetings told in many ways: who was there, when and where, what was planned."""

import pytest

from hiwar.graph.reading import read_text
from hiwar.graph.record import record
from tests.graph.frames.conftest import State, objects

CONFERENCE = "ministerial conference of the Rabat Process"
HELD = f"The {CONFERENCE} was held in Dakar on 3 May 2019. "


@pytest.mark.parametrize(
    "told",
    [
        f"Kenya's Minister of the Interior, Ms Ines Sample, attended the {CONFERENCE}.",
        f"The {CONFERENCE} was co-chaired by the Minister of the Interior of Kenya,"
        " Ms Ines Sample, and IOM.",
        f"{HELD}Kenya was represented by Ms Ines Sample.",
        f"{HELD}The delegation of Kenya was headed by Ms Ines Sample.",
        f"Ms Ines Sample led the Kenyan delegation to the {CONFERENCE}.",
        f"The Kenyan and Malian ministers attended the {CONFERENCE}.",
    ],
)
def test_a_state_whose_delegate_took_part_took_part(told: str, stated: State) -> None:
    assert "Kenya" in objects(stated(told, "hasParticipant"))


@pytest.mark.parametrize(
    "told",
    [
        f"Guests at the {CONFERENCE} included the President of Kenya, Ms Ines Sample.",
        f"Ms Ines Sample of Kenya welcomed Mali's reply to the {CONFERENCE}.",
        f"Kenya's delegation never attended the {CONFERENCE}.",
        f"{HELD}No Kenyan delegation attended.",
        f"Kenya has been invited to attend the {CONFERENCE}.",
    ],
)
def test_who_is_a_guest_or_absent_or_invited_brings_no_state(
    told: str, stated: State
) -> None:
    assert not {"Kenya", "Mali"} & set(objects(stated(told, "hasParticipant")))


@pytest.mark.parametrize(
    ("told", "place"),
    [
        (f"The {CONFERENCE} was held in Sibiu on 3 May 2019.", "Sibiu"),
        (
            f"The {CONFERENCE} took place in Puerto Sol, Peru, in May 2019.",
            "Puerto Sol",
        ),
        (f"{HELD}Parliament in Oslo, Norway, heard of it.", "Dakar"),
        (f"The envoys in Oslo were told of the {CONFERENCE}.", ""),
        (f"The {CONFERENCE} was held in English on 3 May 2019.", ""),
    ],
)
def test_a_venue_that_no_registry_knows_is_named_where_people_met(
    told: str, place: str, stated: State
) -> None:
    assert objects(stated(told, "heldInPlace")) == ([place] if place else [])


def test_a_labelled_record_belongs_to_the_heading_above_it() -> None:
    text = (
        "Third Ministerial Conference of the Rabat Process\n\nDate: 4 May 2019\n\n"
        "Venue: Hotel Sample, Dakar, Senegal\n\n"
        "Fourth Ministerial Conference of the Rabat Process\n\nDate: 5 June 2021\n\n"
        "Venue: Lisbon\n\nThe states of the region are at work on the issues."
    )
    found = record(read_text(text))["meetings"]
    told = [(m.get("ordinal"), m.get("start"), m.get("city")) for m in found]
    assert told == [(3, "2019-05-04", "Dakar"), (4, "2021-06-05", "Lisbon")]


def test_a_meeting_that_was_moved_has_its_new_day_and_place(stated: State) -> None:
    text = (
        f"The {CONFERENCE} had been scheduled for 5 May 2020 in Lisbon but was"
        " postponed to 12 October 2021 and moved to Dakar."
    )
    facts = stated(text, "scheduledFor", "scheduledIn", "when", "heldInPlace")
    assert set(objects(facts)) == {"2021-10-12", "Dakar"}


def test_two_processes_that_met_together_have_one_meeting(stated: State) -> None:
    text = (
        "The Rabat Process and the Khartoum Process held a joint thematic meeting in"
        " Lisbon on 12 October 2017."
    )
    found = stated(text, "isMeetingOf")
    assert set(objects(found)) == {"Rabat Process", "Khartoum Process"}
    assert len({subject for subject, _, _ in found}) == 1


@pytest.mark.parametrize(
    ("told", "held"),
    [
        (f"The ministers will meet in Lima in May 2031. {HELD}", ["Dakar"]),
        (f"{HELD}They agreed to meet again in Lisbon in May 2021.", ["Dakar"]),
        (f"Mali is hosting the {CONFERENCE} in Bamako.", []),
        (f"{HELD}It prepared the Valletta Summit in Oslo.", ["Dakar"]),
    ],
)
def test_what_comes_next_is_not_where_people_met(
    told: str, held: list[str], stated: State
) -> None:
    assert objects(stated(told, "heldInPlace")) == held


def test_a_part_of_a_meeting_is_no_meeting(stated: State) -> None:
    text = f"{HELD}The first session of the conference dealt with return."
    assert len({subject for subject, _, _ in stated(text, "meetingKind")}) == 1


@pytest.mark.parametrize(
    ("lead", "when"),
    [("Dakar, 3-5 May 2019: ", "2019-05-03"), ("Dakar, 3 May 2019: ", "")],
)
def test_a_lead_of_several_days_dates_the_meeting_and_one_of_a_day_does_not(
    lead: str, when: str, stated: State
) -> None:
    text = f"{lead}The {CONFERENCE} agreed on a plan for the coast."
    assert objects(stated(text, "startDate")) == ([when] if when else [])


def test_the_chair_of_a_meeting_is_not_the_chair_of_its_process(stated: State) -> None:
    label = "Third Ministerial Conference of the Rabat Process\n\nChair: Italy"
    assert stated(label, "chairs") == []
    page = "The Rabat Process is a dialogue of states.\n\nCurrent chair: Italy"
    assert objects(stated(page, "chairs")) == ["Rabat Process"]


def test_a_page_of_a_process_lists_its_members_partners_and_observers(
    stated: State,
) -> None:
    text = (
        "The Rabat Process is a dialogue of states.\n\nMember states:\n\n- Mali"
        "\n- Kenya"
        "\n\nObservers: Peru\n\nPartner organisations:\n\n- IOM\n- ICMPD"
        "\n\nGuest states:\n\n- Chile"
    )
    roles = ("hasMember", "hasObserver", "hasPartner")
    assert objects(stated(text, *roles)) == ["Mali", "Kenya", "Peru", "IOM", "ICMPD"]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("was postponed from May 2027.", []),
        ("has been moved from 3 May 2027 to 4 June 2028.", []),
        ("was put off from its original date of May 2027.", []),
        ("was postponed to May 2027.", ["2027-05"]),
        ("will run from 3 May 2027 to 5 May 2027.", ["2027-05-03/2027-05-05"]),
    ],
)
def test_a_date_that_was_given_up_is_none(
    text: str, dates: list[str], stated: State
) -> None:
    meeting = "The fifth ministerial conference of the Colombo Process "
    found = [value for _, _, value in stated(meeting + text, "scheduledFor")]
    assert found == dates
