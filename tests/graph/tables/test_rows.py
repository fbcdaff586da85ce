"""A row has what is asserted of a thing, and is read back as it was."""

import csv
import io
import json
from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote

import pyoxigraph as ox
import pytest
from csvw import CSVW
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph, Literal, URIRef

from hiwar.graph.namespaces import (
    DCTERMS,
    HIWAR,
    OA,
    RDF,
    RDFS,
    SKOS,
    graph_iri,
    thing_iri,
)
from hiwar.graph.store import OxigraphStore
from hiwar.graph.tables import METADATA_NAME, TABLES, Table, write_tables
from hiwar.graph.tables.columns import SEPARATOR
from tests.graph.tables.conftest import Quads, each_table


@pytest.fixture(scope="module")
def asserted(quads: Quads) -> dict[str, dict[str, set[str]]]:
    """Return what each thing has, by property, IRIs and text alike."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for name, items in quads.items():
        if name in ("facts", "registry") or name.startswith("document/"):
            for quad in items:
                thing = str(quad.subject).strip("<>")
                value = quad.object
                assert isinstance(value, ox.NamedNode | ox.Literal)
                found[thing][quad.predicate.value].add(value.value)
    return found


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def small(*triples: tuple[URIRef, URIRef, URIRef | Literal]) -> Mapping[str, bytes]:
    graph = Graph()
    for triple in triples:
        graph.add(triple)
    store = OxigraphStore()
    store.load({"facts": graph})
    return dict(write_tables({"facts": store.quads("facts")}))


@each_table
def test_a_table_has_a_row_for_each_thing_of_its_class(
    table: Table, folder: Path, quads: Quads
) -> None:
    store = ox.Store()
    store.bulk_extend(quad for items in quads.values() for quad in items)
    graphs = (graph_iri(name) for name in quads if name != "inferred")
    found = store.query(
        f"SELECT DISTINCT ?thing {{ ?thing a <{table.kind}> }}",
        default_graph=[ox.NamedNode(str(name)) for name in graphs],
    )
    assert isinstance(found, ox.QuerySolutions)
    things = [solution["thing"].value for solution in found]
    written = rows((folder / table.file_name).read_bytes())
    assert [row["iri"] for row in written] == sorted(things)


@pytest.fixture(scope="module")
def read_back(folder: Path) -> dict[str, dict[str, set[str]]]:
    """Return what the tables say by the rules of CSVW, in the form of ``asserted``."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for table in CSVW(str(folder / METADATA_NAME)).tables:
        described = table.tableSchema.columns
        columns = {item.name: item for item in described if not item.virtual}
        (kind,) = (item for item in described if item.virtual)
        for row in table.iterdicts():
            cells = {name: texts_of(value) for name, value in row.items()}
            single = {name: texts[0] for name, texts in cells.items() if texts}
            said = found[table.tableSchema.aboutUrl.expand(**single)]
            said[kind.propertyUrl.uri] = {kind.valueUrl.uri}
            for name, texts in cells.items():
                column = columns.get(name)
                if column is None or column.suppressOutput or not texts:
                    continue
                if column.valueUrl:
                    texts = [column.valueUrl.expand(**single)]
                said[column.propertyUrl.uri] |= set(texts)
    return found


def texts_of(value: object) -> list[str]:
    """Return the values of a cell as N-Triples would have them."""
    if value is None:
        return []
    if isinstance(value, list):
        return [text for item in value for text in texts_of(item)]
    if hasattr(value, "unsplit"):  # an IRI, which csvw writes as a URI
        return [unquote(value.unsplit())]
    if isinstance(value, datetime):  # which csvw gives for xsd:date
        return [value.date().isoformat()]
    return [str(value).lower() if isinstance(value, bool) else str(value)]


@each_table
def test_read_back_a_table_is_what_is_asserted(
    table: Table,
    asserted: dict[str, dict[str, set[str]]],
    read_back: dict[str, dict[str, set[str]]],
) -> None:
    """Both ways: nothing is lost, but what CSVW cannot say, and nothing comes in."""
    suppressed = {SKOS.prefLabel, DCTERMS.title, OA.hasSelector}
    suppressed |= {RDF.object, DCTERMS.issued, DCTERMS.license, HIWAR.mentionedAs}
    for thing, values in asserted.items():
        if str(table.kind) in values[str(RDF.type)]:
            expected = {
                key: {unquote(text) for text in texts} - {str(OA.SpecificResource)}
                for key, texts in values.items()
                if URIRef(key) not in suppressed
            }
            assert dict(read_back[thing]) == expected


