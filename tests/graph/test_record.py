"""The record: its form, and that the graph of a document holds all of it."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rdflib import Graph, Literal, URIRef

from hiwar.graph.briefs import brief_paths
from hiwar.graph.derive.claims import claims_of
from hiwar.graph.derive.documents import document_graph
from hiwar.graph.model import Basis, Reading, Source, Statement, Status, Term, Thing
from hiwar.graph.namespaces import BASE, DCTERMS, HIWAR, OA, PROV, RDF
from hiwar.graph.reading import read_file, read_text
from hiwar.graph.record import record, record_of, table
from hiwar.graph.registry import registry_graph
from hiwar.graph.resolve import Ledger, resolve

SHARED = Path(
    os.environ.get(
        "HIWAR_SHARED", Path(__file__).resolve().parents[2].parent / "shared"
    )
)
DOCUMENTS = sorted(SHARED.glob("documents/source/*.txt")) + sorted(
    SHARED.glob("documents/dev/*.txt")
)
PATHS = [*brief_paths(), *DOCUMENTS]
KINDS = {"Fundinginstrument": "FundingInstrument", "Instrument": "FundingInstrument"}

needs_shared = pytest.mark.skipif(
    not DOCUMENTS, reason="the record's schema and documents are in HIWAR_SHARED"
)


@pytest.fixture(scope="module")
def registry() -> Graph:
    return registry_graph()


@pytest.fixture(scope="module")
def graph_of(registry: Graph) -> Callable[[Reading], Graph]:
    """The graph that a release has of one document."""

    def graph(reading: Reading) -> Graph:
        resolution = resolve([reading], Ledger(), registry)
        return document_graph(reading, resolution, claims_of(reading, resolution))

    return graph


class Archive:
    """The statements that the graph of one document holds, read back."""

    def __init__(self, graph: Graph, registry: Graph) -> None:
        self.graph, self.registry = graph, registry
        (self.source,) = graph.subjects(RDF.type, HIWAR.SourceDocument)
        self.spans = {
            node: self._span(node) for node in graph.subjects(RDF.type, HIWAR.Evidence)
        }
        self.order = sorted(self.spans.values())

    def record(self) -> dict[str, Any]:
        name, language = HIWAR.fileName, DCTERMS.language
        source = Source(
            str(self.graph.value(self.source, name)),
            str(self.graph.value(self.source, HIWAR.contentHash)),
            text="",
            title="",
            language=str(self.graph.value(self.source, language)),
        )

        def spans(statement: Statement) -> list[list[int]]:
            return [list(self.order[index]) for index in statement.sentences]

        return record_of(source, self.statements(), spans)

    def statements(self) -> list[Statement]:
        found = map(self._statement, self.graph.subjects(RDF.type, HIWAR.Statement))
        return sorted(found, key=lambda item: (item.sentences, repr(item)))

    def _statement(self, node: Any) -> Statement:
        def notation(predicate: URIRef) -> str:
            return str(self.graph.value(node, predicate)).rpartition("/")[2]

        value = self.graph.value
        relation = value(node, HIWAR.describes)
        subject = self._term(value(node, RDF.subject))
        predicate = value(node, RDF.predicate)
        assert isinstance(subject, Thing)
        assert isinstance(predicate, URIRef)
        evidence = self.graph.objects(node, PROV.wasDerivedFrom)
        return Statement(
            subject,
            predicate,
            self._term(value(node, RDF.object)),
            Status(notation(HIWAR.status)),
            Basis(notation(HIWAR.basis)),
            str(value(node, HIWAR.rule)),
            tuple(sorted(self.order.index(self.spans[item]) for item in evidence)),
            self._thing(relation) if isinstance(relation, URIRef) else None,
            str(value(node, HIWAR.mentionedAs) or ""),
        )

    def _term(self, term: Any) -> Term:
        if isinstance(term, URIRef) and term.startswith(f"{BASE}id/"):
            return self._thing(term)
        assert isinstance(term, URIRef | Literal)
        return term

    def _thing(self, iri: URIRef) -> Thing:
        kind = iri.removeprefix(f"{BASE}id/").partition("/")[0]
        name = "".join(part.capitalize() for part in kind.split("-"))
        if iri == self.source:
            name = "SourceDocument"
        is_known = (iri, None, None) in self.registry
        return Thing(KINDS.get(name, name), str(iri), str(iri) if is_known else "")

    def _span(self, node: Any) -> tuple[int, int]:
        for selector in self.graph.objects(node, OA.hasSelector):
            start = self.graph.value(selector, OA.start)
            if start is not None:
                return int(str(start)), int(str(self.graph.value(selector, OA.end)))
        raise AssertionError(f"{node} has no place")


def unordered(value: Any) -> Any:
    """Return a record whose lists have one order; a graph keeps none."""
    if isinstance(value, dict):
        return {key: unordered(item) for key, item in value.items()}
    if isinstance(value, list):
        items = [unordered(item) for item in value]
        return sorted(items, key=lambda item: json.dumps(item, sort_keys=True))
    return value


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_the_record_can_be_rebuilt_from_the_graph_of_its_document(
    path: Path, graph_of: Callable[[Reading], Graph], registry: Graph
) -> None:
    reading = read_file(path)
    rebuilt = Archive(graph_of(reading), registry).record()
    assert unordered(rebuilt) == unordered(record(reading))


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_every_quote_stands_in_the_text_where_it_says(
    path: Path, graph_of: Callable[[Reading], Graph]
) -> None:
    reading = read_file(path)
    graph, text = graph_of(reading), reading.source.text
    for node in graph.subjects(RDF.type, HIWAR.Evidence):
        about: dict[str, str] = {}
        for selector in graph.objects(node, OA.hasSelector):
            about |= {str(p): str(o) for p, o in graph.predicate_objects(selector)}
        start, end = int(about[str(OA.start)]), int(about[str(OA.end)])
        assert about[str(OA.exact)] == text[start:end] != ""
        assert text[:start].endswith(about[str(OA.prefix)])
        assert text[end:].startswith(about[str(OA.suffix)])


def evidence(value: Any) -> list[list[int]]:
    """Return all spans in a record, however deep."""
    if isinstance(value, dict):
        own: list[list[int]] = value.get("evidence", [])
        return own + [span for item in value.values() for span in evidence(item)]
    if isinstance(value, list) and value and not isinstance(value[0], int):
        return [span for item in value for span in evidence(item)]
    return []


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_the_evidence_of_a_record_is_whole_sentences(path: Path) -> None:
    reading = read_file(path)
    whole = [[item.start, item.end] for item in reading.sentences]
    assert all(span in whole for span in evidence(record(reading)))


@pytest.fixture(scope="module")
def schema() -> Any:
    jsonschema = pytest.importorskip("jsonschema")
    text = (SHARED / "evaluation/record.schema.json").read_text("utf-8")
    return jsonschema.Draft202012Validator(json.loads(text))


@needs_shared
@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_record_has_the_form_of_the_shared_schema(path: Path, schema: Any) -> None:
    found = json.loads(json.dumps(record(read_file(path))))
    assert [error.message for error in schema.iter_errors(found)] == []
    assert found["doc"] == path.stem


@needs_shared
@pytest.mark.parametrize(
    "text",
    [
        "The meeting of the Rabat Process was held on 30 November – 2 December.",
        "The Rabat Process was launched by Mali in May 2006 (2006-2010).",
        "The Rabat Process, established in 2006 at a conference, met until 2019.",
        "Egypt has held the chair of the Khartoum Process since April 2024.",
        "—",
    ],
)
def test_dates_of_any_precision_have_the_form_of_the_schema(
    text: str, schema: Any
) -> None:
    found = record(read_text(f"The states of the region met for the talks. {text}"))
    assert [error.message for error in schema.iter_errors(found)] == []


def test_a_record_without_facts_has_only_its_name_and_language() -> None:
    found = record(read_text("The weather on the coast was fine, as it is.", "a.b.txt"))
    assert found == {"doc": "a.b", "language": "en"}


def test_the_country_of_a_place_is_the_registry_s() -> None:
    reading = read_text(
        "The ministerial conference of the Rabat Process was held in Dakar in 2011."
    )
    (meeting,) = record(reading)["meetings"]
    assert (meeting["city"], meeting["country"]) == ("Dakar", "Senegal")


def test_what_is_claimed_or_denied_is_in_no_record() -> None:
    found = record(
        read_text(
            "The minister said that Kenya hosted the ministerial conference of the"
            " Rabat Process. The conference was not chaired by Italy."
        )
    )
    assert "states" not in found
    (meeting,) = found["meetings"]
    assert not meeting.keys() & {"host", "chair", "status"}


def test_a_table_has_a_line_for_each_statement_and_no_breaks_in_it() -> None:
    reading = read_text(
        "The ministerial conference of the\nRabat Process was held in Dakar in 2011.\n"
        "It was hosted by Senegal."
    )
    lines = table(reading).split("\n")
    assert len(lines) == 1 + len(reading.statements)
    assert {line.count("\t") for line in lines} == {lines[0].count("\t")}
