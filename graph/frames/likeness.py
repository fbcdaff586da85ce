"""Whether two phrases may mean one meeting, and what one adds to the other."""

import re
from functools import cache

from hiwar.graph.frames.draft import MeetingDraft
from hiwar.graph.mentions.date import Date
from hiwar.graph.mentions.mention import fold
from hiwar.graph.model import Thing
from hiwar.graph.rules import LANGUAGES, rules_for

__all__ = [
    "absorb",
    "agreement",
    "is_another_day",
    "is_during",
    "is_short_name",
    "is_told_later",
    "may_be_one",
    "same_day",
    "share_more",
    "share_traveller",
]

_LOW, _UNLIKE = 3, 0.4
_ANY_KIND = frozenset({"", "other", "launch"})


@cache
def _words(name: str) -> frozenset[str]:
    """Return a list of words of all languages, folded."""
    return frozenset(
        fold(word) for code in LANGUAGES for word in rules_for(code).list_words(name)
    )


def agreement(old: MeetingDraft, new: MeetingDraft) -> int:
    """Return how much two drafts share, 0 where they conflict."""
    if not may_be_one(old, new):
        return 0
    if old.indefinite and new.ordinal and not old.ordinal:
        return 0
    if not {old.kind, new.kind} & _ANY_KIND and old.kind != new.kind:
        return 0
    heads, others = _distinct_heads(old.name), _distinct_heads(new.name)
    if heads and others and heads.isdisjoint(others):
        return 0
    if (old.common or new.common) and not share_more(old, new):
        return 0
    likeness = _likeness(old.name, new.name)
    if (
        old.proper
        and new.proper
        and likeness < 0.5
        and not (old.name.isupper() or new.name.isupper())
        and not (old.ordinal and new.ordinal)
    ) and not (old.process and new.process and old.kind == new.kind):
        return 0
    if _are_two_series(old, new, likeness):
        return 0
    score = 2 * bool(old.ordinal and new.ordinal)
    score += bool(old.date and new.date) + bool(old.process and new.process)
    score += (old.kind == new.kind and old.kind not in _ANY_KIND) + (likeness >= 0.6)
    if _is_short_for(new, old):
        return score + 1
    if bool(old.ordinal) != bool(new.ordinal) and old.kind != new.kind:
        return 0
    return score


def may_be_one(old: MeetingDraft, new: MeetingDraft) -> bool:
    """Whether neither ordinal, title, process, day nor place tells two apart."""
    if old.ordinal and new.ordinal and old.ordinal != new.ordinal:
        return False
    if old.title and new.title and old.title != new.title:
        return False
    if old.process and new.process and not _same_process(old.process, new.process):
        return False
    day, other = old.date or old.near, new.date or new.near
    if day and other and not _compatible(day, other):
        return False
    return not (old.hints and new.hints and not old.hints & new.hints)


def _are_two_series(old: MeetingDraft, new: MeetingDraft, likeness: float) -> bool:
    """Whether a low ordinal is all that two named meetings share.

    "The first regional conference" is not "the first senior officials' meeting".
    """
    low = 0 < (old.ordinal or 0) <= _LOW and old.ordinal == new.ordinal
    tied = old.process and old.process == new.process
    named = old.proper and new.proper and old.kind != new.kind
    return bool(low and named and not tied and likeness < _UNLIKE)


def share_more(old: MeetingDraft, new: MeetingDraft) -> bool:
    """Whether two phrases for meetings share a day, a place, a process or a topic.

    Two that are told of in the same words share these.
    """
    if _plain(old.name) == _plain(new.name):
        return True
    day, other = old.date or old.near, new.date or new.near
    if (day and day == other) or old.hints & new.hints:
        return True
    one, two = set(_plain(old.name).split()), set(_plain(new.name).split())
    return bool((one & two) - _words("small") - _words("common_meetings"))


def _is_short_for(new: MeetingDraft, old: MeetingDraft) -> bool:
    """Whether "the Lima consultation" is short for a consultation named before."""
    bare = not (new.ordinal or new.process or new.date) and new.kind in _ANY_KIND
    same_head = not _heads(new).isdisjoint(_heads(old))
    return new.definite and bare and bool(new.hints) and same_head


def _heads(draft: MeetingDraft) -> set[str]:
    """Return the nouns for a meeting in the phrases that name one."""
    nouns = [mention.details.get("head", "") for mention, _ in draft.phrases]
    return {word for noun in nouns for word in fold(noun).split()}


