"""Queries as tests send them to the endpoint."""

from collections.abc import Callable
from typing import Final
from urllib.parse import quote, urlencode

from werkzeug import Response

from hiwar.settings import Settings

Get = Callable[..., Response]
Start = Callable[[Settings], tuple[str, int]]

BASE: Final = "https://w3id.org/hiwar/"
LABEL: Final = "<http://www.w3.org/2000/01/rdf-schema#label>"
EGYPT: Final = f"SELECT ?name {{ <{BASE}id/state/EGY> {LABEL} ?name }}"
COUNT: Final = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
ENDLESS: Final = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
FORM: Final = "application/x-www-form-urlencoded"
QUERY: Final = "application/sparql-query"
JSON: Final = "application/sparql-results+json"
XML: Final = "application/sparql-results+xml"


def path(query: str, *more: tuple[str, str], **named: str) -> str:
    """Return the address of a query, with a plus for each blank."""
    return "/sparql?" + urlencode([("query", query), *more, *named.items()])


def path_of(query: str, **more: str) -> str:
    """Return the address of a query, with no plus in it."""
    return "/sparql?" + urlencode({"query": query, **more}, quote_via=quote)
