"""Statements with the IRIs of what they speak of."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from rdflib import Literal, URIRef

from hiwar.graph.model import Basis, Reading, Statement, Status, Term, Thing
from hiwar.graph.namespaces import thing_iri
from hiwar.graph.resolve import Resolution
from hiwar.graph.resolve.accounts import with_publication_bounds

__all__ = ["Claim", "Quote", "claims_of", "digest", "together"]


class Quote(NamedTuple):
    """One sentence of one document, by its place in the canonical text."""

    content_hash: str
    start: int
    end: int

    @property
    def iri(self) -> URIRef:
        """The IRI of the evidence, the same for every statement it supports."""
        return thing_iri("evidence", digest(self.content_hash, *map(str, self[1:])))


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement, of one document or of several together.

    Attributes:
        documents: The documents that state it; of a claim that only several give
            together, all that it rests on.
        content_hash: The hash of the one document, empty where there are several.
        evidence: Its sentences, the main one first.
        iri: Made from document, subject, predicate, object and qualifiers.
    """

    subject: URIRef
    predicate: URIRef
    object: URIRef | Literal
    status: Status
    basis: Basis
    rule: str
    content_hash: str
    documents: tuple[URIRef, ...]
    evidence: tuple[Quote, ...]
    describes: URIRef | None = None
    mentioned_as: tuple[Literal, ...] = ()
    iri: URIRef = field(init=False, compare=False)

    def __post_init__(self) -> None:
        parts = (self.subject, self.predicate, self.object)
        name = digest(
            self.content_hash,
            *(part.n3() for part in parts),
            self.status,
            self.describes or "",
        )
        object.__setattr__(self, "iri", thing_iri("statement", name))

    @property
    def triple(self) -> tuple[URIRef, URIRef, URIRef | Literal]:
        """The plain triple that it stands for."""
        return self.subject, self.predicate, self.object


def digest(*parts: str) -> str:
    """Return a short name for some texts, in their order.

    >>> digest("a", "b") == digest("ab")
    False
    """
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:20]


def claims_of(reading: Reading, resolution: Resolution) -> list[Claim]:
    """Return the claims of one document, one for each IRI, sorted by it.

    What a document states twice is one claim with the sentences of both.
    """
    found: dict[URIRef, Claim] = {}
    for statement in with_publication_bounds(reading).statements:
        claim = _claim(reading, resolution, statement)
        before = found.get(claim.iri)
        found[claim.iri] = _merged(before, claim) if before else claim
    return [found[iri] for iri in sorted(found)]


def together(
    premises: Iterable[Claim],
    rule: str,
    subject: URIRef,
    predicate: URIRef,
    value: URIRef | Literal,
) -> Claim:
    """Return the claim that several claims give only together."""
    used = sorted(premises, key=lambda claim: claim.iri)
    quotes = dict.fromkeys(quote for claim in used for quote in claim.evidence)
    documents = {document for claim in used for document in claim.documents}
    return Claim(
        subject,
        predicate,
        value,
        Status.REPORTED,
        Basis.INFERRED,
        rule,
        "",
        tuple(sorted(documents)),
        tuple(quotes),
    )


def _claim(reading: Reading, resolution: Resolution, statement: Statement) -> Claim:
    def term(value: Term) -> URIRef | Literal:
        return resolution.iri(reading, value) if isinstance(value, Thing) else value

    source = reading.source
    sentences = dict.fromkeys(statement.sentences)
    chosen = [reading.sentences[index] for index in sentences]
    named = statement.mentioned_as
    relation = statement.describes
    return Claim(
        resolution.iri(reading, statement.subject),
        statement.predicate,
        term(statement.object),
        statement.status,
        statement.basis,
        statement.rule,
        source.content_hash,
        (resolution.iri(reading, Thing("SourceDocument", source.content_hash)),),
        tuple(Quote(source.content_hash, item.start, item.end) for item in chosen),
        resolution.iri(reading, relation) if relation else None,
        (Literal(named, lang=source.language or None),) if named else (),
    )


def _merged(one: Claim, other: Claim) -> Claim:
    """Return a claim that is made twice; what is said goes before what follows."""
    first, second = sorted((one, other), key=lambda claim: (claim.basis, claim.rule))
    return replace(
        first,
        evidence=tuple(dict.fromkeys((*first.evidence, *second.evidence))),
        mentioned_as=tuple(sorted({*first.mentioned_as, *second.mentioned_as})),
    )
