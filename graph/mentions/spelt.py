"""Long names in small letters that the acronym in brackets behind them spells out.

"Communauté économique des Etats d'Afrique occidentale (CEDEAO)": the name begins with
the head of a body, and its words give the letters in their order.
"""

import re
import unicodedata
from collections.abc import Iterator

from hiwar.graph.mentions.gazetteer import find_names
from hiwar.graph.mentions.mention import Mention, View, fold
from hiwar.graph.model import Thing
from hiwar.graph.rules import Rules

__all__ = ["spelt_bodies"]

_SHORT = re.compile(r" \((?P<short>[A-ZÀ-Þ][A-Za-zÀ-ÿ]{2,9})\)")
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST, _FEWEST = 14, 3
"""How many words a name may have, and how few."""


def spelt_bodies(view: View, rules: Rules) -> Iterator[tuple[str, str, Thing]]:
    """Yield the long name, the acronym and the body of each such pair.

    Guarantee: a name that the registry has as a whole is left alone; a head that may
    be a meeting's too makes a body only of a name with a known body in it.
    """
    heads = rules.list_words("spelt_heads")
    if not heads or "(" not in view.text:
        return
    known = find_names(view, rules)
    for match in _SHORT.finditer(view.text):
        start = _start(view.text[: match.start()], match["short"], heads)
        inside = [m for m in known if start <= m.start and m.end <= match.start()]
        if start < 0 or any(m.start == start and m.end == match.start() for m in known):
            continue
        long = view.text[start : match.start()]
        thing = _known(known, match) or _new(long, inside, rules)
        if thing:
            yield long, match["short"], thing


def _start(before: str, short: str, heads: tuple[str, ...]) -> int:
    """Return where the name before an acronym begins, -1 where none spells it."""
    words = list(_WORD.finditer(re.split(r"[;:()]", before)[-1]))[-_LONGEST:]
    offset = len(before) - len(re.split(r"[;:()]", before)[-1])
    for first in range(len(words) - _FEWEST, -1, -1):
        initials = iter(_plain(word[0][0]) for word in words[first:])
        if words[first][0] in heads and all(c in initials for c in _plain(short)):
            return offset + words[first].start()
    return -1


def _plain(text: str) -> str:
    """Return letters as capitals without accents."""
    bare = unicodedata.normalize("NFD", text)
    return "".join(c for c in bare if not unicodedata.combining(c)).upper()


def _known(known: list[Mention], match: re.Match[str]) -> Thing | None:
    """Return the body that the registry has under the acronym."""
    at = match.start("short")
    return next((m.thing for m in known if m.start == at and m.slot == "org"), None)


def _new(long: str, inside: list[Mention], rules: Rules) -> Thing | None:
    """Return a body that no registry has, where its name can be no meeting's."""
    meets = _WORD.match(long)
    head = meets[0].lower() if meets else ""
    if head in rules.heads["meeting"] and not any(m.slot == "org" for m in inside):
        return None
    return Thing("Organisation", fold(long))
