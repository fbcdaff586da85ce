import re
from collections import defaultdict
from importlib import resources
from pathlib import Path

import pyoxigraph as ox
import pytest
from pyshacl import validate
from rdflib import RDF, RDFS, SH, SKOS, Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from hiwar.graph.namespaces import BASE, HIWAR, PREFIXES
from hiwar.graph.registry import registry_graph
from hiwar.ontology import MODULES as ONTOLOGY_MODULES
from hiwar.ontology import load_graph
from hiwar.shapes import MODULES, load_shapes

Broken = set[tuple[str, str]]

SHAPE = Namespace(f"{BASE}shapes#")
VALID = Path(__file__).with_name("valid.ttl")
HEADER = VALID.read_text(encoding="utf-8").partition("# Of each class")[0]
INFERRED = (
    "hasMeeting",
    "participatesIn",
    "participatesInProcess",
    "chairedBy",
    "memberOf",
)
ROUND = Path(__file__).with_name("round.ttl").read_text(encoding="utf-8")


LINES = Path(__file__).with_name("broken.txt").read_text(encoding="utf-8").splitlines()
BROKEN = [
    (shape, path.strip("-"), text)
    for line in LINES
    if not line.startswith("#")
    for shape, path, text in [line.split(" | ")]
]


def thing(index: int) -> str:
    letters = "".join(chr(ord("A") + int(digit)) for digit in f"{index:03}")
    kind = "state" if "hiwar:State" in BROKEN[index][2] else "broken"
    return f"{BASE}id/{kind}/{letters}"


def vocabulary() -> Graph:
    return load_graph(*ONTOLOGY_MODULES)


def check(data: Graph) -> dict[str, Broken]:
    """Return the shapes, and the paths of the report, that each focus node breaks."""
    shapes = load_shapes()
    whole = vocabulary() + data
    _, results, _ = validate(whole, shacl_graph=shapes, inference="none")
    assert isinstance(results, Graph)
    found: dict[str, Broken] = defaultdict(set)
    for result in results.objects(None, SH.result):
        shape = results.value(result, SH.sourceShape)
        path = short(results.value(result, SH.resultPath))
        for owner in shapes.transitive_subjects(SH.property, shape):
            if isinstance(owner, URIRef):
                node = str(results.value(result, SH.focusNode))
                found[node].add((owner.removeprefix(SHAPE), path))
    return found


def short(path: Node | None) -> str:
    """Return a property with its prefix; a path of several steps has no name."""
    for prefix, iri in PREFIXES.items():
        if isinstance(path, URIRef) and path.startswith(iri) and path != iri:
            name = path.removeprefix(iri)
            if "/" not in name:
                return f"{prefix}:{name}"
    return ""


@pytest.fixture(scope="module")
def found() -> dict[str, Broken]:
    """All broken things beside the valid ones, checked together."""
    data = Graph().parse(VALID)
    for index, (_, _, text) in enumerate(BROKEN):
        described = f"<X> {text} .".replace("<X>", f"<{thing(index)}>")
        data.parse(data=f"{HEADER}\n{described}", format="turtle")
    return check(data)


def test_what_keeps_every_shape_conforms() -> None:
    assert check(Graph().parse(VALID)) == {}


@pytest.mark.parametrize(
    "index", range(len(BROKEN)), ids=lambda i: "-".join(map(str, (i, *BROKEN[i][:2])))
)
def test_a_broken_thing_is_found_by_its_shape_at_its_path(
    found: dict[str, Broken], index: int
) -> None:
    shape, path, _ = BROKEN[index]
    assert (shape, path) in found[thing(index)]
    assert {other for _, other in found[thing(index)]} <= {path, ""}


def test_a_broken_thing_leaves_the_valid_ones_valid(found: dict[str, Broken]) -> None:
    valid = {str(node) for node in Graph().parse(VALID).subjects()}
    assert valid & found.keys() == set()


def test_a_state_with_another_iri_than_its_code_gives_it_is_found() -> None:
    odd = f"{BASE}id/state/egypt"
    data = Graph().parse(VALID)
    state = URIRef(f"{BASE}id/state/EGY")
    for prop, value in list(data.predicate_objects(state)):
        data.add((URIRef(odd), prop, value))
    assert check(data) == {odd: {("State", "")}}


def test_each_shape_has_a_broken_thing() -> None:
    named = {str(s).removeprefix(SHAPE) for s in node_shapes(load_shapes())}
    assert named - {shape for shape, _, _ in BROKEN} == {"Edtf", "EdtfParts"}


def node_shapes(shapes: Graph) -> set[URIRef]:
    return {
        shape
        for shape in shapes.subjects(RDF.type, SH.NodeShape)
        if isinstance(shape, URIRef)
    }


