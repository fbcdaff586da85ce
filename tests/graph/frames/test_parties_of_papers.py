"""Who signed a paper is bound by what it says; nobody else is."""

import pytest

from tests.graph.frames.conftest import State, kinds

SIGNED = [
    "The Kenyan Government has signed a memorandum of understanding on migrants with"
    " Italy.",
    "Tonight the Italian Government signed a memorandum of understanding on migrants"
    " with Kenya.",
    "The Minister for Labour of Italy, Ana Sample, today signed a memorandum of"
    " understanding on migrants with the Kenyan Minister for Labour, Bo Example.",
    "The Italian authorities have concluded an agreement on migrants with Kenya.",
    "An agreement on migrants between Kenya and Italy was signed in Rome in May 2019.",
    "A memorandum on migrants was signed between the Governments of Kenya and Italy.",
    "Kenya and the Italian government inked a deal on migrants.",
]
ACTS = [
    "Italy will resettle 4000 refugees.",
    "Italy will regularise migrants who work on its farms.",
    "In return, Italy will also recruit migrant workers from the region.",
    "The signatories will screen migrants at the border.",
    "The contracting parties will speed up the return of migrants.",
]
UNSIGNED = [
    "The Kenyan Government will sign a memorandum of understanding on migrants with"
    " Italy.",
    "The Kenyan Government has not signed a memorandum on migrants with Italy.",
    "An agreement on migrants between Kenya and Italy was never signed.",
    "The Italian opposition has signed a memorandum on migrants with Kenya.",
    "Kenya and Italy hope to sign a memorandum of understanding on migrants.",
]
NO_ACTS = [
    "Nepal will resettle 4000 refugees.",
    "Critics say Italy will resettle 4000 refugees.",
    "Italy will elect a parliament next year, with migrants a main topic.",
    "Italy will doubtless mourn the migrants who drowned.",
    "Three countries will take part in the next forum on migrants.",
    "Italy would resettle 4000 refugees if it had the money.",
]


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("signed", SIGNED)
def test_what_a_party_of_a_paper_will_do_is_undertaken(
    signed: str, act: str, stated: State
) -> None:
    assert kinds(f"{signed} {act}", stated) == {"Commitment"}


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("signed", UNSIGNED)
def test_before_a_paper_is_signed_nothing_in_it_is_undertaken(
    signed: str, act: str, stated: State
) -> None:
    assert kinds(f"{signed} {act}", stated) == set()


@pytest.mark.parametrize("act", NO_ACTS)
def test_others_and_other_acts_are_no_undertakings_of_a_paper(
    act: str, stated: State
) -> None:
    for signed in SIGNED[:2]:
        assert kinds(f"{signed} {act}", stated) == set()
