"""What is remembered of header fields is what gunicorn's parser made of them."""

import contextlib
import socket
import string
from types import SimpleNamespace
from typing import Any

import pytest
from gunicorn.config import Config
from gunicorn.http import get_parser
from gunicorn.http.wsgi import create
from hypothesis import given
from hypothesis import strategies as st

from hiwar.server.heads import Heads, head_of

_TARGET = st.text(string.ascii_letters + string.digits + "/?#%&=.:;@+~[]!$'()*,-_ \"<é")
_NAME = st.sampled_from(
    ["Host", "Accept", "X-Forwarded-For", "Connection", "Content-Length", "Cookie",
     "Transfer-Encoding", "Expect", "Upgrade", "X-Forwarded-Proto", "Script-Name"]
)  # fmt: skip
_VALUE = st.sampled_from(
    ["a.example", "b.example:80", "*/*", "close", "keep-alive", "0", "5", "chunked",
     "100-continue", "https", "192.0.2.1", "h2c", "", " x ", "/sparql"]
)  # fmt: skip


@given(
    target=_TARGET.map("/".__add__),
    fields=st.lists(st.tuples(_NAME, _VALUE), max_size=4),
    other=_TARGET,
)
def test_what_is_remembered_is_what_the_parser_would_make(
    target: str, fields: list[tuple[str, str]], other: str
) -> None:
    heads = Heads()
    lines = "".join(f"{name}: {value}\r\n" for name, value in fields)
    ours, theirs = socket.socketpair()
    with ours, theirs:
        cfg = Config()
        connection = SimpleNamespace(
            cfg=cfg, sock=ours, client=("192.0.2.7", 77), server=("127.0.0.1", 80)
        )
        first = request_of(f"/{other.replace(' ', '')}", lines)
        with contextlib.suppress(Exception):  # it is no request at all
            parsed = parse(cfg, ours, first)
            block = heads.new_fields(bytearray(first))
            head = head_of(block, parsed, connection) if block else None
            if head is not None:
                heads.keep(head)
        found = heads.environ_of(bytearray(request_of(target, lines)), connection)
        if found is None:
            return
        parsed = parse(cfg, ours, request_of(target, lines))
        client, server = connection.client, connection.server
        _, expected = create(parsed, ours, client, server, cfg)
    unlike = {"wsgi.input", "wsgi.early_hints", "wsgi.errors", "wsgi.multithread"}
    assert found.keys() | unlike == expected.keys() | unlike
    for name in expected.keys() - unlike:
        assert found[name] == expected[name], name
    assert found["wsgi.input"].read() == b""
    assert found["REQUEST_METHOD"] == "GET"
    assert not parsed.should_close()


def request_of(target: str, lines: str) -> bytes:
    return f"GET {target} HTTP/1.1\r\n{lines}\r\n".encode("latin-1", "replace")


def parse(cfg: Any, sock: socket.socket, request: bytes) -> Any:
    """Return what gunicorn's parser makes of a request."""
    parser = get_parser(cfg, sock, ("192.0.2.7", 77))
    parser.unreader.unread(request)
    return next(parser)


@pytest.mark.parametrize(
    "text",
    [
        "GET / HTTP/1.0\r\nHost: a\r\n\r\n",
        "HEAD / HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET //b/ HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /\x00 HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /a#b HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET http://b/ HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET  / HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: b\r\n\r\n",
        "GET / HTTP/1.1\nHost: a\r\n\r\n",
        "GET /" + "a" * 5000 + " HTTP/1.1\r\nHost: a\r\n\r\n",
    ],
)
def test_what_is_not_plainly_known_is_left_to_the_parser(text: str) -> None:
    heads = Heads()
    connection = SimpleNamespace(sock=None, client=("192.0.2.7", 77))
    heads.keep((b"\r\nHost: a\r\n\r\n", {"REQUEST_METHOD": "GET"}))
    known = bytearray(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")
    assert heads.environ_of(known, connection) is not None
    assert heads.environ_of(bytearray(text.encode()), connection) is None
