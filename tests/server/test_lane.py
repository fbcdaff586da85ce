"""Small answers are given without a thread, and just as threads give them."""

import contextlib
import gzip
import http.client
import os
import resource
import signal
import socket
import string
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import quote

import pytest
from gunicorn.config import Config
from gunicorn.http import get_parser
from gunicorn.http.wsgi import create
from hypothesis import given
from hypothesis import strategies as st
from werkzeug import Response

from hiwar.server.heads import Heads, head_of
from hiwar.settings import Settings

Get = Callable[..., Response]
Serving = Callable[[Settings], AbstractContextManager[tuple[str, int]]]

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
COMMENTS = "SELECT ?s ?c { ?s <http://www.w3.org/2000/01/rdf-schema#comment> ?c } #"
OF_ONE = {"query-id", "date", "x-request-id"}


def path_of(query: str) -> str:
    return f"/sparql?query={quote(query)}"


@pytest.fixture
def link(address: str) -> Iterator[http.client.HTTPConnection]:
    """A connection that has had an answer."""
    with connected(address) as found:
        yield found


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


@pytest.fixture(scope="module")
def narrow(settings: Settings, serving: Serving) -> Iterator[str]:
    """The address of a server with a single thread."""
    alone = replace(settings, web_threads=1, query_workers=2, query_deadline_s=4.0)
    with serving(alone) as (address, _):
        yield address


def test_small_queries_need_no_thread(narrow: str) -> None:
    with connected(narrow) as quick, connected(narrow) as slow:
        slow.request("GET", path_of(ENDLESS))
        time.sleep(0.3)  # it holds the only thread by then
        since = time.monotonic()
        for number in range(20):
            query = path_of(f"ASK {{ ?s ?p {number} }}")
            assert ask(quick, query)[0] == 200, "asked for the first time"
            assert ask(quick, query)[0] == 200, "asked again"
        assert time.monotonic() - since < 2.0
        assert slow.getresponse().status == 503


@pytest.mark.parametrize(
    "path",
    [
        path_of("ASK {}"),
        path_of("SELECT ?s { ?s ?p 'nothing' }"),
        path_of("SELECT (NOW() AS ?now) {}").replace("NOW", "RAND"),
        path_of("CONSTRUCT WHERE { ?s a ?c } LIMIT 5"),
        path_of("no query"),
        path_of("SELECT ?s { SERVICE <http://a.example/> {} }"),
        path_of("ASK {}") + "&query=ASK%7B%7D",
        path_of("ASK {}") + "&format=nonsense",
        path_of(COMMENTS),
        "/sparql",
        "/",
        "/nothing%20here",
        "/health/live",
        "/ontology",
    ],
)
@pytest.mark.parametrize("accept", ["*/*", "text/csv", "text/html", "image/png"])
def test_later_requests_of_a_connection_are_answered_like_its_first(
    address: str, path: str, accept: str
) -> None:
    host = address.removeprefix("http://").rstrip("/")
    asked = path + ("&" if "?" in path else "?") + "n="
    with contextlib.closing(http.client.HTTPConnection(host, timeout=20)) as first:
        expected = ask(first, f"{asked}1", Accept=accept)
    with connected(address) as later:
        found = [ask(later, f"{asked}1", Accept=accept) for _ in range(3)]
    for status, fields, body in found:
        assert status == expected[0]
        names = fields.keys() | expected[1].keys()
        for name in names - OF_ONE - {"transfer-encoding", "content-length", "etag"}:
            if "RAND" not in path and name != "cache-control":
                assert fields.get(name) == expected[1].get(name), name
        if status == 200 and "RAND" not in path:
            assert body == expected[2]


def test_a_tag_is_honoured_without_a_thread(link: http.client.HTTPConnection) -> None:
    path = path_of("SELECT ?s { ?s ?p 'tagged' }")
    for _ in range(2):
        _, fields, _ = ask(link, path)
    for _ in range(3):
        status, again, body = ask(link, path, If_None_Match=fields["etag"])
        assert (status, body, again["etag"]) == (304, b"", fields["etag"])


def test_a_long_answer_that_was_begun_comes_whole(
    link: http.client.HTTPConnection,
) -> None:
    _, _, expected = ask(link, path_of(COMMENTS))
    for number in range(3):
        status, fields, body = ask(link, path_of(f"{COMMENTS} # {number}"))
        assert (status, body) == (200, expected)
        assert fields["transfer-encoding"] == "chunked"


def test_an_answer_of_more_than_the_system_takes_at_once_comes_whole(
    link: http.client.HTTPConnection,
) -> None:
    link.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
    for _ in range(3):
        status, fields, body = ask(link, path_of(f"{COMMENTS[:-1]} LIMIT 350"))
        assert status == 200
        assert len(body) == int(fields["content-length"])
        assert body.endswith(b"]}}")


