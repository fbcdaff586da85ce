"""The service description: what this very endpoint can do, in RDF.

It describes its own words too: the extensions of the language, and the limits.
Source: https://www.w3.org/TR/sparql11-service-description/
"""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Final

import pyoxigraph as ox
from flask import Response, request

from hiwar.graph.formats import QUERY_FORMATS
from hiwar.graph.namespaces import BASE, SEARCH, graph_iri
from hiwar.graph.release import Release
from hiwar.server import limits
from hiwar.server.negotiation import Offer
from hiwar.settings import Settings

__all__ = ["EXTENSIONS", "LIMITS", "SEARCHES", "WORDS", "service_description"]

WORDS: Final = f"{BASE}service#"
"""What the names of limits and extensions begin with."""

EXTENSIONS: Final = {
    "lateral": "LATERAL { … }: a pattern that is evaluated once for each solution so"
    " far, whose variables it sees.",
    "triple-terms": "Triple terms of RDF 1.2, <<( s p o )>>, with TRIPLE, SUBJECT,"
    " PREDICATE, OBJECT and isTRIPLE.",
    "date-arithmetic": "ADJUST, the difference of two dates or times as a duration, and"
    " a date or time less a duration.",
}
"""What the query language has here beyond SPARQL 1.1."""

SEARCHES: Final = {
    "label": '?thing search:label "text": what has a name with all words of the text.',
    "quote": '?evidence search:quote "text": the evidence whose sentence has them.',
}
"""The patterns that ask the search index; ``docs/search.md`` documents them."""

_Value = Callable[[Settings], float]

LIMITS: Final[dict[str, tuple[str, _Value]]] = {
    "queryDeadlineSeconds": (
        "Seconds of one query, with the sending of its answer.",
        lambda settings: settings.query_deadline_s,
    ),
    "queryMemoryMegabytes": (
        "Megabytes of memory of one query.",
        lambda settings: settings.query_memory_mb,
    ),
    "maxQueryBytes": (
        "Bytes of a query's text.",
        lambda settings: settings.query_max_bytes,
    ),
    "maxQueryDepth": (
        "Levels to which brackets in a query nest.",
        lambda settings: settings.query_max_depth,
    ),
    "maxPathSteps": ("Steps of a property path.", lambda _: limits.MAX_PATH_STEPS),
    "maxPatterns": (
        "Triple patterns of one group.",
        lambda _: limits.MAX_PATTERNS,
    ),
    "maxSearches": ("Searches in one query.", lambda _: limits.MAX_SEARCHES),
    "maxSearchHits": ("Hits of one search.", lambda _: limits.MAX_HITS),
    "maxRequestLineBytes": (
        "Bytes of a request's first line; longer queries go by POST.",
        lambda _: limits.MAX_REQUEST_LINE_BYTES,
    ),
    "maxWholeAnswerBytes": (
        "Bytes of an answer in a format that is sent whole.",
        lambda _: limits.ANSWER_BUFFER_BYTES,
    ),
    "clientSecondsPerMinute": (
        "Seconds of queries of one client in a minute.",
        lambda settings: settings.client_seconds,
    ),
    "clientErrorsPerMinute": (
        "Failed queries of one client in a minute.",
        lambda settings: settings.client_errors,
    ),
}
"""Properties of the service: what each bounds, and its value; 0 bounds nothing."""

_SD: Final = "http://www.w3.org/ns/sparql-service-description#"
_VOID: Final = "http://rdfs.org/ns/void#"
_RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
_DCTERMS: Final = "http://purl.org/dc/terms/"
_XSD: Final = "http://www.w3.org/2001/XMLSchema#"
_SIMPLE: Final = ox.NamedNode("http://www.w3.org/ns/entailment/Simple")


def service_description(release: Release, settings: Settings, offer: Offer) -> Response:
    """Return the description of the endpoint at the address that was asked."""
    assert offer.format is not None  # since it is for RDF only
    content = ox.serialize(
        [
            *_service(request.base_url, request.host_url),
            *_limits(request.base_url, settings),
            *_dataset(request.base_url, release),
        ],
        format=offer.format.rdf_format,
        prefixes={
            "sd": _SD,
            "void": _VOID,
            "rdfs": _RDFS,
            "dcterms": _DCTERMS,
            "service": WORDS,
        },
    )
    response = Response(content, content_type=offer.media_type)
    response.headers["Dataset-Version"] = release.version
    return response


