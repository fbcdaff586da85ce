from collections.abc import Callable

import pytest

Name = Callable[[str], list[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("long", "short", "slot"),
    [
        ("Regional Organisation for Safe Travel", "ROST", "org"),
        ("Trilateral Return Committee", "TRC", "process"),
        ("Common Route Declaration", "CRD", "document"),
    ],
)
def test_a_text_teaches_its_acronyms(
    long: str, short: str, slot: str, named: Name
) -> None:
    found = named(f"The {long} ({short}) is new. They speak of the {short} often.")
    assert [(kind, what) for kind, _, what in found] == [(slot, long.lower())] * 2


def test_an_acronym_of_a_known_body_means_that_body(named: Name) -> None:
    text = "The International Organization for Migration (OIMX) met. The OIMX left."
    assert {what for _, _, what in named(text)} == {
        "organisation/international-organization-for-migration"
    }


@pytest.mark.parametrize(
    "text",
    [
        "They left (BBC) for home. The BBC came.",
        "The Common Approach (XYZ) is new. The XYZ is old.",
        "The Regional Organisation for Safe Travel (2019) met. In 2019 it left.",
        "the regional organisation for safe travel (rost) met. They say rost.",
    ],
)
def test_brackets_without_a_name_before_them_teach_nothing(
    text: str, named: Name
) -> None:
    assert {slot for slot, _, _ in named(text)} <= {"date", "org"}
    assert not [what for _, words, what in named(text) if words in ("BBC", "XYZ")]


def test_what_one_text_teaches_the_next_does_not_know(named: Name) -> None:
    named("The Regional Organisation for Safe Travel (ROST) met.")
    assert named("They speak of ROST often.") == []


def test_an_acronym_is_no_part_of_a_longer_word(named: Name) -> None:
    text = "The Regional Organisation for Safe Travel (ROST) met. ROSTER and PROST."
    assert len(named(text)) == 1


def test_a_conference_that_has_a_secretariat_is_a_process(named: Name) -> None:
    text = "The Southern Conference on Mobility (SCM) met. The chair of the SCM spoke."
    slots = [slot for slot, words, _ in named(text) if words == "SCM"]
    assert slots == ["process"]
    once = "The Southern Conference on Mobility (SCM) met. The SCM was brief."
    assert [slot for slot, words, _ in named(once) if words == "SCM"] == []


def test_a_dialogue_is_one_in_whatever_order_its_parties_stand(named: Name) -> None:
    found = named(
        "The EU-Chad Migration Dialogue met. The Chad-EU Migration Dialogue met."
    )
    processes = [what for slot, _, what in found if slot == "process"]
    assert len(processes) == 2
    assert len(set(processes)) == 1


def test_a_process_may_be_named_for_a_place(named: Name) -> None:
    found = named(
        "They spoke of the Nairobi Process, of a process in Nairobi and Lima."
    )
    assert [words for slot, words, _ in found if slot == "process"] == [
        "Nairobi Process"
    ]


def test_a_document_named_behind_its_kind_is_one(named: Name) -> None:
    found = named(
        "The states adopted an action plan, “A Call for Action - a four year plan”."
    )
    documents = [words for slot, words, _ in found if slot == "document"]
    assert documents == ["A Call for Action - a four year plan"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The Visa, Transit, Return Regional Initiative (VTRRI) was set up in 2007."
            " Many know VTRRI.",
            "VTRRI",
        ),
        (
            "Consultations on Visas, Return and Transit (CVRT) went on. CVRT is known.",
            "CVRT",
        ),
        (
            "Ministers of the Lima Group met. The Lima Group is small.",
            "Lima Group",
        ),
        (
            "The third round of the Andean Visa Dialogue took place in Lima. All know"
            " the Andean Visa Dialogue.",
            "Andean Visa Dialogue",
        ),
        (
            "The Southern Mobility Platform is chaired by Peru. It is small.",
            "Southern Mobility Platform",
        ),
    ],
)
def test_a_series_is_a_process_where_its_offices_or_rounds_are_told(
    text: str, name: str, named: Name
) -> None:
    assert name in [words for slot, words, _ in named(text) if slot == "process"]


@pytest.mark.parametrize(
    "text",
    [
        "The first meeting of the Ad Hoc Group took place. The Ad Hoc Group is small.",
        "The Joint Coordination Platform is chaired by Peru. It is small.",
        "They met at the Lima Forum. The Lima Forum is a hall.",
        "A new Joint Technical Group (JTG) was set up in 2007. The JTG met.",
        "Ministers spoke of the Group of Friends, and of a visa platform.",
    ],
)
def test_a_group_without_a_name_of_its_own_is_no_process(
    text: str, named: Name
) -> None:
    assert [words for slot, words, _ in named(text) if slot == "process"] == []


def test_all_forms_of_a_group_s_name_mean_one_process(named: Name) -> None:
    found = named(
        "The second meeting of the Peru-Chile Joint Working Group on Visas was short."
        " The first meeting of the Peru-Chile Joint Working Group (JWG) on Visas was"
        " long. All know the Peru-Chile Joint Working Group. The JWG is old."
    )
    processes = [what for slot, _, what in found if slot == "process"]
    assert len(processes) >= 2
    assert len(set(processes)) == 1
