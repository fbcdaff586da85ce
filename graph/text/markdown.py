"""Markdown becomes text by way of HTML, so that both are read alike."""

import re
from dataclasses import replace
from pathlib import Path

from markdown_it import MarkdownIt

from hiwar.graph.text.extracted import Extracted, first_day
from hiwar.graph.text.html import read_html

__all__ = ["read_markdown"]

_FRONT = re.compile(
    r"\A---[ \t]*\n(?P<lines>.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL
)
_FIELD = re.compile(r"(?m)^(?P<key>[A-Za-z_-]+):[ \t]*(?P<value>\S.*?)[ \t]*$")
_NOTE = re.compile(r"(?m)^\[\^(\w{1,3})\]:[ \t]*")
_MARK = re.compile(r"\[\^(\w{1,3})\]")
_FIRST_HEADING = re.compile(r"(?m)^# +(.+?)[ #]*$")


def read_markdown(text: str, path: Path, max_depth: int) -> Extracted:
    """Return the text of a Markdown document and what its front matter says.

    Raises:
        DocumentError: If the HTML in it nests deeper than people write.
    """
    said: dict[str, str] = {}
    front = _FRONT.match(text)
    if front:
        text = text[front.end() :]
        for item in _FIELD.finditer(front["lines"]):
            said[item["key"].lower()] = item["value"].strip("\"'")
    heading = _FIRST_HEADING.search(text)
    parser = MarkdownIt("commonmark", {"maxNesting": 100}).enable(
        ["table", "strikethrough"]
    )
    body = parser.render(_MARK.sub(r"\\[\1\\]", _NOTE.sub(r"\n\\[\1\\] ", text)))
    found = read_html(f"<html><body>{body}</body></html>", path, max_depth)
    return replace(
        found,
        title=said.get("title") or (heading[1] if heading else ""),
        language=said.get("lang") or said.get("language", ""),
        publisher=said.get("publisher", ""),
        published=first_day(said.get("published") or said.get("date", "")),
    )
