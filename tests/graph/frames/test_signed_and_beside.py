"""Partnerships that a declaration founds, and what was done only beside a meeting."""

import pytest

from tests.graph.frames.conftest import State
from tests.graph.frames.test_undertaken_in_languages import FR, told

PARTNERSHIP = "Mobility Partnership between the European Union and Nepal"
SUMMIT = (
    "The agreement was signed in Lima on 4 May 2021, in the margins of the Andean"
    " Migration Summit."
)


@pytest.mark.parametrize(
    "lead",
    [
        "The joint declaration establishing the {} was signed in Lima on 4 May 2021.",
        "The declaration launching a {} was formally signed on 4 May 2021 in Lima.",
    ],
)
def test_a_declaration_that_was_signed_founds_its_partnership(
    lead: str, stated: State
) -> None:
    facts = stated(lead.format(PARTNERSHIP), "established", "foundedIn")
    assert {fact[2] for fact in facts} == {"2021-05-04", "Lima"}


@pytest.mark.parametrize(
    "lead",
    [
        "The declaration establishing the {} will be signed in Lima on 4 May 2031.",
        "The declaration establishing the {} was not signed in Lima on 4 May 2021.",
        "The declaration establishing the office of the {} was signed on 4 May 2021.",
    ],
)
def test_no_partnership_is_founded_by_what_was_not_signed_for_it(
    lead: str, stated: State
) -> None:
    assert not stated(lead.format(PARTNERSHIP), "established", "foundedIn")


@pytest.mark.parametrize(
    ("clause", "members"),
    [
        ("which take part: Chile, Fiji and Peru", {"Chile", "Fiji", "Peru"}),
        ("that participate in it (Chile and Peru)", {"Chile", "Peru"}),
        ("which do not take part: Chile, Fiji and Peru", set()),
        ("which take part in the seminar: Chile, Fiji and Peru", set()),
    ],
)
def test_the_states_that_take_part_in_a_partnership_are_its_members(
    clause: str, members: set[str], stated: State
) -> None:
    text = f"The {PARTNERSHIP} was signed by the ministers of the Member States"
    facts = stated(f"{text} {clause}.", "hasMember")
    assert {fact[2] for fact in facts} - {"European Union", "Nepal"} == members


def test_what_follows_was_not_done_at_a_meeting_only_told_as_beside(
    stated: State,
) -> None:
    text = f"{SUMMIT}\n\nThe parties have agreed that both visas shall be free."
    assert not stated(text, "committedAt")


def test_a_meeting_told_by_itself_too_is_still_where_the_parties_agreed(
    stated: State,
) -> None:
    text = "The Andean Migration Summit was held in Lima on 4 May 2021. " + SUMMIT
    text += "\n\nThe parties have agreed that both visas shall be free."
    assert stated(text, "committedAt")


def test_a_conference_of_anybody_is_not_of_the_process_of_the_text(
    stated: State,
) -> None:
    text = (
        "The Rabat Process grows. A new plan of the Rabat Process is out. The compact"
        " was adopted at an Intergovernmental Conference in Lima on 4 May 2021."
    )
    assert not stated(text, "isMeetingOf")


def test_it_ended_with_a_paper_of_the_meeting_before(stated: State) -> None:
    text = "The second meeting of the Rabat Process was held in Lima on 4 May 2021."
    assert stated(f"{text} It ended with a Lima Declaration.", "adoptedAt")
    assert not stated(f"{text} It will end with a Lima Declaration.", "adoptedAt")
    assert not stated(f"{text} It ended without a Lima Declaration.", "adoptedAt")


@pytest.mark.parametrize(
    "sentence",
    [
        "Le Chili entend aussi soutenir des campagnes d'information",
        "Les deux pays envisagent par ailleurs de créer un guichet pour les migrants",
        "Le Chili prévoit de former des gardes des frontières",
    ],
)
def test_what_states_intend_is_read_in_french(sentence: str) -> None:
    assert sentence in told("fr", f"{FR}{sentence}.")


@pytest.mark.parametrize(
    "sentence",
    [
        "Le Chili n'entend pas soutenir des campagnes d'information",
        "Le Chili entend dire que des campagnes sont prévues par les migrants",
        "Selon la presse, le Chili entend soutenir des campagnes d'information",
    ],
)
def test_what_french_denies_or_tells_of_others_is_no_intention(sentence: str) -> None:
    assert sentence not in told("fr", f"{FR}{sentence}.")
