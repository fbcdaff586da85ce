"""The dateline: when, and where, a text says that it was published."""

from collections.abc import Iterator

from rdflib import Literal

from hiwar.graph.frames.context import Context
from hiwar.graph.frames.draft import Placed
from hiwar.graph.mentions import Annotated, Annotation
from hiwar.graph.mentions.date import Date
from hiwar.graph.model import Basis
from hiwar.graph.namespaces import HIWAR
from hiwar.graph.rules import Rules
from hiwar.graph.text.layout import BlockKind

__all__ = ["date_title", "dateline_of", "lead_end", "place_by_dateline"]

_RULE = "meeting.dateline-host"
_WITH_STATE = ["place", "state", "date"]


def dateline_of(annotation: Annotation) -> tuple[Date, int] | None:
    """Return the date of publication that the text itself gives, and its sentence.

    One without its year, "LIMA, 3 May (Agency) -", only where none has a year.
    """
    told = [one for one in _dated(annotation) if one[0].year or one[0].day]
    return next((one for one in told if one[0].year), told[0] if told else None)


def _dated(annotation: Annotation) -> Iterator[tuple[Date, int]]:
    """Yield the dates of the datelines, and of the leads of sentences."""
    for item in annotation.sentences:
        end = len(item.rendered.text)
        if item.block.kind is not BlockKind.DATELINE:
            end = lead_end(item, annotation.layout.rules)
        for mention in item.rendered.within(0, end, "date"):
            if mention.date and not mention.date.end:
                yield mention.date, item.index


def date_title(context: Context) -> None:
    """Date an instrument by the "Lima, 4 May 2019" right below its title.

    Not by a day alone, which may be that of the page it is printed on.
    """
    title, sentences = context.title, context.scribe.annotation.sentences
    document = (
        context.document(title.instrument) if title and title.instrument else None
    )
    if title is None or document is None or len(sentences) <= title.sentence + 1:
        return
    below = sentences[title.sentence + 1]
    slots = [mention.slot for mention in below.mentions]
    date = (
        below.mentions[-1].date if slots in (["place", "date"], _WITH_STATE) else None
    )
    if below.block.kind is BlockKind.DATELINE and date and date.day and not date.end:
        context.scribe.state(
            document,
            HIWAR.when,
            Literal(date.edtf),
            "document.dateline",
            (title.sentence, below.index),
            basis=Basis.INFERRED,
        )


def lead_end(item: Annotated, rules: Rules) -> int:
    """Return where a lead such as "Lima, 4 May 2019 –" ends in a rendered sentence."""
    cue = rules.cues.get("dateline_lead")
    found = cue.match(item.rendered.text) if cue else None
    return found.end() if found else 0


def place_by_dateline(context: Context) -> None:
    """Place a meeting in its host's state where the dateline names that state too.

    Neither alone would do: a host may meet elsewhere, and a text is often
    published far from what it reports.
    """
    focus, dateline = context.book.focus, context.dateline
    if not focus or focus.places or dateline is None:
        return
    hosts = {
        f.actor: f.sentences
        for f in focus.facts
        if f.predicate == HIWAR.hostedBy and f.status.is_true
    }
    for item in context.scribe.annotation.sentences[: dateline[1] + 3]:
        near = item.block.kind is BlockKind.HEADING and len(item.mentions) == 1
        if near and item.mentions[0].text == item.view.text:
            thing = item.mentions[0].thing
            if thing in hosts and thing is not None:
                sentences = (*hosts[thing], item.index)
                focus.places.append(Placed(thing, item.view.text, _RULE, sentences))
