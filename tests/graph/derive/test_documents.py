"""A document's graph: its statements and the sentences that state them."""

from typing import Any

from rdflib import Graph

from hiwar.graph.derive import derive
from hiwar.graph.model import Reading
from hiwar.graph.namespaces import (
    HIWAR,
    OA,
    PROV,
    RDF,
)
from hiwar.graph.resolve import Ledger, resolve
from tests.graph.derive.conftest import ANNOUNCED, derived, dump

REPORTED = "document/egypt-hands-over-to-france"


def test_evidence_is_the_sentence_between_its_positions(
    conference: list[Reading], graphs: dict[str, Graph]
) -> None:
    texts = {ANNOUNCED: conference[0].source.text, REPORTED: conference[1].source.text}
    for name, text in texts.items():
        graph = graphs[name]
        evidence = list(graph.subjects(RDF.type, HIWAR.Evidence))
        assert len(evidence) == 4
        for item in evidence:
            found = {
                predicate: value
                for selector in graph.objects(item, OA.hasSelector)
                for predicate, value in graph.predicate_objects(selector)
            }
            start, end = int(str(found[OA.start])), int(str(found[OA.end]))
            assert text[start:end] == str(found[OA.exact])
            before, after = str(found[OA.prefix]), str(found[OA.suffix])
            assert before + str(found[OA.exact]) + after in text


def test_a_sentence_that_supports_nothing_is_not_in_the_graph(
    draft: Any, registry: Graph, ontology: Graph
) -> None:
    document = draft("one", ["They met.", "The weather was kind."])
    document.meeting("Valletta Summit", process=None, kind="summit")
    graph = derived([document.reading()], registry, ontology)["document/one"]
    assert len(list(graph.subjects(RDF.type, HIWAR.Evidence))) == 1
    assert "weather" not in {str(v) for v in graph.objects(None, OA.exact)}


def test_what_a_document_says_twice_is_one_statement_with_both_sentences(
    draft: Any, registry: Graph, ontology: Graph
) -> None:
    document = draft("one", ["It was founded in 2014.", "Since 2014 it has met."])
    document.say(document.KHARTOUM, "established", "2014", 0)
    document.say(document.KHARTOUM, "established", "2014", 1)
    graph = derived([document.reading()], registry, ontology)["document/one"]
    (statement,) = graph.subjects(RDF.type, HIWAR.Statement)
    assert len(list(graph.objects(statement, PROV.wasDerivedFrom))) == 2


def test_a_removed_document_leaves_the_graphs_of_others_as_they_were(
    conference: list[Reading], registry: Graph, ontology: Graph
) -> None:
    resolution = resolve(conference, Ledger(), registry)
    whole = derive(conference, resolution, registry, ontology)
    for gone in conference:
        left = [reading for reading in conference if reading is not gone]
        cut = derived(left, registry, ontology, resolution.ledger)
        shared = (whole.keys() & cut.keys()) - {"facts", "inferred"}
        assert len(shared) == 1
        assert all(dump(cut[name]) == dump(whole[name]) for name in shared)
