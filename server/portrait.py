"""A thing as its page shows it: each fact with the sentences that prove it.

What documents only plan, hope, attribute or deny stands apart, and so do values
that a source gives and that the facts do not carry.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from hiwar.graph.model import TRUE_STATUSES
from hiwar.graph.namespaces import (
    DCTERMS,
    HIWAR,
    RDF,
    RDFS,
    SKOS,
    concept_iri,
    graph_iri,
)
from hiwar.server.enquiry import (
    DESCRIBING_IT,
    FACTS,
    LABELS,
    MAX_POINTING,
    NAMING_IT,
    OF_IT,
    POINTING,
    SOURCES,
)
from hiwar.server.lookup import Row, Value, best_label, select
from hiwar.server.session import Session

__all__ = ["MAX_POINTING", "Line", "Portrait", "Sentence", "portray"]

_TRUE: Final = frozenset(str(concept_iri("status", item)) for item in TRUE_STATUSES)
_GRAPHS: Final = {
    str(graph_iri(name)): name for name in ("facts", "registry", "inferred")
}
_NAMES: Final = tuple(
    str(predicate)
    for predicate in (RDF.type, RDFS.label, SKOS.prefLabel, SKOS.altLabel)
)
"""What the head of a page shows already; what proves it stands last."""

_FIRST: Final = tuple(
    str(predicate)
    for predicate in (
        HIWAR.meetingStatus,
        HIWAR.startDate,
        HIWAR.endDate,
        HIWAR.when,
        HIWAR.scheduledFor,
        HIWAR.heldInPlace,
        HIWAR.heldInState,
        HIWAR.scheduledIn,
        HIWAR.isMeetingOf,
        HIWAR.meetingKind,
        HIWAR.ordinal,
        HIWAR.hostedBy,
        HIWAR.organisedBy,
        HIWAR.presidedBy,
    )
)
"""What a reader looks for first; the rest follows by its IRI."""

_LABEL: Final = Value(str(RDFS.label))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that states a fact."""

    quote: Value
    document: Value
    status: Value
    basis: str
    rule: str
    statement: Value
    relation: Value | None


@dataclass(slots=True)
class Line:
    """A fact on a page: where it stands and what proves it.

    ``subject`` is None where it is the page's thing itself. ``origin`` is ``facts``,
    ``registry``, ``inferred``, another graph, or empty for what no graph carries as
    a plain triple.
    """

    predicate: Value
    value: Value
    origin: str
    sentences: list[Sentence] = field(default_factory=list)
    subject: Value | None = None

    @property
    def quotes(self) -> list[list[Sentence]]:
        """What proves the fact, under each sentence all that was made of it."""
        every: dict[tuple[Value, Value, Value], list[Sentence]] = {}
        for each in self.sentences:
            key = (each.document, each.quote, each.status)
            every.setdefault(key, []).append(each)
        return list(every.values())


@dataclass(slots=True)
class Portrait:
    """All that a page shows of a thing."""

    iri: Value
    names: list[Value]
    classes: list[Value]
    facts: list[Line]
    unsettled: list[Line]
    competing: list[Line]
    pointing: list[Line]
    describing: list[Line]
    has_more_pointing: bool
    sources: list[Value]
    labels: dict[str, Value]

    def label(self, value: Value) -> Value:
        """Return what to call a value: its name, or a short form of its IRI."""
        found = self.labels.get(value.text) if value.is_iri else None
        return found or Value(value.short, "literal", value.language)

    @property
    def title(self) -> Value:
        """What to call the thing."""
        return self.label(self.iri)

    @staticmethod
    def grouped(lines: Iterable[Line]) -> list[tuple[Value, list[list[Line]]]]:
        """Return lines under their common predicate, those of one proof together."""
        groups = groupby(lines, key=lambda line: line.predicate)
        return [(predicate, _bundled(group)) for predicate, group in groups]


