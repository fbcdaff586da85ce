"""For whom those at a meeting came: a minister for a state, a director for a body.

Who hosted, organised or presided over a meeting that was held was at it, and who is to
preside over one with others is expected there. A guest comes for nobody but himself.
"""

from hiwar.graph.frames.context import Context
from hiwar.graph.frames.draft import MeetingDraft, MeetingFact
from hiwar.graph.mentions.posts import Post
from hiwar.graph.model import Basis, Status, Thing
from hiwar.graph.namespaces import HIWAR

__all__ = ["add_delegates"]

_RULE = "attend.in-office"
_AT_THE_TIME = "then"
_PRESENT = (HIWAR.hostedBy, HIWAR.organisedBy, HIWAR.presidedBy)
_TAKING_PART = (HIWAR.hasParticipant, HIWAR.expectedParticipant)


def add_delegates(context: Context, draft: MeetingDraft, *, held: bool) -> None:
    """Add whom the persons at a meeting imply: themselves, and their states."""
    draft.facts += _in_charge(draft, held=held)
    named = [fact for fact in draft.facts if fact.predicate in _TAKING_PART]
    listed = [fact.sentences for fact in named if fact.actor.kind == "Organisation"]
    for fact in named:
        if fact.status.is_true and fact.actor.kind == "Person" and fact.role != "guest":
            # where a sentence of its own lists the bodies that came, it lists all
            apart = any(set(fact.sentences).isdisjoint(item) for item in listed)
            _add_body(context, draft, fact, states_only=apart)


def _in_charge(draft: MeetingDraft, *, held: bool) -> list[MeetingFact]:
    """Return those in charge of a meeting as taking part in it.

    A state or a body only where others took part too, and of a meeting to come only
    who presides where others are expected, or shares the chair.
    """
    others = any(fact.predicate in _TAKING_PART for fact in draft.facts)
    if not held:
        return _to_preside(draft, others=others)
    found = []
    for fact in draft.facts:
        told = fact.predicate in _PRESENT and fact.status.is_true
        is_person = fact.actor.kind == "Person"
        if told and (is_person or (others and _is_whole(fact.actor))):
            found.append(
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
    return found


def _to_preside(draft: MeetingDraft, *, others: bool) -> list[MeetingFact]:
    """Return those who will preside over a meeting as expected there."""
    return [
        MeetingFact(
            HIWAR.expectedParticipant,
            fact.actor,
            fact.text,
            fact.rule,
            fact.sentences,
            Status.REPORTED,
            "participant",
            Basis.INFERRED,
        )
        for fact in draft.facts
        if fact.predicate == HIWAR.presidedBy
        and (fact.status.is_true or fact.status is Status.PLANNED)
        and (fact.actor.kind == "Person" or _is_whole(fact.actor))
        and (others or fact.role == "co-chair")
    ]


def _add_body(
    context: Context, draft: MeetingDraft, fact: MeetingFact, *, states_only: bool
) -> None:
    """Add the state or body for which a person came, where the text gives it."""
    told = _body_of(context, fact.actor)
    if told is None:
        return
    body, text, sentences = told
    if states_only and body.kind != "State":
        return
    known = any(f.actor == body and f.predicate == fact.predicate for f in draft.facts)
    if not known:
        draft.facts.append(
            MeetingFact(
                fact.predicate,
                body,
                text,
                _RULE,
                tuple(dict.fromkeys((*fact.sentences, *sentences))),
                fact.status,
                "participant",
                Basis.INFERRED,
            )
        )


def _body_of(
    context: Context, person: Thing
) -> tuple[Thing, str, tuple[int, ...]] | None:
    """Return what a person's post is for, its name, and the sentences.

    An office of a government, or any body that no registry knows, takes no part.
    """
    known = context.scribe.annotation.persons.values()
    post = next((item.post for item in known if item.thing == person), None)
    # who was in office, or will be, comes for no state; "then minister" was so there
    body = post.body if post and post.tenure in ("", _AT_THE_TIME) else None
    if body is None or body.thing is None or not _stands_for(context, post, body.thing):
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


def _stands_for(context: Context, post: Post | None, body: Thing) -> bool:
    """Whether a body takes part by who holds a post: a state, or by a leader of it."""
    leads = context.scribe.rules.list_words("leading_heads")
    is_leader = bool(post and post.kind in leads)
    return _is_whole(body) and (is_leader or body.kind == "State")


def _is_whole(actor: Thing) -> bool:
    """Whether an actor is a state or a known organisation: no ministry, no office."""
    known = actor.kind == "Organisation" and bool(actor.iri)
    return known or actor.kind == "State"
