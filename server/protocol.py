"""SPARQL 1.1 Protocol, the query operation: what a request asks.

Source: https://www.w3.org/TR/sparql11-protocol/#query-operation (2.1).
"""

import socket
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl

from flask import Request

from hiwar.errors import MediaTypeError, MethodError, QueryError, TooLargeError
from hiwar.graph.changeset import CHANGES, changes_version
from hiwar.graph.formats import Answer, Format
from hiwar.graph.namespaces import PREFIXES
from hiwar.server.frames import Job
from hiwar.server.precheck import Outline, outline
from hiwar.settings import Settings

__all__ = [
    "ANSWER_PREFIXES",
    "METHODS",
    "Question",
    "client_of",
    "read_pairs",
    "read_question",
    "values_of",
]

ANSWER_PREFIXES: Final = {
    name: iri for name, iri in PREFIXES.items() if name not in ("graph", "id", "theme")
}
"""What answers abbreviate with; a local name with a slash would need an escape."""

METHODS: Final = ("GET", "HEAD", "POST", "OPTIONS")

_FORM: Final = "application/x-www-form-urlencoded"
_QUERY: Final = "application/sparql-query"
_UPDATE: Final = "application/sparql-update"
_OF_UPDATES: Final = frozenset({"update", "using-graph-uri", "using-named-graph-uri"})
_ONCE: Final = ("query", "version", "query-id")
_NOT_AN_IRI: Final = frozenset('<>"{}|\\^`')


@dataclass(frozen=True, slots=True)
class Question:
    """What a request asks.

    Attributes:
        query: The query, or None where the request has none.
        default_graphs: The graphs of ``default-graph-uri``, each once.
        named_graphs: The graphs of ``named-graph-uri``, each once.
        format: What ``format`` says, with a comma between several, or empty.
        version: The release that it is for, empty for the current one.
        query_id: The id under which it can be stopped, or empty.
    """

    query: str | None
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    format: str = ""
    version: str = ""
    query_id: str = ""

    @property
    def has_dataset(self) -> bool:
        """Whether it names the graphs to be asked, which goes before FROM."""
        return bool(self.default_graphs or self.named_graphs)

    def outline(self, settings: Settings) -> Outline:
        """Return the outline of its query.

        Raises:
            QueryError: If the query may not be given to the engine.
        """
        return outline(
            self.query or "",
            max_bytes=settings.query_max_bytes,
            max_depth=settings.query_max_depth,
        )

    def job(self, outlined: Outline, chosen: Format, settings: Settings) -> Job:
        """Return what a worker is to do: its query over the graphs that it names.

        The union of all graphs is asked where neither the request nor the query
        names any. Source: SPARQL 1.1 Protocol, 2.1.4.

        Raises:
            QueryError: If it names other graphs than the changes that it asks.
        """
        has_changes = bool(changes_version(*self.default_graphs))
        if has_changes and (self.named_graphs or outlined.has_dataset):
            raise QueryError(
                "The changes of a release are a dataset of their own, without named"
                " graphs; expected neither named-graph-uri nor FROM beside them."
            )
        return Job(
            query=outlined.text,
            answer=outlined.answer.value,
            format=chosen.name,
            deadline_s=settings.query_deadline_s,
            base_iri=settings.base_iri,
            is_union=not (self.has_dataset or outlined.has_dataset),
            default_graphs=list(self.default_graphs) if self.has_dataset else None,
            named_graphs=list(self.named_graphs) if self.has_dataset else None,
            file=CHANGES if has_changes else "",
            prefixes=ANSWER_PREFIXES if outlined.answer is Answer.GRAPH else {},
        )


def read_question(request: Request, max_bytes: int) -> Question:
    """Return what a request asks.

    Raises:
        QueryError: If a parameter is repeated, missing or malformed.
        MethodError: If it is an update.
        MediaTypeError: If its body is of another type than the two of the protocol.
        TooLargeError: If its body is larger than ``max_bytes``.
    """
    pairs = read_pairs(request.query_string, "address")
    if request.method == "POST":
        pairs += _posted(request, max_bytes)
    if _OF_UPDATES & {name for name, _ in pairs}:
        raise _read_only()
    values = values_of(pairs, _ONCE)
    defaults = _graphs(values, "default-graph-uri")
    if request.method == "POST" and "query" not in values:
        raise QueryError("The body has no parameter 'query'; expected a query in it.")
    return Question(
        query=values.get("query", [None])[0],
        default_graphs=defaults,
        named_graphs=_graphs(values, "named-graph-uri"),
        format=",".join(values.get("format", ())),
        version=_version(values.get("version", [""])[0], defaults)[:40],
        query_id=values.get("query-id", [request.environ.get("HTTP_QUERY_ID", "")])[0],
    )


