"""How a text is laid out, in short."""

from hiwar.graph.text.layout import Layout, lay_out
from hiwar.graph.text.source import source_from_text

__all__ = ["PROSE", "blocks", "laid_out"]

PROSE = "The ministers of the states met in the city, as they do in each of the years."


def laid_out(text: str) -> Layout:
    return lay_out(source_from_text(text, "text"))


def blocks(text: str) -> list[tuple[str, str, str]]:
    """Return kind, marker and text of each block of an English text."""
    layout = laid_out(f"{PROSE}\n\n{text}")
    assert layout.source.language == "en"
    return [
        (block.kind.value, block.marker, layout.source.text[block.start : block.end])
        for block in layout.blocks[1:]
    ]
