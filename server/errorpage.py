"""``/errors``: where the ``type`` of every problem document leads.

The page is ``docs/errors.md``, which stands here by a link, so that it is installed.
"""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Final

from flask import Blueprint, Response, render_template
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

__all__ = ["errorpage"]

errorpage = Blueprint("errorpage", __name__)

_PLACE: Final = Path(__file__).with_name("errors.md")


@errorpage.route("/errors")
def errors() -> Response:
    """Say of each kind of error what it means and how to mend it."""
    return Response(render_template("errors.html", body=_body()))


@cache
def _body() -> Markup:
    """Return the text with an anchor at each heading."""
    reader = MarkdownIt("commonmark", {"html": False})
    tokens = reader.parse(_PLACE.read_text("utf-8"))
    for token, inner in pairwise(tokens):
        if token.type == "heading_open" and token.tag == "h2":
            token.attrSet("id", inner.content)
        inner.children = list(_without_files(inner.children or []))
    return Markup(reader.renderer.render(tokens, reader.options, {}))


def _without_files(tokens: list[Token]) -> Iterator[Token]:
    """Yield what stands in a line, without its links to files that are not served."""
    is_file = False
    for token in tokens:
        if token.type == "link_open":
            is_file = ":" not in str(token.attrGet("href"))
        if not (is_file and token.type in ("link_open", "link_close")):
            yield token
