"""When and where a meeting was, or is scheduled: the dates and places it gets."""

from collections.abc import Sequence

from rdflib import Literal, URIRef

from hiwar.graph.frames.context import Context
from hiwar.graph.frames.days import DURATION
from hiwar.graph.frames.draft import Dated, MeetingDraft, Placed
from hiwar.graph.frames.years import settle_year
from hiwar.graph.mentions.date import Date
from hiwar.graph.model import Basis, Status
from hiwar.graph.namespaces import HIWAR, XSD

__all__ = ["write_dates", "write_places"]

_NAMED = "meeting.named-date"


def write_dates(context: Context, draft: MeetingDraft, *, held: bool) -> None:
    """State when a meeting was, or is scheduled for.

    Of a meeting that was held, what was only planned counts where nothing is
    reported, with the sentence that tells of the meeting beside it.
    """
    chosen = _preferred(draft.dates)
    if chosen is None:
        return
    date, basis, sentences = _settled(context, draft, chosen, held=held)
    if held and not chosen.status.is_true:
        basis, sentences = Basis.INFERRED, (*sentences, *_held_sentences(draft))
    when = HIWAR.when if held else HIWAR.scheduledFor
    told = f"/{date.edtf}" if chosen.closes else date.edtf
    context.scribe.state(
        draft.thing, when, Literal(told), chosen.rule, sentences, basis=basis
    )
    if not held or not (date.year and date.month and date.day):
        return
    ends: tuple[tuple[URIRef, Date | None], ...]
    ends = ((HIWAR.startDate, date), (HIWAR.endDate, date.end))
    if chosen.closes:
        ends = ((HIWAR.endDate, date),)
    for predicate, part in ends:
        if part is None:
            continue
        context.scribe.state(
            draft.thing,
            predicate,
            Literal(part.edtf.split("/")[0], datatype=XSD.date),
            chosen.rule,
            sentences,
            basis=basis,
        )


def _preferred(given: "Sequence[Dated]") -> Dated | None:
    """Return the first date that is reported, else the first that is planned.

    A day on which the meeting ended counts where no other is given. A day of the year
    that was given first says more than that year.
    """
    first = min(
        given, key=lambda item: (item.closes, not item.status.is_true), default=None
    )
    if first is None or first.date.month:
        return first
    days = [item for item in given if item.date.year == first.date.year]
    fuller = [item for item in days if item.date.month and not item.closes]
    named = first.rule == _NAMED
    return next(
        (item for item in fuller if named or item.status is first.status), first
    )


def _held_sentences(draft: MeetingDraft) -> tuple[int, ...]:
    return tuple(vote[2] for vote in draft.votes if vote[0] == "held")[:1]


def _settled(
    context: Context, draft: MeetingDraft, dated: Dated, *, held: bool
) -> tuple[Date, Basis, tuple[int, ...]]:
    """Return a date with the year that the text leaves, its basis and sentences."""
    year = settle_year(context, draft, dated, held=held)
    date, sentences = dated.date, dated.sentences
    if year and not date.year:
        sentences = tuple(dict.fromkeys(sentences + year[1]))
        return date.with_year(year[0]), Basis.INFERRED, sentences
    inferred = len(sentences) > 1 or dated.rule == DURATION
    return date, Basis.INFERRED if inferred else Basis.EXPLICIT, sentences


def write_places(context: Context, draft: MeetingDraft, *, held: bool) -> None:
    """State where a meeting was, or is scheduled in."""
    reported = [placed for placed in draft.places if placed.status.is_true]
    for placed in reported or draft.places:
        _write_place(context, draft, placed, held=held)


def _write_place(
    context: Context, draft: MeetingDraft, placed: Placed, *, held: bool
) -> None:
    """State one place; the state of a meeting that nobody reports stays planned."""
    is_state = placed.thing.kind == "State"
    predicate: URIRef = HIWAR.heldInState if is_state else HIWAR.scheduledIn
    if held and not is_state:
        predicate = HIWAR.heldInPlace
    basis, sentences = Basis.EXPLICIT, placed.sentences
    context.scribe.name(placed.thing, placed.text, placed.rule, placed.sentences)
    if held and not placed.status.is_true:
        basis, sentences = Basis.INFERRED, (*sentences, *_held_sentences(draft))
    context.scribe.state(
        draft.thing,
        predicate,
        placed.thing,
        placed.rule,
        sentences,
        status=Status.REPORTED if held or not is_state else Status.PLANNED,
        basis=basis,
        mentioned_as=placed.text,
    )
