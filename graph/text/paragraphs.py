"""Printed lines become paragraphs: what was broken for the page is whole again."""

import itertools
import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from statistics import median_low

from hiwar.graph.text.page import raised
from hiwar.graph.text.printed import PrintedLine, body_size, without_running_lines
from hiwar.graph.text.repair import joined_lines
from hiwar.graph.text.tables import table_records

__all__ = ["text_of_pages"]

_MARKED = re.compile(r"[•▪◦●■‣·*–—-]\s|\(?\d{1,2}[.)]\s|\([a-z]\)\s|[ivx]{1,4}\)\s")
_BARE_BULLETS = str.maketrans("\uf0b7\uf0a7\uf0d8\u2022\u25cf", "•••••")
_RAISED = re.compile(r"(?<=[^\s⁰¹²³⁴-⁹])[⁰¹²³⁴-⁹]{1,3}")
_NOTE = re.compile(r"(?P<mark>[¹²³⁰⁴-⁹]+|\d{1,2}|\*)\s*(?=\S)")
_END = re.compile(r"[.!?:;؟][\"'”’»)\]]*[¹²³⁰⁴-⁹]*$")


@dataclass(slots=True)
class _Paragraph:
    """Lines that belong together."""

    lines: list[PrintedLine] = field(default_factory=list)
    is_note: bool = False


def text_of_pages(pages: Sequence[Sequence[PrintedLine]]) -> str:
    """Return the text of printed pages: a paragraph a line, footnotes at the end.

    A paragraph that goes on over the end of a page is one.
    """
    kept = without_running_lines(pages)
    size = body_size(kept)
    body: list[str] = []
    notes: list[str] = []
    words = _words(line.text for page in kept for line in page)
    raised_marks = {
        mark for page in kept for line in page for mark in _RAISED.findall(line.text)
    }
    is_open = False
    for page in kept:
        paragraphs = _paragraphs(page, size, raised_marks)
        for number, paragraph in enumerate(p for p in paragraphs if not p.is_note):
            goes_on = is_open and number == 0 and _goes_on(paragraph)
            records = _records(paragraph)
            text = "\n".join(records) or _joined(paragraph, words)
            if goes_on and not records:
                body[-1] = joined_lines([body[-1], text], words)
            else:
                body.append(text)
            is_open = not records and not _END.search(text)
        notes += [_note(p, words) for p in paragraphs if p.is_note]
    return "\n\n".join([*body, *notes])


def _paragraphs(
    page: Sequence[PrintedLine], size: float, marks: Collection[str]
) -> list[_Paragraph]:
    """Return the paragraphs of a page, in its order.

    A footnote is printed small, behind a mark that the text has too.
    """
    leading = _leading(page)
    width = max((len(line.text) for line in page), default=0)
    found: list[_Paragraph] = []
    for line in page:
        last = found[-1].lines[-1] if found else None
        if last is None or _begins(line, last, leading, width, found[-1]):
            note = _NOTE.match(line.text) if line.size < 0.93 * size else None
            is_note = note is not None and raised(note["mark"]) in {"*", *marks}
            found.append(_Paragraph(is_note=is_note))
        found[-1].lines.append(line)
    return found


def _begins(
    line: PrintedLine,
    last: PrintedLine,
    leading: float,
    width: int,
    paragraph: _Paragraph,
) -> bool:
    """Whether a line begins a paragraph below another line."""
    if len(line.cells) > 1 or len(last.cells) > 1:
        return len(line.cells) != len(last.cells) or line.starts[1:] != last.starts[1:]
    if paragraph.is_note and abs(last.y - line.y) < 2.5 * line.size:
        return bool(_NOTE.match(line.text)) and bool(_END.search(last.text))
    if abs(line.size - last.size) > 0.08 * last.size or line.is_bold != last.is_bold:
        return True
    gap = last.y - line.y
    if gap < -0.5 * line.size:  # the top of the next column
        return bool(_END.search(last.text)) or not line.text[:1].islower()
    if gap > 1.25 * max(leading, 1.1 * line.size):
        return True
    if _MARKED.match(line.text.translate(_BARE_BULLETS)):
        return True
    is_short = len(last.text) < 0.7 * width
    is_indented = line.x > last.x + 0.8 * line.size
    return bool(_END.search(last.text)) and (is_short or is_indented)


def _leading(page: Sequence[PrintedLine]) -> float:
    """Return the usual distance of the lines of a page."""
    pairs = itertools.pairwise(page)
    gaps = [
        one.y - two.y
        for one, two in pairs
        if one.size == two.size and 0.9 * one.size < one.y - two.y < 2 * one.size
    ]
    return median_low(gaps) if gaps else 0.0


def _goes_on(paragraph: _Paragraph) -> bool:
    """Whether the first paragraph of a page may be the rest of one before it."""
    text = paragraph.lines[0].text
    return text[:1].islower() and not _MARKED.match(text)


def _records(paragraph: _Paragraph) -> list[str]:
    """Return the lines of a table, nothing where the paragraph is none."""
    rows = [line.cells for line in paragraph.lines]
    if len(rows) < 2 or len(rows[0]) < 2:
        return []
    records = table_records(rows, has_head=False)
    return [
        line for record in records for line in [*record, *[""] * (len(records) > 1)]
    ]


def _joined(paragraph: _Paragraph, words: Counter[str]) -> str:
    text = joined_lines([line.text for line in paragraph.lines], words)
    first = text[:1].translate(_BARE_BULLETS)
    return first + text[1:]


def _note(paragraph: _Paragraph, words: Counter[str]) -> str:
    """Return a footnote behind its mark."""
    text = _joined(paragraph, words)
    found = _NOTE.match(text)
    if found is None:
        return text
    mark = found["mark"]
    return f"{raised(mark)} {text[found.end() :]}"


def _words(lines: Iterable[str]) -> Counter[str]:
    """Return the words of some lines but those that a break may have cut."""
    found: Counter[str] = Counter()
    for line in lines:
        words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", line.lower())
        found.update(words[1:-1])
    return found
