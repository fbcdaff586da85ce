"""Who spoke at a meeting, where the text tells what they said and not where.

"The conference was held in Lima. Ms Sample, Minister of Chile, underlined …": she
spoke there only if something ties her to it. She came for a state or body that was
there, or the sentence goes on a row of speakers. Whoever is quoted, or spoke to the
press, stays out.
"""

from bisect import bisect_right

from hiwar.graph.frames.context import Context, Match, frame
from hiwar.graph.frames.draft import MeetingDraft, MeetingFact
from hiwar.graph.frames.parties import parties_of
from hiwar.graph.model import Basis, Thing
from hiwar.graph.namespaces import HIWAR

__all__ = ["add_speakers", "is_said_elsewhere"]

_ROW = 2
"""Sentences back to the speaker whom another one follows."""
_THERE = (HIWAR.hasParticipant, HIWAR.hostedBy, HIWAR.presidedBy, HIWAR.organisedBy)


@frame("speak")
def speak(context: Context, match: Match) -> None:
    """Note who said something, for the meeting at which that may have been."""
    if match.status.is_true and not is_said_elsewhere(context, match):
        context.speeches.append(match)


def is_said_elsewhere(context: Context, match: Match) -> bool:
    """Whether somebody spoke in a letter or to the press: "in a tweet, she thanked"."""
    cue = context.scribe.rules.cues.get("said_elsewhere")
    return bool(cue and cue.match(match.item.view.text))


def add_speakers(context: Context, held: set[MeetingDraft]) -> None:
    """Add those who spoke at meetings that were held, as far as the text ties them."""
    for match in context.speeches:
        draft = _last_named(context, match.sentence)
        if draft is None or draft not in held or _is_dated(match):
            continue
        for mention in match.mentions("a", "person"):
            person = mention.thing
            tie = _tie(context, draft, match, person) if person else None
            if person and tie:
                draft.facts.append(
                    MeetingFact(
                        HIWAR.hasParticipant,
                        person,
                        mention.text,
                        match.rule.name,
                        tuple(dict.fromkeys((match.sentence, *tie))),
                        match.status,
                        "speaker",
                        Basis.INFERRED,
                    )
                )


def _last_named(context: Context, sentence: int) -> MeetingDraft | None:
    """Return the meeting that the text spoke of last, None where two are told."""
    named = {
        max(before): draft
        for draft in context.book.drafts
        if (before := draft.sentences[: bisect_right(draft.sentences, sentence)])
    }
    return named[max(named)] if named else None


def _is_dated(match: Match) -> bool:
    """Whether a sentence has a day of its own, on which something else may be."""
    return any(mention.slot == "date" for mention in match.item.mentions)


def _tie(
    context: Context, draft: MeetingDraft, match: Match, person: Thing
) -> tuple[int, ...] | None:
    """Return the sentences that tie a speaker to a meeting, None where none does."""
    if match.text("there"):
        return (draft.sentence,)
    there = [fact for fact in draft.facts if fact.predicate in _THERE]
    row = range(match.sentence - _ROW, match.sentence)
    for fact in there:
        if fact.actor.kind == "Person" and fact.status.is_true:
            near = [index for index in fact.sentences if index in row]
            if near:
                return tuple(near)
    known = context.scribe.annotation.persons.values()
    post = next((item.post for item in known if item.thing == person), None)
    body = post.body.thing if post and post.body and not post.tenure else None
    if body is None:
        return None
    for fact in there:
        if fact.actor == body and fact.status.is_true:
            return fact.sentences
    if draft.process is None:
        return None
    if body in parties_of(draft.process, context.scribe.annotation):
        return (draft.sentence,)
    belongs = (
        item.sentences
        for item in context.scribe.statements
        if (item.subject, item.predicate) == (draft.process, HIWAR.hasMember)
        and item.object == body
        and item.status.is_true
    )
    return next(belongs, None)
