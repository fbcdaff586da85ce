"""Meetings whose number counts somebody's own, and is none of the series."""

from hiwar.graph.frames.context import Context
from hiwar.graph.frames.draft import MeetingDraft

__all__ = ["drop_tallies"]


def drop_tallies(context: Context) -> None:
    """Keep no number that only counts: "the second meeting that Peru has hosted"."""
    for draft in context.book.drafts:
        draft.counted = draft.counted or _is_tallied(context, draft)


def _is_tallied(context: Context, draft: MeetingDraft) -> bool:
    """Whether each phrase that gives a meeting its number goes on to say who counts.

    "The first meeting under Peru's presidency" is not the first of all.
    """
    names = ("tallied", "first_within") if draft.ordinal == 1 else ("tallied",)
    rules = context.scribe.rules
    cues = [rules.cues[name] for name in names if name in rules.cues]
    numbered = [one for one in draft.phrases if one[0].details.get("ordinal")]
    sentences = context.scribe.annotation.sentences
    placed = ((sentences[index].rendered, mention) for mention, index in numbered)
    return bool(numbered) and all(
        any(cue.match(rendered.text, rendered.place_of(mention) + 1) for cue in cues)
        for rendered, mention in placed
    )
