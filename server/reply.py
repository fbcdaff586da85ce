"""A response that is bound to no framework: what a query is answered with."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from flask import Response

from hiwar.server.cache import Cache, Kept, etag_of
from hiwar.server.compression import accepts_gzip, gzipped, gzipped_blocks, is_worth_it
from hiwar.server.repeats import NOT_KEPT, give_kept, keep_for_repeats

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

__all__ = ["Reply"]

_FRESH: Final = "public, no-cache"


@dataclass(slots=True)
class Reply:
    """An answer with its header fields, status 200.

    Attributes:
        headers: The header fields, in HTTP's own spelling.
        body: All of the answer, or its blocks as they come.
        on_close: Called once the answer is sent, or nobody wants it any more.
    """

    headers: dict[str, str]
    body: bytes | Iterator[bytes]
    on_close: Callable[[], None] | None = None

    def as_response(self) -> Response:
        """Return it as what a route returns."""
        response = Response(self.body, headers=self.headers)
        if self.on_close is not None:
            response.call_on_close(self.on_close)
        return response

    def send(
        self, environ: "WSGIEnvironment", start_response: "StartResponse", cache: Cache
    ) -> Iterable[bytes]:
        """Give it to the server, as routes do with what they return.

        Whole ones bear a tag and are kept for repeats; a client that has the answer
        already is told so; who accepts gzip gets it.
        """
        headers = self.headers
        headers.setdefault("Cache-Control", _FRESH)
        is_stored = "no-store" not in headers["Cache-Control"]
        media_type = headers["Content-Type"]
        packs = accepts_gzip(environ.get("HTTP_ACCEPT_ENCODING"))
        if not isinstance(self.body, bytes):
            blocks = self.body
            if packs:
                headers["Content-Encoding"] = "gzip"
                blocks = gzipped_blocks(blocks)
            if environ["REQUEST_METHOD"] == "HEAD":
                blocks = iter(())
            answer = _Closing(blocks, self.on_close)
            try:
                start_response("200 OK", list(headers.items()))
            except BaseException:
                answer.close()
                raise
            return answer
        body = self.body
        tag = etag_of(body, media_type) if is_stored else ""
        if packs and is_worth_it(media_type, len(body)):
            headers["Content-Encoding"] = "gzip"
            body, tag = gzipped(body), tag and f"{tag}-gzip"
        if tag:
            headers["ETag"] = f'"{tag}"'
        headers["Content-Length"] = str(len(body))
        own = [item for item in headers.items() if item[0] in NOT_KEPT]
        rest = tuple(item for item in headers.items() if item[0] not in NOT_KEPT)
        kept = Kept(body, headers=rest)
        if is_stored and environ["REQUEST_METHOD"] == "GET":
            keep_for_repeats(kept, headers.get("Dataset-Version"), environ, cache)
        return give_kept(kept, environ, start_response, own)


class _Closing:
    """Blocks, and what to do once they are sent or given up."""

    def __init__(
        self, blocks: Iterator[bytes], on_close: Callable[[], None] | None
    ) -> None:
        self._blocks = blocks
        self._on_close = on_close

    def __iter__(self) -> Iterator[bytes]:
        return self._blocks

    def close(self) -> None:
        """End the work."""
        if self._on_close is not None:
            self._on_close()
