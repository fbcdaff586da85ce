"""DOCX becomes text: paragraphs, items, tables and notes, as a page shows them."""

import io
import re
import zipfile
import zlib
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from lxml import etree

from hiwar.errors import DocumentError
from hiwar.graph.text.extracted import Extracted, is_title, require_depth
from hiwar.graph.text.page import Page, raised
from hiwar.graph.text.wordtable import has_head, rows_of
from hiwar.settings import Settings

__all__ = ["read_docx"]

_OTHER_PACKAGES = {
    "ppt/presentation.xml": "a PowerPoint presentation",
    "xl/workbook.xml": "an Excel workbook",
    "content.xml": "an OpenDocument file",
}
_BROKEN = (
    AttributeError,
    EOFError,
    LookupError,
    NotImplementedError,
    RuntimeError,
    TypeError,
    ValueError,
    etree.LxmlError,
    zipfile.BadZipFile,
    zlib.error,
)
_ITEM = re.compile(r"(?i)list (?:bullet|number)")
_QUOTE = re.compile(r"(?i)(?:intense )?quote|block ?text|quotations?")
_UNREAD = frozenset(
    {
        qn("w:del"),
        qn("w:moveFrom"),
        qn("w:pPr"),
        qn("w:rPr"),
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    }
)
_WRITTEN = {"tab": " ", "noBreakHyphen": "-", "softHyphen": "", "cr": "\n", "br": "\n"}


def read_docx(data: bytes, path: Path, settings: Settings) -> Extracted:
    """Return the text of a DOCX file and the title among its properties.

    Changes that are tracked are taken as accepted. Heads and feet of its pages are
    no part of the text. Its dates are those of the file, and say nothing of the text.

    Raises:
        DocumentError: If it is no DOCX, is damaged, or unpacks to too much.
    """
    _require_docx(data, path, settings.document_max_unpacked_bytes)
    try:
        document = docx.Document(io.BytesIO(data))
        notes = _notes(document)
        title = (document.core_properties.title or "").strip()
        styles = {style.style_id: style.name or "" for style in document.styles}
    except _BROKEN as error:
        raise DocumentError(
            f"{path} is a damaged DOCX file ({error}); expected one that Word opens."
            " Open it and save it again, or save it as text."
        ) from error
    require_depth(document.element, path, settings.document_max_depth)
    walker = _Walker(styles)
    walker.add_blocks(document.element.body)
    for number, key in enumerate(walker.noted, 1):
        if key in notes:
            require_depth(notes[key], path, settings.document_max_depth)
            walker.add_note(number, notes[key])
    text = walker.page.text()
    return Extracted(text, title=title if is_title(title, text) else "")


def _require_docx(data: bytes, path: Path, limit: int) -> None:
    """Refuse a ZIP archive that is no DOCX, or that unpacks to too much."""
    try:
        entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except _BROKEN as error:
        raise DocumentError(
            f"{path} is a damaged ZIP archive or DOCX file ({error}); expected a whole"
            " one. Fetch or copy it again."
        ) from error
    names = {entry.filename for entry in entries}
    if "word/document.xml" not in names:
        what = (_OTHER_PACKAGES[name] for name in _OTHER_PACKAGES if name in names)
        raise DocumentError(
            f"{path} is {next(what, 'a ZIP archive')}; expected text, HTML, PDF, DOCX,"
            " Markdown or e-mail. Save it as PDF or DOCX, or unpack it."
        )
    size = sum(entry.file_size for entry in entries)
    if size > limit:
        raise DocumentError(
            f"{path} unpacks to {size:,} bytes; at most {limit:,} are read. Save it"
            " again without what is not text, or raise"
            " HIWAR_DOCUMENT_MAX_UNPACKED_BYTES."
        )


def _notes(document: Document) -> dict[str, Any]:
    """Return the elements of footnotes and endnotes by kind and number."""
    found: dict[str, Any] = {}
    for kind in ("footnote", "endnote"):
        wanted = getattr(RELATIONSHIP_TYPE, f"{kind.upper()}S")
        for relation in document.part.rels.values():
            if relation.reltype == wanted and not relation.is_external:
                root = parse_xml(relation.target_part.blob)
                for note in root.iter(qn(f"w:{kind}")):
                    found[f"{kind} {note.get(qn('w:id'))}"] = note
    return found


