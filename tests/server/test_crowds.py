"""Many connections, clients that do not read or ask much, and what others notice."""

import contextlib
import gzip
import resource
import socket
import statistics
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

import pytest

from hiwar.settings import Settings
from tests.server.asking import ENDLESS, path_of
from tests.server.links import answer_from, ask, connected, line_of, plain

pytestmark = pytest.mark.clock

Serving = Callable[[Settings], AbstractContextManager[tuple[str, int]]]

COMMENTS = "SELECT ?s ?c { ?s <http://www.w3.org/2000/01/rdf-schema#comment> ?c } #"


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
        waits = []
        for _ in range(5):
            for link in crowd:
                link.sendall(line_of(path, "crowd.example"))
            since = time.monotonic()
            other.sendall(line_of(path_of("ASK {}"), "other.example"))
            answer_from(other)
            waits.append(time.monotonic() - since)
            assert len({len(answer_from(link)) for link in crowd}) == 1
    assert statistics.median(waits) < 0.2


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


def test_there_are_files_for_all_connections_and_workers(
    server: tuple[str, int], workers_of: Callable[[int], list[int]]
) -> None:
    web = parent_of(workers_of(server[1])[0])
    most, hardest = resource.prlimit(web, resource.RLIMIT_NOFILE)
    assert most in (resource.RLIM_INFINITY, hardest) or most >= 4096


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
    poor = replace(
        settings,
        web_threads=4,
        query_workers=1,
        query_deadline_s=2.0,
        client_seconds=3.0,
    )
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


def test_a_long_answer_that_is_kept_does_not_hold_the_loop(address: str) -> None:
    path = path_of(f"{COMMENTS[:-1]} LIMIT 19999")
    with contextlib.ExitStack() as stack:
        link = stack.enter_context(connected(address))
        expected = ask(link, path)[2]
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
