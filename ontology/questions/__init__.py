"""The competency questions: what the graph must answer, with the answers.

A folder ``NN-slug`` holds ``question.md`` (a title and the question),
``query.rq`` and ``expected.csv``. The columns of ``expected.csv`` are the facts;
every further variable of the query is bound to a statement that proves its row.
An IRI under the base of all our names is written without that base, as
``theme/migration/protection-rights``.
"""

import csv
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Question", "load_questions"]


@dataclass(frozen=True, slots=True)
class Question:
    """A competency question.

    Attributes:
        number: Its number, from 1.
        slug: Its short name.
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


def load_questions() -> tuple[Question, ...]:
    """Return the competency questions in the order of their numbers.

    >>> [question.number for question in load_questions()][:3]
    [1, 2, 3]
    """
    folders = Path(__file__).parent.glob("[0-9][0-9]-*")
    return tuple(_load(folder) for folder in sorted(folders))


def _load(folder: Path) -> Question:
    number, _, slug = folder.name.partition("-")
    title, _, text = (folder / "question.md").read_text("utf-8").partition("\n")
    with (folder / "expected.csv").open(encoding="utf-8", newline="") as file:
        columns, *rows = csv.reader(file)
    return Question(
        number=int(number),
        slug=slug,
        title=title.removeprefix("# "),
        text=text.strip(),
        query=(folder / "query.rq").read_text("utf-8"),
        columns=tuple(columns),
        expected=tuple(tuple(row) for row in rows),
    )
