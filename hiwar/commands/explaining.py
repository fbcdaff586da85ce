"""Explaining what was read: the part of ``extract`` that shows it to people."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hiwar.settings import Settings

if TYPE_CHECKING:
    from hiwar.graph.explanation import Explanation

__all__ = ["explain_file", "page_of", "text_of"]

_STYLES: dict[str, dict[str, Any]] = {
    "heading": {"bold": True},
    "number": {"fg": "bright_black"},
    "quiet": {"fg": "bright_black"},
    "sentence": {"bold": True},
    "names": {"fg": "bright_black"},
    "rule": {"fg": "cyan"},
    "subject": {},
    "true": {"fg": "green"},
    "untrue": {"fg": "yellow"},
    "refused": {"fg": "red"},
}


def explain_file(path: Path, settings: Settings) -> "Explanation":
    """Read a document and return what was made of each sentence of it."""
    from hiwar.graph.explanation import explain
    from hiwar.graph.frames.trace import Trace
    from hiwar.graph.reading import read_file

    trace = Trace()
    return explain(read_file(path, settings, trace), trace)


def page_of(explanations: "list[Explanation]") -> str:
    """Return explanations as one HTML page."""
    from hiwar.graph.explanation import write_page

    return write_page(explanations)


def text_of(explanation: "Explanation", *, in_colour: bool) -> str:
    """Return an explanation as lines, as wide as the terminal."""
    from hiwar.graph.explanation import write_lines

    if not in_colour:
        return write_lines(explanation)
    width = min(shutil.get_terminal_size((100, 24)).columns, 120)
    return write_lines(explanation, _painted, width)


def _painted(text: str, kind: str) -> str:
    return click.style(text, **_STYLES[kind])
