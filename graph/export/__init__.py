"""Networks for other people's tools: one picture, written in the format of each.

``scene`` is what facts are taken from and ``selection`` a part of it; ``drawing`` and
``projection`` make a ``picture`` of it, the latter of what things share.

Nodes and edges keep their order, so that equal pictures give equal bytes. Nothing of a
document can be markup, code or a formula where it is read: each format escapes in
its own way.
"""

from collections.abc import Callable
from typing import BinaryIO, Final

from hiwar.errors import FormatError
from hiwar.graph.export.drawing import draw
from hiwar.graph.export.drawn import write_dot, write_svg
from hiwar.graph.export.json import write_cx2, write_cytoscape
from hiwar.graph.export.markup import write_markup
from hiwar.graph.export.picture import Picture
from hiwar.graph.export.scene import Scene
from hiwar.graph.export.tables import write_edges, write_nodes
from hiwar.graph.formats import Format

__all__ = ["export", "write_picture"]

_WRITERS: Final[dict[str, Callable[[Picture, BinaryIO], None]]] = {
    "graphml": lambda picture, output: write_markup(picture, "graphml", output),
    "gexf": lambda picture, output: write_markup(picture, "gexf", output),
    "cyjs": write_cytoscape,
    "cx2": write_cx2,
    "edges": write_edges,
    "nodes": write_nodes,
    "dot": write_dot,
    "svg": write_svg,
}


def export(scene: Scene, format_: Format, output: BinaryIO) -> Picture:
    """Draw a scene, write the picture and return it.

    Raises:
        FormatError: If the format is no picture, or the picture too large for it.
    """
    picture = draw(scene)
    write_picture(picture, format_, output)
    return picture


def write_picture(picture: Picture, format_: Format, output: BinaryIO) -> None:
    """Write a picture; equal pictures give equal bytes.

    Raises:
        FormatError: If the format is no picture, or the picture too large for it.
    """
    if format_.name not in _WRITERS:
        expected = ", ".join(_WRITERS)
        raise FormatError(f"{format_.label} is no picture; expected {expected}.")
    _WRITERS[format_.name](picture, output)
