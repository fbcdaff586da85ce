"""What an operator relies on: health, counts, the log, and a quiet end."""

import json
import os
import signal
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from prometheus_client import CollectorRegistry
from prometheus_client.parser import text_string_to_metric_families
from werkzeug import Response
from werkzeug.test import EnvironBuilder

from hiwar.server.observer import Observer
from hiwar.settings import Settings
from tests.server.asking import path_of

Get = Callable[..., Response]
Start = Callable[[Settings], tuple[str, int]]


def counts(get: Get) -> dict[str, float]:
    """The samples of /metrics by name and labels."""
    text = get("/metrics").get_data(as_text=True)
    return {
        f"{sample.name}{sorted(sample.labels.values())}": sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


@pytest.mark.parametrize("path", ["/health", "/health/live", "/health/ready"])
def test_a_server_that_can_answer_says_so(get: Get, path: str) -> None:
    answer = get(path)
    said = json.loads(answer.data)
    assert (answer.status_code, said["live"], said["ready"]) == (200, True, True)
    assert answer.headers["Cache-Control"] == "no-store"


def test_no_other_part_of_health_is_there(get: Get) -> None:
    assert get("/health/none").status_code == 404


@pytest.mark.clock
def test_requests_are_counted_by_route_and_status(get: Get) -> None:
    query = path_of("ASK { ?counted ?p ?o }")
    before = counts(get)
    get(query)
    get(query)
    get("/nothing-here")
    expected = {
        "hiwar_requests_total['/sparql', '200', 'GET']": 1,
        "hiwar_requests_total['200', 'GET', 'repeat']": 1,
        "hiwar_requests_total['404', 'GET', 'none']": 1,
        "hiwar_repeats_total[]": 1,
    }
    until = time.monotonic() + 5  # a request is counted once its answer is sent
    rise: dict[str, float] = {}
    while rise != expected:
        assert time.monotonic() < until, rise
        after = counts(get)
        rise = {name: after.get(name, 0) - before.get(name, 0) for name in expected}
    assert after["hiwar_workers['idle']"] >= 1
    assert any(name.startswith("hiwar_release['2026-") for name in after)


def test_no_client_can_swell_the_counts_with_names_of_its_own(get: Get) -> None:
    get("/sparql", method="POST", body=b"x")
    before = len(counts(get))
    for number in range(5):
        get(f"/page/state/X{number}")
        get("/", method=f"ODD{number}")
    assert len(counts(get)) - before <= 20 * 2


@pytest.mark.clock
def test_the_log_has_a_line_for_each_request_and_no_address(
    tmp_path: Path,
    settings: Settings,
    start: Start,
    make_client: Callable[[str], Get],
) -> None:
    log = tmp_path / "requests.jsonl"
    address, _ = start(replace(settings, request_log=str(log)))
    get = make_client(address)
    mine = {"X-Request-Id": "my-own-request-1", "User-Agent": "Teller/1.0"}
    answer = get(path_of("ASK { ?logged ?p ?o }"), mine)
    assert answer.headers["X-Request-Id"] == "my-own-request-1"
    forged = get("/", {"X-Request-Id": 'forged"} line'})
    assert len(forged.headers["X-Request-Id"]) == 32
    others = [forged, get(path_of("SELEC")), get("/a%0Aforged%C2%85line")]
    until = time.monotonic() + 5
    while (text := log.read_text("utf-8")).count("\n") < 4:
        assert time.monotonic() < until, "a line is written soon after the answer"
    lines = {line["id"]: line for line in map(json.loads, text.splitlines())}
    for other, status in zip(others, [200, 400, 404], strict=True):
        assert lines[other.headers["X-Request-Id"]]["status"] == status
    first = lines["my-own-request-1"]
    assert first["status"] == 200
    assert first["query"] == "ASK { ?logged ?p ?o }"
    assert first["version"] == answer.headers["Dataset-Version"]
    assert first["bytes"] == len(answer.data)
    assert first["whole"] is True
    assert "127.0.0.1" not in text
    assert "Teller" not in text


def test_a_log_that_nobody_reads_holds_up_nobody(
    tmp_path: Path,
    settings: Settings,
    start: Start,
    make_client: Callable[[str], Get],
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    address, pid = start(replace(settings, request_log=str(pipe)))
    get = make_client(address)
    comment = "#" + "x" * 2500
    for number in range(100):
        answer = get(path_of(f"ASK {{ ?log{number} ?p ?o }} {comment}"))
        assert answer.status_code == 200
    assert "hiwar_log_lines_lost_total[]" in counts(get)
    os.set_blocking(reader, True)
    text = b""
    while text.count(b"\n") < 100:
        text += os.read(reader, 1 << 16)
    os.kill(pid, signal.SIGTERM)
    while block := os.read(reader, 1 << 16):
        text += block
    os.close(reader)
    lines = [json.loads(line) for line in text.splitlines()]
    assert sum(line["path"] == "/sparql" for line in lines) == 100


@pytest.mark.clock
def test_lines_that_cannot_be_written_are_counted(
    settings: Settings, start: Start, make_client: Callable[[str], Get]
) -> None:
    address, _ = start(replace(settings, request_log="/dev/full"))
    get = make_client(address)
    get("/health/live")
    until = time.monotonic() + 5
    while counts(get)["hiwar_log_lines_lost_total[]"] < 1:
        assert time.monotonic() < until


@pytest.mark.clock
def test_a_server_that_is_told_to_stop_ends_what_it_has_begun(
    settings: Settings, start: Start, make_client: Callable[[str], Get]
) -> None:
    address, pid = start(replace(settings, query_deadline_s=6.0))
    get = make_client(address)
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?b ?f FILTER(?c < ?f) }"
    answers: list[Response] = []
    thread = threading.Thread(
        target=lambda: answers.append(get(path_of(slow + " LIMIT 1")))
    )
    thread.start()
    until = time.monotonic() + 10
    while counts(get)["hiwar_workers['busy']"] < 1:
        assert time.monotonic() < until, "the query has not begun"
    os.kill(pid, signal.SIGTERM)
    thread.join(15)
    assert not thread.is_alive()
    assert answers[0].status_code in (200, 503)
    assert answers[0].headers["Content-Type"]
    os.waitpid(pid, 0)
    with pytest.raises(ConnectionError):
        get("/health/live")


@pytest.mark.parametrize("blocks", [0, 1, 2])
def test_an_answer_is_closed_and_noted_however_much_of_it_is_read(
    tmp_path: Path, blocks: int
) -> None:
    closed: list[bool] = []

    class Answer(list[bytes]):
        def close(self) -> None:
            closed.append(True)

    def application(_environ: object, start: Callable[..., object]) -> Answer:
        start("200 OK", [])
        return Answer([b"ab", b"cd"])

    log = tmp_path / "log"
    observer = Observer(application, CollectorRegistry(), str(log))
    environ = EnvironBuilder(path="/x").get_environ()
    answer = observer(environ, lambda *_: lambda _: None)
    reading = iter(answer)
    for _ in range(blocks):
        next(reading)
    answer.close()  # type: ignore[attr-defined]
    assert closed == [True]
    observer.close()
    (line,) = log.read_text().splitlines()
    assert (json.loads(line)["bytes"], json.loads(line)["whole"]) == (2 * blocks, False)
