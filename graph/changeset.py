"""The difference between two releases in triples, in the Changeset vocabulary.

Each fact that came or went, and each value that took the place of another, is a
``cs:ChangeSet`` with its reason. What it adds and removes are reified statements, whose
``dcterms:source`` are the documents that state them, so that nothing that is gone is
said anew. A file of its own has them: what came before is no input of any other.

Source: https://vocab.org/changeset/
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import pyoxigraph as ox
from rdflib import Literal, Namespace, URIRef

from hiwar.graph.difference import Difference
from hiwar.graph.formats import Answer, find_format
from hiwar.graph.namespaces import BASE, DCTERMS, RDF, thing_iri
from hiwar.graph.store import serialize

__all__ = ["CHANGES", "changes_iri", "changes_version", "write_changes"]

CHANGES: Final = "difference.ttl"
"""The file of a release that has them."""

_CS: Final = Namespace("http://purl.org/vocab/changeset/schema#")
_Item = Mapping[str, Any]


def changes_iri(version: str) -> str:
    """Return the name of the file, and so of the dataset, of a release's changes.

    >>> changes_iri("2026-11-21.2").removeprefix(BASE)
    'releases/2026-11-21.2/difference.ttl'
    """
    return f"{_release(version)}/{CHANGES}"


def changes_version(*graphs: str) -> str:
    """Return the version whose changes are the one graph named, else nothing.

    >>> changes_version(changes_iri("2026-11-21.2")), changes_version("urn:x")
    ('2026-11-21.2', '')
    """
    start, end = f"{BASE}releases/", f"/{CHANGES}"
    (name,) = graphs if len(graphs) == 1 else ("",)
    is_ours = name.startswith(start) and name.endswith(end)
    return name.removeprefix(start).removesuffix(end) if is_ours else ""


def write_changes(difference: Difference, version: str) -> tuple[bytes, int]:
    """Return the changes as Turtle, and the number of triples.

    Args:
        difference: The difference from the release before.
        version: The version of the release itself, which names the changes.
    """
    lines = "".join(f"{line} .\n" for line in _lines(difference, version))
    quads = [ox.Quad(*item.triple) for item in ox.parse(lines, ox.RdfFormat.N_TRIPLES)]
    quads.sort(key=lambda quad: str(quad.triple))
    more = {"cs": str(_CS), "": f"{changes_iri(version)}#"}
    if not quads:
        more = {}  # the first release everywhere has the same bytes
    turtle = find_format("ttl", Answer.GRAPH)
    return serialize(quads, turtle, more), len(quads)


def _lines(difference: Difference, version: str) -> Iterator[str]:
    """Yield a triple a line, in no order; none for the first release."""
    if not difference.before:
        return
    release, former = _release(version), _release(difference.before)
    yield f"<{release}> <{DCTERMS.replaces}> <{former}>"
    for item in difference.added:
        yield from _change_set(item, version, added=[item["object"]])
    for item in difference.removed:
        yield from _change_set(item, version, removed=[item["object"]])
    for item in difference.changed:
        yield from _change_set(item, version, item["after"], item["before"])


def _change_set(
    item: _Item, version: str, added: Iterable[str] = (), removed: Iterable[str] = ()
) -> Iterator[str]:
    added, removed = list(added), list(removed)
    node = _node(version, item["subject"], item["predicate"], *added, "", *removed)
    reason = Literal(item["reason"], lang="en").n3()
    yield f"{node} <{RDF.type}> <{_CS.ChangeSet}>"
    yield f"{node} <{DCTERMS.isPartOf}> <{_release(version)}>"
    yield f"{node} <{_CS.subjectOfChange}> {item['subject']}"
    yield f"{node} <{_CS.changeReason}> {reason}"
    former = item.get("former_documents", item["documents"])
    for name, values, documents in (
        ("addition", added, item["documents"]),
        ("removal", removed, former),
    ):
        for value in values:
            statement = _node(version, name, item["subject"], item["predicate"], value)
            yield f"{node} <{_CS[name]}> {statement}"
            yield f"{statement} <{RDF.type}> <{RDF.Statement}>"
            yield f"{statement} <{RDF.subject}> {item['subject']}"
            yield f"{statement} <{RDF.predicate}> {item['predicate']}"
            yield f"{statement} <{RDF.object}> {value}"
            for document in documents:
                source = thing_iri("document", document)
                yield f"{statement} <{DCTERMS.source}> <{source}>"


def _node(version: str, *parts: str) -> str:
    """Return a name within the file, made from what it names."""
    digest = hashlib.sha256("\n".join(parts).encode()).hexdigest()[:20]
    return URIRef(f"{changes_iri(version)}#c{digest}").n3()


def _release(version: str) -> str:
    return f"{BASE}releases/{version}"
