import os
import re
import tomllib
from pathlib import Path

import pytest

from hiwar.graph.briefs import brief_paths

SHARED = Path(
    os.environ.get(
        "HIWAR_SHARED", Path(__file__).resolve().parents[2].parent / "shared"
    )
)
SOURCES = sorted((SHARED / "documents/source").glob("*.txt"))


@pytest.fixture(params=brief_paths(), ids=lambda path: path.stem)
def brief(request: pytest.FixtureRequest) -> Path:
    path = request.param
    assert isinstance(path, Path)
    return path


def _words(text: str) -> str:
    words = re.findall(r"[^\W_]+", text.casefold())
    return f" {' '.join(words)} "


def test_a_brief_has_metadata_that_give_its_licence(brief: Path) -> None:
    meta = tomllib.loads(brief.with_suffix(".meta.toml").read_text("utf-8"))
    assert meta["licence"] == "https://creativecommons.org/licenses/by/4.0/"
    assert meta["title"] == brief.read_text("utf-8").split("\n")[0]


def test_a_brief_ends_with_where_its_facts_were_published(brief: Path) -> None:
    last = brief.read_text("utf-8").rstrip().split("\n")[-1]
    assert last.startswith("Where it was published: ")


def _is_wording(clause: str) -> bool:
    """Whether a clause is more than a name: it has five words in small letters."""
    return len([word for word in clause.split() if word[0].islower()]) >= 5


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
def test_no_brief_has_a_clause_of_the_documents(source: Path) -> None:
    clauses = re.split(r"[\n.;:()•“”\"¹²]", source.read_text("utf-8"))
    long = {_words(clause) for clause in clauses if _is_wording(clause)}
    assert long
    for path in brief_paths():
        body, _, _ = path.read_text("utf-8").rpartition("\nWhere it was published")
        text = _words(body)
        assert not [clause for clause in long if clause in text], path.name
