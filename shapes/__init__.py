"""What must hold: SHACL shapes, one file a module, and the few lines that read them."""

from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

from rdflib import Graph

from hiwar.settings import Settings

__all__ = ["MODULES", "STYLE", "Rule", "load_examples", "load_rules", "load_shapes"]

MODULES: Final = (
    "general",
    "actors",
    "meetings",
    "relations",
    "documents",
    "statements",
)
"""The modules for data, those first on which others build."""

STYLE: Final = ("style",)
"""The module for the ontology and the themes themselves."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule about named graphs, which no shape can say.

    Attributes:
        name: Its name, that of its file.
        message: What is expected.
        query: A SPARQL ``SELECT``; each solution is a triple, ``?subject``,
            ``?predicate`` and ``?object``, that breaks the rule.
    """

    name: str
    message: str
    query: str

    @property
    def names_graphs(self) -> bool:
        """Whether a solution names the two graphs, ``?graph`` and ``?other``."""
        return "?other" in self.query


def load_shapes(*names: str) -> Graph:
    """Return shapes as one graph, with our names under ``base_iri``.

    They are for SHACL without inference. A value's class is looked up in the data, so
    that these must hold, beside what is checked: the types of the things that it
    names, the ontology's ``rdfs:subClassOf`` and types, and the schemes of the themes.

    Args:
        names: The modules; all those for data where none is named.

    >>> len(load_shapes()) > 500
    True
    """
    graph = Graph(bind_namespaces="none")
    for name in names or MODULES:
        path = files("hiwar.shapes").joinpath(f"{name}.ttl")
        graph.parse(data=_read(path), format="turtle")
    return graph


def load_rules() -> list[Rule]:
    """Return the rules about named graphs, sorted by name.

    >>> [rule.name for rule in load_rules()]
    ['facts-have-statements', 'one-graph']
    """
    rules = []
    for path in _files("dataset"):
        query = _read(path)
        name, message = (line.removeprefix("# ") for line in query.splitlines()[:2])
        rules.append(Rule(name, message, query))
    return sorted(rules, key=lambda rule: rule.name)


def load_examples(kind: str) -> dict[str, str]:
    """Return the text of each example by the name of its file, sorted.

    Args:
        kind: ``valid`` or ``invalid``.

    >>> "Meeting-hostedBy.ttl" in load_examples("invalid")
    True
    """
    return {path.name: _read(path) for path in _files("examples", kind)}


def _files(*folders: str) -> list[Traversable]:
    folder = files("hiwar.shapes").joinpath(*folders)
    return sorted(folder.iterdir(), key=lambda path: path.name)


def _read(path: Traversable) -> str:
    """Return the text of a packaged file, with our names under ``base_iri``."""
    base = Settings.from_environment().base_iri
    return path.read_text(encoding="utf-8").replace(Settings.base_iri, base)
