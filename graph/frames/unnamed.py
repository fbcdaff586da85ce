"""Meetings that no noun names: what "ministers met in Lima" tells of, and its name."""

import re

from hiwar.graph.frames.context import Context, Match
from hiwar.graph.frames.draft import MeetingDraft
from hiwar.graph.frames.likeness import same_day
from hiwar.graph.frames.status import clause_span
from hiwar.graph.frames.tense import is_only_planned
from hiwar.graph.frames.twins import is_elsewhere
from hiwar.graph.mentions.date import Date
from hiwar.graph.mentions.mention import Mention, fold
from hiwar.graph.mentions.ordinal import ordinal_number
from hiwar.graph.mentions.phrases import ordinal_pattern
from hiwar.graph.model import Basis
from hiwar.graph.namespaces import HIWAR
from hiwar.graph.rules import Rules

__all__ = ["unnamed_meeting", "who_met"]

_LOOK_BACK, _NEAR = 240, 1


def unnamed_meeting(
    context: Context, match: Match, date: Date | None, place: Mention | None
) -> MeetingDraft:
    """Return the meeting that "ministers met in X" tells of, named by these words."""
    text, start = match.item.rendered.text, match.found.start("a")
    first, _ = clause_span(text, start, match.found.end(), context.scribe.rules)
    who = text[max(first, start - _LOOK_BACK) : start].lower()
    who += match.text("a").lower()
    rules = context.scribe.rules
    words = rules.words
    kinds: dict[str, str] = words.get("gathered_kinds", {})
    kind = next((kind for word, kind in kinds.items() if word in who), "other")
    other = rules.cues.get("other_occasion")
    is_other = other is not None and other.search(match.found[0])
    known = None if is_other else _known_as(context, match, kind, date, place)
    if known:
        return known
    name = _name(context, match, date, place)
    draft = MeetingDraft(name, match.sentence, descriptive=True, kind=kind)
    numbers = ordinal_pattern(rules)
    counted = re.match(rf"{numbers}(?!\w)", match.text("noun"), re.IGNORECASE)
    draft.ordinal = ordinal_number(counted[0], rules) if counted else None
    process = match.item.rendered.within(
        match.found.start(), match.found.end(), "process"
    )
    around = {m.thing for m in match.item.mentions if m.slot == "process" and m.thing}
    if process:
        draft.process, draft.process_sentences = process[0].thing, (match.sentence,)
    elif len(around) == 1:
        draft.process, draft.process_sentences = around.pop(), (match.sentence,)
        draft.process_basis = Basis.INFERRED
    draft.names = {name: match.sentence}
    return context.book.add(draft)


def _name(
    context: Context, match: Match, date: Date | None, place: Mention | None
) -> str:
    """Return a name for a meeting: of those who met, and where or when."""
    rules = context.scribe.rules
    phrase: dict[str, str] = rules.words.get("gathered_name", {})
    noun = match.text("noun").lower()
    called = f"{noun} {phrase.get('between', '')}" if noun else phrase.get("of_actors")
    name = f"{called or ''} {who_met(context, match)}".strip()
    contractions: dict[str, str] = rules.words.get("contractions", {})
    for apart, together in contractions.items():
        name = name.replace(f" {apart} ", f" {together} ", 1)
    if place and place.slot == "place":
        return f"{name} {phrase.get('in_place', '')} {place.text}"
    if date:
        day = match.text("t") or match.text("t2") or date.edtf
        return f"{name} {phrase.get('of_date', '')} {day}"
    return name


def who_met(context: Context, match: Match) -> str:
    """Return who met: the persons on both sides, else the words for them."""
    rules, known = context.scribe.rules, context.scribe.annotation.persons
    sides = [match.mentions(name, "person") for name in ("a", "b", "b2", "w")]
    things = [person.thing for side in sides for person in side]
    named = [known[thing.key].name for thing in things if thing and thing.key in known]
    joins = rules.list_words("list_and")
    alone = not match.mentions("b", "state", "org")
    only = len(match.mentions("a")) == len(sides[0]) > 1
    told = alone and sides[0] and (any(sides[1:]) or only)
    if joins and told and len(named) == len(things):
        return ", ".join(named[:-1]) + f" {joins[0]} {named[-1]}"
    if len(named) == len(match.mentions("a")) == 1 and not match.text("w"):
        return named[0]
    return _words_for(match, rules)


def _words_for(match: Match, rules: Rules) -> str:
    """Return the words for who met, or for whom "she" met, as in a sentence."""
    joint = f" {' '.join(rules.list_words('list_and')[:1])} "
    sides = (match.text(name) for name in ("n", "n2"))
    both = joint.join(side for side in sides if side)
    text = match.text("a") or both or match.text("b2")
    whom = match.text("w").partition(",")[0]
    text += f"{joint}{whom}" if whom else ""
    first = text.partition(" ")[0].lower()
    return first + text[len(first) :] if first in rules.list_words("articles") else text


