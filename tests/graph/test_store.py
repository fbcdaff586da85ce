import os
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.compare import isomorphic

from hiwar.errors import GateError, ReleaseError
from hiwar.graph.formats import Answer, find_format
from hiwar.graph.namespaces import HIWAR, RDFS, XSD, thing_iri
from hiwar.graph.store import OxigraphStore, from_graph, serialize

EGY, ERI = thing_iri("state", "EGY"), thing_iri("state", "ERI")
KP = thing_iri("process", "khartoum-process")
TURTLE = find_format("ttl", Answer.GRAPH)
TRIG = find_format("trig", Answer.DATASET)


def graph_of(*triples: tuple[object, ...]) -> Graph:
    graph = Graph()
    for triple in triples:
        graph.add(triple)  # type: ignore[arg-type]
    return graph


def test_a_query_sees_the_union_of_all_graphs_and_each_graph_by_name() -> None:
    store = OxigraphStore()
    store.load(
        {
            "facts": graph_of((EGY, HIWAR.chairs, KP)),
            "registry": graph_of((EGY, RDFS.label, Literal("Egypt", lang="en"))),
        }
    )
    text = "SELECT ?name { ?s hiwar:chairs ?p . ?s rdfs:label ?name }"
    solutions = store.query(text)
    assert isinstance(solutions, ox.QuerySolutions)
    assert [row["name"].value for row in solutions] == ["Egypt"]
    assert store.names() == ["facts", "registry"]
    assert (store.count(), store.count("facts"), store.count("themes")) == (2, 1, 0)


def test_blank_nodes_of_two_graphs_stay_apart_in_store_and_dump(tmp_path: Path) -> None:
    one, other = Graph(), Graph()
    for graph in (one, other):
        graph.add((EGY, HIWAR.chairs, BNode()))
    store = OxigraphStore(tmp_path / "store")
    store.load({"ontology": one, "shapes": other})
    found = store.query("SELECT DISTINCT ?o { ?s ?p ?o }")
    assert isinstance(found, ox.QuerySolutions)
    assert len(list(found)) == 2
    dump = ox.Dataset(ox.parse(serialize(store.quads(), TRIG), ox.RdfFormat.TRIG))
    assert len({quad.object for quad in dump}) == 2


def test_a_dump_has_the_values_that_the_store_gives_back() -> None:
    store = OxigraphStore()
    one = Literal("01", datatype=XSD.integer, normalize=False)
    store.load({"facts": graph_of((KP, HIWAR.ordinal, one))})
    assert b"hiwar:ordinal 1 ." in serialize(store.quads("facts"), TURTLE)
    assert store.graph("facts").value(KP, HIWAR.ordinal) == Literal(1)


def test_a_graph_comes_back_as_it_went_in() -> None:
    odd = Literal('é"\\\n\u202e مصر \U0001f600\t', lang="ar")
    graph = graph_of(
        (EGY, RDFS.label, odd),
        (EGY, HIWAR.when, Literal("2025-04-09", datatype=XSD.date)),
        (EGY, RDFS.label, Literal("")),
    )
    store = OxigraphStore()
    store.load({"document/a-b": graph})
    assert isomorphic(store.graph("document/a-b"), graph)
    again = Graph().parse(data=serialize(store.quads(), TURTLE), format="turtle")
    assert isomorphic(again, graph)


def test_a_term_that_is_no_rdf_is_refused_with_its_triple() -> None:
    bad = URIRef("http://example.org/a b")
    with pytest.raises(GateError, match="a b"):
        from_graph(graph_of((EGY, HIWAR.chairs, bad)))


def test_loading_is_all_or_nothing() -> None:
    store = OxigraphStore()
    bad = graph_of((EGY, HIWAR.chairs, URIRef("http://example.org/a b")))
    with pytest.raises(GateError):
        store.load({"a": graph_of((EGY, HIWAR.chairs, KP)), "b": bad})
    assert store.count() == 0


def test_a_backup_opens_by_itself_and_does_not_see_what_comes_after(
    tmp_path: Path,
) -> None:
    store = OxigraphStore(tmp_path / "store")
    store.load({"facts": graph_of((EGY, HIWAR.chairs, KP))})
    store.backup(tmp_path / "backup")
    store.load({"registry": graph_of((ERI, HIWAR.chairs, KP))})
    copy = OxigraphStore(tmp_path / "backup", read_only=True)
    assert (store.count(), copy.count()) == (2, 1)


def test_a_folder_without_a_store_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match="hiwar build"):
        OxigraphStore(tmp_path / "nothing", read_only=True)


_PROGRAM = """
import sys
from rdflib import BNode, Graph, Literal, URIRef
from hiwar.graph.formats import Answer, find_format
from hiwar.graph.namespaces import HIWAR, thing_iri
from hiwar.graph.store import OxigraphStore, serialize
triples = []
for i in range(40):
    node, thing = BNode(), thing_iri("state" if i % 3 else "place", f"s{i}")
    triples += [(thing, HIWAR.chairs, node), (node, HIWAR.ordinal, Literal(i)),
                (thing, HIWAR.aim, URIRef("https://w3id.org/hiwar/theme/a/b"))]
if sys.argv[1] == "backwards":
    triples.reverse()
graphs = {}
for name in ("facts", "ontology"):
    graphs[name] = Graph()
    for triple in triples:
        graphs[name].add(triple)
store = OxigraphStore()
store.load(graphs)
for name, answer in (("ttl", Answer.GRAPH), ("trig", Answer.DATASET)):
    sys.stdout.buffer.write(serialize(store.quads(), find_format(name, answer)))
"""


@pytest.mark.slow
def test_equal_graphs_have_equal_dumps_in_every_process_and_order() -> None:
    dumps = {
        subprocess.run(
            [sys.executable, "-c", _PROGRAM, order],
            env=os.environ | {"PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for order, seed in (("forwards", "1"), ("backwards", "2"), ("forwards", "3"))
    }
    assert len(dumps) == 1
    assert b"place:s0" in dumps.pop()
