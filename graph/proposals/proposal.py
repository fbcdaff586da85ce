"""A proposal as a model writes it, and why one is not taken."""

import json
from dataclasses import dataclass
from typing import Any, Final

from hiwar.errors import ProposerError

__all__ = ["Proposal", "Rejection", "parse_answer"]

_MOST: Final = 200
_TEXTS: Final = ("subject", "property", "object", "quote")


@dataclass(frozen=True, slots=True)
class Proposal:
    """One fact that a model proposes; what it says of status is not asked.

    Attributes:
        subject: The id of an entity of the prompt.
        object: The id of another, or a date.
        sentences: The numbers of the sentences that it cites.
        quote: Their words.
    """

    subject: str
    property: str
    object: str
    sentences: tuple[int, ...]
    quote: str

    def __str__(self) -> str:
        """Return it in one short line."""
        return f"{self.subject} {self.property} {self.object}"


@dataclass(frozen=True, order=True, slots=True)
class Rejection:
    """A proposal that was not taken, and why."""

    proposal: str
    reason: str


def parse_answer(answer: str) -> tuple[list[Proposal], tuple[Rejection, ...]]:
    r"""Return the proposals of an answer, and those that are none by their form.

    >>> parse_answer('{"proposals": [7]}')[1][0].reason
    'is no object'

    Raises:
        ProposerError: If the answer is no JSON, or has no list of proposals.
    """
    try:
        value = json.loads(_unfenced(answer))
    except (json.JSONDecodeError, RecursionError) as error:
        raise ProposerError(
            f"The model's answer is no JSON ({error}); it begins {answer[:40]!r}."
        ) from error
    items = value.get("proposals") if isinstance(value, dict) else None
    if not isinstance(items, list):
        raise ProposerError(
            'The model\'s answer has no list of "proposals"; it begins'
            f" {answer[:40]!r}."
        )
    proposals, rejections = [], []
    for item in items[:_MOST]:
        fault = _fault(item)
        if fault:
            rejections.append(Rejection(_shown(item), fault))
        else:
            texts = {key: item[key] for key in _TEXTS}
            cited = tuple(dict.fromkeys(item["sentences"]))
            proposals.append(Proposal(**texts, sentences=cited))
    if len(items) > _MOST:
        rest = f"{len(items) - _MOST:,} more proposals"
        rejections.append(Rejection(rest, f"only the first {_MOST} are looked at"))
    return proposals, tuple(rejections)


def _unfenced(answer: str) -> str:
    """Return an answer without the fence that models like to put around JSON."""
    text = answer.strip()
    if text.startswith("```") and text.endswith("```"):
        return text.removesuffix("```").partition("\n")[2]
    return text


def _fault(item: Any) -> str:
    """Return what keeps a value from being a proposal, empty where nothing does."""
    if not isinstance(item, dict):
        return "is no object"
    for key in _TEXTS:
        if not isinstance(item.get(key), str) or not item[key].strip():
            return f"has no text as {key}"
    cited = item.get("sentences")
    if not isinstance(cited, list) or not cited:
        return "cites no sentences"
    if not all(type(number) is int for number in cited):
        return "cites sentences that are no numbers"
    return ""


def _shown(item: Any) -> str:
    return json.dumps(item, ensure_ascii=False)[:120]
