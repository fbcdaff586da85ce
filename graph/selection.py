"""Which part of a release is to be drawn: a process, or what a query constructs."""

from collections.abc import Mapping
from typing import Final

from rdflib import Graph, URIRef
from rdflib.term import Node

from hiwar.errors import NotFoundError
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


def of_process(graphs: Mapping[str, Graph], slug: str) -> dict[str, Graph]:
    """Return the graphs with only the facts about a process and what belongs to it.

    Its meetings, documents, commitments and relations belong to it; a fact is about
    them where one of them is its subject or object.

    Raises:
        NotFoundError: If there is no process of this name.
    """
    process = thing_iri("process", slug)
    known = graphs["facts"] + graphs.get("registry", Graph())
    if (process, RDF.type, HIWAR.Process) not in known:
        slugs = sorted(
            str(item).rpartition("/")[2]
            for item in known.subjects(RDF.type, HIWAR.Process)
        )
        raise NotFoundError(
            f"There is no process {slug[:100]!r}; expected one of: {', '.join(slugs)}."
        )
    inner = _belonging(graphs["facts"], process)
    facts = Graph()
    for fact in graphs["facts"]:
        if fact[0] in inner or fact[2] in inner:
            facts.add(fact)
    for fact in known:
        if process in (fact[0], fact[2]) and isinstance(fact[2], URIRef):
            facts.add(fact)
    return with_facts(graphs, facts)


def with_facts(graphs: Mapping[str, Graph], facts: Graph) -> dict[str, Graph]:
    """Return the graphs with other facts, all else to name and date them.

    Names and classes come from the whole release, but nothing else is drawn than
    what is among the facts.
    """
    known = graphs.get("registry", Graph()) + graphs["facts"]
    return {**graphs, "facts": facts, "registry": known}


def _belonging(facts: Graph, process: Node) -> set[Node]:
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
