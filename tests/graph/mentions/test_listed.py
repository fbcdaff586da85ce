"""Organisations that only the list tells in which they stand."""

import pytest

from tests.graph.mentions.conftest import Name, bodies

LISTS = {
    "IOM, Global Harbour Watch, the Andean Chiefs of Fire (ACF) and ICMPD came.": {
        "Global Harbour Watch",
        "Andean Chiefs of Fire",
    },
    "They met IOM, Foopol, Canada Immigration and Coasts, UNHCR and ICMPD.": {
        "Foopol",
        "Canada Immigration and Coasts",
    },
    "Agencies such as Barex, Europol and Foopol came.": {"Barex", "Foopol"},
    "They met IOM, the Bali Process Regional Office, UNHCR and Harbour Guard.": {
        "Bali Process Regional Office",
        "Harbour Guard",
    },
}


@pytest.mark.parametrize(("text", "unknown"), LISTS.items())
def test_names_beside_known_organisations_are_organisations(
    text: str, unknown: set[str], named: Name
) -> None:
    assert unknown <= set(bodies(named, text))


NO_BODIES = [
    ("IOM, UNHCR, Ana Kolenda and ICMPD came.", "Ana Kolenda"),
    ("IOM, UNHCR, the Western Balkans and ICMPD came.", "Western Balkans"),
    ("IOM, UNHCR, Civil Society and ICMPD came.", "Civil Society"),
    ("IOM, UNHCR, Citizenship and ICMPD came.", "Citizenship"),
    ("IOM, UNHCR, Member States and ICMPD came.", "Member States"),
    ("Kenya, Chile and Foopol met IOM.", "Foopol"),
    ("IOM, UNHCR and the Director General of ICMPD came.", "Director General"),
    ("Lima, Harbour Watch and Quito are far from IOM.", "Harbour Watch"),
]


@pytest.mark.parametrize(("text", "name"), NO_BODIES)
def test_persons_regions_and_common_nouns_in_such_lists_are_none(
    text: str, name: str, named: Name
) -> None:
    assert not any(name in body for body in bodies(named, text))


def test_an_organisation_that_only_a_list_tells_is_minted_not_merged(
    named: Name,
) -> None:
    text = "IOM, Harbour Watch Network (HWN) and ICMPD came."
    assert ("org", "Harbour Watch Network", "harbour watch network") in named(text)


def test_a_short_name_behind_a_name_is_the_same_organisation(named: Name) -> None:
    text = "Agencies like the Northern Lakes and River Rescue Agency Resca, IOM and UN"
    long = "Northern Lakes and River Rescue Agency"
    assert ("org", long, long.casefold()) in named(text)
    assert ("org", "Resca", long.casefold()) in named(text)
