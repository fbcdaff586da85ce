"""Who chairs a process, from when to when, and to whom the chair is handed."""

import pytest

from hiwar.graph.model import Thing
from hiwar.graph.namespaces import HIWAR
from hiwar.graph.reading import read_text
from tests.graph.frames.conftest import State, objects

KHARTOUM = "Khartoum Process"


@pytest.mark.parametrize(
    "text",
    [
        f"Egypt handed the chairmanship of the {KHARTOUM} to France.",
        f"Egypt handed over the {KHARTOUM} chairmanship to France.",
        f"The chairmanship of the {KHARTOUM} passed from Egypt to France.",
        f"France took over the chairmanship of the {KHARTOUM} from Egypt.",
    ],
)
def test_a_handover_goes_from_the_old_chair_to_the_new(text: str) -> None:
    reading = read_text(f"The states of the region met for the talks.\n\n{text}")
    handed = [s for s in reading.statements if s.predicate == HIWAR.handedOverTo]
    chairs = {
        s.describes: s.subject.iri[-3:]
        for s in reading.statements
        if s.predicate == HIWAR.chairs
    }
    (statement,) = handed
    assert isinstance(statement.object, Thing)
    assert chairs[statement.subject] == "EGY"
    assert chairs[statement.object] == "FRA"


def test_terms_that_were_turned_over_meet_in_the_month_of_the_meeting(
    stated: State,
) -> None:
    text = (
        f"At the ministerial conference of the {KHARTOUM} in Cairo on 9 April 2025,"
        f" Egypt handed the chairmanship of the {KHARTOUM} to France."
    )
    periods = [value for _, _, value in stated(text, "when") if "/" in value]
    assert sorted(periods) == ["/2025-04", "2025-04/"]


@pytest.mark.parametrize(
    "text",
    [
        f"Egypt resumed the presidency of the {KHARTOUM} in April 2024.",
        f"Egypt has held the chairmanship of the {KHARTOUM} since April 2024.",
        f"Egypt took up the chairmanship of the {KHARTOUM} in April 2024.",
    ],
)
def test_a_term_that_began_has_an_open_end(text: str, stated: State) -> None:
    assert ("Egypt", "chairs", KHARTOUM) in stated(text)
    assert objects(stated(text, "when")) == ["2024-04/"]


def test_the_chair_at_the_launch_and_the_chair_again_are_two_terms() -> None:
    reading = read_text(
        f"Egypt, which chaired the {KHARTOUM} at its launch, resumed the presidency of"
        f" the {KHARTOUM} in April 2024. The {KHARTOUM} was established in 2014."
    )
    terms = {s.describes for s in reading.statements if s.predicate == HIWAR.chairs}
    when = {
        s.subject: str(s.object)
        for s in reading.statements
        if s.predicate == HIWAR.when and s.subject in terms
    }
    assert len(terms) == 2
    assert sorted(when.values()) == ["2014/", "2024-04/"]


@pytest.mark.parametrize(
    ("sentence", "chairs", "when"),
    [
        (
            "Kenya and Italy, the Rabat Process 2017-2018 Co-Chairs, met IOM.",
            {"Kenya", "Italy"},
            {"2017/2018"},
        ),
        ("Kenya, the 2019 Rabat Process chair, met IOM.", {"Kenya"}, {"2019/2019"}),
        ("Ms Amina Otieno, the Rabat Process chair, met.", {"Amina Otieno"}, set()),
        ("Kenya, 2017-18 chair of the Rabat Process, met.", {"Kenya"}, {"2017/2018"}),
        ("IOM helped the first Rabat Process Chair, Kenya.", {"Kenya"}, set()),
        ("The date is open, Kenya, the Rabat Process chair, said.", {"Kenya"}, set()),
        ("Kenya was never one of the Rabat Process co-chairs.", set(), set()),
        ("Italy, Kenya, the Rabat Process chair, and IOM met.", {"Kenya"}, set()),
        ("Italy and Kenya, chair of the Rabat Process, met.", {"Kenya"}, set()),
        ("Italy, a candidate for chair of the Rabat Process, left.", set(), set()),
        ("If Kenya, the 2019 Rabat Process chair, agrees, IOM will.", set(), set()),
        ("Kenya met the Rabat Process chair's friend.", set(), set()),
    ],
)
def test_a_chair_in_apposition_has_the_years_that_stand_with_it(
    sentence: str, chairs: set[str], when: set[str], stated: State
) -> None:
    facts = stated(sentence, "chairs", "when")
    assert {one for one, name, _ in facts if name == "chairs"} == chairs
    assert {value for _, name, value in facts if name == "when"} == when


def test_a_chair_is_handed_to_the_term_that_the_meeting_begins(stated: State) -> None:
    text = (
        "The Senior Officials' Meeting of the Rabat Process was held in Accra on 4 and"
        " 5 May 2021. At the meeting the Chairmanship passed from Ghana to Portugal,"
        " whose term began with it."
    )
    ((_, _, successor),) = stated(text, "handedOverTo")
    assert successor in {term for term, _, _ in stated(text, "when")}


def test_a_process_told_behind_another_noun_is_not_what_was_chaired(
    stated: State,
) -> None:
    told = (
        "The Ministerial Conference of the Rabat Process, held on the anniversary of "
        "the process, was chaired by Kenya."
    )
    assert stated(told, "chairs") == []


@pytest.mark.parametrize(
    ("text", "chairs"),
    [
        (
            f"Egypt and Mali took over the chairmanship of the {KHARTOUM} in May 2017.",
            2,
        ),
        (f"Egypt, Peru and Mali have assumed the chair of the {KHARTOUM}.", 3),
        (f"After talks with Egypt, Mali took over the {KHARTOUM} chair in 2017.", 1),
        (f"After talks with Egypt and Mali took over the {KHARTOUM} chair.", 1),
        (f"Egypt and Mali hope to take over the chairmanship of the {KHARTOUM}.", 0),
    ],
)
def test_all_who_take_over_a_chair_together_hold_it(
    text: str, chairs: int, stated: State
) -> None:
    assert len(stated(text, "chairs")) == chairs


@pytest.mark.parametrize(
    ("text", "handed"),
    [
        ("The minister passed the chairmanship of the {}, held by Egypt since", True),
        ("The chairmanship of the {}, held by Egypt since May 2019, went", True),
        (
            "The minister refused to pass the chair of the {}, held by Egypt since",
            False,
        ),
        ("The gavel of the {}, held by Egypt since", False),
    ],
)
def test_a_chair_that_one_held_so_far_passes_to_another(
    text: str, handed: bool, stated: State
) -> None:
    whole = text.format(KHARTOUM) + (
        " to Mali." if "went" in text else " May 2019, to Mali."
    )
    facts = stated(whole, "chairs", "handedOverTo")
    assert bool([one for one in facts if one[1] == "handedOverTo"]) is handed
    assert bool([one for one in facts if one[0] == "Mali"]) is handed