def test_names_stand_beside_iris_in_their_order(folder: Path, quads: Quads) -> None:
    names = {
        quad.subject.value: quad.object.value
        for items in quads.values()
        for quad in items
        if quad.predicate.value == str(RDFS.label)
        and isinstance(quad.subject, ox.NamedNode)
        and isinstance(quad.object, ox.Literal)
        and quad.object.language == "en"
    }
    count = 0
    for row in rows((folder / "table-meetings.csv").read_bytes()):
        for column in (name for name in row if f"{name}_label" in row and row[name]):
            labels = row[f"{column}_label"].split(SEPARATOR)
            things = row[column].split(SEPARATOR)
            if column != "source":
                assert labels == [names[thing] for thing in things]
                count += len(labels)
    assert count > 50


def test_a_statement_stands_beside_its_sentences(folder: Path) -> None:
    evidence = rows((folder / "table-evidence.csv").read_bytes())
    quotes = {row["iri"]: row["exact"] for row in evidence}
    statements = rows((folder / "table-statements.csv").read_bytes())
    assert statements
    for row in statements:
        sentences = [quotes[iri] for iri in row["wasDerivedFrom"].split(SEPARATOR)]
        joined = SEPARATOR.join(text.replace(SEPARATOR, "¦") for text in sentences)
        assert row["exact"].removeprefix("'") == joined.removeprefix("'")


@pytest.mark.parametrize(
    "text", ["=1+1", "+32", "-1", "@SUM(A1)", "\t=1", "\r=1", '=cmd|"/c calc"!A1']
)
def test_text_that_a_spreadsheet_would_run_is_text(text: str) -> None:
    person = thing_iri("person", "a")
    name = Literal(text, lang="en")
    found = small((person, RDF.type, HIWAR.Person), (person, RDFS.label, name))
    (row,) = rows(found["table-persons.csv"])
    assert row["label_en"] == f"'{text}"


def test_a_separator_within_one_of_several_texts_is_written_otherwise() -> None:
    person = thing_iri("person", "a")
    names = [Literal(text, lang="en") for text in ("A|B", "C")]
    found = small(
        (person, RDF.type, HIWAR.Person),
        (person, RDFS.label, Literal("A|B", lang="en")),
        *((person, SKOS.altLabel, name) for name in names),
    )
    (row,) = rows(found["table-persons.csv"])
    assert (row["label_en"], row["altLabel_en"]) == ("A|B", "A¦B|C")


def test_a_further_language_has_a_column_and_is_told_apart() -> None:
    person = thing_iri("person", "a")
    found = small(
        (person, RDF.type, HIWAR.Person),
        (person, RDFS.label, Literal("A", lang="zh-hans")),
        (person, RDFS.label, Literal("B")),
    )
    (row,) = rows(found["table-persons.csv"])
    assert (row["label_zh_hans"], row["label_und"], row["label_en"]) == ("A", "B", "")
    about = json.loads(found[METADATA_NAME])
    tongues = {
        column["name"]: column.get("lang")
        for table in about["tables"]
        for column in table["tableSchema"]["columns"]
        if table["url"] == "table-persons.csv"
    }
    assert tongues["label_zh_hans"] == "zh-hans"


def test_what_is_inferred_only_has_no_row() -> None:
    person = thing_iri("person", "a")
    store = OxigraphStore()
    graph = Graph().add((person, RDF.type, HIWAR.Person))
    store.load({"inferred": graph})
    found = dict(write_tables({"inferred": store.quads("inferred")}))
    assert rows(found["table-persons.csv"]) == []


def test_equal_graphs_give_equal_bytes_in_whatever_order(quads: Quads) -> None:
    backwards = {name: quads[name][::-1] for name in reversed(quads)}
    assert dict(write_tables(quads)) == dict(write_tables(backwards))


def test_a_table_without_rows_keeps_its_heading() -> None:
    found = small((thing_iri("state", "EGY"), HIWAR.chairs, thing_iri("process", "a")))
    assert found.keys() == {table.file_name for table in TABLES} | {METADATA_NAME}
    tables = (data for name, data in found.items() if name != METADATA_NAME)
    assert all(data.startswith(b"iri,") for data in tables)


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_any_name_is_read_back_as_it_was(name: str) -> None:
    person = thing_iri("person", "a")
    found = small(
        (person, RDF.type, HIWAR.Person), (person, RDFS.label, Literal(name, lang="en"))
    )
    (row,) = rows(found["table-persons.csv"])
    assert row["label_en"].removeprefix("'") == name.removeprefix("'")
