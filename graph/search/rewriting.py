"""Search in SPARQL: what the index finds, put into a query before the engine sees it.

Each search becomes a block of VALUES. A worker of the server does that, within the
deadline and the memory of the query.
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from hiwar.graph.search.index import Hit, SearchIndex
from hiwar.graph.search.searches import MAX_VARIABLES, Edit, Search, find_searches
from hiwar.graph.search.tokens import may_search

__all__ = ["literal", "put_in", "with_hits"]

_DECIMAL: Final = ox.NamedNode("http://www.w3.org/2001/XMLSchema#decimal")


def with_hits(
    query: str, base_iri: str, path: Path, prefixes: dict[str, str] | None = None
) -> str:
    """Return a query with what it searches for in place of its searches.

    Args:
        query: The query; it is returned as it is where it has no search.
        base_iri: What relative IRIs in it are resolved against.
        path: The index of the release.
        prefixes: Those that the query need not declare.

    Raises:
        QueryError: If a search cannot be made.
        SyntaxError: If the text is no query, at a place of its own.
    """
    if not may_search(query):
        return query
    edits = find_searches(query, base_iri)
    if not edits:
        return query
    ox.Store().query(query, base_iri=base_iri, prefixes=prefixes)
    return put_in(query, edits, _open(path))


@cache
def _open(path: Path) -> SearchIndex:
    return SearchIndex(path)


def put_in(query: str, edits: Iterable[Edit], index: SearchIndex) -> str:
    """Return a query with what the index finds in place of its searches.

    Raises:
        QueryError: If a search finds more than it may, or cannot be made.
    """
    parts = []
    end = 0
    for edit in edits:
        blocks = (_values(search, index) for search in edit.searches)
        parts += [query[end : edit.start], " ".join(("", *blocks, edit.rest, ""))]
        end = edit.end
    return "".join((*parts, query[end:]))


def literal(text: str, language: str = "") -> str:
    r"""Return a text as a literal of a query, whatever it holds.

    >>> print(literal('say "x" '), literal("مصر", "ar"))
    "say \"x\" " "مصر"@ar
    """
    if language:
        return str(ox.Literal(text, language=language))
    return str(ox.Literal(text))


def _values(search: Search, index: SearchIndex) -> str:
    """Return the block that stands for a search."""
    hits = index.find(
        search.field, search.text, language=search.language, most=search.most
    )
    count = len(search.variables)
    rows: dict[tuple[str, ...], str] = {}
    for hit in hits:
        terms = _terms(hit)
        is_of_text = count == MAX_VARIABLES
        key = (terms[0], terms[2]) if is_of_text else (terms[0],)
        rows.setdefault(key, f"({' '.join(terms[:count])})")
    names = " ".join(f"?{name}" for name in search.variables)
    return f"VALUES ({names}) {{ {' '.join(rows.values())} }}"


def _terms(hit: Hit) -> list[str]:
    return [
        str(ox.NamedNode(hit.iri)),
        str(ox.Literal(f"{hit.score:.4f}", datatype=_DECIMAL)),
        literal(hit.text, hit.tag),
    ]
