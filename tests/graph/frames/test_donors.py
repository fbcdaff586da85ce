"""Who pays for a process, a meeting or a project, as a text says it."""

import pytest

from hiwar.graph.reading import read_text
from hiwar.graph.record import record
from tests.graph.frames.conftest import OPENING, State

HELD = "The 8th meeting of the Rabat Process was held in Lima"


@pytest.mark.parametrize(
    ("text", "donors"),
    [
        ("The Rabat Process is funded by Kenya and Mali.", {"Kenya", "Mali"}),
        ("The Rabat Process began in 2001. It is paid for by Kenya.", {"Kenya"}),
        ("The Rabat Process, funded by Kenya and led by IOM, met.", {"Kenya"}),
        ("The Rabat Process is led by ICMPD and financed jointly by Kenya.", {"Kenya"}),
        ("Kenya and Mali fund the Rabat Process.", {"Kenya", "Mali"}),
        (f"{HELD} with funding from Kenya.", {"Kenya"}),
        (f"{HELD} with the financial support of Kenya and Mali.", {"Kenya", "Mali"}),
        (f"{HELD}. The meeting was financed by Kenya.", {"Kenya"}),
    ],
)
def test_who_pays_for_a_process_or_meeting_is_its_donor(
    text: str, donors: set[str], stated: State
) -> None:
    assert {donor for *_, donor in stated(text, "hasDonor")} == donors


@pytest.mark.parametrize(
    "text",
    [
        "The Rabat Process was never funded by Kenya.",
        "The Rabat Process will be funded by Kenya.",
        "The minister said that the Rabat Process is funded by Kenya.",
        "The camp near the meeting of the Rabat Process is funded by Kenya.",
        "The Rabat Process met with migrants funded by Kenya.",
        "The Rabat Process is funded by Kenya's neighbours.",
        "Kenya funds the Rabat Process secretariat.",
        "Kenya may fund the Rabat Process.",
        f"{HELD} without funding from Kenya.",
        f"{HELD} with the support of Kenya.",
        f"{HELD}, and a school was built with funding from Kenya's banks.",
    ],
)
def test_who_pays_for_something_else_or_not_yet_is_no_donor(
    text: str, stated: State
) -> None:
    assert not stated(text, "hasDonor")


def test_a_project_named_behind_its_noun_has_the_meeting_and_its_donors(
    stated: State,
) -> None:
    name = "Support to Safe Return in the Region (SSR Region)"
    facts = stated(
        f"{HELD}. The Lima meeting is part of the project {name}, which is carried out"
        " by IOM and funded jointly by Kenya and Mali.",
        "partOf",
        "hasDonor",
    )
    assert len(facts) == 3
    assert ("8th meeting of the Rabat Process", "partOf", name) in facts


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The Rabat Process is held under the Lima Arrangement on Mobility.", 1),
        ("The Rabat Process is held annually under the Lima Agreement.", 1),
        ("The Rabat Process is not held under the Lima Agreement.", 0),
        ("The fair beside the Rabat Process is held under the Lima Agreement.", 0),
    ],
)
def test_a_process_held_under_a_paper_is_part_of_it(
    text: str, count: int, stated: State
) -> None:
    assert len(stated(text, "partOf")) == count


def test_the_record_lists_a_donor_among_what_funds() -> None:
    text = "The Rabat Process is funded by Kenya."
    found = record(read_text(f"{OPENING}\n\n{text}"))
    ((_, kind, _),) = found["relations"]
    assert kind == "funded_by"
    assert found["states"] == ["KE"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (
            "In line with the Lima Declaration, its work covers both refugees and all.",
            1,
        ),
        ("In keeping with the Lima Declaration, the Process serves its members.", 1),
        ("In line with the Lima Declaration, Kenya covers refugees.", 0),
        ("In line with the Lima Declaration, its work should cover refugees.", 0),
    ],
)
def test_what_a_process_does_in_line_with_a_paper_aligns_it(
    text: str, count: int, stated: State
) -> None:
    whole = f"The Rabat Process was set up in 2006. {text}"
    assert len(stated(whole, "alignsWith")) == count
