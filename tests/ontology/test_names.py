"""The names of the registry: each leads to one record of its kind, or to none."""

from collections import defaultdict

import pycountry
import pytest

from hiwar.ontology.names import ROLES
from hiwar.ontology.records import (
    SEGMENTS,
    Record,
    Registry,
)
from tests.ontology.conftest import ISO_ALPHA3

CODES_THAT_ARE_NAMES = {"USA", "US", "PNG"}


def slugs(registry: Registry, name: str, kind: str = "State") -> set[str]:
    return {record.slug for record in registry.named(name) if record.kind == kind}


def state(registry: Registry, code: str) -> Record:
    found = registry.find("State", code)
    assert found, code
    return found


def test_every_state_has_an_english_a_french_and_an_arabic_name(
    registry: Registry,
) -> None:
    for record in registry.of_kind("State"):
        assert all(record.name(language) for language in ("en", "fr", "ar")), (
            record.slug
        )


def test_every_record_has_an_english_name_and_a_source(registry: Registry) -> None:
    for record in registry.records:
        assert record.name("en"), record.path
        assert record.sources, record.path


def test_a_record_has_one_preferred_name_a_language(registry: Registry) -> None:
    for record in registry.records:
        languages = [n.language for n in record.names if n.role == "preferred"]
        assert len(languages) == len(set(languages)), record.path


@pytest.mark.parametrize("kind", SEGMENTS)
def test_a_name_names_one_record_of_its_kind_in_its_language(
    registry: Registry, kind: str
) -> None:
    owners = defaultdict(set)
    for record in registry.of_kind(kind):
        for name in record.names:
            owners[name.language, name.text.casefold()].add(record.slug)
    assert {key: owned for key, owned in owners.items() if len(owned) > 1} == {}


def test_no_name_of_one_state_is_the_name_of_another_in_any_other_language(
    registry: Registry,
) -> None:
    owners = defaultdict(set)
    for record in registry.of_kind("State"):
        for name in record.names:
            owners[name.text.casefold()].add(record.slug)
    assert {text: owned for text, owned in owners.items() if len(owned) > 1} == {}


def test_an_ambiguous_name_is_among_the_names_of_no_record_of_its_kind(
    registry: Registry,
) -> None:
    clear = {
        (record.kind, name.language, name.text)
        for record in registry.records
        for name in record.names
    }
    for record in registry.records:
        for name in record.ambiguous:
            assert name.role == "ambiguous"
            assert (record.kind, name.language, name.text) not in clear, name


def test_no_name_of_a_state_is_a_code(registry: Registry) -> None:
    codes = ISO_ALPHA3 | {country.alpha_2 for country in pycountry.countries}
    for record in registry.of_kind("State"):
        names = {name.text for name in record.names}
        assert names & codes <= CODES_THAT_ARE_NAMES, record.slug


