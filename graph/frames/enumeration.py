"""Lists of persons that no pattern sees whole, since each name brings its post.

"It was opened by Ms A, Minister of X, and by Mr B, head of the department of Y, Z":
a pattern ends at the first apposition that is no mention. Here the list goes on, or
begins before, as long as no verb stands between two names.
"""

import re

from hiwar.graph.frames.match import Match
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.rules import Rules

__all__ = ["whole_list"]

_FAR = 240
"""Between two names of a list are at most so many characters."""


def whole_list(match: Match, actors: list[Mention], rules: Rules) -> list[Mention]:
    """Return actors with the persons of the list that a match ends or begins within.

    Where the list may have ended, and the next name begin another clause, it has.
    """
    mentions = match.item.rendered.mentions
    places = {mention.start: place for place, mention in mentions.items()}
    persons = sorted(places[a.start] for a in actors if a.slot == "person")
    if not persons or "list_link" not in rules.cues:
        return actors
    text, (start, end) = match.item.rendered.text, match.found.span()
    ends, begins = text[persons[-1] + 1 : end], text[start : persons[0]]
    found: list[int] = []
    if not _has_word(ends):
        found += _behind(match, persons[-1], rules)
        clause = rules.cues.get("clause_of")
        acts = clause and clause.match(text, persons[-1] + 1)
        apposed = begins.rstrip().endswith(",")
        if acts and len(persons) > 1 and _has_word(begins) and not apposed:
            actors = [a for a in actors if places[a.start] != persons[-1]]
    if not _has_word(begins):
        found += _before(match, persons[0], rules)
    known = {actor.start for actor in actors}
    return actors + [
        mentions[place] for place in found if mentions[place].start not in known
    ]


def _has_word(text: str) -> bool:
    """Whether more than a bracket stands between a list and the end of its match."""
    return bool(re.search(r"\w", re.sub(r"\([^()]*\)", "", text)))


def _behind(match: Match, place: int, rules: Rules) -> list[int]:
    """Return the persons who follow one in a list, but for one who begins a clause."""
    text, found = match.item.rendered.text, []
    link, clause = rules.cues["list_link"], rules.cues.get("clause_of")
    for other in _persons(match):
        if other <= place:
            continue
        if other - place > _FAR or not link.fullmatch(text, place + 1, other):
            break
        if clause and clause.match(text, other + 1):
            break
        found.append(other)
        place = other
    return found


def _before(match: Match, place: int, rules: Rules) -> list[int]:
    """Return the persons who stand before one in a list that a sentence begins with."""
    text, found = match.item.rendered.text, []
    link, governed = rules.cues["list_link"], rules.cues.get("governed")
    for other in reversed(_persons(match)):
        if other >= place:
            continue
        if place - other > _FAR or not link.fullmatch(text, other + 1, place):
            break
        found.append(other)
        place = other
    if found and governed and governed.search(text, 0, place):
        return []
    return found


def _persons(match: Match) -> list[int]:
    """Return where the persons of a sentence stand, in their order."""
    mentions = match.item.rendered.mentions
    return sorted(place for place, item in mentions.items() if item.slot == "person")
