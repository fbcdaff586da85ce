"""Connections that tests keep open, and what they send over them."""

import contextlib
import http.client
import socket
from collections.abc import Iterator

import pytest


@contextlib.contextmanager
def connected(address: str) -> Iterator[http.client.HTTPConnection]:
    host = address.removeprefix("http://").rstrip("/")
    connection = http.client.HTTPConnection(host, timeout=20)
    with contextlib.closing(connection):
        ask(connection, "/health/live")
        yield connection


def ask(
    connection: http.client.HTTPConnection, path: str, **headers: str
) -> tuple[int, dict[str, str], bytes]:
    """Return status, header fields and body of an answer."""
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request("GET", path, headers=given)
    reply = connection.getresponse()
    fields = {name.lower(): value for name, value in reply.getheaders()}
    return reply.status, fields, reply.read()


def line_of(path: str, host: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode()


@contextlib.contextmanager
def plain(address: str, source: str = "127.0.0.1") -> Iterator[socket.socket]:
    """A connection that is only bytes, of a client at an address."""
    host, _, port = address.removeprefix("http://").rstrip("/").partition(":")
    with socket.create_connection((host, int(port)), 10, (source, 0)) as link:
        yield link


def answer_from(link: socket.socket) -> bytes:
    """Return the next answer of a connection that has a length."""
    said = b""
    while (end := said.find(b"\r\n\r\n")) < 0:
        said += link.recv(65536) or pytest.fail(f"closed after {said!r}")
    fields = said[:end].lower().split(b"\r\n")
    length = next(line[15:] for line in fields if line.startswith(b"content-length"))
    while len(said) < end + 4 + int(length):
        said += link.recv(65536) or pytest.fail(f"closed after {said!r}")
    return said
