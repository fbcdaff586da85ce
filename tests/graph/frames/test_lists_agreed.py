"""Lists of what was agreed, decisions in the passive, and areas below a lead."""

import pytest

from hiwar.graph.reading import read_text
from tests.graph.frames.conftest import State, each_kind, facts_of

HELD = (
    "The fourth ministerial conference of the Colombo Process was held in Lima on"
    " 3 May 2019. "
)
MET = "Nepal and Fiji met in Suva on 4 May 2019 for talks on migration. "
ITEMS = "\n\n- train border guards together;\n- share their data on visas."


@pytest.mark.parametrize(
    "lead",
    [
        "For this, the two sides reached a consensus to take these steps:",
        "It was agreed to:",
        "It was decided, at the close of the conference, to:",
        "The following was agreed:",
        "The parties have resolved to take the following measures:",
        "Participants committed themselves to the following steps:",
        "They have agreed to put in place the following measures:",
    ],
)
def test_each_item_below_a_lead_of_agreeing_is_a_commitment(
    lead: str, stated: State
) -> None:
    assert each_kind(f"{HELD}{lead}{ITEMS}", stated) == ["Commitment"] * 2


@pytest.mark.parametrize(
    "lead",
    [
        "Unions asked that it be agreed to:",
        "The ministers failed to reach a consensus to undertake the following:",
        "It was not agreed to:",
        "Five years ago it was agreed to:",
        "It was agreed on the importance of the following:",
        "Students said the following was agreed:",
        "The participants recommended the following:",
        "Critics say that the two sides will:",
    ],
)
def test_items_below_what_was_wished_or_denied_are_no_commitments(
    lead: str, stated: State
) -> None:
    assert "Commitment" not in each_kind(f"{HELD}{lead}{ITEMS}", stated)


def test_of_what_was_agreed_only_what_is_to_be_done_is_a_commitment(
    stated: State,
) -> None:
    items = "\n\n- migration is a shared challenge;\n- smugglers will be tried."
    text = f"{HELD}The ministers agreed that:{items}"
    assert each_kind(text, stated) == ["Commitment"]
    assert [v for _, _, v in stated(text, "wording")] == ["smugglers will be tried"]


def test_what_two_sides_will_do_commits_in_a_statement_and_is_meant_after_talks(
    stated: State,
) -> None:
    lead = f"{MET}The two sides will therefore:{ITEMS}"
    assert each_kind(lead, stated).count("Intention") == 2
    reading = read_text(f"Joint Statement of Nepal and Fiji\n\n{lead}")
    types = [value for _, _, value in facts_of(reading, "type")]
    assert types.count("Commitment") == 2
    planned = MET.replace("met", "will meet").replace("2019", "2039")
    assert "Intention" not in each_kind(f"{planned}The two sides will:{ITEMS}", stated)


def test_a_list_ends_before_the_next_number_of_its_lead(stated: State) -> None:
    text = (
        f"{HELD}\n\n4. The ministers agreed to:\n- train border guards;\n"
        "- share data on visas.\n\n5. Lima has many hotels for migrants."
    )
    assert each_kind(text, stated) == ["Commitment"] * 2


def test_areas_below_a_lead_of_agreeing_are_areas(stated: State) -> None:
    text = (
        f"{MET}They agreed to work together in three areas:\n\n"
        "a) border control;\nb) return of migrants;\nc) visas."
    )
    found = each_kind(text, stated)
    assert found.count("AreaOfFocus") >= 3
    assert found.count("Commitment") == 1


@pytest.mark.parametrize(
    "text",
    [
        "The creation of a joint hotline for migrants was approved by ministers.",
        "The decision to open a joint hotline for migrants was taken unanimously.",
        "The ministers gave the go-ahead for a joint hotline for migrants.",
        "Nepal and Fiji agreed for the first time to patrol the border together.",
        "Nine countries in West and Central Africa have committed to train guards.",
        "Participants see with concern how many died, and agree to train guards.",
        "The secretariat and senior officials from Fiji agreed to share visa data.",
        "It also adopted one additional principle: joining is voluntary for states.",
    ],
)
def test_what_was_agreed_in_other_words_is_a_commitment(
    text: str, stated: State
) -> None:
    assert each_kind(HELD + text, stated) == ["Commitment"]


