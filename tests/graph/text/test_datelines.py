"""Place and day of a text, on a line of their own or before its first words."""

import pytest

from tests.graph.text.laying import blocks


@pytest.mark.parametrize(
    "line",
    [
        "10 April 2025",
        "Cairo, 10 April 2025",
        "Brussels, Wednesday 3 May 2019",
        "September 18, 2023",
        "Thursday, 1 May 2025",
    ],
)
def test_a_line_of_place_and_day_is_a_dateline(line: str) -> None:
    assert blocks(line) == [("dateline", "", line)]


@pytest.mark.parametrize(
    "opening",
    [
        "OSLO, 3 May 2021 – ",
        "Oslo, May 3, 2021 (Office) -- ",
        "Oslo, Norway — 3 May 2021 — ",
        "Oslo, 3 May 2021: ",
    ],
)
def test_a_dateline_that_opens_a_paragraph_is_a_block_of_its_own(opening: str) -> None:
    words = "The states of the region met in the city, and they agreed."
    found = blocks(f"{opening}{words}")
    assert found[0][0] == "dateline"
    assert found[0][2] in opening
    assert found[1] == ("paragraph", "", words)


@pytest.mark.parametrize(
    "line",
    [
        "3 May 2021 – The states of the region met in the city, and they agreed.",
        "May 2021: The states of the region met in the city, and they agreed.",
        "Oslo, 3 May 2021 – 4 May 2021.",
        "They met in Oslo, on 3 May 2021 – the states of the region had agreed to.",
    ],
)
def test_a_day_that_an_event_has_opens_no_text(line: str) -> None:
    assert "dateline" not in [kind for kind, _, _ in blocks(line)]


def test_a_timeline_has_no_dateline() -> None:
    words = "The states of the region met, and they agreed on it."
    text = f"Oslo, 3 May 2021 – {words}\n\nRome, 4 June 2022 – {words}"
    assert [kind for kind, _, _ in blocks(text)] == ["paragraph", "paragraph"]
