"""Answers of other servers: whole ones are read, and no part is taken for all."""

import contextlib
import re
import socket
import threading
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiwar.errors import (
    IncompleteAnswerError,
    QueryError,
)
from hiwar.graph.client import open_graph

JSON = "application/sparql-results+json"
ROWS = (
    b'{"head":{"vars":["x"]},'
    b'"results":{"bindings":[{"x":{"type":"literal","value":"a"}}]}}'
)

TRIPLES = b"<a:a> <a:b> <a:c> .\n<a:a> <a:b> <a:d> .\n"


@contextlib.contextmanager
def answering(*answers: bytes) -> Iterator[str]:
    """Give the address of a server that sends these bytes, one answer after another."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            for answer in answers:
                connection, _ = listener.accept()
                with connection:
                    connection.settimeout(5)
                    head = b""
                    while b"\r\n\r\n" not in head:
                        head += connection.recv(65536)
                    length = int(re.findall(rb"(?i)content-length: (\d+)", head)[0])
                    body = head.partition(b"\r\n\r\n")[2]
                    while len(body) < length:
                        body += connection.recv(65536)
                    connection.sendall(answer)

        thread = threading.Thread(target=serve)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/sparql"
        thread.join(10)


def reply(body: bytes, *headers: str, kind: str = JSON, length: int = -1) -> bytes:
    size = len(body) if length < 0 else length
    lines = [f"Content-Type: {kind}", f"Content-Length: {size}", *headers]
    return "\r\n".join(["HTTP/1.1 200 OK", *lines, "", ""]).encode() + body


def chunked(body: bytes, last: bytes = b"0\r\n\r\n") -> bytes:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {JSON}\r\nTransfer-Encoding: chunked"
    return f"{head}\r\n\r\n{len(body):x}\r\n".encode() + body + b"\r\n" + last


OPENING = reply(b'{"head":{},"boolean":true}')


@pytest.mark.parametrize("whole", [reply(ROWS), chunked(ROWS)])
def test_a_whole_answer_of_another_server_is_read(whole: bytes) -> None:
    with answering(OPENING, whole) as address:
        assert open_graph(address).select("SELECT ?x {}") == [{"x": "a"}]


@pytest.mark.parametrize(
    "cut",
    [
        reply(ROWS, length=len(ROWS) + 1),
        chunked(ROWS, b""),
        chunked(ROWS, b"5\r\n"),
        chunked(ROWS[:-3]),
        reply(ROWS[:-1]),
        reply(ROWS[:-2]),
        reply(b""),
        reply(ROWS, "Answer-Rows: 2"),
        reply(ROWS, "Answer-Rows: 0"),
        reply(ROWS).replace(b"Content-Length", b"X-Length"),
        reply(ROWS, kind="text/html"),
        reply(ROWS + ROWS),
        b"",
        b"HTTP/1.1 200 OK\r\nContent-Ty",
        b"nonsense\r\n\r\n",
    ],
)
def test_an_answer_that_is_not_whole_raises(cut: bytes) -> None:
    with answering(OPENING, cut) as address:
        graph = open_graph(address)
        with pytest.raises(IncompleteAnswerError):
            graph.select("SELECT ?x {}")


@pytest.mark.parametrize(
    "cut",
    [
        reply(TRIPLES[:20], "Answer-Rows: 2", kind="application/n-triples"),
        reply(TRIPLES[:-5], kind="application/n-triples"),
        reply(TRIPLES, "Answer-Rows: 3", kind="application/n-triples"),
        reply(TRIPLES, kind="application/n-triples", length=len(TRIPLES) + 1),
    ],
)
def test_a_graph_that_is_not_whole_raises(cut: bytes) -> None:
    with answering(OPENING, cut) as address:
        graph = open_graph(address)
        with pytest.raises(IncompleteAnswerError):
            graph.graph("CONSTRUCT {} {}")


@settings(max_examples=40, deadline=None)
@given(length=st.integers(0, len(ROWS) - 1))
def test_no_beginning_of_an_answer_is_taken_for_all(length: int) -> None:
    with answering(OPENING, reply(ROWS[:length])) as address:
        graph = open_graph(address)
        with pytest.raises(IncompleteAnswerError):
            graph.select("SELECT ?x {}")


@pytest.mark.parametrize("body", [b"", b"not json", b"[]", b'{"type": 3}'])
def test_a_refusal_in_any_form_raises(body: bytes) -> None:
    problem = reply(body, kind="application/problem+json").replace(b"200 OK", b"400 No")
    with answering(OPENING, problem) as address:
        graph = open_graph(address)
        with pytest.raises(QueryError, match="400"):
            graph.select("SELECT ?x {}")
