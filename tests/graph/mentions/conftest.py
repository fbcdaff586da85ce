"""What an English text names, by stage."""

from collections.abc import Callable
from dataclasses import replace

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


def posts(annotation: Annotation) -> dict[str, tuple[str, str]]:
    """Return post and body of each person."""
    return {name: (post, body) for name, post, body in persons(annotation)}


def bodies(named: Name, text: str) -> list[str]:
    """Return the organisations that a text names, in its words."""
    return [what for slot, what, _ in named(text) if slot == "org"]


def annotated_in(language: str, text: str) -> Annotation:
    """Return the mentions of a text in a language."""
    source = replace(source_from_text(text, "text"), language=language)
    return annotate(lay_out(source))


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
