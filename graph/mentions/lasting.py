"""Bodies that last: names of which a text says that states belong to them.

A "Cape Visa Group" may be anything. Where "the Cape Visa Group comprises Kenya and
Mali", or where it is the head of a sheet with a line of members, it is a process.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from hiwar.graph.mentions.gazetteer import find_names
from hiwar.graph.mentions.mention import Mention, View, fold
from hiwar.graph.mentions.render import render
from hiwar.graph.model import Thing
from hiwar.graph.rules import Rules

__all__ = ["lasting_bodies"]

_KNOWN = frozenset({"org", "process", "document", "instrument"})
_TITLED = re.compile(
    r"\W*(?:The )?(?P<name>(?:[A-Z][\w’'-]+,? (?:(?:of|on|for|and)(?: the)? )?){2,9})"
    r"\((?P<short>[A-Z][\w&+-]{1,9})\)\W*"
)
_SHEET, _FEWEST_LINES = 12, 2
"""How many lines of a sheet are looked at, and how many must tell of offices."""


def lasting_bodies(views: list[View], rules: Rules) -> Iterator[tuple[str, str, Thing]]:
    """Yield the names, and the acronyms, of bodies to which states belong.

    Not of what the registry knows.
    """
    text = _Text([view for view in views if not view.is_too_long], rules)
    found: set[str] = set()
    for index in range(len(text.views)):
        for match in _candidates(text, index):
            name, short = match["name"].strip(), match["short"] or ""
            if name not in found and not _is_known(text, index, match):
                found.add(name)
                yield name, short, Thing("Process", fold(name))


@dataclass(slots=True)
class _Text:
    """The sentences of a document.

    Attributes:
        tried: Names of which it has been asked whether states belong to them.
    """

    views: list[View]
    rules: Rules
    tried: set[str] = field(default_factory=set)

    def names(self, index: int) -> list[Mention]:
        """Return what the registry knows of a sentence."""
        return find_names(self.views[index], self.rules)


def _candidates(text: _Text, index: int) -> Iterator[re.Match[str]]:
    """Yield where a text names a body that lasts, by what it says of the name."""
    words = text.views[index].text
    phrase, defined = (text.rules.cues.get(n) for n in ("body_phrase", "defined_body"))
    yield from defined.finditer(words) if defined else ()
    for match in phrase.finditer(words) if phrase else ():
        name = match["name"]
        if name in text.tried or _is_known(text, index, match):
            continue
        text.tried.add(name)
        named = _named(name, match["short"] or "")
        may_be = _may_be(match, text.rules)
        if (may_be and _gathers(named, text)) or _heads_a_sheet(name, text):
            yield match
    titled = _TITLED.fullmatch(words) if phrase else None
    if titled and _heads_a_sheet(titled["name"].strip(), text):
        yield titled


def _is_known(text: _Text, index: int, match: re.Match[str]) -> bool:
    """Whether the registry knows a name or a part of it, or it is anybody's."""
    start, end = match.span("name")
    words = re.split(r"[ -]", match["name"].lower())
    return text.rules.word_set("any_body").issuperset(words) or any(
        item.start < end
        and start < item.end
        and item.thing
        and (item.slot in _KNOWN or item.end - item.start == end - start)
        for item in text.names(index)
    )


def _may_be(match: re.Match[str], rules: Rules) -> bool:
    """Whether a name may be one of states.

    A commission must say by its name that it is for the movement of people.
    """
    domain = rules.cues.get("domain")
    return not match["common"] or bool(domain and domain.search(match["name"]))


def _named(name: str, short: str) -> re.Pattern[str]:
    """Return the pattern of a name, with or without its acronym, or of that alone."""
    whole, acronym = re.escape(name), re.escape(short) or "(?!)"
    return re.compile(rf"(?<![\w-])(?:{whole}(?: \({acronym}\))?|{acronym})(?![\w-])")


def _gathers(named: re.Pattern[str], text: _Text) -> bool:
    """Whether a text tells which states are in a body of such a name."""
    told = text.rules.cues.get("gathers_states")
    for index, view in enumerate(text.views):
        own = [
            Mention("process", match.start(), match.end(), match[0])
            for match in named.finditer(view.text)
        ]
        if not own or told is None:
            continue
        others = [
            item
            for item in text.names(index)
            if item.slot != "process"
            and not any(item.start < one.end and one.start < item.end for one in own)
        ]
        if told.search(render(view.text, own + others, text.rules).text):
            return True
    return False


def _heads_a_sheet(name: str, text: _Text) -> bool:
    """Whether a name stands above lines such as "Members: …" and "Secretariat: …"."""
    line = text.rules.cues.get("sheet_line")
    head = re.compile(rf"\W*(?:[Tt]he )?{re.escape(name)}(?: \([^()]*\))?\W*")
    for index, view in enumerate(text.views) if line else ():
        if view.text.endswith((name, ")")) and head.fullmatch(view.text):
            below = text.views[index + 1 : index + 1 + _SHEET]
            lines = [one for one in below if line and line.match(one.text)]
            return len(lines) >= _FEWEST_LINES
    return False
