"""What gunicorn made of the header fields of a request, remembered by their bytes.

Most requests of one client differ in their first line only. So what its parser has
accepted once need not be parsed again, and nothing is accepted that it has not.

Source: https://www.rfc-editor.org/rfc/rfc9112 (3)
"""

import io
import re
from typing import TYPE_CHECKING, Any, Final

from cachetools import LRUCache
from gunicorn.http.wsgi import create
from gunicorn.util import unquote_to_wsgi_str

from hiwar.server.arrival import END

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

__all__ = ["Head", "Heads", "head_of"]

_MOST: Final = 500
_MOST_BYTES: Final = 4096
_LINE: Final = re.compile(
    rb"GET (/(?:[!-\"$-.0->@-~][!-\"$->@-~]*)?)(?:\?([!-\"$-~]*))? HTTP/1\.1"
)
_OF_A_BODY: Final = frozenset(
    {"CONTENT-LENGTH", "TRANSFER-ENCODING", "EXPECT", "UPGRADE", "CONTENT-TYPE"}
)
_OF_ONE: Final = ("wsgi.input", "wsgi.early_hints", "gunicorn.socket")

Head = tuple[bytes, "WSGIEnvironment"]
"""The bytes of header fields, and what every request with them has in common."""


def head_of(block: bytes, request: Any, connection: Any) -> Head | None:
    """Return what is to be remembered of a request that gunicorn has parsed.

    None of one whose answer may be more than an answer to its address: it has a body,
    or ends its connection.

    Args:
        block: The bytes of its header fields, from the end of the first line on.
        request: What the parser made of it.
        connection: What it came over.
    """
    fields = {name for name, _ in request.headers}
    is_plain = request.method == "GET" and request.version == (1, 1)
    if not is_plain or fields & _OF_A_BODY or request.should_close():
        return None
    if "HOST" not in fields:
        return None
    cfg, client, server = connection.cfg, connection.client, connection.server
    _, environ = create(request, connection.sock, client, server, cfg)
    if environ["SCRIPT_NAME"]:
        return None
    environ["wsgi.multithread"] = True
    return block, {name: environ[name] for name in environ if name not in _OF_ONE}


class Heads:
    """The header fields seen last. One thread only may use it."""

    def __init__(self) -> None:
        self._known: LRUCache[bytes, WSGIEnvironment] = LRUCache(_MOST)

    def keep(self, head: Head) -> None:
        """Remember what gunicorn made of some header fields."""
        block, environ = head
        self._known[block] = environ

    def new_fields(self, request: bytearray) -> bytes:
        """Return the bytes of header fields that may be remembered once parsed."""
        end = request.find(b"\r\n")
        block = bytes(request[end:])
        is_one = request.find(END) + len(END) == len(request)
        is_new = is_one and len(block) <= _MOST_BYTES and block not in self._known
        return block if is_new else b""

    def environ_of(
        self, request: bytearray, connection: Any
    ) -> "WSGIEnvironment | None":
        """Return what gunicorn would make of a request, if that is known.

        It is known of one GET request and no more, whose header fields are.
        """
        end = request.find(b"\r\n")
        if end > _MOST_BYTES or not request.endswith(END):
            return None
        line = _LINE.fullmatch(request, 0, end)
        common = self._known.get(bytes(request[end:]))
        if line is None or common is None:
            return None
        query = (line[2] or b"").decode("ascii")
        address, port = connection.client[:2]
        return common | {
            "RAW_URI": line[0][4:-9].decode("ascii"),
            "PATH_INFO": unquote_to_wsgi_str(line[1].decode("ascii")),
            "QUERY_STRING": query,
            "REMOTE_ADDR": address,
            "REMOTE_PORT": str(port),
            "gunicorn.socket": connection.sock,
            "wsgi.input": io.BytesIO(),
        }
