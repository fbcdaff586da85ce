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
