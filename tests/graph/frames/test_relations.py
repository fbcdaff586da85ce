"""What a meeting, a process or a document builds on, is aligned with or succeeds."""

import pytest

from tests.graph.frames.conftest import Fact, State

KINDS = ("buildsOn", "alignsWith", "followsUp", "partOf", "successorOf")
SECOND = "second meeting of the Rabat Process"


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "The second meeting of the Rabat Process, held in Lima on 4 May 2023,"
            " builds on the Lima Declaration.",
            (SECOND, "buildsOn", "Lima Declaration"),
        ),
        (
            "The second meeting of the Rabat Process was held in Lima on 4 May 2023 in"
            " line with the Lima Declaration.",
            (SECOND, "alignsWith", "Lima Declaration"),
        ),
        (
            "In line with the Lima Declaration, the second meeting of the Rabat Process"
            " was held in Accra on 4 May 2023.",
            (SECOND, "alignsWith", "Lima Declaration"),
        ),
        (
            "The Lima Action Plan, adopted in Lima on 4 May 2023, is aligned with the"
            " Accra Declaration.",
            ("Lima Action Plan", "alignsWith", "Accra Declaration"),
        ),
        (
            "The Khartoum Process is the successor of the Rabat Process, in turn the"
            " successor of the Budapest Process.",
            ("Rabat Process", "successorOf", "Budapest Process"),
        ),
    ],
)
def test_words_between_a_subject_and_its_verb_do_not_part_them(
    text: str, fact: Fact, stated: State
) -> None:
    facts = stated(text, *KINDS)
    assert fact in facts
    assert len(facts) == 1 + ("in turn" in text)


@pytest.mark.parametrize(
    "text",
    [
        "The second meeting of the Rabat Process was not held in line with the Lima"
        " Declaration.",
        "The second meeting of the Rabat Process should have been held in line with the"
        " Lima Declaration.",
        "The second meeting of the Rabat Process, held in Lima, could build on the Lima"
        " Declaration.",
        "In line with the Lima Declaration, the second meeting of the Rabat Process"
        " would have to be held in Accra.",
        "Critics say that the second meeting of the Rabat Process was held in line with"
        " the Lima Declaration.",
        "The Lima Action Plan, adopted in Lima, is not aligned with the Accra"
        " Declaration.",
    ],
)
def test_what_is_denied_wished_or_told_relates_nothing(
    text: str, stated: State
) -> None:
    assert stated(text, *KINDS) == []


CADIZ = "The 6th Ministerial Conference of the Rabat Process was held in Cadiz in 2022."


@pytest.mark.parametrize(
    "text",
    [
        "All know the Lima Action Plan, adopted at the previous conference.",
        "The preceding ministerial conference adopted the Lima Action Plan.",
    ],
)
def test_the_previous_conference_is_another_than_the_one_told_of(
    text: str, stated: State
) -> None:
    ((_, _, meeting),) = stated(f"{CADIZ} {text}", "adoptedAt")
    assert "6th" not in meeting


def test_a_short_name_means_what_was_adopted_and_not_what_it_builds_on(
    stated: State,
) -> None:
    facts = stated(
        "The 6th Ministerial Conference of the Rabat Process adopted the Cadiz Action"
        " Plan 2023-2027. The Action Plan builds on the Lima Action Plan, adopted at"
        " the previous Ministerial Conference in 2018, and on the Quito Action Plan.",
        "buildsOn",
    )
    assert [(one, other) for one, _, other in facts] == [
        ("Cadiz Action Plan 2023-2027", "Lima Action Plan"),
        ("Cadiz Action Plan 2023-2027", "Quito Action Plan"),
    ]
