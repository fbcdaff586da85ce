"""The meetings of a record."""

from typing import Any

from hiwar.graph.model import Basis, Statement, Thing
from hiwar.graph.record.projection import Projection, trim
from hiwar.graph.record.values import Spans, evidence_of, iso, notation

__all__ = ["meeting_item"]


def meeting_item(view: Projection, thing: Thing, spans: Spans) -> dict[str, Any]:
    """Return what a record says of a meeting."""
    when = view.first(thing, "when", "scheduledFor")
    start, end = iso(when)
    place = view.first(thing, "heldInPlace", "scheduledIn")
    ordinal = view.first(thing, "ordinal")
    process = view.names_of(thing, "isMeetingOf")
    participants = [
        *view.names_of(thing, "hasParticipant", "State"),
        *view.names_of(thing, "expectedParticipant", "State"),
    ]
    return {
        **view.named(thing),
        **trim(
            {
                "kind": notation(view.first(thing, "meetingKind")).replace("-", " "),
                "ordinal": int(str(ordinal.object)) if ordinal else None,
                "of_process": process[0] if process else None,
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
                "status": notation(view.first(thing, "meetingStatus")),
                "evidence": evidence_of(view, thing, spans),
            }
        ),
    }


def _start_basis(when: Statement | None) -> str:
    return "inferred" if when and when.basis is Basis.INFERRED else ""


def _participants(view: Projection, thing: Thing, kind: str) -> list[dict[str, Any]]:
    """Return those of a class who took part, or are expected to."""
    names = ("hasParticipant", "expectedParticipant")
    return _each_once(
        [item for name in names for item in view.names_of(thing, name, kind)]
    )


def _each_once(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    found = {item.get("iri") or item["name"]: item for item in reversed(items)}
    return list(reversed(found.values()))


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
