"""All of those whom a text only counts: "the five countries met" in a text of five.

They are the members of the process, where it has so many; or the states of the only
list of so many; or, of "the three ministers", those of the meeting told before. Where
the numbers differ, or two lists have it, the count says nothing of anybody.
"""

import re
from collections.abc import Iterator

from hiwar.graph.frames.context import Context, Match, frame
from hiwar.graph.frames.draft import MeetingDraft, MeetingFact
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.model import Basis, Statement, Status, Thing
from hiwar.graph.namespaces import HIWAR
from hiwar.graph.rules import SLOTS

__all__ = ["add_counted"]

_FEWEST = 3
"""Two are the sides of something, of which a text has many."""

_LISTS = 3
"""Sentences behind a number that may list those whom it counts."""

_Found = tuple[tuple[Thing, str], ...]


@frame("count")
def count(context: Context, match: Match) -> None:
    """Note that as many as a number says took part in a meeting, or will."""
    draft = context.meeting(match, "m")
    told = match.status.is_true or match.status is Status.PLANNED
    if draft and told and not _is_of_another_day(draft, match):
        context.counted.append((draft, match))


def _is_of_another_day(draft: MeetingDraft, match: Match) -> bool:
    """Whether a sentence has a day, or a place, and does not speak of the meeting."""
    placed = any(m.slot in ("date", "place") for m in match.item.mentions)
    return placed and match.sentence not in (draft.sentence, *draft.sentences)


def add_counted(context: Context) -> None:
    """Add those who are meant by a number, where the text has exactly so many."""
    for draft, match in context.counted:
        number = (
            _of_all(context, draft)
            if match.rule.option == "all"
            else _number(match.text("n"), context)
        )
        if number < _FEWEST:
            continue
        again = match.rule.option == "again"
        found, sentences = (
            _of_meeting(context, draft, number)
            if again
            else _of_process(context, draft, number)
        )
        if not found and not again and match.text("the"):
            found, sentences = _of_list(context, number)
        if not found and not again:
            found, sentences = _of_lists_below(context, match, number)
        told = tuple(dict.fromkeys((match.sentence, *sentences)))
        draft.facts += [
            MeetingFact(
                HIWAR.hasParticipant,
                thing,
                text,
                match.rule.name,
                told,
                match.status,
                "participant",
                Basis.INFERRED,
            )
            for thing, text in found
        ]


def _number(text: str, context: Context) -> int:
    """Return a number in words or digits."""
    words: dict[str, int] = context.scribe.rules.words.get("numbers", {})
    return int(text) if text.isdecimal() else int(words.get(text.lower(), 0))


def _of_all(context: Context, draft: MeetingDraft) -> int:
    """Return how many "all members" are, of a meeting of which the process is told."""
    own = draft.process or draft is context.book.focus
    return len(_members(context, draft)) if own else 0


def _members(context: Context, draft: MeetingDraft) -> list[Statement]:
    """Return what the text states of the members of a meeting's process."""
    process = draft.process or context.main_process
    return [
        item
        for item in context.scribe.statements
        if item.subject == process
        and item.predicate == HIWAR.hasMember
        and item.status.is_true
    ]


def _of_process(
    context: Context, draft: MeetingDraft, number: int
) -> tuple[_Found, tuple[int, ...]]:
    """Return the members of the meeting's process, where it has so many."""
    told = _members(context, draft)
    members = {
        item.object: item.mentioned_as
        for item in told
        if isinstance(item.object, Thing) and item.object.kind == "State"
    }
    if len(members) != number or len(told) != number:
        return (), ()
    return tuple(members.items()), tuple(i for item in told for i in item.sentences)


def _of_list(context: Context, number: int) -> tuple[_Found, tuple[int, ...]]:
    """Return the states of the only list of so many, however often it is told."""
    lists = [run for run in _runs(context) if len(run[1]) == number]
    things = {frozenset(mention.thing for mention in run) for _, run in lists}
    if len(things) != 1:
        return (), ()
    sentence, run = lists[0]
    return tuple((m.thing, m.text) for m in run if m.thing), (sentence,)


def _of_lists_below(
    context: Context, match: Match, number: int
) -> tuple[_Found, tuple[int, ...]]:
    """Return the states of the lists right behind a number that have so many together.

    "21 delegations took part. Of the one process: …. Of the other: …."
    """
    below = range(match.sentence + 1, match.sentence + 1 + _LISTS)
    runs = [(at, run) for at, run in _runs(context) if at in below]
    for last in range(1, len(runs) + 1):
        states = {m.thing: m.text for _, run in runs[:last] for m in run if m.thing}
        labelled = all(_is_labelled(context, at) for at, _ in runs[:last])
        if len(states) == number and labelled:
            at = tuple(dict.fromkeys(at for at, _ in runs[:last]))
            return tuple(states.items()), at
    return (), ()


def _is_labelled(context: Context, sentence: int) -> bool:
    """Whether a sentence is a label with a list behind it: "Members of it: …"."""
    text = context.scribe.annotation.sentences[sentence].rendered.text
    before, colon, _ = text.partition(":")
    return bool(colon) and not re.search(f"[{SLOTS['state']}]", before)


def _runs(context: Context) -> Iterator[tuple[int, list[Mention]]]:
    """Yield the lists of states of a text, each with its sentence."""
    state = SLOTS["state"]
    joined = re.compile(f"{state}(?:{context.scribe.rules.separator}{state})+")
    for item in context.scribe.annotation.sentences:
        for found in joined.finditer(item.rendered.text):
            yield item.index, item.rendered.within(*found.span(), "state")


def _of_meeting(
    context: Context, draft: MeetingDraft, number: int
) -> tuple[_Found, tuple[int, ...]]:
    """Return who took part in the only other meeting at which so many states were."""
    others = []
    for other in context.book.drafts:
        there = [
            fact
            for fact in other.facts
            if fact.predicate == HIWAR.hasParticipant and fact.status.is_true
        ]
        states = {fact.actor for fact in there if fact.actor.kind == "State"}
        if other is not draft and len(states) == number:
            others.append(there)
    if len(others) != 1:
        return (), ()
    persons = {fact.actor for fact in others[0] if fact.actor.kind == "Person"}
    wanted = {"State", "Person"} if len(persons) == number else {"State"}
    found = {f.actor: f.text for f in others[0] if f.actor.kind in wanted}
    return tuple(found.items()), tuple(i for f in others[0] for i in f.sentences)
