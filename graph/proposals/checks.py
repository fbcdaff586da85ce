"""The checks: none of them is fuzzy, and none of them believes the model.

A proposal must cite sentences of the document, quote them exactly, name in its quote
what it speaks of, and fit domain and range; its status is what our gate makes of it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from rdflib import Literal, URIRef

from hiwar.graph.frames.status import judge
from hiwar.graph.mentions import Annotated, Annotation
from hiwar.graph.mentions.date import find_dates
from hiwar.graph.mentions.mention import fold
from hiwar.graph.model import Basis, Reading, Statement, Status, Term
from hiwar.graph.namespaces import HIWAR
from hiwar.graph.proposals.entities import Entity
from hiwar.graph.proposals.properties import DATE, Property, properties
from hiwar.graph.proposals.proposal import Proposal, Rejection
from hiwar.graph.rules import Rule
from hiwar.graph.text.layout import BlockKind

__all__ = ["RULE", "Checker", "Checks"]

RULE: Final = "proposed"
_WHOLE: Final = re.compile(r".*", re.DOTALL)
_AS_TOLD: Final = Rule(RULE, "", _WHOLE, fires="", spares="")
_MARKS: Final = str.maketrans("“”„«»‘’ʼ‑–—", '"""""\'\'\'---')


@dataclass(frozen=True, slots=True)
class Checks:
    """What came of some proposals.

    Attributes:
        statements: What passed and no rule of ours states.
        known: What passed and our rules state already.
        rejections: What did not pass, and why.
    """

    statements: tuple[Statement, ...]
    known: tuple[Statement, ...]
    rejections: tuple[Rejection, ...]


class _RejectedError(Exception):
    """Why a proposal is not taken."""


class Checker:
    """The checks of one document's proposals."""

    def __init__(
        self, reading: Reading, annotation: Annotation, entities: Iterable[Entity]
    ) -> None:
        self._annotation = annotation
        self._entities = {item.id: item for item in entities}
        self._properties = {item.name: item for item in properties()}
        self._known = {
            (item.subject, item.predicate, item.object, item.status)
            for item in reading.statements
        }

    def check(self, proposals: Iterable[Proposal]) -> Checks:
        """Return what passes; what is proposed twice counts once."""
        passed: dict[tuple[object, ...], Statement] = {}
        rejections = []
        for proposal in proposals:
            try:
                item = self._statement(proposal)
            except _RejectedError as error:
                rejections.append(Rejection(str(proposal), str(error)))
                continue
            key = (item.subject, item.predicate, item.object, item.status)
            before = passed.get(key)
            if before:
                cited = sorted({*before.sentences, *item.sentences})
                item = replace(before, sentences=tuple(cited))
            passed[key] = item
        return Checks(
            tuple(item for key, item in passed.items() if key not in self._known),
            tuple(item for key, item in passed.items() if key in self._known),
            tuple(rejections),
        )

    def _statement(self, proposal: Proposal) -> Statement:
        """Return the statement that a proposal makes, or raise why it makes none."""
        allowed = self._properties.get(proposal.property)
        if allowed is None:
            raise _RejectedError("has a property that may not be proposed")
        if proposal.subject == proposal.object:
            raise _RejectedError("relates a thing to itself")
        subject = self._entity(proposal.subject)
        status = self._status(proposal, self._cited(proposal))
        if not _names(proposal.quote, subject):
            raise _RejectedError("its quote does not name the subject")
        if subject.thing.kind not in allowed.subjects:
            raise _RejectedError(
                f"{allowed.name} does not lead from its subject's class"
            )
        value, name = self._value(proposal, allowed)
        return Statement(
            subject.thing,
            URIRef(HIWAR[allowed.name]),
            value,
            status,
            Basis.EXPLICIT,
            RULE,
            tuple(sorted(proposal.sentences)),
            mentioned_as=name,
        )

    def _entity(self, given: str) -> Entity:
        if given not in self._entities:
            raise _RejectedError(f"{given!r} is no entity of the list")
        return self._entities[given]

    def _cited(self, proposal: Proposal) -> list[Annotated]:
        """Return the sentences that are cited."""
        sentences = self._annotation.sentences
        if not all(0 <= number < len(sentences) for number in proposal.sentences):
            raise _RejectedError("cites a sentence that is not there")
        cited = [sentences[number] for number in sorted(proposal.sentences)]
        if any(item.block.kind is BlockKind.FURNITURE for item in cited):
            raise _RejectedError("cites a line of the page, not of the text")
        return cited

    def _value(self, proposal: Proposal, allowed: Property) -> tuple[Term, str]:
        """Return the object of a proposal, and its name in the quote."""
        if allowed.objects == {DATE}:
            rules = self._annotation.layout.rules
            dates = {date.edtf for _, _, date in find_dates(proposal.quote, rules)}
            if proposal.object not in dates:
                raise _RejectedError("its quote does not give that date")
            return Literal(proposal.object), ""
        entity = self._entity(proposal.object)
        name = _names(proposal.quote, entity)
        if not name:
            raise _RejectedError("its quote does not name the object")
        if entity.thing.kind not in allowed.objects:
            raise _RejectedError(f"{allowed.name} does not lead to its object's class")
        return entity.thing, name

    def _status(self, proposal: Proposal, cited: list[Annotated]) -> Status:
        """Return the status that the gate gives to the words quoted.

        Where they stand more than once, or in several sentences, what is least
        settled counts.
        """
        texts = [_plain(item.view.text) for item in cited]
        quote, joined = _plain(proposal.quote), " ".join(texts)
        found = re.finditer(rf"(?={re.escape(quote)})", joined)
        places = [match.start() for match in found] if quote else []
        if not places:
            raise _RejectedError("its quote does not stand in the sentences it cites")
        statuses = []
        for place in places:
            start = 0
            for item, text in zip(cited, texts, strict=True):
                first = max(place - start, 0)
                last = min(place + len(quote) - start, len(text))
                if first < last:
                    statuses.append(self._judge(item, first, last))
                start += len(text) + 1
        return next((s for s in statuses if not s.is_true), Status.REPORTED)

    def _judge(self, item: Annotated, first: int, last: int) -> Status:
        """Return the status of a span of a sentence's view."""
        rendered = item.rendered
        within = [
            index
            for index, start in enumerate(rendered.starts)
            if start < last and first < rendered.ends[index]
        ]
        if not within:
            return Status.ATTRIBUTED
        match = _WHOLE.match(rendered.text, within[0], within[-1] + 1)
        if match is None:
            return Status.ATTRIBUTED
        return judge(item, match, _AS_TOLD, self._annotation.layout.rules)[0]


def _plain(text: str) -> str:
    """Return a text with single spaces and plain quotation marks, of that length."""
    return " ".join(text.split()).translate(_MARKS)


def _names(quote: str, entity: Entity) -> str:
    """Return the first name of an entity that a quote has as words, if it has one."""
    folded = fold(_plain(quote))
    for name in entity.names:
        words = re.escape(fold(_plain(name)))
        if words and re.search(rf"(?<!\w){words}(?!\w)", folded):
            return name
    return ""