def test_a_query_that_takes_long_ends_at_its_deadline(
    link: http.client.HTTPConnection,
) -> None:
    since = time.monotonic()
    status, _, body = ask(link, path_of(f"{ENDLESS} # late"))
    assert status == 503
    assert b"#query-timeout" in body
    assert time.monotonic() - since < 3.0 + 1.0
    assert ask(link, path_of("ASK {}"))[0] == 200


def test_what_was_begun_can_be_stopped(
    address: str, link: http.client.HTTPConnection, get: Get
) -> None:
    ask(link, path_of("ASK {}"))
    path = f"{path_of(f'{ENDLESS} # stop')}&query-id=stop-this-one"
    link.request("GET", path)
    time.sleep(0.3)
    assert get("/queries/stop-this-one", method="DELETE").status_code == 204
    assert link.getresponse().status == 503


def test_requests_that_come_at_once_are_answered_in_turn(address: str) -> None:
    host, _, port = address.removeprefix("http://").rstrip("/").partition(":")
    line = f"GET {path_of('ASK {{}}')} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode()
    other = f"GET {path_of('ASK {{ FILTER(false) }}')} HTTP/1.1\r\nHost: {host}\r\n\r\n"
    with socket.create_connection((host, int(port)), 10) as link:
        link.sendall(line)
        time.sleep(0.5)
        link.sendall(line + other.encode() + line)
        said = b""
        while said.count(b'"boolean"') < 4:
            said += link.recv(65536)
    answers = [part.partition(b"}")[0] for part in said.split(b'"boolean":')[1:]]
    assert answers == [b"true", b"true", b"false", b"true"]


def test_many_that_wait_for_one_place_are_all_answered(narrow: str) -> None:
    path = path_of("ASK { ?s ?p 'crowd' }")
    with contextlib.ExitStack() as stack:
        links = [stack.enter_context(connected(narrow)) for _ in range(150)]
        for _ in range(3):
            for link in links:
                link.request("GET", path)
            assert {link.getresponse().read() for link in links} == {
                ask(links[0], path)[2]
            }


def test_a_worker_that_dies_while_it_answers_costs_one_request(
    settings: Settings, serving: Serving, workers_of: Callable[[int], list[int]]
) -> None:
    with serving(settings) as (address, pid), connected(address) as link:
        ask(link, path_of("ASK {}"))
        workers = workers_of(pid)
        for worker in workers:
            os.kill(worker, signal.SIGSTOP)
        link.request("GET", path_of("ASK { ?s ?p 'killed' }"))
        time.sleep(0.3)
        for worker in workers:
            os.kill(worker, signal.SIGKILL)
        answer = link.getresponse()
        answer.read()
        assert answer.status in (200, 503)
        time.sleep(1.0)
        assert ask(link, path_of("ASK { ?s ?p 'after' }"))[0] == 200


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


