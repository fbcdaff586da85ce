"""The year of a day that is told without one, and the two states of one adjective."""

import pytest

from tests.graph.frames.conftest import State

MEETING = "third ministerial meeting of the Rabat Process"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"The {MEETING} was held in Dakar on 22 August.", ""),
        (f"The {MEETING} was held in Dakar on Monday 22 August.", ""),
        (f"Last year the {MEETING} was held in Dakar on 22 August.", ""),
        (
            f"The {MEETING}, 20-21 May 2014. The {MEETING} began on 20 May.",
            "2014-05-20",
        ),
    ],
)
def test_a_day_has_the_year_of_the_same_day_told_elsewhere_and_not_of_a_dateline(
    text: str, day: str, stated: State
) -> None:
    told = stated(f"Dakar, 25 August 2016\n\n{text}", "startDate")
    assert [value for *_, value in told] == ([day] if day else [])


@pytest.mark.parametrize(
    ("dateline", "text", "day"),
    [
        ("23 August 2016", "held on 22 and 23 August, came to its end today", "2016"),
        ("28 August 2016", "held on 22 and 23 August, is still talked of today", ""),
        ("23 August 2016", "held on 22 and 23 August, came to its end", ""),
        ("23 August", "held on 22 and 23 August, came to its end today", ""),
    ],
)
def test_a_day_of_which_it_is_said_that_it_is_today_has_the_year_of_the_dateline(
    dateline: str, text: str, day: str, stated: State
) -> None:
    told = stated(f"Dakar, {dateline}\n\nThe {MEETING}, {text}.", "startDate")
    assert [value for *_, value in told] == ([f"{day}-08-22"] if day else [])


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The 2nd Franco-German summit on visas was held in Bonn.", "France Germany"),
        (
            "The third session of the Spanish-Moroccan Permanent Group on Migration was"
            " held in Cadiz.",
            "Morocco Spain",
        ),
        ("The Franco-German summit on visas was called off.", ""),
        ("Franco-German films and Mr Franco were praised at the visa summit.", ""),
    ],
)
def test_the_states_of_one_adjective_took_part_in_what_it_names_and_was_held(
    text: str, who: str, stated: State
) -> None:
    told = {value for *_, value in stated(text, "hasParticipant")}
    assert " ".join(sorted(told)) == who
