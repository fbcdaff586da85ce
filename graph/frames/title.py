"""The title of a document: whose it is, and the instrument that the text itself is."""

from dataclasses import dataclass

from hiwar.graph.mentions import Annotated, Annotation
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.model import Thing
from hiwar.graph.text.layout import BlockKind

__all__ = ["Title", "read_title"]

_WORDS = 2
_MARGIN = 4
_SEARCHED = 8
_ACTORS = frozenset({"state", "org"})


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
    """Return what the first line of several words says, none for running text."""
    for item in annotation.sentences[:_SEARCHED]:
        block = item.block
        if block.kind in (BlockKind.FURNITURE, BlockKind.QUOTE) or item.is_spoken:
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
        if mention.slot != "document" or mention.start > _MARGIN:
            continue
        whole = len(text) - mention.end <= _MARGIN
        if (whole and named and named.match(text)) or (joint and joint.match(text)):
            return mention
    return None
