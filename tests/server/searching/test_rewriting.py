"""A query without the extension is left as it is, and a literal holds any text."""

from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiwar.graph.namespaces import BASE
from hiwar.graph.search.rewriting import literal, with_hits
from hiwar.graph.search.searches import find_searches
from hiwar.ontology.questions import load_domain_questions, load_questions

QUERIES = [item.query for item in (*load_questions(), *load_domain_questions())]


@pytest.mark.parametrize("query", QUERIES)
def test_a_competency_question_is_left_as_it_is(query: str) -> None:
    assert find_searches(query, BASE) == []


PIECES = [*"{}()[].;,?x 'a\"#<>\\\n^/|*+!@1", "search:label ", "SELECT ", "FILTER "]


@given(
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
    st.sampled_from(
        [
            "",
            "PREFIX search: <https://example.org/x#> ASK { ?x search:label 'a' }",
            "SELECT * { ?x <a:b> 'search:label' } # search:label",
        ]
    ),
)
def test_a_query_without_the_extension_is_passed_through_as_it_is(
    text: str, query: str
) -> None:
    whole = query + text
    assert with_hits(whole, BASE, Path("none")) is whole


def test_a_literal_holds_any_text() -> None:
    for text in ('"', "'", "\\", "\n\r\t", "\0", '""" . }', "\u202e", "x" * 100_000):
        solutions = ox.Store().query(f"SELECT ?x {{ BIND({literal(text)} AS ?x) }}")
        assert isinstance(solutions, ox.QuerySolutions)
        assert [row["x"].value for row in solutions] == [text]
