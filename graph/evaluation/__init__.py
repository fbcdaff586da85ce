"""Evaluation: how much of what documents say is found, and how much of it is right.

Gold records are hand-made, in the form of `hiwar.graph.record`. A reading's record is
compared with them slot by slot; what counts as the same is in ``docs/evaluation.md``.
"""

from hiwar.graph.evaluation.ablation import STAGES, Ablation, ablate
from hiwar.graph.evaluation.gold import Collection, load_collection
from hiwar.graph.evaluation.records import compare
from hiwar.graph.evaluation.report import (
    ablation_figures,
    ablation_table,
    figures,
    table,
)
from hiwar.graph.evaluation.tally import Note, Scores, Tally

__all__ = [
    "STAGES",
    "Ablation",
    "Collection",
    "Note",
    "Scores",
    "Tally",
    "ablate",
    "ablation_figures",
    "ablation_table",
    "compare",
    "figures",
    "load_collection",
    "table",
]
