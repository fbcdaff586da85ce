"""What parties announce or agree to hold, and what papers and lists are about."""

import pytest

from hiwar.graph.namespaces import HIWAR
from hiwar.graph.reading import read_text
from tests.graph.frames.conftest import State

WORDING = HIWAR.wording
HELD = (
    "The third ministerial conference of the Colombo Process was held in Lima on"
    " 3 May 2019. "
)


def _worded(text: str, stated: State, *, true: bool = True) -> list[str]:
    return [fact[2] for fact in stated(text, "wording", true=true)]


@pytest.mark.parametrize(
    "told",
    [
        "Kenya announced $20 million for the return of migrants.",
        "On behalf of Kenya, Minister Ana Sample announced 20 million dollars in"
        " assistance to refugees.",
        "Kenya also announced stronger partnerships against migrant smuggling.",
        "The ministers agreed to hold the next round of talks on visas in Quito.",
        "Kenya and Peru yesterday reached an agreement to admit nurses as migrants.",
        "The ministers agreed the review would cover the recruitment of migrants.",
        "It was decided at the meeting that the border school would open in June.",
        "A hotline for migrants will be set up, the ministers announced in a joint"
        " communiqué.",
    ],
)
def test_what_was_announced_or_agreed_is_a_commitment(told: str, stated: State) -> None:
    text = HELD + told
    assert len([f for f in stated(text, "wording") if f[2][:5] in told]) == 1
    assert stated(text, "committedAt", "committedBy")


@pytest.mark.parametrize(
    "told",
    [
        "Kenya never announced $20 million for the return of migrants.",
        "Kenya may announce $20 million for the return of migrants.",
        "Unions said that Kenya announced $20 million for the return of migrants.",
        "The ministers could not agree to hold the next round of talks on visas.",
        "The ministers agreed to a proposal of Peru to host the next conference.",
        "Few agreed the review would cover the recruitment of migrants.",
        "Kenya launched a mobility partnership for migrants.",
        "Kenya announced the arrival of migrants.",
        "Kenya announced funding cuts for migrants.",
        "Kenya announced a programme for migrants that it later withdrew.",
        "The ministers decided the next talks on migrants would not be held.",
        "The parties agreed to hold no further talks on migrants.",
        "It was agreed that nothing would be done for migrants.",
    ],
)
def test_what_was_not_announced_is_none(told: str, stated: State) -> None:
    assert not stated(HELD + told, "committedBy", "committedAt")


def test_the_meeting_that_was_agreed_on_is_not_where_it_was_agreed(
    stated: State,
) -> None:
    text = HELD + (
        "It was agreed that the first session of the Andean Visa Forum would be held"
        " in Quito."
    )
    assert {fact[2] for fact in stated(text, "committedAt")} <= {
        "third ministerial conference of the Colombo Process"
    }


@pytest.mark.parametrize(
    "told",
    [
        "The Lima Strategy on Work Abroad comprises six areas of focus, among them"
        " visas and remittances.",
        "The Lima Strategy on Work Abroad focuses on fair recruitment of migrants.",
        "The Lima Strategy on Work Abroad covers cooperation in areas such as border"
        " management and the return of migrants.",
    ],
)
def test_what_a_paper_is_about_is_an_area_set_out_in_it(
    told: str, stated: State
) -> None:
    facts = stated(HELD + told, "setOutIn")
    assert [fact[2] for fact in facts] == ["Lima Strategy on Work Abroad"]


@pytest.mark.parametrize(
    "told",
    [
        "The Lima Strategy on Work Abroad does not focus on fair recruitment.",
        "Critics say that the Lima Strategy on Work Abroad focuses on deportation.",
        "No strategy focuses on fair recruitment of migrants.",
    ],
)
def test_what_a_paper_is_not_about_is_no_area(told: str, stated: State) -> None:
    assert not stated(HELD + told, "setOutIn")


def test_pillars_are_areas_of_their_paper_without_their_numbers(stated: State) -> None:
    text = (
        "Adopted in Lima, the Lima Declaration on Migration rests on three pillars:\n\n"
        "Pillar I: Stability of host communities\n\n"
        "Pillar II: Regular pathways\n\n"
        "Pillar III: Emergency response"
    )
    assert _worded(text, stated) == [
        "Stability of host communities",
        "Regular pathways",
        "Emergency response",
    ]
    assert {f[2] for f in stated(text, "setOutIn")} == {"Lima Declaration on Migration"}


def test_priorities_of_a_state_are_its_areas(stated: State) -> None:
    text = (
        "Kenya's main priorities for the Colombo Process include:\n\n"
        "(a) Reviewing the budget of the secretariat,\n"
        "(b) Protecting migrant workers."
    )
    assert _worded(text, stated) == [
        "Reviewing the budget of the secretariat",
        "Protecting migrant workers",
    ]
    assert {fact[2] for fact in stated(text, "committedBy")} == {"Kenya"}


def test_bullets_below_a_heading_of_topics_are_areas(stated: State) -> None:
    text = (
        "The Colombo Process is a forum of states from which workers come.\n\n"
        "Thematic focus\n\n• Fair recruitment\n• Remittances\n\nContact\n\n• Lima"
    )
    assert _worded(text, stated) == ["Fair recruitment", "Remittances"]


def test_bullets_of_another_field_are_none(stated: State) -> None:
    text = (
        "The Fishery Board of the region met in Lima.\n\n"
        "Main topics\n\n• Nets\n• Fuel prices"
    )
    assert _worded(text, stated) == []


@pytest.mark.parametrize(
    ("told", "intended"),
    [
        ("Kenya and Peru signed the Lima Labour Agreement.", False),
        ("Kenya and Peru have negotiated the Lima Labour Agreement.", True),
    ],
)
def test_what_a_paper_will_set_up_is_agreed_only_once_it_is_signed(
    told: str, intended: bool
) -> None:
    text = f"{told} The agreement will establish a joint committee on migrants."
    kinds = {
        s.subject.kind for s in read_text(text).statements if s.predicate == WORDING
    }
    assert kinds == ({"Intention"} if intended else {"Commitment"})


def test_an_effect_that_is_hoped_for_is_no_undertaking(stated: State) -> None:
    text = (
        "Kenya and Peru signed the Lima Labour Agreement. The agreement will improve"
        " the lives of migrants."
    )
    assert _worded(text, stated) == []


def test_a_meeting_behind_another_paper_is_not_where_this_one_was_adopted(
    stated: State,
) -> None:
    text = HELD + (
        "It adopted the Lima Strategy, which replaces the Quito Plan of Action"
        " adopted at the second ministerial conference of the Colombo Process in 2014."
    )
    adopted = {f[0]: f[2] for f in stated(text, "adoptedAt")}
    assert adopted["Lima Strategy"].startswith("third")
    assert ("Lima Strategy", "when", "2014") not in stated(text, "when")
