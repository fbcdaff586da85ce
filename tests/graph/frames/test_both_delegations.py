"""Who led the other delegation, long names of states, and who came too."""

import pytest

from hiwar.graph.reading import read_text
from tests.graph.frames.conftest import facts_of, whole

FR = (
    "La deuxième session du dialogue migratoire franco-malien s'est tenue à Bamako le 4"
    " mai 2021. La délégation malienne était conduite par M. Omar Modèle, ministre de"
    " l'Intérieur, {} M. Tomas Brandt, directeur général."
)
ES = (
    "La segunda sesión del diálogo migratorio entre Perú y Chile se celebró en Lima el"
    " 4 de mayo de 2021. La delegación peruana estuvo encabezada por el Viceministro de"
    " Salud, Tomás Brandt, {} la Viceministra de Movilidad Humana, Ana Ejemplo."
)


@pytest.mark.parametrize(
    ("text", "who", "state"),
    [
        (FR.format("et la délégation française par"), "directeur général", "France"),
        (FR.format("et la française par"), "directeur général", "France"),
        (ES.format("y la chilena por"), "Viceministra de Movilidad Humana", "Chile"),
        (
            ES.format("y la delegación chilena por"),
            "Viceministra de Movilidad Humana",
            "Chile",
        ),
    ],
)
def test_who_leads_the_other_delegation_is_of_the_other_state(
    text: str, who: str, state: str
) -> None:
    reading = read_text(text)
    assert (who, "postFor", state) in facts_of(reading, "postFor")
    came = {name for _, _, name in facts_of(reading, "hasParticipant")}
    assert came & {"Tomas Brandt", "Ana Ejemplo"}


def test_a_long_name_of_a_state_is_that_state() -> None:
    text = (
        "À l'invitation du Gouvernement de l'Union des Comores, la deuxième session du"
        " dialogue migratoire franco-comorien s'est tenue à Moroni le 4 mai 2021."
    )
    reading = read_text(text)
    (host,) = {name for _, _, name in facts_of(reading, "hostedBy")}
    assert host.endswith("Comores")


def test_a_guest_came_too() -> None:
    text = (
        "La tercera conferencia ministerial sobre migración se celebró en Lima. Asistió"
        " también, como invitada, la Organización Internacional para las Migraciones."
    )
    came = {name for _, _, name in whole(text, "hasParticipant")}
    assert came == {"Organización Internacional para las Migraciones"}
