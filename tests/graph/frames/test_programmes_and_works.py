"""How processes, meetings and documents hang together, told in other words."""

import pytest

from tests.graph.frames.conftest import State

TALKS = "The third ministerial conference of the Colombo Process was held in Lima"


@pytest.mark.parametrize(
    ("text", "predicate", "target"),
    [
        (
            f"{TALKS}. The meeting is part of the Coastal Visa Support project, which "
            "IOM implements.",
            "partOf",
            "Coastal Visa Support project",
        ),
        (
            f"{TALKS} under the aegis of the Coastal Visa Support Programme.",
            "partOf",
            "Coastal Visa Support Programme",
        ),
        (
            "The Colombo Process is financed by the European Union through the "
            "Migration Partnership Facility.",
            "fundedBy",
            "Migration Partnership Facility",
        ),
        (
            f"{TALKS} with funding from the Migration Partnership Facility.",
            "fundedBy",
            "Migration Partnership Facility",
        ),
        (
            "The Colombo Process is a practical application of the Global Compact on "
            "Refugees.",
            "alignsWith",
            "Global Compact on Refugees",
        ),
        (
            "The Lima Action Plan is in full compliance with the Quito Declaration.",
            "alignsWith",
            "Quito Declaration",
        ),
        (
            "The Lima Action Plan replaces the previous Havana Action Plan.",
            "successorOf",
            "Havana Action Plan",
        ),
        (
            f"{TALKS} as a direct follow-up to the Quito Declaration.",
            "followsUp",
            "Quito Declaration",
        ),
        (
            "The Lima Declaration contains the Quito Action Plan.",
            "partOf",
            "Lima Declaration",
        ),
    ],
)
def test_what_hangs_together_is_said_in_many_ways(
    text: str, predicate: str, target: str, stated: State
) -> None:
    assert [value for _, _, value in stated(text, predicate)] == [target]


@pytest.mark.parametrize(
    "text",
    [
        f"{TALKS} without funding from the Migration Partnership Facility.",
        "The Colombo Process should be financed by the Migration Partnership Facility.",
        "The Colombo Process is no application of the Global Compact on Refugees.",
        "If the Lima Action Plan replaces the Havana Action Plan, all is well.",
        f"{TALKS}. It will not be part of the Coastal Visa Support project.",
        "The Colombo Process could be part of the Coastal Visa Support project.",
        "The minister said that the Lima Action Plan complies with the Quito Treaty.",
        f"{TALKS}. The partnership of firms is in line with the ideas of all.",
    ],
)
def test_what_is_denied_or_wished_hangs_together_with_nothing(
    text: str, stated: State
) -> None:
    kinds = ("partOf", "fundedBy", "alignsWith", "successorOf", "followsUp", "buildsOn")
    assert stated(text, *kinds) == []


def test_where_a_document_was_adopted_is_nothing_that_others_build_on(
    stated: State,
) -> None:
    text = (
        "The Colombo Process builds on the Lima Declaration adopted at a Quito Summit."
    )
    assert [value for _, _, value in stated(text, "buildsOn")] == ["Lima Declaration"]
