import os
import resource
import signal
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from hiwar.errors import (
    BusyError,
    QueryError,
    QueryFailedError,
    QueryStoppedError,
    QueryTimeoutError,
    ReleaseError,
)
from hiwar.server.frames import Job
from hiwar.server.pool import Pool
from hiwar.server.process import ClientGone, WorkerProcess, is_gone
from hiwar.server.running import Ticket
from hiwar.settings import Settings

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


def make_job(query: str, answer: str = "boolean", form: str = "json") -> Job:
    return Job(query, answer, form, 2.0, "https://w3id.org/hiwar/")


def ask(pool: Pool, query: str, answer: str = "boolean", form: str = "json") -> bytes:
    return b"".join(pool.ask(make_job(query, answer, form)))


def test_a_query_is_answered_over_the_union_of_all_graphs(pool: Pool) -> None:
    text = """PREFIX h: <https://w3id.org/hiwar/ontology#>
    ASK { ?meeting h:hasParticipant ?state . ?state h:isoAlpha3 'EGY' . ?x h:hasMeeting
      ?meeting . ?statement a h:Statement . h:Meeting ?p ?o }"""
    assert b"true" in ask(pool, text)


def test_every_triple_counts_once(pool: Pool) -> None:
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    rows = ask(pool, count, "solutions", "csv").split()
    assert int(rows[1]) == pool.release.manifest["triples"]


CONCAT = (
    "SELECT ?x30 { BIND('aaaaaaaaaa' AS ?x0) "
    + "".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1}) " for n in range(30))
    + "}"
)
GROUPS = "ASK " + "{" * 200_000 + "}" * 200_000
PARENTHESES = "ASK { FILTER(" + "(" * 400_000 + "1" + ")" * 400_000 + ") }"


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


def test_a_worker_killed_between_queries_is_not_missed(settings: Settings) -> None:
    with Pool(replace(settings, query_wait_s=30.0)) as pool:
        for _ in range(4):
            stream = pool.ask(make_job("ASK {}"))
            pid = stream._worker.pid if stream._worker else 0
            assert list(stream)
            os.kill(pid, signal.SIGKILL)
            time.sleep(0.05)
            assert b"true" in ask(pool, "ASK {}")


def test_strangers_wait_their_turn_and_our_own_pages_do_not(
    settings: Settings,
) -> None:
    with Pool(replace(settings, query_deadline_s=20.0)) as pool:
        await_idle(pool, settings.query_workers + 2)
        held = [pool.ask(make_job(ENDLESS, "solutions")) for _ in range(2)]
        own = pool.ask(make_job("ASK {}"), is_own=True)
        assert list(own)
        with pytest.raises(BusyError, match="got free"):
            pool.ask(make_job(ENDLESS, "solutions"))
        for stream in held:
            stream.close()
        assert b"true" in ask(pool, "ASK {}")


def test_a_quick_query_is_answered_though_slow_ones_have_all_places(
    settings: Settings,
) -> None:
    with Pool(settings) as pool:
        time.sleep(1.0)
        held = [pool.ask(make_job(ENDLESS, "solutions")) for _ in range(2)]
        for number in range(5):
            since = time.monotonic()
            assert b"true" in ask(pool, f"ASK {{ VALUES ?n {{ {number} }} }}")
            assert time.monotonic() - since < 0.5
        for stream in held:
            stream.close()


def test_a_slow_query_goes_on_where_it_began_its_answer_in_a_short_try(
    settings: Settings,
) -> None:
    cross = "SELECT * { ?a ?b ?c . ?d ?e ?f }"
    with Pool(replace(settings, query_deadline_s=5.0)) as pool:
        time.sleep(1.0)
        held = [pool.ask(make_job(ENDLESS, "solutions")) for _ in range(2)]
        long = iter(pool.ask(make_job(cross, "solutions")))
        assert len(next(long)) > 60_000
        assert b"true" in ask(pool, "ASK {}"), "its place is free for the next try"
        time.sleep(1.2)
        assert len(next(long)) > 60_000, "beyond the time of a short try"
        for stream in held:
            stream.close()


