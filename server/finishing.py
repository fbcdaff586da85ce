"""What every response gets at its end: a tag, 304 or not, gzip or not."""

from flask import Request, Response

from hiwar.server.cache import Cache, etag_of
from hiwar.server.compression import compress
from hiwar.server.repeats import remember

__all__ = ["finish"]


def finish(response: Response, request: Request, cache: Cache) -> Response:
    """Return a response with what its method and its content ask for.

    One that would be the same again is kept, so that a repeat takes the short way.
    """
    if request.method not in ("GET", "HEAD") or response.status_code != 200:
        return compress(response, request)
    response.headers.setdefault("Cache-Control", "public, no-cache")
    has_all = response.is_sequence and not response.direct_passthrough
    if has_all and not response.cache_control.no_store and not response.get_etag()[0]:
        media_type = response.headers.get("Content-Type", "")
        response.set_etag(etag_of(response.get_data(), media_type))
    response = compress(response, request)
    if request.method == "GET":
        remember(response, request, cache)
    if has_all:
        response.make_conditional(request)
    return response
