"""Networks as two tables: a line a node, a line an edge, as spreadsheets read them.

The columns are those that Gephi and Cytoscape look for: Id, Label, Source, Target,
Type, Weight. Text that a spreadsheet would run as a formula begins with an apostrophe.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import BinaryIO, Final

from hiwar.graph.export.picture import Picture
from hiwar.graph.export.values import (
    EDGE_KEYS,
    NODE_KEYS,
    edge_values,
    vertex_values,
)

__all__ = ["write_edges", "write_nodes"]

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def write_nodes(picture: Picture, output: BinaryIO) -> None:
    """Write a line for each node."""
    _write(["Id", *map(str.capitalize, NODE_KEYS)], _nodes(picture), output)


def write_edges(picture: Picture, output: BinaryIO) -> None:
    """Write a line for each edge."""
    head = ["Id", "Source", "Target", "Type", *map(str.capitalize, EDGE_KEYS)]
    _write(head, _edges(picture), output)


def _nodes(picture: Picture) -> Iterator[list[str]]:
    for vertex in picture.vertices:
        yield [vertex.iri, *vertex_values(vertex).values()]


def _edges(picture: Picture) -> Iterator[list[str]]:
    kind = "Directed" if picture.is_directed else "Undirected"
    for edge in picture.edges:
        ends = [edge.key, edge.source, edge.target, kind]
        yield [*ends, *edge_values(edge).values()]


def _write(head: list[str], rows: Iterable[list[str]], output: BinaryIO) -> None:
    text = io.TextIOWrapper(output, "utf-8", newline="")
    writer = csv.writer(text)
    writer.writerow(head)
    for row in rows:
        writer.writerow([_safe(cell) for cell in row])
    text.detach()


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
