"""What a build understood, refused and left open, for people to review."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from rdflib import Graph, Literal

from hiwar.graph.derive.copies import same_texts
from hiwar.graph.frames.field import has_own_words
from hiwar.graph.gate import GateReport
from hiwar.graph.model import Reading, Source, Status, Term, Thing
from hiwar.graph.namespaces import BASE, OA, thing_iri
from hiwar.graph.quality import FIGURES
from hiwar.graph.resolve import Resolution
from hiwar.graph.rules import LANGUAGES, rules_for

__all__ = ["describe_documents", "remarks", "summary", "write_report"]

_LISTED = frozenset({"Organisation", "Process", "FundingInstrument"})
"""Kinds of which the registry has those that are known."""

_OF_THE_DOMAIN = frozenset(["Document", "Meeting", "Process"])


def describe_documents(
    readings: Sequence[Reading], resolution: Resolution, graphs: Mapping[str, Graph]
) -> list[dict[str, Any]]:
    """Return for each reading what may be published of its document.

    Of the text these are the sentences that serve as evidence, no others.
    """
    return [_describe(reading, resolution, graphs) for reading in readings]


def _describe(
    reading: Reading, resolution: Resolution, graphs: Mapping[str, Graph]
) -> dict[str, Any]:
    source = reading.source
    iri = resolution.iri(reading, Thing("SourceDocument", source.content_hash))
    slug = iri.removeprefix(thing_iri("document", ""))
    return {
        "iri": str(iri),
        "slug": slug,
        "sha256": source.content_hash,
        "name": source.name,
        "title": source.title,
        "language": source.language,
        "url": source.url,
        "publisher": source.publisher,
        "published": source.published,
        "retrieved": source.retrieved,
        "licence": source.licence,
        "sentences": _quotes(graphs[f"document/{slug}"]),
    }


def _quotes(graph: Graph) -> list[dict[str, Any]]:
    """Return the sentences that a document's graph quotes, in their order."""
    quotes = []
    for evidence in graph.subjects(OA.hasSource):
        quote: dict[str, Any] = {"evidence": str(evidence)}
        for selector in graph.objects(evidence, OA.hasSelector):
            for name in ("exact", "start", "end"):
                value = graph.value(selector, OA[name])
                if isinstance(value, Literal):
                    quote[name] = value.toPython()
        quotes.append(quote)
    return sorted(quotes, key=lambda item: (item.get("start", 0), item["evidence"]))


def write_report(
    readings: Sequence[Reading],
    resolution: Resolution,
    gate: GateReport,
    figures: Mapping[str, int] = MappingProxyType({}),
) -> str:
    """Return the report of a build as Markdown; it does not depend on the clock."""
    names = {reading.source.content_hash: reading.source.name for reading in readings}
    lines = [
        "# Report of this release",
        "",
        f"{len(readings)} documents were read; {gate.checked:,} nodes passed the gate.",
        *_section("In figures", (f"{n:,} {FIGURES[k]}" for k, n in figures.items())),
        *_section("Things that several documents speak of", _merges(resolution, names)),
        *_section("Documents of the same text, counted as one", _copies(readings)),
        *_section("For review: what may be one and stayed apart", resolution.review),
        *_section(
            "For review: names that the registry does not have",
            _unknown(readings, resolution),
        ),
        *_section("Remarks of the gate", [str(remark) for remark in gate.remarks]),
    ]
    for reading in readings:
        lines += _document(reading, resolution)
    return "\n".join(lines) + "\n"


def remarks(reading: Reading) -> list[str]:
    """Return what is to be known of a reading before its facts are trusted.

    What of the file was not read; a language without rules; another domain.
    """
    source = reading.source
    found = list(source.notes)
    if rules_for(source.language).language == "und":
        known = ", ".join(LANGUAGES)
        found.append(
            f"Its language ({source.language}) has no rules, so that only names and"
            f" dates in figures are found; there are rules for: {known}."
        )
    things = {term for s in reading.statements for term in (s.subject, s.object)}
    kinds = {thing.kind for thing in things if isinstance(thing, Thing)}
    if kinds.isdisjoint(_OF_THE_DOMAIN):
        found.append("It names no dialogue, no meeting and no document of one.")
    elif _lacks_our_words(source, things):
        found.append(
            "No word of it is about migration; what was found may be of another field."
        )
    return found


