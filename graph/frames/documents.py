"""Frames of documents, and of how processes, meetings and documents hang together."""

from rdflib import Literal

from hiwar.graph.frames.context import Context, Match, frame
from hiwar.graph.frames.draft import MeetingDraft
from hiwar.graph.frames.papers import is_draft, is_named
from hiwar.graph.mentions.date import Date
from hiwar.graph.mentions.mention import Mention, fold
from hiwar.graph.model import Basis, Thing
from hiwar.graph.namespaces import HIWAR
from hiwar.graph.rules import Rules

__all__ = ["state_adoption"]

_RELATED = ("process", "meeting", "document", "instrument")


@frame("adopt")
def adopt(context: Context, match: Match) -> None:
    """State that a document was adopted, at which meeting and when."""
    date = match.date("t", "t2") or _today(context, match)
    context.consume(match, "t", "t2")
    named = [m for group in ("d", "d2") for m in match.mentions(group, "document")]
    for mention in _without_lead(named):
        if is_draft(mention, match.item.view.text, context.scribe.rules):
            continue
        document = context.document(mention)
        if not document:
            continue
        _note_year(context, match, document)
        if match.rule.option == "signed" and match.status.is_true:
            signing = [m for g in ("x", "y") for m in match.mentions(g, "state", "org")]
            parties = {m.thing for m in signing if m.thing}
            context.signatories.append((parties, document, match.sentence))
        if date:
            _state_date(context, match, document, date)
        draft = _adopting_meeting(context, match, mention)
        signed = match.rule.option == "signed" and not match.mentions("x")
        if draft and date and not draft.date and signed:
            draft = None
        if draft and match.status.is_true and _is_its_day(match):
            draft.add_date(date, match.rule.name, match.sentence, status=match.status)
        if draft and not (date and draft.date and draft.date.year != date.year):
            state_adoption(context, document, draft, match, mention)
        elif draft is None and match.rule.option == "anywhere":
            _note_place(context, match, mention, date)


def _is_its_day(match: Match) -> bool:
    """Whether a day stands behind the meeting: "adopted at the summit on 3 May"."""
    meetings, days = match.mentions("m", "meeting"), match.mentions("t", "date")
    return bool(meetings and days and days[0].start > meetings[0].end)


def _without_lead(mentions: list[Mention]) -> list[Mention]:
    """Return documents without the "an action plan" that only leads to a name."""
    following = [*mentions[1:], None]
    return [
        item
        for item, after in zip(mentions, following, strict=True)
        if not (
            after
            and item.details.get("new")
            and is_named(after)
            and after.start - item.end <= len(", ")
        )
    ]


def _today(context: Context, match: Match) -> Date | None:
    """Return the day of the dateline, where a match says that it is today."""
    groups = match.found.groupdict()
    is_today = any(groups[name] for name in ("today", "today2") if name in groups)
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
    for group in ("m", "m2", "x"):
        for mention in match.mentions(group, "meeting"):
            return context.book.read(mention, match.sentence)
    if match.rule.option == "anywhere":
        return _told_meeting(context, match, document)
    near = context.near(match.item, match.found.start(), match.found.end())
    if near or match.mentions("x", "state", "org"):
        return near
    current, to_come = (
        context.current(match.item),
        context.scribe.rules.list_words("to_come"),
    )
    if current and to_come and current.name.lower().startswith(to_come):
        return None
    return current


def _told_meeting(
    context: Context, match: Match, document: Mention
) -> MeetingDraft | None:
    """Return the only meeting of a text, at which "a joint statement was issued"."""
    drafts = context.book.drafts
    is_told = document.details.get("new") and len(drafts) == 1
    planned = any(vote[0] != "held" for draft in drafts for vote in draft.votes)
    return context.current(match.item) if is_told and not planned else None


def _note_place(
    context: Context, match: Match, mention: Mention, date: Date | None
) -> None:
    """Note an adoption that the place in a document's name may tie to a meeting."""
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


@frame("issued")
def issued(context: Context, match: Match) -> None:
    """Note a document that a text cites for what was agreed: "the communique"."""
    for mention in match.mentions("d", "document"):
        document = context.document(mention)
        generic = mention.details.get("generic") and not mention.details.get("proper")
        focus, fits = context.book.focus, generic or match.rule.option == "named"
        if document and fits and focus:
            context.issued.append((document, focus, match.sentence, match.rule.name))


