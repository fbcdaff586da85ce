"""Frames of documents: what was adopted, signed or issued, where and when."""

from dataclasses import replace

from rdflib import Literal

from hiwar.graph.frames.context import Context, Match, frame
from hiwar.graph.frames.contracting import note_parties
from hiwar.graph.frames.draft import MeetingDraft
from hiwar.graph.frames.match import is_aside, is_at_another_time
from hiwar.graph.frames.outsiders import are_outsiders
from hiwar.graph.frames.papers import is_called_draft, is_itself, is_named
from hiwar.graph.frames.presumed import Presumed, is_left_to_others, is_of_others
from hiwar.graph.frames.status import clause_span
from hiwar.graph.frames.twins import is_told_beside
from hiwar.graph.mentions.date import Date
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.model import Basis, Status, Thing
from hiwar.graph.namespaces import HIWAR

__all__ = ["state_adoption", "state_date", "today"]

_DAYS_OF_ACTS = {"act_day", "act_day_front", "act_day_when"}
_PAPERS = ("d", "d2", "d3")
"""The groups in which a rule has what was adopted."""
_REAL = (*(s for s in Status if s.is_true), Status.PLANNED)
"""What is told so of a document is told of one that there is, or is to be."""


@frame("adopt")
def adopt(context: Context, match: Match) -> None:
    """State that a document was adopted, at which meeting and when."""
    adopters = "x" if match.found.groupdict().get("x") else 0
    if are_outsiders(match, context.scribe.rules, adopters):
        return
    date = match.date("t", "t2", "day") or today(context, match)
    if match.status.is_true:
        context.consume(match, "t", "t2")
    named = [m for group in _PAPERS for m in match.mentions(group, "document")]
    if is_called_draft(match, named, context.scribe.rules):
        return
    for mention in _without_lead(named):
        if not is_itself(mention, match.item.view.text, context.scribe.rules):
            continue
        document = context.document(mention)
        if not document or context.papers.is_told_before(mention, document):
            continue
        _note_year(context, match, document)
        if match.status in _REAL:
            context.papers.real.add(document)
        note_parties(context, match, mention, document)
        date = date or _day_of_act(context, match, mention)
        if date:
            state_date(context, match, document, date)
        draft = _adopting_meeting(context, match, mention)
        if draft and _is_beside(context, match, draft):
            draft = None
        signed = match.rule.option == "signed" and not match.mentions("x")
        told_alone = draft and draft.descriptive and draft.sentence != match.sentence
        if draft and date and not draft.date and (signed or told_alone):
            draft = None
        if draft and match.status.is_true and _is_its_day(match):
            draft.add_date(date, match.rule.name, match.sentence, status=match.status)
        if draft and not (date and draft.date and draft.date.year != date.year):
            told = Presumed(document, draft, match, mention, date)
            _enter(context, told)
        elif draft is None and match.rule.option == "anywhere":
            _note_place(context, match, mention, date)


def _enter(context: Context, told: Presumed) -> None:
    """State an adoption at a meeting of its own sentence; of another one, later."""
    near = context.near(told.match.item, *told.match.found.span())
    if near is told.draft or not told.match.status.is_true:
        state_adoption(context, told.document, told.draft, told.match, told.mention)
        return
    told.draft.vote("held", told.match.rule.name, told.match.sentence)
    context.adopted.setdefault(told.document, (told.draft, told.match.sentence))
    context.presumed.append(told)


def _day_of_act(context: Context, match: Match, document: Mention) -> Date | None:
    """Return the day that the clause of an act begins or ends with."""
    rendered, cues = match.item.rendered, context.scribe.rules.cues
    if not match.status.is_true or not cues.keys() >= _DAYS_OF_ACTS:
        return None
    at = next(at for at, known in rendered.mentions.items() if known is document)
    first, _ = clause_span(rendered.text, at, at + 1, context.scribe.rules)
    for found in (
        cues["act_day"].match(rendered.text, at + 1),
        cues["act_day_front"].fullmatch(rendered.text[first:at]),
        cues["act_day_when"].search(rendered.text, 0, at),
    ):
        start = found.start(found.lastgroup or 0) if found else -1
        if found and found.string is not rendered.text:
            start += first
        day = rendered.mentions.get(start)
        if day and day.date and not rendered.within(at, start, "meeting"):
            return replace(day.date, day=None, end=None) if day.date.end else day.date
    return None


def _is_its_day(match: Match) -> bool:
    """Whether a day stands beside the meeting: "adopted at the summit on 3 May"."""
    meetings, days = match.mentions("m", "meeting"), match.mentions("t", "date")
    if match.mentions("m3", "meeting"):
        return True
    return bool(meetings and days and days[0].start > meetings[0].end)


def _without_lead(mentions: list[Mention]) -> list[Mention]:
    """Return documents without the "an action plan" that only leads to a name."""
    following = (*mentions[1:], None)
    return [
        item
        for item, after in zip(mentions, following, strict=False)
        if not (
            after
            and item.details.get("new")
            and is_named(after)
            and after.start - item.end <= len(", ")
        )
    ]


def today(context: Context, match: Match) -> Date | None:
    """Return the day of the dateline, where a match says that it is today."""
    groups, names = match.found.groupdict(), ("today", "today2", "today3")
    is_today = any(groups[name] for name in names if name in groups)
    return context.dateline[0] if is_today and context.dateline else None


