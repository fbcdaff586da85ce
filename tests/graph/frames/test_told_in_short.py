"""What a short sentence tells of the process or meeting that a text is about."""

import pytest

from tests.graph.frames.conftest import objects, whole

PROCESS = "Colomboprocessen är en dialog om migration. "
MEETING = "Det tredje ministermötet inom Colomboprocessen hölls i Lima. "
TERCERA = (
    "La tercera conferencia ministerial del Proceso de Colombo se celebró en Lima. "
)


@pytest.mark.parametrize(
    ("predicate", "text"),
    [
        ("chairs", PROCESS + "Processen leds av Nepal."),
        ("chairs", PROCESS + "Processen leds i dag av Nepal och ska breddas."),
        ("hasSecretariat", PROCESS + "Sekretariatet sköts av IOM."),
        ("hasSecretariat", PROCESS + "Dess sekretariat finns hos IOM i Lima."),
        ("established", PROCESS + "Grunden lades den 4 maj 2015 vid ett möte."),
        ("hostedBy", MEETING + "Nepal stod som värd."),
        ("hostedBy", MEETING + "Nepal och Fiji var värdar, och Chile deltog."),
    ],
)
def test_a_swedish_sentence_tells_of_what_was_told_before(
    predicate: str, text: str
) -> None:
    assert whole(text, predicate)


@pytest.mark.parametrize(
    ("predicate", "text"),
    [
        ("chairs", PROCESS + "Processen leds inte av Nepal."),
        ("chairs", PROCESS + "Processen leds av Nepal från och med den 4 maj 2030."),
        ("chairs", PROCESS + "Arbetsgruppen för frågan leds av Nepal."),
        ("hasSecretariat", PROCESS + "Sekretariatet sköts varken av IOM eller FN."),
        ("hasSecretariat", PROCESS + "Sekretariatet för gruppen sköts av IOM."),
        ("established", PROCESS + "Grunden lades aldrig den 4 maj 2015."),
        ("hostedBy", MEETING + "Nepal var inte värd."),
        ("hostedBy", MEETING + "Nepal var värd för flyktingar i många år."),
    ],
)
def test_what_is_denied_or_of_another_thing_is_not_read_in_swedish(
    predicate: str, text: str
) -> None:
    assert not whole(text, predicate)


def test_who_a_state_took_part_through_was_there_for_it() -> None:
    text = MEETING + "Chile deltog genom migrationsminister Tomas Brandt."
    assert set(objects(whole(text, "hasParticipant"))) >= {"Tomas Brandt", "Chile"}
    assert set(objects(whole(text, "postFor"))) == {"Chile"}


def test_who_spoke_too_was_there_in_spanish() -> None:
    opened = TERCERA + "En la apertura hizo uso de la palabra la Sra. Lila Rana. "
    told = "También lo hicieron representantes de la OIM y el ACNUR."
    assert set(objects(whole(opened + told, "hasParticipant"))) >= {"OIM", "ACNUR"}