@pytest.mark.parametrize("parts", [1, 2, 7])
def test_a_request_may_come_in_pieces(address: str, parts: int) -> None:
    request = line_of(path_of("ASK {}"), "pieces.example")
    size = -(-len(request) // parts)
    with plain(address) as link:
        for _ in range(4):
            for place in range(0, len(request), size):
                link.sendall(request[place : place + size])
                time.sleep(0.05)
            assert answer_from(link).endswith(b"true}")


def test_a_first_request_that_comes_late_is_answered(address: str) -> None:
    for _ in range(3):
        with plain(address) as link:
            time.sleep(0.2)  # it is taken in before it asks
            for _ in range(2):
                link.sendall(line_of(path_of("ASK {}"), "late.example"))
                assert answer_from(link).endswith(b"true}")


@pytest.mark.parametrize("seconds", [0.0, 0.02, 0.2])
def test_who_ask_the_same_at_once_leave_no_worker_behind(
    settings: Settings,
    serving: Serving,
    workers_of: Callable[[int], list[int]],
    make_client: Callable[[str], Get],
    seconds: float,
) -> None:
    with serving(replace(settings, web_threads=8)) as (address, pid):
        with contextlib.ExitStack() as stack:
            links = [stack.enter_context(connected(address)) for _ in range(2)]
            for link in links:
                ask(link, path_of("ASK {}"))
            for worker in workers_of(pid):
                os.kill(worker, signal.SIGSTOP)
            for link in links:
                link.request("GET", path_of("ASK { ?s ?p 'together' }"))
            time.sleep(seconds)
            for worker in workers_of(pid):
                os.kill(worker, signal.SIGCONT)
            assert {link.getresponse().read() for link in links}
        time.sleep(0.5)
        metrics = make_client(address)("/metrics").get_data(as_text=True)
        assert 'hiwar_workers{state="busy"} 0.0' in metrics


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


def test_clients_that_do_not_read_hold_no_thread(
    settings: Settings, serving: Serving
) -> None:
    path = path_of(f"{COMMENTS[:-1]} LIMIT 300")
    few = replace(settings, web_threads=4)
    with serving(few) as (address, _), contextlib.ExitStack() as stack:
        for _ in range(2):
            with plain(address) as link:
                link.sendall(line_of(path, "deaf.example"))
                answer_from(link)
        deaf = [stack.enter_context(plain(address)) for _ in range(12)]
        for link in deaf:
            link.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        for _ in range(100):
            for link in deaf:
                with contextlib.suppress(OSError):
                    link.sendall(line_of(path, "deaf.example"))
            time.sleep(0.005)
        since = time.monotonic()
        with plain(address, "127.0.0.2") as other:
            for path in ("/health/live", path_of("ASK { ?s ?p 'heard' }")):
                other.sendall(line_of(path, "other.example"))
                answer_from(other)
        assert time.monotonic() - since < 1.0


def test_a_crowd_of_one_client_lets_others_through(address: str) -> None:
    path = path_of(f"{COMMENTS[:-1]} LIMIT 100")
    with contextlib.ExitStack() as stack:
        crowd = [stack.enter_context(plain(address)) for _ in range(200)]
        for link in crowd:
            link.sendall(line_of(path, "crowd.example"))
            answer_from(link)
        other = stack.enter_context(plain(address, "127.0.0.2"))
        for _ in range(2):
            other.sendall(line_of(path_of("ASK {}"), "other.example"))
            answer_from(other)
        for link in crowd:
            link.sendall(line_of(path, "crowd.example"))
        since = time.monotonic()
        other.sendall(line_of(path_of("ASK {}"), "other.example"))
        answer_from(other)
        took = time.monotonic() - since
        assert {len(answer_from(link)) for link in crowd}
    assert took < 0.2


def test_connections_without_number_do_not_end_the_web_process(
    settings: Settings, serving: Serving, workers_of: Callable[[int], list[int]]
) -> None:
    with serving(settings) as (address, pid), contextlib.ExitStack() as stack:
        with plain(address) as link:
            link.sendall(line_of(path_of("ASK {}"), "many.example"))
            answer_from(link)
        web = parent_of(workers_of(pid)[0])
        opened = len(list(Path(f"/proc/{web}/fd").iterdir()))
        resource.prlimit(web, resource.RLIMIT_NOFILE, (opened + 20, opened + 20))
        for _ in range(60):
            stack.enter_context(plain(address))
        time.sleep(0.5)
        with plain(address) as link:
            link.sendall(line_of(path_of("ASK {}"), "many.example"))
            assert answer_from(link).endswith(b"true}")
        assert {parent_of(worker) for worker in workers_of(pid)} == {web}


def parent_of(process: int) -> int:
    return int(Path(f"/proc/{process}/stat").read_text().split()[3])


def test_a_connection_that_is_dropped_is_counted_once(address: str) -> None:
    with contextlib.ExitStack() as stack:
        for _ in range(3):
            crowd = [stack.enter_context(plain(address)) for _ in range(450)]
            for link in crowd:
                with contextlib.suppress(OSError):
                    link.sendall(line_of(path_of("ASK {}"), "drop.example")[:-2])
            for link in crowd:
                with contextlib.suppress(OSError):
                    link.sendall(b"\r\n")
        other = stack.enter_context(plain(address, "127.0.0.2"))
        other.sendall(line_of(path_of("ASK {}"), "drop.example"))
        assert answer_from(other).endswith(b"true}")


def test_a_crowd_of_queries_does_not_pass_by_the_budget(
    settings: Settings, serving: Serving
) -> None:
    poor = replace(settings, web_threads=4, client_seconds=3.0, query_workers=1)
    with serving(poor) as (address, _), contextlib.ExitStack() as stack:
        links = [stack.enter_context(connected(address)) for _ in range(12)]
        for link in links:
            ask(link, path_of("ASK {}"))
        since = time.monotonic()
        for number, link in enumerate(links):
            link.request("GET", path_of(f"{ENDLESS} # poor {number}"))
        found = [link.getresponse().status for link in links]
        assert found.count(429) >= 6
        assert time.monotonic() - since < 12.0


def test_a_long_answer_that_is_kept_does_not_hold_the_loop(
    address: str, link: http.client.HTTPConnection
) -> None:
    path = path_of(f"{COMMENTS[:-1]} LIMIT 19999")
    expected = ask(link, path)[2]
    with contextlib.ExitStack() as stack:
        others = [stack.enter_context(connected(address)) for _ in range(12)]
        for other in others:
            ask(other, path_of("ASK {}"), Accept_Encoding="gzip")
            ask(other, path_of("ASK {}"))
        for number, other in enumerate(others):
            fields = {"Accept-Encoding": "gzip"}
            other.request("GET", f"{path}&n={number}", headers=fields)
        time.sleep(0.05)
        since = time.monotonic()
        assert ask(link, path_of("ASK {}"))[0] == 200
        assert time.monotonic() - since < 0.4
        for other in others:
            assert gzip.decompress(other.getresponse().read()) == expected
