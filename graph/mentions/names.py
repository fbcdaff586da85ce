"""Bodies and processes that the text names and no registry knows, and their heads."""

import re
from functools import cache

from hiwar.graph.mentions.mention import Mention, fold
from hiwar.graph.mentions.phrases import head_forms, phrases_for
from hiwar.graph.mentions.render import Rendered
from hiwar.graph.model import Thing
from hiwar.graph.rules import SLOTS, Rules

__all__ = [
    "after_determiner",
    "find_bodies",
    "find_processes",
    "head_of",
]


def head_of(name: str, rules: Rules, kind: str) -> str:
    """Return what the longest head that a name ends or goes on with says of it."""
    folded = fold(name)
    for head, pattern in _head_patterns(rules, kind).items():
        if pattern.search(folded):
            return rules.heads[kind][head]
    return ""


@cache
def _head_patterns(rules: Rules, kind: str) -> dict[str, re.Pattern[str]]:
    """Return the pattern of each head of a kind over folded text, longest first."""
    clitics = "|".join(rf"(?<=\b{word})" for word in rules.list_words("proclitics"))
    start = f"(?:(?<![\\w-]){'|' + clitics if clitics else ''})"
    return {
        head: re.compile(rf"{start}(?:{fold(form)})(?![\w-])")
        for head, form in head_forms(rules, kind).items()
    }


def find_processes(rendered: Rendered, view_text: str, rules: Rules) -> list[Mention]:
    """Return the dialogues named by their two parties, and processes by a place.

    The parties may stand in either order: it is the same dialogue.
    """
    found = []
    phrases = phrases_for(rules)
    for pattern in (phrases.bilateral, phrases.between):
        for match in pattern.finditer(rendered.text):
            start, end = rendered.span(match.start(), match.end())
            parties = rendered.within(match.start(), match.end(), "state", "org")
            name = view_text[start:end]
            pair = sorted(item.thing.key for item in parties if item.thing)
            thing = Thing("Process", f"{'-'.join(pair)} {fold(match['head'])}")
            parts = tuple(parties)
            found.append(Mention("process", start, end, name, thing, parts=parts))
    for match in phrases_for(rules).place_process.finditer(rendered.text):
        start, end = rendered.span(match.start(), match.end())
        name, parts = view_text[start:end], tuple(rendered.within(*match.span()))
        thing = Thing("Process", fold(name))
        found.append(Mention("process", start, end, name, thing, parts=parts))
    return found


def find_bodies(rendered: Rendered, view_text: str, rules: Rules) -> list[Mention]:
    """Return the organisations, such as ministries, that proper phrases name."""
    found = []
    for match in phrases_for(rules).body.finditer(rendered.text):
        begin = _after_openers(match, rules)
        head = max(match.start("head"), match.start("head2"))
        bare = begin == head and not (match["tail"] or match["tail2"])
        if bare and " " not in (match["head"] or match["head2"]):
            continue
        close = _before_next_body(match, rules)
        if phrases_for(rules).numbered.search(rendered.text, 0, begin):
            continue
        start, end = rendered.span(begin, close)
        name = view_text[start:end].strip()
        if any(word in name for word in rules.list_words("no_bodies")):
            continue
        inside = tuple(rendered.within(begin, close))
        states = [item for item in inside if item.slot in ("state", "demonym")]
        found.append(
            Mention(
                "org",
                start,
                end,
                name,
                Thing("Organisation", fold(name)),
                parts=inside,
                details=_office(match, states),
            )
        )
    return found


def _before_next_body(match: re.Match[str], rules: Rules) -> int:
    """Return where a body ends: before the "and" that another body follows.

    A capital word right behind a state begins another name, mostly a person's.
    """
    joins = "|".join(rules.list_words("list_and")) or "(?!)"
    begin = max(match.end("head"), match.end("head2"))
    owners = SLOTS["state"] + SLOTS["demonym"]
    other = re.compile(
        rf",? (?i:{joins}) (?:{SLOTS['org']}|[{owners}]'s)"
        rf"|(?<={SLOTS['state']}) [A-ZÀ-Þ]"
    )
    found = other.search(match.string, begin, match.end())
    return found.start() if found else match.end()


def _office(match: re.Match[str], states: list[Mention]) -> dict[str, str]:
    """Return whether a body is an office of a government, and of which state."""
    if match["head2"] is None:
        return {}
    return {"ministry": "yes" if states else ""}


def _after_openers(match: re.Match[str], rules: Rules) -> int:
    """Return where a body's name begins, behind the words that only stand before it.

    These open the sentence, or end what goes before "Ministry of X": only a word
    such as "Federal", or an owner, belongs to a name that goes on.
    """
    openers = {
        *rules.list_words("function"),
        *rules.list_words("determiners"),
        *rules.list_words("definite"),
        *(word.lower() for word in rules.list_words("openers")),
    }
    adjectives = (*rules.list_words("office_adjectives"), *SLOTS.values())
    start = match.start()
    for word in re.finditer(r"\S+ ", match["pre"] or match["pre2"] or ""):
        text = word[0].strip().removesuffix("'s")
        foreign = match["pre2"] and match["tail2"] and text not in adjectives
        if foreign or (
            start == match.start() + word.start() and text.lower() in openers
        ):
            start = match.start() + word.end()
    return start


def after_determiner(match: re.Match[str], rules: Rules) -> int:
    """Return where a phrase begins behind a capital "A", "Their" or "If the"."""
    words = {*rules.list_words("determiners"), *rules.list_words("definite")}
    openers = rules.list_words("openers")
    start, rest = match.start(), match[0]
    while " " in rest:
        first, _, behind = rest.partition(" ")
        if first.lower() not in words and first not in openers:
            break
        start, rest = start + len(first) + 1, behind
    return start