@pytest.mark.parametrize(
    "text",
    [
        "2015",
        "2015-11",
        "2015-11-12",
        "2023-09-18/2023-09-20",
        "XXXX-12-16",
        "2024-04/",
        "../2024",
        "/2024",
        "2024/..",
        "201X",
        "2014?",
        "2014-06~",
        "?2004-06-~11",
        "2001-21",
        "[2017,2018]",
        "{2017..2019}",
        "[..2018]",
        "1985-XX-XX",
    ],
)
def test_edtf_of_levels_0_to_2_is_a_date(text: str) -> None:
    assert all(pattern.search(text) for pattern in edtf_patterns())


@pytest.mark.parametrize(
    "text",
    [
        "/",
        "..",
        "../..",
        "2015-13",
        "2015-11-32",
        "2015-1",
        "15-11",
        "20155",
        "2025-04-09T10:00",
        "2023-09-18/20",
        "[2017",
        "2001-21-05",
        "spring",
    ],
)
def test_what_is_no_edtf_is_no_date(text: str) -> None:
    assert not all(pattern.search(text) for pattern in edtf_patterns())


def edtf_patterns() -> list[re.Pattern[str]]:
    shapes = load_shapes()
    names = (SHAPE.Edtf, SHAPE.EdtfParts)
    return [re.compile(str(shapes.value(name, SH.pattern))) for name in names]


def test_each_shape_says_what_it_asks_for_and_how_to_mend() -> None:
    shapes = load_shapes()
    asked = node_shapes(shapes)
    asked_paths = {
        path for shape in asked for path in shapes.objects(shape, SH.property)
    }
    for shape in asked | asked_paths:
        for prop in (SH.name, SH.description, SH.message, SH.severity):
            assert len(list(shapes.objects(shape, prop))) == 1, (shape, prop)


def test_each_shape_stands_in_a_module_that_is_loaded() -> None:
    names = {path.name for path in resources.files("hiwar.shapes").iterdir()}
    turtle = {name.removesuffix(".ttl") for name in names if name.endswith(".ttl")}
    assert turtle == set(MODULES)


def test_shapes_use_no_term_that_is_not_declared() -> None:
    declared = set(vocabulary().subjects())
    known = {str(HIWAR), f"{BASE}theme/"}
    used = {
        term
        for triple in load_shapes()
        for term in triple
        if any(str(term).startswith(iri) for iri in known)
    }
    assert used - declared == set()


def test_every_property_is_allowed_where_its_domain_allows_it() -> None:
    ontology, shapes = vocabulary(), load_shapes()
    not_asserted = {HIWAR[name] for name in INFERRED}
    for prop, domain in ontology.subject_objects(RDFS.domain):
        if prop in not_asserted or domain == HIWAR.Actor:
            continue
        for kind in ontology.transitive_subjects(RDFS.subClassOf, domain):
            for shape in shapes.subjects(SH.targetClass, kind):
                if shapes.value(shape, SH.closed):
                    assert prop in allowed(shapes, shape), (kind, prop)


def allowed(shapes: Graph, shape: Node) -> set[Node]:
    return {
        path
        for inner in shapes.objects(shape, SH.property)
        for path in shapes.objects(inner, SH.path)
    }


def test_status_and_basis_list_the_concepts_of_their_schemes() -> None:
    vocabulary_, shapes = vocabulary(), load_shapes()
    for name in ("status", "basis"):
        scheme = URIRef(f"{BASE}theme/{name}")
        (inner,) = [
            inner
            for inner in shapes.objects(SHAPE.Statement, SH.property)
            if shapes.value(inner, SH.path) == HIWAR[name]
        ]
        head = shapes.value(inner, SH["in"])
        assert head is not None
        listed = Collection(shapes, head)
        assert set(listed) == set(vocabulary_.subjects(SKOS.inScheme, scheme))


def test_integers_stay_what_the_shapes_ask_for_in_the_store() -> None:
    store = ox.Store()
    text = VALID.read_text(encoding="utf-8")
    store.load(text.encode(), format=ox.RdfFormat.TURTLE)
    stored = store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
    assert stored is not None
    assert check(Graph().parse(data=stored.decode(), format="nt")) == {}


def test_what_a_document_states_is_checked_with_the_facts_that_it_names() -> None:
    valid = Graph().parse(VALID)
    own: list[str | URIRef] = [f"{BASE}id/document/brief", f"{BASE}id/statement/s1"]
    data = vocabulary() + valid
    conforms, _, _ = validate(
        data, shacl_graph=load_shapes(), inference="none", focus_nodes=own
    )
    assert conforms


@pytest.mark.slow
def test_the_registry_keeps_every_shape() -> None:
    assert check(registry_graph()) == {}


@pytest.mark.slow
def test_ten_thousand_triples_conform() -> None:
    assert check(large(10_000)) == {}


def large(size: int) -> Graph:
    """Return as many triples of statements, evidence, meetings and participations."""
    data = Graph().parse(VALID)
    rounds = 0
    while len(data) < size:
        rounds += 1
        data.parse(data=HEADER + re.sub(r"\bN\b", str(rounds), ROUND), format="turtle")
    return data
