"""Shares of clients: who asks for more waits, and others are served."""

import http.client
import time
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlencode

import pytest
from flask import Flask, request
from hypothesis import given
from hypothesis import strategies as st

from hiwar.errors import BudgetError
from hiwar.server.budget import Budgets, asker_of
from hiwar.settings import Settings
from tests.server.asking import ENDLESS, Get, Start, path_of

GREEDY = {"X-Forwarded-For": "198.51.100.7"}


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_who_has_used_up_its_seconds_waits_as_long_as_it_is_told() -> None:
    clock = Clock()
    budgets = Budgets(Settings(client_seconds=60.0), clock)
    budgets.charge("a", seconds=90.0)
    with pytest.raises(BudgetError) as caught:
        budgets.check("a")
    budgets.check("b")
    clock.now += caught.value.extra["retry_after"] - 1
    with pytest.raises(BudgetError):
        budgets.check("a")
    clock.now += 1
    budgets.check("a")


def test_who_asks_too_many_wrong_queries_waits() -> None:
    clock = Clock()
    budgets = Budgets(Settings(client_errors=3), clock)
    for _ in range(3):
        budgets.check("a")
        budgets.charge("a", errors=1)
    with pytest.raises(BudgetError, match="3 failed queries"):
        budgets.check("a")
    clock.now += 20
    budgets.check("a")


def test_without_a_budget_nobody_waits() -> None:
    budgets = Budgets(Settings(client_seconds=0.0, client_errors=0))
    budgets.charge("a", seconds=1e9, errors=10**9)
    budgets.check("a")


@given(st.lists(st.tuples(st.floats(0, 50), st.floats(0, 100)), max_size=30))
def test_nobody_gets_more_than_its_share_over_time(
    steps: list[tuple[float, float]],
) -> None:
    clock = Clock()
    budgets = Budgets(Settings(client_seconds=60.0, client_errors=0), clock)
    used = 0.0
    for seconds, pause in steps:
        clock.now += pause
        try:
            budgets.check("a")
        except BudgetError:
            continue
        budgets.charge("a", seconds=seconds)
        used += seconds
    assert used <= 60 + (clock.now - 1000) + 50


@pytest.mark.parametrize(
    ("peer", "forwarded", "proxies", "asker"),
    [
        ("192.0.2.1", "", 0, "192.0.2.1"),
        ("192.0.2.1", "198.51.100.7", 0, "192.0.2.1"),
        ("127.0.0.1", "198.51.100.7", 1, "198.51.100.7"),
        ("127.0.0.1", "6.6.6.6, 198.51.100.7", 1, "198.51.100.7"),
        ("127.0.0.1", "6.6.6.6, 198.51.100.7, 10.0.0.1", 2, "198.51.100.7"),
        ("127.0.0.1", "198.51.100.7", 2, "127.0.0.1"),
        ("127.0.0.1", "nonsense", 1, "unknown"),
        ("2001:db8:1:2:3:4:5:6", "", 0, "2001:db8:1:2::"),
        ("2001:db8:1:2:ffff::1", "", 0, "2001:db8:1:2::"),
        ("::ffff:192.0.2.1", "", 0, "192.0.2.1"),
        ("::1", "::ffff:198.51.100.7", 1, "198.51.100.7"),
    ],
)
def test_a_client_is_known_behind_proxies_and_cannot_pose_as_another(
    peer: str, forwarded: str, proxies: int, asker: str
) -> None:
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    with Flask(__name__).test_request_context(
        headers=headers, environ_base={"REMOTE_ADDR": peer}
    ):
        assert asker_of(request, proxies) == asker


def test_a_greedy_client_is_told_to_wait_and_others_are_served(
    settings: Settings, start: Start, make_client: Callable[[str], Get]
) -> None:
    modest = replace(
        settings, client_seconds=0.5, query_deadline_s=1.0, trusted_proxies=1
    )
    address, _ = start(modest)
    get = make_client(address)
    assert get(path_of(ENDLESS), GREEDY).status_code == 503
    refused = get(path_of("ASK {}"), GREEDY)
    assert refused.status_code == 429
    assert 30 <= int(refused.headers["Retry-After"]) <= 180
    assert b"errors#budget" in refused.data
    page = get(path_of("ASK {}"), GREEDY | {"Accept": "text/html"})
    assert page.status_code == 429
    assert 30 <= int(page.headers["Retry-After"]) <= 180
    other = get(path_of("ASK {}"), {"X-Forwarded-For": "203.0.113.9"})
    assert other.status_code == 200
    seen, unseen = "/page/state/EGY", "/page/state/ERI"
    assert get(seen, {"X-Forwarded-For": "203.0.113.9"}).status_code == 200
    assert get(seen, GREEDY).status_code == 200, "what was given before is free"
    assert get(unseen, GREEDY).status_code == 429


