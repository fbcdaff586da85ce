"""Lists in footnotes: "40 countries¹" and the names behind ¹."""

import re

from hiwar.graph.frames.context import Context
from hiwar.graph.frames.draft import MeetingFact
from hiwar.graph.mentions import Annotated
from hiwar.graph.model import Status
from hiwar.graph.namespaces import HIWAR
from hiwar.graph.text.layout import Block, BlockKind

__all__ = ["read_footnotes"]

_RULE = "attend.footnote"


def read_footnotes(context: Context) -> None:
    """State the participants whom a footnote lists, where its marker tells of them.

    A stated number that the list does not reach is reported, not mended.
    """
    annotation = context.scribe.annotation
    if "footnotes" in context.scribe.rules.without:
        return
    for block in annotation.layout.blocks:
        if block.kind is not BlockKind.FOOTNOTE or block.first == block.last:
            continue
        for item in annotation.sentences:
            if item.block.kind is not BlockKind.FOOTNOTE and _has_marker(item, block):
                _read(context, item, annotation.sentences[block.first])


def _has_marker(item: Annotated, block: Block) -> bool:
    """Whether a sentence points to a footnote."""
    return any(m.slot == "note" and m.text == block.marker for m in item.mentions)


def _read(context: Context, item: Annotated, note: Annotated) -> None:
    """State that the names of a footnote took part in what a sentence tells."""
    cue = context.scribe.rules.cues.get("held")
    draft = context.spoken_of(item)
    text = item.rendered.text
    if item.is_spoken or draft is None or not (cue and cue.search(text)):
        context.scribe.refuse(
            _RULE, "the sentence tells of no meeting held", item.index
        )
        return
    actors = [m for m in note.mentions if m.slot in ("state", "org") and m.thing]
    for actor in actors:
        if actor.thing:
            draft.facts.append(
                MeetingFact(
                    HIWAR.hasParticipant,
                    actor.thing,
                    actor.text,
                    _RULE,
                    (note.index, item.index),
                    Status.REPORTED,
                    "participant",
                )
            )
    if actors:
        draft.vote("held", _RULE, item.index)
    _check_number(context, item, len({a.thing for a in actors if a.slot == "state"}))


def _check_number(context: Context, item: Annotated, listed: int) -> None:
    """Report a list that is not as long as the text says."""
    cue = context.scribe.rules.cues.get("counted")
    counted = cue.search(item.rendered.text) if cue else None
    said = re.match(r"\d+", counted["n"]) if counted else None
    if said and listed and int(said[0]) != listed:
        context.scribe.refuse(
            _RULE, f"the text counts {said[0]} states and lists {listed}", item.index
        )
