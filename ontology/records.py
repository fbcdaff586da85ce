"""The registry: reviewed reference data, as records with names, facts and sources.

Codes come from ISO 3166 through pycountry, names of states from CLDR through babel;
what neither has stands in the CSV and TOML files of ``ontology/registry``.
``docs/registry.md`` says what is in it and how to add to it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from hiwar.ontology.names import (
    LANGUAGES,
    ROLES,
    Name,
    alpha2,
    read_rows,
    state_names,
    tidy,
)
from hiwar.ontology.sources import Citation, citations, tables

__all__ = ["SEGMENTS", "Name", "Record", "Registry", "load_registry"]

SEGMENTS: Final[dict[str, str]] = {
    "State": "state",
    "Place": "place",
    "Organisation": "organisation",
    "Process": "process",
    "Document": "document",
    "FundingInstrument": "instrument",
}
"""The kinds of records, each with its part of the IRI."""


@dataclass(frozen=True, slots=True)
class Record:
    """One thing of the registry.

    Attributes:
        kind: The local name of its class, a key of `SEGMENTS`.
        slug: The last part of its IRI: ``EGY``, ``cairo``.
        names: Its names, the preferred ones first; each names this and, among the
            records of its kind and in its language, nothing else.
        facts: Property and value. ``isoAlpha2`` and ``isoAlpha3`` have a code,
            ``inState`` an alpha-3 code, ``level`` and ``documentKind`` a notation,
            ``established`` and ``when`` an EDTF date, ``exactMatch`` an IRI;
            ``partOf``, ``party``, ``member``, ``secretariat`` and ``frameworkOf``
            have the `path` of another record.
        sources: What it rests on, at least one.
        ambiguous: Names that mean something else too, as "Congo" does: nothing may be
            concluded from one of them alone.
    """

    kind: str
    slug: str
    names: tuple[Name, ...]
    facts: tuple[tuple[str, str], ...]
    sources: tuple[Citation, ...]
    ambiguous: tuple[Name, ...] = ()

    @property
    def is_verified(self) -> bool:
        """Whether it rests on a page that was read."""
        return any(citation.was_read for citation in self.sources)

    @property
    def path(self) -> str:
        """Its IRI without the base, ``state/EGY`` for example."""
        return f"{SEGMENTS[self.kind]}/{self.slug}"

    def name(self, language: str = "en") -> str:
        """Return the preferred name in a language, empty where there is none."""
        wanted = ("preferred", language)
        return next((n.text for n in self.names if (n.role, n.language) == wanted), "")

    def values(self, fact: str) -> tuple[str, ...]:
        """Return the values of a fact, empty where it has none."""
        return tuple(value for name, value in self.facts if name == fact)


@dataclass(frozen=True, slots=True)
class Registry:
    """All records, in an order that depends on the data files alone."""

    records: tuple[Record, ...]
    _by_path: dict[str, Record] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        paths = {record.path: record for record in self.records}
        object.__setattr__(self, "_by_path", paths)

    def at(self, path: str) -> Record | None:
        """Return the record with that path, ``state/EGY`` for example."""
        return self._by_path.get(path)

    def find(self, kind: str, slug: str) -> Record | None:
        """Return the record of that kind and slug.

        >>> egypt = load_registry().find("State", "EGY")
        >>> egypt.name("fr") if egypt else ""
        'Égypte'
        """
        return self.at(f"{SEGMENTS[kind]}/{slug}")

    def of_kind(self, kind: str) -> tuple[Record, ...]:
        """Return the records of a kind."""
        return tuple(record for record in self.records if record.kind == kind)

    def named(self, text: str) -> tuple[Record, ...]:
        """Return every record that bears exactly this name, in whatever language.

        An ambiguous name gives all that it may mean, of those that are recorded.

        >>> [record.slug for record in load_registry().named("Congo")]
        ['COD', 'COG']
        """
        return tuple(
            record
            for record in self.records
            if any(name.text == text for name in (*record.names, *record.ambiguous))
        )


Sources = Mapping[str, Citation]

_STANDING: Final = {
    "member": "un-members",
    "observer": "un-observers",
    "kosovo": "kosovo",
}
_FACTS: Final = {
    "part-of": ("partOf", "organisation/"),
    "level": ("level", ""),
    "parties": ("party", ""),
    "members": ("member", ""),
    "established": ("established", ""),
    "secretariat": ("secretariat", "organisation/"),
    "kind": ("documentKind", ""),
    "when": ("when", ""),
    "framework-of": ("frameworkOf", "process/"),
}
"""Each key of a TOML table, with its fact and what goes before a bare slug."""
_DEMONYMS: Final = {
    **{"english": "en", "french": "fr", "spanish": "es"},
    **{"swedish": "sv", "arabic": "ar"},
}
_CITY_NAMES: Final = {
    **{"english": "en", "french": "fr", "arabic": "ar"},
    **{"spanish": "es", "swedish": "sv", "german": "de"},
}


@cache
def load_registry() -> Registry:
    """Return the registry; it is read once.

    Two calls in two processes give the same records in the same order.
    """
    sources = citations()
    return Registry(
        (
            *_states(sources),
            *_territories(sources),
            *_cities(sources),
            *_described("Organisation", "organisations.toml", sources),
            *_described("Process", "processes.toml", sources),
            *_described("Document", "frameworks.toml", sources),
            *_described("FundingInstrument", "instruments.toml", sources),
        )
    )


def _states(sources: Sources) -> Iterator[Record]:
    for row in read_rows("states.csv"):
        code = row["code"]
        demonyms = (
            Name(text, language, "demonym")
            for column, language in _DEMONYMS.items()
            for text in row[column].split("|")
            if text
        )
        facts = [("isoAlpha2", alpha2(code)), ("isoAlpha3", code)]
        cited = [sources[_STANDING[row["standing"]]]]
        if row["wikidata"]:
            facts.append(_match(row["wikidata"]))
            cited.append(sources["owid"])
        if row["eu"]:
            facts.append(_authority(f"country/{row['eu']}"))
            cited.append(sources["benap"])
        names = (*state_names(code), *demonyms)
        yield _record("State", code, names, facts, cited)


def _territories(sources: Sources) -> Iterator[Record]:
    for row in read_rows("territories.csv"):
        names, cited = state_names(row["code"]), [sources["iso-3166"]]
        yield _record("Place", row["slug"], names, [], cited)


def _cities(sources: Sources) -> Iterator[Record]:
    for row in read_rows("places.csv"):
        cells = [(language, row[column]) for column, language in _CITY_NAMES.items()]
        for cell in row["other"].split("|"):
            language, _, text = cell.partition(":")
            cells.append((language, text))
        names = (
            Name(text.removeprefix("?"), language, _city_role(text, index))
            for language, cell in cells
            for index, text in enumerate(cell.split("|"))
            if text
        )
        facts, cited = [("inState", row["state"])], [sources["geonames"]]
        yield _record("Place", row["slug"], names, facts, cited)


def _city_role(text: str, index: int) -> str:
    if text.startswith("?"):
        return "ambiguous"
    return "other" if index else "preferred"


def _described(kind: str, file: str, sources: Sources) -> Iterator[Record]:
    """Yield the records of a TOML file, whose keys its head explains."""
    for slug, table in tables(file):
        names = (
            _described_name(text, language, index)
            for language in LANGUAGES
            for index, text in enumerate(table.get(language, ()))
        )
        facts = [
            (fact, value if "/" in value else prefix + value)
            for key, (fact, prefix) in _FACTS.items()
            for value in _as_list(table.get(key, []))
        ]
        if "wikidata" in table:
            facts.append(_match(table["wikidata"]))
        if "eu-authority" in table:
            facts.append(_authority(table["eu-authority"]))
        cited = [sources[key] for key in table.get("sources", ())]
        if "site" in table:
            site = Citation(table["en"][0], table["site"], "", was_read=False)
            cited.insert(0, site)
        yield _record(kind, slug, names, facts, cited)


def _record(
    kind: str,
    slug: str,
    names: Iterable[Name],
    facts: list[tuple[str, str]],
    cited: list[Citation],
) -> Record:
    """Return a record, its names in order and the ambiguous ones apart.

    What is ambiguous in one language is no clear name in another.
    """
    ordered = tidy(names)
    unclear = {name.text for name in ordered if name.role == "ambiguous"}
    clear = tuple(name for name in ordered if name.text not in unclear)
    ambiguous = tuple(name for name in ordered if name.role == "ambiguous")
    return Record(kind, slug, clear, tuple(facts), tuple(cited), ambiguous)


def _described_name(text: str, language: str, index: int) -> Name:
    role, colon, rest = text.partition(": ")
    if colon and role in ROLES:
        return Name(rest, language, role)
    return Name(text, language, "other" if index else "preferred")


def _as_list(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def _match(identifier: str) -> tuple[str, str]:
    return ("exactMatch", f"http://www.wikidata.org/entity/{identifier}")


def _authority(code: str) -> tuple[str, str]:
    return ("exactMatch", f"http://publications.europa.eu/resource/authority/{code}")
