"""What an English text names, by stage."""

from collections.abc import Callable

import pytest

from hiwar.graph.mentions import Annotation, annotate
from hiwar.graph.text.layout import lay_out
from hiwar.graph.text.source import source_from_text

OPENING = (
    "The ministers of the states met in the city, as they do in each of the years."
)

Annotate = Callable[[str], Annotation]
Name = Callable[[str], list[tuple[str, str, str]]]
Person = tuple[str, str, str]


def persons(annotation: Annotation) -> list[Person]:
    """Return name, post and body of each person."""
    return [
        (
            person.name,
            person.post.text if person.post else "",
            person.post.body.text if person.post and person.post.body else "",
        )
        for person in annotation.persons.values()
    ]


@pytest.fixture(scope="session")
def annotated() -> Annotate:
    """The mentions of a text, of which an opening tells the language."""

    def annotate_text(text: str) -> Annotation:
        return annotate(lay_out(source_from_text(f"{OPENING}\n\n{text}", "text")))

    return annotate_text


@pytest.fixture(scope="session")
def named(annotated: Annotate) -> Name:
    """Slot, words and thing (or date) of each mention of a text."""

    def name(text: str) -> list[tuple[str, str, str]]:
        found = []
        for sentence in annotated(text).sentences[1:]:
            for item in sentence.mentions:
                thing = item.thing
                what = thing.iri.rpartition("/id/")[2] or thing.key if thing else ""
                found.append(
                    (item.slot, item.text, item.date.edtf if item.date else what)
                )
        return found

    return name
