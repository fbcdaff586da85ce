"""Small answers are given without a thread, and just as threads give them."""

import contextlib
import http.client
import os
import signal
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace

import pytest

from hiwar.settings import Settings
from tests.server.asking import ENDLESS, Get, path_of
from tests.server.links import answer_from, ask, connected, line_of, plain

pytestmark = pytest.mark.clock

Serving = Callable[[Settings], AbstractContextManager[tuple[str, int]]]

COMMENTS = "SELECT ?s ?c { ?s <http://www.w3.org/2000/01/rdf-schema#comment> ?c } #"
OF_ONE = {"query-id", "date", "x-request-id"}


@pytest.fixture
def link(address: str) -> Iterator[http.client.HTTPConnection]:
    """A connection that has had an answer."""
    with connected(address) as found:
        yield found


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


def test_a_query_that_takes_long_ends_at_its_deadline(hasty: str) -> None:
    with connected(hasty) as link:
        assert ask(link, path_of("ASK {}"))[0] == 200
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
