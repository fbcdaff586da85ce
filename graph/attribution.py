"""Which documents state a fact of a release: those that state it, and no others.

A fact that several documents give only together is from all that it rests on, and one
that follows from others is from none.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Final

import pyoxigraph as ox

from hiwar.graph.namespaces import HIWAR, RDF, RDFS, SKOS, concept_iri
from hiwar.graph.resolve.roles import ROLES

__all__ = ["Attribution"]

_FOLDER: Final = "document/"
_LABEL: Final = f"<{RDFS.label}>"
_PREFERRED: Final = f"<{SKOS.prefLabel}>"
_PARTS: Final = tuple(
    str(item)
    for item in (RDF.subject, RDF.predicate, RDF.object, HIWAR.status, HIWAR.describes)
)
_SOURCE: Final = str(HIWAR.wasStatedIn)
_ROLES: Final = {f"<{predicate}>": roles for predicate, roles in ROLES.items()}
_UNTRUE: Final = frozenset(
    f"<{concept_iri('status', name)}>"
    for name in ("planned", "aspirational", "attributed", "negated")
)
_Triple = tuple[str, str, str]


class Attribution:
    """The documents of a release, and what they state to be true.

    Attributes:
        documents: The names of all documents.
    """

    def __init__(self, quads: Mapping[str, list[ox.Quad]]) -> None:
        self._quads = quads
        self.documents = {
            name.removeprefix(_FOLDER) for name in quads if name.startswith(_FOLDER)
        }

    def alone(self, subject: str, predicate: str, value: str) -> set[str]:
        """Return the documents that each state a fact, given in N-Triples."""
        return self._alone.get(_as_stated(subject, predicate, value), set())

    def any(self, subject: str, predicate: str, value: str) -> set[str]:
        """Return the documents that state a fact, else those that give it together."""
        triple = _as_stated(subject, predicate, value)
        return self._alone.get(triple) or self._together.get(triple, set())

    @cached_property
    def _alone(self) -> dict[_Triple, set[str]]:
        found: dict[_Triple, set[str]] = {}
        for name in self.documents:
            for triple, _ in _true_triples(self._quads[_FOLDER + name]):
                found.setdefault(triple, set()).add(name)
        return found

    @cached_property
    def _together(self) -> dict[_Triple, set[str]]:
        found: dict[_Triple, set[str]] = {}
        for triple, documents in _true_triples(self._quads.get("facts", ())):
            found.setdefault(triple, set()).update(documents)
        return found


def _as_stated(subject: str, predicate: str, value: str) -> _Triple:
    """Return a fact as a statement has it: a preferred label is the copy of a label."""
    return subject, _LABEL if predicate == _PREFERRED else predicate, value


def _true_triples(quads: Iterable[ox.Quad]) -> Iterator[tuple[_Triple, set[str]]]:
    """Yield what statements take for true, with the documents that they name.

    Who states what describes a relation states the relation's class and roles too.
    """
    statements: defaultdict[str, dict[str, str]] = defaultdict(dict)
    documents: defaultdict[str, set[str]] = defaultdict(set)
    for quad in quads:
        if quad.predicate.value in _PARTS:
            statements[str(quad.subject)][quad.predicate.value] = str(quad.object)
        elif quad.predicate.value == _SOURCE:
            name = str(quad.object).rpartition("/")[2].removesuffix(">")
            documents[str(quad.subject)].add(name)
    for node, parts in statements.items():
        subject, predicate, value, *more = (parts.get(name, "") for name in _PARTS)
        status, relation = more
        if status in _UNTRUE:
            continue
        yield (subject, predicate, value), documents[node]
        if relation and (roles := _ROLES.get(predicate)):
            for triple in (
                (relation, f"<{RDF.type}>", f"<{HIWAR[roles.kind]}>"),
                (relation, f"<{roles.of_subject}>", subject),
                (relation, f"<{roles.of_object}>", value),
            ):
                yield triple, documents[node]
