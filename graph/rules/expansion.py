"""What the names in angle brackets of a pattern stand for.

``<state>``, ``<actor>`` and the like are mentions, ``<actors>`` a list of actors.
``<company>`` is a list as texts tell who came: "ministers of A and B, civil society,
and experts from C (Chair)". Any other name is one of the ``fragments`` of a language:
the verbs or nouns that many of its rules share.
"""

import re
from collections.abc import Mapping
from typing import Any, Final

from hiwar.graph.rules.needs import Needs, Part, needs_of, part_of
from hiwar.graph.rules.spelling import CAPITALS

__all__ = ["SLOTS", "Expansion"]

SLOTS: Final[dict[str, str]] = {
    name: chr(0xE000 + number)
    for number, name in enumerate(
        (
            "state",
            "org",
            "person",
            "process",
            "meeting",
            "document",
            "place",
            "date",
            "demonym",
            "instrument",
            "quote",
            "note",
        )
    )
}
_OWNER: Final = (
    "[" + "".join(SLOTS[n] for n in ("state", "org", "process", "demonym")) + "]"
)
_ACTOR: Final = "[" + "".join(SLOTS[n] for n in ("state", "org", "person")) + "]"
_NAME: Final = rf"[{CAPITALS}][\w'’-]+"
_NEVER: Final = "(?!)"


class Expansion:
    """The names of one language, and the patterns that they stand for.

    >>> plain = Expansion({"fragments": {"came": "came|attended"}}, " and ")
    >>> plain.expand("<came>!")
    '(?:came|attended)!'
    """

    def __init__(self, words: Mapping[str, Any], separator: str) -> None:
        actor = f"(?:{_ACTOR}{SLOTS['note']}?)"
        apart = f"(?:{separator})"
        place = f"(?:{apart}{SLOTS['place']})"
        of = "|".join(map(re.escape, words.get("of_actor", ()))) or _NEVER
        home = rf"(?<={SLOTS['person']}) (?:{of}) {SLOTS['state']}(?!['’]s)"
        dashes = r" ?[-–—] ?[^-–—().;\ue000-\ue0ff]{3,40}[-–—](?=[, ])"
        role = rf"(?: ?\([^()]{{1,40}}\)|{dashes})?"
        apposed = _apposed(words)
        self._fragments: Mapping[str, str] = words.get("fragments", {})
        self._names = {
            "group": _group(words),
            "actors": f"{apposed}{actor}(?:{role}{place}*{apart}{actor})*{role}",
            "company": _company(words, actor, apart, place, f"(?:{home}|{role})"),
            "actor": actor,
        }
        for name, character in SLOTS.items():
            item = f"(?:{character}{SLOTS['note']}?)"
            each = f"{item}(?:{home})?" if name == "person" else item
            self._names[f"{name}s"] = f"{each}(?:{apart}{each})*"
            self._names[name] = item
            self._names[f"{name}-mark"] = character
        self._parts: dict[str, Part | None] = {}

    def expand(self, pattern: str) -> str:
        """Return a pattern with its names filled in; fragments may hold fragments."""
        while any(f"<{name}>" in pattern for name in self._fragments):
            for name, part in self._fragments.items():
                pattern = pattern.replace(f"<{name}>", f"(?:{part})")
        for name, meaning in self._names.items():
            pattern = pattern.replace(f"<{name}>", meaning)
        return pattern

    def needs_of(self, pattern: str) -> Needs:
        """Return what a text must hold for a pattern to be found in it.

        What a name needs is worked out once, not in each pattern that has the name.

        >>> plain = Expansion({"fragments": {"came": "came|attended"}}, " and ")
        >>> [[sorted(need) for need in way] for way in plain.needs_of("they <came>")]
        [[['they attended', 'they came']]]
        """
        return needs_of(pattern, self._named)

    def _named(self, name: str) -> Part | None:
        """Return the pattern that a name stands for, None for no name."""
        if name not in self._parts:
            meaning = self._fragments.get(name, self._names.get(name))
            known = None if meaning is None else part_of(meaning, self._named)
            self._parts[name] = known
        return self._parts[name]


def _apposed(words: Mapping[str, Any]) -> str:
    """Return what "in Chad, the Minister X" fits: no list of two that act together."""
    behind = "|".join(rf"(?<=\b{re.escape(w)} )" for w in words.get("leads_place", ()))
    the = "|".join(map(re.escape, words.get("articles", ()))) or _NEVER
    person = rf"(?:(?:{the}) ?)?{SLOTS['person']}"
    return f"(?!(?:{behind or _NEVER}){SLOTS['state']}, {person})"


def _group(words: Mapping[str, Any]) -> str:
    """Return the pattern of those who act together: "the two ministers"."""
    nouns = "|".join(sorted(words.get("groups", ()), key=len, reverse=True))
    kinds = f"(?:(?:{words.get('group_kinds', _NEVER)}) ){{0,3}}"
    owner = f"(?:the |both |all )?(?:{_OWNER}(?:'s)? )?"
    return rf"(?:(?<!\w){owner}{kinds}(?:{nouns or _NEVER})\b)"


def _company(
    words: Mapping[str, Any], actor: str, apart: str, place: str, role: str
) -> str:
    """Return the pattern of a list of those who came, with what leads to each.

    Between them may stand others who are named by a noun alone, "civil society", or
    by a name that is not known.
    """
    lead = f"(?:{words.get('company_lead', _NEVER)})?"
    articles = "|".join(f"{re.escape(word)} ?" for word in words.get("articles", ()))
    # a name that nobody knows ends no list: others whom the text knows may follow
    unknown = rf"(?:{articles or _NEVER})?(?-i:{_NAME}(?: {_NAME}){{0,3}})"
    other = f"(?:{words.get('company_other', _NEVER)}|{unknown})"
    either = f"(?:{actor}|{SLOTS['process']}|{words.get('company_side', _NEVER)})"
    tail = f"(?: ?(?:{words.get('company_tail', _NEVER)}))?"
    member = rf"{lead}(?:\([^()]{{1,20}}\) )?{either}{tail}{role}"
    between = f"(?:{words.get('company_between', _NEVER)}|{apart})"
    goes_on = f"(?:{place}*(?:{between}{other})*{between}{member})*"
    start = f"(?:{lead}{SLOTS['place']}{apart})*(?:{other}{between})*?"
    return f"{start}{member}{goes_on}{place}*"
