"""Explanations: what reading made of each sentence of a document, and why.

`explain` gathers it from the reading and its trace; `lines` writes it for a
terminal, `page` as HTML. Nothing is read a second time.
"""

from hiwar.graph.explanation.account import (
    Explained,
    Explanation,
    Fact,
    Finding,
    Named,
)
from hiwar.graph.explanation.gathering import explain
from hiwar.graph.explanation.lines import write_lines
from hiwar.graph.explanation.page import write_page

__all__ = [
    "Explained",
    "Explanation",
    "Fact",
    "Finding",
    "Named",
    "explain",
    "write_lines",
    "write_page",
]
