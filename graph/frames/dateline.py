"""The dateline: when, and where, a text says that it was published."""

from hiwar.graph.frames.context import Context
from hiwar.graph.frames.meeting import Placed
from hiwar.graph.mentions import Annotation
from hiwar.graph.mentions.date import Date
from hiwar.graph.namespaces import HIWAR
from hiwar.graph.text.layout import BlockKind

__all__ = ["dateline_of", "place_by_dateline"]

_RULE = "meeting.dateline-host"


def dateline_of(annotation: Annotation) -> tuple[Date, int] | None:
    """Return the date of publication that the text itself gives, and its sentence."""
    for item in annotation.sentences:
        if item.block.kind is BlockKind.DATELINE:
            for mention in item.mentions:
                if mention.date and mention.date.year:
                    return mention.date, item.index
    return None


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
