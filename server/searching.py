"""Search in SPARQL: what the index finds, put into a query before the engine sees it.

Each search becomes a block of VALUES. A worker does that, within the deadline and
the memory of the query.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from hiwar.graph.search.index import Hit, SearchIndex
from hiwar.server.frames import Job
from hiwar.server.searches import MAX_VARIABLES, Edit, Search, find_searches

__all__ = ["literal", "put_in", "search"]

_DECIMAL: Final = ox.NamedNode("http://www.w3.org/2001/XMLSchema#decimal")


def search(job: Job, path: Path) -> Job:
    """Return a job with what its query searches for in place of its searches.

    Args:
        job: The job; it is returned as it is where its query has no search.
        path: The index of the release.

    Raises:
        QueryError: If a search cannot be made.
        SyntaxError: If the text is no query, at a place of its own.
    """
    edits = find_searches(job.query, job.base_iri)
    if not edits:
        return job
    ox.Store().query(job.query, base_iri=job.base_iri)
    return replace(job, query=put_in(job.query, edits, _open(path)))


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
