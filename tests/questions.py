"""The competency questions, and the store of each that no test changes."""

from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Graph

from hiwar.graph.question_checks import (
    graphs_of,
    question_store,
)
from hiwar.ontology.questions import (
    load_domain_questions,
    load_questions,
)

DOMAIN = load_domain_questions()
EVERY = (*load_questions(), *DOMAIN)
REPOSITORY = Path(__file__).resolve().parents[1]
PAGE = (REPOSITORY / "docs/questions.md").read_text("utf-8")

each_question = pytest.mark.parametrize("question", DOMAIN, ids=lambda q: q.code)

each_of_all = pytest.mark.parametrize("question", EVERY, ids=lambda q: q.code)


@cache
def stored(code: str, mutated: bool = False) -> ox.Store:
    """Return the store of a question, which no test changes."""
    (question,) = (item for item in DOMAIN if item.code == code)
    return question_store(question, mutated=mutated)


@cache
def graphs_for(code: str, mutated: bool = False) -> dict[str, Graph]:
    """Return the graphs of a question, which no test changes."""
    return graphs_of(stored(code, mutated))
