import contextlib
import http.client
import json
import os
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from werkzeug import Response

from hiwar.errors import PortError, ReleaseError
from hiwar.server.serve import run
from hiwar.settings import Settings

Get = Callable[..., Response]

ENDLESS = "SELECT * { ?a ?b ?c . ?d ?e ?f }"
LARGE = "SELECT * { ?s ?p ?o }"
FRESH = "/sparql?query=" + quote("ASK { FILTER(RAND() < 2) }")
"""What no kept answer can answer, so that it takes a worker."""
COUNT = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
LAST_CHUNK = b"0\r\n\r\n"


@contextlib.contextmanager
def opened(address: str, request: str) -> Iterator[socket.socket]:
    """Send a request as it stands and give the connection."""
    parts = urlsplit(address)
    with socket.create_connection((parts.hostname, parts.port), 20) as connection:
        connection.sendall(request.encode())
        yield connection


def read_all(connection: socket.socket) -> bytes:
    blocks = []
    with contextlib.suppress(ConnectionResetError):
        while block := connection.recv(1 << 16):
            blocks.append(block)
    return b"".join(blocks)


def request_line(query: str, form: str, version: str = "1.1") -> str:
    return (
        f"GET /sparql?format={form}&query={quote(query)} HTTP/{version}\r\n"
        "Host: localhost\r\nConnection: close\r\n\r\n"
    )


def test_a_whole_large_answer_ends_with_the_last_chunk(address: str) -> None:
    for form in ("json", "xml"):
        with opened(address, request_line(LARGE, form)) as connection:
            answer = read_all(connection)
        assert b"Transfer-Encoding: chunked" in answer
        assert answer.endswith(LAST_CHUNK)


@pytest.mark.parametrize("form", ["json", "xml"])
def test_an_answer_cut_at_the_deadline_lacks_the_last_chunk(
    hasty: str, form: str
) -> None:
    with opened(hasty, request_line(ENDLESS, form)) as connection:
        answer = read_all(connection)
    assert answer.startswith(b"HTTP/1.1 200")
    assert len(answer) > 64 * 1024
    assert not answer.endswith(LAST_CHUNK)


def test_an_answer_cut_by_a_dying_worker_lacks_the_last_chunk(
    address: str, query_workers: Callable[[], list[int]], get: Get
) -> None:
    with opened(address, request_line(ENDLESS, "json")) as connection:
        first = connection.recv(1 << 16)
        assert first.startswith(b"HTTP/1.1 200")
        for pid in query_workers():
            os.kill(pid, signal.SIGKILL)
        rest = read_all(connection)
    assert not rest.endswith(LAST_CHUNK)
    until = time.monotonic() + 10
    while get(FRESH).json != {"head": {}, "boolean": True}:
        assert time.monotonic() < until


def test_a_client_sees_that_an_answer_was_cut(hasty: str) -> None:
    parts = urlsplit(hasty)
    connection = http.client.HTTPConnection(parts.netloc, timeout=20)
    connection.request("GET", f"/sparql?query={quote(ENDLESS)}")
    with contextlib.closing(connection):
        reply = connection.getresponse()
        assert reply.status == 200
        with pytest.raises((http.client.IncompleteRead, ConnectionResetError)):
            reply.read()


@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_a_format_whose_cut_does_not_show_is_sent_whole(
    address: str, form: str
) -> None:
    with opened(address, request_line(LARGE, form)) as connection:
        head, _, body = read_all(connection).partition(b"\r\n\r\n")
    assert f"Content-Length: {len(body)}".encode() in head
    assert b"chunked" not in head
    assert b"Answer-Limit: 67108864" in head


@pytest.mark.parametrize(
    ("form", "version"), [("csv", "1.1"), ("json", "1.0"), ("tsv", "1.0")]
)
def test_what_cannot_be_sent_whole_is_refused(
    address: str, form: str, version: str
) -> None:
    with opened(address, request_line(ENDLESS, form, version)) as connection:
        head, _, body = read_all(connection).partition(b"\r\n\r\n")
    assert head.split()[1] in (b"503", b"413")
    assert json.loads(body)["detail"]


def test_over_http_1_0_an_answer_has_its_length(address: str) -> None:
    with opened(address, request_line(LARGE, "json", "1.0")) as connection:
        head, _, body = read_all(connection).partition(b"\r\n\r\n")
    assert f"Content-Length: {len(body)}".encode() in head
    assert json.loads(body)["results"]["bindings"]


