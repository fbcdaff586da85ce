"""A query is stopped by the id that its asker alone knows."""

import re
import threading
import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from werkzeug import Response

from hiwar.settings import Settings
from tests.server.asking import ENDLESS, Get, Start, path_of

pytestmark = pytest.mark.clock


@pytest.mark.parametrize("way", ["header", "parameter", "page"])
def test_a_query_is_stopped_by_its_id(get: Get, way: str) -> None:
    query_id = f"stop-me-{way}"
    headers = {"Query-Id": query_id} if way == "header" else {}
    more = {} if way == "header" else {"query-id": query_id}
    more |= {"format": "html"} if way == "page" else {}
    answers: list[Response] = []
    thread = threading.Thread(
        target=lambda: answers.append(get(path_of(ENDLESS, **more), headers))
    )
    since = time.monotonic()
    thread.start()
    while get(f"/queries/{query_id}", method="DELETE").status_code == 404:
        assert time.monotonic() - since < 2
        time.sleep(0.02)
    thread.join()
    assert time.monotonic() - since < 1.5, "before its deadline"
    assert answers[0].status_code == 503
    assert "stopped" in answers[0].get_data(as_text=True)
    again = get(f"/queries/{query_id}", method="DELETE")
    assert again.status_code == 404


def test_two_queries_cannot_have_one_id(get: Get) -> None:
    thread = threading.Thread(
        target=lambda: get(path_of(ENDLESS), {"Query-Id": "twice-the-same"})
    )
    thread.start()
    time.sleep(0.5)
    second = get(path_of("ASK { ?twice ?p ?o }"), {"Query-Id": "twice-the-same"})
    get("/queries/twice-the-same", method="DELETE")
    thread.join()
    assert second.status_code == 400
    assert "runs already" in second.get_data(as_text=True)


@pytest.mark.parametrize("query_id", ["short", "x" * 65, "has space in", "<script>00"])
def test_an_id_that_is_none_is_refused(get: Get, query_id: str) -> None:
    answer = get(path_of("ASK {}", **{"query-id": query_id}))
    assert answer.status_code == 400


def test_a_second_query_of_one_id_costs_no_worker(
    settings: Settings, start: Start, make_client: Callable[[str], Get]
) -> None:
    address, _ = start(settings)
    get = make_client(address)
    thread = threading.Thread(
        target=lambda: get(path_of(ENDLESS), {"Query-Id": "one-of-several"})
    )
    thread.start()
    time.sleep(0.5)
    for number in range(5):
        again = path_of(f"ASK {{ ?s{number} ?p ?o }}")
        assert get(again, {"Query-Id": "one-of-several"}).status_code == 400
    get("/queries/one-of-several", method="DELETE")
    thread.join()
    starts = re.search(
        r"hiwar_worker_starts (\d+)", get("/metrics").get_data(as_text=True)
    )
    assert starts is not None
    assert int(starts[1]) <= settings.query_workers + 3


@pytest.mark.parametrize("place", ["short try", "queue"])
def test_a_query_is_stopped_before_it_has_a_place(
    settings: Settings, start: Start, make_client: Callable[[str], Get], place: str
) -> None:
    address, _ = start(replace(settings, query_deadline_s=60.0, query_wait_s=60.0))
    get = make_client(address)
    ids = ["holds-a-place-1", "holds-a-place-2", "wanted-no-longer"]
    answers: dict[str, Response] = {}

    def ask(query_id: str) -> None:
        answers[query_id] = get(path_of(ENDLESS), {"Query-Id": query_id})

    threads = [threading.Thread(target=ask, args=(query_id,)) for query_id in ids]
    time.sleep(1.0)
    for thread in threads:
        thread.start()
        time.sleep(0.2)
    time.sleep(0.2 if place == "short try" else 1.5)
    assert get("/queries/wanted-no-longer", method="DELETE").status_code == 204
    threads[2].join()
    assert b"errors#query-stopped" in answers["wanted-no-longer"].data
    assert set(answers) == {"wanted-no-longer"}, "the others hold their places still"
    for query_id in ids[:2]:
        assert get(f"/queries/{query_id}", method="DELETE").status_code == 204
    for thread in threads:
        thread.join()


def test_a_page_is_stopped_by_the_id_of_its_request(get: Get) -> None:
    answer = get("/page/state/EGY?by-id", {"Query-Id": "page-of-sudan-1"})
    assert answer.headers["Query-Id"] == "page-of-sudan-1"
    assert get("/queries/page-of-sudan-1", method="DELETE").status_code == 404


def test_every_answer_has_an_id_that_nobody_guesses(get: Get) -> None:
    ids = {get(path_of(f"ASK {{ ?s{n} ?p ?o }}")).headers["Query-Id"] for n in range(5)}
    assert len(ids) == 5
    assert all(len(item) == 32 for item in ids)