def _known_as(
    context: Context, match: Match, kind: str, date: Date | None, place: Mention | None
) -> MeetingDraft | None:
    """Return the one meeting of the text for which people may have met, if any.

    Who has met did not meet for what is yet to come.
    """

    def to_come(known: MeetingDraft) -> bool:
        return match.status.is_true and is_only_planned(context, known)

    alike = [known for known in context.book.drafts if _is_undated(known, kind)]
    alike = [known for known in alike if not to_come(known)] or [
        known
        for known in _named_beside(context, match, kind, date, place)
        if not to_come(known)
    ]
    if len(alike) == 1:
        return _told(alike[0], kind)
    for known in context.book.drafts:
        same_kind = known.kind == kind or "other" in (known.kind, kind)
        there = known.hints | {placed.thing for placed in known.places}
        open_ = same_kind and known.date is None
        if open_ and place and place.thing in there and not to_come(known):
            return _told(known, kind)
        bare = open_ and not known.places and known.descriptive
        bare = bare and not _is_with_another(known, match)
        told = date and _is_same_day(date, known)
        that = told and (same_kind or _names_whom(known, match, context.scribe.rules))
        if (bare or that) and not to_come(known):
            return known
    return None


def _is_with_another(known: MeetingDraft, match: Match) -> bool:
    """Whether somebody who met one person is now told to have met another."""
    came = {
        fact.actor
        for fact in known.facts
        if fact.predicate == HIWAR.hasParticipant and known.sentence in fact.sentences
    }
    who = {mention.thing for mention in match.mentions("a", "person")}
    sides = (match.mentions(name, "person") for name in ("b", "b2", "w"))
    whom = {mention.thing for side in sides for mention in side}
    persons = {actor for actor in came if actor.kind == "Person"}
    return bool(who & persons and whom and persons - who) and whom.isdisjoint(persons)


def _names_whom(known: MeetingDraft, match: Match, rules: Rules) -> bool:
    """Whether a meeting is of the process that met that day, or names who did."""
    start, end = match.found.span()
    processes = match.item.rendered.within(start, end, "process")
    if known.process and known.process in {one.thing for one in processes}:
        return True
    words = fold(_words_for(match, rules)).split()
    articles = rules.word_set("articles")
    told = {word for word in words if word not in articles}
    return len(told) > 1 and told <= set(fold(known.name).split())


def _is_undated(known: MeetingDraft, kind: str) -> bool:
    """Whether a meeting named by its kind alone is one that people "met" for."""
    told = (known.dates, known.places, known.ordinal, known.near, known.hints)
    bare = not any(told) and not known.indefinite and known.kind == kind != "other"
    return bare and not known.descriptive


def _is_same_day(date: Date, known: MeetingDraft) -> bool:
    """Whether a date is that of a meeting, or only leaves out its year."""
    days = [day for day in (known.date, known.near) if day]
    return date in days or (
        date.year is None and any(same_day(date, day) for day in days)
    )


def _named_beside(
    context: Context,
    match: Match,
    kind: str,
    date: Date | None,
    place: Mention | None,
) -> list[MeetingDraft]:
    """Return the meetings for which people may have met, named in a sentence beside.

    "Ministers met in Lima on 4 May. They took part in the fourth conference of …"
    Who only met each other met for nothing else, unless "this was the fourth meeting".
    """
    alone = any(match.mentions(name, "person") for name in ("b", "b2", "w"))
    here = match.sentence
    near = range(here - _NEAR, here + _NEAR + 1)
    return [
        known
        for known in context.book.drafts
        if not set(near).isdisjoint(known.sentences)
        and not (alone and not _is_said_next(known, here))
        and not (known.indefinite or known.descriptive)
        and (_fills(known, date, here) or not _is_dated_apart(known, date, here))
        and (known.kind == kind or "other" in (known.kind, kind))
        and not (known.hints and place and place.thing not in known.hints)
        and not is_elsewhere(context, known)
    ]


def _is_said_next(known: MeetingDraft, here: int) -> bool:
    """Whether the sentence behind says of what was told: "It was the fourth …"."""
    return any(
        sentence == here + 1 and mention.details.get("again")
        for mention, sentence in known.phrases
    )


def _is_dated_apart(known: MeetingDraft, date: Date | None, here: int) -> bool:
    """Whether a meeting has a day of its own that is not told of those who met."""
    dated = bool(known.dates or known.near)
    return dated and (date is not None or known.sentence != here)


def _fills(known: MeetingDraft, date: Date | None, here: int) -> bool:
    """Whether the sentence behind tells on which days of a month people met."""
    day = known.date or known.near
    if day is None or date is None or known.sentence != here + 1:
        return False
    month = (date.year, date.month)
    return date.day is None and None not in month and month == (day.year, day.month)


def _told(known: MeetingDraft, kind: str) -> MeetingDraft:
    """Return a meeting that a headline named by its place, with the kind told now."""
    known.kind = kind if known.kind == "other" else known.kind
    return known
