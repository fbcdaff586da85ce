"""What may be said: classes, properties, themes, the registry and the questions."""

from importlib.resources import files
from typing import Final

from rdflib import Graph

from hiwar.settings import Settings

__all__ = ["APART", "MODULES", "ONTOLOGY", "THEMES", "load_graph", "load_text"]

ONTOLOGY: Final = (
    "hiwar",
    "things",
    "meetings",
    "relations",
    "documents",
    "statements",
)
"""The modules that make the ontology, the header first."""

THEMES: Final = (
    "themes/migration",
    "themes/gcm",
    "themes/gcm-principles",
    "themes/jvap",
    "themes/cadiz",
    "themes/cairo",
    "themes/eu-egypt",
    "themes/eu-external",
    "themes/prague",
    "themes/sdg",
    "themes/statements",
    "themes/meetings",
    "themes/documents",
)
"""The modules that hold SKOS concepts; the name ``themes`` stands for all of them."""

MODULES: Final = ONTOLOGY + THEMES

APART: Final = ("alignments", "dl")
"""Modules that import the ontology and that nothing imports: what its terms are in the
words of others, and axioms beyond OWL 2 RL, for HermiT."""

_WRITTEN_BASE: Final = Settings.base_iri


def load_text(name: str) -> str:
    """Return the Turtle of a packaged module, with our names under ``base_iri``.

    Raises:
        FileNotFoundError: If there is no module of that name.

    >>> "hiwar:State a owl:Class" in load_text("things")
    True
    """
    text = files("hiwar.ontology").joinpath(f"{name}.ttl").read_text(encoding="utf-8")
    return text.replace(_WRITTEN_BASE, Settings.from_environment().base_iri)


def load_graph(*names: str) -> Graph:
    """Return modules as one graph; the whole ontology where none is named.

    >>> len(load_graph("themes")) < len(load_graph(*MODULES))
    True
    """
    graph = Graph(bind_namespaces="none")
    for name in names or ONTOLOGY:
        for module in THEMES if name == "themes" else (name,):
            graph.parse(data=load_text(module), format="turtle")
    return graph
