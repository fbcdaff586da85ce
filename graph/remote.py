"""An endpoint over HTTP: an answer of which all came, or an error that says why not."""

import http.client
import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from email.message import Message
from typing import Any, Final
from urllib.parse import urlencode, urlsplit

from hiwar.errors import HiwarError, IncompleteAnswerError, QueryError

__all__ = ["JSON", "N_TRIPLES", "Endpoint"]

JSON: Final = "application/sparql-results+json"
N_TRIPLES: Final = "application/n-triples"

_QUERY: Final = "application/sparql-query"
_PROBLEM: Final = "application/problem+json"
_MOST_OF_PROBLEM: Final = 1_000_000


class Endpoint:
    """An endpoint of the SPARQL protocol.

    Args:
        address: The address of a server of ours, or of an endpoint; what has no path
            gets ``/sparql``.
        version: The release to ask; the one that is current now where it is empty.
        timeout_s: Seconds to wait for it.

    Raises:
        NotFoundError: If it has no such release.
        IncompleteAnswerError: If there is no answer at that address.
    """

    def __init__(self, address: str, version: str, timeout_s: float) -> None:
        path = urlsplit(address).path.strip("/")
        self._address = address if path else f"{address.rstrip('/')}/sparql"
        self._timeout_s = timeout_s
        self.version = version
        self.ask("ASK {}", JSON)

    def ask(self, query: str, media_type: str) -> tuple[bytes, int | None]:
        """Return all of the answer to a query, and the rows that it says it has.

        Raises:
            QueryError: If the endpoint refused the query.
            HiwarError: If it said why it has no answer.
            IncompleteAnswerError: If there is no answer, or not all of it came.
        """
        version = urlencode({"version": self.version}) if self.version else ""
        mark = "&" if "?" in self._address else "?"
        request = urllib.request.Request(
            self._address + (mark + version if version else ""),
            query.encode(),
            {"Accept": media_type, "Content-Type": _QUERY},
        )
        try:
            return self._read(request, media_type)
        except urllib.error.HTTPError as error:
            with error:
                raise _refusal(error) from error
        except http.client.IncompleteRead as error:
            raise self._incomplete(
                f"broke off after {len(error.partial):,} bytes"
            ) from error
        except (OSError, http.client.HTTPException) as error:
            reason = getattr(error, "reason", None) or error
            raise self._incomplete(f"did not come: {reason or 'no answer'}") from error

    def check_count(self, count: int, said: int | None) -> None:
        """Check that an answer has as many rows or triples as it says.

        Raises:
            IncompleteAnswerError: If it has fewer, or more.
        """
        if said is not None and count != said:
            raise self._incomplete(f"has {count:,} rows of {said:,}")

    def _read(
        self, request: urllib.request.Request, media_type: str
    ) -> tuple[bytes, int | None]:
        with urllib.request.urlopen(request, timeout=self._timeout_s) as reply:
            body: bytes = reply.read()
            headers: Message = reply.headers
        if "Content-Length" not in headers and not _is_chunked(headers):
            raise self._incomplete("has neither a length nor a last chunk")
        if headers.get_content_type() != media_type:
            raise self._incomplete(
                f"is of type {headers.get_content_type()!r}; expected {media_type}"
            )
        rows = headers.get("Answer-Rows", "")
        self.version = self.version or headers.get("Dataset-Version", "")
        return body, int(rows) if rows.isdecimal() else None

    def _incomplete(self, what: str) -> IncompleteAnswerError:
        return IncompleteAnswerError(
            f"The answer of {self._address} {what}, so it may not be all there is;"
            " ask again, or ask for less."
        )


def _is_chunked(headers: Message) -> bool:
    coding: str = headers.get("Transfer-Encoding", "")
    return coding.lower() == "chunked"


def _refusal(error: urllib.error.HTTPError) -> HiwarError:
    """Return the error that an endpoint told of, as one of ours where it is."""
    try:
        text = error.read(_MOST_OF_PROBLEM)
    except (OSError, http.client.HTTPException):
        text = b""
    if error.headers.get_content_type() == _PROBLEM:
        try:
            problem = json.loads(text)
        except ValueError:
            problem = None
        if isinstance(problem, dict):
            return _named(problem, error.code)
    said = text.decode("utf-8", "replace").strip()[:500]
    return QueryError(f"The endpoint answers {error.code} {error.reason}: {said}")


def _named(problem: dict[str, Any], status: int) -> HiwarError:
    """Return a problem document as the error of ours that has its slug."""
    slug = str(problem.get("type", "")).rpartition("#")[2]
    detail = str(problem.get("detail") or problem.get("title") or status)
    for kind in _kinds(HiwarError):
        if kind.slug == slug:
            return kind(detail)
    return QueryError(f"The endpoint answers {status}: {detail}")


def _kinds(base: type[HiwarError]) -> Iterator[type[HiwarError]]:
    for kind in base.__subclasses__():
        yield kind
        yield from _kinds(kind)
