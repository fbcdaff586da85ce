"""Measures that a text announces and then tells one by one: "First, Chad will …"."""

from hiwar.graph.frames.context import Context, Match
from hiwar.graph.frames.status import clause_status
from hiwar.graph.mentions import Annotated
from hiwar.graph.model import Thing

__all__ = ["is_announced"]


def is_announced(context: Context, match: Match) -> bool:
    """Whether "X will …" stands among measures that X, or X and others, announced.

    Only in a paragraph that begins with its number, and of nobody else.
    """
    counts = context.scribe.rules.cues.get("counts_measures")
    sentences, first = context.scribe.annotation.sentences, match.item.block.first
    actors = {mention.thing for mention in match.mentions("a", "state", "org")}
    if counts is None or not actors or not counts.match(sentences[first].rendered.text):
        return False
    return any(actors <= _announcing(context, item) for item in sentences[:first])


def _announcing(context: Context, item: Annotated) -> set[Thing | None]:
    """Return who announces measures in a sentence, in the text's own voice."""
    rules, text = context.scribe.rules, item.rendered.text
    cue = rules.cues.get("announces_measures")
    found = cue.search(text) if cue and not item.is_spoken else None
    if found is None or not clause_status(text, *found.span(), rules)[0].is_true:
        return set()
    named = item.rendered.within(*found.span("a"), "state", "org")
    return {mention.thing for mention in named}
