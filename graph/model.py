"""What reading a document gives: things, statements and their sentences.

A `Thing` is something of the world as one document speaks of it. The registry's
things bring their IRI; all others get one from `hiwar.graph.resolve`. A
`Statement` is this document stating one fact. What must hold of them:
``docs/architecture.md``, "Statements".
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from rdflib import Literal, URIRef

__all__ = [
    "TRUE_STATUSES",
    "Basis",
    "Reading",
    "Refusal",
    "Sentence",
    "Source",
    "Statement",
    "Status",
    "Term",
    "Thing",
]


class Status(StrEnum):
    """What a document does with a fact; concepts of the scheme ``status``."""

    ADOPTED = "adopted"
    REPORTED = "reported"
    PLANNED = "planned"
    ASPIRATIONAL = "aspirational"
    ATTRIBUTED = "attributed"
    NEGATED = "negated"

    @property
    def is_true(self) -> bool:
        """Whether a fact so stated may stand as a plain triple."""
        return self in TRUE_STATUSES


TRUE_STATUSES = frozenset({Status.ADOPTED, Status.REPORTED})


class Basis(StrEnum):
    """Whether the sentences say it, or it follows from them."""

    EXPLICIT = "explicit"
    INFERRED = "inferred"


class Thing(NamedTuple):
    """Something of the world, as one document speaks of it.

    Attributes:
        kind: The local name of its class, ``Meeting`` for example.
        key: A name for it that is unique in its document and made from what the
            document says of it, never from its place in the text.
        iri: Its IRI where the registry has it, else empty.
    """

    kind: str
    key: str
    iri: str = ""


Term = Thing | URIRef | Literal
"""A concept or class is a `URIRef`; a thing is a `Thing`, known or not."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One document stating one fact.

    Attributes:
        subject: What the fact is about.
        predicate: The property of the plain triple.
        object: Its value.
        status: What the document does with the fact.
        basis: Whether it is said or follows.
        rule: The name of the rule that made it.
        sentences: The indexes of the sentences that state it, the main one first.
        describes: The relation (a term of office, a participation …) that the
            fact belongs to, if there is one.
        mentioned_as: The object's name as the text has it, where it is a thing.
    """

    subject: Thing
    predicate: URIRef
    object: Term
    status: Status
    basis: Basis
    rule: str
    sentences: tuple[int, ...]
    describes: Thing | None = None
    mentioned_as: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the canonical text: ``text[start:end]``, in code points."""

    index: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """A document: its text, and what is known of it apart from facts.

    Attributes:
        name: The file's name.
        content_hash: SHA-256 of the file's bytes, hexadecimal.
        text: The canonical text, the only thing that offsets refer to.
        published: An EDTF date, empty where neither text nor metadata give it.
        notes: What of the file could not be read, in sentences.
    """

    name: str
    content_hash: str
    text: str
    title: str
    language: str
    url: str = ""
    publisher: str = ""
    published: str = ""
    retrieved: str = ""
    licence: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that was not made a statement, and why."""

    rule: str
    reason: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was understood of one document, read alone."""

    source: Source
    sentences: tuple[Sentence, ...]
    statements: tuple[Statement, ...]
    refusals: tuple[Refusal, ...] = field(default=())

    def quote(self, index: int) -> str:
        """Return the text of a sentence."""
        sentence = self.sentences[index]
        return self.source.text[sentence.start : sentence.end]
