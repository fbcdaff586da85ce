"""Series of meetings in Spanish, French and Swedish texts, and what is told of them."""

import pytest

from hiwar.graph.reading import read_text
from tests.graph.frames.conftest import facts_of

OPENINGS = {
    "es": "Los países de la región trabajan sobre los temas que tienen en común.",
    "fr": "Les pays de la région travaillent sur les questions qu'ils ont en commun.",
    "sv": "Länderna i regionen arbetar med de frågor som de har tillsammans.",
}


def told(language: str, text: str, predicate: str) -> list[str]:
    reading = read_text(f"{OPENINGS[language]}\n\n{text}")
    assert reading.source.language == language
    return [value for _, _, value in facts_of(reading, predicate)]


@pytest.mark.parametrize(
    ("language", "text", "year"),
    [
        ("es", "El Proceso de Colombo surgió de una cumbre y nació en 2003.", []),
        ("es", "El Proceso de Colombo nació en 2003 en Lima.", ["2003"]),
        ("es", "El Proceso de Colombo, adscrito al foro, se creó en 2003.", ["2003"]),
        ("es", "Creado en 2003, el Proceso de Colombo es un foro.", ["2003"]),
        ("es", "El Proceso de Colombo no se creó en 2003.", []),
        ("es", "La Declaración de Lima se creó en 2003 en el Proceso de Colombo.", []),
        ("fr", "Le Processus de Colombo est né en mai 2003 à Lima.", ["2003-05"]),
        ("fr", "Le « Processus de Colombo » a vu le jour en 2003.", ["2003"]),
        ("fr", "Le Processus de Colombo a été mis en place en 2003.", ["2003"]),
        ("fr", "Le Processus de Colombo n'a pas été mis en place en 2003.", []),
        ("fr", "Selon lui, le Processus de Colombo est né en 2003.", []),
    ],
)
def test_a_founding_is_told_in_other_languages(
    language: str, text: str, year: list[str]
) -> None:
    assert told(language, text, "established") == year


@pytest.mark.parametrize(
    ("language", "text", "members"),
    [
        ("es", "El Proceso de Colombo agrupa a Nepal, Fiji y Chile.", 3),
        (
            "es",
            "El Proceso de Colombo está integrado por tres países: Nepal y Fiji en el"
            " mar, y Chile en tierra.",
            3,
        ),
        ("es", "Los miembros del Proceso de Colombo son Nepal, Fiji y Chile.", 3),
        ("es", "El Proceso de Colombo reúne a expertos en Nepal, Fiji y Chile.", 0),
        ("es", "El Proceso de Colombo no agrupa a Nepal, Fiji y Chile.", 0),
        (
            "fr",
            "Le Processus de Colombo est composé du Népal, des Fidji et du Chili.",
            3,
        ),
        ("fr", "Le Processus de Colombo comprend le Népal, les Fidji et le Chili.", 3),
        (
            "fr",
            "Les pays membres du Processus de Colombo sont le Népal, les Fidji et le"
            " Chili.",
            3,
        ),
        ("fr", "Le Processus de Colombo comprend des stages au Népal et au Chili.", 0),
        ("fr", "Le Processus de Colombo ne réunit pas le Népal et le Chili.", 0),
    ],
)
def test_of_whom_a_process_consists_is_told_in_other_languages(
    language: str, text: str, members: int
) -> None:
    assert len(told(language, text, "hasMember")) == members


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (
            "fr",
            "Le Dialogue sur la mobilité en Asie centrale (DMAC) est utile. Le DMAC a"
            " été créé en 2003.",
            "Dialogue sur la mobilité en Asie centrale",
        ),
        (
            "es",
            "La Red de autoridades para la movilidad andina (RAMA) es útil. La RAMA fue"
            " creada en 2003.",
            "Red de autoridades para la movilidad andina",
        ),
    ],
)
def test_a_series_named_in_small_letters_is_a_process(
    language: str, text: str, name: str
) -> None:
    reading = read_text(f"{OPENINGS[language]}\n\n{text}")
    assert [who for who, _, _ in facts_of(reading, "established")] == [name]


def test_a_swedish_group_is_a_process_by_its_acronym() -> None:
    text = (
        "Ministrarna träffades i den nordiska samrådsgruppen för visumfrågor (NSVF) för"
        " att samråda. NSVF är en grupp som länderna har."
    )
    reading = read_text(f"{OPENINGS['sv']}\n\n{text}")
    kinds = [who for who, _, kind in facts_of(reading, "type") if "Process" in kind]
    assert kinds == ["nordiska samrådsgruppen för visumfrågor"]
