"""Rotations: lists of those who chaired a process, one after another, with years.

"Past chairs: Kenya (2019–2020), Mali (2018)", "The first chair was Peru, followed by
Chile in 2016": no pattern sees such a list whole. Here it goes on as long as only the
words that lead from one turn to the next stand between two names.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hiwar.graph.frames.chairs import date_in, holder_of
from hiwar.graph.frames.context import Context, Match, frame
from hiwar.graph.mentions import Annotated
from hiwar.graph.mentions.date import Date
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.rules import Rules

__all__: list[str] = []

_HOLDERS = ("state", "org", "person", "demonym")


@dataclass(frozen=True, slots=True)
class _Turn:
    """One turn of a rotation: who chaired, and when, as far as the text says."""

    actor: Mention
    sentence: int
    start: Date | None = None
    end: Date | None = None


@frame("rota")
def rota(context: Context, match: Match) -> None:
    """State who chaired a process in turn, as a list or the items below it say."""
    process = context.process(match, "p", "p2")
    if not process or not match.status.is_true:
        return
    rules = context.scribe.rules
    turns = list(_turns(match.item, *match.found.span("list"), rules))
    if not turns and not match.text("list").strip(" :"):
        for item in context.scribe.items_below(match.item):
            turns += _turns(item, 0, len(item.rendered.text), rules)
    for turn in turns:
        holder = holder_of(context, turn.actor)
        if holder is None or holder == process:
            continue
        term = context.terms.find(holder, process, turn.start, False)
        term.note(match.rule.name, turn.sentence, match.status, turn.actor.text)
        if turn.start:
            term.start, term.start_sentences = turn.start, (turn.sentence,)
        if turn.end:
            term.end, term.end_sentences = turn.end, (turn.sentence,)


def _turns(item: Annotated, start: int, end: int, rules: Rules) -> Iterator[_Turn]:
    """Yield the turns of a list, up to the first words that do not lead to another.

    Where one is told to follow another, "then Peru in 2016", a year is a beginning.
    """
    lead, gap, behind = (rules.cues.get(f"rota_{n}") for n in ("lead", "gap", "years"))
    text, step, position, in_turn = item.rendered.text, lead, start, False
    while step and behind and (found := step.match(text, position, end)):
        mention = item.rendered.mentions.get(found.end())
        if mention is None or mention.slot not in _HOLDERS:
            return
        years = behind.match(text, found.end() + 1, end)
        told = years or found
        first, last = _term(item, told)
        in_turn = in_turn or bool(found.groupdict().get("next"))
        if _is_open(told) or (in_turn and last == first):
            last = None
        yield _Turn(mention, item.index, first, last)
        position, step = (told.end() if years else found.end() + 1), gap


def _is_open(told: re.Match[str]) -> bool:
    """Whether a turn is told to have begun then: "since 2016", "2016 to date"."""
    return bool(told.groupdict().get("since") or told.groupdict().get("open"))


def _term(item: Annotated, told: re.Match[str]) -> tuple[Date | None, Date | None]:
    """Return the first and the last year of a turn; one year alone is both."""
    groups = told.groupdict()
    if not groups.get("t"):
        return None, None
    start, end = (date_in(item, told, group) for group in ("t", "t2"))
    if start is None:
        return None, None
    return start.first, end or start.end or start
