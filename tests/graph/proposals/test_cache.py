"""Answers are kept, and serve again where they are good."""

import json
from pathlib import Path

import pytest

from hiwar.errors import ProposerError
from hiwar.graph.proposals import propose
from hiwar.graph.proposals.cache import cached
from hiwar.graph.proposals.prompt import Prompt
from hiwar.graph.text.source import source_from_text
from tests.graph.proposals.asked import (
    SOURCE,
    TEXT,
    proposal,
)


def test_an_answer_is_kept_and_serves_without_a_server(tmp_path: Path) -> None:
    asked = []

    def ask(prompt: Prompt) -> str:
        asked.append(prompt)
        return json.dumps({"proposals": [proposal()]})

    def fail(_: Prompt) -> str:
        raise ProposerError("No server.")

    first = propose(SOURCE, cached(ask, tmp_path, "blorp"), "blorp")
    again = propose(SOURCE, cached(fail, tmp_path, "blorp"), "blorp")
    assert again == first
    assert len(asked) == 1
    with pytest.raises(ProposerError):
        propose(SOURCE, cached(fail, tmp_path, "other"), "other")
    other = source_from_text(TEXT.replace("Mali", "Niger"), "talks.txt")
    with pytest.raises(ProposerError):
        propose(other, cached(fail, tmp_path, "blorp"), "blorp")


def test_a_bad_answer_is_not_kept_and_a_damaged_file_is_asked_again(
    tmp_path: Path,
) -> None:
    with pytest.raises(ProposerError):
        propose(SOURCE, cached(lambda _: "no", tmp_path, "blorp"), "blorp")
    assert list(tmp_path.iterdir()) == []
    good = cached(lambda _: '{"proposals": []}', tmp_path, "blorp")
    propose(SOURCE, good, "blorp")
    (path,) = tmp_path.iterdir()
    for damage in ("", "{", "[]", '{"model": "blorp"}', path.read_text() + "x"):
        path.write_text(damage)
        assert propose(SOURCE, good, "blorp").rejections == ()
    assert json.loads(path.read_text())["model"] == "blorp"
