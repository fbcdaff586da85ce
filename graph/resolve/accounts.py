"""What the documents say of each thing, found by thing."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

from rdflib import Literal, URIRef

from hiwar.graph import edtf
from hiwar.graph.model import Basis, Reading, Statement, Status, Term, Thing
from hiwar.graph.namespaces import HIWAR, RDFS, XSD, concept_iri
from hiwar.graph.resolve.names import fold

__all__ = ["DATES", "Accounts", "Member", "with_publication_bounds"]

_COUNTED: Final = (Status.ADOPTED, Status.REPORTED, Status.PLANNED)
DATES: Final = (HIWAR.when, HIWAR.scheduledFor, HIWAR.startDate)
_HELD: Final = concept_iri("meeting-status", "held")
_PLANNED: Final = concept_iri("meeting-status", "planned")


class Member(NamedTuple):
    """A thing as one document speaks of it, in a form that the ledger keeps."""

    content_hash: str
    kind: str
    key: str


class Accounts:
    """The statements of all readings, by thing.

    Negated, attributed and aspirational statements say nothing of what a thing is,
    so that none of the methods but `describing` returns them.
    """

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._about: dict[Member, list[Statement]] = defaultdict(list)
        self._toward: dict[Member, list[Statement]] = defaultdict(list)
        self._describing: dict[Member, list[Statement]] = defaultdict(list)
        self.things: dict[Member, Thing] = {}
        self.published: dict[str, str] = {}
        for reading in sorted(readings, key=lambda item: item.source.content_hash):
            self._add(reading)

    def _add(self, reading: Reading) -> None:
        content_hash = reading.source.content_hash
        self.published[content_hash] = reading.source.published
        self._meet(content_hash, Thing("SourceDocument", content_hash))
        for statement in reading.statements:
            subject = self._meet(content_hash, statement.subject)
            if statement.describes:
                relation = self._meet(content_hash, statement.describes)
                self._describing[relation].append(statement)
            if isinstance(statement.object, Thing):
                target = self._meet(content_hash, statement.object)
                if statement.status in _COUNTED:
                    self._toward[target].append(statement)
            if statement.status in _COUNTED:
                self._about[subject].append(statement)

    def _meet(self, content_hash: str, thing: Thing) -> Member:
        member = Member(content_hash, thing.kind, thing.key)
        self.things[member] = thing
        return member

    def of_kind(self, *kinds: str) -> list[Member]:
        """Return the members of some kinds that no registry names, sorted."""
        found = (m for m, thing in self.things.items() if m.kind in kinds)
        return sorted(m for m in found if not self.things[m].iri)

    def about(self, member: Member) -> Sequence[Statement]:
        """Return the statements of which the thing is the subject."""
        return self._about.get(member, ())

    def toward(self, member: Member, predicate: URIRef) -> list[Statement]:
        """Return the statements of which the thing is the object."""
        found = self._toward.get(member, ())
        return [statement for statement in found if statement.predicate == predicate]

    def describing(self, member: Member) -> Sequence[Statement]:
        """Return the statements that describe the relation, of whatever status."""
        return self._describing.get(member, ())

    def values(self, member: Member, *predicates: URIRef) -> list[Term]:
        """Return the objects of what is said of a thing, in order."""
        said = self.about(member)
        return [item.object for item in said if item.predicate in predicates]

    def texts(self, member: Member, *predicates: URIRef) -> list[str]:
        """Return the literals among the values, as text."""
        found = self.values(member, *predicates)
        return [str(value) for value in found if isinstance(value, Literal)]

    def things_among(self, member: Member, *predicates: URIRef) -> list[Member]:
        """Return the things among the values, in order."""
        found = self.values(member, *predicates)
        return [
            Member(member.content_hash, value.kind, value.key)
            for value in found
            if isinstance(value, Thing)
        ]

    def is_held(self, member: Member) -> bool:
        """Whether the document reports the meeting as held."""
        return any(
            item.object == _HELD and item.status.is_true
            for item in self.about(member)
            if item.predicate == HIWAR.meetingStatus
        )

    def names(self, member: Member) -> list[str]:
        """Return the names of a thing, folded, or its key where it has none."""
        found = {fold(text) for text in self.texts(member, RDFS.label)}
        return sorted(found - {""}) or [fold(member.key)]


def with_publication_bounds(reading: Reading) -> Reading:
    """Return the reading with what its publication date says of its meetings.

    A meeting reported as held is not after it, one that is announced not before
    it. Nothing is added where the text itself is as narrow.
    """
    if not reading.source.published:
        return reading
    earliest, latest = edtf.bounds(reading.source.published)
    dated = _dated(reading.statements)
    added = []
    for statement in reading.statements:
        if statement.predicate != HIWAR.meetingStatus or not statement.status.is_true:
            continue
        low, high = dated.get(statement.subject, (None, None))
        if statement.object == _HELD and latest and not (high and high <= latest):
            added.append(_bound(statement, HIWAR.notAfter, latest, Status.REPORTED))
        if statement.object == _PLANNED and earliest and not (low and low >= earliest):
            added.append(_bound(statement, HIWAR.notBefore, earliest, Status.PLANNED))
    return replace(reading, statements=(*reading.statements, *added))


def _dated(statements: Iterable[Statement]) -> dict[Thing, edtf.Bounds]:
    """Return the bounds of the first dated statement of each thing."""
    found: dict[Thing, edtf.Bounds] = {}
    for statement in statements:
        if statement.predicate in DATES and statement.status in _COUNTED:
            found.setdefault(statement.subject, edtf.bounds(str(statement.object)))
    return found


def _bound(
    statement: Statement, predicate: URIRef, day: date, status: Status
) -> Statement:
    return replace(
        statement,
        predicate=predicate,
        object=Literal(day.isoformat(), datatype=XSD.date),
        status=status,
        basis=Basis.INFERRED,
        rule="publication-bound",
        mentioned_as="",
    )
