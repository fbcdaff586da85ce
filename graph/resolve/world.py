"""What is settled while resolving: IRIs so far, and what the registry places where."""

from collections.abc import Iterable, Mapping

from rdflib import Graph, URIRef

from hiwar.graph.model import Term, Thing
from hiwar.graph.namespaces import HIWAR
from hiwar.graph.resolve.accounts import Accounts, Member

__all__ = ["World"]


class World:
    """The IRIs given so far, and the states in which places lie."""

    def __init__(self, accounts: Accounts, registry: Graph) -> None:
        self._accounts = accounts
        self.given: dict[Member, URIRef] = {
            member: URIRef(thing.iri)
            for member, thing in accounts.things.items()
            if thing.iri
        }
        self._in_state: dict[URIRef, set[URIRef]] = {}
        for place, state in registry.subject_objects(HIWAR.inState):
            self._place(URIRef(str(place)), URIRef(str(state)))

    def _place(self, place: URIRef, state: URIRef) -> None:
        self._in_state.setdefault(place, set()).add(state)

    def add(self, given: Mapping[Member, URIRef]) -> None:
        """Take over more IRIs, and what their documents place where."""
        self.given.update(given)
        for member, iri in given.items():
            if member.kind == "Place":
                states = self._accounts.values(member, HIWAR.inState)
                for state in self.iris(member, states):
                    self._place(iri, state)

    def iris(self, member: Member, terms: Iterable[Term]) -> frozenset[URIRef]:
        """Return the IRIs of terms of a member's document that have one by now."""
        found = (self._iri(member.content_hash, term) for term in terms)
        return frozenset(iri for iri in found if iri)

    def _iri(self, content_hash: str, term: Term) -> URIRef | None:
        if isinstance(term, Thing):
            return self.given.get(Member(content_hash, term.kind, term.key))
        return term if isinstance(term, URIRef) else None

    def states_of(self, places: Iterable[URIRef]) -> frozenset[URIRef]:
        """Return the states in which places lie, as far as known."""
        return frozenset(
            state for place in places for state in self._in_state.get(place, ())
        )
