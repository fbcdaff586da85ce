"""Meetings told in passing: when, where and by whom, beside what a text is about."""

import pytest

from tests.graph.frames.conftest import State

WHEN_AND_WHERE = ("startDate", "when", "scheduledFor", "heldInPlace", "scheduledIn")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The {} took place in early March 2019.", "2019-03"),
        ("The {} took place in mid-October 2019.", "2019-10"),
        ("The {} was held last November.", "XXXX-11"),
        ("The {} ended yesterday (9 June) in Dakar.", "/XXXX-06-09"),
        ("The {} ended on Tuesday (9 June) in Dakar.", "/XXXX-06-09"),
        (
            "Ministers at the {}, April 2009, requested the chairs to do more.",
            "2009-04",
        ),
        (
            "Taped ahead of the {} that will take place in Dakar on 4 May 2031, "
            "the interviews give many views.",
            "2031-05-04",
        ),
    ],
)
def test_a_day_told_in_passing_is_that_of_the_meeting(
    text: str, day: str, stated: State
) -> None:
    name = "third ministerial conference of the Rabat Process"
    facts = stated(text.format(name), "when", "scheduledFor", "startDate")
    assert any(fact[0] == name and fact[2] == day for fact in facts), facts


@pytest.mark.parametrize(
    "text",
    [
        "The {} held on 4 May 2019 in Dakar was a good occasion to hear the states.",
        "The states adopted a statement for the {} held in Dakar on 4 May 2019.",
        "Much was read out at the {} held in Dakar on 4 May 2019.",
    ],
)
def test_a_meeting_held_on_a_day_was_held(text: str, stated: State) -> None:
    facts = stated(text.format("third ministerial conference of the Rabat Process"))
    assert any(fact[2] == "meeting-status/held" for fact in facts)
    assert any(fact[2] == "2019-05-04" for fact in facts)


@pytest.mark.parametrize(
    "text",
    [
        "Portugal would like to see the {} held on 4 May 2031 in Dakar.",
        "The ministry asked to have the {} held on 4 May 2031 in Dakar.",
        "Nobody needs the {} held on 4 May 2031 in Dakar.",
        "If the {} held on 4 May 2031 in Dakar fails, others will try.",
        "A workshop organised by IOM on the {} opens on 26 November in Dakar.",
    ],
)
def test_a_meeting_that_is_wanted_or_opens_on_a_day_is_not_held(
    text: str, stated: State
) -> None:
    facts = stated(text.format("third ministerial conference of the Rabat Process"))
    assert not any(fact[2] == "meeting-status/held" for fact in facts)


@pytest.mark.parametrize(
    "text",
    [
        "The {} was cancelled following an attack in Chile.",
        "The {} was put off because of floods in Chile.",
        "The {} ended amid protests in Chile.",
    ],
)
def test_a_place_of_something_else_is_no_venue(text: str, stated: State) -> None:
    facts = stated(text.format("third ministerial conference of the Rabat Process"))
    assert not any(fact[1] in ("heldInState", "heldInPlace") for fact in facts)


@pytest.mark.parametrize(
    ("text", "role", "who"),
    [
        ("Chile was proud to host the {}.", "hostedBy", "Chile"),
        ("Chile, which had again hosted the {}, was thanked.", "hostedBy", "Chile"),
        ("Mr Omar Sample called the {}, which was held.", "organisedBy", "Omar Sample"),
        ("Mr Omar Sample, who co-chaired the {}, left.", "presidedBy", "Omar Sample"),
        ("Mr Omar Sample has led the {}.", "presidedBy", "Omar Sample"),
        (
            "The {} was co-chaired by governments of Mali, Fiji.",
            "presidedBy",
            "Fiji",
        ),
        (
            "The {} was co-chaired by officials from Mali and Fiji.",
            "presidedBy",
            "Mali",
        ),
    ],
)
def test_who_hosted_called_or_chaired_is_told_in_many_forms(
    text: str, role: str, who: str, stated: State
) -> None:
    name = "third ministerial conference of the Rabat Process"
    assert (name, role, who) in stated(text.format(name))


@pytest.mark.parametrize(
    "text",
    [
        "Chile was due to host the {}.",
        "Chile decided to host the {}.",
        "Chile would have hosted the {}.",
        "Chile hosted a delegation to the {}.",
        "Chile hosted refugees before the {}.",
        "Mr Omar Sample called for the {}.",
        "Mr Omar Sample called off the {}.",
        "Mr Omar Sample led the delegation to the {}.",
        "Mr Omar Sample led others at the {}.",
        "Mr Omar Sample was asked to lead the {}.",
        "The African Union leads the way to the {}.",
    ],
)
def test_who_only_meant_to_or_did_something_else_has_no_role(
    text: str, stated: State
) -> None:
    facts = stated(text.format("third ministerial conference of the Rabat Process"))
    roles = {"hostedBy", "organisedBy", "presidedBy"}
    assert not [fact for fact in facts if fact[1] in roles]


