import re
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Graph, URIRef

from hiwar.graph.namespaces import BASE
from hiwar.graph.registry import registry_graph
from tests.shapes.conftest import (
    BROKEN,
    HEADER,
    VALID,
    Broken,
    check,
    thing,
)

ROUND = Path(__file__).with_name("round.ttl").read_text(encoding="utf-8")


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
    found = check(data)[odd]
    assert ("State-iri", "") in found
    assert {shape for shape, _ in found} == {
        "State",
        *("State-iri", "State-isoAlpha2-once", "State-isoAlpha3-once"),
        "State-name-once",
    }


def test_integers_stay_what_the_shapes_ask_for_in_the_store() -> None:
    store = ox.Store()
    text = VALID.read_text(encoding="utf-8")
    store.load(text.encode(), format=ox.RdfFormat.TURTLE)
    stored = store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
    assert stored is not None
    assert check(Graph().parse(data=stored.decode(), format="nt")) == {}


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
