"""The names that the registry knows beside those in its graph.

The graph has names in three languages; the records have them in fifteen, with
former names, frequent misspellings, and those that mean several things.
"""

from collections.abc import Iterator
from typing import Final

from hiwar.graph.namespaces import thing_iri
from hiwar.graph.search.matching import Name
from hiwar.ontology.records import SEGMENTS, load_registry

__all__ = ["registered_names"]

_NO_NAMES: Final = frozenset({"demonym"})
"""The roles of words that belong to a thing and do not name it."""


def registered_names(kinds: tuple[str, ...]) -> Iterator[Name]:
    """Yield the names of the records of some classes, in all languages.

    >>> {
    ...     name.thing.rpartition("/")[2]
    ...     for name in registered_names(("State",))
    ...     if name.text == "Ägypten"
    ... }
    {'EGY'}
    """
    for record in load_registry().records:
        if record.kind not in kinds:
            continue
        iri = str(thing_iri(SEGMENTS[record.kind], record.slug))
        for is_sure, names in ((True, record.names), (False, record.ambiguous)):
            for name in names:
                if name.role not in _NO_NAMES:
                    is_exact = name.role == "acronym"
                    yield Name(iri, record.kind, name.text, is_sure, is_exact)
