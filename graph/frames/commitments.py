"""Frames of commitments and intentions.

An undertaking of a meeting, of its participants or of parties is a commitment;
what somebody means to do is an intention. A speaker's words are neither.
"""

from hiwar.graph.frames.context import Context, Match, frame
from hiwar.graph.frames.undertaking import (
    state_agents,
    state_item,
    state_meeting,
    state_set_out,
    wording_of,
    wording_of_item,
)
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.model import Basis, Status, Thing
from hiwar.graph.namespaces import HIWAR
from hiwar.graph.text.layout import BlockKind

__all__: list[str] = []

_REACH = 4
"""Sentences behind a signature that may still tell what was signed."""


@frame("commit")
def commit(context: Context, match: Match) -> None:
    """State that somebody undertook something."""
    if match.sentence in context.undertaken or match.item.view.text.endswith(":"):
        return None
    if match.item.is_spoken:
        return context.scribe.refuse(
            match.rule.name, "a speaker's words", match.sentence
        )
    if match.item.block.kind is BlockKind.HEADING:
        return context.scribe.refuse(match.rule.name, "a headline", match.sentence)
    if match.rule.option == "instrument" and not _carries_undertakings(context, match):
        return None
    if match.rule.option != "instrument" and not match.status.is_true:
        reason = f"status {match.status.value}: no undertaking"
        return context.scribe.refuse(match.rule.name, reason, match.sentence)
    context.undertaken.add(match.sentence)
    thing = state_item(
        context,
        "Commitment",
        wording_of(context, match),
        (match.sentence,),
        match.rule.name,
        Status.ADOPTED,
    )
    state_agents(context, thing, match, Status.ADOPTED)
    _set_out(context, thing, match)
    state_meeting(context, thing, context.in_session(match), match, HIWAR.committedAt)
    return None


def _carries_undertakings(context: Context, match: Match) -> bool:
    """Whether "X will …" tells of an agreement that X has signed, just before."""
    actors = {m.thing for m in match.mentions("a", "state", "org")}
    signed = any(
        actors & parties and 0 <= match.sentence - sentence <= _REACH
        for parties, sentence in context.signatories
    )
    return signed and match.status in (Status.REPORTED, Status.PLANNED)


@frame("intend")
def intend(context: Context, match: Match) -> None:
    """State that somebody means to do something."""
    if match.item.is_spoken or match.status in (Status.ATTRIBUTED, Status.NEGATED):
        return
    thing = state_item(
        context,
        "Intention",
        wording_of(context, match),
        (match.sentence,),
        match.rule.name,
        Status.REPORTED,
    )
    state_agents(context, thing, match, Status.REPORTED)
    state_meeting(context, thing, context.in_session(match), match, HIWAR.committedAt)


@frame("list_commitments")
def list_commitments(context: Context, match: Match) -> None:
    """State each item below as a commitment."""
    if not match.status.is_true:
        return
    documents = match.item.rendered.within(0, 10**6, "document")
    told_in: tuple[int, ...] = (match.sentence,)
    if not documents:
        documents = _document_of_it(context, match)
        told_in = (match.sentence, match.sentence - 1)
    for item in context.items_below(match.item):
        thing = state_item(
            context,
            "Commitment",
            wording_of_item(context, item),
            (item.index, match.sentence),
            match.rule.name,
            Status.ADOPTED,
        )
        context.undertaken.add(item.index)
        state_set_out(context, thing, documents[-1:], match, item.index, *told_in)
        state_agents(context, thing, match, Status.ADOPTED, item.index)
        state_meeting(
            context,
            thing,
            context.in_session(match),
            match,
            HIWAR.committedAt,
            item.index,
        )
    context.undertaken.add(match.sentence)


def _document_of_it(context: Context, match: Match) -> list[Mention]:
    """Return the document that "in it" takes up from the sentence before."""
    taken_up = context.scribe.rules.list_words("in_it")
    words = match.item.view.text.lower()
    if match.sentence == 0 or not words.startswith(taken_up):
        return []
    before = context.scribe.annotation.sentences[match.sentence - 1]
    return before.rendered.within(0, 10**6, "document")[:1]


def _set_out(context: Context, thing: Thing, match: Match) -> None:
    """State the document that the undertaking is set out in."""
    mentions = match.item.rendered.within(
        match.found.start("text"), match.found.end(), "document"
    )
    text = match.item.rendered.text
    words = context.scribe.rules.list_words("set_out_in")
    for position, mention in match.item.rendered.mentions.items():
        before = text[:position].rstrip().rsplit(" ", 1)[-1].lower()
        if mention in mentions and before in words:
            state_set_out(
                context, thing, [mention], match, match.sentence, basis=Basis.INFERRED
            )
