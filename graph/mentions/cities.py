"""Cities that no registry describes, and that texts name without a word of meeting.

`cities.txt` has one a line, its names divided by ``|``. They say where something was,
and nothing else: which state they lie in, only a text tells.
"""

from collections.abc import Iterator
from importlib.resources import files

from hiwar.graph.mentions.mention import fold
from hiwar.graph.model import Thing
from hiwar.ontology.records import Name

__all__ = ["find_cities"]


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
