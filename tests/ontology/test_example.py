"""The example in the documentation is data as ours are."""

import re
from hashlib import sha256

import pytest
from pyshacl import validate
from rdflib import (
    RDF,
    Graph,
)

from hiwar.graph.namespaces import HIWAR, OA, concept_iri
from hiwar.ontology import MODULES, load_graph
from hiwar.shapes import load_shapes
from tests.ontology.conftest import DOCS, own_names, own_terms


@pytest.fixture(scope="module")
def example() -> Graph:
    (turtle,) = re.findall(r"```turtle\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)
    return Graph().parse(data=turtle, format="turtle")


def test_the_example_in_the_documentation_is_as_the_shapes_want_it(
    example: Graph,
) -> None:
    whole = example + load_graph(*MODULES)
    conforms, _, report = validate(whole, load_shapes(), inference="none")
    assert conforms, report
    assert own_names(example) <= own_terms(load_graph())


def test_in_the_example_only_what_is_reported_is_a_plain_triple(example: Graph) -> None:
    reported = concept_iri("status", "reported")
    is_plain = {
        (statement, HIWAR.status, reported) in example: (
            next(example.objects(statement, RDF.subject)),
            next(example.objects(statement, RDF.predicate)),
            next(example.objects(statement, RDF.object)),
        )
        in example
        for statement in example.subjects(RDF.type, HIWAR.Statement)
    }
    assert is_plain == {True: True, False: False}


def test_in_the_example_quotes_stand_where_they_say(example: Graph) -> None:
    (text,) = re.findall(r'A brief says: "(.*?)"', DOCS.read_text("utf-8"))
    for evidence in example.subjects(RDF.type, HIWAR.Evidence):
        quote, start, end = (
            next(example.objects(evidence, OA.hasSelector / part))
            for part in (OA.exact, OA.start, OA.end)
        )
        assert text[int(str(start)) : int(str(end))] == str(quote)
    (digest,) = example.objects(None, HIWAR.contentHash)
    assert str(digest) == sha256(text.encode()).hexdigest()
