"""Frames: what the mentions of a document say together, as statements.

`state_facts` runs the declared rules of the language over each sentence in the
order of the text. Each rule fills a frame; the status gate judges each match;
what a frame cannot use is refused with a reason.
"""

import re
from dataclasses import replace

from hiwar.graph.frames import (  # noqa: F401  (each registers its frames)
    areas,
    attendance,
    chairs,
    citations,
    commitments,
    documents,
    earlier,
    gatherings,
    labels,
    listed,
    members,
    preamble,
    present,
    processes,
    relations,
    rota,
    sheets,
    signing,
)
from hiwar.graph.frames.antecedents import with_antecedents
from hiwar.graph.frames.attach import attach
from hiwar.graph.frames.belonging import settle_processes
from hiwar.graph.frames.context import FRAMES, Context, Match
from hiwar.graph.frames.dateline import date_title, dateline_of, place_by_dateline
from hiwar.graph.frames.earlier import date_editions
from hiwar.graph.frames.entry import enter_meetings
from hiwar.graph.frames.finish import final_keys, write_meetings
from hiwar.graph.frames.footnotes import read_footnotes
from hiwar.graph.frames.home import settle_offices
from hiwar.graph.frames.meeting import MeetingBook
from hiwar.graph.frames.people import write_mentions, write_persons
from hiwar.graph.frames.provisions import write_provisions
from hiwar.graph.frames.scribe import Scribe
from hiwar.graph.frames.status import judge
from hiwar.graph.frames.title import read_title
from hiwar.graph.frames.trace import Attempt, Trace
from hiwar.graph.mentions import Annotated, annotate
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.model import Reading, Source, Statement, Term, Thing
from hiwar.graph.rules import SLOTS
from hiwar.graph.text.layout import BlockKind, Layout

__all__ = ["state_facts"]

_DRAFT = re.compile(r"\[draft \d+\]")
_UNSETTLED = frozenset({"aim", "expect", "intend"})
"""Frames of what is aimed at, expected or intended: no plan or wish is refused."""


_TOPICS = "".join(SLOTS[name] for name in ("process", "meeting", "document"))
_OPENING = re.compile(
    rf"[^\W{_TOPICS}][^,;:{_TOPICS}]{{1,90}}, (?=[{_TOPICS}](?!['’]s))"
)


def state_facts(layout: Layout, trace: Trace | None = None) -> Reading:
    """Return all that a document states, read alone; fill the trace, if one is given.

    The reading is the same with a trace and without.
    """
    annotation = annotate(layout)
    scribe = Scribe(annotation)
    process = scribe.main_process()
    venue_words = tuple(f" {word} " for word in layout.rules.list_words("venue_words"))
    source = Thing("SourceDocument", layout.source.content_hash)
    names = ("next_words", "body_words", "pointing_back", "earlier_words")
    words = map(layout.rules.list_words, (*names, "following_words"))
    book = MeetingBook(process, venue_words, *words)
    context = Context(scribe, book, source, process)
    context.dateline = dateline_of(annotation)
    context.title = read_title(annotation)
    enter_meetings(context)
    _enter_title(context)
    date_title(context)
    for item in annotation.sentences:
        if item.view.is_too_long:
            scribe.refuse("sentence.too-long", "no sentence is so long", item.index)
        _apply_rules(context, item, trace)
    read_footnotes(context)
    attach(context)
    date_editions(context)
    place_by_dateline(context)
    settle_offices(context)
    settle_processes(context)
    write_mentions(context)
    write_provisions(context)
    write_persons(context)
    write_meetings(context)
    context.terms.write(scribe, context.founded)
    keys = final_keys(context.book.drafts)
    told = with_antecedents(context, scribe.statements)
    statements = tuple(_renamed(statement, keys) for statement in told)
    if trace is not None:
        _close(trace, context, keys)
    source_of = _titled(layout)
    day = context.dateline[0] if context.dateline else None
    if day and day.year and not source_of.published:
        source_of = replace(source_of, published=day.edtf)
    return Reading(source_of, layout.sentences, statements, tuple(scribe.refusals))


def _titled(layout: Layout) -> Source:
    """Return the source with a title: as given, else its first headline or sentence."""
    source = layout.source
    if source.title or not layout.sentences:
        return source
    headings = [
        b
        for b in layout.blocks[:8]
        if b.kind is BlockKind.HEADING
        and len(source.text[b.start : b.end].split()) >= 4
    ]
    first = layout.sentences[0]
    span = (
        (headings[0].start, headings[0].end) if headings else (first.start, first.end)
    )
    return replace(source, title=" ".join(source.text[span[0] : span[1]].split()))


