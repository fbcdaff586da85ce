"""The title of a document: whose it is, and the instrument that the text itself is."""

from dataclasses import dataclass, replace

from hiwar.graph.mentions import Annotated, Annotation
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.model import Thing
from hiwar.graph.text.layout import BlockKind

__all__ = ["Title", "read_title"]

_WORDS = 2
_MARGIN = 4
_LABEL_ENDS = frozenset("–—|:")
_SEARCHED = 8
_ACTORS = frozenset({"state", "org"})
_PASSED = (BlockKind.FURNITURE, BlockKind.QUOTE, BlockKind.ITEM, BlockKind.DATELINE)


@dataclass(frozen=True, slots=True)
class Title:
    """What the title line of a document says.

    Attributes:
        sentence: Where it stands.
        parties: The states and organisations in it, in its order.
        instrument: The document that the whole line names: the text is that document.
    """

    sentence: int
    parties: tuple[Thing, ...]
    instrument: Mention | None


def read_title(annotation: Annotation) -> Title | None:
    """Return what the first line of several words says, none for running text.

    A letterhead or a headline above the heading that names an instrument is passed;
    where the heading names no parties, they are those of the line above.
    """
    first = later = _first_title(annotation, 0)
    while later and (not later.instrument or _is_listed(annotation, later)):
        later = _first_title(annotation, later.sentence + 1)
    if first and later and not later.parties:
        return replace(later, parties=first.parties)
    return later or first


def _is_listed(annotation: Annotation, title: Title) -> bool:
    """Whether a menu names a paper: that is not what the text below it is."""
    return annotation.sentences[title.sentence].block.kind is BlockKind.ITEM


def _first_title(annotation: Annotation, start: int) -> Title | None:
    """Return the title that a line from a sentence on is, before the running text."""
    for item in annotation.sentences[start:_SEARCHED]:
        block = item.block
        if block.kind in _PASSED or item.is_spoken:
            continue
        if len(item.view.text.split()) < _WORDS:
            continue
        if block.last - block.first > 1 or item.view.text.rstrip()[-1:] in ".!?:;":
            return None
        actors = dict.fromkeys(
            part.thing
            for mention in item.mentions
            for part in (mention, *mention.parts)
            if part.slot in _ACTORS and part.thing
        )
        return Title(item.index, tuple(actors), _instrument(annotation, item))
    return None


def _instrument(annotation: Annotation, item: Annotated) -> Mention | None:
    """Return the document that a line names, as a whole or as "Joint …"."""
    cues, text = annotation.layout.rules.cues, item.view.text
    named, joint = cues.get("instrument_title"), cues.get("joint_title")
    for mention in item.mentions:
        if mention.slot != "document":
            continue
        begins = mention.start <= _MARGIN
        labelled = text[: mention.start].rstrip()[-1:] in _LABEL_ENDS
        whole = begins and len(text) - mention.end <= _MARGIN
        if whole and named and named.match(text):
            return mention
        if (begins or labelled) and joint and joint.match(text[mention.start :]):
            return mention
    return None
