"""The record: one document's statements, read alone, as names and dates.

Form: an object per process, meeting, person, document and commitment, as the
shared schema of extraction records has it; empty keys are left out. It is a
projection: everything in it is in the statements.
"""

from collections.abc import Callable, Iterable
from typing import Any

from rdflib import URIRef

from hiwar.graph.model import Basis, Reading, Source, Statement, Status, Thing
from hiwar.graph.namespaces import HIWAR
from hiwar.graph.projection import SAID, Projection, trim

__all__ = ["record", "record_of", "table"]

_RELATIONS = {
    "buildsOn": "builds_on",
    "followsUp": "follows_up",
    "partOf": "part_of",
    "successorOf": "successor_of",
    "fundedBy": "funded_by",
    "alignsWith": "aligned_with",
    "frameworkOf": "part_of",
}
Spans = Callable[[Statement], list[list[int]]]
"""Where a statement's sentences stand: ``[start, end)`` of the canonical text."""


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
        cells = (item.status, item.basis, projection.name(item.subject), predicate, value,
                 item.rule, quote)  # fmt: skip
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
            "processes": [_process(view, item, spans) for item in view.things("Process")],
            "meetings": [_meeting(view, item, spans) for item in view.things("Meeting")],
            "persons": [_person(view, item, spans) for item in view.things("Person")],
            "documents": [_document(view, item, spans) for item in view.things("Document")],
            "commitments": _commitments(view, spans),
            "states": _states(view),
            "organisations": [view.named(item) for item in _organisations(view)],
            "relations": _relations(view),
        }
    )


def _evidence(view: Projection, thing: Thing, spans: Spans) -> list[list[int]]:
    """Return where the sentences about a thing stand, each once."""
    about = [s for s in view.statements if thing == s.subject]
    return sorted({tuple(span) for item in about for span in spans(item)})  # type: ignore[type-var, return-value]


def _process(view: Projection, thing: Thing, spans: Spans) -> dict[str, Any]:
    established = view.first(thing, "established")
    place = view.first(thing, "foundedIn")
    secretariat = view.names_of(thing, "hasSecretariat")
    return {
        **view.named(thing),
        **trim(
            {
                "established": _iso(established)[0],
                "founded_at": view.text(place.object) if place else "",
                "members": view.names_of(thing, "hasMember"),
                "partners": view.names_of(thing, "hasPartner"),
                "steering": view.names_of(thing, "hasSteeringMember"),
                "observers": view.names_of(thing, "hasObserver"),
                "secretariat": secretariat[0] if secretariat else None,
                "chair": _chairs(view, thing),
                "evidence": _evidence(view, thing, spans),
            }
        ),
    }


def _chairs(view: Projection, process: Thing) -> list[dict[str, Any]]:
    """Return the terms in the chair of a process."""
    terms: dict[Thing, dict[str, Any]] = {}
    for item in view.statements:
        if item.predicate == HIWAR.chairs and item.object == process and item.describes:
            if item.status not in SAID:
                continue
            when = view.first(item.describes, "when")
            start, end = _iso(when)
            status = "incoming" if item.status is Status.PLANNED else ""
            term = {"who": view.named(item.subject), "from": start, "to": end, "status": status}
            terms.setdefault(item.describes, trim(term))
    return sorted(terms.values(), key=lambda term: str(term.get("from", "")))


def _meeting(view: Projection, thing: Thing, spans: Spans) -> dict[str, Any]:
    when = view.first(thing, "when", "scheduledFor")
    start, end = _iso(when)
    place = view.first(thing, "heldInPlace", "scheduledIn")
    ordinal = view.first(thing, "ordinal")
    participants = [
        *view.names_of(thing, "hasParticipant", "State"),
        *view.names_of(thing, "expectedParticipant", "State"),
    ]
    return {
        **view.named(thing),
        **trim(
            {
                "kind": _notation(view.first(thing, "meetingKind")).replace("-", " "),
                "ordinal": int(str(ordinal.object)) if ordinal else None,
                "of_process": (view.names_of(thing, "isMeetingOf") or [None])[0],
                "start": start,
                "start_basis": _start_basis(when),
                "end": end,
                "city": view.text(place.object) if place else "",
                "country": _country(view, thing, place),
                "host": view.names_of(thing, "hostedBy"),
                "organiser": view.names_of(thing, "organisedBy"),
                **_presiding(view, thing),
                "participants_states": _each_once(participants),
                "participants_orgs": _participants(view, thing, "Organisation"),
                "participants_persons": _participants(view, thing, "Person"),
                "status": _notation(view.first(thing, "meetingStatus")),
                "evidence": _evidence(view, thing, spans),
            }
        ),
    }


