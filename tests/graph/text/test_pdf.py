import contextlib
import io
import time
import tracemalloc
from collections.abc import Sequence
from pathlib import Path

import pypdf
import pytest
from fpdf import FPDF
from hypothesis import given, settings
from hypothesis import strategies as st

from hiwar.errors import DocumentError
from hiwar.graph.namespaces import HIWAR
from hiwar.graph.reading import read_file
from hiwar.graph.text.extracted import Extracted
from hiwar.graph.text.pdf import read_pdf
from hiwar.graph.text.source import is_pdf
from hiwar.settings import Settings

SETTINGS = Settings()
TALKS = "Kenya hosts the ministerial conference of the Khartoum Process"
POINT = (
    "The officials of the states spoke about point {0} of the list, and they found"
    " that the work on it would go on for as long as all of them wished."
)


class Release(FPDF):
    """A press release as an office prints it: with a head and a foot on each page."""

    def header(self) -> None:
        self.set_font("Helvetica", "I", 8)
        self.cell(0, 8, "Ministry of the Interior of Sweden - Press Office", align="C")
        self.ln(12)

    def footer(self) -> None:
        self.set_y(-15)
        self.set_font("Helvetica", "I", 8)
        self.cell(0, 10, f"Page {self.page_no()} of {{nb}}", align="C")

    def say(self, text: str, size: int = 11, style: str = "") -> None:
        self.set_font("Helvetica", style, size)
        self.multi_cell(0, 0.5 * size, text, new_x="LMARGIN", new_y="NEXT")
        self.ln(0.3 * size)

    def note(self, mark: str, text: str) -> None:
        self.set_font("Helvetica", "", 8)
        self.char_vpos = "SUP"
        self.write(4, mark)
        self.char_vpos = "LINE"
        self.write(4, f" {text}\n")


def release() -> bytes:
    """Return a release of two pages with a footnote, a list and a table."""
    pdf = Release()
    pdf.set_title("Microsoft Word - release_final2.docx")
    pdf.add_page()
    pdf.say(TALKS, 16, "B")
    pdf.say("Nairobi, 4 May 2021")
    pdf.set_font("Helvetica", "", 11)
    pdf.write(
        5.5,
        "The ministerial conference of the Khartoum Process was held in Nairobi on"
        " 3 May 2021. Ministers of 3 countries",
    )
    pdf.char_vpos = "SUP"
    pdf.write(5.5, "1")
    pdf.char_vpos = "LINE"
    pdf.write(5.5, " took part in the conference.\n")
    pdf.ln(3)
    for item in (f"protect refugees {'on the long routes ' * 6};", "help returnees."):
        pdf.cell(5, 5.5, chr(149))
        pdf.say(item)
    for number in range(9):
        pdf.say(POINT.format(number))
    pdf.set_font("Helvetica", "", 11)
    pdf.multi_cell(0, 5.5, "They also spoke of the long road", new_x="LMARGIN")
    pdf.note("1", "Kenya, Egypt and Ethiopia.")
    pdf.add_page()
    pdf.say("that is ahead of the partner-ship.")
    with pdf.table() as table:
        for cells in (("Date", "3 May 2021"), ("Place", "Nairobi")):
            row = table.row()
            for cell in cells:
                row.cell(cell)
    return bytes(pdf.output())


def read(data: bytes) -> Extracted:
    return read_pdf(data, Path("a.pdf"), SETTINGS)


def printed(lines: Sequence[str], *, pages: int = 1) -> bytes:
    pdf = FPDF()
    for _ in range(pages):
        pdf.add_page()
        pdf.set_font("Helvetica", "", 11)
        for line in lines:
            pdf.cell(0, 6, line, new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())


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


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-256"])
def test_a_pdf_that_anybody_may_open_is_read(algorithm: str) -> None:
    locked = io.BytesIO()
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(release()))
    writer.encrypt("", "owner", algorithm=algorithm)
    writer.write(locked)
    assert read(locked.getvalue()) == read(release())


def test_a_pdf_with_a_password_is_refused_with_how_to_mend_it() -> None:
    locked = io.BytesIO()
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(release()))
    writer.encrypt("secret", "owner", algorithm="AES-256")
    writer.write(locked)
    with pytest.raises(DocumentError, match=r"a\.pdf is a PDF locked with a password"):
        read(locked.getvalue())


def test_a_scan_is_refused_and_a_scanned_page_is_told() -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.rect(10, 10, 100, 100, style="F")
    with pytest.raises(DocumentError, match=r"no text on its pages \(1\).*OCR"):
        read(bytes(pdf.output()))
    mixed = FPDF()
    mixed.add_page()
    mixed.set_font("Helvetica", "", 11)
    mixed.cell(0, 6, "The states met.")
    mixed.add_page()
    mixed.rect(10, 10, 100, 100, style="F")
    found = read(bytes(mixed.output()))
    assert found.text == "The states met."
    assert found.notes == ("Pages without text, which may be pictures of it: 2.",)


def test_a_pdf_may_have_as_many_pages_as_the_setting_says() -> None:
    data = printed(["The states met."], pages=3)
    three = Settings(document_max_pages=3)
    assert read_pdf(data, Path("a.pdf"), three).text.count("met.") == 3
    with pytest.raises(DocumentError, match=r"3 pages.*HIWAR_DOCUMENT_MAX_PAGES"):
        read_pdf(data, Path("a.pdf"), Settings(document_max_pages=2))


def test_a_pdf_that_unpacks_to_too_much_is_refused() -> None:
    data = printed([POINT] * 20)
    with pytest.raises(DocumentError, match="HIWAR_DOCUMENT_MAX_UNPACKED_BYTES"):
        read_pdf(data, Path("a.pdf"), Settings(document_max_unpacked_bytes=1000))


@pytest.mark.slow
@settings(deadline=None)
@given(st.data())
def test_a_damaged_pdf_is_read_or_refused_and_nothing_else(data: st.DataObject) -> None:
    damaged = bytearray(RELEASE)
    place = st.integers(0, len(damaged) - 1)
    for _ in range(data.draw(st.sampled_from([1, 10, 200]))):
        damaged[data.draw(place)] = data.draw(st.integers(0, 255))
    cut = data.draw(st.sampled_from([len(damaged), len(damaged) // 2]))
    with contextlib.suppress(DocumentError):
        assert read(bytes(damaged[:cut])).text


@pytest.mark.slow
def test_two_hundred_pages_are_read_in_seconds_and_little_memory() -> None:
    pdf = Release()
    for page in range(200):
        pdf.add_page()
        for number in range(9):
            pdf.say(POINT.format(f"{page}.{number}"))
    data = bytes(pdf.output())
    tracemalloc.start()
    begun = time.perf_counter()
    text = read(data).text
    took, (_, most) = time.perf_counter() - begun, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert text.count("The officials of the states") == 1800
    assert took < 60
    assert most < 200e6


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        (b"%PDF-1.4\n", True),
        (b"\xef\xbb\xbf\n %PDF-2.0", True),
        (b"The mark %PDF-1.4 is at the beginning", False),
        (b"", False),
    ],
)
def test_a_pdf_is_known_by_its_mark(start: bytes, expected: bool) -> None:
    assert is_pdf(start) is expected


RELEASE = release()
