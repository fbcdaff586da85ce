"""What the long name of a pair "Long Name (ACR)" is, and what it means."""

import re

from hiwar.graph.mentions.gazetteer import find_names
from hiwar.graph.mentions.mention import View, fold
from hiwar.graph.model import Thing
from hiwar.graph.rules import Rules
from hiwar.ontology.records import load_registry

__all__ = ["known_as", "meant_by", "trim"]

_SHORT_WORD, _FEWEST, _SHARED = 3, 2, 0.6
"""How many of the longer words a name shares with another one for the same thing."""


def known_as(
    view: View, match: re.Match[str], long: str, rules: Rules
) -> tuple[str, Thing] | None:
    """Return what the registry knows under the long name."""
    for item in find_names(view, rules):
        if (
            0 <= match.end("long") - item.end <= 1
            and item.thing
            and item.slot != "place"
        ):
            covers = len(item.text) >= 0.6 * len(long)
            return (item.slot, item.thing) if covers else None
    return None


def meant_by(
    view: View, match: re.Match[str], long: str, rules: Rules
) -> tuple[str, Thing] | None:
    """Return what the registry knows under the acronym, if it is named much like this.

    "International Office for Migrations (IOM)" is the IOM; the "International Olympic
    Committee (IOC)" is no Indian Ocean Commission.
    """
    for item in find_names(view, rules):
        if item.start != match.start("short") or item.slot != "org" or not item.thing:
            continue
        record = load_registry().at(item.thing.iri.partition("/id/")[2])
        said = {word for word in fold(long).split() if len(word) > _SHORT_WORD}
        for name in record.names if record else ():
            other = {
                word for word in fold(name.text).split() if len(word) > _SHORT_WORD
            }
            if len(said & other) >= max(_FEWEST, len(said) * _SHARED):
                return item.slot, item.thing
    return None


def trim(long: str, short: str) -> str:
    """Return the end of a phrase whose capitals spell the acronym.

    A phrase goes on over commas only where each letter begins a word of it.

    >>> trim("On Monday the Trilateral Fentanyl Committee", "TFC")
    'Trilateral Fentanyl Committee'
    >>> trim("In Lima the Forum on Visas, Return and Transit", "FVRT")
    'Forum on Visas, Return and Transit'
    >>> trim("Peru, Chile and the Andean Visa Forum", "AVF")
    'Andean Visa Forum'
    """
    words = long.split()
    letters = [char for char in short if char.isupper()]
    for start in range(len(words) - 1, -1, -1):
        name = " ".join(words[start:])
        capitals = [w[0] for w in re.split(r"[ -]", name) if w[:1].isupper()]
        if words[start][:1] == letters[0] and len(capitals) >= len(letters):
            rest = iter(capitals)
            spelt = all(letter in rest for letter in letters)
            return name if spelt or "," not in name else ""
    return ""
