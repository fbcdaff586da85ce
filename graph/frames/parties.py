"""Parties of a bilateral process or meeting: by the registry, or by its own name."""

import re
from functools import cache
from itertools import pairwise

from hiwar.graph.mentions import Annotation
from hiwar.graph.mentions.gazetteer import registry_thing
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.mentions.paired import as_states
from hiwar.graph.model import Thing
from hiwar.graph.namespaces import BASE
from hiwar.graph.rules import Rules
from hiwar.ontology.records import load_registry

__all__ = ["called_in", "is_theirs", "parties_in", "parties_of"]

_HYPHEN = re.compile(r"\s?[-–/]\s?")


def parties_of(process: Thing, annotation: Annotation) -> tuple[Thing, ...]:
    """Return the two parties of a bilateral process, none for any other.

    A name such as "Nigeria-EU Ministerial Dialogue" says who its parties are.
    """
    registry = load_registry()
    record = (
        registry.at(process.iri.removeprefix(f"{BASE}id/")) if process.iri else None
    )
    if record:
        named = (registry.at(path) for path in record.values("party"))
        return tuple(registry_thing(item) for item in named if item)
    for sentence in annotation.sentences:
        for mention in sentence.mentions:
            for part in (mention, *mention.parts):
                if part.thing == process and len(part.parts) == 2:
                    return tuple(item.thing for item in part.parts if item.thing)
    return ()


def parties_in(mention: Mention, rules: Rules) -> tuple[Mention, ...]:
    """Return those between whom a meeting is by its name, none where it says none.

    "Chile-Peru Ministerial Forum" and "meeting between Chile and Peru" have two, as
    has "meeting of the ministers of Chile and Peru".
    """
    slots = ("state", "org", "demonym")
    actors = [part for part in mention.parts if part.slot in slots]
    joining = _joining(rules)
    found: list[Mention] = []
    for one, two in pairwise(actors):
        before = mention.text[: one.start - mention.start]
        gap = mention.text[one.end - mention.start : two.start - mention.start]
        between = found or is_theirs(before, rules)
        if "demonym" in (one.slot, two.slot):
            said = one.slot == two.slot and _gap(rules).fullmatch(gap)
        else:
            said = _HYPHEN.fullmatch(gap) or (between and joining.fullmatch(gap))
        if said:
            found += [item for item in (one, two) if item not in found]
    return tuple(as_states([m])[0] if m.slot == "demonym" else m for m in found)


def is_theirs(before: str, rules: Rules) -> bool:
    """Whether words before a name make a meeting that of whom it names."""
    return bool(_leads(rules).search(before))


@cache
def _leads(rules: Rules) -> re.Pattern[str]:
    """Return the pattern of what stands before the first of those who met."""
    words = "|".join(rules.list_words("between")) or "(?!)"
    people = "|".join(rules.list_words("met_people")) or "(?!)"
    lead, of = (rules.words.get(f"people_{n}", "(?!)") for n in ("lead", "of"))
    theirs = (
        rf" (?:{lead}) (?:[^\s,;:]+ ){{0,5}}?(?:{people})\b[^,;:]{{0,60}}?(?:{of})$"
    )
    sides = rules.words.get("sides_of", "(?!)")
    leads = rf"\b(?:{words}|{sides}) (?:the )?$|{theirs}"
    return re.compile(leads, re.IGNORECASE)


@cache
def _joining(rules: Rules) -> re.Pattern[str]:
    """Return the pattern of what stands between two of those who met."""
    joins = "|".join(rules.list_words("list_and")) or "(?!)"
    plain = rf",? (?:{joins}) (?:the )?|, (?:the )?"
    return re.compile(rf"{plain}|(?:{rules.separator})", re.IGNORECASE)


@cache
def _gap(rules: Rules) -> re.Pattern[str]:
    """Return the pattern of what stands between the adjectives of two states."""
    return re.compile(rules.words.get("pair_gap", "[-–‑]"))


def called_in(party: Thing, annotation: Annotation) -> str:
    """Return how a text first names a party, alone or in the name of something."""
    for sentence in annotation.sentences:
        for mention in sentence.mentions:
            for part in (mention, *mention.parts):
                for item in (part, *part.parts):
                    if item.thing == party and item.slot in ("state", "org"):
                        return item.text
    return ""
