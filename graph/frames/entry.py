"""The meetings that a document names, entered before any rule is tried."""

import re

from hiwar.graph.frames.context import Context
from hiwar.graph.frames.draft import MeetingDraft
from hiwar.graph.frames.likeness import is_another_day, may_be_one
from hiwar.graph.frames.outlook import Outlook
from hiwar.graph.frames.twins import join_twins, names_other
from hiwar.graph.mentions import Annotated
from hiwar.graph.mentions.mention import Mention, fold
from hiwar.graph.rules import Rules
from hiwar.graph.text.layout import BlockKind

__all__ = ["enter_meetings"]

_ASIDE = (BlockKind.FURNITURE, BlockKind.FOOTNOTE)


def enter_meetings(context: Context) -> None:
    """Enter the meetings that phrases name, so that "the meeting" finds them."""
    annotation, cues = context.scribe.annotation, context.scribe.rules.cues
    context.book.outlook = Outlook.of(annotation, cues)
    for item in annotation.sentences:
        if item.block.kind in _ASIDE:
            continue
        if item.block.kind is BlockKind.HEADING:
            context.book.headings.add(item.index)
        for position, mention in sorted(item.rendered.mentions.items()):
            if mention.slot == "meeting" and "generic" not in mention.details:
                owner = _owner(item, position, context.scribe.rules)
                beside = (*_beside(context, item, position), *owner)
                draft = context.book.read(mention, item.index, beside)
                if draft and _is_aside(context, item, position):
                    context.book.aside.append(draft)
                elif draft in context.book.aside:
                    context.book.aside.remove(draft)
    join_twins(context)
    _enter_elsewhere(context)
    _enter_placed(context)
    _enter_unnamed(context)
    _set_apart(context)


def _enter_elsewhere(context: Context) -> None:
    """Enter "the conference held in Lima in May", if no other was then and there.

    A day of a year alone tells it from the others as well. Before any meeting is named,
    the day of "the meeting" is enough, however the text goes on.
    """
    book, cue = context.book, context.scribe.rules.cues.get("held_elsewhere")
    first = min((draft.sentence for draft in book.drafts), default=0)
    for item in context.scribe.annotation.sentences if book.drafts else ():
        if item.is_spoken or item.block.kind in _ASIDE:
            continue
        for position, mention in sorted(item.rendered.mentions.items()):
            if mention.slot != "meeting" or "generic" not in mention.details:
                continue
            told = cue and cue.match(item.rendered.text, position + 1)
            if not told and item.index >= first:
                continue
            beside = {m.slot: m for m in _beside(context, item, position)}
            day = beside["date"].date if "date" in beside else None
            if day is None or not ("place" in beside or (day.day and day.year)):
                continue
            name = mention.details.get("word") or mention.details["generic"]
            draft = MeetingDraft(name, item.index, descriptive=True)
            draft.names, draft.near = {name: item.index}, day
            place = beside["place"].thing if "place" in beside else None
            draft.hints = {place} if place else set()
            if not any(may_be_one(other, draft) for other in book.drafts):
                book.enter(mention, item.index, book.add(draft))


def _enter_placed(context: Context) -> None:
    """Enter "the summit in Lima" of a text that names no summit."""
    book, heads = context.book, context.scribe.rules.list_words("placed_heads")
    for item in context.scribe.annotation.sentences:
        if item.is_spoken or item.block.kind in _ASIDE:
            continue
        for position, mention in sorted(item.rendered.mentions.items()):
            word = mention.details.get("word", "")
            if mention.slot != "meeting" or word not in heads:
                continue
            if any(word in fold(draft.name).split() for draft in book.drafts):
                continue
            places = [m for m in _beside(context, item, position) if m.slot == "place"]
            if places and not any(draft.kind == word for draft in book.drafts):
                kind = mention.details["generic"]
                draft = MeetingDraft(word, item.index, common=True, kind=kind)
                draft.names = {word: item.index}
                book.add(draft)


def _enter_unnamed(context: Context) -> None:
    """Enter "the meeting" of a text that names none, where it says when or where."""
    for item in context.scribe.annotation.sentences:
        if item.is_spoken or item.block.kind in _ASIDE or context.book.drafts:
            continue
        for position, mention in sorted(item.rendered.mentions.items()):
            beside = mention.slot == "meeting" and _beside(context, item, position)
            elsewhere = names_other(context, item.rendered.text[:position])
            if beside and not elsewhere and not context.book.drafts:
                name = mention.details.get("word") or mention.text
                draft = MeetingDraft(name, item.index, descriptive=True)
                draft.names = {name: item.index}
                context.book.add(draft)


def _set_apart(context: Context) -> None:
    """Set "the meeting in Juba" or "of last year" apart from one elsewhere or then.

    What is told of it, that it was called off for example, is told of no other.
    """
    book, cues = context.book, context.scribe.rules.cues
    cue, edition = cues.get("told_apart"), cues.get("other_edition")
    for item in context.scribe.annotation.sentences:
        text = item.rendered.text
        for position, mention in item.rendered.mentions.items():
            if mention.slot != "meeting" or "generic" not in mention.details:
                continue
            found = cue.match(text, position + 1) if cue else None
            told = item.rendered.mentions.get(found.end() - 1) if found else None
            draft = book.read(mention, item.index) if told and book.drafts else None
            apart = bool(told and draft and _tells_apart(draft, told))
            if apart or (edition and edition.match(text, position + 1)):
                book.set_apart(mention, item.index)


def _tells_apart(draft: MeetingDraft, told: Mention) -> bool:
    """Whether a day or a place is none of those of a meeting."""
    if told.date:
        return is_another_day(draft, told.date)
    places = {place for place in draft.hints if place.kind == "Place"}
    return bool(places and told.thing) and told.thing not in places


def _is_aside(context: Context, item: Annotated, position: int) -> bool:
    """Whether a meeting is named only for what it adopted: "X, adopted at the …"."""
    cue = context.scribe.rules.cues.get("adopted_at")
    return bool(cue and cue.search(item.rendered.text[:position]))


def _owner(item: Annotated, position: int, rules: Rules) -> list[Mention]:
    """Return the process whose own a meeting is, as in "held its first meeting"."""
    words = "|".join(rules.list_words("own")) or "(?!)"
    before = item.rendered.text[:position]
    found = item.rendered.within(0, position, "process")
    owned = re.search(rf"\b(?:{words}) $", before, re.IGNORECASE)
    return found if owned and len(found) == 1 else []


def _beside(context: Context, item: Annotated, position: int) -> tuple[Mention, ...]:
    """Return the date and the place right behind a mention of a meeting."""
    cue = context.scribe.rules.cues.get("beside_meeting")
    found = cue.match(item.rendered.text[position + 1 :]) if cue else None
    if not found:
        return ()
    spans = [found.span(group) for group in ("l", "l1", "t", "l2")]
    return tuple(
        mention
        for start, end in spans
        for mention in item.rendered.within(position + 1 + start, position + 1 + end)
        if start >= 0
    )
