"""The many ways in which a report says what was agreed, discussed or aimed at."""

import pytest

from tests.graph.frames.conftest import State, kinds

HELD = (
    "The fourth ministerial conference of the Colombo Process was held in Lima on"
    " 3 May 2019. "
)
PLANNED = (
    "The fourth ministerial conference of the Colombo Process will be held in Lima on"
    " 3 May 2029. "
)


@pytest.mark.parametrize(
    "text",
    [
        "Participating countries have pledged joint action against people smugglers.",
        "The ministers reached agreement on the skills of migrant workers.",
        "The 12 participating countries agreed on a plan for migrants.",
        "Delegates gave their word to protect migrant workers.",
        "Kenya pledged 2 million dollars for the protection of refugees.",
        "The two sides stressed their joint commitment to the return of migrants.",
        "Members agreed to hold a workshop on the recruitment of migrants.",
        "Member States also committed to, inter alia, protect domestic workers.",
        "Ministers unanimously approved the creation of a school for border guards.",
        "They endorsed recommendations to ease the recruitment of workers.",
        "The conference mandated its secretariat to write a study on remittances.",
        "An agreement was reached to set up joint patrols at the border.",
        "Joint patrols at the border were also agreed upon.",
        "Among the decisions taken was the creation of a task force on return.",
        "Border guards will be trained together, the ministers agreed.",
        "The conference ended with an agreement to protect victims of trafficking.",
        "The ministers agreed the following:\n\n- to protect migrants;",
        "The following measures were agreed:\n\n1. Joint patrols at the border",
        "The Kenyan side promised to take back migrants in dignity.",
        "They expressed a clear commitment to preventing migrant smuggling.",
        "The delegates signed off on plans for a joint border patrol.",
        "Many of them committed to train border guards.",
        "\n\nDecisions\n\n- Establishment of a working group on migrant health",
        "\n\nOutcomes:\n\n- Nepal and Fiji will run a campaign for migrants.",
    ],
)
def test_what_was_agreed_is_a_commitment(text: str, stated: State) -> None:
    assert kinds(HELD + text, stated) == {"Commitment"}


@pytest.mark.parametrize(
    "text",
    [
        "The heads of delegation agreed on the need to protect migrants.",
        "Participating countries could have pledged action against smugglers.",
        "No agreement was reached on joint patrols at the border.",
        "Joint patrols at the border were discussed by nobody and never agreed upon.",
        "Critics say that joint patrols at the border were agreed upon.",
        "An agreement would be reached if migrants were protected.",
        "The Kenyan side refused to take back migrants.",
        "The Kenyan side insisted that Italy must take back migrants.",
        "The two sides were close to an agreement on the return of migrants.",
        "The sides failed to reach agreement on the return of migrants.",
        "They said that a commitment to protect migrants was missing.",
        "Minister Amina Diallo pledged to protect migrants.",
        "Amina Diallo promised 2 million dollars for refugees.",
        "NGOs demanded that ministers agree the following:\n\n- to protect migrants;",
        "The following measures were proposed:\n\n1. Joint patrols at the border",
        "Border guards will be trained together, the minister hoped.",
        "NGOs demand that border guards be trained together, the ministers agreed.",
        "The ministers agreed on five priorities for the protection of migrants.",
        "Ministers rejected the creation of a school for border guards.",
        "The proposal to train border guards was not endorsed.",
        "Nepal and Fiji will run a campaign for migrants.",
        "They adopted the Dakar Declaration. The declaration includes a preamble and"
        " three annexes on migration.",
        "They adopted the Dakar Declaration. The declaration sets out the history of"
        " the dialogue on migration.",
        "Irregular migration remains a shared challenge, the ministers agreed.",
        "Smuggling of migrants will remain a challenge, the ministers agreed.",
        "The agenda of the migration forum was agreed.",
        "The date of the next meeting on returns was decided.",
        "The wording of a text on migration was agreed upon.",
    ],
)
def test_what_nobody_agreed_is_none(text: str, stated: State) -> None:
    assert "Commitment" not in kinds(HELD + text, stated)


