"""Frames of chairs: who chairs a process, from when to when, and who hands it on."""

import re

from hiwar.graph.frames.context import Context, Match, frame
from hiwar.graph.frames.labels import headed
from hiwar.graph.frames.terms import ChairTerm
from hiwar.graph.mentions.date import Date
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.model import Status, Thing
from hiwar.graph.namespaces import HIWAR

__all__: list[str] = []


@frame("handover")
def handover(context: Context, match: Match) -> None:
    """State that one actor handed the chair of a process to another.

    A mere token, such as a gavel, may be handed on before or after the chair itself.
    """
    process = context.process(match, "p", "p2")
    if not process:
        return
    before, after = match.first("a"), match.first("b")
    meeting = context.spoken_of(match.item, match.found.start())
    old = _term(context, match, process, before)
    new = _term(context, match, process, after)
    date = match.date("t")
    if old and date:
        old.end, old.end_sentences = date, (match.sentence,)
    if new and date:
        new.start, new.start_sentences = date, (match.sentence,)
    for term in (old, new):
        if term and meeting and match.rule.option != "token":
            term.turned_over_at = meeting
    here = context.near(match.item, match.found.start(), match.found.end())
    if here:
        both = [*match.mentions("a"), *match.mentions("b")]
        context.add_facts(here, HIWAR.hasParticipant, both, match, "participant")
    if old and new:
        old.handed_to, old.handed_rule = new, match.rule.name
        old.handed_sentences = (match.sentence,)
        old.handed_status = match.status
    if old:
        old.ended = True
    if new:
        new.began = True


@frame("chair")
def chair(context: Context, match: Match) -> None:
    """State that an actor chairs a process, from or until a date."""
    process = context.process(match, "p", "p2")
    if not process or (match.rule.name == "chair.label" and headed(context, match)):
        return
    option = match.rule.option
    group = "n" if match.mentions("n") else "a"
    status = Status.PLANNED if match.rule.name == "chair.elected" else match.status
    actors = match.mentions(group, "state", "org", "person", "demonym")
    for actor in actors[-1:] if match.text("one") else actors:
        holder = _holder(context, actor) or _named(match, actor)
        if not holder:
            continue
        at_launch = option == "launch"
        date = match.date("t")
        years = _years(match)
        date = Date(years[0]) if years else date
        term = context.terms.find(holder, process, date, at_launch)
        term.note(match.rule.name, match.sentence, status, actor.text)
        if option in ("from", "term") and date:
            term.start, term.start_sentences = date.first, (match.sentence,)
            last = date.end or match.date("t2")
            if option == "term" and last:
                term.end, term.end_sentences = last, (match.sentence,)
        if option == "year" and date:
            term.start = term.end = date
            term.start_sentences = term.end_sentences = (match.sentence,)
        if years:
            term.start, term.end = Date(years[0]), Date(years[-1])
            term.start_sentences = term.end_sentences = (match.sentence,)
        if option == "under" and date:
            term.start = match.date("t")
            term.start_sentences = (match.sentence,)
            last = date.end
            term.end, term.end_sentences = last, (match.sentence,)
        context.consume(match, "t", "t2")


def _term(
    context: Context, match: Match, process: Thing, actor: Mention | None
) -> ChairTerm | None:
    """Return the term of an actor that a handover speaks of."""
    holder = _holder(context, actor) if actor else None
    if not holder or not actor:
        return None
    term = context.terms.find(holder, process, None, False)
    term.note(match.rule.name, match.sentence, match.status, actor.text)
    return term


def _holder(context: Context, actor: Mention) -> Thing | None:
    """Return who holds a chair: for a person, the state or body of the post."""
    if actor.slot != "person":
        return actor.thing
    person = next(
        (
            p
            for p in context.scribe.annotation.persons.values()
            if p.thing == actor.thing
        ),
        None,
    )
    body = person.post.body if person and person.post else None
    return body.thing if body else None


def _named(match: Match, actor: Mention) -> Thing | None:
    """Return the person whom a text calls the chair, with no state or body."""
    return actor.thing if "years" in match.found.re.groupindex else None


def _years(match: Match) -> list[int]:
    """Return the years of a term told as "2017-2018" or "2017-18", in their order."""
    text = match.text("years") or match.text("years2")
    parts = re.findall(r"\d+", text)
    return [int(f"{parts[0][:2]}{part[-2:]}") for part in parts]
