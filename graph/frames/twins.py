"""Two names of one meeting: "a summit in Dubai" and "the Sixth Consultation"."""

from hiwar.graph.frames.context import Context
from hiwar.graph.frames.draft import MeetingDraft
from hiwar.graph.frames.status import clause_status

__all__ = ["is_elsewhere", "join_twins", "names_other"]

_REACH = 3
_ELSEWHERE = (
    "in_passing",
    "sidelines",
    "prospect",
    "not_yet",
    "looks_elsewhere",
    "talks_about",
)
_ANY_KIND = frozenset({"", "other", "launch", "summit"})


def join_twins(context: Context) -> None:
    """Join the meetings that the sentences at the head of a text name twice.

    News say "a summit in Lima closed" and give its name later. Both are one only where
    the first has no name, the second no day and no place, and no other would do.
    """
    book = context.book
    unnamed = [draft for draft in book.drafts if draft.common]
    first = min(unnamed, key=lambda draft: draft.sentence, default=None)
    if first is None or first is not book.focus:
        return
    named = [
        draft
        for draft in book.drafts
        if draft is not first
        and first.sentence <= draft.sentence <= first.sentence + _REACH
        and _may_name(first, draft)
        and not is_elsewhere(context, draft)
    ]
    if len(named) == 1 and not _other_named(book.drafts, named[0], first):
        book.join(first, named[0])


def _may_name(first: MeetingDraft, named: MeetingDraft) -> bool:
    """Whether a meeting with a name may be the one told of without."""
    bare = not (named.dates or named.near or named.places or named.hints)
    kinds = {first.kind, named.kind}
    alike = len(kinds) == 1 or bool(kinds & _ANY_KIND)
    known = named.ordinal is not None or named.process is not None
    return bare and alike and known and not named.common and not named.indefinite


def _other_named(
    drafts: list[MeetingDraft], named: MeetingDraft, first: MeetingDraft
) -> bool:
    """Whether a text names a further meeting of the same kind, which it may be too."""
    others = [d for d in drafts if d not in (named, first) and not d.common]
    return any(other.kind == named.kind for other in others)


def is_elsewhere(context: Context, draft: MeetingDraft) -> bool:
    """Whether a meeting is named as one before, yet to come or only wished for."""
    rules = context.scribe.rules
    return any(
        names_other(context, item.rendered.text[:position])
        or not clause_status(item.rendered.text, position, position + 1, rules)[
            0
        ].is_true
        for item in context.scribe.annotation.sentences
        for position, mention in item.rendered.mentions.items()
        if mention.slot == "meeting"
        and context.book.meant_by(mention, item.index) is draft
    )


def names_other(context: Context, before: str) -> bool:
    """Whether the words before a meeting make it one before or after what is told."""
    cues, stripped = context.scribe.rules.cues, before.rstrip()
    found = (cues[name] for name in _ELSEWHERE if name in cues)
    return any(cue.search(before) or cue.search(stripped) for cue in found)
