"""An explanation as lines for a terminal."""

import textwrap
from collections.abc import Callable, Iterator
from itertools import groupby

from hiwar.graph.explanation.account import (
    Explained,
    Explanation,
    Fact,
    Finding,
    Named,
    shown,
)

__all__ = ["Paint", "write_lines"]

Paint = Callable[[str, str], str]
"""Takes a text and what it is, "refused" for example, and gives it painted."""

_LABEL = 12
_QUIET = 70


def _plain(text: str, kind: str) -> str:
    return text


def write_lines(
    explanation: Explanation, paint: Paint = _plain, width: int = 100
) -> str:
    """Return an explanation as text, its lines at most so wide where words allow it."""
    page = _Page(explanation, paint, max(width, 60))
    return "\n".join(page.lines()) + "\n"


class _Page:
    """The lines of one document."""

    def __init__(self, explanation: Explanation, paint: Paint, width: int) -> None:
        self._explanation = explanation
        self._paint = paint
        self._width = width
        self._number = len(str(len(explanation.sentences))) + 1
        self._left = self._number + 2 + _LABEL

    def lines(self) -> Iterator[str]:
        """Yield a heading, then each sentence."""
        source, counts = self._explanation.source, self._explanation.counts
        told = ", ".join(f"{number} {what}" for what, number in counts.items())
        yield self._paint(shown(source.name), "heading")
        yield from textwrap.wrap(f"language {source.language}; {told}", self._width)
        for sentence in self._explanation.sentences:
            if not sentence.is_quiet:
                yield ""
            yield from self._sentence(sentence)

    def _sentence(self, item: Explained) -> Iterator[str]:
        text = shown(self._explanation.source.text[item.start : item.end])
        number = f"{item.number + 1:>{self._number}}  "
        label = "spoken" if item.is_spoken else item.block
        if item.is_quiet:
            short = textwrap.shorten(text, _QUIET, placeholder=" …") or text[:_QUIET]
            yield self._paint(f"{number}{label:<{_LABEL}}{short}", "quiet")
            return
        first = self._paint(number, "number") + f"{label:<{_LABEL}}"
        yield from self._wrapped(first, text, "sentence", hang=0)
        if item.named:
            named = " · ".join(self._named(mention) for mention in item.named)
            yield from self._wrapped(self._label("names"), named, "names")
        for finding in item.findings:
            yield from self._finding(finding)
        yield from self._facts(item.facts, self._label("facts"), with_rule=True)
        for refusal in item.refusals:
            why = f"{refusal.rule}: {shown(refusal.reason)}"
            yield from self._wrapped(self._label("refused"), why, "refused")

    def _finding(self, item: Finding) -> Iterator[str]:
        status = item.status + (f" by {shown(item.cue)!r}" if item.cue else "")
        head = f"{item.rule} fills {item.frame}, {status}"
        if item.about and item.about_first is not None:
            head += f"; of {item.about!r} ({_sentence(item.about_first)})"
        yield from self._wrapped(self._label("rule"), head, "rule")
        quote = shown(self._explanation.source.text[item.start : item.end])
        yield from self._wrapped(self._label(""), f"matches {quote!r}", "names")
        yield from self._facts(item.facts, self._label(""), with_rule=False)
        for why in item.refusals:
            refused = f"✗ refused: {shown(why)}"
            yield from self._wrapped(self._label(""), refused, "refused")
        if item.outcome:
            yield from self._wrapped(self._label(""), f"· {item.outcome}", "quiet")

    def _facts(
        self, facts: tuple[Fact, ...], label: str, *, with_rule: bool
    ) -> Iterator[str]:
        """Yield facts below the things that they are about."""
        for subject, about in groupby(facts, key=lambda fact: fact.subject):
            yield from self._wrapped(label, subject, "subject")
            label = self._label("")
            for fact in about:
                told = [*fact.notes, *([fact.rule] if with_rule else [])]
                told += [f"with {_sentence(*fact.others)}"] if fact.others else []
                note = f"  [{', '.join(told)}]" if told else ""
                text = f"→ {fact.predicate} {fact.object}{note}"
                kind = "true" if fact.is_true else "untrue"
                yield from self._wrapped(label + "  ", text, kind)

    def _named(self, item: Named) -> str:
        text = shown(self._explanation.source.text[item.start : item.end])
        told = f"{item.slot} {text!r}"
        if item.means:
            told += f" = {item.means}"
        if item.first is not None:
            told += f" ({_sentence(item.first)})"
        return told + (f" = no {item.slot} found" if item.is_open else "")

    def _label(self, label: str) -> str:
        return " " * (self._number + 2) + f"{label:<{_LABEL}}"

    def _wrapped(
        self, label: str, text: str, kind: str, hang: int = 4
    ) -> Iterator[str]:
        """Yield a text in lines behind a label, all but the first hanging."""
        pieces = textwrap.wrap(
            text,
            max(self._width - self._left - hang, 30),
            break_long_words=False,
            break_on_hyphens=False,
        )
        for number, piece in enumerate(pieces or [""]):
            before = label if number == 0 else " " * (self._left + hang)
            yield before + self._paint(piece, kind)


def _sentence(*indexes: int) -> str:
    """Return sentences by number, as people count them."""
    numbers = ", ".join(str(index + 1) for index in sorted(indexes))
    return f"sentence{'s' if len(indexes) > 1 else ''} {numbers}"
