"""What a paper is called, and the day on which it was signed or adopted."""

import pytest

from tests.graph.frames.conftest import State

CONFERENCE = "ministerial conference of the Colombo Process"
HELD = f"The third {CONFERENCE} was held in Lima on 3 May 2019. "


def _names(text: str, stated: State) -> list[str]:
    return [fact[0] for fact in stated(text, "documentKind")]


@pytest.mark.parametrize(
    ("told", "name"),
    [
        (
            "Kenya and Qatar signed an agreement on the recruitment of nurses.",
            "agreement on the recruitment of nurses",
        ),
        (
            "Kenya and Qatar today signed a labour migration agreement in Doha.",
            "labour migration agreement",
        ),
        (
            "The protocol on the transit of workers was endorsed by the ministers.",
            "protocol on the transit of workers",
        ),
        (
            "Kenya and Qatar signed a new visa waiver treaty.",
            "visa waiver treaty",
        ),
        (
            "Kenya and Qatar signed an agreement on a Special Labour Partnership.",
            "agreement on a Special Labour Partnership",
        ),
    ],
)
def test_a_paper_is_called_by_what_it_is_on(
    told: str, name: str, stated: State
) -> None:
    assert _names(told, stated) == [name]


@pytest.mark.parametrize(
    "told",
    [
        "Kenya and Qatar came to an agreement on the return of workers.",
        "Kenya and Qatar will never sign an agreement on the return of workers.",
        "Unions demand an agreement on the return of workers.",
        "This being a bilateral agreement, parliament must vote.",
        "There was broad agreement on the return of workers.",
    ],
)
def test_what_nobody_wrote_down_is_no_paper(told: str, stated: State) -> None:
    assert _names(told, stated) == []


def test_the_mou_is_the_memorandum_of_understanding(stated: State) -> None:
    text = (
        "Kenya and Qatar signed a Memorandum of Understanding (MoU) on 3 May 2019."
        " The MoU provides for the return of migrant workers."
    )
    assert _names(text, stated) == ["Memorandum of Understanding"]
    assert {fact[2] for fact in stated(text, "setOutIn")} == {
        "Memorandum of Understanding"
    }


def test_another_agreement_with_a_name_of_its_own_is_not_the_one_before(
    stated: State,
) -> None:
    text = (
        "Kenya and Qatar signed the Nairobi Protocol on 3 May 2019. The visa waiver"
        " treaty was signed on 4 June 2020."
    )
    assert stated(text, "when") == [
        ("Nairobi Protocol", "when", "2019-05-03"),
        ("visa waiver treaty", "when", "2020-06-04"),
    ]


@pytest.mark.parametrize(
    "told",
    [
        "On 4 June 2020, Kenya and Qatar signed the Nairobi Protocol.",
        "Kenya and Qatar signed the Nairobi Protocol in Doha on 4 June 2020.",
        "The ministers adopted the Nairobi Protocol by acclamation on 4 June 2020.",
        "Since the signing of the Nairobi Protocol on 4 June 2020, much has changed.",
    ],
)
def test_the_day_of_the_act_is_the_paper_s(told: str, stated: State) -> None:
    assert ("Nairobi Protocol", "when", "2020-06-04") in stated(told)


@pytest.mark.parametrize(
    "told",
    [
        "The ministers adopted the Nairobi Protocol, which enters into force on"
        " 4 June 2020.",
        "On 4 June 2020 the ministers spoke of the Nairobi Protocol.",
        "The ministers adopted the Nairobi Protocol after a row on 4 June 2020.",
        "On 4 June 2020 the ministers met again, and those who had signed the Nairobi"
        " Protocol sat in front.",
        "The ministers did not adopt the Nairobi Protocol on 4 June 2020.",
        "The ministers adopted the Nairobi Protocol, prepared in Doha on 4 June 2020.",
    ],
)
def test_another_day_is_not_the_paper_s(told: str, stated: State) -> None:
    assert ("Nairobi Protocol", "when", "2020-06-04") not in stated(told)


def test_a_year_before_a_declaration_is_its_own_and_before_a_plan_is_not(
    stated: State,
) -> None:
    text = "All recalled the 2016 Lima Declaration and the 2030 Lima Action Plan."
    assert stated(text, "when") == [("2016 Lima Declaration", "when", "2016")]


@pytest.mark.parametrize(
    "told",
    [
        "Launched at the third {} in Lima in May 2019, the Lima Declaration is short.",
        "All praise the Lima Declaration, unveiled during the third {} in May 2019.",
        "The ministers closed the third {} by adopting the Lima Declaration.",
    ],
)
def test_a_paper_unveiled_at_a_meeting_was_adopted_there(
    told: str, stated: State
) -> None:
    facts = stated(told.format(CONFERENCE), "adoptedAt")
    assert [(fact[0], fact[2]) for fact in facts] == [
        ("Lima Declaration", f"third {CONFERENCE}")
    ]


@pytest.mark.parametrize(
    "told",
    [
        "Drafted before the third {}, the Lima Declaration is short.",
        "Launched at the third {}, a book on the Lima Declaration sells well.",
        "Critics presented a Lima Declaration of their own outside the third {}.",
        "The ministers closed the third {} without adopting the Lima Declaration.",
        "The ministers hoped to close the third {} by adopting the Lima Declaration.",
    ],
)
def test_a_paper_from_elsewhere_was_not_adopted_there(told: str, stated: State) -> None:
    assert not stated(told.format(CONFERENCE), "adoptedAt")


def test_what_was_signed_beside_the_only_meeting_was_not_adopted_there(
    stated: State,
) -> None:
    text = (
        "A joint declaration on visas was signed on 5 May 2019. It was signed in the"
        f" margins of the third {CONFERENCE}."
    )
    assert not stated(text, "adoptedAt")


def test_what_is_told_in_a_joint_communique_makes_the_communique_real(
    stated: State,
) -> None:
    told = "The ministers announced patrols in a joint communiqué released today."
    assert _names(HELD + told, stated) == ["joint communiqué"]
    complaint = "Unions complained in a joint statement released today."
    assert _names(HELD + complaint, stated) == []


def test_a_declaration_that_never_was_has_no_year(stated: State) -> None:
    assert not stated("The 2016 Lima Declaration was never adopted.", "when")