def test_names_are_of_known_roles_clean_and_without_typographic_apostrophes(
    registry: Registry,
) -> None:
    for record in registry.records:
        for name in (*record.names, *record.ambiguous):
            assert name.role in ROLES, name
            assert name.text == name.text.strip(), name
            assert len(name.text) > 1, name
            assert not set(name.text) & set("’|?\n\t\xa0"), name


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Niger", "NER"),
        ("Nigeria", "NGA"),
        ("Nigerien", "NER"),
        ("Nigerian", "NGA"),
        ("nigériennes", "NER"),
        ("nigérianes", "NGA"),
        ("Guinea", "GIN"),
        ("Guinea-Bissau", "GNB"),
        ("Equatorial Guinea", "GNQ"),
        ("Equatoguinean", "GNQ"),
        ("Papua New Guinea", "PNG"),
        ("Republic of the Congo", "COG"),
        ("Congo-Brazzaville", "COG"),
        ("Democratic Republic of the Congo", "COD"),
        ("RDC", "COD"),
        ("Georgia", "GEO"),
        ("Jordan", "JOR"),
        ("Chad", "TCD"),
        ("Tchad", "TCD"),
        ("Kosovo*", "XKX"),
        ("Türkiye", "TUR"),
        ("Turkey", "TUR"),
        ("former Yugoslav Republic of Macedonia", "MKD"),
        ("Macedonia", "MKD"),
        ("Czech Republic", "CZE"),
        ("Czechia", "CZE"),
        ("Swaziland", "SWZ"),
        ("Ivory Coast", "CIV"),
        ("Côte d'Ivoire", "CIV"),
        ("Cape Verde", "CPV"),
        ("Cabo Verde", "CPV"),
        ("East Timor", "TLS"),
        ("UAE", "ARE"),
        ("UK", "GBR"),
        ("U.S.", "USA"),
        ("DRC", "COD"),
        ("Russia", "RUS"),
        ("Syria", "SYR"),
        ("Iran", "IRN"),
        ("Lao PDR", "LAO"),
        ("The Gambia", "GMB"),
        ("South Sudan", "SSD"),
        ("Sudan", "SDN"),
        ("Somalia", "SOM"),
        ("Mali", "MLI"),
        ("Ireland", "IRL"),
        ("State of Palestine", "PSE"),
        ("Holy See", "VAT"),
        ("Arab Republic of Egypt", "EGY"),
        ("French Republic", "FRA"),
        ("Estado Plurinacional de Bolivia", "BOL"),
        ("جمهورية مصر العربية", "EGY"),
        ("Österreich", "AUT"),
        ("Grekland", "GRC"),
        ("Burkinabè", "BFA"),
        ("Republic of Korea", "KOR"),
    ],
)
def test_a_hard_name_resolves_to_its_state(
    registry: Registry, name: str, code: str
) -> None:
    assert slugs(registry, name) == {code}
    assert any(n.text == name for n in state(registry, code).names)


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Congo", {"COG", "COD"}),
        ("Congolese", {"COG", "COD"}),
        ("Korea", {"KOR", "PRK"}),
        ("Dominican", {"DMA", "DOM"}),
        ("American", {"USA"}),
        ("Central African", {"CAF"}),
    ],
)
def test_a_name_of_several_things_is_kept_apart(
    registry: Registry, name: str, codes: set[str]
) -> None:
    assert slugs(registry, name) == codes
    for code in codes:
        assert all(n.text != name for n in state(registry, code).names)


@pytest.mark.parametrize("word", ["IOM", "SOM", "AND", "CAN", "PER", "Man", "Réunion"])
def test_an_acronym_or_a_common_word_is_no_state_and_no_place(
    registry: Registry, word: str
) -> None:
    bearers = [r for r in registry.records if any(n.text == word for n in r.names)]
    assert [r.kind for r in bearers if r.kind in ("State", "Place")] == []


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("IOM", "organisation/international-organization-for-migration"),
        ("OIM", "organisation/international-organization-for-migration"),
        ("HCR", "organisation/united-nations-high-commissioner-for-refugees"),
        (
            "United Nations High Commission for Refugees",
            "organisation/united-nations-high-commissioner-for-refugees",
        ),
        ("European Council", "organisation/european-council"),
        ("Council of the EU", "organisation/council-of-the-european-union"),
        ("Council of Europe", "organisation/council-of-europe"),
        ("CEDEAO", "organisation/economic-community-of-west-african-states"),
        ("Frontex", "organisation/european-border-and-coast-guard-agency"),
        ("Processus de Khartoum", "process/khartoum-process"),
        ("عملية الخرطوم", "process/khartoum-process"),
        ("Dialogue euro-africain sur la migration et le développement",
         "process/rabat-process"),
        ("عملية الرباط", "process/rabat-process"),
        ("Egypt–EU Migration Dialogue", "process/eu-egypt-migration-dialogue"),
        ("JVAP", "document/joint-valletta-action-plan"),
        ("GCM", "document/global-compact-for-migration"),
        ("EUTF", "instrument/eutf-for-africa"),
        ("Bryssel", "place/brussels"),
        ("القاهرة", "place/cairo"),
        ("Marrakech", "place/marrakesh"),
    ],
)  # fmt: skip
def test_a_name_resolves_in_any_language(
    registry: Registry, name: str, path: str
) -> None:
    assert [record.path for record in registry.named(name)] == [path]
