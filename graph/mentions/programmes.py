"""Programmes and projects that proper phrases name: what pays for meetings and work.

"The Sahel Return Support project", where the text says that it is paid for or that
something is held under it. A plan that states adopt is a document, and none of these.
"""

import re
from collections.abc import Iterator

from hiwar.graph.mentions.mention import Mention, fold
from hiwar.graph.mentions.render import Rendered
from hiwar.graph.model import Thing
from hiwar.graph.rules import SLOTS, Rules

__all__ = ["find_programmes"]

_FEWEST = 2
_OTHERS = frozenset({"document", "instrument", "meeting", "date"})


def find_programmes(rendered: Rendered, view_text: str, rules: Rules) -> list[Mention]:
    """Return the programmes that a sentence names and says to be paid for or run."""
    found: list[Mention] = []
    for match in _matches(rendered.text, rules):
        inside = rendered.within(*match.span("name"))
        units = re.findall(
            rf"[A-ZÀ-Þ][\w’'&-]*|[{''.join(SLOTS.values())}]", match["name"]
        )
        if len(units) < _FEWEST or any(item.slot in _OTHERS for item in inside):
            continue
        start, end = rendered.span(*match.span("name"))
        name = view_text[start:end]
        thing = Thing("FundingInstrument", fold(name))
        found.append(
            Mention("instrument", start, end, name, thing, parts=tuple(inside))
        )
    return found


def _matches(text: str, rules: Rules) -> Iterator[re.Match[str]]:
    """Yield the names, those with the noun behind them and those with it before."""
    for cue in ("programme_name", "programme_called"):
        pattern = rules.cues.get(cue)
        yield from pattern.finditer(text) if pattern else ()
