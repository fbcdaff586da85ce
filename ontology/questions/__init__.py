"""The competency questions: what the graph must answer, with the answers.

Sixteen are about five documents: a folder ``NN-slug`` holds ``question.md`` (a title
and the question), ``query.rq`` and ``expected.csv``. The columns of ``expected.csv``
are the facts; every further variable of the query is bound to a statement that proves
its row.

Forty are about the domain: a folder ``domain/NN-slug`` holds further
``data.trig`` (a small dataset), ``mutation.ru`` (an update of it) and
``expected-mutated.csv`` (what the query must answer then). All variables are facts, and
a row is there as often as the answer has it.

An IRI under the base of all our names is written without that base, as
``theme/migration/protection-rights``.
"""

import csv
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from hiwar.settings import Settings

__all__ = ["DomainQuestion", "Question", "load_domain_questions", "load_questions"]


@dataclass(frozen=True, slots=True)
class Question:
    """A competency question.

    Attributes:
        number: Its number, from 1.
        slug: Its short name, which no other question has.
        title: Its heading.
        text: The question, in Markdown.
        query: The SPARQL query that answers it.
        columns: The variables that hold facts.
        expected: The answer: the distinct rows of these variables.
    """

    number: int
    slug: str
    title: str
    text: str
    query: str
    columns: tuple[str, ...]
    expected: tuple[tuple[str, ...], ...]

    @property
    def code(self) -> str:
        """Its number with the letter of its group, ``D`` for the documents."""
        return f"D{self.number}"


@dataclass(frozen=True, slots=True)
class DomainQuestion(Question):
    """A question about the domain, with a dataset and a change of it.

    Attributes:
        data: The dataset, TriG: graphs by the names that a release gives them.
        mutation: A SPARQL update of the dataset.
        mutated: The answer after the update; it differs from ``expected``.
    """

    data: str
    mutation: str
    mutated: tuple[tuple[str, ...], ...]

    @property
    def code(self) -> str:
        """Its number with the letter of its group, ``Q`` for the domain."""
        return f"Q{self.number}"


@cache
def load_questions() -> tuple[Question, ...]:
    """Return the questions about the documents in the order of their numbers.

    >>> [question.number for question in load_questions()][:3]
    [1, 2, 3]
    """
    folders = Path(__file__).parent.glob("[0-9][0-9]-*")
    return tuple(_load(folder) for folder in sorted(folders))


@cache
def load_domain_questions() -> tuple[DomainQuestion, ...]:
    """Return the questions about the domain in the order of their numbers.

    >>> [question.code for question in load_domain_questions()][-2:]
    ['Q39', 'Q40']
    """
    folders = Path(__file__).parent.glob("domain/[0-9][0-9]-*")
    return tuple(_load_domain(folder) for folder in sorted(folders))


def _load(folder: Path) -> Question:
    number, _, slug = folder.name.partition("-")
    title, _, text = _read(folder, "question.md").partition("\n")
    columns, *rows = _rows(folder, "expected.csv")
    return Question(
        number=int(number),
        slug=slug,
        title=title.removeprefix("# "),
        text=text.strip(),
        query=_read(folder, "query.rq"),
        columns=columns,
        expected=tuple(rows),
    )


def _load_domain(folder: Path) -> DomainQuestion:
    question = _load(folder)
    return DomainQuestion(
        **{item.name: getattr(question, item.name) for item in fields(Question)},
        data=_read(folder, "data.trig"),
        mutation=_read(folder, "mutation.ru"),
        mutated=tuple(_rows(folder, "expected-mutated.csv")[1:]),
    )


def _read(folder: Path, name: str) -> str:
    """Return the text of a file, with our names under the base that is set."""
    text = (folder / name).read_text("utf-8")
    return text.replace(Settings.base_iri, Settings.from_environment().base_iri)


def _rows(folder: Path, name: str) -> list[tuple[str, ...]]:
    with (folder / name).open(encoding="utf-8", newline="") as file:
        return [tuple(row) for row in csv.reader(file)]