def _start_basis(when: Statement | None) -> str:
    return "inferred" if when and when.basis is Basis.INFERRED else ""


def _participants(view: Projection, thing: Thing, kind: str) -> list[dict[str, Any]]:
    """Return those of a class who took part, or are expected to."""
    names = ("hasParticipant", "expectedParticipant")
    return _each_once([item for name in names for item in view.names_of(thing, name, kind)])


def _each_once(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [item for index, item in enumerate(items) if item not in items[:index]]


def _presiding(view: Projection, thing: Thing) -> dict[str, Any]:
    """Return who chaired: two who presided together are co-chairs."""
    presiding = view.names_of(thing, "presidedBy")
    return {"co_chairs": presiding} if len(presiding) > 1 else {"chair": presiding}


def _country(view: Projection, thing: Thing, place: Statement | None) -> str:
    """Return the state of the venue: as stated, or by the registry."""
    stated = view.first(thing, "heldInState")
    if stated:
        return view.text(stated.object)
    if place and isinstance(place.object, Thing):
        return view.state_of_place(place.object)
    return ""


def _person(view: Projection, thing: Thing, spans: Spans) -> dict[str, Any]:
    holding = view.first(thing, "holdsPost")
    post = holding.object if holding and isinstance(holding.object, Thing) else None
    body = view.names_of(post, "postFor") if post else []
    return {
        "name": view.name(thing),
        **trim(
            {
                "post": view.name(post) if post else "",
                "organisation_or_state": body[0] if body else None,
                "evidence": _evidence(view, thing, spans),
            }
        ),
    }


def _document(view: Projection, thing: Thing, spans: Spans) -> dict[str, Any]:
    kind = _notation(view.first(thing, "documentKind")) or view.document_kind(thing)
    framework = view.names_of(thing, "frameworkOf")
    adopted = view.first(thing, "adoptedAt")
    meeting = adopted.object if adopted and isinstance(adopted.object, Thing) else None
    process = framework or (view.names_of(meeting, "isMeetingOf") if meeting else [])
    return {
        **view.named(thing),
        **trim(
            {
                "kind": kind.replace("-", " "),
                "adopted_at": view.named(meeting) if meeting else None,
                "date": _iso(view.first(thing, "when"))[0],
                "of_process": process[0] if process else None,
                "evidence": _evidence(view, thing, spans),
            }
        ),
    }


def _commitments(view: Projection, spans: Spans) -> list[dict[str, Any]]:
    kinds = {"Commitment": "commitment", "Intention": "intention", "AreaOfFocus": "area"}
    found = []
    for kind, said in kinds.items():
        for thing in view.things(kind):
            wording = view.first(thing, "wording")
            text = str(wording.object) if wording else view.name(thing)
            documents = view.names_of(thing, "setOutIn")
            meetings = view.names_of(thing, "committedAt") + view.names_of(thing, "focusOf")
            found.append(
                trim(
                    {
                        "text_start": " ".join(text.split()[:8]),
                        "text": text,
                        "kind": said,
                        "theme": ", ".join(_notation(s) for s in view.of(thing, "hasTheme")),
                        "by": [item["name"] for item in view.names_of(thing, "committedBy")],
                        "in_document": documents[0] if documents else None,
                        "at_meeting": meetings[0] if meetings else None,
                        "evidence": _evidence(view, thing, spans),
                    }
                )
            )
    return found


_ACTING = frozenset(
    HIWAR[name]
    for name in (
        "hasParticipant", "expectedParticipant", "hostedBy", "organisedBy", "presidedBy",
        "hasMember", "hasPartner", "hasObserver", "hasSteeringMember", "committedBy",
        "chairs", "postFor", "fundedBy",
    )
)  # fmt: skip


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
        name = _RELATIONS.get(str(item.predicate).rsplit("#", 1)[-1])
        if name and item.status in SAID and isinstance(item.object, Thing):
            found.append([view.name(item.subject), name, view.name(item.object)])
    return found


def _notation(item: Statement | None) -> str:
    return str(item.object).rsplit("/", 1)[-1] if item else ""


def _iso(item: Statement | None) -> tuple[str, str]:
    """Return the start and the end of a stated EDTF date, in the record's form."""
    if item is None:
        return "", ""
    start, _, end = str(item.object).partition("/")
    return tuple(part.replace("XXXX-", "--") for part in (start, end))  # type: ignore[return-value]
