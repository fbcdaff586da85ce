"""Each network is read back by the tool it is meant for, with the same content."""

import csv
import io
import json
import os
import shutil
import subprocess
from pathlib import Path

import networkx as nx
import pytest
from lxml import etree
from ndex2.cx2 import RawCX2NetworkFactory
from rdflib import URIRef

from hiwar.errors import FormatError
from hiwar.graph.export.drawing import draw
from hiwar.graph.export.period import Period
from hiwar.graph.export.picture import Edge, Picture, Vertex
from hiwar.graph.export.scene import Scene
from hiwar.graph.namespaces import thing_iri
from tests.graph.export.conftest import Graphs, written

FORMATS = ("graphml", "gexf", "cyjs", "cx2", "edges", "nodes", "dot", "svg")
HOSTILE = '=1+1 "quoted" <b>&amp;</b> ]]> \\ {x} \n second'


@pytest.fixture
def picture(graphs: Graphs) -> Picture:
    """The small graph, with a label that could do harm and an edge of some weight."""
    drawn = draw(Scene.of(graphs))
    one, *others = drawn.vertices
    hostile = Vertex(one.iri, HOSTILE, one.kind, one.period)
    edge = Edge("k", one.iri, others[0].iri, "shared", Period("2020-01-01"), weight=7)
    return Picture((hostile, *others), (*drawn.edges, edge))


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_networkx_reads_all_of_it(picture: Picture, name: str) -> None:
    text = io.BytesIO(written(picture, name))
    graph = nx.read_graphml(text) if name == "graphml" else nx.read_gexf(text)
    assert graph.number_of_nodes() == len(picture.vertices)
    assert graph.number_of_edges() == len(picture.edges)
    weights = {int(data["weight"]) for _, _, data in graph.edges(data=True)}
    assert 7 in weights


def test_ndex2_reads_the_cx2(picture: Picture) -> None:
    network = RawCX2NetworkFactory().get_cx2network(json.loads(written(picture, "cx2")))
    nodes, edges = network.get_nodes(), network.get_edges()
    assert {node["v"]["represents"] for node in nodes.values()} == {
        vertex.iri for vertex in picture.vertices
    }
    assert {node["v"]["name"] for node in nodes.values()} == {
        vertex.label for vertex in picture.vertices
    }
    assert len(edges) == len(picture.edges)
    assert 7 in {edge["v"]["weight"] for edge in edges.values()}
    declared = network.get_attribute_declarations()
    for kind, items in (("nodes", nodes), ("edges", edges)):
        names = {name for item in items.values() for name in item["v"]}
        assert names <= set(declared[kind])


def test_cytoscape_js_reads_its_elements(picture: Picture, tmp_path: Path) -> None:
    node = shutil.which("node")
    script = (
        "const cy = require('cytoscape')({headless: true, elements:"
        " JSON.parse(require('fs').readFileSync(process.argv[1])).elements});"
        "console.log(JSON.stringify([cy.nodes().length, cy.edges().length,"
        " cy.nodes().map(n => n.data('name')), cy.edges().map(e => e.data('weight'))]))"
    )
    file = tmp_path / "x.cyjs"
    file.write_bytes(written(picture, "cyjs"))
    found = node and subprocess.run(
        [node, "-e", "require('cytoscape')"], env=os.environ, capture_output=True
    )
    if not node or not found or found.returncode:
        pytest.skip("cytoscape of npm is not installed where node finds it (NODE_PATH)")
    done = subprocess.run(
        [node, "-e", script, str(file)], capture_output=True, text=True, check=True
    )
    nodes, edges, names, weights = json.loads(done.stdout)
    assert (nodes, edges) == (len(picture.vertices), len(picture.edges))
    assert sorted(names) == sorted(vertex.label for vertex in picture.vertices)
    assert 7 in weights


def test_graphviz_reads_the_dot(picture: Picture) -> None:
    drawn = etree.fromstring(written(picture, "svg"))
    space = "{http://www.w3.org/2000/svg}"
    groups = drawn.iter(f"{space}g")
    kinds = [group.get("class", "").partition(" ")[0] for group in groups]
    assert kinds.count("node") == len(picture.vertices)
    assert kinds.count("edge") == len(picture.edges)
    assert not list(drawn.iter(f"{space}script"))


def test_tables_hold_each_node_and_edge_and_run_no_formula(picture: Picture) -> None:
    nodes = list(csv.DictReader(io.StringIO(written(picture, "nodes").decode())))
    edges = list(csv.DictReader(io.StringIO(written(picture, "edges").decode())))
    assert [row["Id"] for row in nodes] == [vertex.iri for vertex in picture.vertices]
    ends = {(row["Source"], row["Target"]) for row in edges}
    assert ends == {(edge.source, edge.target) for edge in picture.edges}
    assert [row["Weight"] for row in edges if row["Id"] == "k"] == ["7"]
    assert nodes[0]["Label"].startswith("'=1+1")


@pytest.mark.parametrize("name", FORMATS)
def test_equal_pictures_give_equal_bytes_and_an_empty_one_is_whole(
    picture: Picture, name: str
) -> None:
    assert written(picture, name) == written(picture, name)
    assert written(Picture((), ()), name)


def test_what_is_too_large_to_be_looked_at_is_no_svg() -> None:
    many = tuple(Vertex(f"x:{n}", str(n), "State", Period()) for n in range(401))
    with pytest.raises(FormatError, match="401 nodes"):
        written(Picture(many, ()), "svg")


def test_no_statement_is_drawn_as_a_thing(graphs: Graphs) -> None:
    kinds = {vertex.kind for vertex in draw(Scene.of(graphs)).vertices}
    assert kinds.isdisjoint({"Statement", "Evidence"})
    assert isinstance(thing_iri("state", "EGY"), URIRef)
