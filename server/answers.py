"""From a worker's stream to an HTTP response that cannot look whole when it is cut.

A format whose cut-off piece could be taken for the whole goes out with its length,
once all of it is there; so does everything over HTTP/1.0, which has no other end
than the connection's. The rest is streamed in chunks: where a worker fails midway,
the connection ends without the last chunk.
"""

import errno
import logging
from collections.abc import Iterator
from typing import Final

from flask import Response, request

from hiwar.errors import HiwarError, TooLargeError
from hiwar.graph.formats import Format
from hiwar.server.frames import BLOCK_BYTES
from hiwar.server.limits import ANSWER_BUFFER_BYTES
from hiwar.server.pool import Stream
from hiwar.server.process import ClientGone

__all__ = ["read_whole", "respond"]

_LOG: Final = logging.getLogger(__name__)


def respond(stream: Stream, chosen: Format, media_type: str) -> Response:
    """Return the response for an answer that is still to come.

    Raises:
        QueryError: If there is no answer, or it is too large to be sent whole.
    """
    may_stream = chosen.cut_shows and request.environ["SERVER_PROTOCOL"] != "HTTP/1.0"
    if may_stream:
        response = _streamed(stream)
    else:
        whole = read_whole(stream, ANSWER_BUFFER_BYTES, chosen.label)
        response = Response(whole)
        response.headers["Answer-Limit"] = str(ANSWER_BUFFER_BYTES)
    charset = "; charset=utf-8" if media_type.startswith("text/") else ""
    response.headers["Content-Type"] = media_type + charset
    response.headers["Dataset-Version"] = stream.version
    return response


def read_whole(stream: Stream, most: int, label: str) -> bytes:
    """Return all of an answer.

    Raises:
        TooLargeError: If it has more than ``most`` bytes.
    """
    blocks: list[bytes] = []
    size = 0
    for block in stream:
        size += len(block)
        if size > most:
            stream.close()
            raise TooLargeError(
                f"The answer has more than {most:,} bytes, and in {label} over this"
                " connection a cut answer could not be told from a whole one. Ask for"
                " JSON or XML over HTTP/1.1, use LIMIT, or take the dump."
            )
        blocks.append(block)
    return b"".join(blocks)


def _streamed(stream: Stream) -> Response:
    """Return the response for an answer that may go out as it comes.

    A first block that is not full is all of the answer; it gets its length.
    """
    blocks = iter(stream)
    first = next(blocks, b"")
    if len(first) < BLOCK_BYTES:
        return Response(first + b"".join(blocks))
    if request.method == "HEAD":
        stream.close()
        return Response()
    response = Response(_chain(first, blocks))
    response.call_on_close(stream.close)
    return response


def _chain(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    """Yield an answer; if it is cut, end as if the connection had broken.

    That is what the client must see, and what gunicorn does without a traceback.
    """
    yield first
    try:
        yield from rest
    except (HiwarError, ClientGone) as error:
        _LOG.warning("an answer was cut: %s", error)
        raise ConnectionResetError(errno.ECONNRESET, "the answer was cut") from error
