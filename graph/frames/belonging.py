"""Meetings that are a process's own, though their name does not say of which.

"The Fifth Senior Officials' Meeting", "the last Steering Committee meeting", "its third
meeting": a name of nothing but such words is that of a meeting of the process of which
the text speaks there. Where it speaks of two, or the name goes on, none is chosen.
"""

import re
from functools import cache

from hiwar.graph.frames.context import Context
from hiwar.graph.frames.draft import MeetingDraft
from hiwar.graph.mentions import Annotated
from hiwar.graph.mentions.mention import Mention, fold
from hiwar.graph.model import Basis, Thing
from hiwar.graph.rules import Rules

__all__ = ["names_body", "process_of_paper", "settle_processes"]

_RULE = "meeting.of-its-process"
_BARE = 2
"""Words of a name that is a number and a noun, and says nothing of whose it is."""
_Told = tuple[Thing, int]


def settle_processes(context: Context) -> None:
    """Give the process that a text speaks of to the meetings that are its own."""
    for draft in context.book.drafts:
        if draft.process or draft.also or not draft.phrases:
            continue
        told = [_process_of(context, draft, *phrase) for phrase in draft.phrases]
        things = {one[0] for one in told if one}
        if len(things) == 1 and all(told):
            draft.process = things.pop()
            said = (one[1] for one in told if one)
            draft.process_sentences = tuple(dict.fromkeys((draft.sentence, *said)))
            draft.process_basis, draft.process_rule = Basis.INFERRED, _RULE


def _process_of(
    context: Context, draft: MeetingDraft, mention: Mention, sentence: int
) -> _Told | None:
    """Return the process whose own meeting a phrase names, and where it is told."""
    rules = context.scribe.rules
    item = context.scribe.annotation.sentences[sentence]
    organ, numbered = _own_meetings(rules, "organs"), _own_meetings(rules, "sittings")
    is_organ = bool(organ and organ.fullmatch(mention.text))
    is_numbered = bool(draft.ordinal and numbered and numbered.fullmatch(mention.text))
    if not (is_organ or is_numbered) or _is_anothers(item, mention, rules):
        return None
    near = _spoken_of(context, item)
    if near is not None:
        return near[0]
    if is_organ:
        return _only(context)
    return None if _is_owned(item, mention, rules) else _of_series(context, draft)


def _is_owned(item: Annotated, mention: Mention, rules: Rules) -> bool:
    """Whether a meeting is told as somebody's: "its third meeting"."""
    before = item.view.text[: mention.start].lower().split()[-1:]
    return not rules.word_set("own").isdisjoint(before)


def _of_series(context: Context, draft: MeetingDraft) -> _Told | None:
    """Return the process of which alone a text names such meetings by number.

    Where it tells of "the 14th meeting of the Visa Board", "the 12th meeting" is one of
    the Board too, if no other meeting that has a number is called one.
    """
    noun = fold(draft.name).split()[-1]
    others = [
        other
        for other in context.book.drafts
        if other.ordinal not in (None, draft.ordinal) and noun in fold(other.name)
    ]
    named = [other for other in others if len(fold(other.name).split()) > _BARE]
    sentences = context.scribe.annotation.sentences
    owned = any(
        _is_owned(sentences[sentence], mention, context.scribe.rules)
        for other in others
        for mention, sentence in other.phrases
    )
    things = {None} if owned else {other.process for other in named}
    process = things.pop() if len(things) == 1 else None
    return (process, named[0].sentence) if process else None


def _is_anothers(item: Annotated, mention: Mention, rules: Rules) -> bool:
    """Whether a meeting is told to be of somebody, or on something, beside it."""
    text = item.rendered.text
    place = next((p for p, m in item.rendered.mentions.items() if m is mention), -1)
    before, behind = rules.cues.get("owned_before"), rules.cues.get("owned_behind")
    return bool(
        place < 0
        or (before and before.search(text[:place]))
        or (behind and behind.match(text, place + 1))
    )


def names_body(mention: Mention) -> bool:
    """Whether the name of a meeting holds that of a body whose own it may be.

    "The EU Senior Officials' Meeting" is of no process that a text tells of.
    """
    return any(part.slot == "org" and part.thing for part in mention.parts)


def _spoken_of(context: Context, item: Annotated) -> tuple[_Told | None] | None:
    """Return the one process named nearest in a block so far; none where it is two.

    Nothing at all is returned where the block has named no process.
    """
    sentences = context.scribe.annotation.sentences
    for other in reversed(sentences[item.block.first : item.index + 1]):
        named = _named(other)
        if named:
            return ((named.pop(), other.index) if len(named) == 1 else None,)
    return None


def _only(context: Context) -> _Told | None:
    """Return the process of a text that speaks of no other, and often of this one."""
    process = context.main_process
    scribe = context.scribe
    if process is None or not scribe.only_process():
        return None
    often = scribe.speaks_often_of(process)
    return (process, scribe.sentence_naming(process)) if often else None


def _named(item: Annotated) -> set[Thing]:
    """Return the processes that a sentence names, alone or in other names.

    Not in that of a paper, which says what it is about, and nothing of who met.
    """
    own = [mention for mention in item.mentions if mention.slot != "document"]
    parts = (part for mention in own for part in (mention, *mention.parts))
    return {part.thing for part in parts if part.slot == "process" and part.thing}


def process_of_paper(context: Context, mention: Mention) -> _Told | None:
    """Return the process of a text whose own paper a name of nothing else is.

    "The work plan for 2022" is that of the process of which alone the text speaks.
    """
    pattern = _own_papers(context.scribe.rules)
    is_own = pattern is not None and pattern.fullmatch(mention.text)
    return _only(context) if is_own else None


@cache
def _own_papers(rules: Rules) -> re.Pattern[str] | None:
    """Return the pattern of names that say nothing of whose a paper is."""
    name = rules.words.get("own_papers", {}).get("name")
    return re.compile(name, re.IGNORECASE) if name else None


@cache
def _own_meetings(rules: Rules, kind: str) -> re.Pattern[str] | None:
    """Return the pattern of names that say nothing of whose a meeting is."""
    heads = rules.words.get("own_meetings", {}).get(kind)
    if not heads:
        return None
    ordinals = "|".join(map(re.escape, rules.words.get("ordinals", {})))
    ends = rules.words.get("ordinal_ends", "(?!)")
    before = rules.words["own_meetings"].get("before", "(?!)")
    count = rf"\d{{1,3}}(?:{ends})|[IVX]+|{ordinals}|(?:19|20)\d\d"
    return re.compile(rf"(?:(?:{count}|{before}) )*(?:{heads})", re.IGNORECASE)
