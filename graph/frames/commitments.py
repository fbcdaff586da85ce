"""Frames of commitments and intentions.

An undertaking of a meeting, of its participants or of parties is a commitment;
what somebody means to do is an intention. A speaker's words are neither.
"""

from hiwar.graph.frames.context import Context, Match, frame
from hiwar.graph.frames.undertaking import (
    state_agents,
    state_group,
    state_item,
    state_meeting,
    wording_of,
)
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.model import Basis, Status, Thing
from hiwar.graph.namespaces import HIWAR
from hiwar.graph.text.layout import BlockKind

__all__: list[str] = []


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
    state_meeting(context, thing, context.book.focus, match, HIWAR.committedAt)
    return None


def _carries_undertakings(context: Context, match: Match) -> bool:
    """Whether "X will …" tells of an agreement that the parties have signed."""
    actors = {m.thing for m in match.mentions("a", "state", "org")}
    return bool(context.signatories) and bool(actors & context.signatories)


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
    state_meeting(context, thing, context.book.focus, match, HIWAR.committedAt)


@frame("list_commitments")
def list_commitments(context: Context, match: Match) -> None:
    """State each item below as a commitment."""
    if match.item.is_spoken or match.status is Status.NEGATED:
        return
    documents = match.item.rendered.within(0, 10**6, "document")
    if not documents:
        documents = _document_of_it(context, match)
    for item in context.items_below(match.item):
        wording = item.view.text.rstrip(" ;.")
        thing = state_item(
            context,
            "Commitment",
            wording,
            (item.index, match.sentence),
            match.rule.name,
            Status.ADOPTED,
        )
        context.undertaken.add(item.index)
        for mention in documents[-1:]:
            document = context.document(mention)
            if document:
                context.scribe.state(
                    thing,
                    HIWAR.setOutIn,
                    document,
                    match.rule.name,
                    (item.index, match.sentence),
                    mentioned_as=mention.text,
                )
        state_group(context, thing, "participants", (item.index, match.sentence), match)
        state_meeting(
            context, thing, context.book.focus, match, HIWAR.committedAt, item.index
        )
    context.undertaken.add(match.sentence)


def _document_of_it(context: Context, match: Match) -> list[Mention]:
    """Return the document that "in it" takes up from the sentence before."""
    words = match.item.view.text.lower()
    if match.sentence == 0 or not words.startswith(("in it", "under it", "there")):
        return []
    before = context.scribe.annotation.sentences[match.sentence - 1]
    return before.rendered.within(0, 10**6, "document")[:1]


def _set_out(context: Context, thing: Thing, match: Match) -> None:
    """State the document that the undertaking is set out in."""
    mentions = match.item.rendered.within(
        match.found.start("text"), match.found.end(), "document"
    )
    text = match.item.rendered.text
    for position, mention in match.item.rendered.mentions.items():
        before = text[:position].rstrip().rsplit(" ", 1)[-1].lower()
        if mention in mentions and before in ("implementing", "in", "under", "through"):
            document = context.document(mention)
            if document:
                context.scribe.state(
                    thing,
                    HIWAR.setOutIn,
                    document,
                    match.rule.name,
                    (match.sentence,),
                    basis=Basis.INFERRED,
                    mentioned_as=mention.text,
                )
