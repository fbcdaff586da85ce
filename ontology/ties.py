"""Ties between records that have dates: memberships and chairmanships."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from hiwar.ontology.names import read_rows
from hiwar.ontology.sources import Citation, citations, tables

__all__ = ["ROLES", "Tie", "load_ties"]

ROLES: Final = {
    "member": "hasMember",
    "partner": "hasPartner",
    "observer": "hasObserver",
    "steering": "hasSteeringMember",
}
"""The roles of ``memberships.toml``, each with the property that says it plainly."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation of the registry: a membership, or one term of a chair.

    Attributes:
        kind: ``Membership`` or ``Chairmanship``.
        slug: The last part of its IRI: who and what it ties, and since when.
        predicate: The property that says the same plainly, without dates.
        subject: The `path` of its subject, the chair or the process.
        object: The `path` of its object, the process or the member.
        when: EDTF, empty where no page that was read says it or pages differ.
        sources: What it rests on, at least one.
    """

    kind: str
    slug: str
    predicate: str
    subject: str
    object: str
    when: str
    sources: tuple[Citation, ...]

    @property
    def path(self) -> str:
        """Its IRI without the base.

        >>> load_ties()[0].path
        'chairmanship/egy-khartoum-process'
        """
        return f"{self.kind.lower()}/{self.slug}"


@cache
def load_ties() -> tuple[Tie, ...]:
    """Return all ties, the chairmanships first; they are read once.

    Raises:
        KeyError: If a tie has a role or a source that there is not.
    """
    return (*_chairmanships(), *_memberships())


def _chairmanships() -> Iterator[Tie]:
    for row in read_rows("chairmanships.csv"):
        chair, process = _actor(row["chair"]), f"process/{row['process']}"
        yield Tie(
            "Chairmanship",
            _slug(chair, process, row["when"]),
            "chairs",
            chair,
            process,
            row["when"],
            _cited(row["sources"].split("|")),
        )


def _memberships() -> Iterator[Tie]:
    """Yield a membership for each process, role, actor and date, from all lists."""
    found: dict[tuple[str, str, str, str], list[str]] = {}
    for _, table in tables("memberships.toml"):
        for actor in table["actors"]:
            key = (table["in"], table["role"], actor, table.get("when", ""))
            found.setdefault(key, []).extend(table["sources"])
    for (name, role, actor, when), keys in found.items():
        process, member = f"process/{name}", _actor(actor)
        yield Tie(
            "Membership",
            _slug(process, member, role, when),
            ROLES[role],
            process,
            member,
            when,
            _cited(dict.fromkeys(keys)),
        )


def _actor(name: str) -> str:
    return name if "/" in name else f"state/{name}"


def _slug(*parts: str) -> str:
    """Return the names of things, a role, and the year and month of the start."""
    *things, when = parts
    words = [part.rpartition("/")[2].lower() for part in things]
    return "-".join(filter(None, (*words, when.partition("/")[0][:7])))


def _cited(keys: Iterable[str]) -> tuple[Citation, ...]:
    return tuple(citations()[key] for key in keys)
