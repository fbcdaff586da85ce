"""A sentence with its mentions, which the frames read."""

from dataclasses import dataclass

from hiwar.graph.mentions.mention import Mention, View
from hiwar.graph.mentions.render import Rendered
from hiwar.graph.model import Sentence
from hiwar.graph.text.layout import Block, BlockKind

__all__ = ["Annotated"]


@dataclass(frozen=True, slots=True)
class Annotated:
    """A sentence with its mentions, rendered for patterns.

    Attributes:
        is_spoken: Whether all of it is somebody's words.
    """

    sentence: Sentence
    block: Block
    view: View
    mentions: tuple[Mention, ...]
    rendered: Rendered
    is_spoken: bool

    @property
    def index(self) -> int:
        """The index of the sentence in its document."""
        return self.sentence.index

    @property
    def is_unread(self) -> bool:
        """Whether nothing is looked for in it: it is too long, or of the page."""
        return self.view.is_too_long or self.block.kind is BlockKind.FURNITURE
