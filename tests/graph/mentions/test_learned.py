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
