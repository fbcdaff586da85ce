"""What is said of columns, in the form of CSV on the Web."""

import json
from pathlib import Path
from typing import Any

import pytest
from csvw import CSVW
from rdflib import SH, Literal, URIRef

from hiwar.graph.namespaces import (
    HIWAR,
    RDF,
    RDFS,
)
from hiwar.graph.tables import METADATA_NAME, TABLES, Table
from hiwar.graph.tables.columns import columns_of
from hiwar.shapes import load_shapes
from tests.graph.tables.conftest import Quads, each_table


def test_a_validator_of_others_finds_nothing_to_warn_of(folder: Path) -> None:
    """Datatypes, primary keys, foreign keys, headings, the metadata themselves."""
    found = CSVW(str(folder / METADATA_NAME), validate=True)
    assert found.is_valid, [str(warning.message) for warning in found.warnings]
    assert len(found.tables) == len(TABLES)


def test_the_validator_would_find_a_wrong_cell(folder: Path, tmp_path: Path) -> None:
    for path in folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    table = tmp_path / "table-chairmanships.csv"
    text = table.read_text("utf-8")
    table.write_text(text.replace("/process/", "/processes/", 1), "utf-8")
    with pytest.raises(ValueError, match="processes"):
        assert CSVW(str(tmp_path / METADATA_NAME), validate=True).is_valid


@each_table
def test_the_columns_are_those_of_the_shapes(table: Table) -> None:
    """Each property that a closed shape allows, and one value where it says so."""
    shapes = load_shapes()
    columns = {item.path[0]: item for item in columns_of(table, []) if item.path}
    (node,) = (
        node
        for node in shapes.subjects(SH.targetClass, table.kind)
        if (node, SH.closed, Literal(True)) in shapes
    )
    parts = list(shapes.objects(node, SH.property))
    paths = {path for part in parts for path in shapes.objects(part, SH.path)}
    allowed = {path for path in paths if isinstance(path, URIRef)}
    if table.name in ("documents", "source-documents"):  # one shape for both
        allowed &= columns.keys()
    assert allowed - {RDFS.label} <= columns.keys()
    once = {
        path
        for part in shapes.subjects(SH.maxCount, Literal(1))
        for path in shapes.objects(part, SH.path)
    } | {RDFS.label, HIWAR.wording}
    for path, column in columns.items():
        if len(column.path) == 1:
            assert column.is_many == (path not in once), path


@each_table
def test_what_values_are_is_as_the_ontology_says(table: Table, quads: Quads) -> None:
    kinds = {
        (str(quad.subject).strip("<>"), str(quad.object).rpartition("#")[2].strip(">"))
        for quad in quads["ontology"]
        if quad.predicate.value == str(RDF.type)
    }
    for column in columns_of(table, []):
        if column.path and column.path[-1].startswith(str(HIWAR)):
            is_iri = (str(column.path[-1]), "ObjectProperty") in kinds
            assert column.is_label or (column.datatype == "iri") == is_iri


def _schema(about: dict[str, Any], name: str) -> dict[str, Any]:
    (found,) = (item for item in about["tables"] if item["url"] == f"table-{name}.csv")
    schema: dict[str, Any] = found["tableSchema"]
    return schema


def test_the_metadata_name_columns_in_three_languages(folder: Path) -> None:
    about = json.loads((folder / METADATA_NAME).read_text("utf-8"))
    for column in _schema(about, "meetings")["columns"]:
        if column.get("propertyUrl", "").startswith(str(HIWAR)):
            tongues = [word["@language"] for word in column["dc:title"]]
            assert {"en", "fr", "ar"} <= set(tongues)
            assert column["dc:description"]