def _enter_title(context: Context) -> None:
    """Note that a joint statement comes from the meeting that its own title names.

    Not from one behind a colon: that is what the statement is about.
    """
    title = context.title
    if title is None or title.instrument is None:
        return
    document = context.document(title.instrument)
    context.papers.real |= {document} if document else set()
    item = context.scribe.annotation.sentences[title.sentence]
    cue = context.scribe.rules.cues.get("topic_of")
    for place, mention in sorted(item.rendered.mentions.items()):
        between = item.view.text[title.instrument.end : mention.start]
        if mention.slot != "meeting" or between.rstrip().endswith(":"):
            continue
        draft = context.book.read(mention, item.index)
        on_it = cue and cue.search(item.rendered.text, 0, place)
        if document and draft and not on_it:
            context.issued.append((document, draft, item.index, "document.titled"))


def _apply_rules(context: Context, item: Annotated, trace: Trace | None) -> None:
    """Apply the rules to a sentence; what they make nothing of is refused."""
    if item.block.kind is BlockKind.FURNITURE:
        return
    papers = [mention for mention in item.mentions if mention.slot == "document"]
    context.papers.read_all(papers)
    for rule in context.scribe.rules.fitting(item.rendered.text):
        for found in rule.pattern.finditer(item.rendered.text):
            status, cue = judge(item, found, rule, context.scribe.rules)
            before, context.about = context.extent(), None
            match = Match(item, found, rule, status)
            FRAMES[rule.frame](context, match)
            is_filled = context.extent() != before
            if trace is not None:
                trace.attempts.append(_attempt(context, match, cue, is_filled))
            if not status.is_true and not is_filled:
                context.scribe.refuse(rule.name, f"{status.value}: {cue!r}", item.index)
    _take_subject(context, item)


def _attempt(context: Context, match: Match, cue: str, is_filled: bool) -> Attempt:
    """Return what became of a match."""
    item, about = match.item, context.about
    start, end = item.rendered.span(match.found.start(), match.found.end())
    return Attempt(
        item.index,
        item.view.canonical(start),
        item.view.canonical(max(start, end - 1)) + 1,
        match.rule,
        match.status,
        cue,
        about.thing if about else None,
        is_filled,
    )


def _close(trace: Trace, context: Context, keys: dict[str, str]) -> None:
    """Add the sentences to a trace and what their mentions were taken to mean."""
    trace.sentences = context.scribe.annotation.sentences
    trace.attempts = [
        replace(item, about=_rename(item.about, keys)) if item.about else item
        for item in trace.attempts
    ]
    for item in trace.sentences:
        for mention in item.mentions:
            thing = mention.thing
            if mention.slot == "meeting":
                draft = context.book.meant_by(mention, item.index)
                of_process = mention.details.get("generic") == "dialogue"
                spoken_of = context.main_process if of_process else None
                thing = draft.thing if draft else spoken_of
            elif mention.slot == "document":
                thing = context.document(mention)
            if thing:
                trace.meant[item.index, mention.start] = _rename(thing, keys)


def _take_subject(context: Context, item: Annotated) -> None:
    """Note what a sentence begins with, for the "it" of the next one."""
    if item.index == item.block.first:
        context.subject = None
    first = item.rendered.mentions.get(0) or _behind_opening(item)
    if first is None:
        return
    if first.slot == "meeting":
        draft = context.book.read(first, item.index)
        context.subject = draft.thing if draft else context.main_process
    elif first.slot in ("process", "document"):
        context.subject = first.thing


def _behind_opening(item: Annotated) -> Mention | None:
    """Return what a sentence is about behind words that open it: "In 2006, X …"."""
    found = _OPENING.match(item.rendered.text)
    return item.rendered.mentions.get(found.end()) if found else None


def _renamed(statement: Statement, keys: dict[str, str]) -> Statement:
    """Return a statement in which meetings have their lasting keys."""
    subject, value, describes = statement.subject, statement.object, statement.describes
    told: tuple[Thing, Term, Thing | None] = (
        _rename(subject, keys),
        _rename(value, keys) if isinstance(value, Thing) else value,
        _rename(describes, keys) if describes else None,
    )
    if told == (subject, value, describes):
        return statement
    return replace(statement, subject=told[0], object=told[1], describes=told[2])


def _rename(thing: Thing, keys: dict[str, str]) -> Thing:
    """Return a thing with the keys of drafts in its own key replaced."""
    if "[draft " not in thing.key:
        return thing
    key = _DRAFT.sub(lambda found: keys.get(found[0], found[0]), thing.key)
    return Thing(thing.kind, key, thing.iri)
