from collections.abc import Callable

import pytest

from hiwar.graph.reading import read_text
from hiwar.graph.record import record
from tests.graph.mentions.conftest import bodies

Name = Callable[[str], list[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The Department of Nile Affairs and the Department of Visa Affairs met.",
            ["Department of Nile Affairs", "Department of Visa Affairs"],
        ),
        (
            "The Ministry of Human Resources and the State Migration Service met.",
            ["Ministry of Human Resources", "State Migration Service"],
        ),
        (
            "The Ministry of Justice and Public Security met.",
            ["Ministry of Justice and Public Security"],
        ),
        (
            "The Ministry of Workers' Welfare and Overseas Skills met.",
            ["Ministry of Workers' Welfare and Overseas Skills"],
        ),
        (
            "A data pact of the Department of Visa Affairs and Peru began.",
            ["Department of Visa Affairs"],
        ),
        (
            "The Commission on Peru and Chile met.",
            ["Commission on Peru and Chile"],
        ),
        ("The Royal Chadian Navy met.", ["Royal Chadian Navy"]),
        ("The Navy met, and the Chadian Navy Secretary left.", []),
        ("It is of the Nile Economic Community alone.", ["Nile Economic Community"]),
        ("The Council of Nile Visa Officers Dr Ana Sample met.", None),
        ("The Council of Nile Visa Officers H.E. Ana Sample met.", None),
    ],
)
def test_bodies_joined_by_and_are_kept_apart(
    text: str, names: list[str] | None, named: Name
) -> None:
    expected = ["Council of Nile Visa Officers"] if names is None else names
    assert bodies(named, text) == expected


def test_a_list_of_persons_is_no_list_of_fields(named: Name) -> None:
    text = (
        "They met Jan Exempel, Secretary-General of the Organisation for Nile Visas,"
        " Ana Sample, Health Commissioner, and Omar Other, Minister of Health of Chad."
    )
    assert bodies(named, text)[:1] == []
    assert [what for slot, what, _ in named(text) if slot == "person"] == [
        "Jan Exempel",
        "Ana Sample",
        "Omar Other",
    ]


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("Lake Region Chiefs of Police", "LRCP"),
        ("Nile Plus Delivery Unit", "NPDU"),
        ("Andean Development Cooperation", "ADC"),
        ("Nile States Secretariat", "NSS"),
    ],
)
def test_a_pair_tells_of_more_bodies_than_a_name_alone(
    long: str, short: str, named: Name
) -> None:
    found = named(f"The {long} ({short}) is new. They speak of the {short} often.")
    assert [(slot, what) for slot, _, what in found] == [("org", long.lower())] * 2
    assert bodies(named, f"The {long} is new.") == []


@pytest.mark.parametrize(
    ("text", "post"),
    [
        (
            "Ana Sample, Head of the State Migration Service of Chad, spoke to the"
            " people of the town.",
            "Head of the State Migration Service",
        ),
        (
            "The Director of the Nile Visa Agency of Chad, Ana Sample, spoke to the"
            " people of the town.",
            "Director of the Nile Visa Agency",
        ),
    ],
)
def test_a_post_at_an_agency_of_a_state_is_for_the_state(text: str, post: str) -> None:
    (person,) = record(read_text(text))["persons"]
    assert person["post"] == post
    assert person["organisation_or_state"]["name"] == "Chad"


@pytest.mark.parametrize(
    ("said", "is_named"),
    [("UN agencies", False), ("the UN system", False), ("the UN", True)],
)
def test_the_family_of_the_united_nations_does_not_name_it(
    said: str, is_named: bool
) -> None:
    text = f"The ministers of the states met in the city with {said} and with UNHCR."
    names = [item["name"] for item in record(read_text(text))["organisations"]]
    assert ("UN" in names) is is_named


@pytest.mark.parametrize(
    ("behind", "ministry"),
    [
        ("and Omar Other, Deputy Director General of", "Ministry of Labour"),
        ("and Jan van Example, Head of Unit at", "Ministry of Labour"),
        (
            "and Social Security, and Omar Other, Director of",
            "Ministry of Labour and Social Security",
        ),
    ],
)
def test_a_ministry_ends_before_the_next_person_and_not_before_its_next_field(
    behind: str, ministry: str
) -> None:
    text = f"Ana Sample, Permanent Secretary, Ministry of Labour {behind} Frontex, met."
    first, second = record(read_text(text))["persons"]
    assert first["post"] == f"Permanent Secretary, {ministry}"
    assert second["organisation_or_state"]["name"] == "Frontex"


@pytest.mark.parametrize(
    ("whose", "is_its"),
    [
        ("representatives of member states of the Colombo Process", True),
        ("delegates from the participating countries of the Colombo Process", True),
        ("focal points of the Colombo Process", True),
        ("smugglers who laughed at the Colombo Process", False),
        ("critics of the Colombo Process", False),
    ],
)
def test_a_meeting_of_those_of_a_process_is_of_the_process(
    whose: str, is_its: bool
) -> None:
    text = f"Meeting of {whose} was held in Lima on 21 November 2014."
    meetings = record(read_text(text)).get("meetings", [])
    assert any("of_process" in item for item in meetings) is is_its
