"""HTML becomes text: one block a line, list items marked, markup gone.

Own walker rather than a boilerplate remover: those glue footnote markers to
words and drop the line that says whose words a quotation holds.
"""

import re
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
    lines: list[str] = [""]
    _walk(root, lines, 0, path)
    kept = [" ".join(line.split()) for line in lines]
    text = re.sub(r"\n{3,}", "\n\n", "\n\n".join(line for line in kept if line))
    return title, text


def _parser() -> html.HTMLParser:
    return html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)


def _walk(node: html.HtmlElement, lines: list[str], depth: int, path: Path) -> None:
    """Append the text below a node to the lines."""
    if depth > _MAX_DEPTH:
        raise DocumentError(
            f"{path}: its tags nest more than {_MAX_DEPTH} deep; expected a page that"
            " people wrote."
        )
    tag = node.tag if isinstance(node.tag, str) else ""
    if tag in _SKIPPED:
        return
    if tag in _BLOCKS or tag == "br":
        lines.append("• " if tag == "li" else "")
    text = node.text or ""
    lines[-1] += text.translate(_SUPERSCRIPTS) if tag == "sup" else text
    for child in node:
        _walk(child, lines, depth + 1, path)
        lines[-1] += child.tail or ""
    if tag in _BLOCKS:
        lines.append("")
