"""Dates of one thing, put together from all that documents say of it.

Three rules, each the name of the statements that it makes: ``held-as-planned`` (a
meeting reported as held was on the announced day unless the report says otherwise),
``handover`` (a term ends, and the next starts, with the meeting at which it was
handed over), ``dates-together`` (values that agree hold together, and bounds that
leave one year give the year). ``days-of-date`` spells out first and last day.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from rdflib import Literal, URIRef

from hiwar.graph import edtf
from hiwar.graph.derive.claims import Claim, together
from hiwar.graph.namespaces import HIWAR, XSD
from hiwar.graph.resolve.meetings import narrower

__all__ = ["Dated", "combine", "days_of", "handover_values", "tightest"]

_BOUNDS: Final = (HIWAR.notBefore, HIWAR.notAfter)


@dataclass(frozen=True, slots=True)
class Dated:
    """An EDTF value and what it rests on.

    Attributes:
        rule: The rule that gives it where no document states it.
    """

    value: str
    premises: tuple[Claim, ...]
    rule: str = "dates-together"


def combine(values: Sequence[Dated], bounds: Sequence[Claim]) -> Dated | None:
    """Return what the values say together, the first going before the others.

    A value that conflicts with those before it is left out. Where the year is
    open, the bounds may leave exactly one.
    """
    found: Dated | None = None
    for item in values:
        if found is None:
            found = item
            continue
        both = edtf.intersect(found.value, item.value)
        if both is None or both == found.value:
            continue
        if edtf.refines(both, found.value) and edtf.refines(both, item.value):
            premises = (*found.premises, *item.premises)
            rule = item.rule if both == item.value else "dates-together"
            found = Dated(both, premises, rule)
    return _with_year(found, bounds) if found else None


def _with_year(found: Dated, bounds: Sequence[Claim]) -> Dated:
    low, high = tightest(bounds)
    filled = edtf.fill_year(found.value, (_day(low), _day(high)))
    if filled is None:
        return found
    used = tuple(claim for claim in (low, high) if claim)
    return Dated(filled, (*found.premises, *used))


def tightest(bounds: Iterable[Claim]) -> tuple[Claim | None, Claim | None]:
    """Return the latest of the claims of not before, and the earliest of not after."""
    ordered = sorted(bounds, key=lambda claim: (str(claim.object), claim.iri))
    low = [claim for claim in ordered if claim.predicate == HIWAR.notBefore]
    high = [claim for claim in ordered if claim.predicate == HIWAR.notAfter]
    return (low[-1] if low else None), (high[0] if high else None)


def _day(claim: Claim | None) -> date | None:
    return date.fromisoformat(str(claim.object)) if claim else None


def handover_values(
    claims: Iterable[Claim], meetings: Mapping[URIRef, Dated]
) -> dict[URIRef, list[Dated]]:
    """Return when terms ended and started by the meetings of their handovers."""
    found: dict[URIRef, list[Dated]] = {}
    claims = list(claims)
    handed = [claim for claim in claims if claim.predicate == HIWAR.handedOverAt]
    for claim in handed:
        meeting = meetings.get(URIRef(claim.object))
        value = _common(meeting.value) if meeting else ""
        if not meeting or not value:
            continue
        premises = (claim, *meeting.premises)
        ended = Dated(edtf.with_ends("", value), premises, "handover")
        found.setdefault(claim.subject, []).append(ended)
        for other in claims:
            is_next = other.predicate == HIWAR.handedOverTo
            if is_next and other.subject == claim.subject:
                began = Dated(f"{value}/", (*premises, other), "handover")
                found.setdefault(URIRef(other.object), []).append(began)
    return found


def _common(text: str) -> str:
    """Return an interval as the one date that holds for all of it, or nothing."""
    if not edtf.is_interval(text):
        return text if edtf.has_year(text) else ""
    start, _, end = text.partition("/")
    if start[:7] == end[:7] and len(start) >= len("2025-04"):
        return start[:7]
    return start[:4] if start[:4] == end[:4] and edtf.has_year(start) else ""


def days_of(
    subject: URIRef, dated: Dated, bounds: Sequence[Claim], *, is_term: bool
) -> list[Claim]:
    """Return the claims that spell out a date: first and last day, and bounds.

    A single date of a term says when it was, not that it lies within; only an
    interval bounds it.
    """
    value = dated.value
    first, last = edtf.start_day(value), edtf.end_day(value)
    if is_term and not edtf.is_interval(value):
        return []
    low, high = edtf.bounds(value)
    premises: dict[URIRef, tuple[Claim, ...]] = {}
    if not first:
        (low, high), premises = _narrowed((low, high), bounds)
    days = {
        HIWAR.startDate: first,
        HIWAR.endDate: last,
        HIWAR.notBefore: low,
        HIWAR.notAfter: high,
    }
    return [
        together(
            premises.get(predicate, dated.premises),
            "days-of-date",
            subject,
            predicate,
            Literal(day.isoformat(), datatype=XSD.date),
        )
        for predicate, day in days.items()
        if day
    ]


def _narrowed(
    days: edtf.Bounds, bounds: Sequence[Claim]
) -> tuple[edtf.Bounds, dict[URIRef, tuple[Claim, ...]]]:
    """Return the days within claimed bounds, and the claims that made them fewer."""
    given = tightest(bounds)
    narrow = narrower(days, (_day(given[0]), _day(given[1])))
    if narrow[0] and narrow[1] and narrow[0] > narrow[1]:
        return days, {}
    sides = zip(_BOUNDS, given, days, narrow, strict=True)
    premises: dict[URIRef, tuple[Claim, ...]] = {
        name: (claim,)
        for name, claim, before, after in sides
        if claim and before != after
    }
    return narrow, premises
