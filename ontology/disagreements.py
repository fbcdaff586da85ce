"""What pages differ on: the registry keeps all that they say."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from hiwar.ontology.sources import Citation, citations, tables

__all__ = ["Dispute", "load_disputes"]

_NO_SIDE: Final = "registry-takes-no-side"


@dataclass(frozen=True, slots=True)
class Dispute:
    """One property of one thing that pages give different values to.

    Attributes:
        slug: The last part of its IRI.
        about: The path of a record or a tie.
        property: The local name of the property.
        values: What each page says, in our words, with the page.
        rule: By what the registry follows one of them, or that it takes no side.
    """

    slug: str
    about: str
    property: str
    values: tuple[tuple[str, Citation], ...]
    rule: str = _NO_SIDE


@cache
def load_disputes() -> tuple[Dispute, ...]:
    """Return all disputes, in the order of their file; they are read once.

    >>> len(load_disputes()) >= 17
    True
    """
    return tuple(
        Dispute(
            slug,
            table["about"],
            table["property"],
            tuple(
                (item["says"], citations()[item["source"]]) for item in table["values"]
            ),
            table.get("rule", _NO_SIDE),
        )
        for slug, table in tables("disagreements.toml")
    )
