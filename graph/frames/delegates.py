"""States whose office-holders took part: a minister at a meeting is there for a state.

Who hosted or presided over a meeting that was held was at it. A guest comes for
nobody but himself, and an organisation's officer may speak without the organisation.
"""

from hiwar.graph.frames.context import Context
from hiwar.graph.frames.draft import MeetingDraft, MeetingFact
from hiwar.graph.model import Basis, Thing
from hiwar.graph.namespaces import HIWAR

__all__ = ["add_delegates"]

_RULE = "attend.in-office"
_PRESENT = (HIWAR.hostedBy, HIWAR.presidedBy)
_TAKING_PART = (HIWAR.hasParticipant, HIWAR.expectedParticipant)


def add_delegates(context: Context, draft: MeetingDraft, *, held: bool) -> None:
    """Add whom the persons at a meeting imply: themselves, and their states."""
    if held:
        for fact in list(draft.facts):
            present = fact.predicate in _PRESENT and fact.status.is_true
            if present and fact.actor.kind == "Person":
                draft.facts.append(
                    MeetingFact(
                        HIWAR.hasParticipant,
                        fact.actor,
                        fact.text,
                        fact.rule,
                        fact.sentences,
                        fact.status,
                        fact.role or "participant",
                        Basis.INFERRED,
                    )
                )
    for fact in list(draft.facts):
        taking_part = fact.predicate in _TAKING_PART and fact.status.is_true
        if taking_part and fact.actor.kind == "Person" and fact.role != "guest":
            _add_state(context, draft, fact)


def _add_state(context: Context, draft: MeetingDraft, fact: MeetingFact) -> None:
    """Add the state for which a person came, where the text gives it."""
    told = _state_of(context, fact.actor)
    if told is None:
        return
    state, text, sentences = told
    known = any(f.actor == state and f.predicate == fact.predicate for f in draft.facts)
    if not known:
        draft.facts.append(
            MeetingFact(
                fact.predicate,
                state,
                text,
                _RULE,
                tuple(dict.fromkeys((*fact.sentences, *sentences))),
                fact.status,
                "participant",
                Basis.INFERRED,
            )
        )


def _state_of(
    context: Context, person: Thing
) -> tuple[Thing, str, tuple[int, ...]] | None:
    """Return the state that a person's post is for, its name, and the sentences."""
    known = context.scribe.annotation.persons.values()
    post = next((item.post for item in known if item.thing == person), None)
    # who was in office, or will be, comes for no state
    body = post.body if post and not post.tenure else None
    if body is None or body.thing is None or body.thing.kind != "State":
        return None
    tie = context.offices.settled.get(person)
    for item in context.scribe.annotation.sentences:
        for mention in item.mentions:
            said = mention.details.get("body") == body.thing.key
            if mention.thing == person and (said or (tie and mention.details["post"])):
                return (
                    body.thing,
                    body.text,
                    (item.index, *(tie.sentences if tie else ())),
                )
    return None
