"""Printed lines: what stands on one line of a page, with its place and its size."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from hiwar.graph.text.page import raised
from hiwar.graph.text.repair import without_layout_marks

__all__ = ["Piece", "PrintedLine", "body_size", "without_running_lines"]

_PAGE_NUMBER = re.compile(
    r"(?i)\W*(?:page|p\.)?\s*(?:\d{1,4}|[ivx]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?\W*"
)
_LONGEST_RUNNING = 80


class Piece(NamedTuple):
    """A piece of text on a page, in points from its lower left corner."""

    text: str
    x: float
    y: float
    size: float
    is_bold: bool

    @property
    def end(self) -> float:
        """Where it ends at the latest; fonts differ."""
        wide = sum(0.75 if char.isupper() else 0.6 for char in self.text)
        return self.x + wide * self.size


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line of a page.

    Attributes:
        cells: Its text, in several parts where wide gaps are between them.
        starts: Where each part begins.
        size: The size in which most of it is printed.
    """

    cells: tuple[str, ...]
    starts: tuple[float, ...]
    y: float
    size: float
    is_bold: bool

    @property
    def text(self) -> str:
        """The words of the line."""
        return " ".join(self.cells)

    @property
    def x(self) -> float:
        """Where it begins."""
        return self.starts[0]

    @staticmethod
    def of(pieces: Sequence[Piece]) -> "PrintedLine":
        """Return the line that some pieces make; small digits are raised ones."""
        sizes: Counter[float] = Counter()
        for piece in pieces:
            sizes[round(piece.size, 1)] += len(piece.text.strip())
        size = max(sizes, key=lambda item: (sizes[item], item))
        cells, starts = [""], [pieces[0].x]
        end = pieces[0].x
        for piece in pieces:
            # a soft hyphen at the end of a line tells that a word goes on
            is_cut = piece.text.rstrip().endswith("\u00ad")
            text = without_layout_marks(piece.text) + "\u00ad" * is_cut
            is_mark = piece.size < 0.8 * size and text.strip().isdigit()
            if piece.x > end + 2 * size and cells[-1].strip():
                cells.append("")
                starts.append(piece.x)
            if is_mark:
                cells[-1], text = cells[-1].rstrip(), raised(text.strip())
            cells[-1] += text
            end = max(end, piece.end)
        words = tuple(" ".join(cell.split()) for cell in cells)
        is_bold = all(piece.is_bold for piece in pieces if piece.text.strip())
        return PrintedLine(words, tuple(starts), pieces[0].y, size, is_bold)


def body_size(pages: Iterable[Sequence[PrintedLine]]) -> float:
    """Return the size in which most of a document is printed."""
    sizes: Counter[float] = Counter()
    for line in (line for page in pages for line in page):
        sizes[line.size] += len(line.text)
    return max(sizes, key=lambda item: (sizes[item], item), default=0.0)


def without_running_lines(
    pages: Sequence[Sequence[PrintedLine]],
) -> list[list[PrintedLine]]:
    """Return the pages without running heads and feet, and without page numbers.

    A running line is short or printed in another size than the text, stands apart
    from it, and is the same at the same height of many pages but for their numbers.
    """
    size = body_size(pages)
    ends = [_ends(page, number, size) for number, page in enumerate(pages)]
    seen = Counter(key for keys in ends for found in keys.values() for key in found)
    most = max(2, round(0.4 * len(pages)))
    return [
        [
            line
            for index, line in enumerate(page)
            if index not in keys
            or not (
                _PAGE_NUMBER.fullmatch(line.text)
                or any(seen[key] >= most for key in keys[index])
            )
        ]
        for page, keys in zip(pages, ends, strict=True)
    ]


def _ends(
    page: Sequence[PrintedLine], number: int, size: float
) -> dict[int, set[tuple[str, int]]]:
    """Return the lines apart from the text at both ends, by words and height."""
    order = sorted(range(len(page)), key=lambda index: page[index].y)
    found = {}
    for index in {*_apart(page, order), *_apart(page, order[::-1])}:
        line = page[index]
        if len(line.text) <= _LONGEST_RUNNING or line.size != size:
            height = round(line.y / 6)
            found[index] = {(form, height) for form in _forms(line.text, number)}
    return found


def _forms(text: str, number: int) -> Iterator[str]:
    """Yield a line as it is, and with a number in it told from that of its page."""
    yield text
    for digits in re.finditer(r"\d{1,4}", text):
        far = int(digits[0]) - number
        yield f"{text[: digits.start()]}<{far}>{text[digits.end() :]}"


def _apart(page: Sequence[PrintedLine], order: Sequence[int]) -> list[int]:
    """Return the first lines, up to three, where a gap follows them."""
    for count in range(1, min(4, len(order))):
        last, after = page[order[count - 1]], page[order[count]]
        if abs(last.y - after.y) > 1.8 * last.size:
            return list(order[:count])
    return []
