"""One worker process: it opens a release read-only and answers one query at a time.

Started by `hiwar.server.process` as ``worker.py SOCKET PARENT MEGABYTES``; which store
it opens it reads from its standard input, so that it may stand by before. A query that
crashes the engine, fills the memory or does not end takes this process with it and
nothing else.
"""

import csv
import io
import json
import os
import re
import signal
import socket
import sys
import threading
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

import pyoxigraph as ox

from hiwar.errors import QueryError
from hiwar.graph.formats import Answer, find_format
from hiwar.graph.search import INDEX_NAME
from hiwar.graph.search.tokens import may_search
from hiwar.server.frames import BLOCK_BYTES, Channel, Cut, Frame, Job
from hiwar.server.limits import STACK_BYTES
from hiwar.server.sandbox import die_with_parent, forbid_sockets, limit_memory

__all__ = ["main"]

_T = TypeVar("_T")

_WITH_PREFIXES: Final = frozenset({"ttl", "trig", "rdf"})
_POSITION: Final = re.compile(r"error at (\d+):(\d+)")
_FUNCTION: Final = re.compile(r"The custom function <([^<>\s]+)> is not supported")


def main(arguments: list[str]) -> None:
    """Open the store and answer until the other side is gone."""
    descriptor, parent, megabytes = arguments
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    link = socket.socket(fileno=int(descriptor))
    die_with_parent(int(parent))
    forbid_sockets()
    store = os.fsdecode(sys.stdin.buffer.read())
    if not store:
        return  # it stood by, and was not needed
    threading.stack_size(STACK_BYTES)
    thread = threading.Thread(target=_serve, args=(link, store, int(megabytes)))
    thread.start()
    thread.join()


def _serve(link: socket.socket, path: str, megabytes: int) -> None:
    """Answer queries, in the one thread that may touch the engine's results."""
    try:
        store = ox.Store.read_only(path)
        index = Path(path).with_name(INDEX_NAME)
        limit_memory(megabytes)
        channel = Channel(link)
        channel.send(Frame.READY)
        while True:
            _, payload = channel.receive()
            job = Job(**json.loads(payload))
            signal.setitimer(signal.ITIMER_REAL, job.deadline_s)
            _answer(channel, store, index, job)
    except Cut:
        return


def _answer(channel: Channel, store: ox.Store, index: Path, job: Job) -> None:
    """Answer one query: DATA …, END, or ERROR at any point."""
    try:
        asked = _store_of(index.with_name(job.file)) if job.file else store
        results = _evaluate(asked, _with_hits(job, index))
        output = _Output(channel)
        rows = _serialize(results, job, output)
        output.end()
    except QueryError as error:
        reason = {"kind": "refused", "detail": error.detail, **error.extra}
        _send_last(channel, Frame.ERROR, reason)
    except SyntaxError as error:
        _send_last(channel, Frame.ERROR, _position(error))
    except (RuntimeError, ValueError, OSError) as error:
        _send_last(channel, Frame.ERROR, _reason(error))
    else:
        _send_last(channel, Frame.END, {} if rows is None else {"rows": rows})


def _store_of(path: Path) -> ox.Store:
    """Return what a file of the release holds, in memory, which is for one query.

    Raises:
        QueryError: If the release has no such file, or a damaged one.
    """
    store = ox.Store()
    try:
        store.load(path=str(path))
    except OSError as error:
        raise QueryError(
            f"Release {path.parent.name} has no file {path.name}; expected one that"
            " does."
        ) from error
    except SyntaxError as error:
        raise QueryError(
            f"The file {path.name} of release {path.parent.name} is damaged; expected"
            " Turtle. Ask another release."
        ) from error
    return store


def _with_hits(job: Job, index: Path) -> Job:
    """Return a job whose query has what it searches for in place of its searches."""
    if not may_search(job.query):
        return job
    from hiwar.graph.search.rewriting import (
        with_hits,  # few queries need it, and SQLite
    )

    return replace(job, query=with_hits(job.query, job.base_iri, index))


def _send_last(channel: Channel, kind: Frame, content: dict[str, Any]) -> None:
    """Send the frame after which the other side may send the next query."""
    signal.setitimer(signal.ITIMER_REAL, 0)
    channel.send_json(kind, content)


