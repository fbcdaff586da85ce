"""Meetings that a text names only as those on whose sidelines something was done."""

from hiwar.graph.frames.bygone import is_bygone
from hiwar.graph.frames.draft import MeetingDraft
from hiwar.graph.mentions import Annotated, Annotation
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.rules import Rules

__all__ = ["unless_beside"]


def unless_beside(
    draft: MeetingDraft | None, annotation: Annotation
) -> MeetingDraft | None:
    """Return a meeting, or None where each phrase for it tells what was beside it.

    What a later sentence tells was then not done there; nor was it where something
    else was agreed "at the recent conference".
    """
    if draft and is_bygone(draft, annotation):
        return None
    only_beside = draft and all(
        _is_beside(annotation.sentences[index], mention, annotation.layout.rules)
        for mention, index in draft.phrases
    )
    return None if draft and draft.phrases and only_beside else draft


def _is_beside(item: Annotated, meeting: Mention, rules: Rules) -> bool:
    cue, text = rules.cues.get("sidelines"), item.rendered.text
    place = next((p for p, m in item.rendered.mentions.items() if m is meeting), -1)
    return bool(cue and place > 0 and cue.search(text, 0, place))
