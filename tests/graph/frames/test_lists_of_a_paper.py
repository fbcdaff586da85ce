"""What a signed paper provides for, item by item, is undertaken; a draft's is not."""

import pytest

from tests.graph.frames.conftest import State, kinds

SIGNED = "Kenya and Italy signed an agreement on migrants in Nairobi on 3 May 2019. "
MET = "Kenya and Italy met in Nairobi on 3 May 2019 for talks on migration. "
ITEMS = "\n\n- the resettlement of refugees\n- a hotline for migrants"


@pytest.mark.parametrize(
    "lead",
    [
        f"{SIGNED}The key elements of the agreement are:",
        f"{SIGNED}Under the agreement:",
        f"{SIGNED}The agreement provides for:",
        f"{SIGNED}The agreement comprises the following:",
        f"{SIGNED}Under the agreement, the two sides agreed to:",
        f"{MET}The two sides have agreed that core elements of the plan will include:",
        f"{MET}The ministers agreed that the main components would be:",
        f"{MET}The two ministers agreed on a package which includes:",
    ],
)
def test_items_of_what_is_signed_or_agreed_are_undertaken(
    lead: str, stated: State
) -> None:
    assert kinds(lead + ITEMS, stated) == {"Commitment"}


@pytest.mark.parametrize(
    "lead",
    [
        f"{SIGNED}Critics of the agreement include:",
        f"{SIGNED}The ministry said that the agreement includes:",
        f"{MET}The key elements of the draft agreement are:",
        f"{MET}The proposed agreement would include:",
        f"{MET}The two sides have not agreed that core elements will include:",
        f"{MET}Experts agreed the plan would include:",
        "Kenya and Italy will sign an agreement on migrants in May 2031. The agreement"
        " provides for:",
    ],
)
def test_items_of_what_nobody_signed_are_not(lead: str, stated: State) -> None:
    assert "Commitment" not in kinds(lead + ITEMS, stated)


def test_an_item_that_says_who_acts_is_of_that_one(stated: State) -> None:
    lead = f"{SIGNED}Under the agreement:"
    items = "\n\n- Italy will resettle refugees\n- migrants will have a hotline"
    assert {by for *_, by in stated(lead + items, "committedBy")} == {"Italy"}