def _evaluate(
    store: ox.Store, job: Job
) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    return store.query(
        job.query,
        base_iri=job.base_iri,
        use_default_graph_as_union=job.is_union,
        default_graph=None if job.file else _nodes(job.default_graphs),
        named_graphs=None if job.file else _nodes(job.named_graphs),
        substitutions={
            ox.Variable(name): ox.NamedNode(iri)
            for name, iri in job.substitutions.items()
        },
    )


def _nodes(iris: list[str] | None) -> Any:
    return None if iris is None else [ox.NamedNode(iri) for iri in iris]


def _serialize(
    results: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples,
    job: Job,
    output: "_Output",
) -> int | None:
    """Write results in the job's format.

    Returns:
        How many solutions or triples they are; None of a format that is streamed,
        since who reads it sees whether it is whole.
    """
    chosen = find_format(job.format, Answer(job.answer))
    if isinstance(results, ox.QueryTriples):
        counted = results if chosen.cut_shows else _Counted(results)
        prefixes = job.prefixes if chosen.name in _WITH_PREFIXES else None
        ox.serialize(counted, output, chosen.rdf_format, prefixes=prefixes)
        return counted.count if isinstance(counted, _Counted) else None
    if isinstance(results, ox.QuerySolutions) and chosen.name == "csv":
        solutions = _Counted(results)
        for row in _csv_rows(results.variables, solutions):
            output.write(row)
        return solutions.count
    results.serialize(output, chosen.results_format)
    # a line break within a literal is escaped in TSV; its first line has the names
    return output.lines - 1 if chosen.name == "tsv" else None


class _Counted(Generic[_T]):
    """What counts those that pass."""

    def __init__(self, items: Iterable[_T]) -> None:
        self._items = iter(items)
        self.count = 0

    def __iter__(self) -> Iterator[_T]:
        return self

    def __next__(self) -> _T:
        item = next(self._items)
        self.count += 1
        return item


def _csv_rows(
    variables: Iterable[ox.Variable], solutions: Iterable[ox.QuerySolution]
) -> Iterator[bytes]:
    """Yield CSV lines; the engine's own lack the quotes round an IRI with a comma.

    Source: https://www.w3.org/TR/sparql11-results-csv-tsv/ (3).
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([variable.value for variable in variables])
    for solution in solutions:
        writer.writerow([_csv_value(term) for term in solution])
        if text.tell() > BLOCK_BYTES:
            yield text.getvalue().encode()
            text.seek(0)
            text.truncate()
    yield text.getvalue().encode()


def _csv_value(term: object) -> str:
    if isinstance(term, ox.NamedNode | ox.Literal):
        return term.value
    return "" if term is None else str(term)


class _Output(io.BytesIO):
    """A file that sends what is written to it in full blocks."""

    def __init__(self, channel: Channel) -> None:
        super().__init__()
        self._channel = channel
        self._pending = bytearray()
        self.lines = 0

    def write(self, data: Any, /) -> int:
        self._pending += data
        self.lines += bytes(data).count(b"\n")
        if len(self._pending) >= BLOCK_BYTES:
            self._channel.send(Frame.DATA, self._pending)
            self._pending.clear()
        return len(data)

    def end(self) -> None:
        """Leave what is less than a block to go out with the last frame."""
        if self._pending:
            self._channel.hold_back(Frame.DATA, self._pending)


def _position(error: SyntaxError) -> dict[str, Any]:
    """Return where a query stops being one; never what the engine says of it."""
    found = _POSITION.search(str(error))
    if found is None:
        return {"kind": "syntax"}
    return {"kind": "syntax", "line": int(found[1]), "column": int(found[2])}


def _reason(error: Exception) -> dict[str, Any]:
    """Return why evaluation failed, as far as that is the query's own text."""
    found = _FUNCTION.fullmatch(str(error))
    if found is not None:
        return {"kind": "function", "name": found[1]}
    if "does not support RDF 1.2" in str(error):
        return {"kind": "format"}
    return {"kind": "evaluation"}


if __name__ == "__main__":
    main(sys.argv[1:])
