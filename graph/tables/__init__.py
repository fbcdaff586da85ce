"""A release as tables: a file a class, a row a thing, for spreadsheets and data frames.

A row has what is asserted of its thing, never what follows. Metadata beside the files,
CSV on the Web, say what each column means, so that they lead back to the same triples.

Equal graphs give equal bytes: rows by IRI, values sorted.

Sources: https://www.w3.org/TR/tabular-data-model/, https://www.rfc-editor.org/rfc/rfc4180
"""

from collections.abc import Iterator, Mapping

import pyoxigraph as ox

from hiwar.graph.tables.columns import TABLES, Column, Table, columns_of
from hiwar.graph.tables.metadata import describe
from hiwar.graph.tables.rows import Things, write_rows

__all__ = ["METADATA_NAME", "TABLES", "Column", "Table", "write_tables"]

METADATA_NAME = "csv-metadata.json"
"""Where programs look for the metadata of a CSV file beside it."""


def write_tables(graphs: Mapping[str, list[ox.Quad]]) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each table, and at last those of the metadata."""
    things = Things(graphs)
    described: list[tuple[Table, list[Column]]] = []
    for table in TABLES:
        rows = things.of_class(table.kind)
        columns = columns_of(table, things.languages(rows))
        described.append((table, columns))
        yield table.file_name, write_rows(things, rows, columns)
    yield METADATA_NAME, describe(described, graphs.get("ontology", []))
