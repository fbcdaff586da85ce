"""Frames of processes: launch, founding, secretariat, aim."""

import re

from rdflib import Literal

from hiwar.graph.frames.context import Context, Match, frame
from hiwar.graph.frames.draft import MeetingDraft
from hiwar.graph.frames.themes import themes_in
from hiwar.graph.mentions.mention import Mention, fold
from hiwar.graph.model import Basis, Status, Thing
from hiwar.graph.namespaces import HIWAR

__all__: list[str] = []

_FIRST_KINDS = frozenset({"ministerial", "senior officials", "launch"})
"""Kinds of meetings that founded a process as its own; any other may have done so."""
_LIKE = 2
"""Words that a meeting shares with the process that it founded as its own."""


@frame("launch")
def launch(context: Context, match: Match) -> None:
    """State that a process was launched, and the meeting at which it was.

    Where it was done is known by a day or a place: a year alone tells of no meeting.
    """
    process = context.process(match, "p")
    if not process or not match.status.is_true:
        return
    date, place = match.date("t", "t2", "t3"), match.place("l", "l2", "l3")
    if not (date or place or match.mentions("a")):
        return
    _founding(context, match, process, place)
    if not place and date and not date.day:
        return
    draft = _launch_meeting(context, match, process)
    draft.add_date(date, match.rule.name, match.sentence)
    draft.add_place(place, match.rule.name, match.sentence)
    draft.vote("held", match.rule.name, match.sentence)
    actors = match.mentions("a", "state", "org", "person")
    context.add_facts(draft, HIWAR.hasParticipant, actors, match, "participant")
    context.consume(match, "t", "t2", "t3", "l", "l2", "l3")


def _founding(
    context: Context, match: Match, process: Thing, place: Mention | None
) -> None:
    """State when and where a process was founded."""
    date = match.date("t", "t2", "t3", "when")
    scribe = context.scribe
    if date:
        context.founded.setdefault(process, (date, match.sentence))
        scribe.state(
            process,
            HIWAR.established,
            Literal(date.edtf),
            match.rule.name,
            (match.sentence,),
            status=match.status,
        )
    if place and place.thing and place.slot == "place":
        scribe.name(place.thing, place.text, match.rule.name, (match.sentence,))
        scribe.state(
            process,
            HIWAR.foundedIn,
            place.thing,
            match.rule.name,
            (match.sentence,),
            status=match.status,
            mentioned_as=place.text,
        )


def _launch_meeting(context: Context, match: Match, process: Thing) -> MeetingDraft:
    """Return the first meeting of a process, which launched it."""
    for draft in context.book.drafts:
        if draft.process == process and draft.ordinal in (1, None) and not draft.date:
            draft.kind = "launch"
            return draft
    label = match.text("p")
    draft = MeetingDraft(
        f"launch of the {label}",
        match.sentence,
        descriptive=True,
        kind="launch",
        process=process,
        process_sentences=(match.sentence,),
    )
    draft.names = {draft.name: match.sentence}
    return context.book.add(draft)


@frame("found")
def found(context: Context, match: Match) -> None:
    """State when and where a process was founded, and at which meeting."""
    process = context.process(match, "p")
    if not process or not match.status.is_true:
        return
    place, date = _founding_place(match), match.date("t", "when")
    _founding(context, match, process, place)
    context.consume(match, "t", "l", "l2", "when")
    for mention in (
        *match.mentions("m", "meeting"),
        *match.mentions("when", "meeting"),
    ):
        draft = context.book.read(mention, match.sentence)
        if not draft:
            continue
        if draft.process is None and _is_first(draft, process):
            draft.process, draft.process_sentences = process, (match.sentence,)
            draft.process_basis = Basis.INFERRED
        draft.add_date(date, match.rule.name, match.sentence)
        draft.add_place(place, match.rule.name, match.sentence)
        draft.vote("held", match.rule.name, match.sentence)


def _is_first(draft: MeetingDraft, process: Thing) -> bool:
    """Whether a meeting that founded a process is its own: the first, or named so."""
    shared = set(fold(draft.name).split()) & set(_words(process))
    named = len(shared) >= _LIKE and draft.kind != "summit"
    return draft.ordinal == 1 or draft.kind in _FIRST_KINDS or named


def _words(process: Thing) -> list[str]:
    """Return the words of the name of a process."""
    return re.findall(r"\w+", f"{process.key} {process.iri.rpartition('/')[2]}")


def _founding_place(match: Match) -> Mention | None:
    """Return the place of a founding: in the founders' names, a state is none."""
    places = match.mentions("when", "place")
    return match.place("l", "l2") or next(iter(places), None)


@frame("follow")
def follow(context: Context, match: Match) -> None:
    """Enter a meeting that follows another one of the same process."""
    focus = context.book.focus
    if match.status not in (Status.REPORTED, Status.PLANNED):
        return
    for mention in match.mentions("m", "meeting"):
        draft = context.book.read(mention, match.sentence)
        if draft and focus and draft is not focus and not draft.process:
            draft.process = focus.process
            draft.process_sentences = (match.sentence, *focus.process_sentences)
            draft.process_basis, draft.process_rule = Basis.INFERRED, match.rule.name


@frame("secretariat")
def secretariat(context: Context, match: Match) -> None:
    """State who serves a process as its secretariat.

    A body in the group `s` must be called a secretariat by its own name.
    """
    called = tuple(context.scribe.rules.list_words("secretariats"))
    if (body := match.text("s").lower()) and not body.startswith(called):
        return
    process = context.process(match, "p2", "p", "p3")
    for actor in (*match.mentions("a", "org"), *match.mentions("a2", "org")):
        if process and actor.thing:
            context.scribe.state(
                process,
                HIWAR.hasSecretariat,
                actor.thing,
                match.rule.name,
                (match.sentence,),
                status=match.status,
                mentioned_as=actor.text,
            )


@frame("aim")
def aim(context: Context, match: Match) -> None:
    """State what a text says a process is for, as themes."""
    process = context.process(match, "p")
    if not match.mentions("p") and context.subject != process:
        return
    if not process or match.status in (Status.NEGATED, Status.ATTRIBUTED):
        return
    for concept in themes_in(match.text("text"), context.scribe.rules):
        context.scribe.state(
            process, HIWAR.aim, concept, match.rule.name, (match.sentence,)
        )
