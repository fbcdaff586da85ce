"""How much of a request has come, read from its bytes before anybody parses them.

Source: https://www.rfc-editor.org/rfc/rfc9112 (2.1, 6.3, 7.1)
"""

import re
from enum import Enum
from typing import Final

__all__ = ["END", "MOST_HEAD", "Arrived", "arrived"]

END: Final = b"\r\n\r\n"
MOST_HEAD: Final = 64 * 1024
"""Bytes that a request may have before its body."""

_BODY: Final = re.compile(rb"\r\n(content-length|transfer-encoding):(.*)(?=\r)", re.I)
_BARE: Final = re.compile(rb"(?<!\r)\n")
_HEX: Final = re.compile(rb"[0-9A-Fa-f]{1,15}")
_MOST_DIGITS: Final = 15


class Arrived(Enum):
    """How much of a request has come; all but PART is a thread's, which answers it."""

    PART = "part"
    WHOLE = "whole"
    MALFORMED = "malformed"
    TOO_MUCH = "too much"


def arrived(request: bytearray, most: int) -> Arrived:
    r"""Return how much of a request has come: of its body, ``most`` bytes are enough.

    >>> arrived(bytearray(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"), 99).name
    'WHOLE'
    >>> arrived(bytearray(b"PUT / HTTP/1.1\r\nContent-Length: 3\r\n\r\na"), 99).name
    'PART'
    """
    start = request.find(END)
    if start < 0 and len(request) > MOST_HEAD:
        return Arrived.TOO_MUCH
    if start < 0:
        return Arrived.MALFORMED if _BARE.search(request) else Arrived.PART
    fields = _BODY.findall(request, 0, start + 2)
    if not fields:
        return Arrived.WHOLE
    if len(fields) > 1:
        return Arrived.MALFORMED
    body = start + len(END)
    name, value = fields[0]
    if name.lower() == b"transfer-encoding":
        found = _chunks(request, body)
        is_too_much = found is Arrived.PART and len(request) - body > most
        return Arrived.TOO_MUCH if is_too_much else found
    text = value.strip()
    if not text.isdigit() or len(text) > _MOST_DIGITS:
        return Arrived.MALFORMED
    if int(text) > most:
        return Arrived.TOO_MUCH
    return Arrived.WHOLE if len(request) - body >= int(text) else Arrived.PART


def _chunks(request: bytearray, place: int) -> Arrived:
    """Return how much of a body in chunks has come."""
    while (end := request.find(b"\r\n", place)) >= 0:
        text = request[place:end].partition(b";")[0].strip()
        if not _HEX.fullmatch(text):
            return Arrived.MALFORMED
        if not int(text, 16):
            is_end = request.find(END, end) >= 0
            return Arrived.WHOLE if is_end else Arrived.PART
        place = end + 2 + int(text, 16) + 2
    return Arrived.PART
