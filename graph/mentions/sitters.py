"""Bodies that meet by number: "the ninth meeting of the X Board", "X's 9th sitting"."""

import re
from collections.abc import Iterator

from hiwar.graph.mentions.mention import View
from hiwar.graph.rules import Rules

__all__ = ["find_sitters"]

_CUES = ("meets_by_number", "holds_by_number", "numbered_body")
_MARKS = " ,;’'"


def find_sitters(view: View, rules: Rules) -> Iterator[tuple[str, str, int]]:
    """Yield the bodies that a text says to meet by number, with their acronyms.

    Of each its name, its acronym or nothing, and where the name begins: "the Visa
    Board (VB) held its third meeting" gives the Visa Board and VB.
    """
    for name in _CUES:
        cue, gate = rules.cues.get(name), rules.cues.get(f"{name}_if")
        if gate and not gate.search(view.text):
            continue
        for match in cue.finditer(view.text) if cue else ():
            found = match["name"].rstrip(_MARKS)
            yield found, _short(match), match.start("name")


def _short(match: re.Match[str]) -> str:
    """Return the acronym behind a name, if the pattern of its language has one."""
    return match.groupdict().get("short") or ""