def _lacks_our_words(source: Source, things: set[Term]) -> bool:
    """Whether a text has no word of migration, and names no process that is known."""
    known = any(isinstance(t, Thing) and t.kind == "Process" and t.iri for t in things)
    return not known and not has_own_words(source.text, rules_for(source.language))


def summary(reading: Reading) -> str:
    """Return in one line what was understood of a document and what was not."""
    used = {index for item in reading.statements for index in item.sentences}
    counts = f" ({', '.join(_counts(reading))})" if reading.statements else ""
    parts = [
        f"{len(reading.statements)} statements{counts}"
        f" from {len(used)} of {len(reading.sentences)} sentences"
    ]
    if reading.refusals:
        parts.append(f"refused, for review: {len(reading.refusals)}")
    parts += [f"note: {remark.rstrip('.')}" for remark in remarks(reading)]
    return _one_line(f"{reading.source.name}: {'; '.join(parts)}")


def _counts(reading: Reading) -> list[str]:
    by_status = Counter(statement.status for statement in reading.statements)
    return [f"{by_status[status]} {status}" for status in Status if by_status[status]]


def _merges(resolution: Resolution, names: Mapping[str, str]) -> Iterator[str]:
    for merge in resolution.merges:
        where = sorted({names.get(m.content_hash, "?") for m in merge.members})
        yield f"`{merge.iri.removeprefix(BASE)}`: {', '.join(where)}"


def _unknown(readings: Sequence[Reading], resolution: Resolution) -> Iterator[str]:
    """Yield what has a name of our own, of the kinds that the registry lists."""
    found: dict[str, set[str]] = {}
    for reading in readings:
        for item in reading.statements:
            for thing in (item.subject, item.object):
                if isinstance(thing, Thing) and thing.kind in _LISTED and not thing.iri:
                    path = resolution.iri(reading, thing).removeprefix(BASE)
                    found.setdefault(path, set()).add(reading.source.name)
    for path, documents in sorted(found.items()):
        yield f"`{path}`: {', '.join(sorted(documents))}"


def _copies(readings: Sequence[Reading]) -> Iterator[str]:
    names = {reading.source.content_hash: reading.source.name for reading in readings}
    for copy, first in sorted(same_texts(readings).items()):
        yield f"`{names[copy]}` has the text of `{names[first]}`"


def _document(reading: Reading, resolution: Resolution) -> list[str]:
    source = reading.source
    iri = resolution.iri(reading, Thing("SourceDocument", source.content_hash))
    refused = [
        f"`{refusal.rule}`: {refusal.reason} “{_quote(reading, refusal.sentence)}”"
        for refusal in reading.refusals
    ]
    return [
        *("", f"## {_one_line(source.title or source.name)}", ""),
        f"`{source.name}`, {iri}, SHA-256 {source.content_hash}.",
        f"{len(reading.sentences)} sentences, {len(reading.statements)} statements:"
        f" {', '.join(_counts(reading)) or 'none'}.",
        *_section("Remarks", remarks(reading), level=3),
        *_section("Refused", refused, level=3),
    ]


def _section(title: str, items: Iterable[str], level: int = 2) -> list[str]:
    """Return a heading and a list, or nothing where the list is empty."""
    listed = [f"* {_one_line(item)}" for item in items]
    return ["", f"{'#' * level} {title}", "", *listed] if listed else []


def _quote(reading: Reading, sentence: int) -> str:
    return reading.quote(sentence) if 0 <= sentence < len(reading.sentences) else ""


def _one_line(text: str) -> str:
    return " ".join(text.split())
