"""What every format says of a node and of an edge, as text."""

import re
from typing import Final

from hiwar.graph.export.picture import Edge, Vertex

__all__ = ["EDGE_KEYS", "NODE_KEYS", "edge_values", "vertex_values"]

NODE_KEYS: Final = ("label", "kind", "start", "end", "when", "color")
EDGE_KEYS: Final = (
    "label",
    "relation",
    "role",
    "start",
    "end",
    "when",
    "statements",
    "weight",
)
_FORBIDDEN: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def vertex_values(vertex: Vertex) -> dict[str, str]:
    """Return the values of a node by `NODE_KEYS`."""
    period = vertex.period
    values = (vertex.label, vertex.kind, period.start, period.end, period.text)
    return dict(zip(NODE_KEYS, map(_clean, (*values, vertex.colour)), strict=True))


def edge_values(edge: Edge) -> dict[str, str]:
    """Return the values of an edge by `EDGE_KEYS`; its statements by their IRIs."""
    period = edge.period
    values = (
        edge.label,
        edge.relation,
        edge.role,
        period.start,
        period.end,
        period.text,
        " ".join(edge.statements),
        str(edge.weight or max(len(edge.statements), 1)),
    )
    return dict(zip(EDGE_KEYS, map(_clean, values), strict=True))


def _clean(text: str) -> str:
    """Return a text without the characters that XML 1.0 cannot hold."""
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)
