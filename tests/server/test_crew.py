"""Workers that die, are stopped, or change to another release."""

import contextlib
import os
import resource
import signal
import socket
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from hiwar.errors import (
    BusyError,
    QueryError,
    QueryStoppedError,
    ReleaseError,
)
from hiwar.server.pool import Pool
from hiwar.server.process import WorkerProcess
from hiwar.server.running import Ticket
from hiwar.settings import Settings
from tests.server.pooling import (
    ENDLESS,
    ask,
    await_idle,
    await_start,
    make_job,
)

pytestmark = pytest.mark.clock


def test_a_worker_killed_between_queries_is_not_missed(settings: Settings) -> None:
    with Pool(replace(settings, query_wait_s=30.0)) as pool:
        for _ in range(4):
            stream = pool.ask(make_job("ASK {}"))
            pid = stream._worker.pid if stream._worker else 0
            assert list(stream)
            os.kill(pid, signal.SIGKILL)
            with contextlib.suppress(ChildProcessError):  # the pool saw it first
                os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
            assert b"true" in ask(pool, "ASK {}")


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


def test_a_worker_that_cannot_be_started_leaves_no_file_open(
    settings: Settings,
) -> None:
    most, hardest = resource.getrlimit(resource.RLIMIT_NOFILE)
    files: list[int] = []
    resource.setrlimit(resource.RLIMIT_NOFILE, (256, hardest))
    try:
        with contextlib.suppress(OSError):
            while True:
                files.append(os.open(os.devnull, os.O_RDONLY))
        for _ in range(3):
            os.close(files.pop())
        with pytest.raises(ReleaseError, match="No worker can be started"):
            WorkerProcess(settings)
        with socket.socket(), socket.socket(), socket.socket():
            pass
    finally:
        for file in files:
            os.close(file)
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hardest))


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
