"""What a release says that the one before did not, fact by fact.

Facts are compared as plain triples. Where one value of a thing took the place of
another, that is one change; the documents that state a fact stand beside it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import pyoxigraph as ox

from hiwar.graph.namespaces import BASE, RDF, RDFS

__all__ = ["Difference", "compare"]

_LABEL: Final = f"<{RDFS.label}>"
_PARTS: Final = {f"<{RDF.subject}>": 0, f"<{RDF.predicate}>": 1, f"<{RDF.object}>": 2}
_Quads = Mapping[str, list[ox.Quad]]
_Pair = tuple[str, str]
_Triple = tuple[str, str, str]


@dataclass(slots=True)
class Difference:
    """The facts that came, went and changed.

    Attributes:
        before: The version compared with, empty for the first release.
        added: Facts that are new; each with the documents that state it.
        removed: Facts that are gone, with those that stated them.
        changed: Subject and predicate whose values are others now.
        documents: The documents that came and went.
    """

    before: str = ""
    added: list[dict[str, Any]] = field(default_factory=list)
    removed: list[dict[str, Any]] = field(default_factory=list)
    changed: list[dict[str, Any]] = field(default_factory=list)
    documents: dict[str, list[str]] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """Return it as what JSON can hold."""
        return {name: getattr(self, name) for name in self.__slots__}

    def to_markdown(self) -> str:
        """Return it in words."""
        if not self.before:
            return "# What is new\n\nThis is the first release here.\n"
        lines = [f"# What is new since {self.before}", ""]
        for what, names in self.documents.items():
            lines += [f"Document {what}: `{name}`" for name in names]
        parts = (("Added", self.added), ("Removed", self.removed))
        for title, facts in parts:
            lines += ["", f"## {title}: {len(facts)} facts", ""]
            lines += [f"* {item['words']}{_stated(item)}" for item in facts]
        lines += ["", f"## Changed: {len(self.changed)} values", ""]
        lines += [
            f"* {item['words']}: {_listed(item['before'])} became"
            f" {_listed(item['after'])}{_stated(item)}"
            for item in self.changed
        ]
        return "\n".join(lines) + "\n"


def compare(version: str, before: _Quads | None, after: _Quads) -> Difference:
    """Return the difference between two releases.

    Args:
        version: The version of the one before.
        before: Its quads by graph; None where there is none.
        after: The quads of the new one by graph.
    """
    if before is None:
        return Difference()
    old, new = _Side(before), _Side(after)
    found = Difference(version, documents=_changed_documents(before, after))
    for pair in sorted(old.values.keys() | new.values.keys()):
        gone = sorted(old.values[pair] - new.values[pair])
        come = sorted(new.values[pair] - old.values[pair])
        if gone and come:
            found.changed.append(_change(pair, gone, come, new))
        else:
            found.added += [_fact(pair, value, new) for value in come]
            found.removed += [_fact(pair, value, old) for value in gone]
    return found


class _Side:
    """One of two releases: its facts, who states them, and what things are called."""

    def __init__(self, quads: _Quads) -> None:
        self.values: defaultdict[_Pair, set[str]] = defaultdict(set)
        for quad in quads.get("facts", ()):
            pair = str(quad.subject), str(quad.predicate)
            self.values[pair].add(str(quad.object))
        self.stated = _documents(quads)
        self.labels = _labels(quads)

    def documents(self, pair: _Pair, values: Iterable[str]) -> list[str]:
        """Return the documents that state any of some values."""
        names = (self.stated.get((*pair, value), set()) for value in values)
        return sorted(set().union(*names))

    def name(self, term: str) -> str:
        """Return a term's label, else a short form of it."""
        short = term.removeprefix(f"<{BASE}").removeprefix("ontology#")
        return self.labels.get(term) or short.removesuffix(">")


def _change(
    pair: _Pair, gone: list[str], come: list[str], side: _Side
) -> dict[str, Any]:
    return {
        "subject": pair[0],
        "predicate": pair[1],
        "before": gone,
        "after": come,
        "words": " ".join(map(side.name, pair)),
        "documents": side.documents(pair, come),
    }


def _fact(pair: _Pair, value: str, side: _Side) -> dict[str, Any]:
    return {
        "subject": pair[0],
        "predicate": pair[1],
        "object": value,
        "words": " ".join(map(side.name, (*pair, value))),
        "documents": side.documents(pair, [value]),
    }


def _documents(quads: _Quads) -> dict[_Triple, set[str]]:
    """Return for each triple that a document states the names of those documents."""
    found: dict[_Triple, set[str]] = {}
    for name in _names(quads):
        statements: defaultdict[str, list[str]] = defaultdict(lambda: ["", "", ""])
        for quad in quads[f"document/{name}"]:
            place = _PARTS.get(str(quad.predicate))
            if place is not None:
                statements[str(quad.subject)][place] = str(quad.object)
        for subject, predicate, value in statements.values():
            found.setdefault((subject, predicate, value), set()).add(name)
    return found


def _changed_documents(before: _Quads, after: _Quads) -> dict[str, list[str]]:
    old, new = _names(before), _names(after)
    found = {"added": sorted(new - old), "removed": sorted(old - new)}
    return {what: names for what, names in found.items() if names}


def _names(quads: _Quads) -> set[str]:
    """Return the names of the documents of a release."""
    folder = "document/"
    return {name.removeprefix(folder) for name in quads if name.startswith(folder)}


def _labels(quads: _Quads) -> dict[str, str]:
    """Return an English label, else any, of each thing."""
    labels: dict[str, str] = {}
    for name in ("facts", "registry", "ontology", "themes"):
        for quad in quads.get(name, ()):
            if str(quad.predicate) == _LABEL and isinstance(quad.object, ox.Literal):
                if quad.object.language == "en":
                    labels[str(quad.subject)] = quad.object.value
                else:
                    labels.setdefault(str(quad.subject), quad.object.value)
    return labels


def _stated(item: Mapping[str, Any]) -> str:
    documents = item["documents"]
    return f" ({', '.join(f'`{name}`' for name in documents)})" if documents else ""


def _listed(values: Iterable[str]) -> str:
    return ", ".join(values)
