"""Names of the registry's records: what CLDR, ISO 3166 and our own list give."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final
from unicodedata import normalize

import pycountry
from babel import Locale

__all__ = [
    "FOLDER",
    "LANGUAGES",
    "ROLES",
    "Name",
    "alpha2",
    "read_rows",
    "state_names",
    "tidy",
]

FOLDER: Final = Path(__file__).parent / "registry"

LANGUAGES: Final = (
    *("en", "fr", "ar", "es", "pt", "de", "sv", "it"),
    *("nl", "tr", "ru", "da", "nb", "fi", "pl"),
)
ROLES: Final = (
    *("preferred", "other", "formal", "acronym", "demonym", "former"),
    *("misspelling", "ambiguous"),
)
_PLAIN: Final = ("other", "formal")


@dataclass(frozen=True, slots=True)
class Name:
    """A name, in NFC, with straight apostrophes.

    Attributes:
        text: The name.
        language: BCP 47. A name holds in texts of its language: "Island" is Iceland
            in Swedish and no state in English.
        role: One of `ROLES`: ``preferred`` (at most one a language), ``other``,
            ``formal``, ``acronym``, ``demonym`` (the adjective, in each form that it
            takes), ``former``, ``misspelling``; or ``ambiguous``: also the name of
            something else, so that nothing may be concluded from it alone. A record
            keeps the last apart.
    """

    text: str
    language: str
    role: str


def state_names(code: str) -> Iterator[Name]:
    """Yield the names of a state or territory by alpha-3 code, our own list first.

    An inverted name of ISO 3166 ("Korea, Republic of") is left out: no text has it.
    """
    yield from _own_names().get(code, ())
    for language in LANGUAGES:
        yield Name(_territories(language)[alpha2(code)], language, "preferred")
    entry = pycountry.countries.get(alpha_3=code)
    for attribute, role in (("name", "other"), ("official_name", "formal")):
        text = getattr(entry, attribute, "").removeprefix("the ")
        if text and ", " not in text:
            yield Name(text, "en", role)


def alpha2(code: str) -> str:
    """Return the alpha-2 code of an alpha-3 code.

    Kosovo's codes are user-assigned, so ISO 3166 does not list them.

    >>> alpha2("EGY"), alpha2("XKX")
    ('EG', 'XK')
    """
    entry = pycountry.countries.get(alpha_3=code)
    return entry.alpha_2 if entry else {"XKX": "XK"}[code]


def read_rows(file: str) -> list[dict[str, str]]:
    """Return the rows of a CSV file of the registry."""
    with (FOLDER / file).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@cache
def _territories(language: str) -> Mapping[str, str]:
    """Return the names of states and territories in a language, by alpha-2 code."""
    names: Mapping[str, str] = Locale(language).territories
    return names


@cache
def _own_names() -> dict[str, list[Name]]:
    """Return the reviewed names of states and territories by alpha-3 code."""
    names: dict[str, list[Name]] = {}
    for row in read_rows("state-names.csv"):
        name = Name(row["name"], row["language"], row["role"])
        names.setdefault(row["code"], []).append(name)
    return names


def tidy(names: Iterable[Name]) -> tuple[Name, ...]:
    """Return names in one spelling, each once, in the order of roles and languages.

    Of equal texts in a language the first counts, but another or formal name may
    still become the preferred one. Of two preferred names in a language the first
    stays preferred; the second becomes another one.

    >>> tidy([Name("Côte d’Ivoire", "fr", "preferred")])[0].text
    "Côte d'Ivoire"
    """
    kept: dict[tuple[str, str], Name] = {}
    preferred: set[str] = set()
    for name in names:
        text = normalize("NFC", name.text.replace("’", "'"))
        key, role = (name.language, text), name.role
        if role == "preferred" and name.language in preferred:
            role = "other"
        if key not in kept or (role == "preferred" and kept[key].role in _PLAIN):
            kept[key] = Name(text, name.language, role)
        if kept[key].role == "preferred":
            preferred.add(name.language)
    return tuple(
        sorted(
            kept.values(),
            key=lambda name: (ROLES.index(name.role), LANGUAGES.index(name.language)),
        )
    )
