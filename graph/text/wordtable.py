"""The rows of a table in a Word document."""

from collections.abc import Callable
from typing import Any

from docx.oxml.ns import qn

from hiwar.graph.text.tables import LONGEST_CELL

__all__ = ["has_head", "rows_of"]


def rows_of(table: Any, text_of: Callable[[Any], str]) -> list[list[str]]:
    """Return the cells of a table of data, nothing where it lays out a page.

    What goes on from the row above is empty.

    Args:
        table: A ``w:tbl`` element.
        text_of: Gives the text of a ``w:tc`` element.
    """
    if next(table.iterdescendants(qn("w:tbl")), None) is not None:
        return []
    if any(_length(cell) > LONGEST_CELL for cell in table.iter(qn("w:tc"))):
        return []
    rows = [
        ["" if _goes_on(cell) else text_of(cell) for cell in row.iter(qn("w:tc"))]
        for row in table.iter(qn("w:tr"))
    ]
    return rows if any(len(row) > 1 for row in rows) else []


def has_head(table: Any) -> bool:
    """Whether the first row names the columns: it says so, or it alone is bold."""
    rows = list(table.iter(qn("w:tr")))
    if rows[0].find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None:
        return True
    return len(rows) > 1 and _is_bold(rows[0]) and not _is_bold_at_first(rows[1])


def _length(cell: Any) -> int:
    return sum(len(text.text or "") for text in cell.iter(qn("w:t")))


def _goes_on(cell: Any) -> bool:
    merged = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    return merged is not None and merged.get(qn("w:val")) != "restart"


def _is_bold(element: Any) -> bool:
    """Whether all runs with words are bold, and there are some."""
    runs = [
        run
        for run in element.iter(qn("w:r"))
        if any((text.text or "").strip() for text in run.iter(qn("w:t")))
    ]
    marks = [run.find(f"{qn('w:rPr')}/{qn('w:b')}") for run in runs]
    return bool(marks) and all(
        mark is not None and mark.get(qn("w:val")) not in ("0", "false")
        for mark in marks
    )


def _is_bold_at_first(row: Any) -> bool:
    first = row.find(qn("w:tc"))
    return first is not None and _is_bold(first)
