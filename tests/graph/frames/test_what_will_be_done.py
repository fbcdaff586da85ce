"""What those who met will do: an intention, unless they undertook it."""

import pytest

from tests.graph.frames.conftest import State, kinds

HELD = (
    "The fourth ministerial conference of the Colombo Process was held in Lima on"
    " 3 May 2019. "
)
PLANNED = HELD.replace("was held", "will be held").replace("2019", "2029")


@pytest.mark.parametrize(
    "text",
    [
        "They will fund a campaign for migrants in the provinces.",
        "The two sides will also abolish recruitment fees for migrant workers.",
        "Both countries will launch a pilot scheme for seasonal workers.",
        "They will accede to the Convention relating to the Status of Refugees.",
        "The ministers reiterated and renewed their resolve to fight trafficking.",
        "The ministers expressed their political will to protect migrants.",
    ],
)
def test_what_those_who_met_will_do_is_an_intention(text: str, stated: State) -> None:
    assert kinds(HELD + text, stated) == {"Intention"}


@pytest.mark.parametrize(
    "text",
    [
        "The delegates reaffirm and express their commitment to protect migrants.",
        "The parties agreed: to open a hotline for migrants; to train consuls.",
        "The following steps were agreed: a campaign for migrants and a hotline.",
        "A firm commitment was made to protect migrant workers.",
        "They announced that they would take in more refugees.",
        "Among the participants, Nepal announced it will take in more refugees.",
    ],
)
def test_what_those_who_met_undertook_is_a_commitment(text: str, stated: State) -> None:
    assert kinds(HELD + text, stated) == {"Commitment"}


@pytest.mark.parametrize(
    "text",
    [
        "Nepal will fund a campaign for migrants.",
        "They will host the next conference on migrants.",
        "They will not fund a campaign for migrants.",
        "They will face a shortage of migrant workers.",
        "They will be represented by the minister for migrant workers.",
        "The minister said that they will fund a campaign for migrants.",
        "If the talks succeed, they will fund a campaign for migrants.",
        "Smugglers will fund a campaign for migrants.",
        "No commitment was made to protect migrant workers.",
        "None of the following steps were agreed: a hotline for migrants, a campaign.",
        "Critics announced that they would take in more refugees.",
        "It is not true that they announced they would take in more refugees.",
        "They announced that they would attend the next forum on refugees.",
    ],
)
def test_turns_visits_losses_and_the_words_of_others_are_nothing_undertaken(
    text: str, stated: State
) -> None:
    assert kinds(HELD + text, stated) == set()


def test_before_a_meeting_nothing_that_a_state_will_do_is_its_outcome(
    stated: State,
) -> None:
    text = "They will fund a campaign for migrants in the provinces."
    assert kinds(PLANNED + text, stated) == set()


AGREED = (
    "At the third ministerial conference of the Colombo Process members agreed to open"
    " a school for border guards in Suva."
)


@pytest.mark.parametrize(
    "pays",
    [
        "Australia will fund the school for two years",
        "Australia will also cover the costs",
        "The European Union will contribute 3 million euros",
        "Australia will provide training for the guards",
    ],
)
def test_who_will_pay_for_what_was_agreed_right_before_undertakes_it(
    pays: str, stated: State
) -> None:
    facts = stated(f"{AGREED} {pays}.", "wording")
    assert pays in {value for *_, value in facts}


@pytest.mark.parametrize(
    "text",
    [
        f"{AGREED} Australia will be pleased",
        f"{AGREED} Australia will not fund the school",
        f"{AGREED} Australia will fund the school if parliament agrees",
        f"{AGREED} Critics said that Australia will fund the school",
        f"{AGREED} It rained. Australia will fund the school",
        f"{AGREED}\n\nAustralia will fund the school",
        f"{AGREED.replace('agreed to open', 'discussed')} Australia will fund it",
    ],
)
def test_what_nobody_agreed_right_before_is_only_a_plan(
    text: str, stated: State
) -> None:
    facts = stated(f"{text}.", "wording")
    assert not [value for *_, value in facts if value.startswith("Australia")]
