"""The formats, one table that negotiation, links and the command line read."""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from pyoxigraph import QueryResultsFormat, RdfFormat

from hiwar.errors import FormatError

__all__ = ["FORMATS", "QUERY_FORMATS", "Answer", "Format", "find_format", "formats_for"]


class Answer(Enum):
    """What a format can hold."""

    SOLUTIONS = "solutions"
    BOOLEAN = "boolean"
    GRAPH = "graph"
    DATASET = "dataset"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class Format:
    """One format.

    Attributes:
        name: What ``--format`` and ``format=`` call it, and its file suffix.
        media_type: Its media type.
        label: Its name for people.
        answers: What it can hold.
        cut_shows: Whether a cut-off piece of it cannot be taken for the whole.
        iri: Its name in the W3C's list of formats, where it has one.
        aliases: Further media types that name it.
        synonyms: What other programs call it; ``json`` and ``xml`` each mean what
            holds the answer at hand.
    """

    name: str
    media_type: str
    label: str
    answers: frozenset[Answer]
    cut_shows: bool
    iri: str = ""
    aliases: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()

    @property
    def results_format(self) -> QueryResultsFormat:
        """The engine's name for it, for solutions and booleans."""
        found = QueryResultsFormat.from_media_type(self.media_type)
        if found is None:
            raise FormatError(f"{self.label} holds no query solutions.")
        return found

    @property
    def rdf_format(self) -> RdfFormat:
        """The engine's name for it, for graphs and datasets."""
        found = RdfFormat.from_media_type(self.media_type)
        if found is None:
            raise FormatError(f"{self.label} holds no RDF.")
        return found


_TABLE = frozenset({Answer.SOLUTIONS})
_BOTH = frozenset({Answer.SOLUTIONS, Answer.BOOLEAN})
_GRAPH = frozenset({Answer.GRAPH})
_QUADS = frozenset({Answer.GRAPH, Answer.DATASET})
_PICTURE = frozenset({Answer.PICTURE})

_W3C: Final = "http://www.w3.org/ns/formats/"

FORMATS: Final[tuple[Format, ...]] = (
    Format(
        "json",
        "application/sparql-results+json",
        "SPARQL JSON",
        _BOTH,
        True,
        f"{_W3C}SPARQL_Results_JSON",
        ("application/json",),
    ),
    Format(
        "xml",
        "application/sparql-results+xml",
        "SPARQL XML",
        _BOTH,
        True,
        f"{_W3C}SPARQL_Results_XML",
        ("application/xml", "text/xml"),
    ),
    Format("csv", "text/csv", "CSV", _TABLE, False, f"{_W3C}SPARQL_Results_CSV"),
    Format(
        "tsv",
        "text/tab-separated-values",
        "TSV",
        _TABLE,
        False,
        f"{_W3C}SPARQL_Results_TSV",
    ),
    Format(
        "ttl",
        "text/turtle",
        "Turtle",
        _GRAPH,
        False,
        f"{_W3C}Turtle",
        ("application/x-turtle",),
        ("turtle", "n3"),
    ),
    Format(
        "nt",
        "application/n-triples",
        "N-Triples",
        _GRAPH,
        False,
        f"{_W3C}N-Triples",
        ("text/plain",),
    ),
    Format(
        "rdf",
        "application/rdf+xml",
        "RDF/XML",
        _GRAPH,
        True,
        f"{_W3C}RDF_XML",
        synonyms=("rdf+xml", "xml"),
    ),
    Format(
        "jsonld",
        "application/ld+json",
        "JSON-LD",
        _QUADS,
        True,
        f"{_W3C}JSON-LD",
        synonyms=("json-ld", "json"),
    ),
    Format("trig", "application/trig", "TriG", _QUADS, False, f"{_W3C}TriG"),
    Format("nq", "application/n-quads", "N-Quads", _QUADS, False, f"{_W3C}N-Quads"),
    Format("graphml", "application/graphml+xml", "GraphML", _PICTURE, True),
    Format("gexf", "application/gexf+xml", "GEXF", _PICTURE, True),
    Format(
        "cyjs",
        "application/vnd.cytoscape+json",
        "Cytoscape JSON",
        _PICTURE,
        True,
        aliases=("cytoscape",),
    ),
    Format("cx2", "application/vnd.cx2+json", "CX2", _PICTURE, True),
    Format("edges", "text/csv", "edge list", _PICTURE, False, aliases=("csv",)),
    Format("nodes", "text/csv", "node list", _PICTURE, False),
    Format("dot", "text/vnd.graphviz", "DOT", _PICTURE, True),
    Format("svg", "image/svg+xml", "SVG", _PICTURE, True),
)


QUERY_FORMATS: Final = tuple(f for f in FORMATS if Answer.PICTURE not in f.answers)
"""The formats in which queries are answered."""


def formats_for(answer: Answer) -> tuple[Format, ...]:
    """Return the formats that can hold a kind of answer, the preferred one first.

    >>> [item.name for item in formats_for(Answer.BOOLEAN)]
    ['json', 'xml']
    """
    return tuple(item for item in FORMATS if answer in item.answers)


def find_format(name: str, answer: Answer) -> Format:
    """Return the format of that name, suffix or media type.

    Raises:
        FormatError: If there is none, or it cannot hold the answer.
    """
    choices = formats_for(answer)
    for item in choices:
        names = (item.name, item.media_type, *item.aliases, *item.synonyms)
        if name.lower() in names:
            return item
    expected = ", ".join(item.name for item in choices)
    raise FormatError(f"{name!r} is no format for this; expected one of: {expected}.")
