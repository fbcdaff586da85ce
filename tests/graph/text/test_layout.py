import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiwar.graph.text.layout import BlockKind, lay_out
from hiwar.graph.text.source import source_from_text
from tests.graph.text.laying import PROSE, blocks, laid_out

CHARACTERS = st.one_of(
    st.characters(exclude_categories=["Cs"]),
    st.sampled_from("\n\n\n .!?؟•-–*1¹()[]“”\"'’"),
    st.sampled_from("اةعربيשלום\u0301\u0651\u200f\u202e\u2028\u0085\x0c\ufeffﬁİß𝔘😀"),
)


def sentences(text: str) -> list[str]:
    layout = laid_out(f"{PROSE}\n\n{text}")
    found = [layout.source.text[s.start : s.end] for s in layout.sentences]
    return found[found.index(PROSE) + 1 :]


@given(st.text(CHARACTERS, max_size=300))
def test_offsets_are_exact_ordered_and_apart_in_any_text(text: str) -> None:
    layout = laid_out(text)
    canonical, position = layout.source.text, 0
    assert [item.index for item in layout.sentences] == list(
        range(len(layout.sentences))
    )
    for block in layout.blocks:
        assert position <= block.start <= block.end <= len(canonical)
        inside = block.start
        for item in layout.sentences[block.first : block.last]:
            quote = canonical[item.start : item.end]
            assert inside <= item.start < item.end <= block.end
            assert quote == quote.strip() != ""
            assert not canonical[inside : item.start].strip()
            inside = item.end
        assert not canonical[inside : block.end].strip()
        position = block.end


@given(st.lists(st.text(CHARACTERS, max_size=60), max_size=5))
def test_every_letter_of_a_text_is_in_a_sentence(parts: list[str]) -> None:
    layout = laid_out("\n\n".join(parts))
    covered = {i for s in layout.sentences for i in range(s.start, s.end)}
    text = layout.source.text
    markers = {i for block in layout.blocks for i in range(block.start)} - {
        i for block in layout.blocks for i in range(block.start, block.end)
    }
    for index, char in enumerate(text):
        if unicodedata.category(char).startswith("L"):
            assert index in covered or index in markers


@pytest.mark.parametrize("mark", [*list("•▪◦●■‣·"), "-", "–", "—", "*"])
def test_a_bullet_of_any_sort_begins_an_item(mark: str) -> None:
    text = f"{mark} Protect refugees;\n  {mark}  Return migrants"
    assert blocks(text) == [
        ("list item", mark, "Protect refugees;"),
        ("list item", mark, "Return migrants"),
    ]


@pytest.mark.parametrize("number", ["1.", "12.", "3)", "(4)", "(a)", "iv)"])
def test_a_number_or_letter_with_its_mark_begins_an_item(number: str) -> None:
    assert blocks(f"{number} Protect refugees") == [
        ("list item", number, "Protect refugees")
    ]


@pytest.mark.parametrize(
    "line",
    [
        "-glued to a word",
        "1.5 million people",
        "2019. A year in review",
        "•",
        "(in brackets) it goes on",
        "A-B",
    ],
)
def test_what_only_looks_like_a_bullet_begins_none(line: str) -> None:
    assert [kind for kind, _, _ in blocks(line)] == ["heading"]


@pytest.mark.parametrize(
    ("line", "marker", "text"),
    [
        ("¹ Egypt, France.", "¹", "Egypt, France."),
        ("¹²Egypt", "¹²", "Egypt"),
        ("[3] Egypt and France", "[3]", "Egypt and France"),
        ("* without prejudice to status", "*", "without prejudice to status"),
    ],
)
def test_a_footnote_is_known_by_its_marker(line: str, marker: str, text: str) -> None:
    assert blocks(line) == [("footnote", marker, text)]


@pytest.mark.parametrize(
    "line",
    [
        "Press releases",
        "Skip to main content",
        "Loading...",
        "Share this page",
        "Read more about the dialogue",
        "FOR IMMEDIATE RELEASE",
        "Embargoed until 3 May 2021, 10:00",
        "- ENDS -",
        "Notes to editors:",
        "Page 2 of 7",
        "For more information, please contact Mr. Omar Sample at",
    ],
)
def test_what_belongs_to_the_page_is_furniture(line: str) -> None:
    assert blocks(line) == [("furniture", "", line)]