def test_wrong_queries_use_up_the_share_of_errors(
    settings: Settings, start: Start, make_client: Callable[[str], Get]
) -> None:
    address, _ = start(replace(settings, client_errors=4))
    get = make_client(address)
    statuses = [get(path_of("SELEC")).status_code for _ in range(6)]
    assert statuses == [400, 400, 400, 400, 429, 429]


def test_a_kept_answer_costs_nothing(
    settings: Settings, start: Start, make_client: Callable[[str], Get]
) -> None:
    hasty = replace(settings, client_seconds=0.5, query_deadline_s=2.0)
    address, _ = start(hasty)
    get = make_client(address)
    assert get(path_of("ASK {}")).status_code == 200
    get(path_of(ENDLESS))
    assert get(path_of("ASK { ?s ?p ?o }")).status_code == 429
    assert get(path_of("ASK {}")).status_code == 200


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/data/state/EGY.nt?{}"),
        ("GET", "/page/state/EGY?{}"),
        ("GET", "/search?q=egypt{}"),
        ("GET", "/reconcile?query=egypt{}"),
        ("HEAD", "/sparql?query=SELECT%20*%20%7B%20?s%20?p%20?o{}%20%7D"),
        ("GET", "/sparql?version=2026-11-21.1&query=ASK%20%7B%20?s%20?p%20?o{}%20%7D"),
    ],
    ids=["data", "page", "search", "reconcile", "head", "version"],
)
def test_all_that_is_done_for_a_client_uses_up_its_share(
    settings: Settings,
    start: Start,
    make_client: Callable[[str], Get],
    method: str,
    path: str,
) -> None:
    address, _ = start(replace(settings, client_seconds=0.02, trusted_proxies=1))
    get = make_client(address)
    statuses = []
    for number in range(100):
        statuses.append(get(path.format(number), GREEDY, method=method).status_code)
        if statuses[-1] == 429:
            break
    assert statuses[-1] == 429
    assert set(statuses[:-1]) <= {200}


@pytest.mark.clock
def test_who_leaves_pays_for_the_worker_that_is_ended(
    settings: Settings, start: Start, make_client: Callable[[str], Get]
) -> None:
    address, _ = start(replace(settings, client_seconds=1.0, trusted_proxies=1))
    get = make_client(address)
    host = address.removeprefix("http://").rstrip("/")
    for _ in range(30):
        probe = get(path_of("ASK {}", now=str(time.time())), GREEDY)
        assert probe.status_code == 200, "to ask this costs next to nothing"
    for _ in range(30):  # who leaves before a worker is free pays nothing
        client = http.client.HTTPConnection(host)
        client.request("GET", path_of(ENDLESS), headers=GREEDY)
        time.sleep(0.05)
        client.close()
        time.sleep(0.2)
        status = get(path_of("ASK {}", now=str(time.time())), GREEDY).status_code
        if status == 429:
            break
    assert status == 429
    assert get(path_of("ASK {}")).status_code == 200


def test_the_reading_of_a_long_query_is_paid_for(
    settings: Settings, start: Start, make_client: Callable[[str], Get]
) -> None:
    address, _ = start(replace(settings, client_seconds=0.5, trusted_proxies=1))
    get = make_client(address)
    body = urlencode({"query": f"ASK {{ VALUES ?n {{ {'1 ' * 40_000} }} }}"}).encode()
    form = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "image/png"}
    for _ in range(200):
        answer = get("/sparql", GREEDY | form, method="POST", body=body)
        assert answer.status_code in (406, 429)
        if answer.status_code == 429:
            break
    assert answer.status_code == 429
    assert get(path_of("ASK {}")).status_code == 200, "others do not pay"