def test_a_refused_query_frees_its_place(settings: Settings) -> None:
    with Pool(settings) as pool:
        time.sleep(1.0)
        held = [pool.ask(make_job(ENDLESS, "solutions")) for _ in range(2)]
        for _ in range(3):
            with pytest.raises(QueryError):
                ask(pool, "ASK { <x:f>(1) }")
        assert b"true" in ask(pool, "ASK {}")
        for stream in held:
            stream.close()


def await_idle(pool: Pool, count: int) -> None:
    await_that(lambda: pool.census()["idle"] >= count)


def await_start(pool: Pool, starts: int) -> None:
    await_that(lambda: pool.starts > starts)


def await_that(holds: Callable[[], bool]) -> None:
    until = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.002)


@pytest.mark.parametrize("state", ["idle", "busy", "unread"])
def test_a_worker_that_dies_is_replaced(settings: Settings, state: str) -> None:
    query = "SELECT * { ?a ?b ?c . ?d ?e ?f }" if state == "unread" else ENDLESS
    with Pool(replace(settings, query_deadline_s=20.0)) as pool:
        full = settings.query_workers + 2
        await_idle(pool, full)
        for _ in range(3):
            stream = pool.ask(make_job(query, "solutions"))
            assert stream._worker is not None
            pid = stream._worker.pid
            if state == "idle":
                stream.close()
                await_idle(pool, full)
                pid = pool.idle_pids()[0]
            elif state == "busy":
                time.sleep(0.2)  # until it has read its query
            starts = pool.starts
            os.kill(pid, signal.SIGKILL)
            await_start(pool, starts)
            await_idle(pool, full)
            if state == "busy":
                with pytest.raises(QueryError):
                    list(stream)
            stream.close()


def test_several_workers_that_die_together_are_replaced(settings: Settings) -> None:
    with Pool(replace(settings, query_wait_s=30.0)) as pool:
        full = settings.query_workers + 2
        await_idle(pool, full)
        for worker in [*pool._crew._idle, *pool._crew._spares]:
            os.kill(worker.pid, signal.SIGKILL)
            worker._process.wait()
        assert b"true" in ask(pool, "ASK {}")
        await_idle(pool, full)


def await_stopped(pid: int) -> None:
    """Wait until no thread of a process runs: one that waits for a query reads it."""
    tasks = list(Path(f"/proc/{pid}/task").iterdir())
    while any(") T " not in (task / "stat").read_text() for task in tasks):
        time.sleep(0.01)


def test_a_query_that_no_worker_read_is_not_blamed(settings: Settings) -> None:
    with Pool(settings) as pool:
        await_idle(pool, settings.query_workers + 2)
        for pid in pool.idle_pids():
            os.kill(pid, signal.SIGSTOP)
            await_stopped(pid)
        stream = pool.ask(make_job("ASK {}"))
        assert stream._worker is not None
        os.kill(stream._worker.pid, signal.SIGKILL)
        with pytest.raises(BusyError, match="Ask again"):
            list(stream)


def test_workers_come_back_once_the_system_starts_processes_again(
    settings: Settings,
) -> None:
    most, hardest = resource.getrlimit(resource.RLIMIT_NOFILE)
    with Pool(replace(settings, query_wait_s=15.0)) as pool:
        resource.setrlimit(resource.RLIMIT_NOFILE, (3, hardest))
        try:
            with pytest.raises(ReleaseError, match="No worker can be started"):
                WorkerProcess(settings)
            while pool.census()["idle"]:
                stream = pool.ask(make_job(ENDLESS, "solutions"), is_own=True)
                stream.close()
            time.sleep(0.5)
        finally:
            resource.setrlimit(resource.RLIMIT_NOFILE, (most, hardest))
        assert b"true" in ask(pool, "ASK {}")


def test_a_full_queue_is_refused_at_once(data: Path) -> None:
    settings = Settings(data=data, query_workers=1, query_queue=0)
    with Pool(settings) as pool:
        held = pool.ask(make_job(ENDLESS, "solutions"))
        started = time.monotonic()
        with pytest.raises(BusyError, match="0 requests wait"):
            pool.ask(make_job(ENDLESS, "solutions"))
        assert time.monotonic() - started < settings.query_wait_s / 2
        held.close()


