"""Who came, went, stayed on and sat in a process, told in passing or by a label."""

import pytest

from tests.graph.frames.conftest import State

RABAT = "The Rabat Process is a dialogue of states. "
TOLD = {
    ("hasSecretariat", "ICMPD in Vienna stays on as its secretariat."): {"ICMPD"},
    ("hasSecretariat", "ICMPD had long provided the secretariat."): {"ICMPD"},
    ("hasSecretariat", "ICMPD was asked to stay on as its treasurer."): set(),
    ("hasSecretariat", "ICMPD could stay on as its secretariat."): set(),
    ("hasObserver", "Mali and Peru were let in as observers."): {"Mali", "Peru"},
    ("hasObserver", "Mali has sat in as an observer since 1993."): {"Mali"},
    ("hasObserver", "Mali and Peru were not let in as observers."): set(),
    ("hasObserver", "Mali followed the football as an observer."): set(),
    ("hasMember", "Fiji left, and Peru became a full member later."): {"Peru"},
    ("hasMember", "Mali, Kenya and Peru, its founders, met."): {
        "Mali",
        "Kenya",
        "Peru",
    },
    ("hasMember", "Mali, Kenya and Peru, its former members, met."): set(),
    ("hasSteeringMember", "The Steering Committee (Mali, Peru) has met twice."): {
        "Mali",
        "Peru",
    },
    ("hasSteeringMember", "The Drafting Committee (Mali, Peru) has met twice."): set(),
}


@pytest.mark.parametrize(("told", "names"), TOLD.items())
def test_who_stays_on_sits_in_or_founded_is_told_and_who_might_is_not(
    told: tuple[str, str], names: set[str], stated: State
) -> None:
    predicate, text = told
    assert {name for _, _, name in stated(RABAT + text, predicate)} == names


def test_what_was_so_until_then_is_no_condition(stated: State) -> None:
    text = "Until then ICMPD had provided the secretariat."
    assert {name for _, _, name in stated(RABAT + text, "hasSecretariat")} == {"ICMPD"}


def test_when_a_process_was_launched_is_no_condition(stated: State) -> None:
    text = (
        "When ministers of Mali, Kenya and Peru launched the Rabat Process, it rained."
    )
    assert len(stated(text, "hasMember")) == 3
    later = (
        "When ministers of Mali, Kenya and Peru launch the Rabat Process, it will rain."
    )
    assert not stated(later, "hasMember")
