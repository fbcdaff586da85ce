from collections.abc import Callable

import pytest

from hiwar.graph.mentions import annotate
from hiwar.graph.mentions.cities import find_cities
from hiwar.graph.text.layout import lay_out
from hiwar.graph.text.source import source_from_text
from hiwar.ontology.records import load_registry

Name = Callable[[str], list[tuple[str, str, str]]]


def things(found: list[tuple[str, str, str]], slot: str) -> list[str]:
    return [what.rpartition("/")[2] for kind, _, what in found if kind == slot]


@pytest.mark.parametrize(
    "text",
    [
        "The Khartoum Process goes on, as do the Rabat Process and the Prague Process.",
        "The Cairo Action Plan and the Istanbul Ministerial Declaration are on it.",
        "The Valletta Summit and the Marrakesh Political Declaration came before.",
        "The Dakar Declaration of the states is on the table.",
    ],
)
def test_a_place_inside_a_name_is_no_place(text: str, named: Name) -> None:
    found = named(text)
    assert found
    assert things(found, "place") == []


def test_a_place_outside_the_name_that_has_it_is_one(named: Name) -> None:
    found = named("The meeting of the Budapest Process was held in Budapest.")
    assert [slot for slot, _, _ in found] == ["meeting", "place"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Niger and Nigeria took part.", "NER NGA"),
        (
            "Guinea, Guinea-Bissau, Equatorial Guinea and Papua New Guinea came.",
            "GIN GNB GNQ PNG",
        ),
        ("The Democratic Republic of the Congo, DR Congo and the DRC", "COD COD COD"),
        ("The Republic of the Congo and Congo-Brazzaville took part.", "COG COG"),
        ("Georgia and Jordan took part.", "GEO JOR"),
        ("Kosovo* and Kosovo took part.", "XKX XKX"),
        ("Türkiye, Turkey, the Republic of Türkiye, TURKEY", "TUR TUR TUR TUR"),
        ("The former Yugoslav Republic of Macedonia and FYROM", "MKD MKD"),
        ("South Sudan, Sudan, Somalia and Mali took part.", "SSD SDN SOM MLI"),
        ("Dominica and the Dominican Republic took part.", "DMA DOM"),
        ("Northern Ireland, Lake Chad and the Gulf of Guinea are on the map.", ""),
        ("Swaziland is Eswatini; the Czech Republic is Czechia.", "SWZ SWZ CZE CZE"),
        ("Côte d’Ivoire, Cote d'Ivoire and Ivory Coast", "CIV CIV CIV"),
        ("The State of Palestine and the Holy See took part.", "PSE VAT"),
        ("The Netherlands, the Gambia and the U.K. took part.", "NLD GMB GBR"),
        ("EGYPT, ETHIOPIA AND ERITREA TOOK PART IN THE TALKS.", "EGY ETH ERI"),
    ],
)
def test_the_longest_name_of_a_state_wins(text: str, codes: str, named: Name) -> None:
    assert things(named(text), "state") == codes.split()


@pytest.mark.parametrize("place", ["Western Sahara", "Taiwan", "Greenland"])
def test_what_is_not_on_the_list_of_states_is_a_place(place: str, named: Name) -> None:
    found = named(f"They spoke of {place} too.")
    assert [slot for slot, _, _ in found] == ["place"]


@pytest.mark.parametrize(
    "text",
    [
        "They ate a turkey in the jersey of a chad who can jordan.",
        "The SOM, AND, PER, CAN and ARE are no states.",
        "They told us who said so, and iom or unhcr are no words.",
        "The Congo is one of two states, and it is not said which.",
        "The Egyptologist and the Malian-born, so to say: Egyptomania.",
        "Ivory coasts and united states of mind",
    ],
)
def test_a_common_word_or_a_code_is_no_state(text: str, named: Name) -> None:
    assert things(named(text), "state") == []
    assert things(named(text), "org") == []


@pytest.mark.parametrize(
    ("written", "found"),
    [("IOM", 1), ("iom", 0), ("Iom", 0), ("IOMs", 0), ("UNHCR", 1)],
)
def test_an_acronym_counts_only_as_it_is_written(
    written: str, found: int, named: Name
) -> None:
    assert len(things(named(f"They asked {written} to come."), "org")) == found


