"""Networks as JSON: for cytoscape.js and Cytoscape, and CX2 for Cytoscape and NDEx.

Written piece by piece, so that their size is no matter.

Sources: https://js.cytoscape.org/#notation/elements-json,
https://cytoscape.org/cx/cx2/specification/cytoscape-exchange-format-specification-(version-2)/
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, Final

from hiwar.graph.export.picture import Picture
from hiwar.graph.export.values import (
    EDGE_KEYS,
    NODE_KEYS,
    edge_values,
    vertex_values,
)

__all__ = ["write_cx2", "write_cytoscape"]

_TITLE: Final = "hiwar"


def write_cytoscape(picture: Picture, output: BinaryIO) -> None:
    """Write a picture in the JSON of elements; each edge has its statements' IRIs."""
    nodes = (
        {
            "data": {"id": vertex.iri, "name": vertex.label}
            | _full(vertex_values(vertex))
        }
        for vertex in picture.vertices
    )
    edges = (
        {
            "data": {"id": edge.key, "source": edge.source, "target": edge.target}
            | _full(edge_values(edge))
            | {"interaction": edge.label, "statements": list(edge.statements)}
        }
        for edge in picture.edges
    )
    head = json.dumps({"name": _TITLE})
    output.write(f'{{"data":{head},"elements":{{"nodes":['.encode())
    _write_items(nodes, output)
    output.write(b'],"edges":[')
    _write_items(edges, output)
    output.write(b"]}}\n")


def write_cx2(picture: Picture, output: BinaryIO) -> None:
    """Write a picture as CX2; nodes and edges are numbered in their order."""
    numbers = {vertex.iri: number for number, vertex in enumerate(picture.vertices)}
    output.write(b"[")
    _write_items(_cx2_head(picture), output)
    output.write(b',\n{"nodes":[')
    _write_items(
        (
            {
                "id": numbers[vertex.iri],
                "v": {"name": vertex.label, "represents": vertex.iri}
                | _full(vertex_values(vertex)),
            }
            for vertex in picture.vertices
        ),
        output,
    )
    output.write(b']},\n{"edges":[')
    _write_items(
        (
            {
                "id": number,
                "s": numbers[edge.source],
                "t": numbers[edge.target],
                "v": {"name": edge.key, "interaction": edge.label}
                | _full(edge_values(edge))
                | {"statements": list(edge.statements)},
            }
            for number, edge in enumerate(picture.edges)
        ),
        output,
    )
    output.write(b']},\n{"status":[{"success":true}]}]\n')


def _cx2_head(picture: Picture) -> Iterator[dict[str, Any]]:
    """Yield the aspects before the nodes."""
    yield {"CXVersion": "2.0", "hasFragments": False}
    counts = {"nodes": len(picture.vertices), "edges": len(picture.edges)}
    aspects = ("attributeDeclarations", "networkAttributes", "nodes", "edges")
    yield {
        "metaData": [
            {"name": name, "elementCount": counts.get(name, 1)} for name in aspects
        ]
    }
    text: dict[str, str] = {"d": "string"}
    edge_kinds = dict.fromkeys(EDGE_KEYS, text) | {
        "weight": {"d": "integer"},
        "statements": {"d": "list_of_string"},
    }
    yield {
        "attributeDeclarations": [
            {
                "networkAttributes": {"name": text},
                "nodes": dict.fromkeys(("name", "represents", *NODE_KEYS), text),
                "edges": {"name": text, "interaction": text} | edge_kinds,
            }
        ]
    }
    yield {"networkAttributes": [{"name": _TITLE}]}


def _full(values: dict[str, str]) -> dict[str, Any]:
    """Return what is not empty, the weight as a number."""
    found: dict[str, Any] = {name: value for name, value in values.items() if value}
    if "weight" in found:
        found["weight"] = int(found["weight"])
    return found


def _write_items(items: Iterable[dict[str, Any]], output: BinaryIO) -> None:
    """Write the items of an array, each on a line of its own."""
    for number, item in enumerate(items):
        output.write(b",\n" if number else b"\n")
        output.write(json.dumps(item, ensure_ascii=False).encode())
