"""The meetings before one, below a label or as "last year's", and chairs before."""

import pytest

from tests.graph.frames.conftest import State

RECORD = (
    "Fourth Ministerial Conference of the Rabat Process\n\n"
    "The weather was fine.\n\n{}\n\nThird: Dakar, 20 September 2016\n\n"
    "Second: Oslo, 3-4 November 2011\n\nThe weather was fine again in Lima."
)
HELD = "3 May 2018\n\nThe third ministerial conference of the Colombo Process was held."


@pytest.mark.parametrize(
    ("label", "places"),
    [
        ("Earlier conferences", ["Dakar", "Oslo"]),
        ("Previous meetings held:", ["Dakar", "Oslo"]),
        ("Next conferences", []),
        ("Earlier guests", []),
        ("Candidates for the conference", []),
    ],
)
def test_the_lines_below_a_label_are_the_meetings_before(
    label: str, places: list[str], stated: State
) -> None:
    facts = stated(RECORD.format(label))
    held = [s for s, said, v in facts if said == "meetingStatus" and v.endswith("held")]
    there = [v for s, said, v in facts if said == "heldInPlace" and s in held]
    assert there == places
    kinds = {v for s, said, v in facts if said == "meetingKind" and s in held}
    ministerial = {"meeting-kind/ministerial"}
    assert label != "Earlier conferences" or kinds == ministerial


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Last year's conference was in Lima, Peru.", ["2017"]),
        ("The previous year's meeting took place in Lima.", ["2017"]),
        ("Lima hosted last year's meeting.", ["2017"]),
        ("Last year's conference was not in Lima.", []),
        ("Last year's conference was to be in Lima.", []),
        ("She said that last year's conference was in Lima.", []),
        ("Last year's floods were in Lima.", []),
    ],
)
def test_the_meeting_of_last_year_has_its_place_and_its_year(
    text: str, when: list[str], stated: State
) -> None:
    facts = stated(f"{HELD} {text}")
    there = [s for s, said, v in facts if (said, v) == ("heldInPlace", "Lima")]
    assert [v for s, said, v in facts if said == "when" and s in there] == when


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Nepal took over as Chair from Fiji in 2014.", ["/2014", "2014/"]),
        ("Nepal took over from Fiji as chair in 2014.", ["/2014", "2014/"]),
        ("Nepal had been in the chair of the Colombo Process until this week.",
         ["/2018"]),
        ("Nepal will take over as Chair from Fiji.", []),
        ("Nepal took over as chair of the African Union from Fiji in 2014.", []),
        ("Nepal would have been in the chair until this week.", []),
    ],
)  # fmt: skip
def test_a_chair_of_another_year_was_not_handed_over_at_the_meeting(
    text: str, terms: list[str], stated: State
) -> None:
    facts = stated(
        "10 May 2018\n\nThe third ministerial conference of the Colombo Process was "
        f"held in Manila on 3 May 2018. {text}"
    )
    chairs = [v for _, said, v in facts if said == "when" and "/" in v]
    assert sorted(v[:5] for v in chairs) == sorted(terms)
    assert not [v for _, said, v in facts if said == "handedOverAt"]


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        ("Kenya, outgoing Chair of the African Union, hosted this year's {}.", True),
        ("Kenya, then a member of the Rabat Process, hosted the {}.", True),
        ("The speech on Kenya, Chair of the Union, never hosted the {}.", False),
    ],
)
def test_an_office_set_off_by_commas_does_not_part_a_host_from_what_it_did(
    text: str, hosts: bool, stated: State
) -> None:
    told = stated(text.format("third ministerial conference"), "hostedBy")
    assert bool(told) is hosts


def test_who_also_spoke_was_there(stated: State) -> None:
    text = (
        f"{HELD} Ms Ana Sample, Minister of Labour of Peru, opened the conference. "
        "Mr Omar Brandt, Director of IOM, and Ms Ines Other, Minister of Chile, {}."
    )
    there = [v for *_, v in stated(text.format("also spoke"), "hasParticipant")]
    assert {"Omar Brandt", "Ines Other"} <= set(there)
    quiet = stated(text.format("spoke to reporters"), "hasParticipant")
    assert not {"Omar Brandt", "Ines Other"} & {v for *_, v in quiet}
