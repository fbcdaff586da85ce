"""Frames of processes: launch, founding, members, secretariat, aim."""

import re

from rdflib import Literal

from hiwar.graph.frames.context import Context, Match, frame
from hiwar.graph.frames.draft import MeetingDraft
from hiwar.graph.frames.themes import themes_in
from hiwar.graph.mentions import Annotated
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.model import Basis, Status, Thing
from hiwar.graph.namespaces import HIWAR

__all__: list[str] = []

_LISTED_WITHIN = 8
_ROLES = {
    "": HIWAR.hasMember,
    "partner": HIWAR.hasPartner,
    "observer": HIWAR.hasObserver,
    "steering": HIWAR.hasSteeringMember,
}


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
    is_taken_up = match.text("p").lower() in context.scribe.rules.list_words("it")
    if is_taken_up and context.subject != process:
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
        if draft.process is None and draft.kind != "summit":
            draft.process, draft.process_sentences = process, (match.sentence,)
            draft.process_basis = Basis.INFERRED
        draft.add_date(date, match.rule.name, match.sentence)
        draft.add_place(place, match.rule.name, match.sentence)
        draft.vote("held", match.rule.name, match.sentence)


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


@frame("member")
def member(context: Context, match: Match) -> None:
    """State who is a member, a partner or an observer of a process."""
    process = context.process(match, "p", "p2")
    if not process:
        return
    predicate = _ROLES[match.rule.option]
    actors = [m for group in ("a", "a2") for m in match.mentions(group, "state", "org")]
    for actor in actors:
        if actor.thing and actor.thing != process:
            relation = Thing(
                "Membership", f"{process.key}/{actor.thing.key}/{match.rule.option}"
            )
            context.scribe.state(
                process,
                predicate,
                actor.thing,
                match.rule.name,
                (match.sentence,),
                status=match.status,
                describes=relation,
                mentioned_as=actor.text,
            )


@frame("list_members")
def list_members(context: Context, match: Match) -> None:
    """State that the actors of the items below are members, partners or observers."""
    process = context.process(match, "p")
    for item, actor in _listed(context, match) if process else ():
        if process and actor.thing:
            context.scribe.state(
                process,
                _ROLES[match.rule.option],
                actor.thing,
                match.rule.name,
                (item.index, match.sentence),
                status=match.status,
                describes=Thing(
                    "Membership",
                    f"{process.key}/{actor.thing.key}/{match.rule.option}",
                ),
                mentioned_as=actor.text,
            )


def _listed(context: Context, match: Match) -> list[tuple[Annotated, Mention]]:
    """Return the actors of the items below, or of the line below that names only such.

    "Angola / Burundi / Chad" is such a line; a sentence is none.
    """
    below = []
    for item in context.items_below(match.item):
        actor = next((m for m in item.mentions if m.slot in ("state", "org")), None)
        if actor and actor.start < _LISTED_WITHIN:
            below.append((item, actor))
    sentences = context.scribe.annotation.sentences
    if below or match.sentence + 1 >= len(sentences):
        return below
    line = sentences[match.sentence + 1]
    rest = line.view.text
    actors = [m for m in line.mentions if m.slot in ("state", "org")]
    for actor in actors:
        rest = rest.replace(actor.text, "", 1)
    is_list = len(actors) > 1 and not re.search(r"[^\W\d_]{4,}", rest)
    return [(line, actor) for actor in actors] if is_list else []


@frame("secretariat")
def secretariat(context: Context, match: Match) -> None:
    """State who serves a process as its secretariat."""
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