def test_a_new_release_is_taken_up_and_the_old_one_finishes(
    own_data: Path, publish_more: Callable[[Path, str], None]
) -> None:
    with Pool(Settings(data=own_data, query_workers=2)) as pool:
        query = "SELECT * { ?s ?p ?o }"
        # publishing may take longer than the other tests' queries may
        slow = replace(make_job(query, "solutions", "csv"), deadline_s=60.0)
        before = pool.ask(slow)
        blocks = iter(before)
        first = next(blocks)
        publish_more(own_data, "<a:a> <a:b> <a:new> .")
        until = time.monotonic() + 10
        asked = make_job("ASK { ?s ?p <a:new> }")
        while b"true" not in b"".join(pool.ask(asked)):
            assert time.monotonic() < until
            time.sleep(0.05)
        assert pool.ask(asked).version == "2026-11-21.2"
        whole = first + b"".join(blocks)
        assert before.is_whole
        assert before.version == "2026-11-21.1"
        assert whole.count(b"\r\n") > 20_000


def test_a_damaged_release_is_not_taken_up(own_data: Path) -> None:
    with Pool(Settings(data=own_data, query_workers=1)) as pool:
        (own_data / "current").write_text("2030-01-01.1\n")
        for _ in range(20):
            assert b"true" in ask(pool, "ASK {}")
            time.sleep(0.02)
        assert pool.release.version == "2026-11-21.1"


def test_without_a_release_there_is_no_pool(tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match="hiwar build"):
        Pool(Settings(data=tmp_path))


def test_a_store_that_does_not_open_is_told(own_data: Path) -> None:
    for file in (own_data / "releases/2026-11-21.1/store").iterdir():
        file.unlink()
    with pytest.raises(ReleaseError, match="No worker can open release"):
        Pool(Settings(data=own_data))


def test_a_query_that_was_stopped_costs_no_further_worker(settings: Settings) -> None:
    with Pool(settings) as pool:
        await_idle(pool, settings.query_workers + 2)
        idle = set(pool.idle_pids())
        paid: list[float] = []
        ticket = Ticket(paid.append, lambda: None)
        ticket.stop()
        for _ in range(5):
            with pytest.raises(QueryStoppedError):
                pool.ask(make_job(ENDLESS, "solutions"), ticket=ticket)
        assert set(pool.idle_pids()) == idle
        assert not paid


def test_a_worker_that_was_stopped_too_late_answers_nobody_else(
    settings: Settings,
) -> None:
    with Pool(settings) as pool:
        await_idle(pool, settings.query_workers + 2)
        stream = pool.ask(make_job("ASK {}"))
        worker = stream._worker
        assert worker is not None
        stream.begin(5)
        time.sleep(0.1)  # the end of the answer has come too, and is not read yet
        stream.stop()
        worker._process.wait()
        assert b"true" in b"".join(stream)
        assert worker.pid not in pool.idle_pids()


def test_an_answer_that_was_given_up_is_not_taken_for_an_empty_one(pool: Pool) -> None:
    stream = pool.ask(make_job("SELECT * { ?s ?p ?o }", "solutions"))
    stream.close()
    with pytest.raises(QueryFailedError, match="given up"):
        list(stream)


def test_an_error_that_nobody_thought_of_does_not_end_the_keeping_of_workers(
    own_data: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with Pool(Settings(data=own_data, query_workers=1)) as pool:
        (own_data / "current").write_text(f"2026-11-21.{'9' * 300}\n")  # no file name
        until = time.monotonic() + 20
        while "too long" not in caplog.text:
            assert time.monotonic() < until
            time.sleep(0.02)
        (own_data / "current").write_text("2026-11-21.1\n")
        for pid in pool.idle_pids():
            os.kill(pid, signal.SIGKILL)
        starts = pool.starts
        while pool.starts == starts:
            assert time.monotonic() < until
            time.sleep(0.02)
        assert b"true" in ask(pool, "ASK {}")
