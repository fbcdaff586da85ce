"""What tools for tables ask and get: parameters, the names, and JSON or JSONP."""

import json
import re
from typing import Any, Final

from flask import Response, request

from hiwar.errors import MediaTypeError, QueryError
from hiwar.server.protocol import read_pairs, values_of
from hiwar.server.service import current_service

__all__ = ["answer_with", "given_here", "read_json", "read_number"]

_FORM: Final = "application/x-www-form-urlencoded"
_CALLBACK: Final = re.compile(
    r"[A-Za-z_$][\w$]{0,60}(\.[A-Za-z_$][\w$]{0,60}){0,5}", re.A
)
_ONCE: Final = ("query", "queries", "extend", "callback", "prefix", "cursor", "limit",
                "type", "id")  # fmt: skip


def given_here() -> dict[str, str]:
    """Return the parameters of the address and of a form.

    Raises:
        QueryError: If one is repeated.
        MediaTypeError: If the body is no form.
    """
    pairs = read_pairs(request.query_string, "address")
    if request.method == "POST":
        if request.mimetype != _FORM:
            raise MediaTypeError(
                f"The body is of type {request.mimetype[:100] or 'unknown'!r};"
                f" expected {_FORM}, with 'queries' or 'extend'.",
                accepted=_FORM,
            )
        request.max_content_length = 3 * current_service().settings.query_max_bytes
        body = request.get_data(cache=False, parse_form_data=False)
        pairs += read_pairs(body, "body")
    return {name: value for name, (value, *_) in values_of(pairs, _ONCE).items()}


def read_json(given: dict[str, str], name: str) -> Any:
    """Return what a parameter holds as JSON.

    Raises:
        QueryError: If it is none.
    """
    try:
        return json.loads(given[name])
    except (ValueError, RecursionError) as error:
        raise QueryError(
            f"{name!r} is no JSON that can be read: {str(error)[:100]}."
        ) from error


def read_number(given: dict[str, str], name: str) -> int:
    """Return the whole number that a parameter holds, 0 where it is not given.

    Raises:
        QueryError: If it is none.
    """
    text = given.get(name, "0") or "0"
    if not (text.isascii() and text.isdigit() and len(text) < 7):
        raise QueryError(f"{name!r} is {text[:40]!r}; expected a whole number.")
    return int(text)


def answer_with(content: Any, given: dict[str, str]) -> Response:
    """Return an answer as JSON, or as a call where a script asks for one."""
    text = json.dumps(content, allow_nan=False)
    callback = given.get("callback", "")
    if callback and not _CALLBACK.fullmatch(callback):
        raise QueryError(
            f"'callback' is {callback[:40]!r}; expected the name of a function. Without"
            " it the answer is JSON, which any site may read (CORS)."
        )
    if callback:
        response = Response(
            f"/**/{callback}({text});\n", content_type="text/javascript"
        )
    else:
        response = Response(text + "\n", content_type="application/json")
    return response
