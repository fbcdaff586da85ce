"""The record: one document's statements, read alone, as names and dates.

Form: an object per process, meeting, person, document and commitment, as the
shared schema of extraction records has it; empty keys are left out. It is a
projection: everything in it is in the statements.
"""

from collections.abc import Iterable
from typing import Any

from hiwar.graph.model import Basis, Reading, Source, Statement, Thing
from hiwar.graph.namespaces import HIWAR
from hiwar.graph.record.items import (
    commitment_items,
    document_item,
    person_item,
    process_item,
)
from hiwar.graph.record.meeting import meeting_item
from hiwar.graph.record.projection import SAID, Projection, trim
from hiwar.graph.record.values import Spans

__all__ = ["record", "record_of", "table"]

_RELATIONS = {
    "buildsOn": "builds_on",
    "followsUp": "follows_up",
    "partOf": "part_of",
    "successorOf": "successor_of",
    "fundedBy": "funded_by",
    "hasDonor": "funded_by",
    "alignsWith": "aligned_with",
    "frameworkOf": "part_of",
}
_ACTING = frozenset(
    HIWAR[name]
    for name in (
        "about",
        "hasParticipant",
        "expectedParticipant",
        "hostedBy",
        "organisedBy",
        "presidedBy",
        "hasMember",
        "hasPartner",
        "hasObserver",
        "hasSteeringMember",
        "committedBy",
        "chairs",
        "postFor",
        "fundedBy",
        "hasDonor",
    )
)


def record(reading: Reading) -> dict[str, Any]:
    """Return the record of a reading.

    Dates are ISO 8601 at the precision of the text, ``--MM-DD`` without a year.
    """

    def spans(statement: Statement) -> list[list[int]]:
        found = (reading.sentences[index] for index in statement.sentences)
        return [[sentence.start, sentence.end] for sentence in found]

    return record_of(reading.source, reading.statements, spans)


def table(reading: Reading) -> str:
    """Return the statements of a reading as tab-separated lines with a header."""
    projection = Projection(reading.statements)
    lines = ["status\tbasis\tsubject\tpredicate\tobject\trule\tsentence"]
    for item in reading.statements:
        value = projection.text(item.object)
        predicate = str(item.predicate).rsplit("#", 1)[-1]
        quote = " ".join(reading.quote(item.sentences[0]).split())
        cells = (
            item.status,
            item.basis,
            projection.name(item.subject),
            predicate,
            value,
            item.rule,
            quote,
        )
        lines.append("\t".join(cells))
    return "\n".join(lines)


def record_of(
    source: Source, statements: Iterable[Statement], spans: Spans
) -> dict[str, Any]:
    """Return the record that some statements of a source make."""
    view = Projection(statements)
    return trim(
        {
            "doc": source.name.rsplit(".", 1)[0],
            "language": source.language,
            "processes": [
                process_item(view, item, spans) for item in view.things("Process")
            ],
            "meetings": [
                meeting_item(view, item, spans) for item in view.things("Meeting")
            ],
            "persons": [
                person_item(view, item, spans) for item in view.things("Person")
            ],
            "documents": [
                document_item(view, item, spans) for item in view.things("Document")
            ],
            "commitments": commitment_items(view, spans),
            "states": _states(view),
            "organisations": [view.named(item) for item in _organisations(view)],
            "relations": _relations(view),
        }
    )


def _states(view: Projection) -> list[str]:
    """Return the alpha-2 codes of the states that act."""
    acting: set[str] = set()
    for item in view.statements:
        if item.predicate in _ACTING and item.status in SAID:
            for thing in (item.subject, item.object):
                if isinstance(thing, Thing) and thing.kind == "State":
                    acting.add(view.state_code(thing))
    return sorted(acting)


def _organisations(view: Projection) -> list[Thing]:
    """Return the organisations that the document names."""
    return [
        item.object
        for item in view.statements
        if item.predicate == HIWAR.mentions
        and isinstance(item.object, Thing)
        and item.object.kind == "Organisation"
    ]


def _relations(view: Projection) -> list[list[str]]:
    found = []
    for item in view.statements:
        if item.predicate == HIWAR.frameworkOf and item.basis is Basis.INFERRED:
            continue  # a name that holds a process says nothing of how they relate
        name = _RELATIONS.get(str(item.predicate).rsplit("#", 1)[-1])
        if name and item.status in SAID and isinstance(item.object, Thing):
            found.append([view.name(item.subject), name, view.name(item.object)])
    return found
