"""Organs of processes in the names of meetings: "Visa Group of the Lima Process"."""

import re

from hiwar.graph.mentions.mention import Mention
from hiwar.graph.mentions.render import Rendered
from hiwar.graph.rules import SLOTS, Rules

__all__ = ["without_organs"]

_ORGAN_AND_PROCESS = 2


def without_organs(
    rendered: Rendered, span: tuple[int, int], rules: Rules
) -> tuple[Mention, ...]:
    """Return what a name holds, but for the group that is a process's organ.

    "Second Meeting of the Visa Group of the Lima Process" is one of the Lima Process.
    """
    inside = tuple(rendered.within(*span))
    if [item.slot for item in inside].count("process") < _ORGAN_AND_PROCESS:
        return inside
    links = "|".join(rules.list_words("of_process") + rules.list_words("articles"))
    of = re.compile(rf"(?: (?:{links}))+ ?{SLOTS['process']}")
    return tuple(
        item
        for item in inside
        if (item.slot, getattr(item.thing, "iri", "")) != ("process", "")
        or not of.match(rendered.text, rendered.place_of(item) + 1)
    )
