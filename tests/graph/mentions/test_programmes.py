"""Which phrases name a programme that pays for meetings and work."""

import pytest

from tests.graph.mentions.test_learned import Name


@pytest.mark.parametrize(
    "text",
    [
        "The training is part of the Coastal Return Support project.",
        "They met under the aegis of the Coastal Return Support Programme.",
        "All was paid for by the EU-funded Coastal Return Support Facility.",
        "The Coastal Return Support project, which IOM implements, goes on.",
        "The Coastal Return Support Programme is funded by the European Union.",
        "They met within the framework of the Coastal Return Support (CRS) Programme.",
        "The training is part of the project Coastal Return Support in the South.",
        "It ran the EU-funded programme entitled Coastal Return Support (CRS).",
    ],
)
def test_what_is_paid_for_or_held_under_is_a_programme(text: str, named: Name) -> None:
    found = [words for slot, words, _ in named(text) if slot == "instrument"]
    assert len(found) == 1
    assert found[0].startswith("Coastal Return Support")


@pytest.mark.parametrize(
    "text",
    [
        "The ministers adopted the Dakar Support Programme.",
        "The training is part of the project.",
        "She met the project Coordinator Amina Diallo.",
        "The training is part of the new programme of the ministry.",
        "It is part of the Work Programme.",
        "The Coastal Return Support project has a website.",
        "They read the Coastal Return Support Programme of 2013.",
    ],
)
def test_other_programmes_are_none(text: str, named: Name) -> None:
    assert [words for slot, words, _ in named(text) if slot == "instrument"] == []
