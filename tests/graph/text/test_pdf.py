from pathlib import Path

import pytest
from fpdf import FPDF

from hiwar.graph.namespaces import HIWAR
from hiwar.graph.reading import read_file
from tests.graph.text.printing import POINT, TALKS, Release, printed, read, release


def test_a_release_is_read_as_its_reader_sees_it() -> None:
    paragraphs = read(release()).text.split("\n\n")
    assert paragraphs[:2] == [TALKS, "Nairobi, 4 May 2021"]
    assert paragraphs[2].endswith(
        "Ministers of 3 countries¹ took part in the conference."
    )
    assert [p[:8] for p in paragraphs[3:5]] == ["• protec", "• help r"]
    assert paragraphs[5:14] == [POINT.format(number) for number in range(9)]
    assert paragraphs[14:] == [
        "They also spoke of the long road that is ahead of the partner-ship.",
        "Date: 3 May 2021\nPlace: Nairobi",
        "¹ Kenya, Egypt and Ethiopia.",
    ]


def test_a_printed_footnote_says_who_took_part(tmp_path: Path) -> None:
    path = tmp_path / "release.txt"
    path.write_bytes(release())
    reading = read_file(path)
    named = {
        item.mentioned_as
        for item in reading.statements
        if item.predicate == HIWAR.hasParticipant and item.status.is_true
    }
    assert {"Kenya", "Egypt", "Ethiopia"} <= named
    days = {str(s.object) for s in reading.statements if s.predicate == HIWAR.startDate}
    assert days == {"2021-05-03"}
    for item in reading.sentences:
        quote = reading.source.text[item.start : item.end]
        assert quote == quote.strip() != ""


def test_neither_title_nor_day_is_taken_from_a_program() -> None:
    found = read(release())
    assert (found.title, found.published, found.publisher) == ("", "", "")


def test_a_title_that_the_text_begins_with_is_the_title() -> None:
    pdf = FPDF()
    pdf.set_title("Talks on migration in Nairobi")
    pdf.add_page()
    pdf.set_font("Helvetica", "", 11)
    pdf.cell(0, 6, "TALKS ON MIGRATION IN NAIROBI")
    assert read(bytes(pdf.output())).title == "Talks on migration in Nairobi"


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["the minis-", "ters met"], "the ministers met"),
        (["the EU-", "Africa summit"], "the EU-Africa summit"),
        (
            [
                "a long-term plan is good, they said",
                "and the other is a long-",
                "term one",
            ],
            "a long-term plan is good, they said and the other is a long-term one",
        ),
        (["co\u00adope\u00ad", "rated"], "cooperated"),
    ],
)
def test_a_word_cut_at_the_end_of_a_line_is_whole(lines: list[str], text: str) -> None:
    assert read(printed(lines)).text == text


def test_what_every_page_has_at_its_ends_is_no_text() -> None:
    pdf = Release()
    for word in ("One", "Two", "Three"):
        pdf.add_page()
        for number in range(6):
            pdf.say(f"{word} and {number}.")
    text = read(bytes(pdf.output())).text
    assert "Press Office" not in text
    assert "Page" not in text
    assert text.startswith("One and 0.\n\nOne and 1.")
    assert len(text.split("\n\n")) == 18


def test_a_sentence_goes_on_in_the_next_column() -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", "", 11)
    with pdf.text_columns(ncols=2, gutter=10) as columns:
        columns.write(" ".join(POINT.format(number) for number in range(40)))
    assert read(bytes(pdf.output())).text == " ".join(
        POINT.format(number) for number in range(40)
    )


def test_a_small_line_with_a_number_is_no_footnote_without_its_mark() -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", "", 11)
    pdf.multi_cell(0, 6, POINT * 3, new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("Helvetica", "", 8)
    pdf.multi_cell(0, 6, "4 states were there.", new_x="LMARGIN", new_y="NEXT")
    assert "\n\n4 states were there." in read(bytes(pdf.output())).text


def test_a_heading_on_every_page_is_text() -> None:
    pdf = Release()
    for number in (2, 5, 3, 8):
        pdf.add_page()
        pdf.say(f"Objective {number}", 14, "B")
        pdf.ln(6)
        for point in range(4):
            pdf.say(POINT.format(f"{number}.{point}"))
    text = read(bytes(pdf.output())).text
    assert [line for line in text.split("\n\n") if "Objective" in line] == [
        *("Objective 2", "Objective 5", "Objective 3", "Objective 8")
    ]
