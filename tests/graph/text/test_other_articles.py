"""Lines of a page that lead to other articles, and lines that only look like it."""

import pytest

from tests.graph.text.laying import PROSE, blocks, laid_out


@pytest.mark.parametrize(
    "lead",
    [
        "More news",
        "Related articles:",
        "Read also",
        "You may also like",
        "Latest press releases",
        "Most read",
    ],
)
def test_lines_below_a_heading_of_other_articles_are_furniture(lead: str) -> None:
    text = f"The ministers met.\n\n{lead}\n\nKenya hosts ministers\n- Nepal signs pact"
    assert [kind for kind, *_ in blocks(text)] == ["paragraph", *["furniture"] * 3]


@pytest.mark.parametrize(
    "lead", ["More news\n\nMinisters met", "Read also", "Latest news"]
)
def test_a_menu_above_the_text_leads_to_no_other_articles(lead: str) -> None:
    layout = laid_out(f"{lead}\n\nKenya hosts ministers\n\n{PROSE}")
    assert [block.kind.value for block in layout.blocks][-2:] == [
        "heading",
        "paragraph",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "More news came from the conference in Lima, where ministers met.",
        "Related articles of the Convention",
        "Other conferences",
        "Recommended actions",
        "See also the Lima Declaration",
    ],
)
def test_a_line_that_is_part_of_the_text_leads_to_no_other_articles(line: str) -> None:
    text = f"The ministers met.\n\n{line}\n\nKenya hosts ministers"
    assert [kind for kind, *_ in blocks(text)][-1] == "heading"
