"""What looks like a paper of a meeting, and is a draft, of others or undone."""

import pytest

from tests.graph.frames.conftest import whole

HELD = (
    "The ministerial conference of the Rabat Process was held in Dakar on 3 May 2024. "
)
NOT_ADOPTED = (
    "The conference ended with the Dakar Declaration still in brackets.",
    "The conference ended with the Dakar Declaration left unsigned on the table.",
    "It closed in disarray, with the Dakar Declaration rejected.",
    "The Dakar Declaration was adopted, but soon rescinded by the ministers.",
    "The Dakar Declaration was adopted, only to be torn up an hour later.",
    "The Dakar Declaration was signed into law by a king.",
    "The Dakar Declaration is a document adopted by pilgrims.",
    "The Dakar Declaration was adopted by a vote of the pupil parliament.",
    "A declaration was adopted by the fishermen's league.",
    "A declaration was issued by the aunts of the detained.",
    "A statement was issued by the ferry operator.",
    "An agreement was signed with a catering company.",
    "Only a preamble to the Dakar Declaration was adopted.",
    "A parody of the Dakar Declaration was adopted.",
    "A sponsorship agreement was signed.",
    "Through the adoption of the Bern Protocol, they have a common tongue.",
)
ADOPTED = (
    "The conference ended with the Dakar Declaration.",
    "The conference ended with the Dakar Declaration, which sets out ten aims.",
    "It closed with the adoption of the Dakar Declaration.",
    "The Dakar Declaration was adopted by the ministers.",
    "The Dakar Declaration was adopted by all participating states.",
    "The Dakar Declaration was adopted by a large majority.",
    "The Dakar Declaration was adopted and later sent to parliaments.",
    "A declaration was adopted by the heads of delegation.",
)


def _adopted(text: str) -> bool:
    return bool(whole(text, "adoptedAt"))


@pytest.mark.parametrize("text", NOT_ADOPTED)
def test_a_paper_that_others_made_or_that_was_undone_is_not_adopted(text: str) -> None:
    assert not _adopted(HELD + text)


@pytest.mark.parametrize("text", ADOPTED)
def test_a_paper_that_the_meeting_made_is_adopted(text: str) -> None:
    assert _adopted(HELD + text)


SIGNED = (
    "A memorandum of understanding on visas was signed in Nairobi on 4 May 2021 by "
)
NO_SIDES = (
    "Kenya, and on 9 June 2021 by Nepal.",
    "the handball clubs of Kenya and Nepal.",
    "two hotels, with Kenya and Nepal watching.",
    "Kenya in front of guests from Nepal.",
    "Kenya's and Nepal's best singers.",
    "IOM to ease journeys to Kenya and Nepal.",
    "ministers from Kenya and critics of Nepal.",
    "Kenya for delivery to Nepal.",
)
SIDES = (
    "Kenya and Nepal.",
    "the ministers of labour of Kenya and Nepal.",
    "the governments of Kenya and of Nepal.",
    "Ms Ana Sample for Kenya and Mr Bo Example for Nepal.",
)


@pytest.mark.parametrize("rest", NO_SIDES)
def test_those_only_named_beside_a_signature_do_not_sign(rest: str) -> None:
    assert not whole(SIGNED + rest, "hasParticipant", "adoptedAt")


@pytest.mark.parametrize("rest", SIDES)
def test_those_who_sign_for_a_state_sign(rest: str) -> None:
    came = {name for _, _, name in whole(SIGNED + rest, "hasParticipant")}
    assert {"Kenya", "Nepal"} <= came


def test_a_statement_of_another_year_is_not_of_a_meeting_of_that_day() -> None:
    text = (
        "Joint Statement\n\nBern, 9 March 2021\n\nThe ministers of Nepal and Fiji met"
        " in Bern on 9 March 2020. They agreed to train border guards together."
    )
    assert not whole(text, "adoptedAt")


def test_those_who_are_thanked_or_missed_did_not_meet() -> None:
    text = (
        "Bern Declaration\n\nWe, the ministers of Nepal and Fiji, thanking Chile and"
        " regretting the absence of Peru, meeting in Bern on 9 March 2020 at the third"
        " ministerial conference on migration, commit to train border guards together."
    )
    came = {name for _, _, name in whole(text, "hasParticipant")}
    assert came == {"Nepal", "Fiji"}
