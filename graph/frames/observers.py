"""Who only observed a meeting: "as observers", "observers from X"."""

import re

from hiwar.graph.frames.match import Match
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.rules import SLOTS, Rules

__all__ = ["observers_in"]

_ACTORS = ("state", "org", "person", "demonym")
_SLOTS = "".join(SLOTS[name] for name in _ACTORS)


def observers_in(match: Match, rules: Rules) -> list[Mention]:
    """Return those of the actors of a sentence who took part as observers.

    "Observers" before a name counts for the list that it leads; behind a verb, for
    all whom the match names, or for the last one: "as an observer".
    """
    leads, behind = rules.cues.get("observers_lead"), rules.cues.get("as_observers")
    rendered = match.item.rendered
    found: list[Mention] = []
    said = behind.search(match.found[0] + _rest(match)) if behind else None
    if said:
        named = rendered.within(*match.found.span(), *_ACTORS)
        return named[-1:] if said["one"] else named
    watching, last = False, 0
    for place, mention in sorted(rendered.mentions.items()):
        if mention.slot not in _ACTORS:
            continue
        between = rendered.text[last:place]
        if leads and leads.search(between):
            watching = True
        elif re.search(r"[.;]|[^\W\d_]{5,}", between):
            watching = False
        if watching:
            found.append(mention)
        last = place + 1
    return found


def _rest(match: Match) -> str:
    """Return the clause behind a match, up to whom it names next."""
    return re.split(rf"[.;:,{_SLOTS}]", match.item.rendered.text[match.found.end() :])[
        0
    ]
