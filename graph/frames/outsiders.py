"""Those who only seem to meet or to act: critics, tourists, teams, former ministers.

The words before an actor tell that others of that country are meant: "workers of Kenya
agreed to march", "tourists from Peru attended". Which words do is data.
"""

import re

from hiwar.graph.frames.match import Match
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.rules import SLOTS, Rules

__all__ = ["are_outsiders", "is_no_talk", "not_acting", "without_outsiders"]


def without_outsiders(
    actors: list[Mention], match: Match, rules: Rules
) -> list[Mention]:
    """Return the actors but those of whom only tourists, critics or members came.

    So are persons behind whom the text says so: "Ms Roe, a journalist". States have no
    members: in "the member countries of Peru and Chile", these came.
    """
    text = match.item.view.text
    before, behind = rules.cues.get("left_out"), rules.cues.get("called_stranger")
    members = rules.cues.get("whose_members")
    return [
        a
        for a in actors
        if not (before and before.search(text, 0, a.start))
        and not (a.slot == "org" and members and members.search(text, 0, a.start))
        and not (a.slot == "person" and behind and behind.match(text, a.end))
    ]


def are_outsiders(match: Match, rules: Rules, group: str | int = 0) -> bool:
    """Whether others act: "workers of Kenya and Peru agreed to march".

    The words before a group of the match tell, and before the list that it ends.
    """
    cue = rules.cues.get("outsiders")
    before = match.item.rendered.text[: match.found.start(group)]
    listed = rf"(?:[{SLOTS['state']}](?:{rules.separator}))+$"
    return bool(cue and cue.search(re.sub(listed, "", before)))


def is_no_talk(match: Match, rules: Rules) -> bool:
    """Whether people only spoke by telephone, or played a match against each other."""
    cue = rules.cues.get("no_talks")
    return bool(cue and cue.search(match.item.view.text))


def not_acting(actors: list[Mention], match: Match, rules: Rules) -> list[Mention]:
    """Return the actors of a match of whom it tells nothing.

    Those of a "call between A and B", and those in whose stead others act: "instead of
    A and B, C chaired".
    """
    cue, text = rules.cues.get("in_whose_stead"), match.item.view.text
    joins = "|".join(rules.list_words("list_and")) or "(?!)"
    linked = re.compile(rf" (?:{joins}) (?:the )?", re.IGNORECASE)
    apart, end = _between_two(match, rules), -1
    for actor in sorted(actors, key=lambda mention: mention.start):
        follows = 0 <= end <= actor.start and linked.fullmatch(text[end : actor.start])
        if follows or (cue and cue.search(text, 0, actor.start)):
            apart.append(actor)
            end = actor.end
    return apart


def _between_two(match: Match, rules: Rules) -> list[Mention]:
    """Return the actors of a "call between A and B" that a match begins within."""
    cue, rendered = rules.cues.get("between_two"), match.item.rendered
    return [
        mention
        for found in (cue.finditer(rendered.text) if cue else ())
        if found.start() < match.found.start()
        for mention in rendered.within(found.start(), found.end())
    ]
