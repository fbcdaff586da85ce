"""The status gate: what a clause does with the fact in it.

A wish, a plan, a quotation or a denial never becomes a settled fact: where a cue
stands in the clause, the fact takes the cue's status. Sources: UNDO's split of
operative and preambular parts; extraction literature on modality and negation.
"""

import re

from hiwar.graph.mentions import Annotated
from hiwar.graph.model import Status
from hiwar.graph.rules import Rule, Rules

__all__ = ["clause_before", "judge"]

_BOUNDARY = re.compile(
    r"[.;:]\s|,? (?:while|but|whereas|although|as|and then) ", re.IGNORECASE
)
_ORDER = (
    ("negated", Status.NEGATED),
    ("attributed", Status.ATTRIBUTED),
    ("planned", Status.PLANNED),
    ("aspirational", Status.ASPIRATIONAL),
)


def judge(
    item: Annotated, match: re.Match[str], rule: Rule, rules: Rules
) -> tuple[Status, str]:
    """Return the status of the fact in a match, and the cue that decided.

    Guarantee: the status is true only if the sentence is the document's own
    voice and its clause holds no cue of negation, plan, wish or attribution.
    """
    if item.is_spoken:
        return Status.ATTRIBUTED, "a speaker's words"
    clause = clause_before(item.rendered.text, match.start()) + _trigger(match)
    for name, status in _ORDER:
        cue = rules.cues.get(name)
        found = cue.search(clause) if cue else None
        if found:
            return status, found[0]
    if rule.status:
        return Status(rule.status), ""
    return Status.REPORTED, ""


def _trigger(match: re.Match[str]) -> str:
    """Return a match without what was agreed or discussed, whose cues are its own."""
    if "text" in match.re.groupindex and match.start("text") >= 0:
        return match[0][: match.start("text") - match.start()]
    return match[0]


def clause_before(text: str, position: int) -> str:
    """Return what stands before a position in its clause.

    >>> clause_before("It rained; the states will ", 27)
    'the states will '
    """
    start = 0
    for boundary in _BOUNDARY.finditer(text, 0, position):
        start = boundary.end()
    return text[start:position]
