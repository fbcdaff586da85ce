"""Quotations: whose words they are not, and names that only look like one."""

import re
from dataclasses import replace

from hiwar.graph.mentions.editions import kind_of
from hiwar.graph.mentions.mention import Mention, View, fold
from hiwar.graph.mentions.names import head_of
from hiwar.graph.mentions.occasions import determiner
from hiwar.graph.mentions.ordinal import ordinal_number
from hiwar.graph.model import Thing
from hiwar.graph.rules import Rules
from hiwar.graph.text.layout import Block

__all__ = ["find_quotes", "quoted_spans"]

_QUOTED = re.compile(
    r"“[^“”]*(?:”|$)|«[^«»]*(?:»|$)|\"[^\"]*(?:\"|$)|(?<!\w)‘[^‘]*?(?:’(?!\w)|$)"
)
_SPOKEN_WORDS = 6
_FEWEST, _MOST = 3, 20
"""Words of a name in quotation marks; what is longer is a text."""
_LONGEST_TITLE = 25
_SENTENCE_END = re.compile(r"[^\W\d_]{3}[.!?؟] ")
"""A name has no sentence that ends within it."""


def quoted_spans(text: str, block: Block) -> list[tuple[int, int]]:
    """Return the spans of the canonical text that stand in quotation marks."""
    return [
        (block.start + match.start(), block.start + match.end())
        for match in _QUOTED.finditer(text[block.start : block.end])
        if _is_spoken(match[0])
    ]


def _is_spoken(quoted: str) -> bool:
    """Whether a quotation is speech rather than a name or a term."""
    inner = quoted.strip('“”«»"‘’ ')
    words = inner.split()
    small = sum(word[:1].islower() and len(word) > 3 for word in words)
    capital = sum(word[:1].isupper() for word in words[1:])
    said = small > min(capital, len(words) / 3) or bool(_SENTENCE_END.search(inner))
    ends = inner[-1:] in ("!", "?") or (inner[-1:] in (".", ",") and small > 0)
    return len(words) >= _SPOKEN_WORDS and (said or ends)


def find_quotes(view: View, mentions: list[Mention], rules: Rules) -> list[Mention]:
    """Return the quotations in a view: names as what they name, speech as such."""
    found = []
    for match in _QUOTED.finditer(view.text):
        inner = match[0].strip('“”«»"‘’ ')
        start = match.start() + match[0].index(inner) if inner else match.start()
        inside = tuple(
            m for m in mentions if start <= m.start and m.end <= start + len(inner)
        )
        whole = next(
            (m for m in inside if m.start == start and m.end >= start + len(inner)),
            None,
        )
        if whole:
            found.append(replace(whole, start=match.start(), end=match.end()))
            continue
        if titled := _titled(view, match, inside, rules):
            found.append(titled)
            continue
        is_name = not _is_spoken(match[0]) or _is_title(inner, rules)
        is_theme = _is_theme(view.text, match.start(), rules)
        named = _named(inner.rstrip(".,"), match, inside, rules) if is_name else None
        if named and named.slot == "meeting" and is_theme:
            named = replace(named, slot="quote", details={})
        if named:
            found.append(named)
        elif _is_spoken(match[0]):
            found.append(
                Mention("quote", match.start(), match.end(), match[0], parts=inside)
            )
    return found


def _titled(
    view: View, match: re.Match[str], inside: tuple[Mention, ...], rules: Rules
) -> Mention | None:
    """Return the meeting whose title is quoted: "a workshop titled 'Work for All'".

    What begins as a sentence does is what somebody said at it.
    """
    cue, no_title = (rules.cues.get(n) for n in ("titled_meeting", "no_title"))
    name = match[0].strip('“”«»"‘’ .,;')
    words = len(name.split())
    if not (cue and 1 < words <= _LONGEST_TITLE and name[:1].isupper()):
        return None
    before = cue.search(view.text, 0, match.start())
    if before is None or (no_title and no_title.search(name)):
        return None
    numbers = [ordinal_number(word, rules) for word in before["name"].split()]
    return Mention(
        "meeting",
        before.start("name"),
        match.end(),
        name,
        parts=inside,
        details={
            "kind": kind_of(before["name"], rules) or "other",
            "head": before["head"].lower(),
            "ordinal": str(next((n for n in numbers if n), "")),
            "det": determiner((before["det"] or "").lower(), rules),
            "of": "",
            "proper": "yes",
            "title": fold(name),
        },
    )


def _is_theme(text: str, start: int, rules: Rules) -> bool:
    """Whether what is quoted at a place is what something is about: "the theme 'X'"."""
    cue = rules.cues.get("quoted_theme")
    return bool(cue and cue.search(text, 0, start))


def _is_title(inner: str, rules: Rules) -> bool:
    """Whether a quotation begins as a document is called: "A Call for Action - …"."""
    words = [word for word in inner.split() if word.lower() not in ("a", "an", "the")]
    heads = rules.heads.get("document", {})
    first = " ".join(words).lower()
    return (
        bool(words)
        and words[0][:1].isupper()
        and inner[-1] not in ".,!?"
        and any(" " in head and first.startswith(head.lower()) for head in heads)
    )


def _named(
    name: str, match: re.Match[str], inside: tuple[Mention, ...], rules: Rules
) -> Mention | None:
    """Return the meeting or document whose name stands in quotation marks."""
    if not _FEWEST <= len(name.split()) <= _MOST or not name[:1].isupper():
        return None
    before, _, rest = name.partition(" ")
    first = rest if before.lower() in rules.list_words("determiners") else name
    document = head_of(name, rules, "document")
    if document and not first.lower().startswith(tuple(rules.heads.get("meeting", {}))):
        return Mention(
            "document",
            match.start(),
            match.end(),
            name,
            Thing("Document", fold(name)),
            parts=inside,
            details={"kind": document, "proper": "yes", "short": ""},
        )
    meeting, no_title = head_of(name, rules, "meeting"), rules.cues.get("no_title")
    if meeting and not (no_title and no_title.search(name)):
        return Mention(
            "meeting",
            match.start(),
            match.end(),
            first,
            parts=inside,
            details={
                "kind": meeting,
                "head": "",
                "ordinal": "",
                "det": "the",
                "of": "",
                "proper": "yes",
            },
        )
    return None