def is_short_name(new: MeetingDraft, old: MeetingDraft) -> bool:
    """Whether "the regional forum" repeats words of a fuller name, and adds none."""
    told = (new.ordinal, new.process, new.dates, new.near, new.hints, new.common)
    if any(told) or not new.definite or new.name != new.name.lower() or not old.proper:
        return False
    one, two = set(fold(new.name).split()), set(fold(old.name).split())
    return len(one) > 1 and one < two


def _same_process(one: Thing, two: Thing) -> bool:
    """Whether two processes may be one: the name of one is the begin of the other's.

    Those of the registry are each themselves.
    """
    if one == two or one.iri or two.iri:
        return one == two
    short, full = sorted((one.key, two.key), key=len)
    return full.startswith(short)


def absorb(old: MeetingDraft, new: MeetingDraft) -> MeetingDraft:
    """Give a meeting what a new phrase for it says beyond what is known."""
    if old.kind in _ANY_KIND and new.kind not in _ANY_KIND:
        old.kind = new.kind
    old.ordinal = old.ordinal or new.ordinal
    old.near = old.near or new.near
    old.title = old.title or new.title
    old.hints |= new.hints
    old.phrases += new.phrases
    old.also.extend(item for item in new.also if item not in old.also)
    if new.process and not old.process:
        old.process, old.process_sentences = new.process, new.process_sentences
    for dated in new.dates:
        old.add_date(dated.date, dated.rule, *dated.sentences)
    if new.proper or _plain(new.name) == _plain(old.name):
        old.names.setdefault(new.name, new.sentence)
    old.proper = old.proper or new.proper
    return old


def _distinct_heads(name: str) -> frozenset[str]:
    """Return the words in a name that no other kind of meeting would bear."""
    return _words("distinct_meetings").intersection(fold(name).split())


def _plain(name: str) -> str:
    """Return a name, folded, without the articles that lean on its words."""
    return _leaning().sub("", fold(name))


@cache
def _leaning() -> re.Pattern[str]:
    """Return the pattern of articles that are written as part of a word."""
    articles = "|".join(_words("leaning_articles"))
    return re.compile(rf"\b(?:{articles})(?=\w{{3}})")


def _likeness(left: str, right: str) -> float:
    """Return the share of words that two names have in common."""
    small = _words("small")
    one, two = set(_plain(left).split()) - small, set(_plain(right).split()) - small
    return len(one & two) / min(len(one), len(two)) if one and two else 0.0


def _compatible(one: Date, two: Date) -> bool:
    """Whether two dates may be of one meeting."""
    return all(
        not (a and b and a != b)
        for a, b in ((one.year, two.year), (one.month, two.month), (one.day, two.day))
    )


def is_another_day(draft: MeetingDraft, day: Date) -> bool:
    """Whether a day, month or year is none on which a meeting is known to have been."""
    held = draft.date or draft.near
    if held is None or (held.year and day.year and held.year != day.year):
        return held is not None
    return not (_compatible(held, day) or is_during(day, held))


def is_during(day: Date, held: Date) -> bool:
    """Whether a day is one of those of a meeting, as far as their years are known.

    >>> is_during(Date(2023, 9, 20), Date(2023, 9, 18, end=Date(2023, 9, 20)))
    True
    >>> is_during(Date(2021, 1, 1), Date(2020, 12, 30, end=Date(2021, 1, 2)))
    True
    """
    last = held.end or held
    if not (day.month and day.day and held.month and held.day and last.month):
        return False
    first, end = (held.month, held.day), (last.month, last.day or held.day)
    here, over = (day.month, day.day), end < first
    year = last.year if over and here <= end else held.year
    if day.year and year and day.year != year:
        return False
    return first <= here or here <= end if over else first <= here <= end


def same_day(one: Date, two: Date) -> bool:
    """Whether two dates are of one day, whatever their years."""
    return bool(one.day) and one.day == two.day and one.month == two.month


def share_traveller(talks: list[MeetingDraft]) -> bool:
    """Whether one person met others at each of several talks, as on a journey."""
    came = [
        {fact.actor for fact in talk.facts if fact.actor.kind == "Person"}
        for talk in talks
    ]
    return len(came) > 1 and bool(set.intersection(*came)) and came[0] != came[1]


def is_told_later(draft: MeetingDraft, key: tuple[int, int]) -> bool:
    """Whether "a meeting" stands behind "the meeting" in its sentence: another one."""
    behind = any((sentence, m.start) > key for m, sentence in draft.phrases[:1])
    return draft.common and draft.sentence == key[0] and behind
