"""What must hold: SHACL shapes, one file a module, and the few lines that read them."""

from importlib.resources import files
from typing import Final

from rdflib import Graph

from hiwar.settings import Settings

__all__ = ["MODULES", "load_shapes"]

MODULES: Final = (
    "general",
    "actors",
    "meetings",
    "relations",
    "documents",
    "statements",
)
"""The modules, those first on which others build."""


def load_shapes() -> Graph:
    """Return all shapes as one graph, with our names under ``base_iri``.

    They are for SHACL without inference. A value's class is looked up in the data, so
    that these must hold, beside what is checked: the types of the things that it
    names, the ontology's ``rdfs:subClassOf``, and the types of the themes.

    >>> len(load_shapes()) > 500
    True
    """
    base = Settings.from_environment().base_iri
    graph = Graph(bind_namespaces="none")
    for name in MODULES:
        text = files("hiwar.shapes").joinpath(f"{name}.ttl").read_text(encoding="utf-8")
        graph.parse(data=text.replace(Settings.base_iri, base), format="turtle")
    return graph
