"""The names of a release in memory, to match with; made once for each release."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from hiwar.graph.namespaces import DCTERMS, HIWAR, RDFS, SKOS
from hiwar.graph.search.matching import Name, NameBook
from hiwar.graph.search.registered import registered_names
from hiwar.server.lookup import Row, Value, best_label, select
from hiwar.server.session import OncePerRelease, Session

__all__ = ["KINDS", "Names", "Property", "names_of"]

KINDS: Final = ("State", "Organisation", "Person", "Process", "Meeting")
"""The classes whose things can be looked up by name."""

_VALUES: Final = " ".join(f"hiwar:{kind}" for kind in KINDS)
_NAMES: Final = f"""
SELECT DISTINCT ?thing ?class ?property ?name WHERE {{
  VALUES ?class {{ {_VALUES} }}
  ?thing a ?class .
  VALUES ?property {{
    rdfs:label skos:prefLabel skos:altLabel skos:hiddenLabel hiwar:isoAlpha3 }}
  ?thing ?property ?name
}}
"""
_PROPERTIES: Final = f"""
SELECT ?class ?property (COUNT(DISTINCT ?thing) AS ?count) (SAMPLE(?name) AS ?label)
  (SAMPLE(?words) AS ?comment) WHERE {{
  VALUES ?class {{ {_VALUES} }}
  ?thing a ?class ; ?property ?value .
  FILTER(STRSTARTS(STR(?property), "{HIWAR}") || ?property IN
    (skos:altLabel, skos:exactMatch, dcterms:source))
  OPTIONAL {{ ?property rdfs:label ?name FILTER(LANG(?name) = "en") }}
  OPTIONAL {{ ?property rdfs:comment|skos:definition ?words
    FILTER(LANG(?words) = "en") }}
}} GROUP BY ?class ?property ORDER BY DESC(?count) ?property
"""

_ELSEWHERE: Final = {
    str(SKOS.altLabel): "other name",
    str(SKOS.exactMatch): "the same in another list",
    str(DCTERMS.source): "source",
}
"""What to call the properties of others, which our ontology does not describe."""


@dataclass(frozen=True, slots=True)
class Property:
    """A property that things of some of the classes have."""

    iri: str
    name: str
    description: str
    kinds: tuple[str, ...]

    @property
    def id(self) -> str:
        """Its local name where it is ours, else its IRI."""
        return self.iri.removeprefix(str(HIWAR))

    def to_json(self) -> dict[str, str]:
        """Return it as the reconciliation API describes a property."""
        found = {"id": self.id, "name": self.name, "description": self.description}
        return {name: text for name, text in found.items() if text}


@dataclass(frozen=True, slots=True)
class Names:
    """What can be looked up in a release.

    Attributes:
        version: The release.
        book: All names.
        labels: What to call each thing.
        kinds: The class of each thing.
        properties: The properties that these things have, the commonest first.
    """

    version: str
    book: NameBook
    labels: dict[str, str]
    kinds: dict[str, str]
    properties: tuple[Property, ...]

    def property(self, text: str) -> Property | None:
        """Return the property of an id or IRI."""
        wanted = text.removeprefix(str(HIWAR))
        return next((item for item in self.properties if item.id == wanted), None)


@OncePerRelease
def names_of(session: Session) -> Names:
    """Return the names of the release of a session."""
    rows = select(session, _NAMES)
    labels: dict[str, list[Value]] = defaultdict(list)
    kinds: dict[str, str] = {}
    for row in rows:
        thing = row["thing"].text
        kinds[thing] = row["class"].short
        if row["property"].text in (str(RDFS.label), str(SKOS.prefLabel)):
            labels[thing].append(row["name"])
    further = (name for name in registered_names(KINDS) if name.thing in kinds)
    return Names(
        session.release.version,
        NameBook([*_names(rows), *further]),
        {thing: _label(thing, labels[thing]) for thing in kinds},
        kinds,
        tuple(_properties(select(session, _PROPERTIES))),
    )


def _names(rows: Iterable[Row]) -> Iterator[Name]:
    for row in rows:
        text = row["name"].text
        is_exact = text.isupper() and " " not in text and len(text) <= 8
        yield Name(row["thing"].text, row["class"].short, text, is_exact=is_exact)


def _label(thing: str, labels: list[Value]) -> str:
    found = best_label(labels)
    return found.text if found else thing.rpartition("/")[2]


def _properties(rows: Iterable[Row]) -> Iterator[Property]:
    by_iri: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if "property" in row:  # a count over nothing has none
            by_iri[row["property"].text].append(row)
    for iri, found in by_iri.items():
        label, comment = found[0].get("label"), found[0].get("comment")
        yield Property(
            iri,
            label.text if label else _ELSEWHERE.get(iri, Value(iri).short),
            comment.text if comment else "",
            tuple(row["class"].short for row in found),
        )
