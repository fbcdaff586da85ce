"""A graph to ask from a notebook: a release on this machine, or an endpoint by its URL.

Both answer the same query with the same values. What comes over a network is checked
to be whole: an answer that was cut raises, and never looks like a shorter one.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pyoxigraph as ox
from rdflib import BNode, Graph, Literal, URIRef

from hiwar.errors import IncompleteAnswerError, QueryError
from hiwar.graph.namespaces import BASE, PREFIXES, bind_prefixes
from hiwar.graph.release import Release, current_release, open_release
from hiwar.graph.remote import JSON, N_TRIPLES, Endpoint
from hiwar.graph.search import INDEX_NAME
from hiwar.graph.search.rewriting import with_hits
from hiwar.graph.store import to_graph, to_node

if TYPE_CHECKING:
    import pandas

__all__ = ["KnowledgeGraph", "open_graph"]

Solutions = tuple[list[str], Iterator[list[Any]]]

# strings, comments, IRIs, variables and names, in none of which FROM is a keyword
_OPAQUE: Final = re.compile(
    r'"""(?:[^\\]|\\.)*?"""|\'\'\'(?:[^\\]|\\.)*?\'\'\'|"(?:[^"\\\n]|\\.)*"'
    r"|'(?:[^'\\\n]|\\.)*'|<[^<>\s]*>|#[^\n]*|[?$]\w+|[\w.-]*:[\w.:%-]*",
    re.DOTALL,
)


def open_graph(
    place: str | Path = "hiwar-data", *, version: str = "", timeout_s: float = 60.0
) -> "KnowledgeGraph":
    """Open a graph to ask.

    Whatever is published meanwhile, it answers from one release: the one that was
    current when it was opened, or the one that was named.

    Args:
        place: The folder of the data, or the address of a server or its endpoint,
            ``http://127.0.0.1:8000/`` for example.
        version: The release, ``2026-11-21.1`` for example; the current one without.
        timeout_s: Seconds to wait for a server.

    Raises:
        ReleaseError: If there is no such release on this machine.
        NotFoundError: If the server has no such release.
        IncompleteAnswerError: If there is no answer at that address.
    """
    text = str(place)
    if text.startswith(("http://", "https://")):
        return _Remote(Endpoint(text, version, timeout_s))
    folder = Path(place)
    found = open_release(folder, version) if version else current_release(folder)
    return _Local(found)


class KnowledgeGraph(ABC):
    """A graph to ask with SPARQL; our prefixes need not be declared.

    Attributes:
        version: The release that answers, empty where an endpoint does not say.
    """

    version: str

    def select(self, query: str) -> list[dict[str, Any]]:
        """Return the solutions of a SELECT, each a dictionary by variable.

        Numbers, dates and truth values come as Python's, other literals as text,
        IRIs and blank nodes as rdflib's, and what is not bound as None.

        Raises:
            QueryError: If the query is malformed, no SELECT, or has no answer.
            IncompleteAnswerError: If not all of the answer came.
        """
        names, rows = self._solutions(query)
        return [dict(zip(names, map(_value, row), strict=True)) for row in rows]

    def frame(self, query: str) -> "pandas.DataFrame":
        """Return the solutions of a SELECT as a data frame; for this install pandas.

        Raises:
            QueryError: If the query is malformed, no SELECT, or has no answer.
            IncompleteAnswerError: If not all of the answer came.
        """
        import pandas

        names, rows = self._solutions(query)
        return pandas.DataFrame(
            [list(map(_value, row)) for row in rows], columns=names, dtype=object
        ).infer_objects()

    @abstractmethod
    def ask(self, query: str) -> bool:
        """Return the answer to an ASK.

        Raises:
            QueryError: If the query is malformed, no ASK, or has no answer.
            IncompleteAnswerError: If not all of the answer came.
        """

    def graph(self, query: str) -> Graph:
        """Return the triples of a CONSTRUCT or DESCRIBE.

        Raises:
            QueryError: If the query is malformed, gives no graph, or has no answer.
            IncompleteAnswerError: If not all of the answer came.
        """
        return bind_prefixes(to_graph(self._triples(query)))

    @abstractmethod
    def _solutions(self, query: str) -> Solutions: ...

    @abstractmethod
    def _triples(self, query: str) -> list[ox.Triple]: ...


class _Local(KnowledgeGraph):
    """A release on this machine; a query runs in this very process."""

    def __init__(self, release: Release) -> None:
        self.version = release.version
        self._store = release.open_store()
        self._index_path = release.path / INDEX_NAME

    def ask(self, query: str) -> bool:
        results = self._query(query)
        if not isinstance(results, ox.QueryBoolean):
            raise _wrong_kind("ASK")
        return bool(results)

    def _solutions(self, query: str) -> Solutions:
        results = self._query(query)
        if not isinstance(results, ox.QuerySolutions):
            raise _wrong_kind("SELECT")
        names = [variable.value for variable in results.variables]
        return names, (list(row) for row in results)

    def _triples(self, query: str) -> list[ox.Triple]:
        results = self._query(query)
        if not isinstance(results, ox.QueryTriples):
            raise _wrong_kind("CONSTRUCT or DESCRIBE")
        return list(results)

    def _query(
        self, query: str
    ) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        has_dataset = re.search(r"\bFROM\b", _OPAQUE.sub(" ", query), re.IGNORECASE)
        try:
            query = with_hits(query, BASE, self._index_path, PREFIXES)
            return self._store.query(query, has_dataset=has_dataset is not None)
        except (SyntaxError, RuntimeError) as error:
            raise QueryError(f"The query cannot be answered: {error}.") from error


class _Remote(KnowledgeGraph):
    """An endpoint; what it gives is read only if it is whole."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self.version = endpoint.version

    def ask(self, query: str) -> bool:
        results, _ = self._results(query)
        if not isinstance(results, ox.QueryBoolean):
            raise _wrong_kind("ASK")
        return bool(results)

    def _solutions(self, query: str) -> Solutions:
        results, count = self._results(query)
        if not isinstance(results, ox.QuerySolutions):
            raise _wrong_kind("SELECT")
        names = [variable.value for variable in results.variables]
        try:
            rows = [list(row) for row in results]
        except (SyntaxError, ValueError) as error:
            raise _unreadable(JSON) from error
        self._endpoint.check_count(len(rows), count)
        return names, iter(rows)

    def _triples(self, query: str) -> list[ox.Triple]:
        body, count = self._endpoint.ask(_with_prefixes(query), N_TRIPLES)
        try:
            triples = [quad.triple for quad in ox.parse(body, ox.RdfFormat.N_TRIPLES)]
        except (SyntaxError, ValueError) as error:
            raise _unreadable(N_TRIPLES) from error
        self._endpoint.check_count(len(triples), count)
        return triples

    def _results(
        self, query: str
    ) -> tuple[ox.QuerySolutions | ox.QueryBoolean, int | None]:
        body, count = self._endpoint.ask(_with_prefixes(query), JSON)
        try:
            return ox.parse_query_results(body, ox.QueryResultsFormat.JSON), count
        except (SyntaxError, ValueError) as error:
            raise _unreadable(JSON) from error


def _with_prefixes(query: str) -> str:
    """Return a query that declares our prefixes, its lines where they were."""
    names = " ".join(f"PREFIX {name}: <{iri}>" for name, iri in PREFIXES.items())
    return f"BASE <{BASE}> {names} {query}"


def _value(term: Any) -> Any:
    """Return a term as what Python has for it.

    >>> _value(ox.Literal(3)), _value(ox.Literal("trois", language="fr"))
    (3, 'trois')
    """
    if term is None or isinstance(term, ox.Triple):
        return None if term is None else str(term)
    node = to_node(term)
    if isinstance(node, URIRef | BNode):
        return node
    value = node.toPython()
    return str(node) if isinstance(value, Literal) else value


def _wrong_kind(expected: str) -> QueryError:
    return QueryError(f"The query is of another kind; expected {expected}.")


def _unreadable(media_type: str) -> IncompleteAnswerError:
    return IncompleteAnswerError(
        f"The answer is not {media_type} to its end, so some of it may be missing;"
        " ask again."
    )
