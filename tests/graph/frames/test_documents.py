import pytest

from hiwar.graph.model import Status
from hiwar.graph.namespaces import HIWAR
from hiwar.graph.reading import read_text
from tests.graph.frames.conftest import Fact, State

CONFERENCE = "ministerial conference of the Rabat Process"
HELD = f"The {CONFERENCE} was held in Dakar on 3 May 2019. "


@pytest.mark.parametrize(
    "told",
    [
        "The conference adopted the Dakar Ministerial Declaration and Action Plan.",
        "It adopted two documents: the Dakar Ministerial Declaration and the Dakar"
        " Action Plan.",
        "The Dakar Ministerial Declaration and Action Plan were adopted there.",
    ],
)
def test_two_documents_in_one_phrase_are_two(told: str, stated: State) -> None:
    facts = stated(HELD + told)
    assert [fact for fact in facts if fact[1] == "adoptedAt"] == [
        ("Dakar Ministerial Declaration", "adoptedAt", CONFERENCE),
        ("Dakar Action Plan", "adoptedAt", CONFERENCE),
    ]
    assert [fact[2] for fact in facts if fact[1] == "documentKind"] == [
        "document-kind/declaration",
        "document-kind/action-plan",
    ]


def test_what_is_adopted_has_that_status_and_no_other() -> None:
    reading = read_text(f"{HELD}The conference adopted the Dakar Declaration.")
    adopted = [s for s in reading.statements if s.status is Status.ADOPTED]
    assert {s.predicate for s in adopted} == {HIWAR.adoptedAt}


def test_a_document_adopted_in_another_year_is_not_of_this_meeting(
    stated: State,
) -> None:
    text = HELD + "The Nile Declaration, adopted in 2014, is the basis of the talks."
    assert stated(text, "adoptedAt") == []
    assert ("Nile Declaration", "when", "2014") in stated(text)


def test_a_document_without_a_date_has_that_of_its_meeting(stated: State) -> None:
    text = HELD + "The conference adopted the Dakar Declaration."
    assert ("Dakar Declaration", "when", "2019-05-03") in stated(text)


def test_of_a_meeting_of_several_days_its_documents_have_the_month(
    stated: State,
) -> None:
    text = (
        f"The {CONFERENCE} was held in Dakar from 3 to 5 May 2019. The conference"
        " adopted the Dakar Declaration."
    )
    assert ("Dakar Declaration", "when", "2019-05") in stated(text)


def test_what_a_state_adopts_on_its_own_is_no_adoption_of_the_meeting(
    stated: State,
) -> None:
    text = HELD + "Kenya adopted the National Migration Strategy."
    assert stated(text, "adoptedAt") == []


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        (
            "The Khartoum Process is part of the Joint Valletta Action Plan.",
            [("Khartoum Process", "partOf", "Joint Valletta Action Plan")],
        ),
        (
            "The Khartoum Process takes into account the Rabat Process and the Global"
            " Compact for Migration.",
            [
                ("Khartoum Process", "alignsWith", "Rabat Process"),
                ("Khartoum Process", "alignsWith", "Global Compact for Migration"),
            ],
        ),
        (
            "The Khartoum Process builds on the Rabat Process and the Joint Valletta"
            " Action Plan.",
            [
                ("Khartoum Process", "buildsOn", "Rabat Process"),
                ("Khartoum Process", "buildsOn", "Joint Valletta Action Plan"),
            ],
        ),
        (
            "The senior officials meeting of the Rabat Process follows up on the"
            " Valletta Summit.",
            [
                (
                    "senior officials meeting of the Rabat Process",
                    "followsUp",
                    "Valletta Summit",
                )
            ],
        ),
        (
            "The Cairo Action Plan is the strategic framework of the Khartoum Process.",
            [("Cairo Action Plan", "frameworkOf", "Khartoum Process")],
        ),
        ("The Khartoum Process and the Rabat Process go on.", []),
        ("The Khartoum Process praised the Joint Valletta Action Plan.", []),
        ("The Khartoum Process builds on mutual trust of the states.", []),
    ],
)
def test_things_hang_together_only_as_the_text_says(
    text: str, relations: list[Fact], stated: State
) -> None:
    kinds = ("partOf", "alignsWith", "buildsOn", "followsUp", "frameworkOf", "fundedBy")
    assert stated(text, *kinds) == relations


def test_a_common_noun_with_its_year_is_a_document_of_its_own(stated: State) -> None:
    text = (
        "Kenya and Mali signed a labour agreement in 2021. Chad recalled the 2016"
        " migration agreement and the 2019 road map."
    )
    named = {name for name, _, _ in stated(text, "documentKind")}
    assert named == {"labour agreement", "2016 migration agreement", "2019 road map"}
