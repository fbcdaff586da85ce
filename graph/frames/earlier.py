"""Frames of records: "Earlier meetings: Lima, Peru, 2010 (first); …", line by line."""

import re

from hiwar.graph.frames.context import Context, Match, frame
from hiwar.graph.frames.draft import MeetingDraft
from hiwar.graph.mentions import Annotated
from hiwar.graph.mentions.date import Date
from hiwar.graph.mentions.mention import Mention, fold
from hiwar.graph.mentions.names import head_of
from hiwar.graph.mentions.ordinal import ordinal_number
from hiwar.graph.model import Basis
from hiwar.graph.rules.patterns import Sought

__all__ = ["date_editions"]

_SLOTS = ("l", "s", "t")
_LAST_YEAR = "meeting.last-year"


@frame("earlier")
def earlier(context: Context, match: Match) -> None:
    """State the meetings before that of a record, by their places and dates.

    The rule takes the line; the cue takes one meeting of it after another.
    """
    cue = context.scribe.rules.cues.get("earlier_entry")
    if cue is None or not match.status.is_true:
        return
    if match.rule.option == "below":
        _below(context, match, cue)
        return
    text, position, end = match.item.rendered.text, *match.found.span("list")
    while position < end and (found := cue.match(text, position, end)):
        _state(context, match, match.item, found)
        position = found.end()
    context.consume(match, "list")


def _below(context: Context, match: Match, cue: Sought) -> None:
    """State the meetings that stand below a label, each in a line of its own."""
    sentences = context.scribe.annotation.sentences
    for item in sentences[match.sentence + 1 :]:
        found = cue.fullmatch(item.rendered.text.rstrip(" .;"))
        if found is None:
            return
        _state(context, match, item, found)
        for position in (found.start(name) for name in _SLOTS if found[name]):
            mention = item.rendered.mentions[position]
            context.consumed.add((item.index, mention.start))


def _state(
    context: Context, match: Match, item: Annotated, found: re.Match[str]
) -> None:
    """State that one meeting was held, then and there."""
    rules, here = context.scribe.rules, item.rendered.mentions
    place = here[found.start("l")]
    date = here[found.start("t")].date if found["t"] else Date(int(found["y"]))
    state = here[found.start("s")] if found["s"] else None
    number = ordinal_number(found["ord"] or found["ord2"], rules)
    noun = match.text("h").lower().removesuffix(rules.words.get("plural_end", ""))
    kind = head_of(noun, rules, "meeting")
    kind = kind if kind not in ("", "other") else _kind_of(context, item.index, noun)
    draft = _known(context, place, date)
    draft = draft or _made(context, item.index, noun, place, found)
    told = tuple(dict.fromkeys((item.index, match.sentence)))
    draft.kind = kind if draft.kind in ("", "other") else draft.kind
    draft.ordinal = draft.ordinal or number
    draft.add_date(date, match.rule.name, *told)
    draft.add_place(place, match.rule.name, *told)
    draft.add_place(state, match.rule.name, *told)
    draft.vote("held", match.rule.name, item.index)


def _kind_of(context: Context, sentence: int, noun: str) -> str:
    """Return the kind of the record's own meeting, where that is called so too.

    Below "Fourth Ministerial Conference", "Earlier conferences" were ministerial.
    """
    main = context.book.own(sentence)
    alike = main is not None and noun in fold(main.name).split()
    return main.kind if main and alike else "other"


def _made(
    context: Context, sentence: int, noun: str, place: Mention, found: re.Match[str]
) -> MeetingDraft:
    """Return a new meeting, named by its number and its place."""
    rules, main = context.scribe.rules, context.book.own(sentence)
    phrase: dict[str, str] = rules.words.get("gathered_name", {})
    words = (found["ord"] or found["ord2"], noun, phrase.get("in_place"), place.text)
    name = " ".join(word for word in words if word)
    draft = MeetingDraft(name, sentence, descriptive=True, kind="other")
    draft.names = {name: sentence}
    if main and main.process:
        draft.process = main.process
        draft.process_sentences = (sentence, *main.process_sentences)
    return context.book.add(draft)


@frame("edition")
def edition(context: Context, match: Match) -> None:
    """State where the meeting of the year before was: "Last year's was in Lima"."""
    main, place = context.book.own(match.sentence), match.place("l", "l2")
    if not match.status.is_true or main is None or place is None:
        return
    phrase: dict[str, str] = context.scribe.rules.words.get("gathered_name", {})
    noun = match.text("h") or match.text("h2")
    name = f"{noun} {phrase.get('in_place', '')} {place.text}".strip()
    draft = MeetingDraft(name, match.sentence, descriptive=True, kind="other")
    draft.names, draft.year_before = {name: match.sentence}, True
    if main.process:
        draft.process, draft.process_basis = main.process, Basis.INFERRED
        draft.process_sentences = (match.sentence, *main.process_sentences)
    for told in (place, match.place("s", "s2")):
        draft.add_place(told, match.rule.name, match.sentence)
    draft.vote("held", match.rule.name, match.sentence)
    context.book.add(draft)
    context.consume(match, "l", "l2", "s", "s2")


def date_editions(context: Context) -> None:
    """Give "last year's meeting" its year, by the day of the text or of its own one."""
    for draft in context.book.drafts:
        own = context.book.own(draft.sentence) if draft.year_before else None
        if own is None or draft.dates:
            continue
        day, sentence = context.dateline or (own.date, own.sentence)
        if day and day.year:
            told = dict.fromkeys((draft.sentence, sentence))
            draft.add_date(Date(day.year - 1), _LAST_YEAR, *told)


def _known(context: Context, place: Mention, date: Date | None) -> MeetingDraft | None:
    """Return the meeting of a place and a year that was named before."""
    for draft in context.book.drafts:
        day = draft.date or draft.near
        there = draft.hints | {placed.thing for placed in draft.places}
        same = day and date and day.year == date.year
        if same and place.thing in there:
            return draft
    return None
