"""Joint statements as whole texts: who met, who "we" are and what we undertake."""

import pytest

from hiwar.graph.reading import read_text
from tests.graph.frames.conftest import Fact, State, facts_of, kinds, who, whole

WE = """Joint Statement of Nepal and Fiji

We, the Ministers of Labour of Nepal and Fiji, met in Suva on 4 May 2019.

"""


@pytest.mark.parametrize(
    "group",
    [
        "The Ministers of Labour of Nepal, Fiji and Kenya and the head of the office",
        "Ministers responsible for migrants of Nepal, Fiji, and Kenya",
        'Nepal, Fiji and Kenya (hereinafter "the Participants")',
        "Nepal, Fiji, and also Kenya (the Parties)",
        "Senior officials from Nepal, Fiji and Kenya",
    ],
)
def test_all_whom_a_group_is_from_have_met(group: str, stated: State) -> None:
    facts = stated(
        f"{group} met in Suva on 4 May 2019 to discuss the return of migrants."
    )
    assert who(facts) == {"Nepal", "Fiji", "Kenya"}
    assert {v for _, p, v in facts if p == "startDate"} == {"2019-05-04"}


@pytest.mark.parametrize(
    "text",
    [
        "Ministers of Labour of Nepal, Fiji and Kenya met criticism in Suva.",
        "Ministers of Labour of Nepal, Fiji and Kenya never met in Suva.",
        "Nepal, Fiji and Kenya (the Parties) should have met in Suva.",
        "It is rumoured that Nepal and Fiji (the Parties) met in Suva.",
    ],
)
def test_a_group_that_did_not_meet_is_no_meeting(text: str, stated: State) -> None:
    assert not stated(text, "meetingStatus", "hasParticipant")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("We underlined our commitment to fight the smuggling of migrants.", "c"),
        ("We welcome the report, and we agreed to open a school for migrants.", "c"),
        ("In this spirit, we undertake to protect refugees.", "c"),
        ("We thus decided to train border guards.", "c"),
        ("We, Nepal and Fiji, commit to fight trafficking in human beings.", "c"),
        ("We reiterated our willingness to open channels of legal migration.", "i"),
        ("We endeavour to strengthen our partnership on migration.", "i"),
        ("We thus intend to reinforce the return of migrants.", "i"),
        ("We stand ready to take back migrants in dignity.", "i"),
        ("We discussed the situation of migrants in Libya.", "a"),
        ("We also exchanged views on the return of migrants.", "a"),
    ],
)
def test_what_we_agree_intend_or_discuss(text: str, kind: str, stated: State) -> None:
    names = {"c": "Commitment", "i": "Intention", "a": "AreaOfFocus"}
    assert kinds(WE + text, stated) == {names[kind]}


@pytest.mark.parametrize(
    "text",
    [
        "We welcomed the report on migrant workers.",
        "We underlined the need to protect refugees.",
        "We hope to open channels of legal migration.",
        "We could not agree to train border guards.",
        "We did not discuss the return of migrants.",
        '"We discussed the return of migrants and agreed to more," a guard told us.',
        "We recalled that others had agreed to train border guards.",
    ],
)
def test_what_we_welcome_or_wish_is_nothing_undertaken(
    text: str, stated: State
) -> None:
    assert not kinds(WE + text, stated)


@pytest.mark.parametrize(
    "text",
    [
        "We discussed the return of migrants from the Gulf.",
        "We endeavour to strengthen our partnership on migration.",
        "We reiterated our willingness to open channels of legal migration.",
    ],
)
def test_we_of_a_text_that_is_no_instrument_are_nobody(
    text: str, stated: State
) -> None:
    told = "The ministers of the Colombo Process met in Suva on 4 May 2019.\n\n"
    assert not kinds(told + text, stated)


def test_a_wording_begins_with_its_sentence(stated: State) -> None:
    text = f"{WE}In a spirit of trust, we undertake to protect refugees."
    assert {v for _, _, v in stated(text, "wording")} == {
        "In a spirit of trust, we undertake to protect refugees"
    }


def adopted(text: str) -> list[Fact]:
    """Return where the document that a text is was adopted, and when."""
    return whole(text, "adoptedAt", "when")


def test_those_who_met_made_the_statement_they_open_so() -> None:
    facts = adopted(f"{WE}We agreed to protect refugees.")
    assert ("Joint Statement of Nepal and Fiji", "when", "2019-05-04") in facts
    assert [p for _, p, _ in facts].count("adoptedAt") == 1


@pytest.mark.parametrize(
    "text",
    [
        WE.replace("We, the M", "The M"),
        WE.replace("We, the Ministers of Labour of Nepal and Fiji, met", "They met"),
        WE.replace(" met", " will meet"),
        WE.replace("Fiji\n\n", "Fiji\n\nNadi, 9 May 2019\n\n", 1),
        WE.replace("Joint Statement of Nepal and Fiji", "Nepal and Fiji on Labour"),
    ],
)
def test_a_statement_of_others_or_of_another_day_was_not_made_there(text: str) -> None:
    assert "adoptedAt" not in [predicate for _, predicate, _ in adopted(text)]


@pytest.mark.parametrize(
    "title",
    [
        "JOINT COMMUNIQUE",
        "Nepal-Fiji Joint Communiqué: Nepal and Fiji Reaffirm Their Commitments",
    ],
)
def test_what_a_joint_text_says_is_undertaken_in_it(title: str) -> None:
    reading = read_text(
        f"{title}\n\nThe Ministers of Labour of Nepal and Fiji met in Suva on 4 May"
        " 2019.\n\nNepal and Fiji agreed to train border guards together."
    )
    (paper,) = {value for *_, value in facts_of(reading, "setOutIn")}
    assert paper.lower() == title.partition(":")[0].lower()
    assert {name for name, *_ in facts_of(reading, "documentKind")} == {paper}


@pytest.mark.parametrize(
    "lead",
    [
        "They agreed that core elements of the arrangement will include:",
        "Prime Ministers Sample and Other have agreed that:",
        "They agreed that the first steps are as follows:",
    ],
)
def test_what_is_listed_as_the_parts_of_what_was_agreed_is_undertaken(
    lead: str, stated: State
) -> None:
    facts = stated(
        "The Prime Ministers of Nepal and Fiji met in Suva on 4 May 2019."
        f" {lead}\n\n- border guards will be trained together\n- Fiji will host them"
    )
    assert {v for _, p, v in facts if p == "wording"} == {
        "border guards will be trained together",
        "Fiji will host them",
    }


@pytest.mark.parametrize(
    ("where", "is_there"),
    [
        ("agreed to at the recent ministerial conference of the Rabat Process", False),
        ("adopted at the ministerial conference of the Rabat Process", True),
    ],
)
def test_a_recent_conference_is_not_where_what_follows_was_agreed(
    where: str, is_there: bool, stated: State
) -> None:
    facts = stated(
        f"The pact is part of the Suva Plan {where} in Suva on 4 May 2019. The"
        " ministers agreed to train border guards together."
    )
    assert bool([f for f in facts if f[1] == "committedAt"]) is is_there
