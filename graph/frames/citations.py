"""Frames of documents that a text cites, dates or announces."""

from rdflib import Literal

from hiwar.graph.frames.context import Context, Match, frame
from hiwar.graph.frames.documents import state_date, today
from hiwar.graph.mentions.mention import fold
from hiwar.graph.model import Status
from hiwar.graph.namespaces import HIWAR

__all__: list[str] = []


@frame("issued")
def issued(context: Context, match: Match) -> None:
    """Note a document that a text cites for what was agreed: "the communique"."""
    focus, rules = context.book.focus, context.scribe.rules
    for mention in (*match.mentions("d"), *match.mentions("d2")):
        document = context.document(mention)
        if document is None:
            continue
        if match.rule.option == "joint":
            joint = rules.word_set("joint_words").intersection(
                fold(mention.text).split()
            )
            if not joint or match.status not in (Status.REPORTED, Status.ATTRIBUTED):
                continue
            context.papers.real.add(document)
        generic = mention.details.get("generic") and not mention.details.get("proper")
        if focus and (generic or match.rule.option):
            told = (document, focus, match.sentence, match.rule.name)
            context.issued.append(told)


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


@frame("announce_document")
def announce_document(context: Context, match: Match) -> None:
    """State when somebody launched a document."""
    mention = match.first("d")
    document = context.document(mention) if mention else None
    date = match.date("t") or today(context, match)
    if document and date:
        state_date(context, match, document, date)
