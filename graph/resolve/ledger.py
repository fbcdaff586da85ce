"""The ledger of names: every IRI that was ever given, and for what.

An IRI is minted once. It stays for as long as a document speaks of its thing; where
two turn out to be of one thing, the older stays and the other is replaced; where no
document speaks of it any more, it is kept as gone, and never given to another.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from rdflib import URIRef

from hiwar.errors import LedgerError
from hiwar.graph.namespaces import BASE, thing_iri
from hiwar.graph.resolve.accounts import Member

__all__ = ["Ledger", "Name"]

_FORMAT: Final = 1


@dataclass(frozen=True, slots=True)
class Name:
    """One IRI that was given.

    Attributes:
        path: The IRI without its base, ``meeting/khartoum-process-launch``.
        kind: The class of the thing.
        members: What it was minted for or has absorbed, in that order.
        keys: The keys by which the thing is known, where its kind has keys.
        replaced_by: The path, or the IRI of the registry, that replaces it.
        is_gone: Whether no document speaks of it now.
    """

    path: str
    kind: str
    members: tuple[Member, ...]
    keys: tuple[str, ...] = ()
    replaced_by: str = ""
    is_gone: bool = False

    @property
    def iri(self) -> URIRef:
        """The IRI under the base of this installation."""
        return URIRef(f"{BASE}id/{self.path}")

    @property
    def replacement(self) -> URIRef | None:
        """The IRI that replaces it."""
        return URIRef(f"{BASE}id/{self.replaced_by}") if self.replaced_by else None


@dataclass(frozen=True)
class Ledger:
    """All names, the oldest first.

    >>> Ledger.parse(Ledger().dump()) == Ledger()
    True
    """

    names: tuple[Name, ...] = ()

    @classmethod
    def parse(cls, text: str) -> "Ledger":
        """Return the ledger that `dump` wrote.

        Raises:
            LedgerError: If it is not JSON of that form, names something twice, or
                replaces a name by one that does not exist.
        """
        try:
            content = json.loads(text)
            names = tuple(_read(item) for item in content["names"])
            version = content["format"]
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise LedgerError(
                f"The ledger cannot be read: {error!r}; expected the JSON of a"
                " release's ledger.json. Take that file from the newest release."
            ) from error
        if version != _FORMAT:
            raise LedgerError(
                f"The ledger is of format {version!r}; this version reads {_FORMAT}."
            )
        ledger = cls(names)
        ledger._check()
        return ledger

    def dump(self) -> str:
        """Return the ledger as JSON; equal ledgers give equal bytes."""
        content = {"format": _FORMAT, "names": [_write(name) for name in self.names]}
        return json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n"

    def _check(self) -> None:
        paths: set[str] = set()
        for name in self.names:
            if name.path in paths:
                raise LedgerError(f"The ledger names {name.path} twice; expected once.")
            if not name.members:
                raise LedgerError(f"The ledger does not say what {name.path} is for.")
            paths.add(name.path)
        by_path = self.by_path()
        for name in self.names:
            self._follow(name.path, by_path)

    def _follow(self, path: str, by_path: Mapping[str, Name]) -> str:
        """Return the path that stands for one now."""
        seen = {path}
        while path in by_path and by_path[path].replaced_by:
            path = by_path[path].replaced_by
            if path in seen:
                raise LedgerError(
                    f"The ledger replaces {path} by itself; restore it from the"
                    " newest release."
                )
            seen.add(path)
        return path

    def by_path(self) -> dict[str, Name]:
        """Return the names by their path."""
        return {name.path: name for name in self.names}

    def known(self) -> dict[Member, str]:
        """Return the path that each member has now; the oldest where it has several."""
        found: dict[Member, str] = {}
        by_path = self.by_path()
        for name in self.names:
            path = self._follow(name.path, by_path)
            for member in name.members:
                found.setdefault(member, path)
        return found

    def replaced(self) -> dict[URIRef, URIRef]:
        """Return what each replaced IRI redirects to."""
        by_path = self.by_path()
        return {
            name.iri: thing_iri(*self._follow(name.path, by_path).split("/", 1))
            for name in self.names
            if name.replaced_by
        }

    def gone(self) -> frozenset[URIRef]:
        """Return the IRIs that name nothing any more."""
        return frozenset(
            name.iri for name in self.names if name.is_gone and not name.replaced_by
        )


def _read(item: Mapping[str, Any]) -> Name:
    kind = str(item["kind"])
    return Name(
        str(item["path"]),
        kind,
        tuple(Member(str(a), str(b), str(c)) for a, b, c in item["members"]),
        tuple(str(key) for key in item.get("keys", ())),
        str(item.get("replaced_by", "")),
        bool(item.get("gone", False)),
    )


def _write(name: Name) -> dict[str, Any]:
    content: dict[str, Any] = {
        "path": name.path,
        "kind": name.kind,
        "members": [list(member) for member in name.members],
    }
    if name.keys:
        content["keys"] = list(name.keys)
    if name.replaced_by:
        content["replaced_by"] = name.replaced_by
    if name.is_gone:
        content["gone"] = True
    return content
