"""HTML becomes text: one block a line, list items and quotations marked, markup gone.

Own walker rather than a boilerplate remover: those glue footnote markers to
words and drop the line that says whose words a quotation holds.
"""

from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree, html

from hiwar.errors import DocumentError

__all__ = ["is_html", "text_of_html"]

_SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "nav",
        "form",
        "button",
        "select",
        "iframe",
        "head",
    ]
)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "td",
        "th",
        "tr",
        "ul",
    ]
)
_SPEAKER = frozenset(["footer", "cite", "figcaption"])
_MAX_DEPTH = 200
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def is_html(name: str, text: str) -> bool:
    """Whether a file is HTML, by its name or by how it begins.

    >>> is_html("page.txt", "  <!DOCTYPE html><html>")
    True
    """
    start = text[:400].lstrip().lower()
    return name.lower().endswith((".html", ".htm", ".xhtml")) or start.startswith(
        ("<!doctype html", "<html")
    )


def text_of_html(markup: str, path: Path) -> tuple[str, str]:
    """Return the title and the text of an HTML document.

    Raises:
        DocumentError: If it cannot be parsed, or nests beyond what people write.
    """
    try:
        root = html.document_fromstring(markup.encode(), parser=_parser())
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise DocumentError(f"{path} is no HTML document: {error}.") from error
    title = " ".join((root.findtext(".//title") or "").split())
    page = _Page()
    _walk(root, page, 0, path)
    return title, page.text()


@dataclass(slots=True)
class _Line:
    """A line of the page.

    Attributes:
        marker: The bullet before it, if it begins a list item.
        is_quoted: Whether it stands in a block quotation.
        follows: Whether it belongs to the block of the line before it.
    """

    text: str = ""
    marker: str = ""
    is_quoted: bool = False
    follows: bool = False

    def written(self) -> str:
        """The line as the text has it; what is quoted has quotation marks."""
        words = " ".join(self.text.split())
        if self.is_quoted and words and words[0] not in "“«„\"'‘":
            words = f"“{words}”"
        return self.marker + words


@dataclass(slots=True)
class _Page:
    """The lines of a page, in its order."""

    lines: list[_Line] = field(default_factory=lambda: [_Line()])
    marker: str = ""
    is_quoted: bool = False

    def add(self, text: str) -> None:
        """Go on with the line; the first words of a list item take its bullet."""
        line = self.lines[-1]
        if text.strip() and not line.text.strip():
            line.marker, self.marker = self.marker, ""
        line.text += text

    def begin(self, *, follows: bool = False) -> None:
        """Begin a line, of the same block or of a new one."""
        if self.lines[-1].text.strip():
            self.lines.append(_Line())
        line = self.lines[-1]
        line.is_quoted, line.follows = self.is_quoted, follows

    def break_line(self) -> None:
        """Break the line; a second break ends the block."""
        self.begin(follows=bool(self.lines[-1].text.strip()))

    def text(self) -> str:
        """The text of the page: a line each, an empty line between blocks."""
        lines = [line for line in self.lines if line.text.strip()]
        return "".join(
            ("\n" if line.follows else "\n\n") * bool(index) + line.written()
            for index, line in enumerate(lines)
        )


def _parser() -> html.HTMLParser:
    return html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)


def _walk(node: html.HtmlElement, page: _Page, depth: int, path: Path) -> None:
    """Append the text below a node to the page."""
    if depth > _MAX_DEPTH:
        raise DocumentError(
            f"{path}: its tags nest more than {_MAX_DEPTH} deep; expected a page that"
            " people wrote."
        )
    tag = node.tag if isinstance(node.tag, str) else ""
    if tag in _SKIPPED:
        return
    outside = page.is_quoted
    names_speaker = outside and tag in _SPEAKER
    page.is_quoted = tag == "blockquote" or (outside and not names_speaker)
    if tag == "br":
        page.break_line()
    elif tag in _BLOCKS or names_speaker:
        page.begin(follows=names_speaker)
    if tag == "li":
        page.marker = "• "
    text = node.text or ""
    page.add(text.translate(_SUPERSCRIPTS) if tag == "sup" else text)
    for child in node:
        _walk(child, page, depth + 1, path)
        page.add(child.tail or "")
    page.is_quoted = outside
    if tag == "li":
        page.marker = ""
    if tag in _BLOCKS or names_speaker:
        page.begin()
