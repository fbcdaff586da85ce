import pytest

from tests.graph.frames.conftest import Fact, State, kinds

MEETING = "Senior Officials Meeting of the Khartoum Process"
HELD = f"The {MEETING} was held in Nairobi on 3 May 2019. "
ITEMS = """

• Fight the smuggling of migrants and trafficking in persons;
• Protect refugees on the route; and
• Return migrants in dignity.
"""
WORDINGS = [
    "Fight the smuggling of migrants and trafficking in persons",
    "Protect refugees on the route",
    "Return migrants in dignity",
]


def wordings(facts: list[Fact], predicate: str = "wording") -> list[str]:
    return [value for _, name, value in facts if name == predicate]


@pytest.mark.parametrize(
    "lead",
    [
        "At the meeting, the participants committed to:",
        "The participants agreed on the following commitments:",
        "In the end, the ministers pledged to:",
        "The participants decided to do the following:",
    ],
)
def test_each_item_below_a_commitment_is_one(lead: str, stated: State) -> None:
    facts = stated(HELD + lead + ITEMS)
    assert wordings(facts) == WORDINGS
    assert wordings(facts, "hasTheme") == [
        "migration/irregular-smuggling-trafficking",
        "migration/protection-rights",
        "migration/return-readmission-reintegration",
    ]
    assert set(wordings(facts, "committedAt")) == {MEETING}
    assert kinds(HELD + lead + ITEMS, stated) == {"Commitment"}


@pytest.mark.parametrize(
    "lead",
    [
        "The meeting focused on the following main areas:",
        "The topics on the agenda were:",
        "The participants discussed the following issues:",
    ],
)
def test_each_item_below_a_focus_is_an_area_and_no_commitment(
    lead: str, stated: State
) -> None:
    facts = stated(HELD + lead + ITEMS)
    assert wordings(facts) == WORDINGS
    assert set(wordings(facts, "focusOf")) == {MEETING}
    assert kinds(HELD + lead + ITEMS, stated) == {"AreaOfFocus"}


@pytest.mark.parametrize(
    "lead",
    [
        "At the meeting, the participants should commit to:",
        "Next year, the participants will commit to:",
        "The participants have not committed to:",
        "The minister said that the participants committed to:",
        "Read more on our pages:",
        "The city has:",
    ],
)
def test_items_below_a_plan_a_wish_or_nothing_are_no_commitments(
    lead: str, stated: State
) -> None:
    assert "Commitment" not in kinds(HELD + lead + ITEMS, stated)


def test_a_list_ends_where_another_paragraph_begins(stated: State) -> None:
    text = (
        f"{HELD}The participants committed to:{ITEMS}\nThe city is on the coast.\n\n"
        "• Harbour of the city\n• Market of the city"
    )
    assert wordings(stated(text)) == WORDINGS


@pytest.mark.parametrize(
    ("sentence", "kind", "by"),
    [
        (
            "Kenya and Italy agreed to train border guards together.",
            "Commitment",
            ["Kenya", "Italy"],
        ),
        (
            "The participants committed to train border guards.",
            "Commitment",
            ["participants"],
        ),
        ("The two sides intend to meet in a year.", "Intention", ["two sides"]),
        (
            "Kenya and Italy intend to train border guards together.",
            "Intention",
            ["Kenya", "Italy"],
        ),
        (
            "Kenya's priorities include better border management and the protection of"
            " refugees.",
            "AreaOfFocus",
            ["Kenya"],
        ),
    ],
)
def test_a_sentence_undertakes_intends_or_ranks(
    sentence: str, kind: str, by: list[str], stated: State
) -> None:
    facts = stated(HELD + sentence)
    assert kinds(HELD + sentence, stated) == {kind}
    assert wordings(facts) == [sentence.removesuffix(".")]
    assert wordings(facts, "committedBy") == by


@pytest.mark.parametrize(
    "sentence",
    [
        "The participants praised the Khartoum Process and thanked Kenya.",
        "The ministers called on the states to protect refugees.",
        "The participants welcomed the work of IOM on the route.",
        "Kenya and Italy agreed.",
        "It was agreed by nobody.",
    ],
)
def test_praise_thanks_and_calls_are_nothing_undertaken(
    sentence: str, stated: State
) -> None:
    assert kinds(HELD + sentence, stated) == set()


@pytest.mark.parametrize(
    ("sentence", "by"),
    [
        (
            "Ministers of Kenya and Italy, who met in the framework of the Rabat"
            " Process, decided to protect refugees.",
            {"Kenya", "Italy"},
        ),
        (
            "The member states, along with the European Commission and IOM, have agreed"
            " to protect refugees.",
            {"member states", "European Commission", "IOM"},
        ),
        (
            "The ministers welcomed the progress made since the last meeting and agreed"
            " on a new programme of activities to protect refugees.",
            {"ministers"},
        ),
        (
            "The ministers welcomed the progress made and agreed on the importance of a"
            " programme of activities to protect refugees.",
            set(),
        ),
    ],
)
def test_who_undertakes_stands_before_what_is_told_of_them_beside(
    sentence: str, by: set[str], stated: State
) -> None:
    assert set(wordings(stated(HELD + sentence), "committedBy")) == by


def test_what_was_reached_since_an_earlier_meeting_is_no_topic_of_that_one(
    stated: State,
) -> None:
    facts = stated(
        f"{HELD}The meeting allowed the participants to take stock of the results"
        " achieved since the first ministerial conference held on 6 July 2017 and to"
        " further strengthen cooperation in the following areas: the protection of"
        " refugees; the return of migrants."
    )
    assert set(wordings(facts, "focusOf")) == {MEETING}


@pytest.mark.parametrize(
    ("sentence", "by"),
    [
        (
            "The ministers reiterated their governments' political commitment to"
            " protect refugees.",
            "ministers",
        ),
        (
            "The Khartoum Process reiterates the commitment of its member countries,"
            " under the principle of solidarity, to protect refugees.",
            "Khartoum Process",
        ),
    ],
)
def test_a_commitment_of_their_governments_is_theirs(
    sentence: str, by: str, stated: State
) -> None:
    assert wordings(stated(HELD + sentence), "committedBy") == [by]


@pytest.mark.parametrize(
    ("lead", "said"),
    [
        ("The ministers met, and the following declaration was adopted:", True),
        ("The ministers met, and the following declaration was rejected:", False),
    ],
)
def test_we_are_those_whose_declaration_the_text_goes_on_to_give(
    lead: str, said: bool, stated: State
) -> None:
    text = f"{HELD}{lead}\n\nWe agree to protect refugees on the route."
    wanted = ["We agree to protect refugees on the route"] if said else []
    assert wordings(stated(text)) == wanted
