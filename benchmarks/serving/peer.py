"""rdflib-endpoint over the same store, by way of oxrdflib."""

import os
from typing import Any

__all__ = ["make_app"]


def make_app() -> Any:
    """Return its application."""
    import pyoxigraph as ox
    from oxrdflib import OxigraphStore
    from rdflib import Dataset
    from rdflib_endpoint import SparqlEndpoint

    store = OxigraphStore(store=ox.Store.read_only(os.environ["BENCH_STORE"]))
    graph = Dataset(store=store, default_union=True)
    return SparqlEndpoint(graph=graph, path="/sparql")
