"""Meetings that a process and a number or a year name: "II ACM", "GFMD 2025"."""

import re

from hiwar.graph.mentions.mention import Mention
from hiwar.graph.mentions.names import head_of
from hiwar.graph.mentions.render import Rendered
from hiwar.graph.rules import Rules

__all__ = ["find_editions", "is_edition", "kind_of"]

_PARTIES = 2


def find_editions(rendered: Rendered, view_text: str, rules: Rules) -> list[Mention]:
    """Return the meetings that a process and a year name: "GFMD 2025"."""
    found = []
    for position, process in rendered.mentions.items():
        behind = rendered.mentions.get(position + 2)
        year = behind.date.edtf if behind and behind.date else ""
        beside = rendered.text[position + 1 : position + 2] == " "
        if process.slot != "process" or not (beside and re.fullmatch(r"\d{4}", year)):
            continue
        if behind and _meets(process, rules):
            details = {
                "kind": kind_of(process.text, rules),
                "head": process.text.lower(),
                "det": "the",
                "proper": "yes",
            }
            span = (process.start, behind.end)
            text, parts = view_text[slice(*span)], (process, behind)
            found.append(Mention("meeting", *span, text, parts=parts, details=details))
    return found


def is_edition(match: re.Match[str], rendered: Rendered, rules: Rules) -> bool:
    """Whether a process with an ordinal is one meeting of it: "II ACM", "next ACM".

    Only of a process that is itself called a conference, a dialogue or the like.
    """
    mention = rendered.mentions[match.start("head")]
    words = set(match["pre"].lower().split())
    counted = match["ord"] or not words.isdisjoint(rules.list_words("next_words"))
    return bool(counted) and (len(mention.parts) == _PARTIES or _meets(mention, rules))


def _meets(process: Mention, rules: Rules) -> bool:
    """Whether a process is called what meets: a conference, a dialogue or the like."""
    thing = process.thing
    long_name = f"{thing.key} {thing.iri}" if thing else ""
    named = set(re.findall(r"\w+", f"{process.text} {long_name}".lower()))
    kinds = rules.word_set("edition_words")
    return not named.isdisjoint(word.lower() for word in kinds)


def kind_of(name: str, rules: Rules) -> str:
    """Return the kind of a meeting by its noun, else by those who are said to meet."""
    kind = head_of(name, rules, "meeting")
    if kind and kind != "other":
        return kind
    lower = name.lower()
    by_rank: dict[str, str] = rules.words.get("ranks", {})
    return next((kind for rank, kind in by_rank.items() if rank in lower), "other")
