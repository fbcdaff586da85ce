"""What the README and the other pages name must be there."""

import os
import re
from pathlib import Path

import pytest

from hiwar.cli import cli
from hiwar.ontology.questions import Question, load_questions

REPOSITORY = Path(
    os.environ.get("HIWAR_REPOSITORY", Path(__file__).resolve().parents[1])
)
PAGES = sorted([REPOSITORY / "README.md", *(REPOSITORY / "docs").glob("*.md")])


def _readme() -> str:
    return (REPOSITORY / "README.md").read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_into_the_repository_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    missing = [link for link in links if not (page.parent / link).exists()]
    assert not missing


def test_every_make_target_that_the_readme_names_is_in_the_makefile() -> None:
    named = set(re.findall(r"^make (\w+)|`make (\w+)`", _readme(), re.MULTILINE))
    makefile = (REPOSITORY / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^(\w+):", makefile, re.MULTILINE))
    words = {word for pair in named for word in pair if word}
    assert {"run", "test"} <= words <= targets


def test_every_command_that_the_readme_names_is_in_the_command_line() -> None:
    named = set(re.findall(r"^hiwar (\w+)", _readme(), re.MULTILINE))
    assert {"build", "serve"} <= named <= set(cli.commands)


def test_the_readme_names_the_folders_of_the_repository() -> None:
    rows = re.findall(r"^\| \[(\w+)/\]", _readme(), re.MULTILINE)
    assert set(rows) == {
        "docs",
        "graph",
        "hiwar",
        "ontology",
        "server",
        "shapes",
        "tests",
    }


@pytest.mark.parametrize(
    "question", load_questions(), ids=lambda question: question.slug
)
def test_every_question_is_listed_with_its_rows(question: Question) -> None:
    page = (REPOSITORY / "docs/questions.md").read_text("utf-8")
    folder = f"../ontology/questions/{question.number:02}-{question.slug}/"
    row = f"| {question.number} | [{question.title}]({folder}) |"
    assert f"{row} {len(question.expected)} |" in page
