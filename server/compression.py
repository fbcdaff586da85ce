"""gzip for those who accept it, block by block where an answer is streamed.

The same bytes compress to the same bytes, so that a strong entity tag holds.
"""

import zlib
from collections.abc import Iterator
from typing import Final

from flask import Response, request

__all__ = ["compress"]

_LEAST_BYTES: Final = 1000
_LEVEL: Final = 5
_GZIP: Final = 16 + zlib.MAX_WBITS
_TYPES: Final = ("text/", "application/")
_PACKED: Final = frozenset({"application/gzip", "application/zip"})


def compress(response: Response) -> Response:
    """Return a response compressed, if that is accepted and worth it.

    A tag of its own tells the compressed form from the plain one (RFC 9110, 8.8.3).
    """
    if not _is_worth_it(response):
        return response
    if request.accept_encodings.best_match(["identity", "gzip"]) != "gzip":
        return response
    tag, is_weak = response.get_etag()
    if tag:
        response.set_etag(f"{tag}-gzip", weak=bool(is_weak))
    response.headers["Content-Encoding"] = "gzip"
    if response.is_sequence:
        packer = zlib.compressobj(_LEVEL, wbits=_GZIP)
        response.set_data(packer.compress(response.get_data()) + packer.flush())
    else:
        response.response = _packed(response.iter_encoded())
        response.headers.pop("Content-Length", None)
    return response


def _is_worth_it(response: Response) -> bool:
    return (
        response.status_code == 200
        and not response.direct_passthrough
        and "Content-Encoding" not in response.headers
        and (response.mimetype or "").startswith(_TYPES)
        and response.mimetype not in _PACKED
        and not (response.is_sequence and len(response.get_data()) < _LEAST_BYTES)
    )


def _packed(blocks: Iterator[bytes]) -> Iterator[bytes]:
    """Yield blocks compressed, each as soon as it is there.

    Where they fail midway, so does this: gzip's own end is never written.
    """
    packer = zlib.compressobj(_LEVEL, wbits=_GZIP)
    for block in blocks:
        yield packer.compress(block) + packer.flush(zlib.Z_SYNC_FLUSH)
    yield packer.flush()
