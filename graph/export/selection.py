"""Which part of a release is to be drawn: a process, or what a query constructs."""

from collections.abc import Iterator
from typing import Final

from rdflib import URIRef
from rdflib.term import Node

from hiwar.errors import NotFoundError
from hiwar.graph.export.scene import Fact, Joined, Pattern, Scene, Source, View
from hiwar.graph.namespaces import BASE, HIWAR, RDF, thing_iri

__all__ = ["of_process", "with_facts"]

_TIES: Final = (
    HIWAR.isMeetingOf,
    HIWAR.roundOf,
    HIWAR.inRound,
    HIWAR.frameworkOf,
    HIWAR.adoptedAt,
    HIWAR.setOutIn,
    HIWAR.committedAt,
    HIWAR.focusOf,
    HIWAR.chairedProcess,
    HIWAR.memberIn,
    HIWAR.participationIn,
    HIWAR.adoptedIn,
)
"""Properties that lead from a thing to the process it belongs to, step by step."""


def of_process(scene: Scene, slug: str) -> Scene:
    """Return the scene with only the facts about a process and what belongs to it.

    Its meetings, documents, commitments and relations belong to it; a fact is about
    them where one of them is its subject or object.

    Raises:
        NotFoundError: If there is no process of this name.
    """
    process = thing_iri("process", slug)
    both = Joined(scene.facts, scene.registry)
    if (process, RDF.type, HIWAR.Process) not in both:
        slugs = sorted(
            str(item).rpartition("/")[2]
            for item in set(both.subjects(RDF.type, HIWAR.Process))
        )
        raise NotFoundError(
            f"There is no process {slug[:100]!r}; expected one of: {', '.join(slugs)}."
        )
    return with_facts(scene, _About(scene, process))


def with_facts(scene: Scene, facts: Source) -> Scene:
    """Return a scene with other facts, all else to name and date them.

    Names and classes come from the whole release, but nothing else is drawn than
    what is among the facts.
    """
    return Scene(facts, scene.registry, Joined(scene.known, facts))


class _About(View):
    """The facts about a process, and what the registry says of it."""

    def __init__(self, scene: Scene, process: URIRef) -> None:
        self._scene, self._process = scene, process
        self._inner = _belonging(scene.facts, process)

    def triples(self, pattern: Pattern) -> Iterator[Fact]:
        """Return the triples that fit a pattern, None for any term."""
        for fact in self._scene.facts.triples(pattern):
            if fact[0] in self._inner or fact[2] in self._inner:
                yield fact
        for fact in self._scene.registry.triples(pattern):
            if self._process in (fact[0], fact[2]) and isinstance(fact[2], URIRef):
                yield fact


def _belonging(facts: Source, process: Node) -> set[Node]:
    """Return a process and all that belongs to it."""
    inner, queue = {process}, [process]
    while queue:
        thing = queue.pop()
        for tie in _TIES:
            for item in facts.subjects(tie, thing):
                is_ours = isinstance(item, URIRef) and item.startswith(f"{BASE}id/")
                if is_ours and item not in inner:
                    inner.add(item)
                    queue.append(item)
    return inner
