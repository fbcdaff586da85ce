"""The questions about the domain, asked of a release, and the page about them."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from hiwar.graph.build import understand
from hiwar.graph.question_checks import (
    Row,
    answer,
)
from hiwar.graph.reading import read_file
from hiwar.graph.store import OxigraphStore
from hiwar.ontology.questions import (
    DomainQuestion,
)
from hiwar.settings import Settings
from tests.questions import PAGE, REPOSITORY, each_question

SHARED = Path(os.environ.get("HIWAR_SHARED", REPOSITORY.parent / "shared"))
DOCUMENTS = sorted((SHARED / "documents/source").glob("*.txt"))


@pytest.fixture(scope="module")
def release() -> ox.Store:
    if not DOCUMENTS:
        pytest.skip("the five documents are not here")
    graphs, _ = understand([read_file(path, Settings()) for path in DOCUMENTS])
    store = OxigraphStore()
    store.load(graphs)
    quads = (quad for name in store.names() for quad in store.quads(name))
    union = ox.Store()
    union.bulk_extend(quads)
    return union


LIES: dict[str, Callable[[set[Row], set[Row]], bool]] = {
    "same": lambda found, expected: found == expected,
    "more": lambda found, expected: found >= expected,
    "fewer": lambda found, expected: bool(found) and found <= expected,
    "partly": lambda found, expected: bool(found & expected),
    "other": lambda found, expected: bool(found) and not found & expected,
    "–": lambda found, expected: not found,
}


@each_question
def test_the_answer_of_a_release_lies_to_the_expected_one_as_the_page_says(
    question: DomainQuestion, release: ox.Store
) -> None:
    found = set(answer(question, release))
    row = re.search(rf"^\| {question.code} \|.*\| (\S+) \|$", PAGE, re.MULTILINE)
    assert row is not None
    assert LIES[row[1]](found, set(question.expected)), found


def test_the_page_says_why_a_release_has_other_rows_or_none() -> None:
    told = PAGE[PAGE.index("Where the release has other rows") :]
    reasons = re.findall(r"^\* ((?:Q\d+(?:, )?)+):", told, re.MULTILINE)
    rows = re.findall(r"^\| (Q\d+) \|.*\| (?:other|–) \|$", PAGE, re.MULTILINE)
    assert sorted(", ".join(reasons).split(", ")) == sorted(rows)


@each_question
def test_the_page_lists_a_question_with_its_folder_and_rows(
    question: DomainQuestion,
) -> None:
    folder = f"../ontology/questions/domain/{question.number:02}-{question.slug}/"
    row = f"| {question.code} | [{question.title}]({folder}) | {len(question.expected)}"
    assert f"\n{row} | {len(question.mutated)} |" in PAGE
