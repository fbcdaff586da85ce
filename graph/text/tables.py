"""Tables become lines: a record of ``Label: value``, or one of each row below heads."""

import re
from collections.abc import Sequence
from typing import Final

__all__ = ["LONGEST_CELL", "table_records"]

LONGEST_CELL: Final = 300
"""Characters of a cell beyond which a table holds a page's layout and no data."""

_LONGEST_LABEL = 60
_ENDS = re.compile(r"[.!?;]$")

Row = Sequence[str]


def table_records(rows: Sequence[Row], *, has_head: bool) -> list[list[str]]:
    """Return the lines of a table, a list for each record.

    A table of two columns without a head is one record. Below a head each row is a
    record, its cells named by their columns; where there are more than two columns, a
    first row of words alone is a head. Other rows are a line each.

    >>> table_records([["Date", "3 May"], ["Place", "Oslo"]], has_head=False)
    [['Date: 3 May', 'Place: Oslo']]
    >>> table_records([["State", "Seat"], ["Kenya", "Nairobi"]], has_head=True)
    [['State: Kenya', 'Seat: Nairobi']]
    """
    filled = [[_one_line(cell) for cell in row] for row in rows]
    filled = [row for row in filled if any(row)]
    if len(filled) > 1 and (has_head or _is_head(filled[0])):
        return [_named(filled[0], row) for row in filled[1:]]
    if filled and all(len(row) <= 2 for row in filled):
        return [[line for row in filled for line in _labelled(row)]]
    return [["; ".join(cell for cell in row if cell)] for row in filled]


def _is_head(row: Row) -> bool:
    """Whether the first of several rows can only be the names of columns."""
    return len(row) > 2 and all(cell and not re.search(r"\d", cell) for cell in row)


def _named(head: Row, row: Row) -> list[str]:
    """Return the cells of a row, each behind the name of its column."""
    if len([cell for cell in row if cell]) == 1:
        return [cell for cell in row if cell]
    names = [*head, *[""] * len(row)]
    return [
        _pair(name, cell) if name else cell
        for name, cell in zip(names, row, strict=False)
        if cell
    ]


def _labelled(row: Row) -> list[str]:
    """Return a row of two cells as a label and its value."""
    cells = [cell for cell in row if cell]
    is_pair = len(cells) == 2 and len(cells[0]) <= _LONGEST_LABEL
    return [_pair(*cells)] if is_pair and not _ENDS.search(cells[0]) else cells


def _pair(label: str, value: str) -> str:
    return f"{label.rstrip(' :')}: {value}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
