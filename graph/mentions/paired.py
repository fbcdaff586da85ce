"""Two states in one adjective: "Franco-Malian", "hispano-marroquí"."""

import re
from functools import cache

from hiwar.graph.mentions.gazetteer import registry_thing
from hiwar.graph.mentions.mention import Mention, View, fold
from hiwar.graph.mentions.render import Rendered
from hiwar.graph.model import Thing
from hiwar.graph.rules import SLOTS, Rules
from hiwar.ontology.records import load_registry

__all__ = ["as_states", "pair_pattern", "parties_within", "with_first_halves"]

_FIRST = re.compile(r"(?<![\w-])[^\W\d_]{3,}(?=[-–‑]$)")


def with_first_halves(
    view: View, mentions: list[Mention], rules: Rules
) -> list[Mention]:
    """Return the mentions with the states that first halves of adjectives mean.

    So "franco-malien" means France and Mali; only before the adjective of a state.
    Each half has for its text the whole adjective, which is what the registry knows.
    """
    states = _states(rules)
    found = list(mentions)
    for item in mentions if states else ():
        start = item.start if item.slot == "demonym" else 0
        while first := _FIRST.search(view.text, max(0, start - 20), start):
            whole = states.get(fold(first[0]))
            if whole is None:
                break
            start = first.start()
            found.append(Mention("demonym", start, first.end(), *whole))
    return sorted(found, key=lambda item: item.start)


@cache
def _states(rules: Rules) -> dict[str, tuple[str, Thing]]:
    """Return the adjectives of states that first halves stand for, by the half."""
    halves: dict[str, str] = rules.words.get("first_halves", {})
    registry, language = load_registry(), rules.language
    return {
        fold(half): (name.text, registry_thing(record))
        for half, code in halves.items()
        if (record := registry.at(f"state/{code}"))
        for name in reversed(record.names)
        if name.role == "demonym" and name.language == language
    }


def pair_pattern(rules: Rules) -> str:
    """Return the pattern of two parties over rendered text: "X-Y", "Xian-Yian"."""
    one, party = SLOTS["demonym"], f"[{SLOTS['state']}{SLOTS['org']}]"
    gap = rules.words.get("pair_gap", "[-–‑]")
    return f"(?:{one}(?:{gap}){one}|{party} ?[-–/] ?{party})"


def parties_within(rendered: Rendered, start: int, end: int) -> list[Mention]:
    """Return the states and bodies named in a part of a text, also by adjectives."""
    named = rendered.within(start, end, "state", "org", "demonym")
    return [as_states([m])[0] if m.slot == "demonym" else m for m in named]


def as_states(demonyms: list[Mention]) -> list[Mention]:
    """Return demonyms as mentions of their states."""
    return [
        Mention("state", d.start, d.end, d.text, d.thing) for d in demonyms if d.thing
    ]
