"""The questions about the domain, each over its dataset and its change."""

import io
import re
from collections import Counter

import pyoxigraph as ox
import pytest
from rdflib import RDF, Dataset, Graph, URIRef, Variable

from hiwar.graph.dataset import check_rules
from hiwar.graph.gate import Gate
from hiwar.graph.namespaces import (
    BASE,
    HIWAR,
    OA,
)
from hiwar.graph.question_checks import (
    Row,
    answer,
    graphs_of,
    question_store,
    undeclared_terms,
)
from hiwar.ontology import ONTOLOGY, THEMES, load_graph
from hiwar.ontology.questions import (
    DomainQuestion,
    Question,
)
from hiwar.server.limits import MAX_REQUEST_LINE_BYTES
from hiwar.shapes import load_shapes
from tests.questions import (
    DOMAIN,
    EVERY,
    each_of_all,
    each_question,
    graphs_for,
    stored,
)

mutated_or_not = pytest.mark.parametrize("mutated", [False, True], ids=["", "mutated"])


def rdflib_answer(question: Question, store: ox.Store) -> Counter[Row]:
    """Return the rows that rdflib gives over the union of the same graphs."""
    quads = store.dump(format=ox.RdfFormat.N_QUADS)
    assert quads is not None
    dataset = Dataset(default_union=True)
    dataset.parse(io.BytesIO(quads), format="nquads")
    bindings = dataset.query(question.query).bindings
    rows = Counter(
        tuple(
            str(row.get(Variable(name), "")).removeprefix(BASE)
            for name in question.columns
        )
        for row in bindings
    )
    dataset.close()
    return rows


def test_the_questions_are_those_of_the_list() -> None:
    assert [question.number for question in DOMAIN] == list(range(1, 41))


def test_no_two_questions_have_one_slug_or_code() -> None:
    assert len({question.slug for question in EVERY}) == len(EVERY) == 56
    assert len({question.code for question in EVERY}) == len(EVERY)


@each_question
def test_a_question_is_whole(question: DomainQuestion) -> None:
    assert question.title.endswith("?")
    assert question.text
    for rows in (question.expected, question.mutated):
        assert {len(row) for row in rows} <= {len(question.columns)}
    assert question.expected or question.number == 28  # which expects nothing
    assert re.match(r"(PREFIX .*\n)+\n# [A-Z].*\.\n", question.mutation)


@each_question
def test_the_change_must_change_the_answer(question: DomainQuestion) -> None:
    assert Counter(question.expected) != Counter(question.mutated)


@each_question
@mutated_or_not
def test_a_question_has_its_answer_in_both_engines(
    question: DomainQuestion, mutated: bool
) -> None:
    store = stored(question.code, mutated)
    expected = Counter(question.mutated if mutated else question.expected)
    assert answer(question, store) == expected
    assert rdflib_answer(question, store) == expected


@each_question
def test_every_variable_of_a_question_is_a_fact(question: DomainQuestion) -> None:
    found = ox.Store().query(question.query)
    assert isinstance(found, ox.QuerySolutions)
    assert tuple(variable.value for variable in found.variables) == question.columns


@each_question
def test_an_empty_graph_does_not_answer_a_question(question: DomainQuestion) -> None:
    """A count over nothing is a row of zeros."""
    found = answer(question, ox.Store())
    assert all(set(row) == {"0"} for row in found)


@pytest.fixture(scope="module")
def gate() -> Gate:
    return Gate(load_shapes(), load_graph(*ONTOLOGY), load_graph(*THEMES))


@each_question
def test_a_dataset_passes_the_gate_of_a_release(
    question: DomainQuestion, gate: Gate
) -> None:
    report = gate.check_dataset(graphs_for(question.code), whole=True)
    assert report.checked > 0
    assert [str(problem) for problem in report.problems] == []


@each_question
def test_a_changed_dataset_keeps_the_rules_of_datasets(
    question: DomainQuestion,
) -> None:
    graphs = graphs_for(question.code, True)
    assert [str(problem) for problem in check_rules(graphs)] == []


@each_question
def test_a_dataset_names_only_what_is_declared(question: DomainQuestion) -> None:
    graphs = graphs_for(question.code)
    terms = {
        str(term)
        for name, graph in graphs.items()
        if name not in ("ontology", "themes")
        for _, predicate, value in graph
        for term in ((predicate, value) if predicate == RDF.type else (predicate,))
    }
    assert undeclared_terms(terms) == []


@each_question
def test_the_sentences_of_a_dataset_are_its_text(question: DomainQuestion) -> None:
    """A file's text is its sentences with a blank between two, by their hash."""
    graphs = graphs_for(question.code)
    sources = [name for name in graphs if name.startswith("document/")]
    texts = {
        URIRef(f"{BASE}id/{name}"): " ".join(_quotes(graphs[name])) for name in sources
    }
    assert [str(item) for item in check_rules(graphs, texts)] == []


def _quotes(graph: Graph) -> list[str]:
    """Return the sentences that a document's graph quotes, in their order."""
    found = [
        (int(str(graph.value(place, OA.start))), str(graph.value(words, OA.exact)))
        for evidence in graph.subjects(RDF.type, HIWAR.Evidence)
        for words in graph.objects(evidence, OA.hasSelector)
        for place in graph.objects(evidence, OA.hasSelector)
        if (words, OA.exact, None) in graph and (place, OA.start, None) in graph
    ]
    return [quote for _, quote in sorted(found)]


@each_of_all
def test_a_query_stands_by_itself_and_fits_into_an_address(question: Question) -> None:
    ox.Store().query(question.query)
    escaped = len(re.sub(r"[^A-Za-z0-9]", "%%%", question.query))
    assert escaped < MAX_REQUEST_LINE_BYTES


def test_a_dataset_that_leaves_the_model_is_refused(gate: Gate) -> None:
    store = question_store(DOMAIN[1])
    store.update(
        f"PREFIX hiwar: <{HIWAR}> INSERT {{ GRAPH ?g {{ ?s hiwar:heldAtPlace ?o }} }}"
        " WHERE { GRAPH ?g { ?s hiwar:heldInPlace ?o } }"
    )
    assert not gate.check_dataset(graphs_of(store)).conforms