class _Walker:
    """Writes the elements of a document to a page.

    Attributes:
        noted: The notes that the text refers to, in its order.
    """

    def __init__(self, styles: dict[str, str]) -> None:
        self.page = Page()
        self.noted: list[str] = []
        self._styles = styles

    def add_blocks(self, parent: Any) -> None:
        """Add the paragraphs and tables below an element."""
        for child in parent:
            if child.tag == qn("w:p"):
                self._add_paragraph(child)
            elif child.tag == qn("w:tbl"):
                self._add_table(child)
            elif isinstance(child.tag, str) and child.tag not in _UNREAD:
                self.add_blocks(child)

    def add_note(self, number: int, note: Any) -> None:
        """Add a footnote or endnote behind its mark."""
        self.page.begin()
        self.page.marker = f"{raised(str(number))} "
        for paragraph in note.iter(qn("w:p")):
            self._add_inline(paragraph)
            self.page.add(" ")
        self.page.marker = ""

    def _add_paragraph(self, paragraph: Any) -> None:
        """Add a paragraph, then what stands in boxes that are anchored to it."""
        properties = paragraph.find(qn("w:pPr"))
        style, numbered = "", None
        if properties is not None:
            named = properties.find(qn("w:pStyle"))
            style = (
                "" if named is None else self._styles.get(named.get(qn("w:val")), "")
            )
            numbered = properties.find(f"{qn('w:numPr')}/{qn('w:numId')}")
        is_numbered = numbered is not None and numbered.get(qn("w:val")) != "0"
        is_heading = style.lower().startswith(("heading", "title", "subtitle", "toc"))
        self.page.is_quoted = bool(_QUOTE.fullmatch(style))
        self.page.begin()
        if not is_heading and (is_numbered or _ITEM.match(style)):
            self.page.marker = "• "
        self._add_inline(paragraph)
        self.page.marker, self.page.is_quoted = "", False
        self.page.begin()
        for box in paragraph.iter(qn("w:txbxContent")):
            if not any(above.tag in _UNREAD for above in box.iterancestors()):
                self.add_blocks(box)

    def _add_inline(self, parent: Any) -> None:
        """Add the words of runs, however they are wrapped."""
        for child in parent:
            if child.tag == qn("w:r"):
                self._add_run(child)
            elif isinstance(child.tag, str) and child.tag not in _UNREAD:
                self._add_inline(child)

    def _add_run(self, run: Any) -> None:
        align = run.find(f"{qn('w:rPr')}/{qn('w:vertAlign')}")
        is_raised = align is not None and align.get(qn("w:val")) == "superscript"
        if run.find(f"{qn('w:rPr')}/{qn('w:vanish')}") is not None:
            return
        for part in run:
            name = etree.QName(part).localname if isinstance(part.tag, str) else ""
            if name == "t":
                self.page.add(part.text or "", is_raised=is_raised)
            elif name in ("footnoteReference", "endnoteReference"):
                self.noted.append(f"{name[:-9]} {part.get(qn('w:id'))}")
                self.page.add(str(len(self.noted)), is_raised=True)
            elif _WRITTEN.get(name) == "\n" and part.get(qn("w:type")) != "page":
                self.page.break_line()
            elif name in _WRITTEN:
                self.page.add(_WRITTEN[name].strip("\n"))

    def _add_table(self, table: Any) -> None:
        """Add a table of data as records, one that lays out a page as its blocks."""
        rows = rows_of(table, self._cell)
        if rows:
            self.page.add_table(rows, has_head=has_head(table))
        else:
            for cell in table.iter(qn("w:tc")):
                if next(cell.iterancestors(qn("w:tbl"))) is table:
                    self.add_blocks(cell)

    def _cell(self, cell: Any) -> str:
        """Return the text of a cell, its paragraphs set apart by semicolons."""
        inner = _Walker(self._styles)
        inner.noted = self.noted
        inner.add_blocks(cell)
        lines = inner.page.text().replace("• ", "").split("\n")
        return "; ".join(line.rstrip(";,") for line in lines if line.strip())
