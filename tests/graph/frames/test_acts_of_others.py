"""What others sign, agree or sing about is no act and no topic of the meeting."""

import pytest

from tests.graph.frames.conftest import State, kinds, whole
from tests.graph.frames.test_ways_of_undertaking import HELD

CELEBRADA = "La cuarta conferencia del Proceso de Colombo se celebró en Lima. "


@pytest.mark.parametrize(
    "text",
    [
        "Critics of Minister Ana Sample and of her party signed a joint declaration.",
        "Protesters with Ms Ana Sample initialled a joint declaration.",
        "A union led against Ms Ana Sample initialled a joint declaration.",
        "Opponents of the Minister of Labour of Kenya, Ana Sample, signed a memorandum"
        " of understanding on migrants.",
        "Ms Ana Sample and her aide watched protesters who signed a joint declaration.",
        "A campaigner dreamt that the parties signed a joint declaration.",
        "Many forgot that the ministers signed the Lima Declaration.",
        "A poet imagined how the ministers signed the Lima Declaration.",
    ],
)
def test_what_others_sign_or_dream_of_is_not_adopted(text: str, stated: State) -> None:
    assert not stated(HELD + text, "adoptedAt")


@pytest.mark.parametrize(
    "text",
    [
        "The Minister of Labour of Kenya, Ana Sample, and the officials who came with"
        " her signed a joint declaration.",
        "In Lima, Ms Ana Sample and her colleague, Ugo Prova, signed a joint"
        " declaration.",
    ],
)
def test_what_named_persons_sign_there_is_adopted(text: str, stated: State) -> None:
    assert stated(HELD + text, "adoptedAt")


@pytest.mark.parametrize(
    "text",
    [
        "The opposition party agreed to protect migrants.",
        "The opposition parties agreed to protect migrants.",
        "The opposition council agreed to protect migrants.",
        "The press conference agreed to protect migrants.",
        "The news conference decided to protect migrants.",
        "The network agreed to broadcast a film on migrants.",
        "The party pledged to protect migrants.",
        "Community leaders pledged to protect migrants.",
        "The rival parties agreed to protect migrants.",
        "The community will receive returnees from the camps of the region.",
        "The opposition group will support the return of migrants to the region.",
    ],
)
def test_bodies_that_do_not_meet_undertake_nothing(text: str, stated: State) -> None:
    assert kinds(HELD + text, stated) == set()


@pytest.mark.parametrize(
    "text",
    [
        "A key theme of the film was the migration of workers to the Gulf.",
        "The topic of the play was the migration of workers to the Gulf.",
        "Another theme of his book was the migration of workers to the Gulf.",
        "The migration of workers was one of the topics of the song.",
        "The return of migrants was a further theme of the film.",
        "They met in 2009 to discuss the return of migrants to the region.",
        "The steering committee met in Rome in 2009 to discuss the return of migrants.",
        "In 2009 they discussed the return of migrants to the region.",
        "Experts met a decade earlier to take stock of the return of migrants.",
    ],
)
def test_topics_of_works_and_of_other_years_are_not_its(
    text: str, stated: State
) -> None:
    assert not stated(HELD + text, "focusOf")


@pytest.mark.parametrize(
    "text",
    [
        "A key theme of the talks was the migration of workers to the Gulf.",
        "The return of migrants was one of the topics of the conference.",
        "They met in 2019 to discuss the return of migrants to the region.",
    ],
)
def test_topics_of_the_talks_of_its_year_are_its(text: str, stated: State) -> None:
    assert stated(HELD + text, "focusOf")


@pytest.mark.parametrize(
    "text",
    [
        "Los periodistas acordaron proteger a los migrantes.",
        "Los periodistas de Perú y Chile acordaron proteger a los migrantes.",
        "Las ONG de la región decidieron crear una red contra la trata.",
        "Los críticos de los ministros acordaron proteger a los migrantes.",
        "Los jueces hablaron del caso. Asimismo, acordaron liberar a los migrantes.",
        "Los periodistas dialogaron sobre la protección de los migrantes.",
    ],
)
def test_in_spanish_others_undertake_and_discuss_nothing(text: str) -> None:
    facts = whole(CELEBRADA + text, "committedAt", "focusOf", "type")
    assert not [
        fact
        for fact in facts
        if fact[1] != "type" or fact[2].endswith(("Commitment", "AreaOfFocus"))
    ]


def test_in_spanish_what_is_also_agreed_goes_on_from_what_was_agreed() -> None:
    text = (
        "Las partes acordaron proteger a los migrantes. Asimismo, decidieron combatir"
        " la trata. También se comprometieron a proteger a los refugiados."
    )
    facts = whole(CELEBRADA + text, "type")
    assert len([fact for fact in facts if fact[2].endswith("Commitment")]) == 3
