"""Those who open an instrument with "We, the ministers of …", and where they met."""

import re
from itertools import takewhile

from hiwar.graph.frames.context import Context, Match, frame
from hiwar.graph.frames.draft import MeetingDraft, MeetingFact
from hiwar.graph.frames.instrument import opening_of
from hiwar.graph.frames.title import Title
from hiwar.graph.mentions import Annotated
from hiwar.graph.model import Basis, Status
from hiwar.graph.namespaces import HIWAR
from hiwar.graph.rules import Rules
from hiwar.graph.text.layout import BlockKind

__all__ = ["is_of_draft", "is_of_one_side"]

_TWO = 2
_HEADS = (BlockKind.HEADING, BlockKind.DATELINE)

_REACH = 3
"""Sentences of "We, the ministers, / recalling …, / meeting in …" up to the last."""


@frame("we_met")
def we_met(context: Context, match: Match) -> None:
    """State that those who speak as "we" met: where their text comes from."""
    found = opening_of(context)
    told = match.status in (Status.REPORTED, Status.PLANNED)
    if found is None or not told or is_of_draft(context):
        return
    opening = found[0]
    between = context.scribe.annotation.sentences[opening.index : match.sentence]
    if not 0 <= match.sentence - opening.index <= _REACH:
        return
    if any(item.view.text.rstrip()[-1:] in ".!?" for item in between):
        return
    draft = _drafted(context, match, found)
    if draft is None:
        return
    draft.own = True
    draft.vote("held", match.rule.name, match.sentence)
    _add_makers(draft, match, opening, context.scribe.rules)


def is_of_draft(context: Context) -> bool:
    """Whether the text is headed as a draft: nobody has met to make it yet."""
    cue, title = context.scribe.rules.cues.get("draft_title"), context.title
    if cue is None or title is None:
        return False
    head = context.scribe.annotation.sentences[title.sentence].view.text
    return bool(cue.search(head))


def _drafted(
    context: Context, match: Match, found: tuple[Annotated, re.Match[str]]
) -> MeetingDraft | None:
    """Return the meeting that is named, else one known by its day and place.

    Of one that the sentence of those who met tells, another rule makes a meeting.
    """
    named = match.mentions("m", "meeting")
    if named:
        return context.book.read(named[0], match.sentence)
    date, place = match.date("t"), match.place("l")
    if context.book.drafts or not (date and place):
        return context.told_of(match.item)
    opening, by = found
    phrase: dict[str, str] = context.scribe.rules.words.get("gathered_name", {})
    kinds: dict[str, str] = context.scribe.rules.words.get("gathered_kinds", {})
    start, end = opening.rendered.span(*by.span("a"))
    who = opening.view.text[start:end]
    kind = next((kind for word, kind in kinds.items() if word in who.lower()), "other")
    called = (phrase.get("of_actors"), who, phrase.get("in_place"), place.text)
    name = " ".join(word for word in called if word)
    draft = MeetingDraft(name, match.sentence, descriptive=True, kind=kind)
    draft.names = {name: match.sentence}
    draft.add_date(date, match.rule.name, match.sentence)
    draft.add_place(place, match.rule.name, match.sentence)
    context.consume(match, "t", "l")
    return context.book.add(draft)


def _add_makers(
    draft: MeetingDraft, match: Match, opening: Annotated, rules: Rules
) -> None:
    """Note that the states met which those who speak as "we" name as their own."""
    here = opening.index == match.sentence
    text = opening.rendered.text
    end = match.found.start("met") if here else len(text)
    aside = rules.cues.get("makers_end")
    found = aside.search(text, 0, end) if aside else None
    end = found.start() if found else end
    sentences = tuple(dict.fromkeys((opening.index, match.sentence)))
    for state in opening.rendered.within(0, end, "state"):
        if state.thing:
            draft.facts.append(
                MeetingFact(
                    HIWAR.hasParticipant,
                    state.thing,
                    state.text,
                    match.rule.name,
                    sentences,
                    Status.REPORTED,
                    "participant",
                    Basis.INFERRED,
                )
            )


def is_of_one_side(context: Context, title: Title) -> bool:
    """Whether the lines below a title name persons, and no two states: its authors.

    "Joint Statement", with the ministers of one government below, is their news.
    """
    below = context.scribe.annotation.sentences[title.sentence + 1 :]
    lines = list(takewhile(lambda item: item.block.kind in _HEADS, below))
    mentions = [
        part for item in lines for one in item.mentions for part in (one, *one.parts)
    ]
    authors = {mention.thing for mention in mentions if mention.slot == "person"}
    known = context.scribe.annotation.persons.values()
    posts = [one.post for one in known if one.thing in authors and one.post]
    states = {post.body.thing for post in posts if post.body}
    states.update(m.thing for m in mentions if m.slot in ("state", "demonym"))
    return bool(authors) and len(states.union(title.parties) - {None}) < _TWO