@pytest.mark.clock
def test_pages_are_shown_while_strangers_have_every_worker(
    hasty: str, make_client: Callable[[str], Get]
) -> None:
    get = make_client(hasty)

    def attack() -> None:
        get("/sparql?query=" + quote(COUNT))

    attackers = [threading.Thread(target=attack) for _ in range(4)]
    for attacker in attackers:
        attacker.start()
    time.sleep(0.3)
    for _ in range(5):
        assert get("/page/state/EGY").status_code == 200
    for attacker in attackers:
        attacker.join()


@pytest.mark.clock
def test_a_client_that_goes_away_frees_its_worker(
    address: str, get: Get, settings: Settings
) -> None:
    for _ in range(settings.query_workers + 1):
        with opened(address, request_line(COUNT, "json")):
            time.sleep(0.1)
    started = time.monotonic()
    while get(FRESH).status_code != 200:
        assert time.monotonic() - started < settings.query_deadline_s


def test_a_body_that_stops_coming_is_refused(hasty: str) -> None:
    request = (
        "POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Type: application/sparql-query\r\n"
        "Content-Length: 100\r\n\r\nASK"
    )
    with opened(hasty, request) as connection:
        answer = connection.recv(1 << 16)
    assert answer.startswith(b"HTTP/1.1 408")


@pytest.mark.parametrize(
    ("request_text", "status"),
    [
        ("NONSENSE\r\n\r\n", 400),
        ("GET /sparql?query=" + "a" * 9000 + " HTTP/1.1\r\nHost: a\r\n\r\n", 414),
        ("GET / HTTP/1.1\r\nHost: a\r\nX: " + "a" * 90_000 + "\r\n\r\n", 431),
        ("GET / HTTP/1.1\r\nBad Header: a\r\n\r\n", 400),
    ],
    ids=["no-http", "long-line", "long-header", "bad-header"],
)
def test_what_is_no_http_gets_a_problem_document_too(
    address: str, request_text: str, status: int
) -> None:
    with opened(address, request_text) as connection:
        head, _, body = read_all(connection).partition(b"\r\n\r\n")
    assert head.split()[1] == str(status).encode()
    assert json.loads(body)["status"] == status
    assert b"application/problem+json" in head


@pytest.mark.clock
def test_a_new_release_is_served_without_a_restart(
    own_data: Path,
    settings: Settings,
    start: Callable[[Settings], tuple[str, int]],
    publish_more: Callable[[Path, str], None],
    make_client: Callable[[str], Get],
) -> None:
    address, _ = start(replace(settings, data=own_data))
    ask = make_client(address)
    query = "/sparql?query=" + quote("ASK { ?s ?p <a:new> }")
    while ask(query).status_code != 200:
        time.sleep(0.05)
    assert ask(query).json == {"head": {}, "boolean": False}
    publish_more(own_data, "<a:a> <a:b> <a:new> .")
    until = time.monotonic() + 15
    while ask(query).json != {"head": {}, "boolean": True}:
        assert time.monotonic() < until
        time.sleep(0.05)
    assert ask(query).headers["Dataset-Version"] == "2026-11-21.2"
    assert "2026-11-21.2" in ask("/").get_data(as_text=True)


@pytest.mark.clock
def test_workers_end_with_the_server_even_if_it_is_killed(
    settings: Settings,
    start: Callable[[Settings], tuple[str, int]],
    workers_of: Callable[[int], list[int]],
    make_client: Callable[[str], Get],
) -> None:
    address, server = start(settings)
    assert make_client(address)(FRESH).status_code == 200
    web_and_workers = workers_of(server)
    assert web_and_workers
    parent = int(Path(f"/proc/{web_and_workers[0]}/stat").read_text().split()[3])
    os.kill(server, signal.SIGKILL)
    os.kill(parent, signal.SIGKILL)
    until = time.monotonic() + 5
    while any(Path(f"/proc/{pid}/exe").exists() for pid in web_and_workers):
        assert time.monotonic() < until
        time.sleep(0.02)


def test_a_port_in_use_is_told_in_one_line(settings: Settings) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(PortError, match=r"another program.*--port") as caught:
            run(replace(settings, port=port))
    assert "\n" not in caught.value.detail


@pytest.mark.parametrize(
    ("host", "port"), [("no.such.host.invalid", 0), ("192.0.2.1", 0), ("::1", 99_999)]
)
def test_an_address_that_cannot_be_listened_at_is_told(
    settings: Settings, host: str, port: int
) -> None:
    with pytest.raises(PortError, match="Cannot listen at"):
        run(replace(settings, host=host, port=port))


def test_without_a_release_nothing_is_served(tmp_path: Path) -> None:
    with pytest.raises(ReleaseError):
        run(Settings(data=tmp_path, port=0))
