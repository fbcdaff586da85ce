"""Giving names: the ledger's where it has one, new ones where it has none."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rdflib import URIRef

from hiwar.graph.namespaces import BASE
from hiwar.graph.resolve.accounts import Member
from hiwar.graph.resolve.ledger import Ledger, Name
from hiwar.graph.resolve.names import kind_segment

__all__ = ["Minting", "Nameless"]


@dataclass(frozen=True, slots=True)
class Nameless:
    """A thing that needs a name.

    Attributes:
        keys: The keys by which a thing of its kind is known; empty where a kind is
            not known by keys.
        slug: What to call it, empty where nothing readable is known.
        registered: The path of the registry's name for it, if it has one.
    """

    members: tuple[Member, ...]
    slug: str
    keys: frozenset[str] = frozenset()
    registered: str = ""


class Minting:
    """Gives names, kind by kind, and keeps the books."""

    def __init__(self, ledger: Ledger, registered: Iterable[URIRef] = ()) -> None:
        """Start from a ledger; the registry's IRIs are given to nothing else."""
        self._taken = {_path(iri) for iri in registered}
        self._by_key = {
            (name.kind, key): name.path
            for name in reversed(ledger.names)
            for key in name.keys
            if not name.replaced_by
        }
        self._names = list(ledger.names)
        self._place = {name.path: index for index, name in enumerate(self._names)}
        self._used: set[str] = set()

    def name_all(self, kind: str, things: Sequence[Nameless]) -> dict[Member, URIRef]:
        """Return the IRI of every member of some things of one kind."""
        given: dict[Member, URIRef] = {}
        won = self._won(kind, things)
        self._used.update(path for paths in won.values() for path in paths)
        for index, thing in enumerate(things):
            paths = won.get(index) or self._revived(kind, thing)
            if thing.registered:
                paths = [self._enter(kind, thing), *paths]
            path = paths[0] if paths else self._mint(kind, thing)
            self._keep(path, thing)
            for younger in paths[1:]:
                self._replace(younger, path)
            given.update(
                dict.fromkeys(thing.members, self._names[self._place[path]].iri)
            )
        return given

    def yield_to(self, registered: Mapping[Member, URIRef]) -> None:
        """Let the registry's names replace ours for what it has taken over."""
        ours = {m: iri for m, iri in registered.items() if iri.startswith(BASE)}
        for name in list(self._names):
            paths = [_path(ours[m]) for m in name.members if m in ours]
            if name.path in paths:
                self._used.add(name.path)
            elif paths and not name.replaced_by:
                self._replace(name.path, paths[0])

    def ledger(self) -> Ledger:
        """Return the ledger after all kinds were named."""
        there = self._used | self._taken
        return Ledger(
            tuple(
                replace(name, is_gone=name.path not in there)
                if not name.replaced_by
                else name
                for name in self._names
            )
        )

    def _won(self, kind: str, things: Iterable[Nameless]) -> dict[int, list[str]]:
        """Return the names that each thing has, the oldest first.

        Of two things with members of one name, that with its earliest member wins;
        a name of the registry goes to the registry's thing.
        """
        things = list(things)
        registered = {thing.registered for thing in things}
        home = {m: index for index, thing in enumerate(things) for m in thing.members}
        won: dict[int, list[str]] = {}
        for name in self._names:
            if name.kind != kind or name.replaced_by or name.path in registered:
                continue
            here = [home[member] for member in name.members if member in home]
            if here:
                won.setdefault(here[0], []).append(name.path)
        return won

    def _revived(self, kind: str, thing: Nameless) -> list[str]:
        """Return a name that nothing has now and that was of a thing of these keys."""
        paths = {self._by_key.get((kind, key)) for key in thing.keys}
        free = sorted(path for path in paths if path and path not in self._used)
        return sorted(free, key=self._place.__getitem__)[:1]

    def _mint(self, kind: str, thing: Nameless) -> str:
        digest = hashlib.sha256("\n".join(thing.members[0]).encode()).hexdigest()
        wanted = f"{kind_segment(kind)}/{thing.slug or digest[:12]}"
        path, number = wanted, 1
        while path in self._place or path in self._taken:
            number += 1
            path = f"{wanted}-{number}"
        self._place[path] = len(self._names)
        self._names.append(Name(path, kind, thing.members, tuple(sorted(thing.keys))))
        return path

    def _enter(self, kind: str, thing: Nameless) -> str:
        """Enter the registry's name for a thing, and return its path."""
        path = thing.registered
        if path not in self._place:
            self._place[path] = len(self._names)
            self._names.append(Name(path, kind, thing.members, ()))
        return path

    def _keep(self, path: str, thing: Nameless) -> None:
        self._used.add(path)
        index = self._place[path]
        name = self._names[index]
        new = [member for member in thing.members if member not in name.members]
        keys = tuple(sorted({*name.keys, *thing.keys}))
        self._names[index] = replace(name, members=(*name.members, *new), keys=keys)

    def _replace(self, path: str, successor: str) -> None:
        index = self._place[path]
        self._names[index] = replace(
            self._names[index], replaced_by=successor, is_gone=False
        )


def _path(iri: URIRef) -> str:
    return str(iri).removeprefix(f"{BASE}id/")
