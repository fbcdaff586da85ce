"""The graphs of two documents on one conference."""

from collections.abc import Sequence

import pytest
from rdflib import Graph, Literal

from hiwar.graph.derive import derive
from hiwar.graph.model import Reading
from hiwar.graph.namespaces import (
    XSD,
    thing_iri,
)
from hiwar.graph.resolve import Ledger, resolve
from hiwar.ontology import ONTOLOGY, load_graph

CONFERENCE = thing_iri("meeting", "khartoum-process-ministerial-2025-04-09")
ANNOUNCED = "document/cairo-prepares-for-ministers"


@pytest.fixture(scope="session")
def ontology() -> Graph:
    return load_graph(*ONTOLOGY)


def derived(
    readings: Sequence[Reading],
    registry: Graph,
    ontology: Graph,
    ledger: Ledger | None = None,
) -> dict[str, Graph]:
    resolution = resolve(readings, ledger or Ledger(), registry)
    return derive(readings, resolution, registry, ontology)


@pytest.fixture(scope="session")
def graphs(
    conference: list[Reading], registry: Graph, ontology: Graph
) -> dict[str, Graph]:
    return derived(conference, registry, ontology)


def dump(graph: Graph) -> str:
    return "".join(sorted(graph.serialize(format="nt").splitlines(keepends=True)))


def day(text: str) -> Literal:
    return Literal(text, datatype=XSD.date)