def _version(given: str, default_graphs: tuple[str, ...]) -> str:
    """Return the release to ask: the one named, or the one whose changes are asked.

    Raises:
        QueryError: If these are two.
    """
    found = changes_version(*default_graphs)
    if found and given not in ("", found):
        raise QueryError(
            f"The changes asked for are those of release {found}, the version is"
            f" {given[:40]!r}; expected one of the two."
        )
    return given or found


def _posted(request: Request, max_bytes: int) -> list[tuple[str, str]]:
    """Return the parameters of a body, in either of its two forms."""
    if request.mimetype == _UPDATE:
        raise _read_only()
    if request.mimetype not in (_FORM, _QUERY):
        raise MediaTypeError(
            f"The body is of type {request.mimetype[:100] or 'unknown'!r}; expected"
            f" {_QUERY} or {_FORM}."
        )
    coding = request.headers.get("Content-Encoding", "identity").lower()
    if coding not in ("", "identity"):
        raise MediaTypeError(
            f"The body is encoded as {coding[:40]!r}; expected it plain, without"
            " Content-Encoding."
        )
    charset = request.mimetype_params.get("charset", "utf-8").lower()
    if charset not in ("utf-8", "utf8", "us-ascii"):
        raise MediaTypeError(f"The body is in {charset[:40]!r}; expected UTF-8.")
    # percent-encoding triples what is not ASCII letters and digits
    most = max_bytes if request.mimetype == _QUERY else 3 * max_bytes + 8192
    request.max_content_length = most
    body = request.get_data(cache=False, parse_form_data=False)
    if request.mimetype == _FORM:
        return read_pairs(body, "body")
    try:
        return [("query", body.decode())]
    except UnicodeDecodeError as error:
        raise QueryError(f"The body is not UTF-8 at byte {error.start}.") from error


def values_of(
    pairs: Iterable[tuple[str, str]], once: Iterable[str]
) -> dict[str, list[str]]:
    """Return the values of each parameter.

    Raises:
        QueryError: If one of those that may be given ``once`` is given again.
    """
    values: dict[str, list[str]] = {}
    for name, value in pairs:
        values.setdefault(name, []).append(value)
    for name in once:
        if len(values.get(name, ())) > 1:
            raise QueryError(
                f"The parameter {name!r} is given {len(values[name])} times; expected"
                " once, in the address or in the body."
            )
    return values


def read_pairs(text: bytes, place: str) -> list[tuple[str, str]]:
    """Return the parameters of an address or a form.

    Raises:
        QueryError: If they are not percent-encoded UTF-8.
        TooLargeError: If they are too many.
    """
    try:
        return parse_qsl(
            text.decode("ascii"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=200,
        )
    except UnicodeDecodeError as error:
        raise QueryError(
            f"The {place} is not percent-encoded UTF-8: {error.reason}."
        ) from error
    except ValueError as error:
        raise TooLargeError(
            f"The {place} has more than 200 parameters; expected fewer."
        ) from error


def _graphs(values: dict[str, list[str]], name: str) -> tuple[str, ...]:
    """Return the graphs of a parameter, each once, as the merge of them wants."""
    graphs = tuple(dict.fromkeys(values.get(name, ())))
    for iri in graphs:
        scheme, colon, _ = iri.partition(":")
        is_safe = not any(char <= " " or char in _NOT_AN_IRI for char in iri)
        is_scheme = scheme[:1].isalpha() and scheme.isascii()
        if not (colon and is_safe and is_scheme and scheme.isprintable()):
            raise QueryError(f"{name} is {iri[:200]!r}; expected an absolute IRI.")
    return graphs


def _read_only() -> MethodError:
    return MethodError(
        "This endpoint is read-only and takes no updates; expected a query in the"
        " parameter 'query'. Documents are added with 'hiwar add'."
    )


def client_of(request: Request) -> socket.socket | None:
    """Return the connection that a request came over, where it can be watched."""
    connection = request.environ.get("gunicorn.socket")
    return connection if type(connection) is socket.socket else None
