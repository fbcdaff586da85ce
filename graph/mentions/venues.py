"""Venues that no registry knows: capital words where a text says where people met.

Three things make such words a place: a state right behind them ("in Sibiu, Romania"),
a verb of meeting right before ("held in Sibiu"), or a day ("in Sibiu on 4 May").
"""

import re
from functools import cache

from hiwar.graph.mentions.mention import Mention, fold
from hiwar.graph.mentions.render import Rendered
from hiwar.graph.model import Thing
from hiwar.graph.rules import SLOTS, Rules
from hiwar.graph.rules.patterns import Sought
from hiwar.graph.rules.spelling import CAPITALS

__all__ = ["find_venues"]

_WORD = rf"[{CAPITALS}][^\W\d_]+(?:[-’'][^\W\d_]+)*"
_SMALL = r"(?:de|del|da|do|la|las|los|el|al|es|of|sur|upon|am|an der) "
_NAME = rf"(?-i:{_WORD}(?: (?:{_SMALL})?{_WORD}){{0,3}})"


@cache
def _patterns(rules: Rules) -> tuple[Sought, ...]:
    """Return the patterns of a language, none where it has no cues for them."""
    before, beside = rules.cues.get("venue_before"), rules.cues.get("venue_beside")
    if not before or not beside:
        return ()
    ends = rf"(?=[,.;:)]|$|,? {SLOTS['date']}|{rules.cues['venue_after'].pattern})"
    part = rules.words.get("parts_of_states", "")
    state = rf"(?:,? |, ?|\s?\()(?:{part})?{SLOTS['state']}"
    lead = rf"(?={state}\)?(?:,? {SLOTS['date']})?\s?[–—:-])"
    hosts = rules.cues.get("venue_hosts")
    behind = rf"(?={hosts.pattern})" if hosts else "(?!)"
    dated = rules.cues.get("venue_dated")
    near = dated.pattern if dated else "(?!)"
    return (
        Sought(rf"{rules.cues['venue_lead'].pattern}(?P<l>{_NAME}){lead}"),
        Sought(rf"^(?P<l>{_NAME}){behind}"),
        Sought(rf"{beside.pattern}(?P<l>{_NAME})(?={state})", re.IGNORECASE),
        Sought(rf"{before.pattern}(?P<l>{_NAME}){ends}", re.IGNORECASE),
        Sought(rf"{near}(?P<l>{_NAME})(?=,? (?:\w+ )?{SLOTS['date']})", re.IGNORECASE),
    )


@cache
def _no_venues(rules: Rules) -> frozenset[str]:
    """Return the words that no name of a venue has."""
    words = rules.word_set("stop_names", "portfolio", "not_places", "post_heads")
    return words | {word.capitalize() for word in rules.words.get("months", {})}


def find_venues(rendered: Rendered, view_text: str, rules: Rules) -> list[Mention]:
    """Return the places of which a sentence says that somebody met there."""
    stop, other = _no_venues(rules), rules.cues.get("no_venue")
    found: dict[int, Mention] = {}
    for pattern in _patterns(rules):
        for match in pattern.finditer(rendered.text):
            name = match["l"]
            if stop & set(name.split()) or name.isupper():
                continue
            if other and other.search(rendered.text, 0, match.start()):
                continue
            start, end = rendered.span(match.start("l"), match.end("l"))
            text = view_text[start:end]
            place = Thing("Place", fold(text))
            found.setdefault(start, Mention("place", start, end, text, place))
    return list(found.values())
