"""Writing a picture as GraphML or GEXF, node by node, so that its size is no matter.

GEXF is 1.2draft, which Gephi and networkx both read; a first or last day that is known
is ``start`` or ``end``, so that Gephi's timeline works.

Sources: http://graphml.graphdrawing.org/specification.html,
https://gexf.net/schema.html
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, BinaryIO, Final

from lxml import etree
from rdflib import Graph

from hiwar.errors import FormatError
from hiwar.graph.formats import Format
from hiwar.graph.picture import Edge, Picture, Vertex, draw

__all__ = ["export", "write_picture"]

_GRAPHML: Final = "http://graphml.graphdrawing.org/xmlns"
_GEXF: Final = "http://www.gexf.net/1.2draft"
_VIZ: Final = "http://www.gexf.net/1.2draft/viz"
_NODE_KEYS: Final = ("label", "kind", "start", "end", "when", "color")
_EDGE_KEYS: Final = (
    "label",
    "relation",
    "role",
    "start",
    "end",
    "when",
    "statements",
    "weight",
)
_IN_GEXF_ITSELF: Final = frozenset({"label", "start", "end", "color", "weight"})
_FORBIDDEN: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def export(graphs: Mapping[str, Graph], format_: Format, output: BinaryIO) -> Picture:
    """Draw the graphs, write the picture and return it.

    Raises:
        FormatError: If the format is no picture.
    """
    picture = draw(graphs)
    write_picture(picture, format_, output)
    return picture


def write_picture(picture: Picture, format_: Format, output: BinaryIO) -> None:
    """Write a picture; equal pictures give equal bytes.

    Raises:
        FormatError: If the format is no picture.
    """
    writers = {"graphml": _write_graphml, "gexf": _write_gexf}
    if format_.name not in writers:
        raise FormatError(f"{format_.label} is no picture; expected graphml or gexf.")
    with etree.xmlfile(output, encoding="utf-8") as xml:
        xml.write_declaration()
        writers[format_.name](xml, picture)
    output.write(b"\n")


def _write_graphml(xml: Any, picture: Picture) -> None:
    with xml.element("graphml", nsmap={None: _GRAPHML}):
        for scope, keys in (("node", _NODE_KEYS), ("edge", _EDGE_KEYS)):
            for key in keys:
                kind = "int" if key == "weight" else "string"
                about = {"id": f"{scope}-{key}", "for": scope}
                about |= {"attr.name": key, "attr.type": kind}
                _empty(xml, "key", about)
        with _line(xml, "graph", {"id": "hiwar", "edgedefault": "directed"}):
            for vertex in picture.vertices:
                with _line(xml, "node", {"id": vertex.iri}):
                    _write_data(xml, "node", _vertex_values(vertex))
            for edge in picture.edges:
                with _line(xml, "edge", _ends(edge)):
                    _write_data(xml, "edge", _edge_values(edge))


def _write_data(xml: Any, scope: str, values: Mapping[str, str]) -> None:
    for key, value in values.items():
        if value:
            with xml.element("data", {"key": f"{scope}-{key}"}):
                xml.write(value)


def _write_gexf(xml: Any, picture: Picture) -> None:
    with xml.element("gexf", {"version": "1.2"}, nsmap={None: _GEXF, "viz": _VIZ}):
        about = {"mode": "dynamic", "timeformat": "date", "defaultedgetype": "directed"}
        with _line(xml, "graph", about):
            for scope, keys in (("node", _NODE_KEYS), ("edge", _EDGE_KEYS)):
                with _line(xml, "attributes", {"class": scope, "mode": "static"}):
                    for key in _own_keys(keys):
                        title = {"id": f"{scope}-{key}", "title": key, "type": "string"}
                        _empty(xml, "attribute", title)
            with _line(xml, "nodes", {}):
                for vertex in picture.vertices:
                    values = _vertex_values(vertex)
                    with _line(xml, "node", {"id": vertex.iri} | _gexf_part(values)):
                        _write_attvalues(xml, "node", values)
                        _write_colour(xml, vertex.colour)
            with _line(xml, "edges", {}):
                for edge in picture.edges:
                    values = _edge_values(edge)
                    with _line(xml, "edge", _ends(edge) | _gexf_part(values)):
                        _write_attvalues(xml, "edge", values)


def _write_attvalues(xml: Any, scope: str, values: Mapping[str, str]) -> None:
    with xml.element("attvalues"):
        for key in _own_keys(values):
            if values[key]:
                item = {"for": f"{scope}-{key}", "value": values[key]}
                with xml.element("attvalue", item):
                    pass


def _write_colour(xml: Any, colour: str) -> None:
    parts = (str(int(colour[i : i + 2], 16)) for i in (1, 3, 5))
    with xml.element(f"{{{_VIZ}}}color", dict(zip("rgb", parts, strict=True))):
        pass


def _gexf_part(values: Mapping[str, str]) -> dict[str, str]:
    """Return what GEXF has an attribute of its own for."""
    names = ("label", "start", "end", "weight")
    return {name: values[name] for name in names if values.get(name)}


def _own_keys(keys: Iterable[str]) -> list[str]:
    """Return the keys that GEXF has no attribute of its own for."""
    return [key for key in keys if key not in _IN_GEXF_ITSELF]


def _ends(edge: Edge) -> dict[str, str]:
    return {"id": edge.key, "source": edge.source, "target": edge.target}


def _vertex_values(vertex: Vertex) -> dict[str, str]:
    period = vertex.period
    values = (vertex.label, vertex.kind, period.start, period.end, period.text)
    return dict(zip(_NODE_KEYS, map(_clean, (*values, vertex.colour)), strict=True))


def _edge_values(edge: Edge) -> dict[str, str]:
    period = edge.period
    values = (
        edge.label,
        edge.relation,
        edge.role,
        period.start,
        period.end,
        period.text,
        " ".join(edge.statements),
        str(max(len(edge.statements), 1)),
    )
    return dict(zip(_EDGE_KEYS, map(_clean, values), strict=True))


def _clean(text: str) -> str:
    """Return a text without the characters that XML 1.0 cannot hold."""
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)


@contextmanager
def _line(xml: Any, tag: str, attributes: Mapping[str, str]) -> Iterator[None]:
    """Write an element that begins on a line of its own."""
    xml.write("\n")
    with xml.element(tag, dict(attributes)):
        yield


def _empty(xml: Any, tag: str, attributes: Mapping[str, str]) -> None:
    """Write an element that has attributes only."""
    with _line(xml, tag, attributes):
        pass