def _service(address: str, host: str) -> Iterator[ox.Triple]:
    """Say what the endpoint understands and answers with."""
    service = ox.NamedNode(address)
    yield ox.Triple(service, _type(), _sd("Service"))
    yield ox.Triple(service, _sd("endpoint"), service)
    yield ox.Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query"))
    yield ox.Triple(service, _sd("feature"), _sd("UnionDefaultGraph"))
    yield ox.Triple(service, _sd("defaultEntailmentRegime"), _SIMPLE)
    for item in QUERY_FORMATS:
        yield ox.Triple(service, _sd("resultFormat"), ox.NamedNode(item.iri))
    for name, comment in EXTENSIONS.items():
        feature = ox.NamedNode(WORDS + name)
        yield ox.Triple(service, _sd("languageExtension"), feature)
        yield ox.Triple(feature, _type(), _sd("Feature"))
        yield ox.Triple(feature, _comment(), ox.Literal(comment, language="en"))
    for name, comment in SEARCHES.items():
        feature = ox.NamedNode(SEARCH[name])
        yield ox.Triple(service, _sd("propertyFeature"), feature)
        yield ox.Triple(feature, _type(), _sd("Feature"))
        yield ox.Triple(feature, _comment(), ox.Literal(comment, language="en"))
    store = ox.NamedNode(f"{host}store")
    yield ox.Triple(service, ox.NamedNode(f"{WORDS}graphStore"), store)
    yield from _property("graphStore", "The Graph Store Protocol, reading.")


def _limits(address: str, settings: Settings) -> Iterator[ox.Triple]:
    """Say what bounds a query, each limit with what it means."""
    for name, (comment, value) in LIMITS.items():
        if bound := value(settings):
            number = ox.Literal(str(Decimal(str(bound))), datatype=_datatype(bound))
            yield ox.Triple(ox.NamedNode(address), ox.NamedNode(WORDS + name), number)
            yield from _property(name, comment)


def _property(name: str, comment: str) -> Iterator[ox.Triple]:
    found = ox.NamedNode(WORDS + name)
    yield ox.Triple(found, _type(), ox.NamedNode(f"{_RDF}Property"))
    yield ox.Triple(found, _comment(), ox.Literal(comment, language="en"))


def _dataset(address: str, release: Release) -> Iterator[ox.Triple]:
    """Say which graphs are asked, and how many triples each has."""
    dataset = ox.NamedNode(f"{address}#dataset")
    union = ox.NamedNode(f"{address}#default-graph")
    graphs = release.manifest["graphs"]
    total = sum(about["triples"] for about in graphs.values())
    yield ox.Triple(ox.NamedNode(address), _sd("defaultDataset"), dataset)
    yield ox.Triple(dataset, _type(), _sd("Dataset"))
    version = ox.Literal(release.version)
    yield ox.Triple(dataset, ox.NamedNode(f"{_DCTERMS}hasVersion"), version)
    yield ox.Triple(dataset, _sd("defaultGraph"), union)
    yield from _graph(union, total)
    for name, about in sorted(graphs.items()):
        named = ox.NamedNode(f"{address}#graph-{name.replace('/', '-')}")
        content = ox.NamedNode(f"{named.value}-content")
        yield ox.Triple(dataset, _sd("namedGraph"), named)
        yield ox.Triple(named, _type(), _sd("NamedGraph"))
        yield ox.Triple(named, _sd("name"), ox.NamedNode(str(graph_iri(name))))
        yield ox.Triple(named, _sd("graph"), content)
        yield from _graph(content, about["triples"])


def _graph(graph: ox.NamedNode, triples: int) -> Iterator[ox.Triple]:
    yield ox.Triple(graph, _type(), _sd("Graph"))
    yield ox.Triple(graph, ox.NamedNode(f"{_VOID}triples"), ox.Literal(triples))


def _datatype(number: float) -> ox.NamedNode:
    return ox.NamedNode(_XSD + ("integer" if isinstance(number, int) else "decimal"))


def _type() -> ox.NamedNode:
    return ox.NamedNode(f"{_RDF}type")


def _comment() -> ox.NamedNode:
    return ox.NamedNode(f"{_RDFS}comment")


def _sd(name: str) -> ox.NamedNode:
    return ox.NamedNode(_SD + name)