@frame("date_document")
def date_document(context: Context, match: Match) -> None:
    """State the date that stands in brackets behind a document's name."""
    mention, date = match.first("d"), match.date("t")
    if match.text("itself") and context.title:
        mention = context.title.instrument
    document = context.document(mention) if mention else None
    if document and date and not date.end and match.status.is_true:
        context.scribe.state(
            document, HIWAR.when, Literal(date.edtf), match.rule.name, (match.sentence,)
        )
        context.consume(match, "t")


@frame("framework")
def framework(context: Context, match: Match) -> None:
    """State that a document is the framework of a process."""
    mention, process = match.first("d"), context.process(match, "p")
    document = context.document(mention) if mention else None
    if document and process:
        context.scribe.state(
            document,
            HIWAR.frameworkOf,
            process,
            match.rule.name,
            (match.sentence,),
            status=match.status,
        )


def _state_date(context: Context, match: Match, document: Thing, date: Date) -> None:
    context.scribe.state(
        document,
        HIWAR.when,
        Literal(date.edtf),
        match.rule.name,
        (match.sentence,),
        status=match.status,
    )


@frame("announce_document")
def announce_document(context: Context, match: Match) -> None:
    """State when somebody launched a document."""
    mention = match.first("d")
    document = context.document(mention) if mention else None
    date = match.date("t") or _today(context, match)
    if document and date:
        _state_date(context, match, document, date)


@frame("relate")
def relate(context: Context, match: Match) -> None:
    """State that one process, meeting or document relates to another."""
    if match.item.is_spoken:
        return
    predicate = HIWAR[match.rule.option]
    for subject in _subjects(context, match):
        for mention in _objects(match, context.scribe.rules):
            target = _related(context, match, mention)
            if target is None or target == subject:
                continue
            context.scribe.state(
                subject,
                predicate,
                target,
                match.rule.name,
                (match.sentence,),
                status=match.status,
                mentioned_as=mention.text,
            )


def _objects(match: Match, rules: Rules) -> list[Mention]:
    """Return what the subject relates to, up to where the means begin."""
    group = "list" if "list" in match.found.re.groupindex else "y"
    start, end = match.found.span(group)
    if start < 0:
        return []
    text = match.item.rendered.text[start:end]
    cue = rules.cues.get("means")
    stop = cue.search(text) if cue else None
    return match.item.rendered.within(
        start, start + stop.start() if stop else end, *_RELATED
    )


def _subjects(context: Context, match: Match) -> list[Thing]:
    """Return the subject: named, or what the sentences before were about."""
    if match.text("itself"):
        title = context.title.instrument if context.title else None
        document = context.document(title) if title else None
        return [document] if document else []
    named = match.mentions("x", *_RELATED)
    if named:
        found = [_related(context, match, mention) for mention in named]
        return [thing for thing in found if thing]
    words = fold(match.text("x")).removeprefix("the ")
    if words in context.scribe.rules.list_words("plural_documents"):
        return _adopted_last(context)
    if words in context.scribe.rules.list_words("it") and context.subject:
        return [context.subject]
    called = context.scribe.rules.list_words("process_words")
    if called and words.endswith(called) and context.main_process:
        return [context.main_process]
    focus = context.told_of(match.item) or context.book.focus
    thing = focus.thing if focus else context.main_process
    return [thing] if thing else []


def _adopted_last(context: Context) -> list[Thing]:
    """Return the documents that one meeting adopted, the last that was told of."""
    drafts = [draft for draft, _ in context.adopted.values()]
    last = drafts[-1] if drafts else None
    return [doc for doc, (draft, _) in context.adopted.items() if draft is last]


def _related(context: Context, match: Match, mention: Mention) -> Thing | None:
    """Return what a mention of a process, meeting or document means."""
    if mention.slot == "meeting":
        if mention.details.get("generic") == "dialogue":
            draft = context.book.read(mention, match.sentence)
            return draft.thing if draft else context.main_process
        draft = context.book.read(mention, match.sentence)
        if draft and match.status.is_true and draft is not context.book.focus:
            draft.vote("held", match.rule.name, match.sentence)
        return draft.thing if draft else None
    if mention.slot == "document":
        return context.document(mention)
    return mention.thing
