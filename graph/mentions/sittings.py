"""Councils that a text names as meetings: "in the margins of the X Council"."""

import re
from functools import cache

from hiwar.graph.mentions.mention import Mention
from hiwar.graph.mentions.names import head_of
from hiwar.graph.mentions.render import Rendered
from hiwar.graph.rules import SLOTS, Rules
from hiwar.graph.rules.patterns import Sought

__all__ = ["find_sittings"]

_LEAD = r"(?-i:(?:[A-ZÀ-Þ][\w-]+,? (?:and )?){0,5})"


@cache
def _occasion(rules: Rules) -> Sought | None:
    """Return the pattern of a council at which something was.

    In its margins or ahead of it, a council sits; "at the council" it does only where
    a day or a place stands behind.
    """
    beside, before = (rules.cues.get(f"sitting_{n}") for n in ("beside", "before"))
    behind = rules.cues.get("sitting_behind")
    if not (before and beside and behind):
        return None
    org = SLOTS["org"]
    dated = rf"(?:{before.pattern})(?={_LEAD}{org}(?:{behind.pattern}))"
    return Sought(
        rf"(?:(?:{beside.pattern})|{dated})(?P<name>{_LEAD}(?P<body>{org}))",
        re.IGNORECASE,
    )


def find_sittings(rendered: Rendered, view_text: str, rules: Rules) -> list[Mention]:
    """Return the councils that are named as the occasion of something."""
    pattern, found = _occasion(rules), []
    for match in pattern.finditer(rendered.text) if pattern else ():
        body = rendered.mentions[match.start("body")]
        kind = head_of(body.text, rules, "sitting")
        if kind:
            start, end = rendered.span(*match.span("name"))
            details = {"kind": kind, "head": "council", "det": "the", "proper": "yes"}
            name = view_text[start:end]
            found.append(
                Mention("meeting", start, end, name, parts=(body,), details=details)
            )
    return found
