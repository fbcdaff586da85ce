"""By whom, when and at which meeting a paper was adopted, in what order it is told."""

import pytest

from tests.graph.frames.conftest import Fact, State

FORUM = "Regional Conference on Refugee Work"
THREE = ["Chile", "Kenya", "Peru"]


def _came(facts: list[Fact]) -> list[str]:
    return sorted(fact[2] for fact in facts if fact[1] == "hasParticipant")


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "All know the Lima Declaration, adopted by OAS ministers in November 2019.",
            ("Lima Declaration", "when", "2019-11"),
        ),
        (
            "All know the Lima Treaty, signed with France on 18 January 2018.",
            ("Lima Treaty", "when", "2018-01-18"),
        ),
        (
            "All know the Lima Protocol (signed 2015, in force 2016).",
            ("Lima Protocol", "when", "2015"),
        ),
        (
            "All know the Lima Treaty, which eleven other states had signed in 2019.",
            ("Lima Treaty", "when", "2019"),
        ),
        (
            "The Lima Charter is a short text endorsed by the ministers on 4 May 2019.",
            ("Lima Charter", "when", "2019-05-04"),
        ),
    ],
)
def test_by_whom_a_paper_was_adopted_does_not_hide_when(
    text: str, fact: Fact, stated: State
) -> None:
    assert stated(text, "when") == [fact]


@pytest.mark.parametrize(
    "text",
    [
        "The Lima Pact is a draft text, to be adopted in May 2019.",
        "The Lima Pact (not signed in 2015) is short.",
        "The Lima Pact was a text rejected by the ministers on 4 May 2019.",
    ],
)
def test_what_was_not_adopted_has_no_day(text: str, stated: State) -> None:
    assert not stated(text, "when", "adoptedAt")


@pytest.mark.parametrize(
    "text",
    [
        f"The Lima Declaration, signed on 3 May 2019 by Kenya, Peru and Chile at the"
        f" {FORUM}, is short.",
        f"Adopted on 3 May 2019 by Kenya, Peru and Chile at the {FORUM}, the Lima"
        " Declaration is short.",
        f"At the {FORUM} on 3 May 2019, Kenya, Peru and Chile adopted the Lima"
        " Declaration.",
    ],
)
def test_those_who_adopted_a_paper_at_a_meeting_were_there(
    text: str, stated: State
) -> None:
    facts = stated(text, "hasParticipant", "adoptedAt", "when")
    assert _came(facts) == THREE
    assert ("Lima Declaration", "adoptedAt", FORUM) in facts
    assert ("Lima Declaration", "when", "2019-05-03") in facts


def test_what_was_agreed_at_a_meeting_named_first_was_agreed_there(
    stated: State,
) -> None:
    text = (
        f"Kenya, Peru and Chile agreed at the {FORUM} to open a hotline for migrants."
    )
    facts = stated(text, "hasParticipant", "committedAt")
    assert _came(facts) == THREE
    assert [fact[2] for fact in facts if fact[1] == "committedAt"] == [FORUM]


@pytest.mark.parametrize(
    "text",
    [
        f"Kenya and Peru will sign the Lima Declaration at the {FORUM}.",
        f"Kenya and Peru refused to sign the Lima Declaration at the {FORUM}.",
        f"Kenya and Peru pledged to apply what was agreed at the {FORUM}.",
        f"Workers of Kenya and Peru agreed at the {FORUM} to march.",
        f"The Lima Declaration, not signed by Kenya at the {FORUM}, is short.",
        f"The draft Lima Declaration, to be adopted by Kenya at the {FORUM}, is short.",
        f"Chile said that Kenya and Peru agreed at the {FORUM} to open a hotline.",
    ],
)
def test_those_who_did_not_agree_there_are_not_told_to_have_come(
    text: str, stated: State
) -> None:
    assert not stated(text, "hasParticipant", "adoptedAt", "committedAt")
