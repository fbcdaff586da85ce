"""gzip for those who accept it, block by block where an answer is streamed.

The same bytes compress to the same bytes, so that a strong entity tag holds.
"""

import zlib
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from flask import Request, Response
from werkzeug.datastructures import Accept
from werkzeug.http import parse_accept_header

from hiwar.server.negotiation import REMEMBERED

__all__ = ["accepts_gzip", "compress", "gzipped", "gzipped_blocks", "is_worth_it"]

_LEAST_BYTES: Final = 1000
_LEVEL: Final = 5
_GZIP: Final = 16 + zlib.MAX_WBITS
_TYPES: Final = ("text/", "application/")
_PACKED: Final = frozenset({"application/gzip", "application/zip"})


def compress(response: Response, request: Request) -> Response:
    """Return a response compressed, if that is accepted and worth it.

    A tag of its own tells the compressed form from the plain one (RFC 9110, 8.8.3).
    """
    if (
        response.status_code != 200
        or response.direct_passthrough
        or "Content-Encoding" in response.headers
        or not accepts_gzip(request.environ.get("HTTP_ACCEPT_ENCODING"))
    ):
        return response
    size = len(response.get_data()) if response.is_sequence else _LEAST_BYTES
    if not is_worth_it(response.mimetype or "", size):
        return response
    tag, is_weak = response.get_etag()
    if tag:
        response.set_etag(f"{tag}-gzip", weak=bool(is_weak))
    response.headers["Content-Encoding"] = "gzip"
    if response.is_sequence:
        response.set_data(gzipped(response.get_data()))
    else:
        response.response = gzipped_blocks(response.iter_encoded())
        response.headers.pop("Content-Length", None)
    return response


@lru_cache(REMEMBERED)
def accepts_gzip(accept_encoding: str | None) -> bool:
    """Return whether gzip is liked better than the plain form.

    >>> accepts_gzip("gzip, br"), accepts_gzip("gzip;q=0"), accepts_gzip(None)
    (True, False, False)
    """
    accepted = parse_accept_header(accept_encoding, Accept)
    return accepted.best_match(["identity", "gzip"]) == "gzip"


def is_worth_it(media_type: str, size: int) -> bool:
    """Return whether so many bytes of a type get much fewer."""
    kind = media_type.partition(";")[0]
    return size >= _LEAST_BYTES and kind.startswith(_TYPES) and kind not in _PACKED


def gzipped(body: bytes) -> bytes:
    """Return bytes compressed."""
    packer = zlib.compressobj(_LEVEL, wbits=_GZIP)
    return packer.compress(body) + packer.flush()


def gzipped_blocks(blocks: Iterator[bytes]) -> Iterator[bytes]:
    """Yield blocks compressed, each as soon as it is there.

    Where they fail midway, so does this: gzip's own end is never written.
    """
    packer = zlib.compressobj(_LEVEL, wbits=_GZIP)
    for block in blocks:
        yield packer.compress(block) + packer.flush(zlib.Z_SYNC_FLUSH)
    yield packer.flush()