def test_a_dialogue_held_somewhere_is_a_meeting(stated: State) -> None:
    text = "The agreement follows a dialogue held in Putre, Chile, on 14 May 2019."
    facts = stated(text)
    assert any(fact[1:] == ("startDate", "2019-05-14") for fact in facts)


@pytest.mark.parametrize(
    "text",
    [
        "The EU and Chile began a Dialogue on Mobility in December 2012.",
        "Three days of dialogue in May 2019 were about six topics.",
        "A dialogue in Chile on 4 May 2019 would be welcome.",
    ],
)
def test_a_dialogue_that_goes_on_is_no_meeting(text: str, stated: State) -> None:
    assert not stated(text, "meetingStatus", "startDate")


def test_a_mini_summit_is_a_summit(stated: State) -> None:
    facts = stated("A mini-summit on refugees was held in Dakar on 4 May 2019.")
    assert "meeting-kind/summit" in {fact[2] for fact in facts}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Chile, in collaboration with Mali, opened the {} this morning.", "Mali"),
        ("Chile will host the {} in Lima in close cooperation with Mali.", "Mali"),
        ("The {}, held in partnership with Mali, closed in Lima.", "Mali"),
        ("The {} had been called by the minister Mr Omar Sample.", "Omar Sample"),
        ("The {} was organised by the Chilean Presidency.", "Chile"),
    ],
)
def test_who_worked_with_the_host_or_called_a_meeting_organised_it(
    text: str, who: str, stated: State
) -> None:
    name = "third ministerial conference of the Rabat Process"
    facts = stated(text.format(name), "organisedBy")
    facts += stated(text.format(name), "organisedBy", true=False)
    assert (name, "organisedBy", who) in facts


@pytest.mark.parametrize(
    "text",
    [
        "Chile will host refugees in collaboration with Mali after the {}.",
        "At the {} states spoke of returns in cooperation with Mali.",
        "The {} was to have been called by Mr Omar Sample.",
        "The {} was called good by Mr Omar Sample.",
        "The {} was not organised by the Chilean Presidency.",
    ],
)
def test_who_works_with_others_elsewhere_organised_no_meeting(
    text: str, stated: State
) -> None:
    name = "third ministerial conference of the Rabat Process"
    assert not stated(text.format(name), "organisedBy")


@pytest.mark.parametrize(
    "text",
    [
        "A ministerial meeting was preceded by a meeting of the Sample Board on 25 "
        "February 2019; both were held in Dakar.",
        "Officials came together in Dakar for the tenth Sample Group Meeting and the "
        "fourth senior officials' meeting of the Rabat Process.",
    ],
)
def test_a_place_told_of_two_meetings_is_that_of_both(text: str, stated: State) -> None:
    facts = stated(text, "heldInPlace", "scheduledIn")
    assert len({fact[0] for fact in facts if fact[2] == "Dakar"}) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The {} will take place in hybrid form at the Palace of Arts, Lima.",
        "The {} was held on 4 May 2019 at the Sample Grand Hotel, Putre, Chile.",
    ],
)
def test_a_place_behind_a_house_is_the_venue(text: str, stated: State) -> None:
    name = "third ministerial conference of the Rabat Process"
    facts = stated(text.format(name), "heldInPlace", "scheduledIn")
    assert {fact[2] for fact in facts} <= {"Lima", "Putre"}
    assert facts


def test_this_morning_is_the_day_of_the_text(stated: State) -> None:
    name = "third ministerial conference of the Rabat Process"
    text = f"Dakar, 4 May 2019\n\nThe {name} opened this morning in Dakar."
    assert (name, "startDate", "2019-05-04") in stated(text)


def test_the_first_to_be_held_somewhere_is_the_meeting_just_told(
    stated: State,
) -> None:
    text = (
        "The states held their 26th Regular Annual Meeting in Putre, Chile, on 4 May "
        "2019. This was the first Annual Meeting to be ever held in Chile."
    )
    facts = stated(text, "ordinal")
    assert {fact[2] for fact in facts} <= {"26"}


@pytest.mark.parametrize(
    "text",
    [
        "It was decided at the meeting that the envoy would attend a seminar on visas "
        "in Quito on 11 November 2024.",
        "It was agreed at the meeting that the mayor would hold a meeting with guards "
        "in Quito on 11 November 2024.",
    ],
)
def test_what_a_meeting_decided_to_hold_is_not_that_meeting(
    text: str, stated: State
) -> None:
    assert not stated(text, "when", "heldInPlace", "startDate")
