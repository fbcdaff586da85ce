"""Which names mean the same person, and what is known of them by then."""

import pytest

from tests.graph.mentions.conftest import Annotate, persons


@pytest.mark.parametrize(
    "later",
    [
        "Minister Sample left.",
        "Mr Sample left.",
        "H.E. Omar Sample left.",
        "Omar SAMPLE left.",
        "MINISTER OF FOREIGN AFFAIRS OMAR SAMPLE left.",
        "Minister Sample’s words were heard.",
        "The words were Mr. Sample's.",
        "Sample Omar, Minister of Foreign Affairs, left.",
    ],
)
def test_a_person_named_before_is_known_by_title_and_surname(
    later: str, annotated: Annotate
) -> None:
    text = f"Omar Sample, Minister of Foreign Affairs of Egypt, spoke. {later}"
    annotation = annotated(text)
    assert persons(annotation) == [
        ("Omar Sample", "Minister of Foreign Affairs", "Egypt")
    ]
    things = [
        item.thing
        for sentence in annotation.sentences
        for item in sentence.mentions
        if item.slot == "person"
    ]
    assert len(things) == 2
    assert len(set(things)) == 1


@pytest.mark.parametrize(
    ("text", "post", "body"),
    [
        (
            "Minister Sample left. Ana Sample, Minister of Health of Chad, stayed.",
            "Minister of Health",
            "Chad",
        ),
        (
            "Ana Sample, Minister of Health, left. Chadian Minister Sample came back.",
            "Minister of Health",
            "Chadian",
        ),
    ],
)
def test_the_fullest_post_that_a_document_gives_is_the_persons(
    text: str, post: str, body: str, annotated: Annotate
) -> None:
    assert [item[1:] for item in persons(annotated(text))] == [(post, body)]


def test_two_persons_are_not_one_by_their_surname(annotated: Annotate) -> None:
    found = persons(annotated("Mr John Sample spoke. Mrs Anna Sample spoke."))
    assert [name for name, _, _ in found] == ["John Sample", "Anna Sample"]


def test_a_surname_that_two_bear_means_neither(annotated: Annotate) -> None:
    annotation = annotated("Mr John Sample and Mrs Anna Sample spoke. Mr Sample left.")
    (last,) = [m for m in annotation.sentences[-1].mentions if m.slot == "person"]
    assert last.thing is not None
    assert last.thing.key == "sample"
