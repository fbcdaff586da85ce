"""Lists of bodies and states in French, Spanish and Arabic, and what they leave out."""

import pytest

from tests.graph.frames.conftest import facts_in

FRENCH = (
    "La troisième conférence ministérielle du Processus de Rabat s'est tenue à Lima, "
    "en présence des représentants de l’Union européenne (UE), {}, et de l’"
    "Organisation internationale pour les migrations (OIM)."
)
ARABIC = "يعقد الاجتماع الوزاري الثالث لعملية كولومبو في ليما. "


@pytest.mark.parametrize(
    "body",
    [
        "la Communauté économique des Etats d’Afrique australe (CEEAA)",
        "la Conférence des Nations unies sur le commerce et le développement (CNUCED)",
        "l'Organisation des villes du fleuve (OVF)",
    ],
)
def test_a_name_that_its_acronym_spells_is_a_body(body: str) -> None:
    told = facts_in("fr", FRENCH.format(body))
    bodies = {value for name, value in told if name == "hasParticipant"}
    assert len(bodies) == 3
    assert {value for name, value in told if name == "heldInPlace"} == {"Lima"}


def test_a_meeting_that_no_acronym_spells_stays_a_meeting() -> None:
    text = (
        "La Conférence des Nations unies sur les changements climatiques (COP) s'est "
        "tenue à Lima le 3 mai 2019."
    )
    assert ("startDate", "2019-05-03") in facts_in("fr", text)


def test_the_first_since_a_day_is_not_the_first_of_all() -> None:
    text = (
        "La 8e conférence ministérielle du Processus de Rabat s'est tenue à Lima. "
        "Il s'agit de la première conférence consacrée aux visas depuis 2010."
    )
    told = facts_in("fr", text)
    assert {value for name, value in told if name == "ordinal"} == {"8"}


def test_two_lists_of_those_who_are_counted_are_both_read() -> None:
    text = ARABIC + (
        "وتشارك في الاجتماع 5 دول تشمل الدول المرسلة للعمالة، وهي نيبال، وفيتنام، "
        "والدول المستقبلة للعمالة، وهي الإمارات، والبحرين، والكويت."
    )
    told = {v for n, v in facts_in("ar", text) if n == "expectedParticipant"}
    assert told == {"نيبال", "فيتنام", "الإمارات", "البحرين", "الكويت"}


@pytest.mark.parametrize(("verb", "count"), [("يشارك", 2), ("لا يشارك", 0)])
def test_bodies_that_come_as_observers_are_expected(verb: str, count: int) -> None:
    text = ARABIC + (
        f"كما {verb} في الاجتماع بصفة مراقب ممثلون عن المنظمة الدولية للهجرة ومنظمة "
        "العمل الدولية."
    )
    told = {v for n, v in facts_in("ar", text) if n == "expectedParticipant"}
    assert len(told) == count
