"""What a model is asked: the same words for the same document, whoever asks."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from typing import Any

from hiwar.graph.model import Reading
from hiwar.graph.proposals.entities import Entity
from hiwar.graph.proposals.properties import properties

__all__ = ["Prompt", "prompt_for"]


@dataclass(frozen=True)
class Prompt:
    """What is sent: how to answer, and the document as JSON."""

    instructions: str
    document: str

    @cached_property
    def sha256(self) -> str:
        """The hash of both, which names the answer in the cache."""
        text = json.dumps([self.instructions, self.document])
        return hashlib.sha256(text.encode()).hexdigest()

    @property
    def messages(self) -> list[dict[str, str]]:
        """The messages of a chat."""
        return [
            {"role": "system", "content": self.instructions},
            {"role": "user", "content": self.document},
        ]


def prompt_for(reading: Reading, entities: Iterable[Entity]) -> Prompt:
    """Return what is asked of a document."""
    sentences = [
        {"number": item.index, "text": " ".join(reading.quote(item.index).split())}
        for item in reading.sentences
    ]
    listed = [
        {"id": item.id, "kind": item.thing.kind, "name": item.names[0]}
        for item in entities
    ]
    allowed: list[dict[str, Any]] = [
        {"name": item.name, "from": sorted(item.subjects), "to": sorted(item.objects)}
        for item in properties()
    ]
    document = {"sentences": sentences, "entities": listed, "properties": allowed}
    instructions = files(__package__).joinpath("prompt.txt").read_text("utf-8")
    return Prompt(instructions, json.dumps(document, ensure_ascii=False))
