"""The values that things have of some properties, as tools for tables want them.

Source: https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, Final

import pyoxigraph as ox

from hiwar.errors import QueryError, TooLargeError
from hiwar.graph.namespaces import BASE, XSD
from hiwar.server.limits import MAX_EXTENDED, MAX_QUERY_PROPERTIES, MAX_VALUES
from hiwar.server.lookup import Row, Value, select
from hiwar.server.namebooks import Names, Property
from hiwar.server.session import Session

__all__ = ["Values", "as_cell", "extension", "id_of", "iri_of", "values_of_things"]

Values = dict[tuple[str, str], list[tuple[Value, str]]]
"""By thing and property: each value, and what to call it."""

_SPACE: Final = f"{BASE}id/"
_INTEGERS: Final = frozenset(
    str(XSD[name]) for name in ("integer", "int", "long", "nonNegativeInteger")
)
_FLOATS: Final = frozenset(str(XSD[name]) for name in ("decimal", "double", "float"))
_QUERY: Final = """
SELECT DISTINCT ?thing ?property ?value ?label WHERE {
  VALUES ?thing { %s }
  VALUES ?property { %s }
  ?thing ?property ?value .
  OPTIONAL { ?value rdfs:label ?label FILTER(LANG(?label) = "en") }
} ORDER BY ?value ?label LIMIT %d
"""


def id_of(iri: str) -> str:
    """Return the id of a thing: what follows ``…/id/``.

    >>> (
    ...     id_of(BASE + "id/state/EGY"),
    ...     iri_of("state/EGY") == iri_of(BASE + "id/state/EGY"),
    ... )
    ('state/EGY', True)
    """
    return iri.removeprefix(_SPACE)


def iri_of(text: str) -> str:
    """Return the IRI of an id, or of an IRI."""
    return text if text.startswith(BASE) else f"{_SPACE}{text}"


def values_of_things(
    session: Session,
    names: Names,
    things: Iterable[str],
    properties: Sequence[Property],
) -> Values:
    """Return the values of some properties of some things.

    Raises:
        TooLargeError: If they are more than ``MAX_VALUES``.
    """
    wanted = [thing for thing in dict.fromkeys(things) if thing in names.kinds]
    if not (wanted and properties):
        return {}
    query = _QUERY % (
        " ".join(str(ox.NamedNode(thing)) for thing in wanted),
        " ".join(str(ox.NamedNode(item.iri)) for item in properties),
        MAX_VALUES + 1,
    )
    rows = select(session, query)
    if len(rows) > MAX_VALUES:
        raise TooLargeError(
            f"These things have more than {MAX_VALUES:,} values of these properties;"
            " expected fewer. Ask for fewer things at once."
        )
    found: dict[tuple[str, str], dict[Value, str]] = defaultdict(dict)
    for row in rows:
        key = row["thing"].text, row["property"].text
        found[key].setdefault(row["value"], _label(row, names))
    return {key: list(values.items()) for key, values in found.items()}


def _label(row: Row, names: Names) -> str:
    value = row["value"]
    if not value.is_iri:
        return value.text
    label = row["label"].text if "label" in row else value.short
    return names.labels.get(value.text, label)


def as_cell(value: Value, label: str) -> dict[str, Any]:
    """Return a value as the data extension of the reconciliation API writes it.

    >>> as_cell(Value("2025-04-09", "literal", "", str(XSD.date)), "")
    {'date': '2025-04-09T00:00:00Z'}
    """
    if value.is_iri:
        return {"id": id_of(value.text), "name": label}
    if value.datatype == str(XSD.date) and len(value.text) == 10:
        return {"date": f"{value.text}T00:00:00Z"}
    if value.datatype in _INTEGERS:
        return {"int": int(value.text)}
    if value.datatype in _FLOATS:
        return {"float": float(value.text)}
    return {"str": value.text}


def extension(session: Session, names: Names, content: Any) -> dict[str, Any]:
    """Return the values of a data extension query."""
    ids, wanted = _extended(content)
    found = [(pid, names.property(pid)) for pid in wanted]
    properties = [item for _, item in found if item is not None]
    things = [iri_of(text) for text in ids]
    values = values_of_things(session, names, things, properties)
    rows = {
        text: {
            pid: [
                as_cell(*pair)
                for pair in (values.get((thing, item.iri), []) if item else [])
            ]
            for pid, item in found
        }
        for text, thing in zip(ids, things, strict=True)
    }
    meta = [{"id": pid, "name": item.name if item else pid} for pid, item in found]
    return {"meta": meta, "rows": rows}


def _extended(content: Any) -> tuple[list[str], list[str]]:
    """Return the ids and the properties of a data extension query.

    Raises:
        QueryError: If it is none, or asks for too much.
    """
    ids = content.get("ids") if isinstance(content, dict) else None
    items = content.get("properties") if isinstance(content, dict) else None
    wanted = [
        item.get("id") if isinstance(item, dict) else None
        for item in (items if isinstance(items, list) else [None])
    ]
    if (
        not isinstance(ids, list)
        or len(ids) > MAX_EXTENDED
        or len(wanted) > MAX_QUERY_PROPERTIES
        or not all(isinstance(item, str) for item in (*ids, *wanted))
    ):
        raise QueryError(
            f"'extend' does not name at most {MAX_EXTENDED} things and"
            f" {MAX_QUERY_PROPERTIES} properties; expected"
            ' {"ids": ["state/EGY"], "properties": [{"id": "isoAlpha3"}]} for example.'
        )
    return list(dict.fromkeys(ids)), list(dict.fromkeys(map(str, wanted)))
