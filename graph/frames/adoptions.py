"""What follows from an adoption: a document's date, and where its content stands."""

from collections.abc import Set
from dataclasses import replace
from itertools import takewhile

from rdflib import Literal

from hiwar.graph.frames.context import Context
from hiwar.graph.frames.documents import state_adoption
from hiwar.graph.frames.draft import MeetingDraft
from hiwar.graph.frames.instrument import opening_of
from hiwar.graph.frames.likeness import is_during
from hiwar.graph.frames.preamble import is_of_draft, is_of_one_side
from hiwar.graph.model import Basis, Status, Thing
from hiwar.graph.namespaces import HIWAR
from hiwar.graph.text.layout import BlockKind

__all__ = ["write_adoptions"]

_HEADS = (BlockKind.HEADING, BlockKind.DATELINE)
_OPENING = 4
"""Sentences below the title of an instrument that tell how its parties met."""


def write_adoptions(
    context: Context, held: Set[MeetingDraft], open_: Set[MeetingDraft]
) -> None:
    """State what follows once it is known which meetings were held or may have been."""
    _write_agreed(context, open_)
    _write_presumed(context)
    _write_issued(context, held)
    _write_named_for(context, held)
    _write_own(context, held)
    _date_adopted(context, held)
    _place_undertakings(context, held)


def _write_agreed(context: Context, open_: Set[MeetingDraft]) -> None:
    """State where something was agreed: not at a meeting that is still to come."""
    for thing, draft, rule, sentences in context.agreed:
        if draft in open_:
            context.scribe.state(
                thing,
                HIWAR.committedAt,
                draft.thing,
                rule,
                tuple(dict.fromkeys(sentences)),
            )


def _write_presumed(context: Context) -> None:
    """State what a meeting adopted that is named in another sentence.

    Not what was adopted at another time or place, once its own are known.
    """
    for told in context.presumed:
        if told.is_elsewhere:
            if context.adopted.get(told.document) == (told.draft, told.match.sentence):
                del context.adopted[told.document]
            continue
        state_adoption(context, told.document, told.draft, told.match, told.mention)


def _write_issued(context: Context, held: Set[MeetingDraft]) -> None:
    """State that a meeting issued the communique that its text cites.

    Only where the text tells of one held meeting: with two, either may have.
    """
    for document, draft, sentence, rule in context.issued:
        if held == {draft} and document not in context.adopted:
            _state_inferred(context, document, draft, sentence, rule)


def _write_named_for(context: Context, held: Set[MeetingDraft]) -> None:
    """State that the one meeting held in Lima adopted the Lima Declaration.

    Only where the text tells that it was adopted, and of no other year.
    """
    for document, place, year, sentence, rule in context.named_for:
        there = [d for d in held if any(p.thing == place for p in d.places)]
        if len(there) != 1 or document in context.adopted:
            continue
        draft = there[0]
        if year in (None, draft.date.year if draft.date else None):
            _state_inferred(context, document, draft, sentence, rule)


def _write_own(context: Context, held: Set[MeetingDraft]) -> None:
    """State that those made a statement who open it with "We, the ministers, met".

    What others tell of two who met is not yet where their statement comes from.
    """
    title = context.title
    document = (
        context.document(title.instrument) if title and title.instrument else None
    )
    if title is None or document is None or document in context.adopted:
        return
    if is_of_draft(context) or is_of_one_side(context, title):
        return
    opening = range(title.sentence + 1, title.sentence + 1 + _OPENING)
    headed = _headed(context, held, title.sentence, opening)
    told = [draft for draft in held if draft.sentence in opening] or headed
    if len(told) != 1 or not _is_of_its_day(context, document, told[0]):
        return
    draft, we = told[0], opening_of(context)
    opens = draft.own or (we is not None and we[0].index == draft.sentence)
    if opens or headed == told or (we is None and _is_joint_of(context, draft)):
        rule = "document.of-those-who-met"
        _state_inferred(context, document, draft, title.sentence, rule)


