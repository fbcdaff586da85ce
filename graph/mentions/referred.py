"""Common nouns for a meeting: "the conference", told before or told by who met."""

import re

from hiwar.graph.mentions.editions import is_of_persons, kind_of
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.mentions.names import head_of
from hiwar.graph.mentions.phrases import phrases_for
from hiwar.graph.mentions.render import Rendered
from hiwar.graph.rules import Rules

__all__ = ["with_referred"]


def with_referred(
    found: list[Mention], rendered: Rendered, view_text: str, rules: Rules
) -> list[Mention]:
    """Return meetings that phrases name, and those that common nouns mean."""
    for match in phrases_for(rules).meeting_generic.finditer(rendered.text):
        if is_of_persons(match, match.end(), rules):
            continue
        start, end = rendered.span(match.start(), match.end())
        found = [
            i
            for i in found
            if not (start <= i.start and i.end <= end)
            or any(part.slot != "date" for part in i.parts)
        ]
        if any(i.start < end and start < i.end for i in found):
            continue
        details = {
            "generic": _meant(match, rules),
            "word": (match["head"] or match["alone"]).lower(),
            "det": (match["det"] or "").lower(),
        }
        parts = tuple(rendered.within(match.start(), match.end(), "date"))
        item = Mention("meeting", start, end, view_text[start:end], parts=parts)
        found.append(
            _of_those(match, item, details, rendered, view_text, rules)
            or Mention("meeting", start, end, item.text, parts=parts, details=details)
        )
    return found


def _meant(match: re.Match[str], rules: Rules) -> str:
    """Return what the data say of the common noun that means a meeting."""
    kind = "generic" if match["head"] else "definite"
    return head_of(match["head"] or match["alone"], rules, kind)


def _of_those(
    match: re.Match[str],
    item: Mention,
    details: dict[str, str],
    rendered: Rendered,
    text: str,
    rules: Rules,
) -> Mention | None:
    """Return "the conference of interior ministers", told to be held or called off.

    It is named by those who meet, unless a text has told of a meeting before it.
    """
    cue = rules.cues.get("those_met")
    found = cue.match(rendered.text, match.end()) if cue and match["head"] else None
    if found is None or item.parts:
        return None
    end = rendered.span(match.end(), match.end() + len(found["tail"]))[1]
    name = text[rendered.span(match.start("head"), match.end())[0] : end].strip()
    named = {"those": name, "kind": kind_of(name, rules), "head": details["word"]}
    whole = text[item.start : end].strip()
    start, parts = item.start, tuple(rendered.within(*found.span("tail")))
    return Mention(
        "meeting",
        start,
        start + len(whole),
        whole,
        parts=parts,
        details={**details, **named},
    )
