"""The lines of a page as a reader writes them: blocks, bullets, quotations, records."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from hiwar.graph.text.repair import without_layout_marks
from hiwar.graph.text.tables import table_records

__all__ = ["Page", "raised"]

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BRACKETS = re.compile(r"(?P<open>[\[(])(?P<mark>[¹²³⁰⁴-⁹]{1,2})[\])]")


def raised(text: str) -> str:
    """Return a text with its digits as superscripts.

    >>> raised("12")
    '¹²'
    """
    return text.translate(_SUPERSCRIPTS)


def _plain_mark(found: re.Match[str]) -> str:
    """Return a raised mark in brackets as texts have it: "[1]", or "¹" for "(1)"."""
    mark = unicodedata.normalize("NFKC", found["mark"])
    return f"[{mark}]" if found["open"] == "[" else found["mark"]


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
        words = _BRACKETS.sub(_plain_mark, " ".join(self.text.split()))
        if self.is_quoted and words and words[0] not in "“«„\"'‘":
            words = f"“{words}”"
        return self.marker + words


@dataclass(slots=True)
class Page:
    """The lines of a page, in its order.

    Attributes:
        marker: The bullet that the next words take.
        is_quoted: Whether what is added now is a quotation.
    """

    marker: str = ""
    is_quoted: bool = False
    _lines: list[_Line] = field(default_factory=lambda: [_Line()])

    def add(self, text: str, *, is_raised: bool = False) -> None:
        """Go on with the line; the first words of a list item take its bullet.

        Raised digits are written as superscripts, so that the mark of a footnote
        does not become a number.
        """
        line = self._lines[-1]
        if text.strip() and not line.text.strip():
            line.marker, self.marker = self.marker, ""
        text = without_layout_marks(text)
        line.text += raised(text) if is_raised else text

    def begin(self, *, follows: bool = False) -> None:
        """Begin a line, of the same block or of a new one."""
        if self._lines[-1].text.strip():
            self._lines.append(_Line())
        line = self._lines[-1]
        line.is_quoted, line.follows = self.is_quoted, follows

    def break_line(self) -> None:
        """Break the line; a second break ends the block."""
        self.begin(follows=bool(self._lines[-1].text.strip()))

    def add_table(self, rows: Sequence[Sequence[str]], *, has_head: bool) -> None:
        """Add a table, each record a block of its own."""
        for record in table_records(rows, has_head=has_head):
            for number, line in enumerate(record):
                self.begin(follows=number > 0)
                self.add(line)
        self.begin()

    def text(self) -> str:
        """The text of the page: a line each, an empty line between blocks."""
        lines = [line for line in self._lines if line.text.strip()]
        return "".join(
            ("\n" if line.follows else "\n\n") * bool(index) + line.written()
            for index, line in enumerate(lines)
        )
