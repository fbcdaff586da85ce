"""A meeting for which others met, or that a joint paper tells of, and its like."""

from typing import Any

import pytest

from hiwar.graph.reading import read_text
from hiwar.graph.record import record

C = "the second ministerial conference of the Colombo Process"
MET = "Ministers of Nepal and Fiji met in Lima on 3 May 2019"
AR = "عقد الاجتماع الوزاري الثالث لعملية الخرطوم في القاهرة في 3 مايو 2019. "
SV = "Ministrarna från Kenya och Uganda möttes i Nairobi den 3 maj 2021. "
ES = "Los ministros del Perú y Chile se reunieron en Lima el 3 de mayo de 2021. "
SAID = (
    (AR + "وبحسب البيان الختامي، تعهد الوزراء بمكافحة تهريب المهاجرين في المنطقة.", 1),
    (AR + "وبحسب الصحف، تعهد الوزراء بمكافحة تهريب المهاجرين في المنطقة.", 0),
    (
        AR + "\n\nوحسب البيان المشترك، اتفق الوزراء على ما يلي:\n\n"
        "- مكافحة تهريب المهاجرين\n- تدريب حرس الحدود",
        2,
    ),
    ("اتفق وزراء داخلية مصر والسودان وتشاد على تدريب حرس الحدود ضد التهريب.", 1),
    (
        SV + "Enligt det gemensamma uttalandet enades ministrarna om att bekämpa "
        "människosmuggling.",
        1,
    ),
    (SV + "Enligt tidningarna enades ministrarna om att bekämpa människosmuggling.", 0),
    (
        ES + "Según el comunicado conjunto, los ministros acordaron luchar contra la "
        "trata de migrantes.",
        1,
    ),
    (
        ES + "Según la prensa, los ministros acordaron luchar contra la trata de "
        "migrantes.",
        0,
    ),
)


def read(text: str, kind: str) -> list[dict[str, Any]]:
    """Return the items of a kind in the record of a text."""
    found: list[dict[str, Any]] = record(read_text(text)).get(kind, [])
    return found


@pytest.mark.parametrize(
    "behind",
    [
        f"to prepare {C} in Suva on 4 June 2019",
        f"to prepare for {C} in Suva on 4 June 2019",
        f"ahead of {C}, which Fiji hosts in Suva on 4 June 2019",
        f"and agreed to hold {C} in Suva on 4 June 2019",
    ],
)
def test_nobody_was_yet_at_a_meeting_for_which_they_met(behind: str) -> None:
    found = {item["name"]: item for item in read(f"{MET} {behind}.", "meetings")}
    later = found[C.removeprefix("the ")]
    assert later.get("status") != "held"
    assert "participants_states" not in later


def test_who_met_was_at_the_meeting_that_no_noun_names() -> None:
    (first,) = [
        item
        for item in read(f"{MET} ahead of {C}.", "meetings")
        if item.get("start") == "2019-05-03"
    ]
    came = [state["name"] for state in first["participants_states"]]
    assert came == ["Nepal", "Fiji"]


@pytest.mark.parametrize(("text", "count"), SAID)
def test_what_a_joint_paper_says_is_the_act_of_its_makers(
    text: str, count: int
) -> None:
    told = [item["kind"] for item in read(text, "commitments")]
    assert told == ["commitment"] * count


def test_what_stands_below_goals_to_be_sought_is_intended() -> None:
    lead = f"{MET}. The two governments will seek to achieve these goals:\n\n"
    found = read(f"{lead}- train border guards\n- protect migrants", "commitments")
    told = [(item["kind"], item["text_start"]) for item in found]
    assert told == [
        ("intention", "train border guards"),
        ("intention", "protect migrants"),
    ]
    said = lead.replace("The two", "Critics say that the two")
    assert read(f"{said}- train border guards\n- protect migrants", "commitments") == []