@pytest.mark.parametrize(
    "text",
    [
        "The creation of a hotline for migrants was approved by Fiji's parliament.",
        "The proposal to close camps of migrants was backed by marchers.",
        "The opening of a shop for migrants was confirmed.",
        "Parties in Fiji committed to close camps of migrants.",
        "Workers in Nepal and Fiji agreed to march for migrants.",
        "Countries in the region have agreed in the past to train border guards.",
        "They agreed that smugglers must be punished.",
        "The ministers say that unions fear for migrants, and agree to help.",
        "The ministers of the opposition promised to open the border to migrants.",
    ],
)
def test_what_others_agreed_or_think_is_no_commitment(text: str, stated: State) -> None:
    assert "Commitment" not in each_kind(HELD + text, stated)


@pytest.mark.parametrize(
    "text",
    [
        "The talks will also address visas and the rights of migrants.",
        "It will further focus on the rights of migrants and on border control.",
        "The conference will also see presentations of ministers on migrant rights.",
        "Issues raised included visas and the rights of migrant workers.",
        "Other topics of the discussion were visas and the rights of migrants.",
        "Matters discussed at the talks ranged from visas to migrant workers.",
        'The theme for 2029 is "Safe recruitment for all migrants".',
        "Labour recruitment was at the top of the agenda.",
    ],
)
def test_what_a_meeting_is_to_take_up_is_an_area(text: str, stated: State) -> None:
    planned = HELD.replace("was held", "will be held").replace("2019", "2029")
    assert each_kind(planned + text, stated) == ["AreaOfFocus"]


@pytest.mark.parametrize(
    "text",
    [
        "Rumour has it that it will address the return of migrants.",
        "The talks will not address the rights of migrants.",
        "Critics say that the talks will address the rights of migrants.",
    ],
)
def test_what_is_rumoured_of_talks_is_no_area(text: str, stated: State) -> None:
    assert each_kind(HELD + text, stated) == []


def test_the_items_of_a_programme_are_areas(stated: State) -> None:
    text = (
        "Programme of the fourth ministerial conference of the Colombo Process\n\n"
        "09:00 - 09:45 | Agenda item 1: Fair recruitment of migrant workers\n"
        "10:00 - 10:45 | Panel 2: Cheaper remittances for migrants\n"
    )
    assert each_kind(text, stated) == ["AreaOfFocus"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "A joint statement said that both sides agreed to protect migrants.",
        "Both sides agreed to protect migrants, a joint statement said.",
        "Both sides agreed to protect migrants, according to a joint statement.",
        "A joint statement issued after the talks said both sides agreed to protect"
        " migrants.",
    ],
)
def test_what_a_joint_statement_says_was_agreed_was(text: str, stated: State) -> None:
    assert each_kind(MET + text, stated) == ["Commitment"]


@pytest.mark.parametrize(
    "text",
    [
        "A joint statement of unions said that both sides agreed to protect migrants.",
        "A statement said that both sides agreed to protect migrants.",
        "Papers wrote that a joint statement said that both sides agreed to protect"
        " migrants.",
        "A joint statement said that both sides never agreed to protect migrants.",
        "A joint statement said that both sides hope to protect migrants.",
        "No joint statement said that both sides agreed to protect migrants.",
    ],
)
def test_what_others_say_was_agreed_is_no_commitment(text: str, stated: State) -> None:
    assert "Commitment" not in each_kind(MET + text, stated)


def test_what_will_be_done_commits_only_in_an_instrument(stated: State) -> None:
    told = f"{MET}A joint hotline for migrants will be set up within a year."
    assert "Commitment" not in each_kind(told, stated)
    reading = read_text(f"Joint Statement of Nepal and Fiji\n\n{told}")
    types = [value for _, _, value in facts_of(reading, "type")]
    assert types.count("Commitment") == 1