def test_a_line_that_names_the_speaker_makes_the_one_above_a_quotation() -> None:
    words = "Migration is of the first order, and we shall act on it."
    assert blocks(f"{words}\nsaid Minister Sample\nThe talks go on.") == [
        ("quotation", "", words),
        ("paragraph", "", "said Minister Sample"),
        ("paragraph", "", "The talks go on."),
    ]
    assert blocks(f"{words}\nCommissioner Sample said")[0][0] == "quotation"


def test_words_before_a_blank_line_are_not_the_speakers() -> None:
    kinds = [kind for kind, _, _ in blocks(f"{PROSE}\n\nsaid Minister Sample")]
    assert kinds == ["paragraph", "heading"]


def test_a_line_with_a_dash_that_says_who_said_it_is_a_quotation() -> None:
    line = "– We shall act on what we agreed, said Minister Sample."
    assert blocks(line)[0][:2] == ("quotation", "–")


def test_lines_broken_at_a_column_are_one_paragraph() -> None:
    wrapped = (
        "The ministers of the states on the route met in the capital for the\n"
        "third time, and they agreed to work more closely together on return,\n"
        "on readmission and on the protection of refugees in the region. They\n"
        "meet again in a year.\n"
        "\n"
        "- the first item is broken at a column, since its line is too long to\n"
        "  stay whole\n"
        "- the second item"
    )
    layout = laid_out(wrapped)
    assert [(block.kind, block.last - block.first) for block in layout.blocks] == [
        (BlockKind.PARAGRAPH, 2),
        (BlockKind.ITEM, 1),
        (BlockKind.ITEM, 1),
    ]


def test_lines_that_are_paragraphs_stay_apart() -> None:
    text = "\n".join([PROSE, PROSE + " " + PROSE, PROSE])
    assert [kind for kind, _, _ in blocks(text)] == ["paragraph"] * 3


def test_paragraphs_with_numerals_one_after_the_other_are_a_list() -> None:
    found = blocks("I. Train guards.\n\nII. Share data.\n\nIV. Rest now.")
    assert found == [
        ("list item", "I", "Train guards."),
        ("list item", "II", "Share data."),
        ("paragraph", "", "IV. Rest now."),
    ]
    assert blocks("I. Rossi spoke.\n\nI. Bianchi left.")[0][0] == "paragraph"


def test_a_heading_loses_its_hashes() -> None:
    assert blocks("## What was agreed") == [("heading", "", "What was agreed")]


@pytest.mark.parametrize(
    "text",
    [
        "H.E. Mr. Omar Sample met Dr. Ali Sample of the U.N. in the capital.",
        "See No. 21 of the list, e.g. in the annex.",
        "It rose by 1.5 per cent, i.e. to 3,800 cases.",
        "The Mexico-U.S. Joint Communique was read out.",
    ],
)
def test_an_abbreviation_ends_no_sentence(text: str) -> None:
    assert sentences(text) == [text]


def test_arabic_and_hebrew_are_split_where_they_end() -> None:
    layout = laid_out("عقد الاجتماع في القاهرة. حضر الوزراء؟ נפגשו השרים.")
    text = layout.source.text
    assert [text[s.start : s.end] for s in layout.sentences] == [
        "عقد الاجتماع في القاهرة.",
        "حضر الوزراء؟",
        "נפגשו השרים.",
    ]


def test_a_long_line_is_split_as_a_short_one_is() -> None:
    one = "The states agreed on point {0} of the list. So did H.E. Mr. Omar {0}."
    many = " ".join(one.format(number) for number in range(2000))
    found = sentences(many)
    assert len(found) == 4000
    assert found[:2] == [
        "The states agreed on point 0 of the list.",
        "So did H.E. Mr. Omar 0.",
    ]
    assert found[-2:] == [
        "The states agreed on point 1999 of the list.",
        "So did H.E. Mr. Omar 1999.",
    ]


@pytest.mark.parametrize("marks", ["“{}”", "«{}»", "„{}“"])
def test_a_line_that_is_all_quotation_is_somebodys_words(marks: str) -> None:
    said = marks.format("Kenya will chair the Dialogue next year. — Ana Sample")
    layout = lay_out(source_from_text(f"The talks ended.\n\n{said}\n\nSo it was.", "x"))
    kinds = [block.kind for block in layout.blocks]
    assert kinds == [BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.PARAGRAPH]


@pytest.mark.parametrize("bullet", ["•", "▪", "\uf0b7", "ï\x82·"])
def test_items_on_one_line_are_items_each(bullet: str) -> None:
    text = (
        f"They agreed that:\n\n{bullet} guards will be trained {bullet} data is shared"
    )
    assert sentences(text)[1:] == ["guards will be trained", "data is shared"]
