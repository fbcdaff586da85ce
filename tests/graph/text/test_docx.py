import contextlib
import io
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from hypothesis import given, settings
from hypothesis import strategies as st

from hiwar.errors import DocumentError
from hiwar.graph.namespaces import HIWAR
from hiwar.graph.reading import read_file
from hiwar.graph.text.docx import read_docx
from hiwar.graph.text.extracted import Extracted
from hiwar.settings import Settings

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NOTES = (
    f'<w:footnotes xmlns:w="{NAMESPACE}"><w:footnote w:type="separator" w:id="0"/>'
    '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r>'
    "<w:t>Kenya, Egypt and Ethiopia.</w:t></w:r></w:p></w:footnote></w:footnotes>"
)


def read(document: Any, settings: Settings | None = None) -> Extracted:
    return read_docx(saved(document), Path("a.docx"), settings or Settings())


def saved(document: Any) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def release() -> Any:
    """Return a release with a footnote, a list and two tables."""
    document = docx.Document()
    document.core_properties.title = "Talks on migration in Nairobi"
    document.sections[0].header.paragraphs[0].text = "Press Office"
    document.add_heading("Talks on migration in Nairobi", 0)
    paragraph = document.add_paragraph(
        "The ministerial conference of the Khartoum Process was held in Nairobi on"
        " 3 May 2021. Ministers of 3 countries"
    )
    mark = OxmlElement("w:footnoteReference")
    mark.set(qn("w:id"), "2")
    paragraph.add_run()._r.append(mark)
    paragraph.add_run(" took part in the conference.")
    document.add_paragraph("protect refugees;", style="List Bullet")
    document.add_paragraph("help returnees.", style="List Number")
    add_table(document, [("Date", "3 May 2021"), ("Place", "Nairobi")])
    add_table(
        document, [("State", "Head", "Seat"), ("Kenya", "Ms Ann Sample", "Nairobi")]
    )
    part = Part(
        PackURI("/word/footnotes.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
        NOTES.encode(),
        document.part.package,
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    return document


def add_table(document: Any, rows: list[tuple[str, ...]]) -> Any:
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    return table


def test_a_release_is_read_as_word_shows_it() -> None:
    found = read(release())
    assert found.title == "Talks on migration in Nairobi"
    assert found.text.split("\n\n") == [
        "Talks on migration in Nairobi",
        "The ministerial conference of the Khartoum Process was held in Nairobi on"
        " 3 May 2021. Ministers of 3 countries¹ took part in the conference.",
        "• protect refugees;",
        "• help returnees.",
        "Date: 3 May 2021\nPlace: Nairobi",
        "State: Kenya\nHead: Ms Ann Sample\nSeat: Nairobi",
        "¹ Kenya, Egypt and Ethiopia.",
    ]


def test_a_footnote_says_who_took_part(tmp_path: Path) -> None:
    path = tmp_path / "release.docx"
    path.write_bytes(saved(release()))
    named = {
        item.mentioned_as
        for item in read_file(path).statements
        if item.predicate == HIWAR.hasParticipant and item.status.is_true
    }
    assert {"Kenya", "Egypt", "Ethiopia"} <= named


def test_the_file_s_days_are_not_the_text_s() -> None:
    assert read(release()).published == ""


@pytest.mark.parametrize("title", ["Document1", "release_final.docx", "Guide to soups"])
def test_a_title_that_is_not_of_the_text_is_none(title: str) -> None:
    document = docx.Document()
    document.core_properties.title = title
    document.add_paragraph("Talks on migration in Nairobi")
    assert read(document).title == ""


def test_only_what_is_numbered_or_bulleted_is_an_item() -> None:
    document = docx.Document()
    document.add_paragraph("one", style="List Bullet 2")
    document.add_paragraph("goes on", style="List Continue")
    document.add_paragraph("indented", style="List Paragraph")
    assert read(document).text == "• one\n\ngoes on\n\nindented"


def test_a_quotation_by_style_is_marked() -> None:
    document = docx.Document()
    document.add_paragraph("We shall act.", style="Intense Quote")
    document.add_paragraph("The talks went on.")
    assert read(document).text == "“We shall act.”\n\nThe talks went on."


def test_raised_digits_stay_marks_and_breaks_stay_lines() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("3 countries")
    paragraph.add_run("1").font.superscript = True
    paragraph.add_run(" met").add_break()
    paragraph.add_run("in the\tcity")
    assert read(document).text == "3 countries¹ met\nin the city"


def test_what_was_deleted_or_hidden_is_not_read() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Kenya ")
    deleted, inserted = OxmlElement("w:del"), OxmlElement("w:ins")
    for parent, tag, text in (
        (deleted, "w:delText", "hosted"),
        (inserted, "w:t", "left"),
    ):
        run, words = OxmlElement("w:r"), OxmlElement(tag)
        words.text = text
        run.append(words)
        parent.append(run)
        paragraph._p.append(parent)
    hidden = paragraph.add_run(" secretly")
    hidden.font.hidden = True
    assert read(document).text == "Kenya left"


def test_a_head_in_bold_names_the_columns_of_a_table() -> None:
    document = docx.Document()
    table = add_table(
        document, [("State", "Role"), ("Kenya", "host"), ("Egypt", "chair")]
    )
    for cell in table.rows[0].cells:
        cell.paragraphs[0].runs[0].bold = True
    assert (
        read(document).text == "State: Kenya\nRole: host\n\nState: Egypt\nRole: chair"
    )


def test_a_table_that_lays_out_a_page_is_its_paragraphs() -> None:
    document = docx.Document()
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "The states met. " * 30
    table.cell(0, 1).text = "They agreed."
    assert read(document).text.endswith("The states met.\n\nThey agreed.")


def archive(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, data in parts.items():
            zipped.writestr(name, data)
    return file.getvalue()


def body(markup: str) -> bytes:
    """Return a DOCX whose main part is this markup."""
    with zipfile.ZipFile(io.BytesIO(saved(docx.Document()))) as zipped:
        parts = {name: zipped.read(name) for name in zipped.namelist()}
    return archive(parts | {"word/document.xml": markup.encode()})


def document_of(markup: str) -> bytes:
    return body(
        f'<w:document xmlns:w="{NAMESPACE}"><w:body>{markup}</w:body></w:document>'
    )


NESTED = "<w:tbl><w:tr><w:tc>"


@pytest.mark.parametrize(
    ("data", "parts"),
    [
        (b"PK\x03\x04 text", ("damaged ZIP archive", "Fetch or copy it again")),
        (archive({"a.txt": b"x"}), ("a ZIP archive", "unpack it")),
        (archive({"xl/workbook.xml": b"x"}), ("an Excel workbook", "DOCX")),
        (archive({"content.xml": b"x"}), ("an OpenDocument file", "DOCX")),
        (archive({"word/document.xml": b"x"}), ("damaged DOCX", "save it again")),
        (body("<w:document"), ("damaged DOCX", "save it again")),
        (document_of(NESTED * 100_000), ("damaged DOCX", "save it again")),
        (
            document_of(NESTED * 70 + "</w:tc></w:tr></w:tbl>" * 70),
            ("nest more than 200 deep", "HIWAR_DOCUMENT_MAX_DEPTH"),
        ),
        (
            document_of(f"<w:p><w:r><w:t>{'A' * 60_000_000}</w:t></w:r></w:p>"),
            ("unpacks to 60,", "HIWAR_DOCUMENT_MAX_UNPACKED_BYTES"),
        ),
    ],
    ids=[
        *("cut", "other", "Excel", "ODT", "no package", "no XML"),
        *("bomb of tags", "deep", "bomb"),
    ],
)
def test_what_is_no_docx_is_refused_with_its_name_and_a_cure(
    data: bytes, parts: tuple[str, ...]
) -> None:
    with pytest.raises(DocumentError) as refused:
        read_docx(data, Path("a.docx"), Settings())
    for part in ("a.docx", *parts):
        assert part in refused.value.detail


@pytest.mark.slow
@settings(deadline=None)
@given(st.data())
def test_a_damaged_docx_is_read_or_refused_and_nothing_else(
    data: st.DataObject,
) -> None:
    damaged = bytearray(RELEASE)
    place = st.integers(0, len(damaged) - 1)
    for _ in range(data.draw(st.sampled_from([1, 10, 200]))):
        damaged[data.draw(place)] = data.draw(st.integers(0, 255))
    with contextlib.suppress(DocumentError):
        read_docx(bytes(damaged), Path("a.docx"), Settings())


RELEASE = saved(release())
