"""What of an HTML page belongs to its site and not to its text."""

import re
from typing import Final

from lxml import html

__all__ = ["Furniture"]

_NEVER_TEXT: Final = re.compile(
    "script|style|noscript|template|svg|nav|form|button|select|iframe|head|dialog"
    "|object|audio|video|canvas"
)
_ROLES: Final = re.compile(
    "navigation|banner|contentinfo|search|dialog|alertdialog|menu|menubar"
)
_NAMES: Final = re.compile(
    r"(?i)(?:^|[\s_-])(?:bread-?crumbs?|cookies?|nav-?bar|site-?nav|(?:main-?)?menu"
    r"|share-?(?:bar|buttons?|links?|this|tools?)|social-?(?:media|share|links|icons)"
    r"|pagination|pager|newsletter|sidebar|skip-?(?:links?|nav|to)|visually-?hidden"
    r"|sr-only)(?:$|[\s_-])"
)
_BOXES: Final = re.compile("div|ul|ol|section|p|span|a|header|footer")
_CONTENT: Final = frozenset(["article", "main", "blockquote", "section"])


class Furniture:
    """Tells the elements of a page that are its site's: navigation, banner, notice.

    An element that most of the page's text is in is never furniture, whatever it
    is called.
    """

    def __init__(self, root: html.HtmlElement) -> None:
        body = root.find("body")
        self._whole = _length(root if body is None else body)

    def has(self, node: html.HtmlElement, tag: str) -> bool:
        """Whether an element is no part of the text, or hidden."""
        if _NEVER_TEXT.fullmatch(tag) or _is_hidden(node):
            return True
        if tag == "aside" and _is_inside(node, "article", "main"):
            return bool(node.xpath(".//a[@href]"))
        is_end = tag in ("header", "footer") and not _is_inside(node, *_CONTENT)
        if is_end and not node.xpath(".//h1"):
            return not self._holds_the_text(node)
        names = f"{node.get('class') or ''} {node.get('id') or ''}"
        is_called_so = _BOXES.fullmatch(tag) and _NAMES.search(names)
        has_role = _ROLES.fullmatch(node.get("role") or "")
        if tag == "aside" or is_called_so or has_role:
            return not self._holds_the_text(node)
        return False

    def _holds_the_text(self, node: html.HtmlElement) -> bool:
        return _length(node) > 0.5 * self._whole


def _length(node: html.HtmlElement) -> int:
    return len("".join(node.text_content().split()))


def _is_hidden(node: html.HtmlElement) -> bool:
    style = (node.get("style") or "").replace(" ", "").lower()
    return (
        node.get("hidden") is not None
        or node.get("aria-hidden") == "true"
        or "display:none" in style
    )


def _is_inside(node: html.HtmlElement, *tags: str) -> bool:
    return next(node.iterancestors(*tags), None) is not None