def test_a_body_inside_a_longer_one_is_not_found_twice(named: Name) -> None:
    text = (
        "The African Union Commission, the African Union, the European Council, the"
        " Council of Europe and the United Nations Commission on Crime Prevention came."
    )
    assert things(named(text), "org") == [
        "african-union-commission",
        "african-union",
        "european-council",
        "council-of-europe",
        "united nations commission on crime prevention",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Mr Jordan Sample spoke.",
        "Ms. Georgia Sample spoke.",
        "President Chad Sample left.",
    ],
)
def test_a_state_that_is_a_given_name_is_a_person(text: str, named: Name) -> None:
    assert [slot for slot, _, _ in named(text)] == ["person"]


def test_badr_is_a_person_and_no_city(named: Name) -> None:
    found = named("Minister Badr Abdelatty spoke, and Badr is what they call him.")
    assert [slot for slot, _, _ in found] == ["person"]


def test_a_demonym_names_its_state_and_is_none(named: Name) -> None:
    found = named("The Turkish and the Egyptian authorities met French experts.")
    assert things(found, "demonym") == ["TUR", "EGY", "FRA"]
    assert things(found, "state") == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Les ministres des États se sont réunis dans la ville avec les partenaires"
         " égyptiens, et la suite est dans le texte.", "égyptiens"),
        ("Los ministros de los países se reunieron en la ciudad con los socios"
         " egipcios, y lo que sigue es de la carta.", "egipcios"),
    ],
)  # fmt: skip
def test_a_demonym_counts_in_its_own_language_only(
    text: str, word: str, named: Name
) -> None:
    own = annotate(lay_out(source_from_text(text, "text"))).sentences[0].mentions
    assert word in [item.text for item in own if item.slot == "demonym"]
    assert things(named(f"They spoke of the {word} of the city."), "demonym") == []


STATES = [
    (name.text, record.slug)
    for record in load_registry().records
    if record.kind == "State"
    for name in record.names
    if name.role != "demonym" and name.language == "en" and len(name.text) > 3
]


def test_every_english_name_of_every_state_is_found_as_that_state(named: Name) -> None:
    wrong = []
    for text, slug in STATES:
        found = named(f"In the end, they met with {text} and with the others.")
        if things(found, "state") != [slug]:
            wrong.append((text, found))
    # one name of two states is read as neither
    assert {text for text, _ in wrong} <= {"Congo", "Korea"}


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("They met in Washington, Georgia, and in Tbilisi, Georgia.", ["Georgia"]),
        ("He came from Georgia, USA, by way of the State of Georgia.", ["USA"]),
        (
            "Georgia, Moldova and Ukraine met in Batumi.",
            ["Georgia", "Moldova", "Ukraine"],
        ),
        ("Air Malta, Radio Jordan, Kenya Airways and the Cyprus Times told it.", []),
        ("They live on Jordan Street and in Jordan.", ["Jordan"]),
        ("It lies on the West Bank of the river, not in Niger.", ["Niger"]),
    ],
)
def test_a_states_name_in_another_name_is_not_the_state(
    text: str, states: list[str], named: Name
) -> None:
    found = named(text)
    assert [words for slot, words, _ in found if slot == "state"] == states
    assert not [words for slot, words, _ in found if slot == "org"]


@pytest.mark.parametrize(
    "text",
    [
        "The ministers left Queenstown for Kuching.",
        "Rostock and Plovdiv thanked all of the delegates.",
    ],
)
def test_a_city_that_the_registry_lacks_is_a_place_without_any_cue(
    text: str, named: Name
) -> None:
    assert len(things(named(text), "place")) == 2


def test_a_city_that_the_registry_lacks_is_found_in_other_scripts(named: Name) -> None:
    text = "اجتمع وزراء الداخلية في مدينة تلمسان يوم الاثنين"
    assert "place" in {slot for slot, *_ in named(text)}


def test_no_city_of_the_list_is_in_the_registry() -> None:
    known = {n.text for p in load_registry().of_kind("Place") for n in p.names}
    assert known.isdisjoint(name.text for _, name in find_cities())
