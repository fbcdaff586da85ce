"""Two names of one meeting: "a summit in Dubai" and "the Sixth Consultation"."""

from collections.abc import Sequence

from hiwar.graph.frames.context import Context
from hiwar.graph.frames.draft import MeetingDraft
from hiwar.graph.frames.likeness import may_be_one, share_more
from hiwar.graph.frames.status import clause_status
from hiwar.graph.model import Thing

__all__ = ["is_elsewhere", "is_told_beside", "join_twins", "names_other"]

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
_HEADED_KIND = _ANY_KIND | {"ministerial"}


def join_twins(context: Context) -> None:
    """Join the meetings that the sentences at the head of a text name twice.

    News say "a summit in Lima closed" and give its name later. Both are one only where
    the first has no name, the second no day and no place, and no other would do.
    """
    _join_headed(context)
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


def _join_headed(context: Context) -> None:
    """Join the meeting of a headline with the one that the text begins with.

    "Minister attends Lima Process conference" is about the conference of its lead.
    """
    book = context.book
    headlines = [d for d in book.drafts if book.headings.issuperset(d.sentences)]
    if len(headlines) != 1 or is_elsewhere(context, headlines[0]):
        return
    head = headlines[0]
    lead = _lead(book.drafts, head)
    fitting = [draft for draft in lead if _is_headed(context, head, draft)]
    if len(fitting) == 1 and not is_elsewhere(context, fitting[0], in_lead=True):
        book.join(head, fitting[0])


def _lead(drafts: Sequence[MeetingDraft], head: MeetingDraft) -> list[MeetingDraft]:
    """Return the meetings in the first sentences below a headline."""
    reach = range(head.sentence, head.sentence + _REACH + 1)
    return [d for d in drafts if d is not head and d.sentence in reach]


def _is_headed(context: Context, head: MeetingDraft, draft: MeetingDraft) -> bool:
    """Whether a headline may mean a meeting, and has something that tells it is."""
    kinds = {head.kind, draft.kind}
    alike = len(kinds) == 1 or (
        bool(kinds & _ANY_KIND) and kinds.issubset(_HEADED_KIND)
    )
    shared = share_more(head, draft) or not _where(context, head).isdisjoint(
        _where(context, draft)
    )
    return alike and shared and may_be_one(head, draft)


def _where(context: Context, draft: MeetingDraft) -> set[Thing | None]:
    """Return the states and places that stand behind a meeting where it is named."""
    rendered = context.scribe.annotation.sentences[draft.sentence].rendered
    start = next(
        (p for p, m in rendered.mentions.items() if m is draft.phrases[0][0]), 10**6
    )
    return {m.thing for m in rendered.within(start, 10**6, "state", "place")}


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


def is_elsewhere(
    context: Context, draft: MeetingDraft, *, in_lead: bool = False
) -> bool:
    """Whether a meeting is named as one before, yet to come or only wished for.

    With ``in_lead`` it is the sentence that tells of it first that counts.
    """
    rules, sentences = context.scribe.rules, context.scribe.annotation.sentences
    return any(
        names_other(context, item.rendered.text[:position])
        or not clause_status(item.rendered.text, position, position + 1, rules)[
            0
        ].is_true
        for item in ((sentences[draft.sentence],) if in_lead else sentences)
        for position, mention in item.rendered.mentions.items()
        if mention.slot == "meeting"
        and context.book.meant_by(mention, item.index) is draft
    )


def names_other(context: Context, before: str) -> bool:
    """Whether the words before a meeting make it one before or after what is told."""
    cues, stripped = context.scribe.rules.cues, before.rstrip()
    found = (cues[name] for name in _ELSEWHERE if name in cues)
    return any(cue.search(before) or cue.search(stripped) for cue in found)


def is_told_beside(context: Context, draft: MeetingDraft, sentence: int) -> bool:
    """Whether a sentence names a meeting only to say that something was beside it."""
    item = context.scribe.annotation.sentences[sentence]
    cue, rendered = context.scribe.rules.cues.get("sidelines"), item.rendered
    return cue is not None and any(
        context.book.read(mention, item.index) is draft
        for place, mention in rendered.mentions.items()
        if mention.slot == "meeting" and cue.search(rendered.text, 0, place)
    )
