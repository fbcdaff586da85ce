"""Series that an acronym with a number names: "the 24th AVC was held in Lima".

What has a number and is held is a meeting; what it is one of is a process, with the
long name that the text gives beside the acronym: "Meeting of the Visa Heads (9th AVH)".
"""

from hiwar.graph.mentions.gazetteer import find_names
from hiwar.graph.mentions.mention import View, fold
from hiwar.graph.mentions.names import head_of
from hiwar.graph.model import Thing
from hiwar.graph.rules import Rules

__all__ = ["learn_numbered"]


def learn_numbered(
    names: dict[str, tuple[str, Thing]],
    pairs: dict[str, str],
    views: list[View],
    rules: Rules,
) -> set[str]:
    """Return the names of what a text says to meet by number; they name processes.

    Not an acronym that names something else already, here or in the registry. Its
    long name is among the pairs, by acronym, or beside its number.
    """
    series = set()
    for short, long in _numbered(views, pairs, rules).items():
        slot = names.get(short, ("", None))[0]
        if slot not in ("", "process") or _is_known(short, rules):
            continue
        if not slot:
            process = ("process", Thing("Process", fold(long or short)))
            names |= dict.fromkeys((long, short) if long else (short,), process)
        series |= {form for form in (short, long) if form}
    return series


def _is_known(short: str, rules: Rules) -> bool:
    """Whether the registry knows an acronym."""
    return any(item.thing for item in find_names(View(short, 0), rules))


def _numbered(views: list[View], pairs: dict[str, str], rules: Rules) -> dict[str, str]:
    """Return the acronyms of what meets by number, with the long names beside them.

    The text says that it is held or attended, or calls it a meeting or a conference.
    """
    names = ("acronym_if", "acronym", "alone", "pair")
    gate, told, alone, pair = (rules.cues.get(f"numbered_{name}") for name in names)
    if not (gate and told and alone and pair):
        return {}
    found: set[str] = set()
    long = dict(pairs)
    for view in views:
        if view.is_too_long or not gate.search(view.text):
            continue
        for match in pair.finditer(view.text):
            long[match["short"]] = match["name"]
            sits = match["sits"] or head_of(match["name"], rules, "meeting")
            found |= {match["short"]} if sits else set()
        found |= {m["short"] or m["short2"] for m in told.finditer(view.text)}
        numbered = {m["short"] for m in alone.finditer(view.text)} & long.keys()
        found |= {one for one in numbered if head_of(long[one], rules, "meeting")}
    return {short: long.get(short, "") for short in sorted(found)}
