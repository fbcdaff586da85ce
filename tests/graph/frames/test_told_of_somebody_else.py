"""What a text tells beside its meeting: of others, of other times or of other pages."""

import pytest

from tests.graph.frames.conftest import State, whole

MEETING = "third ministerial conference of the Colombo Process"
HELD = f"The {MEETING} was held in Lima on 4 May 2011."
JOINT = f"""Third Ministerial Conference of the Colombo Process

The {MEETING} was held in Lima on 2-3 May 2021. It was co-chaired by Nepal and Fiji."""


@pytest.mark.parametrize(
    "absent",
    [
        "Fiji followed the debates by television.",
        "Fiji followed the talks closely from its capital.",
        "Nepal and Fiji were represented at the dinner.",
        "Nepal and Fiji were represented in the exhibition hall only.",
        "The Minister of Interior of Nepal, Ram Example, had planned to attend.",
        "The Minister of Interior of Nepal, Ram Example, had long hoped to join.",
        "Ram Example, Minister of Interior of Nepal, was stuck at the airport.",
        "Ram Example, Minister of Interior of Nepal, stayed behind in Kathmandu.",
    ],
)
def test_who_was_elsewhere_or_meant_to_come_was_not_there(
    stated: State, absent: str
) -> None:
    assert stated(f"{HELD} {absent}", "hasParticipant") == []


@pytest.mark.parametrize(
    "present",
    [
        "Fiji followed the debates.",
        "Fiji was represented at the talks.",
        "Ana Example, Minister of Interior of Fiji, made the case for visas.",
    ],
)
def test_who_followed_a_meeting_or_was_represented_was_there(
    stated: State, present: str
) -> None:
    assert len(stated(f"{HELD} {present}", "hasParticipant")) == 1


@pytest.mark.parametrize(
    "when",
    [
        "Unlike in 2015, when the Lima Declaration was adopted, the",
        "In 2015, the year in which the Lima Declaration was adopted, few came. The",
        "In May 2015, when the Lima Declaration was signed, few came. The",
    ],
)
def test_what_was_adopted_in_a_year_was_not_adopted_in_another(
    stated: State, when: str
) -> None:
    text = f"{when} ministers of the Colombo Process met in Lima on 4 May 2021."
    assert stated(text, "adoptedAt") == []
    assert stated(text, "when")[0][2].startswith("2015")


def test_what_was_adopted_when_a_meeting_was_held_was_adopted_there(
    stated: State,
) -> None:
    text = (
        "The ministers of the Colombo Process met in Lima in 2015,"
        " when the Lima Declaration was adopted."
    )
    assert len(stated(text, "adoptedAt")) == 1


def test_a_joint_statement_of_the_ministers_of_one_state_is_their_news() -> None:
    authors = "Minister for Home Affairs, Ana Example\nMinister of Justice, Bo Sample"
    text = f"Joint Statement\n\n{authors}\n\n3 May 2021\n\n{JOINT}"
    assert whole(text, "adoptedAt") == []


@pytest.mark.parametrize(
    "authors",
    [
        "",
        "Minister of Justice of Nepal, Ana Example\n"
        "Minister of Justice of Fiji, Bo Sample\n\n",
    ],
)
def test_a_joint_statement_headed_by_a_meeting_is_of_it(authors: str) -> None:
    text = f"Joint Statement\n\n{authors}3 May 2021\n\n{JOINT}"
    assert len(whole(text, "adoptedAt")) == 1


def test_ministers_of_two_states_do_not_meet_for_a_process_named_elsewhere(
    stated: State,
) -> None:
    text = "The ministers of interior of Kenya and Nepal met in Nairobi on 3 May 2021."
    other = "They spoke of the Colombo Process."
    assert stated(f"{text} {other}", "isMeetingOf") == []
    several = text.replace("Kenya and", "Kenya, Fiji and")
    assert len(stated(f"{several} {other}", "isMeetingOf")) == 1
    own = "The Kenya-Nepal Migration Dialogue was founded in 2019."
    assert len(stated(f"{text} {own}", "isMeetingOf")) == 1


@pytest.mark.parametrize(
    "teaser",
    [
        "Read also: Kenya hosts ministerial conference of the Khartoum Process",
        "More news\n\nKenya hosts ministerial conference of the Khartoum Process",
        "Related stories:\n- Kenya hosts conference of the Khartoum Process",
    ],
)
def test_headlines_of_other_articles_tell_nothing(stated: State, teaser: str) -> None:
    assert {fact[0] for fact in stated(f"{HELD}\n\n{teaser}", "isMeetingOf")} == {
        MEETING
    }
