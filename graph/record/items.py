"""The processes, persons, documents and commitments of a record."""

from typing import Any

from hiwar.graph.model import Status, Thing
from hiwar.graph.namespaces import HIWAR
from hiwar.graph.record.projection import SAID, Projection, trim
from hiwar.graph.record.values import Spans, evidence_of, iso, notation

__all__ = ["commitment_items", "document_item", "person_item", "process_item"]


def process_item(view: Projection, thing: Thing, spans: Spans) -> dict[str, Any]:
    """Return what a record says of a process."""
    established = view.first(thing, "established")
    place = view.first(thing, "foundedIn")
    secretariat = view.names_of(thing, "hasSecretariat")
    return {
        **view.named(thing),
        **trim(
            {
                "established": iso(established)[0],
                "founded_at": view.text(place.object) if place else "",
                "members": view.names_of(thing, "hasMember"),
                "partners": view.names_of(thing, "hasPartner"),
                "steering": view.names_of(thing, "hasSteeringMember"),
                "observers": view.names_of(thing, "hasObserver"),
                "secretariat": secretariat[0] if secretariat else None,
                "chair": _chairs(view, thing),
                "evidence": evidence_of(view, thing, spans),
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
            start, end = iso(when)
            status = "incoming" if item.status is Status.PLANNED else ""
            term = {
                "who": view.named(item.subject),
                "from": start,
                "to": end,
                "status": status,
            }
            terms.setdefault(item.describes, trim(term))
    return sorted(terms.values(), key=lambda term: str(term.get("from", "")))


def person_item(view: Projection, thing: Thing, spans: Spans) -> dict[str, Any]:
    """Return what a record says of a person."""
    holding = view.first(thing, "holdsPost")
    post = holding.object if holding and isinstance(holding.object, Thing) else None
    body = view.names_of(post, "postFor") if post else []
    return {
        "name": view.name(thing),
        **trim(
            {
                "post": view.name(post) if post else "",
                "organisation_or_state": body[0] if body else None,
                "evidence": evidence_of(view, thing, spans),
            }
        ),
    }


def document_item(view: Projection, thing: Thing, spans: Spans) -> dict[str, Any]:
    """Return what a record says of a document."""
    kind = notation(view.first(thing, "documentKind")) or view.document_kind(thing)
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
                "date": iso(view.first(thing, "when"))[0],
                "of_process": process[0] if process else None,
                "evidence": evidence_of(view, thing, spans),
            }
        ),
    }


def commitment_items(view: Projection, spans: Spans) -> list[dict[str, Any]]:
    """Return the commitments, intentions and areas of focus of a record."""
    kinds = {
        "Commitment": "commitment",
        "Intention": "intention",
        "AreaOfFocus": "area",
    }
    found = []
    for kind, said in kinds.items():
        for thing in view.things(kind):
            wording = view.first(thing, "wording")
            text = str(wording.object) if wording else view.name(thing)
            documents = view.names_of(thing, "setOutIn")
            meetings = view.names_of(thing, "committedAt") + view.names_of(
                thing, "focusOf", "Meeting"
            )
            found.append(
                trim(
                    {
                        "text_start": " ".join(text.split()[:8]),
                        "text": text,
                        "kind": said,
                        "theme": ", ".join(
                            notation(s) for s in view.of(thing, "hasTheme")
                        ),
                        "by": [
                            item["name"] for item in view.names_of(thing, "committedBy")
                        ],
                        "in_document": documents[0] if documents else None,
                        "at_meeting": meetings[0] if meetings else None,
                        "evidence": evidence_of(view, thing, spans),
                    }
                )
            )
    return found
