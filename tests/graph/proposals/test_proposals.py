"""What a model proposes is taken only where the document says it, in its own words."""

import json
from dataclasses import replace
from typing import Any

import pytest
from rdflib import URIRef

from hiwar.errors import ProposerError
from hiwar.graph.build import check_graphs, understand
from hiwar.graph.model import Status
from hiwar.graph.namespaces import HIWAR, PROV, RDF
from hiwar.graph.proposals import propose, proposed_graph
from hiwar.graph.proposals.proposal import parse_answer
from hiwar.graph.registry import registry_graph
from hiwar.graph.report import describe_documents
from hiwar.graph.resolve import Ledger, resolve
from tests.graph.proposals.asked import (
    MEETING,
    SEEN,
    SOURCE,
    Prompted,
    proposal,
    review_of,
)


def test_what_the_document_says_in_words_that_no_rule_knows_is_proposed() -> None:
    (statement,) = review_of(proposal()).statements
    assert statement.predicate == HIWAR.hostedBy
    assert isinstance(statement.object, type(statement.subject))
    assert statement.object.key == "state/SEN"
    assert statement.status is Status.REPORTED
    assert statement.rule == "proposed"


def test_the_prompt_has_numbers_ids_and_nonsense_for_an_example() -> None:
    assert SEEN.prompt
    assert [item["number"] for item in SEEN.document["sentences"]] == list(
        range(len(SEEN.document["sentences"]))
    )
    assert "Zindle Process" in SEEN.prompt.instructions
    for word in ("Rabat", "Khartoum", "Senegal", "Egypt", "Cairo"):
        assert word not in SEEN.prompt.instructions


def test_the_prompt_is_the_same_for_the_same_document() -> None:
    assert Prompted().prompt == SEEN.prompt


@pytest.mark.parametrize(
    "item",
    [
        *(7, None, "x", [], {}),
        *({**proposal(), key: None} for key in proposal()),
        {**proposal(), "quote": " "},
        {**proposal(), "sentences": []},
        {**proposal(), "sentences": ["1"]},
        {**proposal(), "sentences": [True]},
        {**proposal(), "subject": {"id": MEETING}},
    ],
)
def test_a_proposal_of_another_form_is_rejected_and_the_next_is_read(item: Any) -> None:
    review = review_of(item, proposal())
    assert len(review.statements) == len(review.rejections) == 1


@pytest.mark.parametrize(
    "answer", ["", "I would say", "[]", "7", '{"proposals": 7}', "{", "[" * 100_000]
)
def test_an_answer_that_is_no_list_of_proposals_is_one_error(answer: str) -> None:
    with pytest.raises(ProposerError):
        propose(SOURCE, lambda _: answer, "blorp")


def test_an_answer_in_a_fence_is_read_and_a_huge_one_is_cut() -> None:
    fenced = f"```json\n{json.dumps({'proposals': [proposal()]})}\n```"
    assert propose(SOURCE, lambda _: fenced, "blorp").statements
    many = json.dumps({"proposals": [proposal()] * 5_000})
    proposals, rejections = parse_answer(many)
    assert len(proposals) == 200
    assert rejections[0].proposal == "4,800 more proposals"


def test_the_graph_of_proposals_stands_apart_and_has_evidence() -> None:
    review = review_of(proposal())
    registry = registry_graph()
    resolution = resolve([review.reading], Ledger(), registry)
    name, graph = proposed_graph(review, resolution)
    graphs, _ = understand([review.reading])
    assert name.endswith("/proposed")
    assert name not in graphs
    (statement,) = graph.subjects(RDF.type, HIWAR.Statement)
    assert list(graph.objects(statement, PROV.wasDerivedFrom))
    triple = (
        graph.value(statement, RDF.subject),
        URIRef(HIWAR.hostedBy),
        graph.value(statement, RDF.object),
    )
    assert all(triple not in other for other in graphs.values())
    assert "blorp" in graph.serialize()


def test_what_is_proposed_would_pass_the_gate_as_a_document_s_statement() -> None:
    review = review_of(proposal())
    reading = replace(
        review.reading, statements=(*review.reading.statements, *review.statements)
    )
    graphs, resolution = understand([reading])
    (document,) = describe_documents([reading], resolution, graphs)
    texts = {URIRef(document["iri"]): reading.source.text}
    assert check_graphs(graphs, [document], texts).conforms
