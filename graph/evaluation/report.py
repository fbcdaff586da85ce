"""Figures as tables for people and as objects for programs."""

from collections.abc import Iterable
from typing import Any

from hiwar.graph.evaluation.tally import Scores, Tally

__all__ = ["ablation_figures", "ablation_table", "figures", "table"]

_ALL = "ALL FACTS"


def _rows(scores: Scores) -> dict[str, Tally]:
    return {**dict(sorted(scores.slots.items())), _ALL: scores.all_facts}


def figures(scores: Scores) -> dict[str, Any]:
    """Return the figures of all slots, rounded to four digits."""
    return {
        "documents": scores.documents,
        "absent": scores.absent,
        "false_adoption": round(scores.false_adoption, 4),
        "slots": {
            slot: {
                "p": round(tally.precision, 4),
                "r": round(tally.recall, 4),
                "f1": round(tally.f1, 4),
                "got": tally.got,
                "want": tally.want,
            }
            for slot, tally in _rows(scores).items()
        },
    }


def table(scores: Scores) -> str:
    """Return precision, recall and F1 of all slots, and the false adoption.

    >>> print(table(Scores()).splitlines()[-1])
    false adoption 0.000 (0 of 0 settled facts)
    """
    lines = [
        f"{scores.documents} documents, {scores.absent} without a record",
        f"{'slot':24}{'P':>7}{'R':>7}{'F1':>7}{'got':>7}{'want':>7}",
    ]
    lines += [
        f"{slot:24}{tally.precision:7.3f}{tally.recall:7.3f}{tally.f1:7.3f}"
        f"{tally.got:7d}{tally.want:7d}"
        for slot, tally in _rows(scores).items()
    ]
    lines.append(
        f"false adoption {scores.false_adoption:.3f}"
        f" ({scores.false_settled} of {scores.settled} settled facts)"
    )
    return "\n".join(lines)


def ablation_table(whole: Scores, without: Iterable[tuple[str, Scores]]) -> str:
    """Return the figures over all facts, whole and without each stage."""
    lines = [
        f"{'without':28}{'P':>7}{'R':>7}{'F1':>7}{'change':>8}{'false adoption':>16}"
    ]
    for name, scores in (("(nothing)", whole), *without):
        facts = scores.all_facts
        change = facts.f1 - whole.all_facts.f1
        lines.append(
            f"{name:28}{facts.precision:7.3f}{facts.recall:7.3f}{facts.f1:7.3f}"
            f"{change:+8.3f}{scores.false_adoption:16.3f}"
        )
    return "\n".join(lines)


def ablation_figures(without: Iterable[tuple[str, Scores]]) -> dict[str, Any]:
    """Return the figures over all facts without each stage."""
    found = {}
    for name, scores in without:
        all_figures = figures(scores)
        found[name] = {
            **all_figures["slots"][_ALL],
            "false_adoption": all_figures["false_adoption"],
        }
    return found
