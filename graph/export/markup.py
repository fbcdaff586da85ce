"""Writing a picture as GraphML or GEXF, node by node, so that its size is no matter.

GEXF is 1.2draft, which Gephi and networkx both read; a first or last day that is known
is ``start`` or ``end``, so that Gephi's timeline works.

Sources: http://graphml.graphdrawing.org/specification.html,
https://gexf.net/schema.html
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, BinaryIO, Final

from lxml import etree

from hiwar.graph.export.picture import Edge, Picture
from hiwar.graph.export.values import (
    EDGE_KEYS,
    NODE_KEYS,
    edge_values,
    vertex_values,
)

__all__ = ["write_markup"]

_GRAPHML: Final = "http://graphml.graphdrawing.org/xmlns"
_GEXF: Final = "http://www.gexf.net/1.2draft"
_VIZ: Final = "http://www.gexf.net/1.2draft/viz"
_IN_GEXF_ITSELF: Final = frozenset({"label", "start", "end", "color", "weight"})


def write_markup(picture: Picture, name: str, output: BinaryIO) -> None:
    """Write a picture as ``graphml`` or ``gexf``."""
    write = _write_graphml if name == "graphml" else _write_gexf
    with etree.xmlfile(output, encoding="utf-8") as xml:
        xml.write_declaration()
        write(xml, picture)
    output.write(b"\n")


def _write_graphml(xml: Any, picture: Picture) -> None:
    with xml.element("graphml", nsmap={None: _GRAPHML}):
        for scope, keys in (("node", NODE_KEYS), ("edge", EDGE_KEYS)):
            for key in keys:
                kind = "int" if key == "weight" else "string"
                about = {"id": f"{scope}-{key}", "for": scope}
                about |= {"attr.name": key, "attr.type": kind}
                _empty(xml, "key", about)
        with _line(xml, "graph", {"id": "hiwar", "edgedefault": _kind(picture)}):
            for vertex in picture.vertices:
                with _line(xml, "node", {"id": vertex.iri}):
                    _write_data(xml, "node", vertex_values(vertex))
            for edge in picture.edges:
                with _line(xml, "edge", _ends(edge)):
                    _write_data(xml, "edge", edge_values(edge))


def _kind(picture: Picture) -> str:
    return "directed" if picture.is_directed else "undirected"


def _write_data(xml: Any, scope: str, values: Mapping[str, str]) -> None:
    for key, value in values.items():
        if value:
            with xml.element("data", {"key": f"{scope}-{key}"}):
                xml.write(value)


def _write_gexf(xml: Any, picture: Picture) -> None:
    with xml.element("gexf", {"version": "1.2"}, nsmap={None: _GEXF, "viz": _VIZ}):
        about = {
            "mode": "dynamic",
            "timeformat": "date",
            "defaultedgetype": _kind(picture),
        }
        with _line(xml, "graph", about):
            for scope, keys in (("node", NODE_KEYS), ("edge", EDGE_KEYS)):
                with _line(xml, "attributes", {"class": scope, "mode": "static"}):
                    for key in _own_keys(keys):
                        title = {"id": f"{scope}-{key}", "title": key, "type": "string"}
                        _empty(xml, "attribute", title)
            with _line(xml, "nodes", {}):
                for vertex in picture.vertices:
                    values = vertex_values(vertex)
                    with _line(xml, "node", {"id": vertex.iri} | _gexf_part(values)):
                        _write_attvalues(xml, "node", values)
                        _write_colour(xml, vertex.colour)
            with _line(xml, "edges", {}):
                for edge in picture.edges:
                    values = edge_values(edge)
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
