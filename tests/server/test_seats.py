"""Who gets a worker, and in which order."""

import time
from dataclasses import replace
from pathlib import Path

import pytest

from hiwar.errors import BusyError, QueryError
from hiwar.server.pool import Pool
from hiwar.settings import Settings
from tests.server.pooling import ENDLESS, ask, await_idle, make_job

pytestmark = pytest.mark.clock


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
        await_idle(pool, settings.query_workers + 2)
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
        await_idle(pool, settings.query_workers + 2)
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
        await_idle(pool, settings.query_workers + 2)
        held = [pool.ask(make_job(ENDLESS, "solutions")) for _ in range(2)]
        for _ in range(3):
            with pytest.raises(QueryError):
                ask(pool, "ASK { <x:f>(1) }")
        assert b"true" in ask(pool, "ASK {}")
        for stream in held:
            stream.close()


def test_a_full_queue_is_refused_at_once(data: Path) -> None:
    settings = Settings(data=data, query_workers=1, query_queue=0)
    with Pool(settings) as pool:
        held = pool.ask(make_job(ENDLESS, "solutions"))
        started = time.monotonic()
        with pytest.raises(BusyError, match="0 requests wait"):
            pool.ask(make_job(ENDLESS, "solutions"))
        assert time.monotonic() - started < settings.query_wait_s / 2
        held.close()
