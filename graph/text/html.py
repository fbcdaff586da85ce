"""HTML becomes text: one block a line, list items and quotations marked, markup gone.

Own walker rather than a boilerplate remover: those glue footnote markers to
words and drop the line that says whose words a quotation holds.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lxml import etree, html

from hiwar.errors import DocumentError
from hiwar.graph.text.extracted import Extracted, require_depth
from hiwar.graph.text.furniture import Furniture
from hiwar.graph.text.head import page_details
from hiwar.graph.text.page import Page
from hiwar.graph.text.tables import LONGEST_CELL

__all__ = ["is_html", "read_html"]

_BLOCKS = re.compile(
    "address|article|aside|blockquote|body|caption|dd|details|div|dl|dt|fieldset"
    "|figcaption|figure|footer|h[1-6]|header|hr|li|main|ol|p|pre|section|summary"
    "|table|tbody|td|tfoot|th|thead|tr|ul"
)
_SPEAKER = frozenset(["footer", "cite", "figcaption"])
_IN_CELLS = frozenset(["table", "h1", "h2", "h3", "blockquote", "article", "section"])
_BACK = frozenset(["↩", "↩︎", "↑", "^"])
_NOTE_ID = re.compile(r"(?i)(?:fn|ftn|footnote|cite_note|note)\D*(\d{1,2})$")


def is_html(name: str, text: str) -> bool:
    """Whether a file is HTML, by its name or by how it begins.

    >>> is_html("page.txt", "  <!DOCTYPE html><html>")
    True
    """
    start = text[:400].lstrip().lower()
    return name.lower().endswith((".html", ".htm", ".xhtml")) or start.startswith(
        ("<!doctype html", "<html")
    )


def read_html(markup: str, path: Path, max_depth: int) -> Extracted:
    """Return the text of an HTML document and what its head says.

    Raises:
        DocumentError: If it cannot be parsed, or nests deeper than people write.
    """
    try:
        root = html.document_fromstring(markup.encode(), parser=_parser())
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise DocumentError(
            f"{path} is no HTML document: {error}. Save the page again, or as text."
        ) from error
    require_depth(root, path, max_depth)
    page = Page()
    _walk(root, page, Furniture(root))
    said = page_details(root)
    return replace(said, text=page.text())


def _parser() -> html.HTMLParser:
    return html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)


def _walk(
    node: html.HtmlElement, page: Page, site: Furniture, *, is_raised: bool = False
) -> None:
    """Append the text below a node to the page."""
    tag = node.tag if isinstance(node.tag, str) else ""
    if site.has(node, tag) or (tag == "a" and _words(node) in _BACK):
        return
    if tag == "table" and (rows := _rows(node, site)):
        page.add_table(rows, has_head=_has_head(node))
        return
    outside = page.is_quoted
    names_speaker = outside and tag in _SPEAKER
    # a box at the side of an article is a pull-quote, whoever said it
    page.is_quoted = tag in ("blockquote", "aside") or (outside and not names_speaker)
    if tag == "br":
        page.break_line()
    elif tag == "dd":
        _add_definition(node, page)
    elif _BLOCKS.fullmatch(tag) or names_speaker:
        page.begin(follows=names_speaker or _is_next_label(node, tag))
    if tag == "li":
        page.marker = _marker(node)
    is_raised = is_raised or tag == "sup"
    page.add("“" * (tag == "q") + (node.text or ""), is_raised=is_raised)
    for child in node:
        _walk(child, page, site, is_raised=is_raised)
        page.add(child.tail or "", is_raised=is_raised)
    page.add("”" * (tag == "q"))
    page.is_quoted = outside
    if tag == "li":
        page.marker = ""
    if (_BLOCKS.fullmatch(tag) or names_speaker) and tag != "dt":
        page.begin()


def _is_next_label(node: html.HtmlElement, tag: str) -> bool:
    """Whether a label stands below the value of another, in one record."""
    before = node.getprevious() if tag == "dt" else None
    return before is not None and before.tag == "dd"


def _add_definition(node: html.HtmlElement, page: Page) -> None:
    """Go on behind the label of a definition list, or begin a line without one."""
    before = node.getprevious()
    if before is not None and before.tag == "dt" and _words(before):
        page.add("" if _words(before).endswith(":") else ": ")
        page.add(" ")
    else:
        page.begin()


def _marker(item: html.HtmlElement) -> str:
    """Return the bullet of a list item; a footnote has its number."""
    note = _NOTE_ID.match(item.get("id") or "")
    return f"[{note[1]}] " if note else "• "


def _rows(table: html.HtmlElement, site: Furniture) -> list[list[str]]:
    """Return the cells of a table of data, nothing where it lays out a page."""
    rows: list[list[str]] = []
    for row in table.iter("tr"):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        for cell in cells:
            if any(inner.tag in _IN_CELLS for inner in cell.iterdescendants()):
                return []
        rows.append([_cell(cell, site) for cell in cells])
    is_data = all(len(cell) <= LONGEST_CELL for row in rows for cell in row)
    return rows if is_data and any(len(row) > 1 for row in rows) else []


def _cell(cell: html.HtmlElement, site: Furniture) -> str:
    """Return the text of a cell, its blocks set apart by semicolons."""
    page = Page()
    _walk(cell, page, site)
    lines = page.text().replace("• ", "").split("\n")
    return "; ".join(line.rstrip(";,") for line in lines if line.strip())


def _has_head(table: html.HtmlElement) -> bool:
    """Whether the first row of a table names its columns."""
    first = next(table.iter("tr"))
    cells = [cell.tag for cell in first if cell.tag in ("td", "th")]
    in_head = first.getparent() is not None and first.getparent().tag == "thead"
    return len(cells) > 1 and (in_head or set(cells) == {"th"})


def _words(node: html.HtmlElement) -> str:
    return " ".join("".join(_texts(node)).split())


def _texts(node: html.HtmlElement) -> Iterator[str]:
    for text in node.itertext():
        yield str(text)
