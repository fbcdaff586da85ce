"""Errors over HTTP: one problem document each, or a short page for a browser.

Source: https://www.rfc-editor.org/rfc/rfc9457
"""

import contextlib
import json
import logging
import socket
from typing import Final

from flask import Flask, Response, render_template, request
from gunicorn.http.errors import ParseException
from werkzeug.exceptions import (
    ClientDisconnected,
    HTTPException,
    MethodNotAllowed,
    RequestedRangeNotSatisfiable,
    RequestEntityTooLarge,
)

from hiwar.errors import (
    HiwarError,
    InternalError,
    MediaTypeError,
    MethodError,
    NotFoundError,
    RequestError,
    TooLargeError,
)
from hiwar.server.negotiation import prefers_html
from hiwar.server.observer import HEADERS
from hiwar.server.process import ClientGone
from hiwar.server.protocol import METHODS

__all__ = ["PROBLEM", "refuse", "register_problems"]

PROBLEM: Final = "application/problem+json"

_READ_ONLY: Final = " This server is read-only; documents are added with 'hiwar add'."

_LOG: Final = logging.getLogger(__name__)


class _RangeError(RequestError):
    """The client wants a part that there is not."""

    title, status = "Range not satisfiable", 416


class _StalledError(RequestError):
    """The client stopped sending."""

    title, status = "Request incomplete", 408


def register_problems(app: Flask) -> None:
    """Answer every error with a problem document."""
    app.register_error_handler(HiwarError, _from_hiwar)
    app.register_error_handler(HTTPException, _from_http)
    app.register_error_handler(ParseException, _from_body)
    app.register_error_handler(ClientGone, _from_gone)
    app.register_error_handler(Exception, _from_unforeseen)


def _from_hiwar(error: HiwarError) -> Response:
    problem = error.problem() | {"instance": request.path}
    accept = request.headers.get("Accept")
    if prefers_html(accept):
        response = Response(render_template("problem.html", problem=problem))
    else:
        text = json.dumps(problem, ensure_ascii=False, indent=1)
        response = Response(text.replace("<", "\\u003c") + "\n")
        response.headers["Content-Type"] = PROBLEM
    response.status_code = error.status
    if error.status in (429, 503):
        response.headers["Retry-After"] = str(error.extra.get("retry_after", 5))
    if isinstance(error, MethodError):
        response.headers["Allow"] = ", ".join(error.extra.get("allowed", METHODS))
    if isinstance(error, MediaTypeError):
        accepted = "application/sparql-query, application/x-www-form-urlencoded"
        response.headers["Accept-Post"] = error.extra.get("accepted", accepted)
    response.headers["Cache-Control"] = "no-store"
    return response


def _from_http(error: HTTPException) -> Response:
    """Translate what Flask itself refuses."""
    if isinstance(error, MethodNotAllowed):
        allowed = sorted(error.valid_methods or ())
        return _from_hiwar(
            MethodError(
                f"{request.method[:40]} is not served at {request.path[:200]}; expected"
                f" one of: {', '.join(allowed)}.{_READ_ONLY}",
                allowed=allowed,
            )
        )
    if isinstance(error, RequestEntityTooLarge):
        return _from_hiwar(
            TooLargeError(
                f"The body is too large; expected at most"
                f" {request.max_content_length or 0:,} bytes."
            )
        )
    if isinstance(error, ClientDisconnected):
        return _from_hiwar(
            _StalledError("The body stopped coming; expected all of it in one go.")
        )
    if isinstance(error, RequestedRangeNotSatisfiable):
        response = _from_hiwar(
            _RangeError("The file has no such part; expected one range of its bytes.")
        )
        response.headers["Content-Range"] = f"bytes */{error.length or '*'}"
        return response
    if error.code == 404:
        return _from_hiwar(
            NotFoundError(
                f"Nothing is at {request.path[:200]}; the home page / says what is."
            )
        )
    if error.code is not None and error.code < 400:
        return Response(status=error.code, headers=error.get_headers())
    if error.code is not None and error.code < 500:
        return _from_hiwar(RequestError(f"{error.name}: {error.description}"))
    return _from_unforeseen(error)


def _from_body(error: ParseException) -> Response:
    """Tell of a body that is no HTTP."""
    return _from_hiwar(RequestError("The body is not as HTTP/1.1 has it."))


def _from_gone(error: ClientGone) -> Response:
    """Answer nobody."""
    return Response(status=503)


def _from_unforeseen(error: Exception) -> Response:
    _LOG.error("%r %r", request.method, request.path, exc_info=error)
    return _from_hiwar(
        InternalError(
            "Something that nobody foresaw went wrong; the server's log says what."
        )
    )


def refuse(client: socket.socket, status: str, reason: str) -> None:
    """Answer what is no HTTP with a problem document too."""
    code, _, title = status.partition(" ")
    problem = {
        "type": "https://w3id.org/hiwar/errors#request",
        "title": title,
        "status": int(code),
        "detail": f"{reason}.",
    }
    body = json.dumps(problem).encode()
    head = (
        f"HTTP/1.1 {status}\r\nContent-Type: {PROBLEM}\r\n"
        f"Content-Length: {len(body)}\r\nConnection: close\r\n"
        "Cache-Control: no-store\r\n"
        + "".join(f"{name}: {value}\r\n" for name, value in HEADERS)
        + "\r\n"
    )
    with contextlib.suppress(OSError):  # it did not wait for an answer
        client.sendall(head.encode() + body)
