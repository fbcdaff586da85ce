"""Bodies that meet by number are processes; neither who leads nor who made one met."""

import pytest

from tests.graph.frames.conftest import Fact, State


def held_by(facts: list[Fact]) -> dict[str, str]:
    """Return the process of each meeting."""
    return {name: value for name, said, value in facts if said == "isMeetingOf"}


def told(facts: list[Fact], predicate: str) -> list[str]:
    """Return the values of a property."""
    values = [value for _, said, value in facts if said == predicate]
    return [value.removeprefix("meeting-status/") for value in values]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The {0} held its twelfth sitting in Suva.", "National Visa Commission"),
        ("On 3 June 2014 the {0} (IVB) held its 4th session.", "Island Visa Board"),
        ("The {0} gathered for the fifth time in Suva.", "Southern Returns Task Force"),
        ("The {0} convened for its 4th session.", "Advisory Board on Labour Mobility"),
        ("The 3rd sitting of the {0} began.", "State Commission on Refugee Affairs"),
        ("The Sixth {0} Ministerial Meeting was held.", "South Sample Visa Committee"),
        (
            "Fiji and Oman held the 7th meeting of the {0}.",
            "Joint Working Group on Labour, Training and Manpower Matters",
        ),
        ("The 9th session of the {0} was held.", "Council for Migrant Workers"),
    ],
)
def test_a_body_that_meets_by_number_is_the_process_of_its_meeting(
    text: str, body: str, stated: State
) -> None:
    assert set(held_by(stated(text.format(body))).values()) == {body}


@pytest.mark.parametrize(
    "text",
    [
        "The third meeting of the Human Rights Council was held in Suva.",
        "The 4th meeting of the National Security Council was held in Suva.",
        "The Steering Committee held its third meeting in Suva.",
        "The 73rd session of the General Assembly was held in Suva.",
        "The Southern Visa Group never held its third meeting.",
        "The Southern Visa Group should hold its third meeting in Suva.",
        "The Southern Visa Group held its breath for the third time.",
    ],
)
def test_other_bodies_make_no_meeting_of_a_process(text: str, stated: State) -> None:
    facts = stated(text)
    assert not held_by(facts) or "held" not in told(facts, "meetingStatus")


def test_the_next_and_the_last_sitting_of_the_commission_are_its_own(
    stated: State,
) -> None:
    facts = stated(
        "The Island Visa Commission (IVC) held its 12th sitting in Suva on 3 June 2014."
        " Its next, 13th sitting is scheduled for 9 July 2014."
        " The 11th sitting had been held on 8 May 2014 in Nadi."
    )
    assert sorted(told(facts, "ordinal")) == ["11", "12", "13"]
    assert set(held_by(facts).values()) == {"Island Visa Commission"}
    assert sorted(told(facts, "meetingStatus")) == ["held", "held", "planned"]


def test_the_heading_and_the_sitting_below_it_are_one_meeting(stated: State) -> None:
    facts = stated(
        "Sitting of the Island Visa Commission\n\nOn 3 June 2014 the Island Visa"
        " Commission held its 31st sitting. The next, 32nd sitting of the body is"
        " scheduled for 9 July 2014."
    )
    assert sorted(told(facts, "ordinal")) == ["31", "32"]
    assert len(told(facts, "meetingKind")) == 2


@pytest.mark.parametrize(
    ("text", "is_meeting"),
    [
        ("The {0} took place in Suva on 3 June 2014.", True),
        ("The {0} was held in Suva on 3 June 2014.", True),
        ("Ministers spoke of visas at this year's {0}.", True),
        ("During the virtual {0}, ministers spoke of visas.", True),
        ("The {0} is held every year in Suva.", False),
        ("The {0} was not held in Suva in 2014.", False),
        ("Critics claim that the {0} took place in Suva on 3 June 2014.", False),
        ("If the {0} was held in Suva in 2014, nobody knew.", False),
        ("The secretariat of the {0} was held up in Suva in 2014.", False),
        ("The {0} was set up in 2014 in Suva.", False),
    ],
)
def test_a_dialogue_that_is_held_is_one_meeting_of_it(
    text: str, is_meeting: bool, stated: State
) -> None:
    facts = stated(text.format("Fiji-Tonga Migration Dialogue"))
    assert ("held" in told(facts, "meetingStatus")) is is_meeting


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("VRFX 2014 took place in Suva on 3 June 2014.", "VRFX 2014"),
        ("Ministers met at COP 31 in Suva in June 2014.", "COP 31"),
        (
            "Welcome to the Island Visa Annual Meeting (IVAM) 2014. Fiji is the host of"
            " IVAM 2014, which will be held from 3-5 June 2014 in Suva.",
            "IVAM 2014",
        ),
    ],
)
def test_an_acronym_and_its_year_name_a_meeting(
    text: str, name: str, stated: State
) -> None:
    facts = stated(text)
    assert name in {called for called, said, _ in facts if said == "meetingKind"}


@pytest.mark.parametrize(
    "text",
    [
        "Shares in VRFX 2014 were held by Fiji.",
        "Officials in Suva spoke of COVID 2019.",
        "The budget FY 2014 was held in Suva.",
    ],
)
def test_an_acronym_and_a_year_may_name_no_meeting(text: str, stated: State) -> None:
    assert not told(stated(text), "meetingKind")


def test_who_is_the_host_of_a_meeting_to_come_has_not_held_it(stated: State) -> None:
    facts = stated(
        "Fiji is the host of GFMD 2031, which will be held from 2-4 September in Suva."
    )
    assert told(facts, "meetingStatus") == ["planned"]
    assert told(facts, "scheduledFor") == ["2031-09-02/2031-09-04"]


@pytest.mark.parametrize("led", ["chaired by France", "led by France"])
def test_who_led_a_body_that_met_is_not_who_met(led: str, stated: State) -> None:
    text = f"The committee of the Khartoum Process, {led}, met in Paris on 3 May 2024."
    ((name, _, place),) = stated(text, "heldInPlace")
    assert place == "Paris"
    assert "France" not in name


def test_who_set_up_a_group_did_not_meet_as_one(stated: State) -> None:
    text = "A working group set up by Chile and Peru met in Lima on 3 May 2024."
    assert not stated(text, "hasParticipant")
