"""Lines that a page broke in two, and lines that it ran together."""

import pytest

from hiwar.graph.text.layout import lay_out
from hiwar.graph.text.source import source_from_text


def blocks(text: str) -> list[tuple[str, str]]:
    """Return the kind of each block of an English text, and its words."""
    layout = lay_out(source_from_text(text, "text"))
    assert layout.source.language == "en"
    return [
        (
            block.kind.value,
            " ".join(layout.source.text[block.start : block.end].split()),
        )
        for block in layout.blocks
    ]


@pytest.mark.parametrize("mark", ["", "• "])
def test_a_sentence_that_goes_on_below_the_page_is_one(mark: str) -> None:
    text = (
        f"{mark}The ministers of the two states agreed to hold a number of\n\nmeetings."
    )
    [(_, said)] = blocks(text)
    assert (
        said == "The ministers of the two states agreed to hold a number of meetings."
    )


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("The ministers of the two states agreed to these:", "meetings in the year."),
        ("The ministers of the two states met in the city.", "meetings in the year."),
        ("The two states", "met in the city, as they do in each of the years."),
        ("The ministers of the two states are to meet again", "Meetings in the year."),
    ],
)
def test_what_only_stands_below_a_line_stays_apart(above: str, below: str) -> None:
    assert [said for _, said in blocks(f"{above}\n\n{below}")] == [above, below]


def test_lines_that_begin_small_one_after_the_other_are_a_list() -> None:
    lead = "The ministers of the states spoke about these of the many matters"
    items = ["the return of the migrants", "the guards of the borders", "the work"]
    assert [said for _, said in blocks("\n\n".join([lead, *items]))] == [lead, *items]


def test_lines_that_ran_together_are_apart_at_wide_gaps() -> None:
    lead = (
        "Ann Sample Minister for Foreign Affairs   14 April 2009   Closer to the region"
    )
    said = (
        "The ministers of the two states will meet in the city, as they do each year."
    )
    assert blocks(f"{lead}   {said}  {said}") == [
        ("heading", "Ann Sample Minister for Foreign Affairs"),
        ("dateline", "14 April 2009"),
        ("heading", "Closer to the region"),
        ("paragraph", f"{said} {said}"),
    ]


def test_one_wide_gap_parts_no_sentence() -> None:
    said = "The minister of the state met the   Director of the office "
    assert len(blocks(f"{said}{'and others ' * 20}in the city.")) == 1


@pytest.mark.parametrize("day", ["Friday, 11 April 2014", "SAT 07 MAY 2011"])
def test_a_day_behind_the_repeated_title_is_a_dateline(day: str) -> None:
    title, said = "Talks on the return of migrants", "The ministers of the states met."
    again = title.replace(" of ", "  of ")
    assert [kind for kind, _ in blocks(f"{title}\n\n{again} {day}\n\n{said}")] == [
        "heading",
        "heading",
        "dateline",
        "paragraph",
    ]


def test_a_day_in_the_title_itself_stays_in_it() -> None:
    title, said = "Talks on the return of migrants", "The ministers of the states met."
    found = blocks(f"{title}, Lima, 3 May 2019\n\n{said}")
    assert [words for _, words in found] == [f"{title}, Lima, 3 May 2019", said]


def test_an_item_that_begins_with_a_word_of_saying_makes_no_quotation() -> None:
    above = "• The ministers of the states agreed to train the guards of the borders."
    found = blocks(f"{above}\n• Noted that the work at the border goes on.")
    assert [kind for kind, _ in found] == ["list item", "list item"]


def test_a_line_that_ends_with_a_preposition_goes_on_with_a_name() -> None:
    text = (
        "The ministers of both states met those who had arrived in\n\nMalaysia by sea."
    )
    [(_, said)] = blocks(text)
    assert said.endswith("arrived in Malaysia by sea.")
    whole = "The ministers of both states met those who had arrived"
    assert len(blocks(f"{whole}\n\nMalaysia is the host.")) == 2


@pytest.mark.parametrize("joint", [";", ":", "; and"])
def test_bullets_behind_the_end_of_an_item_begin_others(joint: str) -> None:
    text = (
        "The ministers of both states agreed on these steps at their meeting:\n\n"
        f"• to train more guards on the borders in\n\nMalaysia{joint} • open a school"
    )
    first = f"to train more guards on the borders in Malaysia{joint}"
    assert [said for _, said in blocks(text)][1:] == [first, "open a school"]


def test_a_bullet_between_two_names_begins_no_item() -> None:
    text = "Ministry of Labour: Lima • 3 May\n\nThe ministers met to talk about visas."
    assert [kind for kind, _ in blocks(text)][1:] == ["paragraph"]
    assert len(blocks(text)) == 2
