"""Meetings without a name, which common nouns tell of beside a day or a place."""

import re

from hiwar.graph.mentions.editions import kind_of
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.mentions.occasions import determiner, is_said_again
from hiwar.graph.mentions.phrases import phrases_for
from hiwar.graph.mentions.render import Rendered
from hiwar.graph.rules import Rules

__all__ = ["find_common_meetings"]


def find_common_meetings(
    rendered: Rendered, view_text: str, rules: Rules
) -> list[Mention]:
    """Return the meetings that common nouns tell of, where a day or a place is told.

    "A two-day workshop on visas was held in Oslo": no name, yet a meeting.
    """
    pattern = phrases_for(rules).meeting_common
    found = []
    for match in pattern.finditer(rendered.text) if pattern else ():
        adjectives = {word.lower() for word in match["adjectives"].split()}
        recurs = not adjectives.isdisjoint(rules.list_words("recurring"))
        if (recurs and not _has_day(match, rendered)) or is_said_again(match, rules):
            continue
        if _is_talk(match, rules):
            continue
        start, end = rendered.span(match.start("name"), match.end("name"))
        text, inside = view_text[start:end], rendered.within(*match.span("name"))
        details = {
            "kind": kind_of(text, rules),
            "head": match["head"].lower(),
            "det": determiner(match["det"].lower(), rules),
            "common": "yes",
        }
        if not adjectives.isdisjoint(rules.list_words("praising")):
            details = {"generic": "meeting", "det": details["det"]}
        found.append(
            Mention("meeting", start, end, text, parts=tuple(inside), details=details)
        )
    return found


def _is_talk(match: re.Match[str], rules: Rules) -> bool:
    """Whether a noun may mean what goes on for years, as "a dialogue" does.

    It is a meeting only where "a dialogue held in Oslo" says so.
    """
    held = rules.cues.get("talk_held")
    if match["head"].lower() not in rules.list_words("talk_nouns"):
        return False
    small = match["head"].islower() and match["det"] in rules.list_words("indefinite")
    return not (small and held and held.search(match.string[match.end("head") :]))


def _has_day(match: re.Match[str], rendered: Rendered) -> bool:
    """Whether a day of a year stands right behind what else would be a habit."""
    behind = rendered.mentions.get(match.end() + 4) or rendered.mentions.get(
        match.end()
    )
    return bool(behind and behind.date and behind.date.day and behind.date.year)