def _note_year(context: Context, match: Match, document: Thing) -> None:
    """Note the one year that the sentence of an adoption gives."""
    dates = match.item.rendered.within(0, 10**6, "date")
    years = {m.date.year for m in dates if m.date and m.date.year}
    if len(years) == 1:
        context.papers.years.setdefault(document, years.pop())


def _adopting_meeting(
    context: Context, match: Match, document: Mention
) -> MeetingDraft | None:
    """Return the meeting that adopted a document, none where the text names none.

    A state or a body adopts documents of its own, and a document that "was
    adopted" was so anywhere, unless the sentence speaks of a meeting.
    """
    for group in ("m", "m2", "m3", "x"):
        for mention in match.mentions(group, "meeting"):
            return context.book.read(mention, match.sentence)
    if match.rule.option == "anywhere":
        return _told_meeting(context, match, document)
    near = context.near(match.item, match.found.start(), match.found.end())
    rules = context.scribe.rules
    if near and near.sentence < match.sentence and is_at_another_time(match, rules):
        return None
    if near and _is_of_another(context, match, document, near):
        near = None
    if near or match.mentions("x", "state", "org"):
        return near
    current, to_come = context.current(match.item), rules.list_words("to_come")
    if current and to_come and current.name.lower().startswith(to_come):
        return None
    prepares = rules.cues.get("prepares")
    if current and prepares and prepares.search(current.name):
        return None
    return _unless_others(context, match, current)


def _unless_others(
    context: Context, match: Match, draft: MeetingDraft | None
) -> MeetingDraft | None:
    """Return a meeting that no others, at another time, are told to stand for."""
    rules, sentences = context.scribe.rules, context.scribe.annotation.sentences
    if draft is None or is_of_others(match, draft, rules):
        return None
    return None if is_aside(match, rules, sentences) else draft


def _is_of_another(
    context: Context, match: Match, document: Mention, draft: MeetingDraft
) -> bool:
    """Whether a meeting stands behind another document: "X, which replaces Y of Z"."""
    mentions = match.item.rendered.mentions
    told = [
        at
        for at, mention in mentions.items()
        if mention.slot == "meeting"
        and context.book.read(mention, match.sentence) is draft
    ]
    own = next(at for at, mention in mentions.items() if mention is document)
    others = [at for at, mention in mentions.items() if mention.slot == "document"]
    return bool(told) and any(own < at < min(told) for at in others)


def _is_beside(context: Context, match: Match, draft: MeetingDraft) -> bool:
    """Whether it was done beside a meeting: "on the margins of the summit they …"."""
    aside = context.scribe.rules.cues.get("aside")
    if aside and aside.search(match.item.rendered.text, match.found.start()):
        return True
    return is_told_beside(context, draft, match.sentence)


def _told_meeting(
    context: Context, match: Match, document: Mention
) -> MeetingDraft | None:
    """Return the only meeting of a text, at which "a joint statement was issued"."""
    drafts = context.book.drafts
    is_told = document.details.get("new") and len(drafts) == 1
    planned = any(vote[0] != "held" for draft in drafts for vote in draft.votes)
    draft = context.current(match.item) if is_told and not planned else None
    if draft and is_told_beside(context, draft, draft.sentence):
        return None
    date = match.date("t", "t2")
    if draft and date and _is_on_another_day(date, draft.date):
        return None
    return _unless_others(context, match, draft)


def _is_on_another_day(date: Date, held: Date | None) -> bool:
    """Whether a day is none of those on which a meeting was held."""
    if held is None or not (date.day and held.day) or held.month != date.month:
        return False
    last = held.end.day if held.end and held.end.day else held.day
    return not held.day <= date.day <= last


def _note_place(
    context: Context, match: Match, mention: Mention, date: Date | None
) -> None:
    """Note an adoption that the place in a document's name may tie to a meeting."""
    if is_left_to_others(match, context.scribe.rules):
        return
    start, end = match.found.span()
    bodies = match.item.rendered.within(start, end, "process")
    if any(body.thing != context.main_process for body in bodies):
        return
    place, document = mention.part("place"), context.document(mention)
    first = place and place.thing and place.start == mention.start
    if first and place and place.thing and document and match.status.is_true:
        year = date.year if date else None
        told = (document, place.thing, year, match.sentence, match.rule.name)
        context.named_for.append(told)


def state_adoption(
    context: Context,
    document: Thing,
    draft: MeetingDraft,
    match: Match,
    mention: Mention,
) -> None:
    """State that a meeting adopted a document."""
    relation = Thing("Adoption", f"{document.key}/{draft.thing.key}")
    context.scribe.state(
        document,
        HIWAR.adoptedAt,
        draft.thing,
        match.rule.name,
        (match.sentence,),
        status=match.status,
        basis=Basis.INFERRED if match.rule.option == "possessive" else Basis.EXPLICIT,
        describes=relation,
    )
    if match.status.is_true:
        context.adopted.setdefault(document, (draft, match.sentence))
        draft.vote("held", match.rule.name, match.sentence)


def state_date(context: Context, match: Match, document: Thing, date: Date) -> None:
    """State when a document was adopted, signed or issued."""
    context.scribe.state(
        document,
        HIWAR.when,
        Literal(date.edtf),
        match.rule.name,
        (match.sentence,),
        status=match.status,
    )
