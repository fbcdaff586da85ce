"""Places that a text names beside a meeting and that are not where it was."""

import pytest

from tests.graph.frames.test_hostile_sentences import facts

WHERE = {"heldInPlace", "heldInState", "scheduledIn"}


@pytest.mark.parametrize(
    "text",
    [
        "The minister discussed the situation in Syria, Iraq and Chad at the"
        " ministerial conference of the Rabat Process in Vienna on 3 May 2021.",
        "The minister described the floods in Chad at the ministerial conference of the"
        " Rabat Process in Vienna on 3 May 2021.",
        "The ministerial conference of the Rabat Process was held in Vienna on 3 May"
        " 2021 and discussed the war in Syria.",
        "The ministerial conference of the Rabat Process, held in Vienna on 3 May 2021,"
        " looked at camps in Chad and Syria.",
        "La ministre a évoqué la situation au Tchad lors de la conférence ministérielle"
        " du Processus de Rabat tenue à Vienne le 3 mai 2021.",
        "La ministra describió la crisis en Siria y en Chad en la conferencia"
        " ministerial del Proceso de Rabat celebrada en Viena el 3 de mayo de 2021.",
        "Ministern beskrev läget i Syrien och Tchad vid EU:s ministermöte i Wien den"
        " 3 maj 2021.",
        "ناقش المؤتمر الوزاري لعملية الرباط الذي عقد في فيينا في 3 مايو 2021 أوضاع"
        " اللاجئين في سوريا وتشاد.",
    ],
)
def test_where_what_was_spoken_of_is_nobody_met(text: str) -> None:
    found = {name for said, name in facts(text) if said in WHERE}
    assert len(found - {"AUT"}) == 1, "Vienna, and no other"
    assert not found & {"SYR", "TCD", "IRQ"}


@pytest.mark.parametrize(
    "text",
    [
        "In Vienna, Austria, the ministerial conference of the Rabat Process was held.",
        "Ministers met in Vienna, Austria, for the ministerial conference of the Rabat"
        " Process on 3 May 2021.",
        "At a hotel in Vienna, Austria, the ministerial conference of the Rabat Process"
        " took place on 3 May 2021.",
        "La ministre a participé hier à Vienne, en Autriche, à la conférence"
        " ministérielle du Processus de Rabat.",
        "La conférence ministérielle du Processus de Rabat s'est tenue à Vienne, en"
        " Autriche, le 3 mai 2021.",
    ],
)
def test_where_people_met_is_told_before_or_behind_the_meeting(text: str) -> None:
    found = {name for said, name in facts(text) if said in WHERE}
    assert "AUT" in found
    assert len(found) == 2
