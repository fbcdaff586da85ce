"""What a release says that the one before did not, fact by fact, and why.

Facts are compared as plain triples, those of the registry among them, so that what only
moved there is no change. Where one value of a thing took the place of another, that is
one change. Beside a fact stand the documents that state it, and no others: where only
several give it together, all that it rests on; where it follows from others, none.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

import pyoxigraph as ox

from hiwar.graph.attribution import Attribution
from hiwar.graph.namespaces import BASE, PREFIXES, RDF, RDFS, SKOS

__all__ = ["Difference", "compare"]

_LABEL: Final = str(RDFS.label)
_WORDS: Final = {
    f"<{RDF.type}>": "is a",
    f"<{RDFS.label}>": "is called",
    f"<{SKOS.prefLabel}>": "is called above all",
    f"<{SKOS.altLabel}>": "is also called",
}
_STATEMENT: Final = f"<{BASE}id/statement/"
_Quads = Mapping[str, list[ox.Quad]]
_Pair = tuple[str, str]

_CAME: Final = (
    "A document that states it was added.",
    "A document that was there before states it, as it is read now.",
    "Documents state it only together, one of them new or read otherwise now.",
    "It was stated before, and is taken for a fact now.",
    "The reviewed reference data has it now.",
    "It follows from what was added.",
)
_WENT: Final = (
    "The documents that stated it were removed.",
    "A document that stated it is read otherwise now.",
    "Documents stated it only together, one of them gone or read otherwise now.",
    "It is stated as before, and no longer taken for a fact.",
    "The reviewed reference data no longer has it.",
    "It followed from what was removed.",
)


@dataclass(slots=True)
class Difference:
    """The facts that came, went and changed.

    Attributes:
        before: The version compared with, empty for the first release.
        added: Facts that are new; each with the documents that state it.
        removed: Facts that are gone, with those that stated them.
        changed: Subject and predicate whose one value is another now.
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
        """Return it in words, without the triples that describe statements."""
        if not self.before:
            return "# What is new\n\nThis is the first release here.\n"
        lines = [f"# What is new since {self.before}", ""]
        for what, names in self.documents.items():
            lines += [f"Document {what}: `{name}`" for name in names]
        parts = (("Added", self.added), ("Removed", self.removed))
        for title, facts in parts:
            told = [item for item in facts if not _is_of_statement(item)]
            lines += ["", f"## {title}: {_counted(len(told), 'fact')}", ""]
            lines += [f"* {item['words']}{_why(item)}" for item in told]
            if len(told) < len(facts):
                rest = _counted(len(facts) - len(told), "triple")
                lines += ["", f"And {rest} about statements: `difference.json`."]
        lines += ["", f"## Changed: {_counted(len(self.changed), 'value')}", ""]
        lines += [
            f"* {item['words']}: {_listed(item['before'])} became"
            f" {_listed(item['after'])}{_why(item)}"
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
    went, came = _Change(old, new, _WENT), _Change(new, old, _CAME)
    found = Difference(version, documents=_changed_documents(old, new))
    both = went.values.keys() & came.values.keys()
    replaced = old.single(both) & new.single(both)
    for pair in sorted(went.values.keys() | came.values.keys()):
        if pair in replaced:
            found.changed.append(_replaced(pair, went, came))
            continue
        found.added += [came.fact(pair, value) for value in came.values[pair]]
        found.removed += [went.fact(pair, value) for value in went.values[pair]]
    return found


class _Side:
    """One of two releases: its facts, who states them, and what things are called."""

    def __init__(self, quads: _Quads) -> None:
        self._quads = quads
        self.sources = Attribution(quads)
        self.registry = {quad.triple for quad in quads.get("registry", ())}
        self.facts = {quad.triple for quad in quads.get("facts", ())} | self.registry

    @cached_property
    def labels(self) -> dict[str, str]:
        """An English label, else any, of each thing."""
        return _labels(self._quads)

    def single(self, pairs: Iterable[_Pair]) -> set[_Pair]:
        """Return those of the pairs that have one value here."""
        wanted, counts = set(pairs), defaultdict[_Pair, int](int)
        subjects = {subject for subject, _ in wanted}
        for triple in self.facts if wanted else ():
            if (subject := str(triple.subject)) in subjects:
                counts[subject, str(triple.predicate)] += 1
        return {pair for pair in wanted if counts[pair] == 1}

    def name(self, term: str) -> str:
        """Return what a term is called, else a short form of it."""
        if term.startswith('"'):
            return _literal(term)
        return self.labels.get(term) or _WORDS.get(term) or _short(term[1:-1])


class _Change:
    """What one side has and the other has not, and why."""

    def __init__(self, side: _Side, other: _Side, reasons: tuple[str, ...]) -> None:
        self._side, self._other, self._reasons = side, other, reasons
        self.values = _by_pair(side.facts - other.facts)
        self._records = _by_pair(side.registry - other.registry)

    def fact(self, pair: _Pair, value: str) -> dict[str, Any]:
        """Return a fact of this side alone."""
        return {
            "subject": pair[0],
            "predicate": pair[1],
            "object": value,
            "words": " ".join(map(self._side.name, (*pair, value))),
            "documents": self.documents(pair, value),
            "reason": self.reason(pair, value),
        }

    def documents(self, pair: _Pair, value: str) -> list[str]:
        """Return the documents that a fact is from, sorted."""
        return sorted(self._side.sources.any(*pair, value))

    def name(self, pair: _Pair) -> str:
        """Return subject and predicate in words."""
        return " ".join(map(self._side.name, pair))

    def reason(self, pair: _Pair, value: str) -> str:
        """Return why this side has a fact."""
        document, reading, together, choice, record, inference = self._reasons
        here, there = self._side.sources, self._other.sources
        documents = here.any(*pair, value)
        if documents and there.any(*pair, value):
            return choice
        if documents and not here.alone(*pair, value):
            return together
        if documents:
            return document if documents.isdisjoint(there.documents) else reading
        return record if value in self._records.get(pair, ()) else inference


def _replaced(pair: _Pair, went: _Change, came: _Change) -> dict[str, Any]:
    """Return the change of the one value of a subject and a predicate."""
    (before,), (after,) = went.values[pair], came.values[pair]
    return {
        "subject": pair[0],
        "predicate": pair[1],
        "before": [before],
        "after": [after],
        "words": came.name(pair),
        "documents": came.documents(pair, after),
        "former_documents": went.documents(pair, before),
        "reason": came.reason(pair, after),
    }


def _by_pair(triples: Iterable[ox.Triple]) -> defaultdict[_Pair, list[str]]:
    """Return the values of each subject and predicate, sorted."""
    found: defaultdict[_Pair, list[str]] = defaultdict(list)
    for triple in triples:
        pair = str(triple.subject), str(triple.predicate)
        found[pair].append(str(triple.object))
    for values in found.values():
        values.sort()
    return found


def _changed_documents(old: _Side, new: _Side) -> dict[str, list[str]]:
    found = {
        "added": sorted(new.sources.documents - old.sources.documents),
        "removed": sorted(old.sources.documents - new.sources.documents),
    }
    return {what: names for what, names in found.items() if names}


def _labels(quads: _Quads) -> dict[str, str]:
    """Return an English label, else any, of each thing."""
    labels: dict[str, str] = {}
    for name in ("facts", "registry", "ontology", "themes"):
        for quad in quads.get(name, ()):
            if quad.predicate.value == _LABEL and isinstance(quad.object, ox.Literal):
                if quad.object.language == "en":
                    labels[str(quad.subject)] = quad.object.value
                else:
                    labels.setdefault(str(quad.subject), quad.object.value)
    return labels


def _why(item: Mapping[str, Any]) -> str:
    documents = item["documents"]
    listed = f" ({', '.join(f'`{name}`' for name in documents)})" if documents else ""
    return f"{listed}. {item['reason']}"


def _listed(values: Iterable[str]) -> str:
    return ", ".join(_literal(value) if value[0] == '"' else value for value in values)


def _is_of_statement(item: Mapping[str, Any]) -> bool:
    return bool(item["subject"].startswith(_STATEMENT))


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _literal(term: str) -> str:
    """Return a literal as people write it: a text in quotes, a number or day bare.

    >>> _literal('"2014-11-28"^^<http://www.w3.org/2001/XMLSchema#date>')
    '2014-11-28'
    >>> _literal('"Dialogue"@fr')
    '"Dialogue" (fr)'
    """
    text, _, rest = term.rpartition('"')
    if rest.startswith("^^"):
        return text[1:]
    return f'{text}"' + (f" ({rest[1:]})" if rest else "")


def _short(iri: str) -> str:
    """Return an IRI without our base, or with its prefix."""
    if iri.startswith(BASE):
        return iri.removeprefix(BASE).removeprefix("ontology#")
    for prefix, start in PREFIXES.items():
        if iri.startswith(start):
            return f"{prefix}:{iri.removeprefix(start)}"
    return iri
