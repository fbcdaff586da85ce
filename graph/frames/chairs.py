"""Frames of chairs: who chairs a process, from when to when, and who hands it on."""

import re

from hiwar.graph.frames.context import Context, Match, frame
from hiwar.graph.frames.daycount import counted
from hiwar.graph.frames.labels import headed
from hiwar.graph.frames.terms import ChairTerm
from hiwar.graph.mentions import Annotated
from hiwar.graph.mentions.date import Date
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.model import Status, Thing
from hiwar.graph.namespaces import HIWAR
from hiwar.graph.rules import Rules

__all__ = ["date_in", "holder_of"]

_DATING = frozenset({"begin", "from", "hold", "term", "under", "year"})
"""What a rule may say of the date in its group ``t``: how a term stands to it."""


@frame("handover")
def handover(context: Context, match: Match) -> None:
    """State that one actor handed the chair of a process to another.

    A mere token, such as a gavel, may be handed on before or after the chair itself.
    """
    process = context.process(match, "p", "p2", "p3", "p4")
    if not process:
        return
    before, after = match.first("a", "a2"), match.first("b", "b2")
    meeting = context.spoken_of(match.item, match.found.start())
    old = _term(context, match, process, before)
    new = _term(context, match, process, after)
    date = match.date("t", "t2", "t3", "t0")
    if old and date:
        old.end, old.end_sentences = date, (match.sentence,)
    if new and date:
        new.start, new.start_sentences = date, (match.sentence,)
    for term in (old, new):
        if term and meeting and match.rule.option != "token":
            term.turned_over_at = meeting
    here = context.near(match.item, match.found.start(), match.found.end())
    if here and match.status.is_true:
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
    process = context.process(match, "p", "p2", "p3")
    if not process or (match.rule.name == "chair.label" and headed(context, match)):
        return
    option = match.rule.option
    group = "n" if match.mentions("n") else "a"
    status = Status.PLANNED if match.rule.name == "chair.elected" else match.status
    actors = match.mentions(group, "state", "org", "person", "demonym")
    beside = match.mentions("b", "state", "org", "person") if group == "a" else []
    start, end = _told(match, context.scribe.rules)
    end = end or _until(context, match)
    for actor in [*(actors[-1:] if match.text("one") else actors), *beside]:
        holder = holder_of(context, actor) or _named(match, actor)
        if not holder:
            continue
        term = context.terms.find(holder, process, start, option == "launch")
        term.note(match.rule.name, match.sentence, status, actor.text)
        if start:
            term.start, term.start_sentences = start, (match.sentence,)
        if end:
            term.end, term.end_sentences = end, (match.sentence,)
        context.consume(match, "t", "t2")


def _until(context: Context, match: Match) -> Date | None:
    """Return the month until which one was chair: "until this week"."""
    counts = any(map(match.text, ("week", "month", "past")))
    if not counts or not match.text("until") or context.dateline is None:
        return None
    return counted(match.found, context.dateline[0], context.scribe.rules)


def _told(match: Match, rules: Rules) -> tuple[Date | None, Date | None]:
    """Return when a term began and ended, as far as its clause tells.

    Who "took over in 2016" began then; who "was chair in 2016" is known for that year.
    """
    years, option = _years(match), match.rule.option
    if years:
        return Date(years[0]), Date(years[-1])
    start, end = (date_in(match.item, match.found, group) for group in ("t", "t2"))
    start = start or _opening_date(match, rules)
    if start is None or option not in _DATING:
        return None, None
    first, last = start.first, end or start.end
    if match.text("until"):
        return None, start
    if option == "year":
        return start, start
    if option == "hold" and last is None and not match.text("since"):
        return (None, None) if start.month else (first, first)
    return first, None if option == "from" else last


def _opening_date(match: Match, rules: Rules) -> Date | None:
    """Return the date right before who took over: "In May 2016, Peru assumed …"."""
    cue = rules.cues.get("opened_by_date")
    begins = match.rule.option == "begin"
    if cue is None or not begins:
        return None
    found = cue.search(match.item.rendered.text, 0, match.found.start())
    return date_in(match.item, found, "t") if found else None


def date_in(item: Annotated, found: re.Match[str], group: str) -> Date | None:
    """Return the date in a group, of which a year may be no mention by itself."""
    text = found.groupdict().get(group)
    if not text:
        return None
    mention = item.rendered.mentions.get(found.start(group))
    if mention and mention.date:
        return mention.date
    years = [int(f"{text[:2]}{year[-2:]}") for year in re.findall(r"\d+", text)]
    return Date(years[0], end=Date(years[-1]) if len(years) > 1 else None)


def _term(
    context: Context, match: Match, process: Thing, actor: Mention | None
) -> ChairTerm | None:
    """Return the term of an actor that a handover speaks of."""
    holder = holder_of(context, actor) if actor else None
    if not holder or not actor:
        return None
    term = context.terms.find(holder, process, None, False)
    term.note(match.rule.name, match.sentence, match.status, actor.text)
    return term


def holder_of(context: Context, actor: Mention) -> Thing | None:
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
    groups = ("years", "years2", "years3")
    text = next((years for group in groups if (years := match.text(group))), "")
    parts = re.findall(r"\d+", text)
    return [int(f"{parts[0][:2]}{part[-2:]}") for part in parts]
