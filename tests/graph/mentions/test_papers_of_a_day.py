"""A paper that a text tells by a day of its own, beside one that it has named."""

import pytest

from hiwar.graph.reading import read_text
from tests.graph.frames.conftest import OPENING, facts_of

TITLE = "Joint Statement of Kenya and Nepal"


@pytest.mark.parametrize(
    ("phrase", "apart"),
    [
        ("joint communiqué of 14 February 2023", True),
        ("joint communiqué signed in Lima on 14 February 2023", True),
        ("joint statement of 14 February 2023", False),
    ],
)
def test_a_paper_of_another_day_is_no_other_of_its_kind(
    phrase: str, apart: bool
) -> None:
    text = f"{TITLE}\n\n11 April 2023\n\nThe governments recalled the {phrase}."
    facts = facts_of(read_text(f"{OPENING}\n\n{text}"), "when")
    of_day = [subject for subject, _, v in facts if v == "2023-02-14"]
    assert of_day == (["joint communiqué"] if apart else [TITLE])
