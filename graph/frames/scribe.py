"""The scribe: collects the statements of one document, each once."""

from collections import Counter
from dataclasses import replace
from functools import cached_property

from rdflib import Literal, URIRef

from hiwar.graph.frames import field
from hiwar.graph.mentions import Annotated, Annotation
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.model import Basis, Refusal, Statement, Status, Term, Thing
from hiwar.graph.namespaces import HIWAR, RDF, RDFS, SKOS
from hiwar.graph.text.layout import BlockKind

__all__ = ["Scribe"]


_Key = tuple[Thing, URIRef, Term, Status, Thing | None]
"""What makes a statement this one: all but its rule and its sentences."""


class Scribe:
    """Writes down statements, refusals and names while a document is read."""

    def __init__(self, annotation: Annotation) -> None:
        self.annotation = annotation
        self.rules = annotation.layout.rules
        self.language = annotation.layout.source.language
        self.refusals: list[Refusal] = []
        self._statements: dict[_Key, Statement] = {}
        self._labels: dict[Thing, Literal] = {}
        self._spoken_of: set[Thing] = set()
        self._told_of: set[Thing] = set()
        self._properties: set[tuple[Thing, URIRef]] = set()

    @cached_property
    def is_of_our_field(self) -> bool:
        """Whether the document as a whole is about migration."""
        return field.is_of_our_field(self.annotation)

    @cached_property
    def is_of_another_field(self) -> bool:
        """Whether the document has words of another field, and none of migration."""
        return field.is_of_another_field(self.annotation)

    def state(
        self,
        subject: Thing,
        predicate: URIRef,
        value: Term,
        rule: str,
        sentences: tuple[int, ...],
        *,
        status: Status = Status.REPORTED,
        basis: Basis = Basis.EXPLICIT,
        describes: Thing | None = None,
        mentioned_as: str = "",
    ) -> None:
        """Write a statement down; what was stated before gains the sentences."""
        key = (subject, predicate, value, status, describes)
        self._properties.add((subject, predicate))
        self._note(subject, value, status)
        known = self._statements.get(key)
        if known is None:
            self._statements[key] = Statement(
                subject,
                predicate,
                value,
                status,
                basis,
                rule,
                tuple(dict.fromkeys(sentences)),
                describes,
                mentioned_as,
            )
        else:
            merged = tuple(dict.fromkeys(known.sentences + sentences))
            explicit = Basis.EXPLICIT in (basis, known.basis)
            self._statements[key] = replace(
                known,
                sentences=merged,
                basis=Basis.EXPLICIT if explicit else Basis.INFERRED,
                mentioned_as=known.mentioned_as or mentioned_as,
            )

    def _note(self, subject: Thing, value: Term, status: Status) -> None:
        """Note of which things something is stated, and of which something true."""
        things = {subject, value} if isinstance(value, Thing) else {subject}
        self._spoken_of |= things
        if status.is_true:
            self._told_of |= things

    def refuse(self, rule: str, reason: str, sentence: int) -> None:
        """Note what was not made a statement, and why."""
        refusal = Refusal(rule, reason, sentence)
        if refusal not in self.refusals:
            self.refusals.append(refusal)

    def name(
        self, thing: Thing, text: str, rule: str, sentences: tuple[int, ...]
    ) -> None:
        """State a thing's class and its name; a second name is an altLabel."""
        if thing.iri:
            return
        self.state(thing, RDF.type, HIWAR[thing.kind], rule, sentences)
        label = Literal(text, lang=self.language)
        first = self._labels.setdefault(thing, label) == label
        self.state(
            thing, RDFS.label if first else SKOS.altLabel, label, rule, sentences
        )

    def mention(self, source: Thing, item: Mention, sentence: int) -> None:
        """State that the document names a thing."""
        if item.thing:
            self.state(
                source,
                HIWAR.mentions,
                item.thing,
                "mention",
                (sentence,),
                mentioned_as=item.text,
            )

    def has(self, thing: Thing, predicate: URIRef) -> bool:
        """Whether a property of a thing has been stated."""
        return (thing, predicate) in self._properties

    def speaks_of(self, thing: Thing) -> bool:
        """Whether anything has been stated of a thing."""
        return thing in self._spoken_of

    def tells_of(self, thing: Thing) -> bool:
        """Whether anything true has been stated of a thing."""
        return thing in self._told_of

    def __len__(self) -> int:
        return len(self._statements)

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements so far, in the order of the text that states them."""
        return tuple(self._statements.values())

    def main_process(self) -> Thing | None:
        """Return the process that the document names most, the earlier one in a tie."""
        counts = self._process_counts()
        return counts.most_common(1)[0][0] if counts else None

    def only_process(self) -> bool:
        """Whether the document names one process and no other."""
        return len(self._process_counts()) == 1

    def speaks_often_of(self, process: Thing) -> bool:
        """Whether the document names a process more than once."""
        return self._process_counts()[process] > 1

    def bilateral(self) -> list[Thing]:
        """Return the processes that a text names by their two parties."""
        return [
            mention.thing
            for item in self.annotation.sentences
            for mention in _with_parts(item)
            if mention.slot == "process" and mention.thing and len(mention.parts) == 2
        ]

    def sentence_naming(self, process: Thing) -> int:
        """Return the first sentence that names a process."""
        return next(
            item.index
            for item in self.annotation.sentences
            if any(mention.thing == process for mention in _with_parts(item))
        )

    def _process_counts(self) -> Counter[Thing]:
        """Return how often each process is named, but not as a document's subject.

        Nor where it only stands beside: "held back to back with the X Process".
        """
        return Counter(
            mention.thing
            for item in self.annotation.sentences
            for mention in _with_parts(item, subjects=False)
            if mention.slot == "process"
            and mention.thing
            and not self._is_beside(item, mention)
        )

    def _is_beside(self, item: Annotated, mention: Mention) -> bool:
        """Whether a process is named only for what something stood beside."""
        cue = self.rules.cues.get("beside_process")
        if cue is None or mention not in item.mentions:
            return False
        place = item.rendered.place_of(mention)
        return cue.search(item.rendered.text, 0, place) is not None

    def items_below(self, lead: Annotated) -> list[Annotated]:
        """Return the first sentences of the list items that follow a lead-in."""
        items: list[Annotated] = []
        blocks = self.annotation.layout.blocks
        label = self.rules.cues.get("item_label")
        for block in blocks[lead.block.index + 1 :]:
            if block.first == block.last:
                continue
            item = self.annotation.sentences[block.first]
            labelled = label is not None and label.match(item.view.text)
            is_item = block.kind is BlockKind.ITEM or labelled
            if not is_item or block.is_numbered_behind(lead.block):
                break
            items.append(item)
        return items


def _with_parts(item: Annotated, *, subjects: bool = True) -> list[Mention]:
    """Return the mentions of a sentence and those inside them.

    A document may be named for what it is about, "a Declaration on a Partnership";
    without ``subjects``, only what its name begins with is returned.
    """
    found: list[Mention] = []
    waiting = list(item.mentions)
    while waiting:
        mention = waiting.pop(0)
        found.append(mention)
        if mention.slot != "quote":
            waiting.extend(
                part
                for part in mention.parts
                if subjects or mention.slot != "document" or part.start == mention.start
            )
    return found
