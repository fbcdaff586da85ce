"""What a text leaves out since it has just said it: the noun of a meeting.

"Two mini-summits had taken place. The first was held on 29 November": the first of
these.
"""

import re
from collections.abc import Sequence
from functools import cache

from hiwar.graph.mentions.annotated import Annotated
from hiwar.graph.mentions.editions import kind_of
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.mentions.ordinal import ordinal_number
from hiwar.graph.mentions.phrases import ordinal_pattern
from hiwar.graph.mentions.render import Rendered
from hiwar.graph.rules import SLOTS, Rules
from hiwar.graph.rules.patterns import Sought

__all__ = ["find_elided"]

_NEAR = 60


@cache
def _elided(rules: Rules) -> Sought | None:
    """Return the pattern of an ordinal that stands for a meeting: "the second was"."""
    lead, behind = (rules.cues.get(f"elided_{name}") for name in ("lead", "behind"))
    if lead is None or behind is None:
        return None
    return Sought(
        rf"(?:{lead.pattern})(?P<name>(?P<ord>{ordinal_pattern(rules)}))"
        rf"(?={behind.pattern})",
        re.IGNORECASE,
    )


def find_elided(
    rendered: Rendered,
    text: str,
    rules: Rules,
    before: Sequence[Annotated],
    *,
    is_first: bool = False,
) -> list[Mention]:
    """Return the meetings that an ordinal alone names, after what they are was said.

    The noun is that of a numbered meeting before it in the sentence, else that of
    the meetings of which a sentence before tells, the nearest first. Counted
    meetings are those of the same paragraph.
    """
    pattern, found = _elided(rules), list[Mention]()
    for match in pattern.finditer(rendered.text) if pattern else ():
        number = ordinal_number(match["ord"], rules)
        near = before if _is_placed(match, rendered) else before[:1]
        noun, counted = _meant(rendered, match.start(), rules, near, is_first=is_first)
        if not noun or not number or _is_of_others(rendered.text, match, rules):
            continue
        start, end = rendered.span(*match.span("name"))
        details = {
            "kind": kind_of(noun, rules),
            "head": noun.rpartition(" ")[2],
            "ordinal": str(number),
            "counted": "yes" if counted else "",
            "det": "the",
        }
        name = f"{text[start:end]} {noun}"
        found.append(Mention("meeting", start, end, name, details=details))
    return [*found, *_find_others(rendered, text, rules, before)]


def _is_of_others(text: str, match: re.Match[str], rules: Rules) -> bool:
    """Whether a clause before tells of somebody else: "A man left; the second …"."""
    before, first = text[: match.start()], match[0].startswith(";")
    numbered = re.search(ordinal_pattern(rules), before, re.IGNORECASE)
    return first and SLOTS["meeting"] not in before and numbered is None


def _meant(
    rendered: Rendered,
    position: int,
    rules: Rules,
    before: Sequence[Annotated],
    *,
    is_first: bool,
) -> tuple[str, bool]:
    """Return the noun that a number leaves out, and whether such are counted.

    There is none where other things are counted since: "two agreements. The first".
    """
    noun, counted = _told(rendered, position, rules)
    others = rules.cues.get("counted_others")
    since = _since(rendered, position)
    for place, item in enumerate(before):
        if noun or (others and others.search(since)):
            break
        if place == 0 and not is_first and (told := _counted(item, rules)):
            return told, True
        end = len(item.rendered.text)
        noun, counted = _told(item.rendered, end, rules)
        since = _since(item.rendered, end)
    return ("", False) if others and others.search(since) else (noun, counted)


def _since(rendered: Rendered, position: int) -> str:
    """Return what stands between the last numbered meeting and a place."""
    numbered = [
        place
        for place, mention in rendered.mentions.items()
        if place < position
        and mention.slot == "meeting"
        and mention.details.get("ordinal")
    ]
    return rendered.text[max(numbered, default=0) : position]


def _is_placed(match: re.Match[str], rendered: Rendered) -> bool:
    """Whether a day or a place stands behind: what was named long before is meant."""
    return bool(rendered.within(match.end(), match.end() + _NEAR, "date", "place"))


def _find_others(
    rendered: Rendered, text: str, rules: Rules, before: Sequence[Annotated]
) -> list[Mention]:
    """Return the meetings that come next or came last: "the next one will be held"."""
    cue, found = rules.cues.get("elided_other"), list[Mention]()
    for match in cue.finditer(rendered.text) if cue else ():
        last = _last(rendered, match.start(), named=True)
        for item in before:
            end = len(item.rendered.text)
            last = last or _last(item.rendered, end, named=True)
        if last is None or last.details.get("counted"):
            continue
        start, end = rendered.span(*match.span("name"))
        noun = _unnumbered(last, rules)
        details = {
            "kind": last.details.get("kind", "other"),
            "head": noun.rpartition(" ")[2],
            "det": "the",
            "other": noun,
        }
        name = f"{text[start:end].partition(' ')[0].lower()} {noun}"
        parts = tuple(part for part in last.parts if part.slot == "process")
        found.append(Mention("meeting", start, end, name, parts=parts, details=details))
    return found


def _last(rendered: Rendered, position: int, *, named: bool) -> Mention | None:
    """Return the last numbered meeting before a place, or one of a named process."""
    numbered = [
        mention
        for place, mention in sorted(rendered.mentions.items())
        if place < position
        and mention.slot == "meeting"
        and (mention.details.get("ordinal") or (named and mention.part("process")))
    ]
    return numbered[-1] if numbered else None


def _unnumbered(meeting: Mention, rules: Rules) -> str:
    """Return what a meeting is called, without its number or "next"."""
    if noun := meeting.details.get("other"):
        return noun
    start = rf"^(?:\w+ )?(?:{ordinal_pattern(rules)}) "
    return re.sub(start, "", meeting.text, flags=re.IGNORECASE)


def _told(rendered: Rendered, position: int, rules: Rules) -> tuple[str, bool]:
    """Return what the last numbered meeting before a place is called, if any.

    And whether it is one of those that a text counts, and no edition.
    """
    last = _last(rendered, position, named=False)
    if last is None:
        return "", False
    return _unnumbered(last, rules), bool(last.details.get("counted"))


def _counted(before: Annotated, rules: Rules) -> str:
    """Return what the meetings that a sentence counts are called, if it counts any."""
    counted = rules.cues.get("counted_meetings")
    told = list(counted.finditer(before.rendered.text)) if counted else []
    return told[-1]["noun"].lower() if told else ""
