"""The quality of a release in figures, for programs: what the report says in words.

Figures depend on documents, registry and ledger only. In the description of a release
they are measurements of the Data Quality Vocabulary.

Source: https://www.w3.org/TR/vocab-dqv/
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from rdflib import SKOS, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from hiwar.graph.gate import GateReport
from hiwar.graph.model import Basis, Reading, Status
from hiwar.graph.namespaces import BASE, HIWAR, RDF, XSD, concept_iri
from hiwar.graph.resolve import Resolution

__all__ = ["FIGURES", "describe_quality", "measure"]

FIGURES: Final = {
    "documents": "documents that were read",
    "documents-without-date": "documents of which no day of publication is known",
    "documents-without-publisher": "documents of which no publisher is known",
    "documents-without-address": "documents of which no address is known",
    "documents-without-licence": "documents of which no licence is known",
    "sentences": "sentences that were read",
    "quotes": "sentences quoted as evidence",
    "statements": "statements that documents make",
    **{f"statements-{status}": f"statements that are {status}" for status in Status},
    "statements-inferred": "statements that a document gives without saying them",
    "refused": "things that were not made a statement, for a reason",
    "facts": "triples among the facts",
    "facts-of-one-document": "true triples that one document states",
    "facts-of-several-documents": "true triples that several documents state",
    "inferred": "triples that follow",
    "disagreements": "facts on which sources disagree",
    "meetings": "meetings among the facts",
    "meetings-without-year": "meetings of which no source gives the year",
    "checked": "nodes that the shapes were run for",
    "remarks": "remarks of the shapes, which refuse nothing",
    "problems": "results of the shapes that refuse; a release has none",
    "review": "things that may be one and stayed apart",
}
"""The figures that there are, and what each counts."""

_LACKED: Final = {
    "date": "published",
    "publisher": "publisher",
    "address": "url",
    "licence": "licence",
}
_DQV: Final = Namespace("http://www.w3.org/ns/dqv#")
_TIMES: Final = (HIWAR.startDate, HIWAR.notBefore, HIWAR.when, HIWAR.scheduledFor)
_TRUE: Final = tuple(concept_iri("status", name) for name in ("adopted", "reported"))


def measure(
    readings: Sequence[Reading],
    resolution: Resolution,
    gate: GateReport,
    graphs: Mapping[str, Graph],
    documents: Sequence[Mapping[str, Any]],
) -> dict[str, Any]:
    """Return the figures of a build, and what they are about document by document.

    Args:
        readings: What was read.
        resolution: How the things were named.
        gate: What the last check found.
        graphs: All graphs by name.
        documents: What is published of each reading, in their order.
    """
    lacking = _lacking(documents)
    refused = Counter(item.rule for reading in readings for item in reading.refusals)
    remarks = Counter(remark.shape for remark in gate.remarks)
    figures = {
        "documents": len(readings),
        **{name: len(slugs) for name, slugs in lacking.items()},
        "sentences": sum(len(reading.sentences) for reading in readings),
        "quotes": sum(len(item["sentences"]) for item in documents),
        **_statements(readings),
        "refused": refused.total(),
        **_facts(graphs),
        "checked": gate.checked,
        "remarks": len(gate.remarks),
        "problems": len(gate.problems),
        "review": len(resolution.review),
    }
    return {
        "figures": {name: figures[name] for name in FIGURES},
        "lacking": {name: slugs for name, slugs in lacking.items() if slugs},
        "refused": dict(sorted(refused.items())),
        "remarks": dict(sorted(remarks.items())),
    }


def _lacking(documents: Sequence[Mapping[str, Any]]) -> dict[str, list[str]]:
    """Return the documents that lack each thing that can be known of one, sorted."""
    return {
        f"documents-without-{name}": sorted(d["slug"] for d in documents if not d[key])
        for name, key in _LACKED.items()
    }


def _statements(readings: Sequence[Reading]) -> dict[str, int]:
    every = [statement for reading in readings for statement in reading.statements]
    by_status = Counter(statement.status for statement in every)
    inferred = sum(statement.basis is Basis.INFERRED for statement in every)
    return {
        "statements": len(every),
        **{f"statements-{status}": by_status[status] for status in Status},
        "statements-inferred": inferred,
    }


def _facts(graphs: Mapping[str, Graph]) -> dict[str, int]:
    facts = graphs["facts"]
    stated: Counter[tuple[Node | None, ...]] = Counter()
    for name, graph in graphs.items():
        if name.startswith("document/"):
            stated.update(set(_true_triples(graph)))
    meetings = set(facts.subjects(RDF.type, HIWAR.Meeting))
    dated = {
        meeting
        for prop in _TIMES
        for meeting, time in facts.subject_objects(prop)
        if str(time)[:1].isdigit()
    }
    return {
        "facts": len(facts),
        "facts-of-one-document": sum(count == 1 for count in stated.values()),
        "facts-of-several-documents": sum(count > 1 for count in stated.values()),
        "inferred": len(graphs["inferred"]),
        "disagreements": len(set(facts.subjects(RDF.type, HIWAR.Disagreement))),
        "meetings": len(meetings),
        "meetings-without-year": len(meetings - dated),
    }


def _true_triples(graph: Graph) -> Iterator[tuple[Node | None, ...]]:
    """Yield what the statements of a document take for true."""
    parts = (RDF.subject, RDF.predicate, RDF.object)
    for status in _TRUE:
        for statement in graph.subjects(HIWAR.status, status):
            yield tuple(graph.value(statement, part) for part in parts)


def describe_quality(this: URIRef, figures: Mapping[str, int]) -> Graph:
    """Return the figures as measurements of a dataset.

    >>> this = URIRef(f"{BASE}releases/2026-11-21.1")
    >>> sorted(map(int, describe_quality(this, {"facts": 7}).objects(None, _DQV.value)))
    [7]
    """
    graph = Graph(bind_namespaces="none")
    graph.bind("dqv", _DQV)
    for name, value in figures.items():
        node, metric = URIRef(f"{this}#{name}"), URIRef(f"{BASE}dataset#{name}")
        number = Literal(value, datatype=XSD.integer)
        meaning = Literal(f"The number of {FIGURES.get(name, name)}.", lang="en")
        for triple in (
            (this, _DQV.hasQualityMeasurement, node),
            (node, RDF.type, _DQV.QualityMeasurement),
            (node, _DQV.computedOn, this),
            (node, _DQV.isMeasurementOf, metric),
            (node, _DQV.value, number),
            (metric, RDF.type, _DQV.Metric),
            (metric, SKOS.definition, meaning),
            (metric, _DQV.expectedDataType, XSD.integer),
        ):
            graph.add(triple)
    return graph
