"""What the columns of the tables mean, as CSV on the Web says it.

By the rules of the W3C the tables give triples again: the class of each thing, its
names, and each value that is no IRI among several, which CSVW can only give as text.

Source: https://www.w3.org/TR/tabular-metadata/
"""

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Final

import pyoxigraph as ox

from hiwar.graph.namespaces import RDFS, SKOS
from hiwar.graph.tables.columns import SEPARATOR, Column, Table

__all__ = ["describe"]

_LICENCE: Final = "https://creativecommons.org/licenses/by/4.0/"
_TYPE: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_ABOUT: Final = (
    "A table a class, a row a thing, as facts, registry and documents assert it."
    " Text that begins with an apostrophe before =, +, -, @, tab or return does so to"
    " be no formula; a broken bar within one of several texts stands for a bar."
)
_ELSEWHERE: Final = {
    "participationIn": "meetings",
    "adoptedIn": "meetings",
    "chairedProcess": "processes",
    "roundOf": "processes",
    "adoptedDocument": "documents",
    "heldPost": "posts",
    "hasSource": "source-documents",
}
"""The table in which what a column always names has its row."""
_Texts = dict[str, list[dict[str, str]]]
_Described = Iterable[tuple[Table, list[Column]]]


def describe(tables: _Described, ontology: Iterable[ox.Quad]) -> bytes:
    """Return the metadata of tables, JSON.

    Args:
        tables: The tables with their columns.
        ontology: What names and defines classes and properties.
    """
    names, meanings = _words(ontology)
    about = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:description": _ABOUT,
        "dc:license": {"@id": _LICENCE},
        "tables": [
            {
                "url": table.file_name,
                "dc:title": names.get(str(table.kind), table.class_name),
                "dc:description": meanings.get(str(table.kind), []),
                "tableSchema": _schema(table, columns, names, meanings),
            }
            for table, columns in tables
        ],
    }
    return (json.dumps(about, ensure_ascii=False, indent=1) + "\n").encode()


def _schema(
    table: Table, columns: list[Column], names: _Texts, meanings: _Texts
) -> dict[str, Any]:
    described = [_column(column, names, meanings) for column in columns]
    kind = {
        "name": "class",
        "virtual": True,
        "propertyUrl": _TYPE,
        "valueUrl": str(table.kind),
    }
    keys = [
        {
            "columnReference": column.name,
            "reference": {
                "resource": f"table-{_ELSEWHERE[column.name]}.csv",
                "columnReference": "iri",
            },
        }
        for column in columns
        if column.name in _ELSEWHERE
    ]
    schema = {"aboutUrl": "{+iri}", "primaryKey": "iri", "columns": [*described, kind]}
    return {**schema, "foreignKeys": keys} if keys else schema


def _column(column: Column, names: _Texts, meanings: _Texts) -> dict[str, Any]:
    found: dict[str, Any] = {"name": column.name, "titles": column.name}
    if not column.path:
        return {**found, "datatype": "anyURI", "required": True, "suppressOutput": True}
    predicate = str(column.path[-1])
    found["dc:title"] = names.get(predicate, column.name)
    if column.is_many:
        found["separator"] = SEPARATOR
    if column.is_label or len(column.path) > 1 or column.datatype == "term":
        return {**found, "datatype": _datatype(column), "suppressOutput": True}
    if predicate in meanings:
        found["dc:description"] = meanings[predicate]
    found["propertyUrl"] = predicate
    found["datatype"] = _datatype(column)
    if column.datatype == "iri" and not column.is_many:
        found["valueUrl"] = f"{{+{column.name}}}"
    if column.language:
        found["lang"] = column.language
    if column.language == "ar":
        found["textDirection"] = "rtl"
    return found


def _datatype(column: Column) -> str:
    return {"iri": "anyURI", "term": "string"}.get(column.datatype, column.datatype)


def _words(ontology: Iterable[ox.Quad]) -> tuple[_Texts, _Texts]:
    """Return names and definitions of the terms of an ontology."""
    names: _Texts = defaultdict(list)
    meanings: _Texts = defaultdict(list)
    wanted = {str(RDFS.label): names, str(SKOS.definition): meanings}
    for quad in sorted(ontology, key=str):
        if quad.predicate.value in wanted and isinstance(quad.object, ox.Literal):
            language = quad.object.language or "und"
            word = {"@value": quad.object.value, "@language": language}
            subject = str(quad.subject).strip("<>")
            wanted[quad.predicate.value][subject].append(word)
    return names, meanings
