"""Clients that send slowly, wrongly or without end, and what others notice of them."""

import contextlib
import http.client
import json
import re
import select
import socket
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug import Response

from hiwar.server.arrival import Arrived, arrived
from hiwar.settings import Settings

pytestmark = pytest.mark.clock

Get = Callable[..., Response]
Serving = Callable[[Settings], AbstractContextManager[tuple[str, int]]]

HOST = "Host: localhost\r\n"
POST = f"POST /sparql HTTP/1.1\r\n{HOST}Content-Type: application/sparql-query\r\n"
CHUNKED = "Transfer-Encoding: chunked\r\n"
LAST = "Connection: close\r\n\r\n"
DUMP = "/releases/2026-11-21.1/hiwar.trig"


@contextlib.contextmanager
def opened(
    address: str, count: int, text: str, *, source: str = "127.0.0.1"
) -> Iterator[list[socket.socket]]:
    """Open connections that each send a text."""
    parts = urlsplit(address)
    with contextlib.ExitStack() as stack:
        found = []
        for _ in range(count):
            where = (parts.hostname, parts.port)
            link = socket.create_connection(where, 20, (source, 0))
            stack.enter_context(link)
            link.sendall(text.encode("latin-1"))
            found.append(link)
        yield found


def said(address: str, text: str) -> bytes:
    """Return all that a server says to a text."""
    with opened(address, 1, text) as (link,):
        blocks = []
        with contextlib.suppress(ConnectionResetError):
            while block := link.recv(1 << 16):
                blocks.append(block)
        return b"".join(blocks)


@pytest.mark.parametrize(
    "text",
    [
        "",
        f"GET /health HTTP/1.1\r\n{HOST}",
        f"{POST}Content-Length: 100\r\n\r\nASK",
        f"{POST}{CHUNKED}\r\n5\r\nASK",
        f"{POST}{CHUNKED}\r\nFFFFFFFFFFFF\r\nASK",
        f"GET /health HTTP/1.1\r\n{HOST}\r\n",
        f"GET /health HTTP/1.1\r\n{HOST}\r\nGET /health HTTP/1.1\r\n{HOST}",
        f"GET /health HTTP/1.1\r\n{HOST}{LAST}",
    ],
    ids=[
        "idle",
        "head",
        "body",
        "chunk",
        "huge",
        "kept",
        "pipelined",
        "unclosed",
    ],
)
def test_two_hundred_slow_clients_hold_up_nobody(
    address: str, get: Get, text: str
) -> None:
    with opened(address, 200, text) as links:
        waits = []
        for number in range(9):
            if text:
                for link in links[::20]:  # as slow as can be
                    with contextlib.suppress(OSError):
                        link.sendall(text[number : number + 1].encode())
            since = time.monotonic()
            query = f"/sparql?query=ASK%20%7B%20%3Fslow{number}%20%3Fp%20%3Fo%20%7D"
            assert get(query).status_code == 200
            waits.append(time.monotonic() - since)
        assert statistics.median(waits) < 0.2
        assert get("/health/live").status_code == 200


@pytest.fixture(scope="module")
def patient(settings: Settings, serving: Serving) -> Iterator[str]:
    """The address of a server that waits longer for a client than a client for it."""
    with serving(replace(settings, query_deadline_s=60.0)) as (address, _):
        yield address


def is_silent(link: socket.socket) -> bool:
    """Return whether a server has neither said anything nor hung up."""
    poll = select.poll()
    poll.register(link, select.POLLIN)
    return not poll.poll(0)


def test_more_connections_than_there_is_room_for_hold_up_nobody(
    patient: str, make_client: Callable[[str], Get]
) -> None:
    with opened(patient, 600, "GET /") as links:
        assert make_client(patient)("/health/live").status_code == 200
        assert any(map(is_silent, links)), "it was answered before their time was over"


def test_clients_that_read_nothing_leave_threads_to_others(
    patient: str, make_client: Callable[[str], Get]
) -> None:
    request = f"GET {DUMP} HTTP/1.1\r\n{HOST}\r\n" * 20
    with opened(patient, 6, request):
        time.sleep(0.3)
        # its patience ends before the server's with those that read nothing
        assert make_client(patient)("/health/live").status_code == 200


