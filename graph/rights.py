"""Whose the quotes are: rights a source, as a table and in a release's description.

Our licence covers our triples. A quoted sentence belongs to the publisher of its
document, whatever is known of its licence.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from rdflib import DCTERMS, RDFS, Graph, Literal, URIRef
from rdflib.term import Node

from hiwar.graph.namespaces import RDF, thing_iri

__all__ = ["RIGHTS", "describe_rights", "rights_nodes", "write_rights"]

RIGHTS: Final = "rights.csv"
"""The table of a release with the rights of each source."""

_COLUMNS: Final = (
    "document",
    "title",
    "publisher",
    "address",
    "published",
    "retrieved",
    "licence",
    "quotes",
    "characters",
    "rights",
)
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def write_rights(documents: Iterable[Mapping[str, Any]]) -> bytes:
    """Return the table, CSV in UTF-8: a row a source document, by its IRI.

    What is not known is empty; text that a spreadsheet would run as a formula begins
    with an apostrophe.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(_COLUMNS)
    for row in sorted(map(_row, documents)):
        writer.writerow([f"'{c}" if c.startswith(_FORMULA) else c for c in row])
    return text.getvalue().encode()


def _row(item: Mapping[str, Any]) -> list[str]:
    quotes = [str(quote.get("exact", "")) for quote in item.get("sentences", ())]
    keys = ("title", "publisher", "url", "published", "retrieved", "licence")
    known = [" ".join(str(item.get(key) or "").split()) for key in keys]
    counts = [str(len(quotes)), str(sum(map(len, quotes)))]
    return [
        str(thing_iri("document", item["slug"])),
        *known,
        *counts,
        _words(known[1], known[5]),
    ]


def _words(publisher: str, licence: str) -> str:
    owner = publisher or "its publisher, who is not known"
    terms = (
        f"the source gives this licence: {licence}"
        if licence
        else "no licence is known, so that all rights may be reserved"
    )
    return f"The quoted sentences belong to {owner}; {terms}. Quoted as evidence only."


def describe_rights(file: URIRef, table: bytes) -> Iterator[tuple[Node, Node, Node]]:
    """Yield the rights of each source as statements of rights.

    Args:
        file: The name of the table, which names its rows.
        table: What `write_rights` gave.
    """
    for row in csv.DictReader(io.StringIO(table.decode(), newline="")):
        source = URIRef(row["document"])
        node = _node(file, source)
        yield node, RDF.type, DCTERMS.RightsStatement
        yield node, RDFS.label, Literal(row["rights"], lang="en")
        yield node, DCTERMS.references, source
        if row["publisher"]:
            yield source, DCTERMS.rightsHolder, Literal(row["publisher"])
        if row["licence"].startswith(("http://", "https://")):
            yield node, DCTERMS.license, URIRef(row["licence"])


def rights_nodes(graph: Graph) -> list[Node]:
    """Return the statements of rights of a description, sorted."""
    return sorted(graph.subjects(RDF.type, DCTERMS.RightsStatement), key=str)


def _node(file: URIRef, source: URIRef) -> URIRef:
    return URIRef(f"{file}#{source.rpartition('/')[2]}")
