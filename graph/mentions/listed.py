"""Organisations that no registry knows, by the list in which they stand.

In "IOM, the Lake Police Network (LPN), Harbour Watch of Chile and ICMPD" the names
between known organisations are organisations too. What is a person's name, a region
or a common noun stays out; where the last "and" may be inside a name, nothing is found.
"""

import re
from dataclasses import dataclass
from functools import cache

from hiwar.graph.mentions.mention import Mention, fold
from hiwar.graph.mentions.render import Rendered
from hiwar.graph.model import Thing
from hiwar.graph.rules import SLOTS, Rules
from hiwar.graph.rules.spelling import CAPITALS

__all__ = ["find_listed"]

_LEAST = 2
"""Known organisations that a list must have, one where a noun says what it lists."""
_MOST_WORDS = 9
_KNOWN = "".join(SLOTS[n] for n in ("state", "org", "person", "place", "process"))
_INSIDE = "".join(SLOTS[n] for n in ("state", "org", "place", "process", "demonym"))
_START = re.compile(rf"(?<![\w-])[{CAPITALS}{_KNOWN}{_INSIDE}]")
_SHORT = r" \([A-Z][\w&-]{1,11}\)"


@dataclass(frozen=True, slots=True)
class _Item:
    """One member of a list: where its name begins and ends, and whether it is known."""

    start: int
    end: int
    slot: str = ""
    short: str = ""


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The patterns of lists in one language."""

    item: re.Pattern[str]
    apart: re.Pattern[str]
    lead: re.Pattern[str]
    no_name: re.Pattern[str]
    body: re.Pattern[str]


@cache
def _grammar(rules: Rules) -> _Grammar | None:
    """Return the patterns of a language, None where it says nothing of such lists."""
    words: dict[str, str] = rules.words.get("listed", {})
    if not words:
        return None
    articles = "|".join(re.escape(f"{a} ") for a in rules.list_words("articles"))
    unit = rf"(?:[{CAPITALS}][\w’'&/-]*|[{_INSIDE}])"
    name = rf"{unit}(?:(?: (?:{words['inside']}))* {unit})*"
    joins = "|".join(rules.list_words("list_and")) or "(?!)"
    return _Grammar(
        item=re.compile(rf"(?:{articles})?(?P<name>{name})(?:{_SHORT})?"),
        apart=re.compile(
            rf"(?P<comma>[,;])?(?P<and> (?:{joins})\b| {words['plus']}\b)? ?"
        ),
        lead=re.compile(rf"{words['lead']}(?:{articles})?$", re.IGNORECASE),
        no_name=re.compile(words["no_name"]),
        body=re.compile(words["body"]),
    )


def find_listed(rendered: Rendered, text: str, rules: Rules) -> list[Mention]:
    """Return the unknown organisations that lists of organisations name."""
    grammar = _grammar(rules)
    slots = [mention.slot for mention in rendered.mentions.values()]
    if grammar is None or "org" not in slots:
        return []
    found: list[Mention] = []
    position = 0
    while position < len(rendered.text):
        items = _list_at(rendered, position, grammar)
        if len(items) > _LEAST:
            found += _unknown(rendered, text, items, grammar)
            position = items[-1].end
        position = _next_start(rendered.text, position + 1)
    return found


def _next_start(text: str, position: int) -> int:
    """Return where the next name may begin: at a capital letter or at a mention."""
    start = _START.search(text, position)
    return start.start() if start else len(text)


def _list_at(rendered: Rendered, position: int, grammar: _Grammar) -> list[_Item]:
    """Return the members of the list that begins at a position.

    An "and" that other members follow behind a comma is inside a name.
    """
    items: list[_Item] = []
    joined: list[bool] = []
    text = rendered.text
    while match := grammar.item.match(text, position):
        start, end = match.span("name")
        mention = rendered.mentions.get(start) if end - start == 1 else None
        short = match[0][end - match.start() :].strip(" ()")
        items.append(_Item(start, match.end(), mention.slot if mention else "", short))
        apart = grammar.apart.match(text, match.end())
        if apart is None or not apart[0].strip():
            break
        joined.append(bool(apart["and"]) and not apart["comma"])
        position = apart.end()
    return _rejoined(items, joined)


def _rejoined(items: list[_Item], joined: list[bool]) -> list[_Item]:
    """Return the members, with names made whole that an "and" stands inside."""
    whole = items[:1]
    for number, item in enumerate(items[1:]):
        is_last = number == len(items) - 2
        before = whole[-1]
        if joined[number] and not is_last and not (before.slot or item.slot):
            whole[-1] = _Item(before.start, item.end, "", item.short)
        else:
            whole.append(item)
    return whole


def _unknown(
    rendered: Rendered, text: str, items: list[_Item], grammar: _Grammar
) -> list[Mention]:
    """Return the members of a list that are organisations by the others beside them."""
    known = [item.slot == "org" for item in items]
    led = bool(grammar.lead.search(rendered.text, 0, items[0].start))
    if sum(known) < _LEAST - led:
        return []
    found = []
    for number, item in enumerate(items):
        beside = known[max(0, number - 1) : number + 2]
        if item.slot or not (led or any(beside)):
            continue
        start, end = rendered.span(item.start, item.end)
        inside = tuple(rendered.within(item.start, item.end))
        owned = any(m.slot == "org" and m.thing and m.thing.iri for m in inside)
        name = re.sub(r" \([^()]*\)$", "", text[start:end])
        behind = "" if owned or item.short else _short_behind(name, grammar)
        name = name.removesuffix(f" {behind}")
        if owned and not grammar.body.search(name.split()[-1]):
            continue
        if _is_body(name, item, led=led, grammar=grammar):
            known[number] = True
            thing = Thing("Organisation", fold(name))
            details = {"short": item.short} if item.short else {}
            place = start + len(name) if behind else end
            found.append(
                Mention("org", start, place, name, thing, None, inside, details)
            )
            if behind:
                found.append(Mention("org", place + 1, end, behind, thing))
    return found


def _short_behind(name: str, grammar: _Grammar) -> str:
    """Return the short name behind a name: "the Lake Rescue Agency Resca"."""
    long, _, last = name.rpartition(" ")
    is_behind = " " in long and grammar.body.search(long.rpartition(" ")[2])
    is_short = is_behind and last.isalpha() and not grammar.body.search(last)
    return last if is_short else ""


def _is_body(name: str, item: _Item, *, led: bool, grammar: _Grammar) -> bool:
    """Whether a name in such a list is that of an organisation.

    Two plain words may be a person, one a common noun with a capital letter.
    """
    words = name.split()
    if grammar.no_name.search(name) or len(words) > _MOST_WORDS:
        return False
    if item.short:
        letters = [char for char in item.short if char.isupper()]
        return letters[0] in {word[0] for word in words}
    if len(words) == 1:
        return True
    named = bool(grammar.body.search(name))
    return named or led or any(word[0].islower() for word in words)