def _headed(
    context: Context, held: Set[MeetingDraft], title: int, opening: range
) -> list[MeetingDraft]:
    """Return the held meetings that a heading near names, and the text opens with.

    One above the title of an instrument, or among the lines right below it.
    """
    sentences = context.scribe.annotation.sentences
    below = takewhile(lambda item: item.block.kind in _HEADS, sentences[title + 1 :])
    headings = {
        item.index
        for item in (*sentences[:title], *below)
        if item.block.kind is BlockKind.HEADING
    }
    opening = range(opening.start, opening.stop + len(headings))
    return [
        draft
        for draft in held
        if not headings.isdisjoint(draft.sentences)
        and not (set(opening) - headings).isdisjoint(draft.sentences)
    ]


def _is_joint_of(context: Context, draft: MeetingDraft) -> bool:
    """Whether the title is that of a joint text of some who met on its day.

    "Joint Statement by the Ministers of Peru and Chile" is no news about one.
    """
    title, cue = context.title, context.scribe.rules.cues.get("joint_text")
    if title is None or cue is None or context.dateline is None:
        return False
    item = context.scribe.annotation.sentences[title.sentence]
    day, held = context.dateline[0], draft.date
    others = context.scribe.rules.cues.get("outsiders")
    if others and others.search(item.rendered.text):
        return False
    came = {
        fact.actor for fact in draft.facts if fact.predicate == HIWAR.hasParticipant
    }
    named = {m.thing for m in item.mentions if m.slot in ("state", "org", "person")}
    if not cue.match(item.view.text) or (named and came.isdisjoint(named)):
        return False
    return bool(day.day) and held is not None and is_during(day, held)


def _is_of_its_day(context: Context, document: Thing, draft: MeetingDraft) -> bool:
    """Whether nothing dates a text to another day than the meeting it opens with.

    A page may bear the day of its publication; "yesterday" counts from its writing.
    """
    if context.dateline is None or draft.date is None:
        return True
    told, sentence = context.dateline
    counted = any(sentence in day.sentences for day in draft.dates)
    dated = counted or context.scribe.has(document, HIWAR.when)
    return not dated or is_during(told, draft.date)


def _state_inferred(
    context: Context, document: Thing, draft: MeetingDraft, sentence: int, rule: str
) -> None:
    """State an adoption at a meeting that the sentence does not name."""
    context.scribe.state(
        document,
        HIWAR.adoptedAt,
        draft.thing,
        rule,
        tuple(dict.fromkeys((sentence, draft.sentence))),
        status=Status.ADOPTED,
        basis=Basis.INFERRED,
        describes=Thing("Adoption", f"{document.key}/{draft.thing.key}"),
    )
    context.adopted[document] = (draft, sentence)


def _date_adopted(context: Context, held: Set[MeetingDraft]) -> None:
    """Date what a dated meeting adopted: its day, or the month of several days."""
    scribe = context.scribe
    for document, (draft, sentence) in context.adopted.items():
        date = draft.date
        dated = scribe.has(document, HIWAR.when)
        if dated or date is None or not date.year or draft not in held:
            continue
        if date.end:
            date = replace(date, day=None, end=None)
        scribe.state(
            document,
            HIWAR.when,
            Literal(date.edtf),
            "document.of-dated-meeting",
            tuple(dict.fromkeys((sentence, *draft.dates[0].sentences))),
            basis=Basis.INFERRED,
        )


def _place_undertakings(context: Context, held: Set[MeetingDraft]) -> None:
    """State that what a document sets out was agreed where it was adopted."""
    for thing, document, sentences in context.set_out:
        if document not in context.adopted:
            continue
        draft, sentence = context.adopted[document]
        if draft not in held or context.scribe.has(thing, HIWAR.committedAt):
            continue
        context.scribe.state(
            thing,
            HIWAR.committedAt,
            draft.thing,
            "commit.of-adopted",
            tuple(dict.fromkeys((*sentences, sentence))),
            basis=Basis.INFERRED,
        )
