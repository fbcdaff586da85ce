"""The names that earlier releases had and this one has not: what is gone.

A name is never given to something else, and who comes with an old one is told where
it was last. What another name has taken the place of is still there and leads on.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Final

import pyoxigraph as ox

from hiwar.graph.namespaces import BASE
from hiwar.graph.release import Release

__all__ = ["DEPARTURES", "departed", "read_departures"]

DEPARTURES: Final = "gone.json"
"""The file of a release that lists them, each with the last release that had it."""

_OURS: Final = tuple(
    f"{BASE}{part}/" for part in ("id", "theme", "graph", "dataset", "ontology")
)


def departed(
    before: Release | None,
    former: Mapping[str, list[ox.Quad]] | None,
    graphs: Mapping[str, list[ox.Quad]],
) -> dict[str, str]:
    """Return the names that are gone, without the base, with the last release.

    Args:
        before: The release before, None where this is the first.
        former: The graphs of that release.
        graphs: The graphs of this one.
    """
    if before is None or former is None:
        return {}
    now = _names(graphs)
    found = read_departures(before) | dict.fromkeys(_names(former), before.version)
    return {name: version for name, version in found.items() if name not in now}


def read_departures(release: Release) -> dict[str, str]:
    """Return what a release lists as gone; one of an older version lists nothing."""
    path = release.path / DEPARTURES
    if not path.is_file():
        return {}
    return {
        str(key): str(of) for key, of in json.loads(path.read_text("utf-8")).items()
    }


def _names(graphs: Mapping[str, list[ox.Quad]]) -> set[str]:
    """Return the names of ours that graphs use, and those of the graphs themselves."""
    found = {f"graph/{name}" for name in graphs}
    for quads in graphs.values():
        found |= set(_used(quads))
    return found


def _used(quads: Iterable[ox.Quad]) -> Iterable[str]:
    for quad in quads:
        for term in (quad.subject, quad.object):
            if isinstance(term, ox.NamedNode) and term.value.startswith(_OURS):
                yield term.value.removeprefix(BASE)
