"""Queries as tests send them to a pool, and what they wait for."""

import time
from collections.abc import Callable
from typing import Final

from hiwar.server.frames import Job
from hiwar.server.pool import Pool

ENDLESS: Final = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


def make_job(query: str, answer: str = "boolean", form: str = "json") -> Job:
    return Job(query, answer, form, 2.0, "https://w3id.org/hiwar/")


def ask(pool: Pool, query: str, answer: str = "boolean", form: str = "json") -> bytes:
    return b"".join(pool.ask(make_job(query, answer, form)))


def await_idle(pool: Pool, count: int) -> None:
    await_that(lambda: pool.census()["idle"] >= count)


def await_start(pool: Pool, starts: int) -> None:
    await_that(lambda: pool.starts > starts)


def await_that(holds: Callable[[], bool]) -> None:
    until = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.002)
