"""Who chaired a process in turn, and when each of them did."""

import pytest

from tests.graph.frames.conftest import State, whole

RABAT = "The Rabat Process is a dialogue of many states."


def terms(text: str, stated: State) -> dict[str, set[str]]:
    """Return who chaired, each with the periods that the text gives."""
    facts = stated(f"{RABAT}\n\n{text}", "chairs", "when")
    ids = {one for one, name, _ in facts if name == "when"}
    found: dict[str, set[str]] = {
        one: set() for one, name, _ in facts if name == "chairs"
    }
    for one in found:
        found[one] = {v for i, name, v in facts if name == "when" and i in ids}
    return found


def periods(text: str, stated: State) -> set[str]:
    """Return the periods of all terms."""
    return {value for _, _, value in stated(f"{RABAT}\n\n{text}", "when")}


@pytest.mark.parametrize(
    ("text", "chairs", "when"),
    [
        (
            "Past chairs: Kenya (2019–2020), Mali (2018) and Peru.",
            "Kenya Mali Peru",
            "2019/2020 2018/2018",
        ),
        (
            "Previous chairs of the Rabat Process include Kenya, Mali and Peru.",
            "Kenya Mali Peru",
            "",
        ),
        (
            "Former presidencies\n\n- 2019–2020: Kenya\n- 2018: Mali",
            "Kenya Mali",
            "2019/2020 2018/2018",
        ),
        (
            "Past chairs\n\n- Kenya (2019-20)\n- Mali (since 2021)",
            "Kenya Mali",
            "2019/2020 2021/",
        ),
        (
            "So far the following states have chaired the Rabat Process: Kenya, Mali"
            " (2018) and Peru (2016–2017).",
            "Kenya Mali Peru",
            "2018/2018 2016/2017",
        ),
        (
            "The Rabat Process has been chaired by Kenya (2015), Mali (2016–2018) and"
            " now Peru.",
            "Kenya Mali",
            "2015/2015 2016/2018",
        ),
        (
            "The first chair was Kenya, followed by Mali in 2016 and Peru in 2018.",
            "Kenya Mali Peru",
            "2016/ 2018/",
        ),
        (
            "The presidency of the Rabat Process was held by Kenya in 2015, then by"
            " Mali in 2016.",
            "Kenya Mali",
            "2015/2015 2016/",
        ),
    ],
)
def test_each_of_a_list_of_past_chairs_has_its_own_years(
    text: str, chairs: str, when: str, stated: State
) -> None:
    assert set(terms(text, stated)) == set(chairs.split())
    assert periods(text, stated) == set(when.split())


@pytest.mark.parametrize(
    "text",
    [
        "Past guests: Kenya (2019–2020), Mali (2018) and Peru.",
        "Possible chairs: Kenya (2031), Mali (2032) and Peru.",
        "Past chairs did not come from Kenya, Mali or Peru.",
        "The following states will have chaired the Rabat Process: Kenya and Mali.",
        "The following states have never chaired the Rabat Process: Kenya and Mali.",
        "The following states have chaired a meeting of the bank: Kenya and Mali.",
        "Critics say that past chairs include Kenya, Mali and Peru.",
        "The Rabat Process was not chaired by Kenya (2015) or Mali (2016).",
        "The Rabat Process should have been chaired by Kenya (2015) and Mali (2016).",
        "The first chair of the bank was Kenya, followed by Mali in 2016.",
        "The first chair was to be Kenya, followed by Mali in 2031.",
        "“The first chair was Kenya, followed by Mali”, the paper wrote.",
        "Past chairs",
    ],
)
def test_who_is_no_past_chair_of_the_process_is_none(text: str, stated: State) -> None:
    assert terms(text, stated) == {}


