"""The meeting before, and what is told of the one that a text is about."""

import pytest

from tests.graph.frames.conftest import State

OWN = "sixth Ministerial Conference of the Rabat Process"


def test_the_previous_conference_is_another_one(stated: State) -> None:
    facts = stated(
        f"Norway closed the {OWN}. The plan builds on the Lima Action Plan, adopted at "
        "the previous Ministerial Conference in 2015.",
        "when",
        "adoptedAt",
        "meetingStatus",
    )
    assert ("previous Ministerial Conference", "when", "2015") in facts
    assert not any(fact[0] == OWN and fact[1] == "when" for fact in facts)


def test_what_follows_a_meeting_told_in_passing_is_not_of_it(stated: State) -> None:
    facts = stated(
        f"Norway closed the {OWN}. The ministers adopted the Oslo Action Plan. It "
        "builds on the Lima Action Plan, adopted at the previous Ministerial "
        "Conference in 2015. It has two areas:\n\n* Return.\n* Legal migration.",
        "focusOf",
    )
    assert not any(fact[2].startswith("previous") for fact in facts)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The foreign ministers of the Rabat Process ended their sixth {}.", True),
        ("Interior ministers from Chile and Peru opened their sixth {}.", True),
        ("The ministers' advisers ended their sixth {}.", False),
        ("Experts who met the ministers opened their sixth {}.", False),
        ("The ministers praised their hosts at the sixth {}.", False),
    ],
)
def test_a_conference_of_ministers_is_ministerial(
    text: str, kind: bool, stated: State
) -> None:
    facts = stated(text.format("conference"), "meetingKind")
    found = any(fact[2].endswith("ministerial") for fact in facts)
    assert found is kind, facts


@pytest.mark.parametrize(
    ("speaker", "told"),
    [
        ("the ministry said in a press release on Thursday", True),
        ("the Ministry of Foreign Affairs of Norway said in a statement", True),
        ("a newspaper said in a statement", False),
        ("the minister said", False),
        ("the ministry is said to have hoped in a press release", False),
    ],
)
def test_what_an_office_announces_itself_is_no_hearsay(
    speaker: str, told: bool, stated: State
) -> None:
    facts = stated(f"The {OWN} will be held in Oslo on 4 May 2031, {speaker}.")
    assert any(fact[2] == "2031-05-04" for fact in facts) is told


def test_when_a_summit_was_last_held_is_told_of_another(stated: State) -> None:
    facts = stated(
        "The third summit of the Rabat Process will be held in Oslo on 4 May 2031. "
        "The summit was last held in Lima in May 2015.",
        "when",
        "scheduledFor",
        "heldInPlace",
        "scheduledIn",
    )
    name = "third summit of the Rabat Process"
    own = {fact[2] for fact in facts if fact[0] == name}
    assert own == {"2031-05-04", "Oslo"}
    assert {fact[2] for fact in facts if fact[0] != name} == {"2015-05", "Lima"}


def test_the_conference_is_none_that_is_told_in_passing_later(stated: State) -> None:
    facts = stated(
        "Lima, 13 and 14 March 1996\n\nDelegations of Belize, Canada and Peru met "
        "in Lima on 13 and 14 March 1996 at the invitation of Peru, host of the "
        "Conference. It answers the call made by the presidents at the Dakar Summit, "
        "which took place in Dakar in February 1996. They accepted the offer of Chile "
        "to host, in the first quarter of 1997, the Second Labour Conference.",
        "when",
        "hasParticipant",
        "meetingStatus",
        "scheduledFor",
    )
    later = "Second Labour Conference"
    assert {fact[2] for fact in facts if fact[0] == later} <= {
        "meeting-status/planned",
        "1997",
    }
    assert {fact[2] for fact in facts if fact[0] == "Dakar Summit"} <= {
        "meeting-status/held",
        "1996-02",
    }


@pytest.mark.parametrize(
    "text",
    [
        "It asked the unit to look at employers in Chile and Peru.",
        "The conference, which brings in Chile, Peru and Fiji, will go on.",
        "The conference was held in Oslo. The conference looked at work in Chile.",
    ],
)
def test_no_meeting_is_in_several_states_or_far_from_its_city(
    text: str, stated: State
) -> None:
    facts = stated(f"The {OWN} began. {text}", "heldInState")
    assert not any(fact[2] in ("Chile", "Peru") for fact in facts)


def test_a_round_of_the_dialogue_is_one_of_that_dialogue(stated: State) -> None:
    facts = stated(
        "The third Chile-Peru High Level Dialogue on Migration takes place in Lima. "
        "The second round of the Dialogue was held in Santiago in 2015.",
        "isMeetingOf",
    )
    assert any(fact[0] == "second round of the Dialogue" for fact in facts)


def test_what_is_to_be_held_during_a_year_is_named_without_it(stated: State) -> None:
    facts = stated(
        "The governments decided to hold a seminar on the rights of migrants during "
        "the second half of 1996.",
        "scheduledFor",
    )
    assert facts == [("seminar on the rights of migrants", "scheduledFor", "1996")]
