"""Processes that the text names and no registry knows, and the heads of names."""

import re
from functools import cache

from hiwar.graph.mentions.heads import NAMED, head_forms
from hiwar.graph.mentions.mention import Mention, fold, whole_name
from hiwar.graph.mentions.paired import parties_within
from hiwar.graph.mentions.phrases import ordinal_pattern, phrases_for
from hiwar.graph.mentions.render import Rendered
from hiwar.graph.model import Thing
from hiwar.graph.rules import SLOTS, Rules
from hiwar.graph.rules.patterns import Sought

__all__ = [
    "after_determiner",
    "find_processes",
    "head_of",
]

_PAIR = 2


def head_of(name: str, rules: Rules, kind: str) -> str:
    """Return what the longest head that a name ends or goes on with says of it."""
    folded = fold(name)
    if not _any_head(rules, kind).search(folded):
        return ""
    for head, pattern in _head_patterns(rules, kind).items():
        if pattern.search(folded):
            return rules.heads[kind][head]
    return ""


@cache
def _any_head(rules: Rules, kind: str) -> Sought:
    """Return the pattern of all heads of a kind over folded text."""
    return Sought(_head_pattern("|".join(head_forms(rules, kind).values()), rules))


@cache
def _head_patterns(rules: Rules, kind: str) -> dict[str, re.Pattern[str]]:
    """Return the pattern of each head of a kind over folded text, longest first."""
    return {
        head: re.compile(_head_pattern(form, rules))
        for head, form in head_forms(rules, kind).items()
    }


def _head_pattern(form: str, rules: Rules) -> str:
    """Return the pattern of a head that is a word, over folded text."""
    clitics = "|".join(rf"(?<=\b{word})" for word in rules.list_words("proclitics"))
    start = f"(?:(?<![\\w-]){'|' + clitics if clitics else ''})"
    return rf"{start}(?:{fold(form) or '(?!)'})(?![\w-])"


def find_processes(rendered: Rendered, view_text: str, rules: Rules) -> list[Mention]:
    """Return the dialogues named by their two parties, and processes by a place.

    The parties may stand in either order: it is the same dialogue.
    """
    found = []
    phrases = phrases_for(rules)
    contracted: dict[str, str] = rules.words.get("contracted", {})
    for pattern in (phrases.bilateral, phrases.between):
        for match in pattern.finditer(rendered.text):
            start, end = rendered.span(match.start(), match.end())
            parties = parties_within(rendered, match.start(), match.end())
            name = whole_name(view_text, start, end, contracted)
            if match.groupdict().get("noun"):
                name = name.replace(match["noun"], "", 1)
            pair = sorted(item.thing.key for item in parties if item.thing)
            thing = Thing("Process", f"{'-'.join(pair)} {fold(match['head'])}")
            parts = tuple(parties)
            found.append(Mention("process", start, end, name, thing, parts=parts))
    for match in phrases_for(rules).place_process.finditer(rendered.text):
        start, end = rendered.span(match.start(), match.end())
        name, parts = view_text[start:end], tuple(rendered.within(*match.span()))
        thing = Thing("Process", fold(name))
        found.append(Mention("process", start, end, name, thing, parts=parts))
    paired = _find_paired(rendered, view_text, rules)
    return [*found, *paired, *_find_owned(rendered, view_text, rules)]


def _find_paired(rendered: Rendered, view_text: str, rules: Rules) -> list[Mention]:
    """Return the bodies that the adjectives of two states name: "the X-Y committee"."""
    found = []
    for match in phrases_for(rules).paired.finditer(rendered.text):
        start, end = rendered.span(match.start(), match.end())
        parties = parties_within(rendered, match.start(), match.end())
        pair = sorted({item.thing.key for item in parties if item.thing})
        if len(parties) != _PAIR or len(pair) != _PAIR:
            continue
        words = re.sub(f"[{NAMED}]", "", match[0])
        thing = Thing("Process", f"{'-'.join(pair)} {fold(words)}")
        name = whole_name(view_text, start, end, rules.words.get("contracted", {}))
        found.append(Mention("process", start, end, name, thing, parts=tuple(parties)))
    return found


def _find_owned(rendered: Rendered, view_text: str, rules: Rules) -> list[Mention]:
    """Return the dialogues that two parties are said to hold by number, or to found.

    "Kenya and Italy held their third dialogue on migration": a dialogue that has a
    number goes on, and its parties are those who hold it.
    """
    found = []
    for match in _owned(rules).finditer(rendered.text):
        parties = tuple(rendered.mentions[match.start(name)] for name in ("a", "b"))
        start, end = rendered.span(*match.span("head"))
        pair = sorted(item.thing.key for item in parties if item.thing)
        thing = Thing("Process", f"{'-'.join(pair)} {fold(match['head'])}")
        name = view_text[start:end]
        found.append(Mention("process", start, end, name, thing, parts=parties))
    return found


@cache
def _owned(rules: Rules) -> Sought:
    """Return the pattern of two parties and the numbered dialogue that they hold."""
    party = f"[{SLOTS['state']}{SLOTS['org']}]"
    joins = "|".join(rules.list_words("list_and")) or "(?!)"
    owners = "|".join(rules.list_words("own")) or "(?!)"
    named = "|".join(rules.list_words("owned_words")) or "(?!)"
    head = f"(?:{rules.words.get('between_processes', '(?!)')}|(?-i:{named}))"
    founding = "|".join(rules.list_words("founding_verbs")) or "(?!)"
    done = "|".join(rules.list_words("having_done")) or "(?!)"
    some = "|".join(rules.list_words("indefinite")) or "(?!)"
    return Sought(
        rf"(?P<a>{party}),? (?:{joins}) (?P<b>{party})(?!['’]s)"
        rf"(?:[^.;:]{{0,60}}? (?:{owners}) (?:{ordinal_pattern(rules)}) "
        rf"|,? (?:(?:{done}) )*(?:{founding}) (?:{some}|{owners}) )"
        rf"(?P<head>{head})(?![\w-])",
        re.IGNORECASE,
    )


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
