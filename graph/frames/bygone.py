"""Meetings of which a text only says that something was done there before."""

from collections.abc import Sequence

from hiwar.graph.frames.draft import MeetingDraft
from hiwar.graph.mentions import Annotation

__all__ = ["in_view", "is_bygone"]


def is_bygone(draft: MeetingDraft, annotation: Annotation) -> bool:
    """Whether a meeting before only tells when something was.

    "The plan builds on that adopted at the previous conference. It has five parts" goes
    on about the plan.
    """
    rules = annotation.layout.rules
    cue = rules.cues.get("looks_elsewhere")
    earlier = rules.word_set("earlier_words", "recent_words")
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


def in_view(
    drafts: Sequence[MeetingDraft], sentence: int, annotation: Annotation
) -> list[MeetingDraft]:
    """Return the meetings before a sentence that "it" may mean there.

    "The conference was held two years after the second one. It …" goes on about the
    conference. Where all of them only tell when something was, any may be meant.
    """
    before = [draft for draft in drafts if draft.sentence < sentence]
    cues = annotation.layout.rules.cues
    names = ("looks_elsewhere", "sidelines", "in_passing")
    passing = [cue for cue in map(cues.get, names) if cue]
    own = [
        draft
        for draft in before
        if not all(
            any(cue.search(item.rendered.text, 0, place) for cue in passing)
            for mention, index in draft.phrases
            for item in (annotation.sentences[index],)
            for place in (item.rendered.place_of(mention),)
        )
    ]
    return own or before
