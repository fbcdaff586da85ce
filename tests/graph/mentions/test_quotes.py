from collections.abc import Callable

import pytest

from hiwar.graph.mentions import Annotation
from hiwar.graph.reading import read_text

Annotate = Callable[[str], Annotation]
Name = Callable[[str], list[tuple[str, str, str]]]

PAIRS = ["“{}”", '"{}"', "«{}»", "‘{}’", "„{}“"]


@pytest.mark.parametrize("marks", PAIRS[:4])
@pytest.mark.parametrize(
    "words",
    [
        "Egypt hosted the ministers of the Khartoum Process and we were glad,",
        "We met the ministers of the states and were glad of it",
        "The Ministers of Egypt, France and Kenya adopted the Cairo Declaration.",
    ],
)
def test_words_of_a_speaker_are_a_quotation_whatever_the_marks(
    words: str, marks: str, named: Name
) -> None:
    found = named(f"{marks.format(words)} said Minister Omar Sample.")
    assert [slot for slot, _, _ in found] == ["quote", "person"]


@pytest.mark.parametrize("marks", PAIRS[:4])
def test_a_name_in_quotation_marks_is_what_it_names(marks: str, named: Name) -> None:
    document = marks.format("Nile Valley Declaration")
    meeting = marks.format("The Regional Conference on Safe Return in North Africa")
    found = named(f"The {document} was on the table of the {meeting} there.")
    assert [slot for slot, _, _ in found] == ["document", "meeting"]


def test_a_known_name_keeps_what_it_names_in_quotation_marks(named: Name) -> None:
    assert named("They spoke of the “Khartoum Process” there.") == [
        ("process", "Khartoum Process", "process/khartoum-process")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "They want “safe and dignified return” of all.",
        "France’s priorities and the states’ needs are one.",
        "It was the '90s, and 'twas so.",
    ],
)
def test_a_term_or_an_apostrophe_is_no_quotation(text: str, named: Name) -> None:
    assert "quote" not in {slot for slot, _, _ in named(text)}


def test_a_quotation_that_never_ends_goes_to_the_end_of_its_block(
    annotated: Annotate,
) -> None:
    text = (
        "“We met the ministers of the states. Egypt hosted them and was glad of it.\n\n"
        "The talks of the states go on."
    )
    spoken = [item.is_spoken for item in annotated(text).sentences[1:]]
    assert spoken == [True, True, False]


def test_sentences_within_one_quotation_are_all_spoken(named: Name) -> None:
    text = "“We met the ministers. Egypt hosted them. We were glad of it,” she said."
    assert [slot for slot, _, _ in named(text)] == ["quote"]


def test_a_quotation_over_two_sentences_is_spoken_in_both(
    annotated: Annotate,
) -> None:
    text = "She said: “We met the ministers there. Egypt hosted them, as is known. And”"
    sentences = annotated(text).sentences[1:]
    assert not [
        item
        for sentence in sentences
        if not sentence.is_spoken
        for item in sentence.mentions
        if item.slot == "state"
    ]


def test_what_holds_the_end_of_a_sentence_is_no_name() -> None:
    text = (
        "The talks ended.\n\n“Kenya will chair the Dialogue next year. — Ana Sample,"
        " Minister of the Interior of Chad”\n"
    )
    kinds = {s.object for s in read_text(text).statements if s.rule == "meeting.named"}
    assert kinds == set()
