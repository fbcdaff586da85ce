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
