"""From a worker's stream to a reply over HTTP that cannot look whole when it is cut.

A format whose cut-off piece could be taken for the whole goes out with its length,
once all of it is there; so does everything over HTTP/1.0, which has no other end
than the connection's. The rest is streamed in chunks: where a worker fails midway,
the connection ends without the last chunk.
"""

import errno
import logging
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from hiwar.errors import HiwarError, TooLargeError
from hiwar.graph.formats import Format
from hiwar.server.cache import Kept
from hiwar.server.frames import BLOCK_BYTES
from hiwar.server.limits import ANSWER_BUFFER_BYTES, MAX_KEPT_BYTES
from hiwar.server.negotiation import Offer
from hiwar.server.process import ClientGone
from hiwar.server.reply import Reply
from hiwar.server.service import Asked, Found
from hiwar.server.stream import Stream

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

__all__ = ["give", "read_whole", "respond"]

_LOG: Final = logging.getLogger(__name__)
_FOR_EVER: Final = "public, max-age=31536000, immutable"


def give(
    found: Found,
    asked: Asked,
    offer: Offer,
    environ: "WSGIEnvironment",
    *,
    is_lasting: bool,
) -> Reply:
    """Return the reply to a stranger's query, under the service's limits.

    Args:
        found: The answer.
        asked: The query.
        offer: The format, and the name of it that the client knows.
        environ: The request that it answers.
        is_lasting: Whether the release that answers was asked for by name.

    Raises:
        HiwarError: If there is no answer.
    """
    assert offer.format is not None  # since it is data that was asked for
    version, answer, keep = found
    reply = respond(answer, offer.format, offer.media_type, environ, keep)
    reply.headers["Dataset-Version"] = version
    reply.headers["Query-Id"] = asked.query_id
    if not asked.is_lasting:
        reply.headers["Cache-Control"] = "no-store"
    elif is_lasting:
        reply.headers["Cache-Control"] = _FOR_EVER
    return reply


def respond(
    answer: Stream | Kept,
    chosen: Format,
    media_type: str,
    environ: "WSGIEnvironment",
    keep: Callable[[Kept], None] | None = None,
) -> Reply:
    """Return the reply for an answer, which may be still to come.

    Args:
        answer: The answer.
        chosen: The format that it is in.
        media_type: The name of the format that the client knows.
        environ: The request that it answers.
        keep: Called with the answer once it is whole.

    Raises:
        QueryError: If there is no answer, or it is too large to be sent whole.
    """
    may_stream = chosen.cut_shows and environ["SERVER_PROTOCOL"] != "HTTP/1.0"
    if isinstance(answer, Kept):
        reply = _whole(answer, chosen)
    elif may_stream:
        reply = _streamed(answer, chosen, environ, keep)
    else:
        body = read_whole(answer, ANSWER_BUFFER_BYTES, chosen.label)
        reply = _whole(Kept(body, answer.rows), chosen, keep)
    if not may_stream:
        reply.headers["Answer-Limit"] = str(ANSWER_BUFFER_BYTES)
    if isinstance(answer, Stream):
        reply.headers["Dataset-Version"] = answer.version
    charset = "; charset=utf-8" if media_type.startswith("text/") else ""
    reply.headers["Content-Type"] = media_type + charset
    return reply


def _whole(
    answer: Kept, chosen: Format, keep: Callable[[Kept], None] | None = None
) -> Reply:
    """Return the reply for an answer that is there."""
    if keep is not None:
        keep(answer)
    reply = Reply({}, answer.body)
    if answer.rows is not None and not chosen.cut_shows:
        reply.headers["Answer-Rows"] = str(answer.rows)
    return reply


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


def _streamed(
    stream: Stream,
    chosen: Format,
    environ: "WSGIEnvironment",
    keep: Callable[[Kept], None] | None,
) -> Reply:
    """Return the reply for an answer that may go out as it comes.

    A first block that is not full is all of the answer; it gets its length.
    """
    blocks = iter(stream)
    first = next(blocks, b"")
    if len(first) < BLOCK_BYTES:
        return _whole(Kept(first + b"".join(blocks), stream.rows), chosen, keep)
    if environ["REQUEST_METHOD"] == "HEAD":
        stream.close()
        return Reply({}, iter(()))  # an empty text would have a length and a tag
    return Reply({}, _chain(first, blocks, keep), stream.close)


def _chain(
    first: bytes, rest: Iterator[bytes], keep: Callable[[Kept], None] | None
) -> Iterator[bytes]:
    """Yield an answer; if it is cut, end as if the connection had broken.

    That is what the client must see, and what gunicorn does without a traceback.
    """
    sent = [first]
    size = len(first)
    yield first
    try:
        for block in rest:
            size += len(block)
            if size <= MAX_KEPT_BYTES:
                sent.append(block)
            yield block
    except (HiwarError, ClientGone) as error:
        _LOG.warning("an answer was cut: %s", error)
        raise ConnectionResetError(errno.ECONNRESET, "the answer was cut") from error
    if keep is not None and size <= MAX_KEPT_BYTES:
        keep(Kept(b"".join(sent)))
