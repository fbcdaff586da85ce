"""Meetings known by their title, or by those who met, and whom each delegation had."""

import pytest

from hiwar.graph.reading import read_text
from hiwar.graph.record import record
from tests.graph.frames.conftest import OPENING

CONFERENCE = "The third ministerial conference of the Colombo Process was held in Lima."


def meetings(text: str) -> list[tuple[str, str, set[str]]]:
    """Return name and status of each meeting of a text, and who took part.

    What is said behind it tells its language and nothing else.
    """
    groups = ("participants_states", "participants_orgs", "participants_persons")
    return [
        (
            item["name"],
            item.get("status", ""),
            {one["name"] for group in groups for one in item.get(group, ())},
        )
        for item in record(read_text(f"{text}\n\n{OPENING}")).get("meetings", [])
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Release Date: May 4, 2021\n\nToday, Chilean Minister of Labour Lena Okafor and"
        " Peruvian Minister of the Interior Tomas Brandt led high-level delegations and"
        " met in Quito to speak about work.",
        "Press release\n\nThe Chilean Minister of Labour, Lena Okafor, and the Peruvian"
        " Minister of the Interior, Tomas Brandt, led their delegations and held talks"
        " in Quito on 4 May 2021.",
        "The Minister of Labour of Chile, Lena Okafor, together with her delegation,"
        " met the Minister of Labour of Peru, Tomas Brandt, in Quito on 4 May 2021.",
        "The delegations of Chile and Peru, headed by Deputy Minister Lena Okafor and"
        " Deputy Minister Tomas Brandt, met in Quito on 4 May 2021.",
        "The paper was signed during a meeting between Chilean Minister Lena Okafor and"
        " her Peruvian counterpart Tomas Brandt in Quito on 4 May 2021.",
        "The signing took place when Chile's labour minister, Lena Okafor, officially"
        " met with Peru's labour minister, Tomas Brandt, in Quito on 4 May 2021.",
    ],
)
def test_who_led_a_delegation_and_met_is_read_whole(text: str) -> None:
    [(name, status, who)] = meetings(text)
    assert status == "held"
    assert who == {"Chile", "Peru", "Lena Okafor", "Tomas Brandt"}
    assert not {"led", "and in", "accompanied"} & set(name.split())


@pytest.mark.parametrize(
    "text",
    [
        "Critics want a meeting between Minister Okafor and Minister Tomas Brandt.",
        "They agreed on a meeting between Minister Okafor and Minister Brandt in Lima.",
        "Ahead of a meeting between Minister Okafor and Minister Brandt, it rained.",
        "No meeting between Minister Okafor and Minister Brandt was held.",
        "A meeting between Minister Okafor and Minister Brandt will be held in Lima.",
        "The press asked about a meeting of Minister Okafor and Minister Brandt.",
    ],
)
def test_a_meeting_between_two_that_is_only_spoken_of_was_not_held(text: str) -> None:
    assert not any(status == "held" for _, status, _ in meetings(text))


@pytest.mark.parametrize(
    "text",
    [
        "The Chilean delegation was led by Ms. Lena Okafor, Minister of Labour, the"
        " Peruvian one by Mr. Tomas Brandt, and that of IOM by Mr. Jan Exempel.",
        "Chile's delegation was headed by Ms. Lena Okafor, the Peruvian side by Mr."
        " Tomas Brandt while the one of IOM was led by Mr. Jan Exempel.",
    ],
)
def test_a_delegation_that_is_left_out_the_second_time_came_too(text: str) -> None:
    [(_, _, who)] = meetings(f"{CONFERENCE} {text}")
    persons = {"Lena Okafor", "Tomas Brandt", "Jan Exempel"}
    assert who == {"Chile", "Peru", "IOM"} | persons


def test_the_title_of_a_workshop_is_its_name_and_keeps_two_apart() -> None:
    told = meetings(
        'The workshop "Towards a Common Visa Policy" was held in Suva on 4 May 2023. It'
        ' follows the workshop "On Visa Policy in the Pacific", which was held in Nadi.'
        " Participants in that meeting included representatives from the Government of"
        " Fiji, the Australian High Commission and the Delegation of the European"
        " Union."
    )
    assert told == [
        ("Towards a Common Visa Policy", "held", set()),
        (
            "On Visa Policy in the Pacific",
            "held",
            {"Fiji", "Australia", "European Union"},
        ),
    ]


@pytest.mark.parametrize(
    "text",
    [
        'A minister told the meeting "We Must Act Now In Lima" in 2011.',
        'The report "Towards a Common Visa Policy" was presented in Suva in 2011.',
        'The forum was called "a waste of time" in Suva in 2011.',
    ],
)
def test_what_is_said_at_a_meeting_or_read_there_is_no_title_of_it(text: str) -> None:
    assert not any(name[0].isupper() for name, _, _ in meetings(text))


@pytest.mark.parametrize(
    "text",
    [
        "A similar workshop brought together representatives of Mali, Ghana and ILO.",
        "Another project had gathered experts from Mali, Ghana and the ILO.",
        "An earlier exhibition was attended by Mr. Jan Exempel of the ILO.",
    ],
)
def test_who_came_to_something_else_came_not_to_this_meeting(text: str) -> None:
    assert meetings(f"{CONFERENCE} {text}")[0][2] == set()


def test_who_was_minister_then_came_for_the_state_and_a_former_one_did_not() -> None:
    text = " It brought together Ms. Lena Okafor, then Minister of Labour of Chile, and"
    who = meetings(f"{CONFERENCE}{text} Mr. Tomas Brandt, former Minister of Peru.")
    assert who[0][2] == {"Lena Okafor", "Tomas Brandt", "Chile"}


@pytest.mark.parametrize(
    "text",
    [
        "At the third ministerial conference of the Colombo Process, which was held in"
        " Lima, Chile and Peru reaffirmed, together with IOM, their pledge.",
        "The third ministerial conference of the Colombo Process, convened in Lima by"
        " its chair, gathered high-level representatives of Chile, Peru and IOM.",
        "Participants at the third ministerial conference of the Colombo Process, held"
        " in Lima in 2011, included delegates from Chile, Peru and IOM.",
    ],
)
def test_what_is_told_of_a_meeting_between_it_and_who_came_hides_nobody(
    text: str,
) -> None:
    [(_, status, who)] = meetings(text)
    assert (status, who) == ("held", {"Chile", "Peru", "IOM"})


def test_a_numbered_session_beyond_those_of_one_meeting_is_a_meeting_itself() -> None:
    told = meetings(
        "The 23rd session of the Joint Border Commission was held on 4 May 2021. The"
        " 22nd session took place in Suva on 12 May 2019. Its second session was long."
    )
    assert [name for name, _, _ in told] == [
        "23rd session of the Joint Border Commission",
        "22nd session",
    ]
