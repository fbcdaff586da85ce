"""Meetings by a process and a number, "II ACM", and the kind that a name tells."""

import re
from dataclasses import replace

from hiwar.graph.mentions.mention import Mention
from hiwar.graph.mentions.names import head_of
from hiwar.graph.mentions.render import Rendered
from hiwar.graph.rules import SLOTS, Rules

__all__ = [
    "find_editions",
    "is_edition",
    "is_of_another",
    "is_of_persons",
    "join_heads",
    "kind_of",
]

_PARTIES = 2


def find_editions(rendered: Rendered, view_text: str, rules: Rules) -> list[Mention]:
    """Return the meetings that a process and a year name: "GFMD 2025".

    And those for which its name stands alone: "the GFMD was held", "at the virtual
    GFMD"; and those that an acronym and a number name: "COP 22", "VRF 2022 was held".
    """
    found = _numbered(rendered, view_text, rules)
    for position, process in rendered.mentions.items():
        behind = rendered.mentions.get(position + 2)
        year = behind.date.edtf if behind and behind.date else ""
        beside = rendered.text[position + 1 : position + 2] == " "
        of_year = beside and re.fullmatch(r"\d{4}", year)
        if process.slot != "process":
            continue
        if _is_taken(rendered, position, rules):
            found.append(_own(process))
            continue
        if behind and of_year and _meets(process, rules):
            found.append(_edition((process, behind), view_text, rules))
        elif _sits(rendered, position, rules) and _is_met(process, rules):
            found.append(_edition((process,), view_text, rules))
    return found


def _edition(parts: tuple[Mention, ...], view_text: str, rules: Rules) -> Mention:
    """Return the meeting that a process names, with the year behind it."""
    name = parts[0].text
    details = {
        "kind": kind_of(name, rules),
        "head": name.lower(),
        "det": "the",
        "proper": "yes",
    }
    span = (parts[0].start, parts[-1].end)
    text = view_text[slice(*span)]
    return Mention("meeting", *span, text, parts=parts, details=details)


def _is_taken(rendered: Rendered, position: int, rules: Rules) -> bool:
    """Whether the acronym of a series stands for one meeting: "she chaired the AVC"."""
    taken = rules.cues.get("series_taken")
    is_series = rendered.mentions[position].details.get("series")
    return bool(is_series and taken and taken.search(rendered.text, 0, position))


def _own(process: Mention) -> Mention:
    """Return the meeting of a series of which a text tells: its own."""
    details = {"generic": "meeting", "word": "meeting", "det": "the"}
    return replace(process, slot="meeting", parts=(process,), details=details)


def _sits(rendered: Rendered, position: int, rules: Rules) -> bool:
    """Whether what stands at a place is told to be held, or attended this once."""
    behind, before, of = (
        rules.cues.get(f"sits_{name}") for name in ("behind", "before", "of")
    )
    text = rendered.text
    if before and before.search(text, 0, position):
        return True
    is_owner = of and of.search(text, 0, position)
    return bool(behind and not is_owner and behind.match(text, position + 1))


def _is_met(process: Mention, rules: Rules) -> bool:
    """Whether the name of a process may be that of one meeting of it."""
    named = len(process.parts) == _PARTIES or _meets(process, rules)
    return named or bool(process.details.get("series"))


def _numbered(rendered: Rendered, view_text: str, rules: Rules) -> list[Mention]:
    """Return the meetings that an acronym and a number or a year name."""
    cue, gate = (rules.cues.get(f"numbered_meeting{part}") for part in ("", "_if"))
    if not cue or (gate and not gate.search(rendered.text)):
        return []
    found = []
    for match in cue.finditer(rendered.text):
        group = next(name for name, text in match.groupdict().items() if text)
        start, end = rendered.span(*match.span(group))
        parts = tuple(rendered.within(*match.span(group), "date"))
        name = view_text[start:end]
        number = re.search(r"(?<!\d)\d{1,3}$", name)
        ordinal = str(int(number[0])) if number else ""
        details = {"kind": "other", "head": "", "det": "the", "proper": "yes"}
        details["ordinal"] = ordinal
        item = Mention("meeting", start, end, name, parts=parts, details=details)
        found.append(_with_apposed(item, rendered, match.span(group)))
    return found


def _with_apposed(item: Mention, rendered: Rendered, span: tuple[int, int]) -> Mention:
    """Return COP 13 with what it stands behind: "the meeting, COP 13, was"."""
    before = rendered.mentions.get(span[0] - len("M, "))
    commas = rendered.text[: span[0]].endswith(", ") and rendered.text[span[1] :]
    if not commas or not commas.startswith(",") or before is None:
        return item
    named = before.details.get("proper") or before.details.get("ordinal")
    is_same = before.slot == "meeting" and not named
    return replace(item, start=before.start) if is_same else item


def is_edition(match: re.Match[str], rendered: Rendered, rules: Rules) -> bool:
    """Whether a process with an ordinal is one meeting of it: "II ACM", "next ACM".

    Only of a process that is itself called a conference, a dialogue or the like.
    """
    mention = rendered.mentions[match.start("head")]
    if mention.details.get("series") and match["ord"]:
        goes_on = rules.cues.get("series_goes_on")
        return not (goes_on and goes_on.match(rendered.text, match.end()))
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


def join_heads(found: list[Mention], text: str, rules: Rules) -> list[Mention]:
    """Return the meetings, those joined that one phrase names with two heads.

    "The third ministerial consultative meeting" is one, and a "Ministerial" none in it.
    """
    cue, whole = rules.cues.get("same_phrase"), list[Mention]()
    for item in found:
        last = whole[-1] if whole else None
        gap = text[last.end : item.start] if last else "."
        if last and gap == ", " and _is_apposed(last, item, text):
            whole[-1] = replace(item, start=last.start)
        elif last and cue and cue.fullmatch(gap) and not item.details.get("ordinal"):
            whole[-1] = replace(
                last,
                end=item.end,
                text=text[last.start : item.end],
                parts=(*last.parts, *item.parts),
                details={
                    **item.details,
                    "ordinal": last.details.get("ordinal", ""),
                    "det": last.details.get("det", ""),
                    "kind": kind_of(text[last.start : item.end], rules),
                    "year": last.details.get("year") or item.details.get("year", ""),
                },
            )
        else:
            whole.append(item)
    return whole


def is_of_another(
    match: re.Match[str], after: re.Match[str] | None, rules: Rules
) -> bool:
    """Whether a word behind makes a phrase the name of something else.

    Not where the phrase goes on to another head: "Ministerial Committee meeting".
    """
    behind = re.match(r" (\w+)", match.string[match.end() :])
    goes_on = rules.cues.get("same_phrase")
    if (
        after
        and goes_on
        and goes_on.fullmatch(match.string, match.end(), after.start())
    ):
        return False
    return bool(behind and behind[1] in rules.list_words("after_no_meeting"))


def _is_apposed(last: Mention, item: Mention, text: str) -> bool:
    """Whether a name stands between commas: "the previous meeting, COP 13, was"."""
    named = item.details.get("proper") and not last.details.get("proper")
    return bool(named) and text[item.end :].startswith(",")


def is_of_persons(match: re.Match[str], end: int, rules: Rules) -> bool:
    """Whether a noun is that of "a meeting between Minister A and Minister B".

    Who met is told by a rule, once it is known who they are. A meeting named after
    its process is that meeting, whoever is to chair it "with Minister B".
    """
    cue = rules.cues.get("between_persons")
    named = SLOTS["process"] in match[0]
    return bool(cue and not named and cue.match(match.string, end))
