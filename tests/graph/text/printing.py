"""PDFs that are printed for the tests."""

from collections.abc import Sequence
from pathlib import Path

from fpdf import FPDF

from hiwar.graph.text.extracted import Extracted
from hiwar.graph.text.pdf import read_pdf
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
