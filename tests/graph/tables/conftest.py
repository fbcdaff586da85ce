"""The tables of a release, and what is asserted in it."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from hiwar.graph.briefs import brief_paths
from hiwar.graph.build import understand
from hiwar.graph.reading import read_file
from hiwar.graph.store import OxigraphStore
from hiwar.graph.tables import TABLES, write_tables
from hiwar.settings import Settings

Quads = dict[str, list[ox.Quad]]

each_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)


@pytest.fixture(scope="module")
def quads() -> Quads:
    graphs, _ = understand([read_file(path, Settings()) for path in brief_paths()])
    store = OxigraphStore()
    store.load(graphs)
    return {name: store.quads(name) for name in store.names()}


@pytest.fixture(scope="module")
def folder(quads: Quads, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("tables")
    for name, data in write_tables(quads):
        (path / name).write_bytes(data)
    return path
