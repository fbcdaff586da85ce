"""Meetings of which a text only says that something was done there before."""

from hiwar.graph.frames.draft import MeetingDraft
from hiwar.graph.mentions import Annotation

__all__ = ["is_bygone"]


def is_bygone(draft: MeetingDraft, annotation: Annotation) -> bool:
    """Whether a meeting before only tells when something was.

    "The plan builds on that adopted at the previous conference. It has five parts" goes
    on about the plan.
    """
    rules = annotation.layout.rules
    cue = rules.cues.get("looks_elsewhere")
    earlier = rules.word_set("earlier_words")
    if cue is None or earlier.isdisjoint(draft.words()):
        return False
    named = (
        (annotation.sentences[sentence].rendered, mention)
        for mention, sentence in draft.phrases
    )
    return any(
        cue.search(rendered.text, 0, rendered.place_of(mention))
        for rendered, mention in named
    )