def test_a_client_that_sends_many_at_once_keeps_to_its_share_of_threads(
    settings: Settings,
    start: Callable[[Settings], tuple[str, int]],
    make_client: Callable[[str], Get],
) -> None:
    own = replace(settings, web_threads=2, query_deadline_s=20.0)
    address, _ = start(own)
    quick = f"GET /health/live HTTP/1.1\r\n{HOST}\r\n" * 2
    unread = f"GET {DUMP} HTTP/1.1\r\n{HOST}\r\n" * 20
    with opened(address, 12, quick + unread, source="127.0.0.2"):
        time.sleep(1)
        since = time.monotonic()
        assert make_client(address)("/health/live").status_code == 200
        assert time.monotonic() - since < 10


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (f"GET /health HTTP/1.1\r\n{LAST}", 400),
        (
            f"{POST}Content-Length: 6\r\n{CHUNKED}\r\n0\r\n\r\n",
            400,
        ),
        (f"{POST}Content-Length: 6\r\nContent-Length: 7\r\n\r\nASK {{}}}}", 400),
        (f"{POST}Content-Length: +6\r\n\r\nASK {{}}", 400),
        (f"{POST}Content-Length : 6\r\n\r\nASK {{}}", 400),
        (f"{POST}Transfer-Encoding: xchunked\r\n\r\n6\r\nASK {{}}\r\n0\r\n\r\n", 400),
        (f"{POST}{CHUNKED}{LAST}-6\r\nASK {{}}\r\n0\r\n\r\n", 400),
        (f"{POST}{CHUNKED}{LAST}6\r\nASK {{}}zz0\r\n\r\n", 400),
        (f"{POST}Content-Length: 9999999\r\n{LAST}ASK", 413),
        (f"GET /health HTTP/1.1\r\nHost: a\r\nHost: b\r\n{LAST}", 400),
        (f"GET /health HTTP/1.1\r\n{HOST}X: a\r\n b\r\n{LAST}", 400),
        ("GET /health HTTP/1.1\nHost: a\n\n", 400),
        (f"GET /health HTTP/1.1\r\n{HOST}X: {'y' * 100_000}", 431),
        ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400),
        (f"TRACE / HTTP/1.1\r\n{HOST}{LAST}", 405),
    ],
)
def test_what_could_be_read_in_two_ways_is_refused(
    patient: str, text: str, status: int
) -> None:
    head, _, body = said(patient, text).partition(b"\r\n\r\n")
    assert int(head.split()[1]) == status
    assert head.count(b"HTTP/1.1") == 1
    assert json.loads(body)["status"] == status


def test_a_chunked_query_is_answered_however_it_is_cut(address: str) -> None:
    chunks = "2;x=y\r\nAS\r\n4\r\nK {}\r\n0\r\n\r\n"
    text = f"{POST}{CHUNKED}{LAST}{chunks}"
    for cut in (30, len(text) - 20, len(text) - 9, len(text) - 3):
        with opened(address, 1, text[:cut]) as (link,):
            time.sleep(0.1)
            link.sendall(text[cut:].encode())
            assert b"true" in link.makefile("rb").read()


def test_who_waits_for_leave_to_send_its_body_gets_it(address: str) -> None:
    text = f"{POST}Content-Length: 6\r\nExpect: 100-continue\r\n{LAST}"
    with opened(address, 1, text) as (link,):
        assert link.recv(100).startswith(b"HTTP/1.1 100")
        link.sendall(b"ASK {}")
        assert b"true" in link.makefile("rb").read()


def test_requests_that_come_at_once_are_answered_in_their_order(address: str) -> None:
    ask = "/sparql?query=ASK%20%7B%20FILTER({})%20%7D"
    truths = [True, False, True, True, False]
    text = "".join(
        f"GET {ask.format(str(truth).lower())} HTTP/1.1\r\n{HOST}"
        + (LAST if number == len(truths) - 1 else "\r\n")
        for number, truth in enumerate(truths)
    )
    found = re.findall(rb'"boolean":(true|false)', said(address, text))
    assert [truth == b"true" for truth in found] == truths


@pytest.mark.parametrize("name", ["SCRIPT_NAME", "PATH_INFO", "X-Forwarded-Proto"])
def test_no_header_moves_the_server_in_what_others_are_told(
    address: str, get: Get, name: str
) -> None:
    value = {"SCRIPT_NAME": "/evil", "PATH_INFO": "/metrics"}.get(name, "https")
    for path in ("/sparql", "/evil/sparql"):
        said(address, f"GET {path} HTTP/1.1\r\n{HOST}{name}: {value}\r\n{LAST}")
    text = get("/sparql", {"Host": "localhost"}).get_data(as_text=True)
    assert "<http://localhost/sparql> a sd:Service" in text


@pytest.mark.parametrize("part", ["bytes=99999999999-", "bytes=5-2"])
def test_a_part_that_is_not_there_is_told(get: Get, part: str) -> None:
    answer = get(DUMP, {"Range": part})
    assert answer.status_code == 416
    assert re.fullmatch(r"bytes \*/\d+", answer.headers["Content-Range"])


def test_a_part_of_a_file_is_given(address: str, get: Get) -> None:
    whole = get(DUMP).data
    answer = get(DUMP, {"Range": "bytes=10-19"})
    assert (answer.status_code, answer.data) == (206, whole[10:20])


def test_a_connection_is_kept_for_further_requests(address: str) -> None:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=10)
    with contextlib.closing(connection):
        for number in range(40):
            connection.request("POST", "/sparql", b"ASK {}", {
                "Content-Type": "application/sparql-query"})  # fmt: skip
            assert b"true" in connection.getresponse().read()
            time.sleep(0.02 if number % 5 == 0 else 0)


@given(st.binary(max_size=300), st.lists(st.integers(1, 60), max_size=6))
def test_a_request_is_whole_exactly_at_its_end(body: bytes, cuts: list[int]) -> None:
    sized = b"POST / HTTP/1.1\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body)
    chunks, rest = b"", body
    for cut in [*cuts, 300]:
        piece, rest = rest[:cut], rest[cut:]
        if piece:
            chunks += b"%x\r\n%s\r\n" % (len(piece), piece)
    head = b"POST / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n"
    for text in (sized, head + chunks + b"0\r\n\r\n"):
        assert arrived(bytearray(text), 10_000) is Arrived.WHOLE
        for end in range(len(text)):
            assert arrived(bytearray(text[:end]), 10_000) is Arrived.PART


@given(st.binary(max_size=400))
def test_no_bytes_stop_the_reading(text: bytes) -> None:
    assert arrived(bytearray(text), 100) in Arrived
    head = b"GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"
    assert arrived(bytearray(head + text), 100) in Arrived
