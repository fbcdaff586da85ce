"""Advisories to the press: What, When, Where and Who of what is yet to come."""

import pytest

from tests.graph.frames.conftest import State

NAME = "Third ministerial conference of the Colombo Process"
LINES = (
    f"MEDIA ADVISORY\n\n{NAME}\n\nWhen: 3-4 May 2022\nWhere: The Palace; Lima, Peru\n"
)
ANA = "Ana Okoro, Minister of Labour of Peru"
MARIO = "Mario Lopez, Minister of Interior of Chile"


@pytest.mark.parametrize(
    "who",
    [
        f"Who: {ANA}; {MARIO}",
        f"\nWHO:\n\n- {ANA}\n- {MARIO}\n",
        f"\nSpeakers:\n\n- {ANA}\n- {MARIO}\n",
    ],
)
def test_who_is_named_in_an_advisory_is_expected(who: str, stated: State) -> None:
    text = LINES + who
    told = {fact[2] for fact in stated(text, "expectedParticipant")}
    assert told >= {"Ana Okoro", "Mario Lopez"}
    assert [f[2] for f in stated(text, "meetingStatus")] == ["meeting-status/planned"]
    assert [f[2] for f in stated(text, "scheduledIn")] == ["Lima"]
    assert not stated(text, "hasParticipant")


@pytest.mark.parametrize(
    "who", ["Who should come: Chile and Peru", "Contact: IOM", "WHO: it sent a letter."]
)
def test_who_is_only_asked_or_written_to_is_not_expected(
    who: str, stated: State
) -> None:
    assert not stated(LINES + who, "expectedParticipant")


def test_a_body_that_is_called_like_a_label_keeps_its_name(stated: State) -> None:
    text = f"The {NAME} was held in Lima. The WHO and IOM took part."
    told = {fact[2] for fact in stated(text, "hasParticipant")}
    assert told == {"WHO", "IOM"}


@pytest.mark.parametrize(
    ("text", "organisers"),
    [
        (
            "was hosted by Peru in collaboration with IOM and ILO",
            {"Peru", "IOM", "ILO"},
        ),
        ("was hosted in Lima by Peru in close cooperation with IOM", {"Peru", "IOM"}),
        ("was held in Lima in partnership with IOM", {"IOM"}),
        ("was hosted by Peru with the support of IOM", set()),
        ("was hosted by Peru in cooperation with IOM's donors", set()),
        ("was hosted by Peru, which works in collaboration with IOM", set()),
    ],
)
def test_who_hosts_in_collaboration_organises_together(
    text: str, organisers: set[str], stated: State
) -> None:
    told = {fact[2] for fact in stated(f"The {NAME} {text}.", "organisedBy")}
    assert told == organisers


@pytest.mark.parametrize(
    ("days", "end"),
    [
        ("30 June and 1 July 2022", ["2022-07-01"]),
        ("June 30th and July 1st, 2022", ["2022-07-01"]),
        ("28 February and 1 March 2022", ["2022-03-01"]),
        ("28 February and 1 March 2024", []),
        ("30 May and 1 June 2022", []),
    ],
)
def test_two_days_over_the_turn_of_a_month_are_one_time(
    days: str, end: list[str], stated: State
) -> None:
    text = f"The {NAME} was held in Lima on {days}."
    assert [fact[2] for fact in stated(text, "endDate")] == end


@pytest.mark.parametrize(
    "text",
    [
        "IOM and ILO were also associated with the conference.",
        "IOM and ILO were closely involved in the discussions.",
        "Representatives of several organisations, such as IOM and ILO, discussed it.",
    ],
)
def test_bodies_beside_the_states_took_part(text: str, stated: State) -> None:
    told = {fact[2] for fact in stated(f"The {NAME} met. {text}", "hasParticipant")}
    assert told == {"IOM", "ILO"}


@pytest.mark.parametrize(
    "text",
    [
        "IOM and ILO are associated with the project.",
        "IOM and ILO were not associated with the conference.",
        "The costs of IOM and ILO were associated with the conference.",
        "Representatives of several bodies, such as IOM and ILO, work in camps.",
    ],
)
def test_bodies_of_other_works_did_not(text: str, stated: State) -> None:
    assert not stated(f"The {NAME} met. {text}", "hasParticipant")
