"""Answers that are kept, so that a run can be done again without a server."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hiwar.errors import ProposerError
from hiwar.graph.proposals.prompt import Prompt
from hiwar.graph.proposals.proposal import parse_answer

__all__ = ["cached"]


def cached(
    ask: Callable[[Prompt], str], folder: Path, model: str
) -> Callable[[Prompt], str]:
    """Return a way to ask that looks into a folder first, and keeps what it is told.

    An answer is kept under the hash of model and prompt, the document's text being
    part of the prompt, and only where it is a list of proposals.
    """

    def look_first(prompt: Prompt) -> str:
        name = hashlib.sha256(json.dumps([model, prompt.sha256]).encode()).hexdigest()
        path = folder / f"{name}.json"
        kept = _kept(path, model, prompt)
        if kept is not None:
            return kept
        answer = ask(prompt)
        parse_answer(answer)
        _keep(path, {"model": model, "prompt": prompt.sha256, "answer": answer})
        return answer

    return look_first


def _kept(path: Path, model: str, prompt: Prompt) -> str | None:
    """Return the answer that a file holds, nothing where it is not this one's."""
    try:
        held: Any = json.loads(path.read_text("utf-8"))
        if (held["model"], held["prompt"]) != (model, prompt.sha256):
            return None
        answer = str(held["answer"])
        parse_answer(answer)
    except (OSError, ValueError, LookupError, TypeError, ProposerError):
        return None
    return answer


def _keep(path: Path, value: dict[str, str]) -> None:
    """Write a file that is whole or not there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_suffix(".new")
    new.write_text(json.dumps(value, ensure_ascii=False), "utf-8")
    new.replace(path)