def portray(session: Session, iri: str) -> Portrait | None:
    """Return what is known of a thing, or None where nothing is."""
    found = select(session, FACTS, thing=iri)
    pointing = select(session, POINTING, thing=iri)
    stated = select(session, OF_IT, thing=iri)
    naming = select(session, NAMING_IT, thing=iri)
    describing = select(session, DESCRIBING_IT, thing=iri)
    if not (found or pointing or stated or naming or describing):
        return None
    facts = _lines(found)
    for predicate, value in list(facts):
        # the same name once more, which rests on the sentences of the label
        if predicate.text == str(SKOS.prefLabel) and (_LABEL, value) in facts:
            del facts[predicate, value]
    unsettled, competing = _attach(facts, stated)
    others = _lines(pointing[:MAX_POINTING])
    _attach(others, naming)
    return Portrait(
        iri=Value(iri),
        names=_values(found, RDFS.label, SKOS.prefLabel, SKOS.altLabel),
        classes=_values(found, RDF.type),
        facts=_sorted(facts.values()),
        unsettled=unsettled,
        competing=competing,
        pointing=_sorted(others.values()),
        describing=[line for part in _attach({}, describing) for line in part],
        has_more_pointing=len(pointing) > MAX_POINTING,
        sources=[row["source"] for row in select(session, SOURCES, thing=iri)],
        labels=_labels(select(session, LABELS, thing=iri)),
    )


def _bundled(lines: Iterable[Line]) -> list[list[Line]]:
    """Return lines in bundles: those that the same sentences prove, or one graph."""
    bundles: dict[tuple[object, ...], list[Line]] = {}
    for line in lines:
        proof = tuple(
            (each.document, each.quote, each.status, each.basis, each.rule)
            for each in line.sentences
        )
        is_of_graph = line.origin in ("registry", "inferred")
        key = (line.subject, line.origin, proof or is_of_graph or line.value)
        bundles.setdefault(key, []).append(line)
    return list(bundles.values())


def _lines(rows: Iterable[Row]) -> dict[tuple[Value, Value], Line]:
    """Return a line for each triple."""
    return {
        (row["predicate"], row["value"]): Line(
            row["predicate"], row["value"], _origin(row["graph"].text)
        )
        for row in rows
        if row["predicate"].text != str(DCTERMS.source)  # said with each fact
    }


def _origin(graph: str) -> str:
    return _GRAPHS.get(graph, graph.removeprefix(str(graph_iri(""))))


def _attach(
    lines: dict[tuple[Value, Value], Line], stated: Iterable[Row]
) -> tuple[list[Line], list[Line]]:
    """Put each sentence to the fact that it proves.

    Returns:
        What is said without being settled, and what is said to be so but does not
        stand among the facts.
    """
    apart: tuple[dict[tuple[Value | None, ...], Line], ...] = ({}, {})
    for row in stated:
        key = (row["predicate"], row["value"])
        is_true = row["status"].text in _TRUE
        if is_true and key in lines:
            line = lines[key]
        else:
            subject = row.get("from")
            new = Line(*key, "", subject=subject)
            line = apart[is_true].setdefault((subject, *key), new)
        sentence = _sentence(row)
        if sentence not in line.sentences:
            line.sentences.append(sentence)
    return _sorted(apart[False].values()), _sorted(apart[True].values())


def _sentence(row: Row) -> Sentence:
    return Sentence(
        quote=row["quote"],
        document=row["document"],
        status=row["status"],
        basis=row["basis"].short if "basis" in row else "",
        rule=row["rule"].text if "rule" in row else "",
        statement=row["statement"],
        relation=row.get("relation"),
    )


def _sorted(lines: Iterable[Line]) -> list[Line]:
    """Return lines by predicate and value, class and names last."""
    order = {iri: index for index, iri in enumerate(_FIRST)}
    order |= {iri: index for index, iri in enumerate(_NAMES, len(order) + 1)}
    return sorted(
        lines,
        key=lambda line: (
            order.get(line.predicate.text, len(_FIRST)),
            line.predicate.text,
            line.value,
        ),
    )


def _values(rows: Iterable[Row], *predicates: str) -> list[Value]:
    """Return the values of some predicates, each once, in their order."""
    wanted = [str(predicate) for predicate in predicates]
    found = [
        (wanted.index(row["predicate"].text), row["value"])
        for row in rows
        if row["predicate"].text in wanted
    ]
    return list(dict.fromkeys(value for _, value in sorted(found)))


def _labels(rows: Iterable[Row]) -> dict[str, Value]:
    """Return one label for each IRI."""
    every: dict[str, list[Value]] = defaultdict(list)
    for row in rows:
        every[row["named"].text].append(row["label"])
    return {
        iri: label for iri, labels in every.items() if (label := best_label(labels))
    }