@pytest.mark.parametrize("heading", ["Decisions", "Agreed actions:"])
def test_a_meeting_to_come_has_decided_nothing(heading: str, stated: State) -> None:
    below = f"\n\n{heading}\n\n- Joint training of border guards"
    assert kinds(HELD + below, stated) == {"Commitment"}
    assert not kinds(PLANNED + below, stated)


@pytest.mark.parametrize(
    "text",
    [
        "The two sides held in-depth discussions on return and readmission.",
        "The ministers had a fruitful exchange on labour migration and visas.",
        "Ways to fight migrant smuggling were explored as well.",
        "Participants looked into the cost of remittances for migrant workers.",
        "Discussions covered fair recruitment and the health of migrants.",
        "Delegates shared experiences on the reintegration of returning migrants.",
        "Migration and asylum topped the agenda of the conference.",
        "Particular attention was given to unaccompanied migrant children.",
        "Working groups examined border management, legal migration and asylum.",
        "The meeting was an opportunity to discuss irregular migration at sea.",
        "The purpose of the meeting was to discuss trafficking in human beings.",
        "The conference was convened to review the protection of refugees.",
        "On the agenda: labour migration and fair recruitment.",
        'The conference had as its theme "Safe migration for all".',
        'Its topic was "Labour migration in Asia".',
        "The meeting allowed participants to take stock of the return of migrants.",
        "Another subject was the situation of refugees at sea.",
        "The ministers agreed on five priorities for the protection of migrants.",
    ],
)
def test_what_a_meeting_was_about_is_an_area(text: str, stated: State) -> None:
    assert kinds(HELD + text, stated) == {"AreaOfFocus"}


@pytest.mark.parametrize(
    "text",
    [
        "The ministers did not discuss the return of migrants.",
        "The return of migrants was never addressed.",
        "No attention was paid to unaccompanied migrant children.",
        "It is said that migration topped the agenda of the conference.",
        "The meeting was no opportunity to discuss irregular migration.",
    ],
)
def test_what_a_meeting_was_not_about_is_none(text: str, stated: State) -> None:
    assert not kinds(HELD + text, stated)


@pytest.mark.parametrize(
    "text",
    [
        "The meeting aims to make remittances of migrants cheaper.",
        "The aim of the meeting is to protect migrants at work.",
        "The meeting aims at improving the protection of migrants at work.",
        "\n\nExpected outcomes:\n\n- Agree on a hotline for migrants.",
    ],
)
def test_what_a_meeting_is_for_is_an_intention(text: str, stated: State) -> None:
    assert kinds(PLANNED + text, stated) == {"Intention"}


def test_two_ministers_undertake_for_their_states(stated: State) -> None:
    text = (
        "Amina Diallo, Minister of the Interior of Mali, and Jan Exempel, Minister of"
        " the Interior of Kenya, agreed to train border guards together."
    )
    agents = {value for _, _, value in stated(text, "committedBy")}
    assert agents == {"Mali", "Kenya"}


def test_ministers_of_several_states_undertake_for_these(stated: State) -> None:
    text = (
        "The Ministers of Interior and of Migration of Kenya, Mali and Chad decided to"
        " train border guards together."
    )
    agents = {value for _, _, value in stated(text, "committedBy")}
    assert agents == {"Mali", "Kenya", "Chad"}


def test_who_approves_the_declaration_below_speaks_as_we(stated: State) -> None:
    below = "\n\nWe discussed visas.\n\nWe agree to protect migrants together."
    text = "The ministers of the Colombo Process met in Lima in 2019 and adopted"
    assert "Commitment" in kinds(f"{text} the following declaration:{below}", stated)
    assert not kinds(f"{text} nothing. The minister spoke.{below}", stated)
