"""What is told of another event, body or time is told of no meeting of the text."""

import pytest

from tests.graph.frames.conftest import State

HELD = (
    "The third ministerial conference of the Rabat Process was held in Dakar on "
    "3 May 2024. "
)


@pytest.mark.parametrize(
    "text",
    [
        "The court sat in Lima; Chile presided.",
        "The Security Council met in New York. Chile presided.",
        "The football tournament took place in Lima. Chile hosted it.",
        "There was also a concert. Chile hosted it.",
        "A side event was held by UNHCR. Chile hosted it.",
        "As host of the Olympics, Chile opened the games.",
        "Under the presidency of Mali of the African Union, work went on.",
        "Under the presidency of Mali in the Security Council, a law was passed.",
        "Under the presidency of Mr Omar Sample, Mali grew rich.",
    ],
)
def test_who_hosts_or_chairs_something_else_hosts_or_chairs_no_meeting(
    text: str, stated: State
) -> None:
    assert not stated(HELD + text, "hostedBy", "presidedBy")


def test_who_hosts_and_chairs_the_meeting_itself_does(stated: State) -> None:
    assert stated(HELD + "Chile hosted it.", "hostedBy")
    assert stated(HELD + "Ms Ines Other, Minister of Labour, presided.", "presidedBy")
    text = HELD.replace(" was", ", under the presidency of Mali, was")
    assert stated(text, "presidedBy")


@pytest.mark.parametrize(
    "text",
    [
        "Delegates are due from Chile next year for another event.",
        "Delegates are due from Chile next week.",
        "Chile is expected to host the World Cup in 2030.",
        "Chile and Peru are invited to submit offers.",
    ],
)
def test_whoever_is_due_after_a_meeting_was_held_is_expected_elsewhere(
    text: str, stated: State
) -> None:
    facts = stated(HELD + text, "meetingStatus", "expectedParticipant")
    assert [(f[1], f[2].rpartition("/")[2]) for f in facts] == [
        ("meetingStatus", "held")
    ]


def test_whoever_is_due_at_a_meeting_to_come_is_expected(stated: State) -> None:
    text = HELD.replace("was held", "will be held")
    for said in ("Delegates are due from Chile.", "Chile is expected to attend."):
        assert stated(text + said, "expectedParticipant")


@pytest.mark.parametrize(
    "text",
    [
        "Facing Mr John Smith was Ms Jane Roe, a protester.",
        "Facing them was Ms Jane Roe, who is a journalist.",
        "Two countries, Chile and Peru, agreed a week earlier on fishing.",
        "Three countries, Chile, Peru and Mali, agreed in 2015 on a visa.",
        "The two countries – Chile and Peru – signed a trade pact last year.",
    ],
)
def test_whoever_stands_outside_or_met_before_takes_no_part(
    text: str, stated: State
) -> None:
    assert not stated(HELD + text, "hasParticipant")


@pytest.mark.parametrize(
    "text",
    [
        "IOM and ICMPD jointly serve as the secretariat of a business council.",
        "IOM and ICMPD serve as the secretariat of another forum.",
        "IOM serves as secretariat for the ministers' club.",
        "The company's secretariat is run by ICMPD.",
    ],
)
def test_whoever_serves_another_body_is_no_secretariat_of_the_process(
    text: str, stated: State
) -> None:
    assert not stated(HELD + text, "hasSecretariat")


def test_whoever_serves_its_members_is_its_secretariat(stated: State) -> None:
    for text in (
        "IOM serves as the secretariat.",
        "IOM serves as secretariat for a period of two years.",
        "The process's secretariat is run by ICMPD.",
    ):
        assert stated(HELD + text, "hasSecretariat")


@pytest.mark.parametrize(
    "text",
    [
        "Two suspended members: Mali and Niger.",
        "Former members: Mali and Niger.",
        "The club's members: Mali and Niger.",
        "Non-members: Mali and Niger.",
        "The Rabat Process has two suspended members: Mali and Niger.",
        "The process has lost members: Mali and Niger.",
    ],
)
def test_whoever_was_or_may_become_a_member_is_none(text: str, stated: State) -> None:
    assert not stated(HELD + text, "hasMember")


def test_those_whom_a_label_calls_members_are(stated: State) -> None:
    for text in ("Members: Mali and Niger.", "The process's members: Mali and Niger."):
        assert stated(HELD + text, "hasMember")


@pytest.mark.parametrize(
    "text",
    [
        "It was created in 2016 and counts IOM and UNHCR as its technical secretariat.",
        "The Colombo Process comprises Nepal, Fiji and Chile as observers.",
    ],
)
def test_a_list_of_those_in_another_role_is_none_of_members(
    text: str, stated: State
) -> None:
    assert not stated(f"The Colombo Process met in Lima. {text}", "hasMember")


def test_the_participants_of_a_record_are_no_members(stated: State) -> None:
    text = (
        "BUDAPEST PROCESS\n\nMeeting: 6th Meeting of the Working Group on Visas\n\n"
        "Date: 10-11 June 2014\n\nParticipants: Albania, Armenia and Georgia"
    )
    assert not stated(text, "hasMember")
    assert stated(text, "hasParticipant")