@pytest.mark.parametrize(
    ("sentence", "chairs", "when"),
    [
        ("Kenya has become chair of the regional grouping Rabat Process.", "Kenya", ""),
        (
            "Kenya, which holds the presidency of the Rabat Process from 2024 to 2025,"
            " will host it.",
            "Kenya",
            "2024/2025",
        ),
        ("Kenya was chair of the Rabat Process in 2016.", "Kenya", "2016/2016"),
        ("Kenya assumed the Rabat Process chair in 2016.", "Kenya", "2016/"),
        ("From May 2016, Kenya took over the chair of the Rabat Process.", "Kenya", ""),
        ("In 2016, Kenya took the helm of the Rabat Process.", "Kenya", "2016/"),
        (
            "Kenya assumes the chairmanship of the Rabat Process for 2024-26.",
            "Kenya",
            "2024/2026",
        ),
        (
            "Since assuming the chair of the Rabat Process in 2013, Kenya led on.",
            "Kenya",
            "2013/",
        ),
        ("Kenya chaired the Rabat Process until May 2016.", "Kenya", "/2016-05"),
        ("Kenya and Mali, which co-chair the Rabat Process, met.", "Kenya Mali", ""),
        (
            "It is chaired by Kenya and co-chaired by Mali.",
            "Kenya Mali",
            "",
        ),
        (
            "The pro tempore presidency of the Rabat Process is currently held by the"
            " Government of Kenya.",
            "Kenya",
            "",
        ),
        (
            "It fell into Kenya's second-term chairmanship of the Rabat Process.",
            "Kenya",
            "",
        ),
        (
            "Ministers marked the handover of the Rabat Process chairmanship from"
            " Kenya to Mali.",
            "Kenya Mali",
            "",
        ),
        (
            "Under the Rabat Process Co-Chairmanship of Kenya and Mali, ties grew.",
            "Kenya Mali",
            "",
        ),
        (
            "Ms Ana Ruiz, Minister of Labour of Peru and the Chair of the Rabat"
            " Process, spoke.",
            "Peru",
            "",
        ),
    ],
)
def test_who_is_in_the_chair_is_told_in_many_ways(
    sentence: str, chairs: str, when: str, stated: State
) -> None:
    assert set(terms(sentence, stated)) == set(chairs.split())
    assert periods(sentence, stated) >= set(when.split())


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya will become chair of the Rabat Process in 2031.",
        "Kenya hopes to become chair of the Rabat Process.",
        "Kenya offered to take over the chair of the Rabat Process in 2023.",
        "Kenya never became chair of the Rabat Process.",
        "Kenya became chair of the committee on rules of the Rabat Process.",
        "Kenya took over the presidency of the bank during the Rabat Process.",
        "Kenya became chair of the working group.",
        "Kenya chaired the Rabat Process working group on visas.",
        "Kenya held the Rabat Process chairmanship workshop in Nairobi.",
        "Kenya is not the chair of the Rabat Process.",
        "Kenya, which no longer holds the chair of the Rabat Process, was heard.",
        "Had Kenya become chair of the Rabat Process in 2016, it would have met.",
        "If Kenya takes the helm of the Rabat Process, visas will be easier.",
        "The minister said that Kenya took the helm of the Rabat Process in 2016.",
        "Nobody knows when the handover of the Rabat Process chair from Kenya to Mali"
        " will be.",
        "The handover of the Rabat Process chair from Kenya to Mali was put off.",
        "Kenya's possible chairmanship of the Rabat Process was discussed.",
        "Kenya's bid for the chairmanship of the Rabat Process was welcome.",
        "Kenya was asked to be chair of the Rabat Process in 2016.",
        "Kenya was chosen to host the Rabat Process chair in 2016.",
        "Kenya received the chair of the Rabat Process's invitation.",
        "Kenya remains the chair of the Rabat Process's fund.",
        "Kenya became chair of the Rabat Process trust fund.",
        "The bank, unlike the Rabat Process, has been chaired by Kenya and Mali.",
        "The handover of the Rabat Process chair from Kenya to Mali is due in 2031.",
        "The handover of the Rabat Process chair from Kenya to Mali was discussed.",
        "Plans for the handover of the Rabat Process chair from Kenya to Mali are out.",
        "Kenya was vice-chair of the Rabat Process in 2016.",
        "Kenya, as a former chair of the Rabat Process, spoke.",
        "Kenya almost took the helm of the Rabat Process.",
    ],
)
def test_who_only_may_be_in_the_chair_or_is_near_it_is_not(
    sentence: str, stated: State
) -> None:
    assert terms(sentence, stated) == {}


@pytest.mark.parametrize(
    ("text", "when"),
    [
        (
            "Le Processus de Rabat est un dialogue des États de la région et des pays"
            " voisins.\n\nAnciennes présidences : Kenya (2019-2020), Mali (2018).",
            "2019/2020 2018/2018",
        ),
        (
            "Le Processus de Rabat, qui est un dialogue des États, a été présidé par"
            " le Kenya (2015), puis par le Mali en 2016.",
            "2015/2015 2016/",
        ),
        (
            "La présidence du Processus de Rabat est passée du Mali au Kenya le 4 mai"
            " 2021, au cours de la réunion.",
            "/2021-05-04 2021-05-04/",
        ),
        (
            "El Proceso de Rabat es un diálogo de los Estados de la región y de los"
            " países vecinos.\n\nPresidencias anteriores: Kenia (2019-2020), Malí"
            " (2018).",
            "2019/2020 2018/2018",
        ),
        (
            "El Proceso de Rabat, que es un diálogo de los Estados de la región, ha"
            " crecido. El Proceso de Rabat ha sido presidido por Kenia (2015), luego"
            " por Malí en 2016.",
            "2015/2015 2016/",
        ),
    ],
)
def test_rotations_are_read_in_french_and_spanish_too(text: str, when: str) -> None:
    facts = whole(text, "chairs", "when")
    assert len({one for one, name, _ in facts if name == "chairs"}) == 2
    assert {v for _, name, v in facts if name == "when" and "/" in v} == set(
        when.split()
    )
