"""The gathering: a reading and its trace become an account of each sentence."""

from collections.abc import Iterable
from dataclasses import replace

from rdflib import URIRef

from hiwar.graph.explanation.account import (
    Explained,
    Explanation,
    Fact,
    Finding,
    Named,
    shown,
)
from hiwar.graph.frames.trace import Attempt, Trace
from hiwar.graph.mentions import Annotated
from hiwar.graph.mentions.mention import Mention, fold
from hiwar.graph.model import Reading, Refusal, Statement, Term, Thing
from hiwar.graph.namespaces import HIWAR, RDF, RDFS, SKOS
from hiwar.graph.record.projection import Projection

__all__ = ["explain"]

_NAMING = frozenset({RDF.type, RDFS.label, SKOS.altLabel, HIWAR.mentions})
_RELATIONS = frozenset(
    {"Participation", "Chairmanship", "Membership", "PostHolding", "Adoption"}
)
_LONGEST_NAME = 90


def explain(reading: Reading, trace: Trace) -> Explanation:
    """Return what was made of each sentence of a document.

    Args:
        reading: The reading.
        trace: The trace that was given to the same reading.
    """
    account = _Account(reading, trace)
    return Explanation(
        reading.source, tuple(account.sentence(item) for item in trace.sentences)
    )


class _Account:
    """What is looked up for each sentence."""

    def __init__(self, reading: Reading, trace: Trace) -> None:
        self._trace = trace
        self._view = Projection(reading.statements)
        self._first: dict[Thing, int] = {}
        self._made: dict[int, list[Statement]] = {}
        self._refused: dict[int, list[Refusal]] = {}
        self._attempts: dict[int, list[Attempt]] = {}
        self._described: dict[Thing, Statement] = {}
        for item in reading.statements:
            self._made.setdefault(item.sentences[0], []).append(item)
            if item.describes:
                self._described.setdefault(item.describes, item)
        for refusal in reading.refusals:
            self._refused.setdefault(refusal.sentence, []).append(refusal)
        for attempt in trace.attempts:
            self._attempts.setdefault(attempt.sentence, []).append(attempt)
        for (sentence, _), thing in trace.meant.items():
            self._first.setdefault(thing, sentence)

    def sentence(self, item: Annotated) -> Explained:
        """Return a sentence with all that was made of it."""
        made = [
            (statement, self._fact(statement))
            for statement in self._made.get(item.index, ())
            if statement.predicate not in _NAMING and not _is_plain_role(statement)
        ]
        refused = self._refused.get(item.index, [])
        findings: list[Finding] = []
        for attempt in self._attempts.get(item.index, ()):
            known = {finding.rule for finding in findings}
            fresh = attempt.rule.name not in known
            findings.append(
                self._finding(
                    attempt,
                    [f for _, f in made if f.rule == attempt.rule.name and fresh],
                    [r for r in refused if r.rule == attempt.rule.name and fresh],
                )
            )
        told = {finding.rule for finding in findings}
        return Explained(
            item.index,
            item.sentence.start,
            item.sentence.end,
            item.block.kind.value,
            item.is_spoken,
            tuple(self._named(item, mention) for mention in item.mentions),
            tuple(findings),
            tuple(f for _, f in made if f.rule not in told),
            tuple(r for r in refused if r.rule not in told),
        )

    def _finding(
        self, attempt: Attempt, facts: list[Fact], refused: list[Refusal]
    ) -> Finding:
        about = attempt.about
        first = self._first.get(about) if about else None
        return Finding(
            attempt.rule.name,
            attempt.rule.frame,
            attempt.start,
            attempt.end,
            attempt.status.value,
            attempt.cue,
            self._name(about) if about else "",
            None if first == attempt.sentence or self._is_said(attempt) else first,
            tuple(facts),
            tuple(item.reason for item in refused),
            "" if facts or refused else self._outcome(attempt),
        )

    def _is_said(self, attempt: Attempt) -> bool:
        """Whether the sentence itself names the meeting that a match is about."""
        return any(
            sentence == attempt.sentence and thing == attempt.about
            for (sentence, _), thing in self._trace.meant.items()
        )

    def _outcome(self, attempt: Attempt) -> str:
        """Return what came of a match that neither made a fact nor was refused."""
        if not attempt.is_filled:
            return "adds nothing: stated before, or its frame lacks something"
        elsewhere = {
            number
            for number, statements in self._made.items()
            for item in statements
            if item.rule == attempt.rule.name and attempt.sentence in item.sentences
        }
        if elsewhere:
            return f"its facts stand in {_numbers(elsewhere)}"
        return "adds its sentence to what another rule states"

    def _named(self, item: Annotated, mention: Mention) -> Named:
        thing = self._trace.thing_of(item.index, mention)
        start = item.view.canonical(mention.start)
        end = item.view.canonical(mention.end - 1) + 1
        named = Named(start, end, mention.slot)
        if thing is None:
            refers_back = mention.slot in ("meeting", "document")
            return replace(named, is_open=refers_back and "generic" in mention.details)
        name = self._name(thing)
        same = fold(shown(self._view.name(thing))) in fold(shown(mention.text))
        first = self._first.get(thing, item.index)
        return replace(
            named,
            means="" if same else name,
            first=None if first == item.index or same else first,
        )

    def _fact(self, item: Statement) -> Fact:
        """Return a statement in words; a wording is what its thing is called by."""
        is_wording = item.predicate == HIWAR.wording
        return Fact(
            self._name(item.subject),
            "is a" if is_wording else self._value(item.predicate),
            item.subject.kind if is_wording else self._value(item.object),
            item.status.value,
            item.basis.value,
            item.rule,
            item.sentences[1:],
        )

    def _value(self, value: Term) -> str:
        """Return a value in words; a concept by its notation."""
        if isinstance(value, Thing):
            return self._name(value)
        if isinstance(value, URIRef):
            return value.rsplit("#", 1)[-1].rsplit("/", 1)[-1]
        return _short(str(value))

    def _name(self, thing: Thing) -> str:
        """Return a short name; that of a relation is the fact that it describes."""
        described = self._described.get(thing)
        if described and thing.kind in _RELATIONS:
            fact = self._fact(described)
            return f"({fact.subject} {fact.predicate} {fact.object})"
        if thing.kind == "SourceDocument":
            return "this document"
        return _short(self._view.name(thing))


def _is_plain_role(item: Statement) -> bool:
    """Whether a statement only says that a participant took part."""
    is_role = item.predicate == HIWAR.participationRole
    return is_role and str(item.object).endswith("/participant")


def _short(text: str) -> str:
    """Return a text in one line, cut where it is long."""
    text = shown(text)
    return text if len(text) <= _LONGEST_NAME else f"{text[: _LONGEST_NAME - 1]}…"


def _numbers(sentences: Iterable[int]) -> str:
    """Return sentence numbers as people count them."""
    numbers = sorted(number + 1 for number in sentences)
    joined = ", ".join(map(str, numbers))
    return f"sentence {joined}" if len(numbers) == 1 else f"sentences {joined}"
