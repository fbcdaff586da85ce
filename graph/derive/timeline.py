"""The dates and places of each thing, chosen and put together."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from rdflib import Literal, URIRef

from hiwar.graph import edtf
from hiwar.graph.derive.choice import Choice, Grounds
from hiwar.graph.derive.claims import Claim, together
from hiwar.graph.derive.dates import (
    Dated,
    combine,
    days_of,
    handover_values,
    tightest,
)
from hiwar.graph.model import Status
from hiwar.graph.namespaces import HIWAR

__all__ = ["DATE_PROPERTIES", "settle_dates", "settle_places"]

_EDTF: Final = (HIWAR.established, HIWAR.scheduledFor, HIWAR.when)
_DAYS: Final = (HIWAR.startDate, HIWAR.endDate)
_BOUNDS: Final = (HIWAR.notBefore, HIWAR.notAfter)
DATE_PROPERTIES: Final = frozenset((*_EDTF, *_DAYS, *_BOUNDS))
"""The properties whose values `settle_dates` chooses."""


def settle_dates(grounds: Grounds) -> Choice:
    """Return the chosen dates of all things, those of meetings before terms."""
    return _Timeline(grounds).settle()


def settle_places(grounds: Grounds) -> Choice:
    """Return where meetings that are reported as held were held as planned.

    Nothing is concluded where a report names a place or another state.
    """
    choice = Choice()
    for meeting, reports in sorted(grounds.truth.held.items()):
        plans = grounds.claims(meeting, HIWAR.scheduledIn)
        places = {plan.object for plan in plans}
        is_told = grounds.claims(meeting, HIWAR.heldInPlace) or grounds.registered(
            meeting, HIWAR.heldInPlace
        )
        if is_told or len(places) != 1:
            continue
        place = URIRef(places.pop())
        said = {claim.object for claim in grounds.claims(meeting, HIWAR.heldInState)}
        lies_in = {*grounds.registered(place, HIWAR.inState)} | {
            claim.object for claim in grounds.claims(place, HIWAR.inState)
        }
        if not said or not lies_in or said & lies_in:
            premises = (*plans, *reports)
            choice.claims.append(
                together(premises, "held-as-planned", meeting, HIWAR.heldInPlace, place)
            )
    return choice


class _Timeline:
    def __init__(self, grounds: Grounds) -> None:
        self._grounds, self._choice = grounds, Choice()
        self._bounds: dict[URIRef, list[Claim]] = defaultdict(list)
        for claim in grounds.every:
            is_counted = claim.status.is_true or claim.status is Status.PLANNED
            if claim.predicate in _BOUNDS and is_counted:
                self._bounds[claim.subject].append(claim)
        self._handovers: dict[URIRef, list[Dated]] = {}

    def settle(self) -> Choice:
        """Return the choice."""
        truth = self._grounds.truth
        dated = set(self._grounds.subjects(*DATE_PROPERTIES)) | truth.held.keys()
        whens: dict[URIRef, Dated] = {}
        for subject in sorted(dated - truth.relations):
            when = self._settle_subject(subject)
            if when:
                whens[subject] = when
        self._handovers = handover_values(truth.claims, whens)
        for subject in sorted((dated | self._handovers.keys()) & truth.relations):
            self._settle_subject(subject)
        return self._choice

    def _settle_subject(self, subject: URIRef) -> Dated | None:
        found: dict[URIRef, Dated | None] = {}
        for predicate in _EDTF:
            if not self._choice.yields(self._grounds, subject, predicate):
                found[predicate] = self._settle_edtf(subject, predicate)
        when = found.get(HIWAR.when)
        is_meeting_to_come = when is None and found.get(HIWAR.scheduledFor) is not None
        if not is_meeting_to_come:
            self._settle_days(subject, when)
        return when

    def _settle_edtf(self, subject: URIRef, predicate: URIRef) -> Dated | None:
        claims = self._grounds.claims(subject, predicate)
        values = _by_value(claims)
        if predicate == HIWAR.when:
            values += self._as_planned(subject) + self._handovers.get(subject, [])
        dated = combine(values, self._bounds[subject])
        if dated is None:
            return None
        value = Literal(dated.value)
        chosen = tuple(claim for claim in claims if str(claim.object) == dated.value)
        if not chosen:
            premises = dated.premises
            chosen = (together(premises, dated.rule, subject, predicate, value),)
        self._choice.claims.extend(chosen)
        self._choice.contest({*claims, *chosen}, value)
        return Dated(dated.value, chosen)

    def _as_planned(self, subject: URIRef) -> list[Dated]:
        reports = self._grounds.truth.held.get(subject)
        plans = self._grounds.claims(subject, HIWAR.scheduledFor)
        return [
            Dated(plan.value, (*plan.premises, *reports), "held-as-planned")
            for plan in _by_value(plans)
            if reports
        ]

    def _settle_days(self, subject: URIRef, when: Dated | None) -> None:
        is_term = subject in self._grounds.truth.relations
        bounds = [c for c in self._bounds[subject] if c.status.is_true]
        spelt = days_of(subject, when, bounds, is_term=is_term) if when else []
        derived = {claim.predicate: claim for claim in spelt}
        for predicate in _DAYS:
            self._settle_day(subject, predicate, derived.get(predicate), when)
        given = dict(zip(_BOUNDS, tightest(bounds), strict=True))
        low, high = given.values()
        if low and high and str(low.object) > str(high.object):
            given = {}
        for predicate in _BOUNDS:
            claim = derived.get(predicate) or given.get(predicate)
            if claim and not self._grounds.registered(subject, predicate):
                self._choice.claims.append(self._stated(claim))

    def _settle_day(
        self,
        subject: URIRef,
        predicate: URIRef,
        derived: Claim | None,
        when: Dated | None,
    ) -> None:
        if self._choice.yields(self._grounds, subject, predicate):
            return
        stated = self._grounds.claims(subject, predicate)
        fitting = [c for c in stated if when is None or _fits(c, when.value)]
        chosen = derived or (fitting[0] if fitting else None)
        if chosen is None:
            return
        claim = self._stated(chosen)
        self._choice.claims.append(claim)
        self._choice.contest({*stated, claim}, claim.object)

    def _stated(self, claim: Claim) -> Claim:
        """Return a claim of a document that says the same, where there is one."""
        stated = self._grounds.claims(claim.subject, claim.predicate)
        same = [other for other in stated if other.object == claim.object]
        return same[0] if same else claim


def _by_value(claims: Sequence[Claim]) -> list[Dated]:
    """Return the values in the order of the claims, each with all its claims."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[str(claim.object)].append(claim)
    return [Dated(value, tuple(same)) for value, same in found.items()]


def _fits(claim: Claim, when: str) -> bool:
    day = edtf.bounds(str(claim.object))
    ends = claim.predicate == HIWAR.endDate
    return edtf.overlap(
        day, edtf.last_bounds(when) if ends else edtf.first_bounds(when)
    )
