"""Statements of meetings: what they tell stands in them, also in numbered lists."""

import pytest

from tests.graph.frames.conftest import each_kind, objects, whole

MET = "The fourth ministerial conference of the Colombo Process was held in Lima."
AHEAD = "The fourth ministerial conference of the Colombo Process will be held in Lima."
OPENED = (
    "The fourth ministerial conference of the Colombo Process opened in Lima today."
)
LISTED = """
I. Undertake to train border guards together.

II. Will share their data on migrants.

III. Decided to hold a seminar on the rights of migrants.

IV. Thanked the host of the conference on migration."""


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("The Colombo Process in Lima\n\nChair’s Statement", "Chair’s Statement"),
        ("Ministers meet in Lima\n\nJoint Communiqué", "Joint Communiqué"),
        ("• Home page\n\nMinisters in Lima\n\nFinal Statement", "Final Statement"),
    ],
)
def test_what_ministers_agreed_stands_in_the_statement_that_the_text_is(
    heading: str, name: str
) -> None:
    text = f"{heading}\n\n{MET}\n\nMinisters agreed to train border guards together."
    assert set(objects(whole(text, "setOutIn"))) == {name}


@pytest.mark.parametrize(
    "heading",
    [
        "Ministers meet in Lima\n\n• Joint Communiqué",
        "Ministers in Lima issue a joint communiqué on migration",
        "What the Joint Communiqué of the ministers left out",
    ],
)
def test_a_link_or_headline_makes_no_statement_of_a_text(heading: str) -> None:
    text = f"{heading}\n\n{MET}\n\nMinisters agreed to train border guards together."
    assert not objects(whole(text, "setOutIn"))


def test_each_numeral_of_a_communique_is_an_item_of_its_own() -> None:
    text = f"JOINT COMMUNIQUE\n\n{MET}\n\nAccordingly, the Governments:\n{LISTED}"
    assert each_kind(text, whole) == ["Commitment"] * 3
    assert set(objects(whole(text, "committedBy"))) == {"Governments"}


def test_what_an_article_says_that_governments_will_do_is_no_commitment() -> None:
    text = f"Ministers in Lima\n\n{MET}\n\nAccordingly, the Governments:\n{LISTED}"
    assert each_kind(text, whole) == ["Commitment"] * 2


@pytest.mark.parametrize(
    "told",
    [
        f"{AHEAD} The two delegations are to review how migrants are received.",
        f"{AHEAD} The ministers are due to examine the smuggling of migrants.",
        f"{AHEAD} Special attention will be paid to the needs of migrants.",
        f"{AHEAD} Topics to be discussed include migration data and return.",
        f"{AHEAD} The smuggling of migrants is on the table as well.",
        f"{OPENED} Delegates are discussing how to protect migrants at borders.",
        f"{OPENED} The smuggling of migrants dominated the discussion.",
    ],
)
def test_what_is_up_for_discussion_is_a_topic(told: str) -> None:
    assert each_kind(told, whole) == ["AreaOfFocus"]


@pytest.mark.parametrize(
    "told",
    [
        f"{MET} The two delegations are to review how migrants are received.",
        f"{AHEAD} The two delegations are not to review how migrants are received.",
        f"{AHEAD} No special attention will be paid to the needs of migrants.",
        f"{AHEAD} The smuggling of migrants is not on the table.",
        f"{OPENED} Delegates are not discussing how to protect migrants at borders.",
        f"{OPENED} Hotel guests are discussing how to protect migrants at borders.",
        f"{OPENED} Ministers considered that smugglers of migrants grow bolder.",
    ],
)
def test_what_is_not_discussed_there_or_thought_is_no_topic(told: str) -> None:
    assert not each_kind(told, whole)


@pytest.mark.parametrize(
    "told",
    [
        "Sending countries undertook to share their data on migrants.",
        "The conference tasked the IOM with drawing up a plan for migrants.",
        "Ministers reaffirmed the commitments contained in the 2018 Manila Declaration"
        " on Migration.",
    ],
)
def test_who_undertakes_is_told_in_full(told: str) -> None:
    text = f"{MET} {told}"
    assert objects(whole(text, "wording")) == [told.rstrip(".")]
    assert each_kind(text, whole) == ["Commitment"]


@pytest.mark.parametrize(
    "told",
    [
        "Sending countries refused to share their data on migrants.",
        "The conference tasked no one with drawing up a plan for migrants.",
        "Critics recalled the commitments contained in the 2018 Manila Declaration"
        " on Migration.",
    ],
)
def test_what_nobody_undertakes_is_no_commitment(told: str) -> None:
    assert not each_kind(f"{MET} {told}", whole)
