"""Posts as newspapers write them: small ministries, superiors, counterparts, parts."""

import pytest

from hiwar.graph.reading import read_text
from tests.graph.frames.conftest import OPENING, facts_of
from tests.graph.mentions.conftest import Annotate, Person, persons


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Dr Jan Muster, deputy secretary of the Kenyan human resources ministry,"
            " spoke.",
            [
                (
                    "Jan Muster",
                    "deputy secretary of the human resources ministry",
                    "Kenyan",
                )
            ],
        ),
        (
            "Joint Secretary of the expatriates' welfare ministry Dr Ana Probe spoke.",
            [("Ana Probe", "Joint Secretary of the expatriates' welfare ministry", "")],
        ),
        (
            "Workers' Welfare Adviser Jan Muster spoke.",
            [("Jan Muster", "Workers' Welfare Adviser", "")],
        ),
        (
            "The Prime Minister's special envoy on migration Jan Muster spoke.",
            [("Jan Muster", "Prime Minister's special envoy on migration", "")],
        ),
        (
            "Ana Probe, Deputy Secretary in the Bureau of Southern Affairs, spoke.",
            [("Ana Probe", "Deputy Secretary in the Bureau of Southern Affairs", "")],
        ),
        (
            "Kenya's State Minister in charge of Relief Services Jan Muster spoke.",
            [
                (
                    "Jan Muster",
                    "State Minister in charge of Relief Services",
                    "Kenya",
                )
            ],
        ),
        (
            "Minister for Foreign Affairs, European Union and Trade Ana Probe, spoke.",
            [
                (
                    "Ana Probe",
                    "Minister for Foreign Affairs, European Union and Trade",
                    "",
                )
            ],
        ),
        (
            "Deputy Minister of Public Security Tran The Probe spoke.",
            [("Tran The Probe", "Deputy Minister of Public Security", "")],
        ),
        (
            "The Kenyan labour ministry told Minister Jan Muster of it.",
            [("Jan Muster", "Minister", "")],
        ),
        (
            "The Prime Minister's house and Minister Jan Muster burned.",
            [("Jan Muster", "Minister", "")],
        ),
        (
            "Minister Ana Probe. The Hague was next.",
            [("Ana Probe", "Minister", "")],
        ),
        (
            "Jan Muster, Minister for Foreign Affairs, European Union staff and Mali"
            " came.",
            [("Jan Muster", "Minister for Foreign Affairs", "")],
        ),
    ],
)
def test_a_post_is_read_as_a_newspaper_writes_it_and_no_further(
    text: str, found: list[Person], annotated: Annotate
) -> None:
    assert persons(annotated(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Together with his Malian counterpart Jan Muster, Labour Minister Ana Probe"
            " of Kenya will open the talks.",
            [
                ("Jan Muster", "Labour Minister", "Malian"),
                ("Ana Probe", "Labour Minister", "Kenya"),
            ],
        ),
        (
            "His Malian counterpart Jan Muster thanked Labour Minister Ana Probe of"
            " Kenya.",
            [("Jan Muster", "", ""), ("Ana Probe", "Labour Minister", "Kenya")],
        ),
    ],
)
def test_a_counterpart_named_first_holds_the_post_named_next(
    text: str, found: list[Person], annotated: Annotate
) -> None:
    assert sorted(persons(annotated(text))) == sorted(found)


@pytest.mark.parametrize(
    ("text", "states"),
    [
        (
            "LAGOS, 3 May 2019 – With his Malian counterpart Jan Muster, Health"
            " Minister Ana Probe opened the talks in Nigeria.",
            {"Mali", "Nigeria"},
        ),
        (
            "LAGOS, 3 May 2019 – Health Minister Jan Muster and Health Minister Ana"
            " Probe opened the talks in Nigeria.",
            set(),
        ),
        (
            "Special envoy Jan Muster is representing the host, Kenya.",
            {"Kenya"},
        ),
        ("Special envoy Jan Muster is not representing the host, Kenya.", set()),
    ],
)
def test_a_post_is_of_the_state_that_the_text_ties_it_to(
    text: str, states: set[str]
) -> None:
    reading = read_text(f"{text}\n\n{OPENING}")
    assert {fact[2] for fact in facts_of(reading, "postFor")} == states
