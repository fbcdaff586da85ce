"""Lists of persons that no pattern sees whole, since each name brings its post.

"It was opened by Ms A, Minister of X, and by Mr B, head of the department of Y, Z":
a pattern ends at the first apposition that is no mention. Here the list goes on, or
begins before, as long as no verb stands between two names.
"""

import re

from hiwar.graph.frames.match import Match
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.rules import SLOTS, Rules

__all__ = ["homes_of", "whole_list"]

_FAR = 240
"""Between two names of a list are at most so many characters."""


def whole_list(match: Match, actors: list[Mention], rules: Rules) -> list[Mention]:
    """Return actors with the persons of the list that a match ends or begins within.

    Where the list may have ended, and the next name begin another clause, it has.
    """
    mentions = match.item.rendered.mentions
    places = {mention.start: place for place, mention in mentions.items()}
    first = min((places[actor.start] for actor in actors), default=0)
    last = max((places[actor.start] for actor in actors), default=0)
    if _acts_itself(match, first, last, rules):
        last = _clause_start(match, first, last, rules)
        actors = [actor for actor in actors if places[actor.start] < last]
    persons = sorted(places[a.start] for a in actors if a.slot == "person")
    if not persons or "list_link" not in rules.cues:
        return actors
    text, (start, end) = match.item.rendered.text, match.found.span()
    found: list[int] = []
    if not _has_word(text[persons[-1] + 1 : end]):
        found += _behind(match, persons[-1], rules)
    if not _has_word(text[start : persons[0]]):
        found += _before(match, persons[0], rules)
    known = {actor.start for actor in actors}
    return actors + [
        mentions[place] for place in found if mentions[place].start not in known
    ]


def homes_of(match: Match, actors: list[Mention], rules: Rules) -> list[Mention]:
    """Return the states right behind persons: "Ms A of Chad", "Ms A (Chad)"."""
    rendered = match.item.rendered
    of = "|".join(rules.list_words("of_actor")) or "(?!)"
    pattern = re.compile(rf" (?:\((?=.\))|(?:{of}) ){SLOTS['state']}(?!['’]s)")
    persons = {actor.start for actor in actors if actor.slot == "person"}
    found = [
        pattern.match(rendered.text, place + 1)
        for place, mention in rendered.mentions.items()
        if mention.start in persons
    ]
    return [rendered.mentions[home.end() - 1] for home in found if home]


def _acts_itself(match: Match, first: int, last: int, rules: Rules) -> bool:
    """Whether the last actor of a list begins a clause: "X came, and Y sent none".

    The first verb of a sentence is that of the whole list: "the talks of X and Y were".
    """
    text, (start, end) = match.item.rendered.text, match.found.span()
    apposed = text[start:first].endswith(", ")
    if last + 1 != end or first == last or apposed or not _has_word(text[start:first]):
        return False
    joins = "|".join(rules.list_words("list_and")) or "(?!)"
    joined = re.search(rf"(?P<stop>[,;] )?(?:\b(?:{joins})|;) $", text[start:last])
    if not joined:
        return False
    acts = rules.cues.get("acts_itself")
    stopped = joined["stop"] or ";" in joined[0]
    if acts and not stopped and not acts.search(text, 0, first):
        return False
    is_person = match.item.rendered.mentions[last].slot == "person"
    cue = rules.cues.get("clause_of") if is_person else acts
    return bool(cue and cue.match(text, end))


def _clause_start(match: Match, first: int, last: int, rules: Rules) -> int:
    """Return where the clause of the last actor begins: "…, and X and Y sent none"."""
    joins = "|".join(rules.list_words("list_and")) or "(?!)"
    text = match.item.rendered.text
    starts = re.finditer(rf"[,;] (?:(?:{joins}) )?|;", text[first:last])
    joined = [s for s in starts if ";" in s[0] or s[0].strip(" ,")]
    return first + joined[-1].start() if joined else last


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
