"""What the pool answers, and what frees a worker."""

import os
import signal
import socket
import threading
import time
from dataclasses import replace

import pytest

from hiwar.errors import (
    QueryError,
    QueryFailedError,
    QueryTimeoutError,
)
from hiwar.server.pool import Pool
from hiwar.server.process import ClientGone, WorkerProcess, is_gone
from hiwar.settings import Settings
from tests.server.pooling import (
    ENDLESS,
    ask,
    make_job,
)

CONCAT = (
    "SELECT ?x30 { BIND('aaaaaaaaaa' AS ?x0) "
    + "".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1}) " for n in range(30))
    + "}"
)
GROUPS = "ASK " + "{" * 200_000 + "}" * 200_000
PARENTHESES = "ASK { FILTER(" + "(" * 400_000 + "1" + ")" * 400_000 + ") }"


def test_a_query_is_answered_over_the_union_of_all_graphs(pool: Pool) -> None:
    text = """PREFIX h: <https://w3id.org/hiwar/ontology#>
    ASK { ?meeting h:hasParticipant ?state . ?state h:isoAlpha3 'EGY' . ?x h:hasMeeting
      ?meeting . ?statement a h:Statement . h:Meeting ?p ?o }"""
    assert b"true" in ask(pool, text)


def test_every_triple_counts_once(pool: Pool) -> None:
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    rows = ask(pool, count, "solutions", "csv").split()
    assert int(rows[1]) == pool.release.manifest["triples"]


@pytest.mark.parametrize(
    ("query", "answer", "error"),
    [
        (ENDLESS, "solutions", QueryTimeoutError),
        (GROUPS, "boolean", QueryFailedError),
        (PARENTHESES, "boolean", QueryFailedError),
        (CONCAT, "solutions", QueryFailedError),
        ("ASK { ?s " + "/".join(["<a:p>"] * 1200) + " ?o }", "boolean", QueryError),
        ("SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?c ?f", "solutions", QueryError),
    ],
    ids=["cross", "groups", "parentheses", "concat", "path", "sort"],
)
def test_a_killer_that_slips_through_hurts_nobody_else(
    pool: Pool, query: str, answer: str, error: type[QueryError]
) -> None:
    failures: list[Exception] = []
    # what is to fail before its deadline has time to, on a slow machine too
    deadline_s = 20.0 if error is QueryFailedError else 2.0
    job = replace(make_job(query, answer), deadline_s=deadline_s)

    def attack() -> None:
        try:
            b"".join(pool.ask(job))
        except QueryError as failure:
            failures.append(failure)

    attacker = threading.Thread(target=attack)
    attacker.start()
    while attacker.is_alive():
        assert b"true" in ask(pool, "ASK {}")
        time.sleep(0.05)
    assert len(failures) <= 1
    if error is not QueryError:
        assert isinstance(failures[0], error)
    assert b"true" in ask(pool, "ASK {}")


@pytest.mark.parametrize(
    ("query", "deadline_s", "codes"),
    [
        (ENDLESS, 2.0, {signal.SIGALRM}),
        (GROUPS, 60.0, {signal.SIGSEGV, signal.SIGABRT}),
        (PARENTHESES, 60.0, {signal.SIGSEGV, signal.SIGABRT}),
        (CONCAT, 60.0, {signal.SIGSEGV, signal.SIGABRT}),
    ],
    ids=["cross", "groups", "parentheses", "concat"],
)
def test_what_ends_a_worker_is_the_limit_that_its_query_passed(
    pool: Pool, settings: Settings, query: str, deadline_s: float, codes: set[int]
) -> None:
    worker = WorkerProcess(settings)
    worker.open(pool.release)
    answer = "solutions" if query.startswith("SELECT") else "boolean"
    worker.send(replace(make_job(query, answer), deadline_s=deadline_s))
    ended = os.waitid(os.P_PID, worker.pid, os.WEXITED | os.WNOWAIT)
    is_late = codes == {signal.SIGALRM}
    with pytest.raises(QueryTimeoutError if is_late else QueryFailedError):
        worker.receive(None)
    worker.kill()
    assert ended is not None
    assert ended.si_status in codes


def test_no_worker_can_open_a_connection_whatever_it_is_told(pool: Pool) -> None:
    with socket.create_server(("127.0.0.1", 0)) as trap:
        trap.settimeout(0.3)
        port = trap.getsockname()[1]
        query = f"ASK {{ SERVICE <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}"
        with pytest.raises(QueryFailedError) as caught:
            ask(pool, query)
        with pytest.raises(TimeoutError):
            trap.accept()
    assert str(port) not in caught.value.detail


def test_a_stream_that_is_given_up_frees_its_place(pool: Pool) -> None:
    query = "SELECT * { ?a ?b ?c . ?d ?e ?f }"
    for _ in range(6):
        stream = pool.ask(make_job(query, "solutions"))
        assert next(iter(stream))
        assert not stream.is_whole
        stream.close()
    assert b"true" in ask(pool, "ASK {}")


@pytest.mark.clock
def test_a_client_that_goes_away_ends_its_silent_query(pool: Pool) -> None:
    ours, theirs = socket.socketpair()
    stream = pool.ask(make_job(ENDLESS, "solutions"), client=ours)
    threading.Timer(0.2, theirs.close).start()
    started = time.monotonic()
    with ours, pytest.raises(ClientGone):
        next(iter(stream))
    assert time.monotonic() - started < 1.5


def test_a_client_that_waits_is_not_gone_though_its_socket_has_a_timeout() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        ours.settimeout(0.01)
        assert not is_gone(ours)
        theirs.send(b"GET")
        assert not is_gone(ours)
        assert ours.recv(3)
        theirs.close()
        assert is_gone(ours)


def test_a_client_that_sends_its_next_request_is_still_there(pool: Pool) -> None:
    ours, theirs = socket.socketpair()
    theirs.send(b"GET / HTTP/1.1\r\n")
    with ours, theirs:
        stream = pool.ask(make_job("ASK {}"), client=ours)
        assert b"true" in b"".join(stream)


def test_an_answer_that_was_given_up_is_not_taken_for_an_empty_one(pool: Pool) -> None:
    stream = pool.ask(make_job("SELECT * { ?s ?p ?o }", "solutions"))
    stream.close()
    with pytest.raises(QueryFailedError, match="given up"):
        list(stream)
