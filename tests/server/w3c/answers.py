"""Whether an answer is what the suite expects, up to names of blank nodes."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Final

import pyoxigraph as ox

from tests.server.w3c.suite import Case, name_of

RS: Final = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"

Statements = Iterable[ox.Triple]


def is_expected(case: Case, answer: bytes) -> bool:
    """Whether an answer is what the suite expects, up to names of blank nodes."""
    suffix, expected = case.result.suffix, case.result.read_bytes()
    if suffix == ".csv":
        return csv_rows(answer) == csv_rows(expected)
    if suffix not in (".ttl", ".rdf", ".nt"):
        form = ox.QueryResultsFormat.from_extension(suffix[1:])
        given = ox.QueryResultsFormat.TSV if suffix == ".tsv" else None
        return up_to_blank_nodes(solutions(answer, given)) == up_to_blank_nodes(
            solutions(expected, form)
        )
    rdf = ox.RdfFormat.from_extension(suffix[1:])
    wanted = [
        quad.triple
        for quad in ox.parse(expected, format=rdf, base_iri=name_of(case.result))
    ]
    if any(triple.predicate.value.startswith(RS) for triple in wanted):
        return up_to_blank_nodes(solutions(answer)) == up_to_blank_nodes(
            of_result_set(wanted)
        )
    given_ = ox.parse(answer, format=ox.RdfFormat.TURTLE, base_iri=name_of(case.query))
    return up_to_blank_nodes(q.triple for q in given_) == up_to_blank_nodes(wanted)


def csv_rows(data: bytes) -> list[list[tuple[str, str]]]:
    """Return rows in any order, since the suite sorts them as SPARQL does not ask."""
    rows = csv.DictReader(io.StringIO(data.decode(), newline=""))
    return sorted(
        sorted(
            (name, cell[:2] if cell[:2] == "_:" else cell) for name, cell in r.items()
        )
        for r in rows
    )


def solutions(data: bytes, form: Any = None) -> Statements:
    """Return solutions or a truth value as triples, so as to compare blank nodes."""
    results = ox.parse_query_results(data, format=form or ox.QueryResultsFormat.JSON)
    if isinstance(results, ox.QueryBoolean):
        return [made("truth", ox.Literal(bool(results)))]
    names = [variable.value for variable in results.variables]
    rows = [dict(zip(names, row, strict=True)) for row in results]
    return as_triples(names, rows)


def of_result_set(triples: Statements) -> Statements:
    """Return the same of results in the vocabulary of result sets."""
    found: dict[tuple[Any, str], list[Any]] = defaultdict(list)
    for triple in triples:
        name = triple.predicate.value.removeprefix(RS)
        found[triple.subject, name].append(triple.object)
        found[None, name].append(triple.object)
    if truth := found[None, "boolean"]:
        return [made("truth", truth[0])]
    names = [name.value for name in found[None, "resultVariable"]]
    rows = [
        {
            found[binding, "variable"][0].value: found[binding, "value"][0]
            for binding in found[solution, "binding"]
        }
        for solution in found[None, "solution"]
    ]
    return as_triples(names, rows)


def as_triples(names: list[str], rows: list[dict[str, Any]]) -> Statements:
    yield from (made("variable", ox.Literal(name)) for name in names)
    for number, row in enumerate(rows):
        node = ox.BlankNode(f"solution{number}")
        yield made("solution", node)
        for name, term in row.items():
            if term is not None:
                yield ox.Triple(node, ox.NamedNode(f"x:{name}"), term)


def made(name: str, value: Any) -> ox.Triple:
    return ox.Triple(ox.NamedNode("x:answer"), ox.NamedNode(f"x:{name}"), value)


def up_to_blank_nodes(triples: Statements) -> set[ox.Quad]:
    """Return what is equal for what is isomorphic, literals by their values."""
    dataset = ox.Dataset(
        ox.Quad(triple.subject, triple.predicate, by_value(triple.object))
        for triple in triples
    )
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return set(dataset)


def by_value(term: Any) -> Any:
    if not isinstance(term, ox.Literal):
        return term
    if term.datatype.value == f"{XSD}boolean" and term.value in "01":
        return ox.Literal(term.value == "1")
    try:
        if term.datatype.value in (f"{XSD}double", f"{XSD}float"):
            return ox.Literal(repr(float(term.value)), datatype=term.datatype)
        if term.datatype.value in (f"{XSD}decimal", f"{XSD}integer"):
            text = f"{Decimal(term.value).normalize():f}"
            return ox.Literal(text, datatype=term.datatype)
    except ArithmeticError:
        return term
    return term
