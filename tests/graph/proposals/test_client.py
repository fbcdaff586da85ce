"""A server answers within its limit, or there is one error that says why not."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from hiwar.errors import ProposerError
from hiwar.graph.proposals.client import Server
from hiwar.graph.proposals.prompt import Prompt

PROMPT = Prompt("Say something.", '{"sentences": []}')


def server(model: Any, **limits: Any) -> Server:
    return Server(model.url, "blorp-1", **{"limit_s": 5.0, **limits})


def test_the_question_has_model_messages_and_no_chance(model: Any) -> None:
    model.answer = model.says("yes")
    assert server(model, key="zindle").ask(PROMPT) == "yes"
    (request,) = model.requests
    assert request["path"] == "/v1/chat/completions"
    assert request["model"] == "blorp-1"
    assert (request["temperature"], request["seed"]) == (0, 0)
    assert request["messages"] == PROMPT.messages
    assert model.headers[0]["Authorization"] == "Bearer zindle"


def test_the_key_is_in_no_text_of_the_server() -> None:
    assert "zindle" not in repr(Server("http://127.0.0.1", "m", "zindle"))


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_refusal_is_tried_again_and_not_for_ever(model: Any, status: int) -> None:
    model.answer = model.in_turn(model.says("", status), model.says("yes"))
    assert server(model).ask(PROMPT) == "yes"
    model.requests.clear()
    model.answer = model.says("", status)
    with pytest.raises(ProposerError, match=f"status {status}"):
        server(model, retries=2).ask(PROMPT)
    assert len(model.requests) == 3


@pytest.mark.parametrize("status", [301, 400, 401, 404])
def test_what_will_not_go_better_is_not_tried_again(model: Any, status: int) -> None:
    model.answer = model.says("", status)
    with pytest.raises(ProposerError, match=f"status {status}"):
        server(model, retries=3).ask(PROMPT)
    assert len(model.requests) == 1


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>",
        b"\xff\xfe",
        b"[]",
        b'"yes"',
        b'{"choices": []}',
        b'{"choices": [{"message": {}}]}',
        json.dumps({"choices": [{"message": {"content": None}}]}).encode(),
        json.dumps({"choices": [{"message": {"content": [1]}}]}).encode(),
        b"[" * 100_000,
    ],
)
def test_an_answer_of_another_protocol_is_refused(model: Any, body: bytes) -> None:
    model.answer = model.sends(body)
    with pytest.raises(ProposerError):
        server(model).ask(PROMPT)


def test_an_answer_beyond_the_limit_is_not_read_to_its_end(model: Any) -> None:
    model.answer = model.says("x" * 100_000)
    with pytest.raises(ProposerError, match="more than 5,000 bytes"):
        server(model, max_bytes=5_000).ask(PROMPT)


@pytest.mark.parametrize("way", ["never", "drips", "drips_body"])
def test_a_silent_or_slow_server_takes_no_longer_than_the_limit(
    model: Any, elapsed: Callable[[], float], way: str
) -> None:
    model.answer = getattr(model, way)
    with pytest.raises(ProposerError, match="gave no answer"):
        server(model, limit_s=0.6, retries=5).ask(PROMPT)
    assert elapsed() < 3


def test_a_server_that_is_not_there_is_named(model: Any) -> None:
    model.close()
    with pytest.raises(ProposerError, match=r"127\.0\.0\.1"):
        Server(model.url, "m", limit_s=2, retries=0).ask(PROMPT)


def test_a_name_that_no_server_has_is_an_error_and_no_crash() -> None:
    with pytest.raises(ProposerError):
        Server("http://no-such-host.invalid/v1", "m", limit_s=5, retries=0).ask(PROMPT)
    with pytest.raises(ProposerError):
        Server("http://127.0.0.1:99999/v1", "m", limit_s=2, retries=0).ask(PROMPT)
