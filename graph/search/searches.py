"""The searches of a query: statements of triples whose verb is of our extension.

``?thing search:label "khartum"`` is SPARQL by its grammar, and no triple by its
meaning. ``docs/search.md`` documents it.
"""

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import urljoin

import pyoxigraph as ox

from hiwar.errors import QueryError
from hiwar.graph.search import MAX_HITS, MAX_SEARCHES
from hiwar.graph.search.grammar import Property, Span, Statement, statements
from hiwar.graph.search.index import Field
from hiwar.graph.search.tokens import Token, place, tokens

__all__ = ["MAX_VARIABLES", "Edit", "Search", "find_searches"]

_FORMS: Final = (
    'expected ?thing search:label "text" or ?evidence search:quote "text", or with'
    ' more: (?thing ?score ?match) search:label ("text"@en 20)'
)
_ESCAPE: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_MAY_PRECEDE: Final = frozenset({"{", "}", ".", ")"})
_MAY_FOLLOW: Final = frozenset({"{", "}", "."})
MAX_VARIABLES: Final = 3
"""What was found, its score, and the name or quote itself."""


@dataclass(frozen=True, slots=True)
class Search:
    """One search of a query.

    Attributes:
        field: What it searches.
        variables: The names of those it binds: to what was found, to its score, and
            to the name or quote itself.
        text: What it searches for.
        language: The language range, or empty.
        most: How many of the best hits it asks for, all where None.
    """

    field: Field
    variables: tuple[str, ...]
    text: str
    language: str = ""
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """Searches, and the part of the query that they stand for with what is kept."""

    start: int
    end: int
    searches: tuple[Search, ...]
    rest: str


def find_searches(query: str, base_iri: str) -> list[Edit]:
    """Return the searches of a query, in their order; none of most queries.

    Raises:
        QueryError: If a name of the search extension stands where it means nothing.
    """
    found = [token for token in tokens(query) if token.kind != "space"]
    named = _names(found, base_iri, urljoin(base_iri, "search") + "#")
    if not named:
        return []
    reader = _Reader(query, found, named)
    edits = [edit for item in statements(found) if (edit := reader.edit(item))]
    for index in named:
        if index not in reader.understood:
            raise reader.error(index, f"a search cannot stand here; {_FORMS}")
    if sum(len(edit.searches) for edit in edits) > MAX_SEARCHES:
        raise QueryError(
            f"The query has more than {MAX_SEARCHES} searches; expected fewer."
        )
    return sorted(edits, key=lambda edit: edit.start)


def _names(found: list[Token], base_iri: str, namespace: str) -> dict[int, str]:
    """Return the local names of the search namespace, by the number of their token."""
    prefixes: dict[str, str] = {}
    named: dict[int, str] = {}
    for index, token in enumerate(found):
        before = found[index - 1].text.upper() if index else ""
        earlier = found[index - 2].text.upper() if index > 1 else ""
        if token.kind == "iri":
            iri = _absolute(token.text[1:-1], base_iri)
            if before == "BASE":
                base_iri = iri
            elif earlier == "PREFIX":
                prefixes[found[index - 1].text] = iri
            elif iri.startswith(namespace):
                named[index] = iri.removeprefix(namespace)
        elif token.kind == "name" and before != "PREFIX":
            prefix, _, local = token.text.partition(":")
            iri = prefixes.get(f"{prefix}:", "") + re.sub(r"\\(.)", r"\1", local)
            if iri.startswith(namespace):
                named[index] = iri.removeprefix(namespace)
    return named


def _absolute(text: str, base_iri: str) -> str:
    def character(escape: re.Match[str]) -> str:
        code = int(escape[1] or escape[2], 16)
        return chr(code) if code < 0x110000 else escape[0]

    try:
        iri = urljoin(base_iri, text := _ESCAPE.sub(character, text))
    except ValueError:  # no IRI, as the engine will say
        return text
    # an empty fragment, which ends a namespace, would be lost
    return f"{iri}#" if text.endswith("#") and not iri.endswith("#") else iri


class _Reader:
    """Reads the searches of statements.

    Attributes:
        understood: The numbers of the tokens that name them.
    """

    def __init__(self, query: str, found: list[Token], named: dict[int, str]) -> None:
        self._query = query
        self._found = found
        self._named = named
        self.understood: set[int] = set()

    def edit(self, statement: Statement) -> Edit | None:
        """Return the searches of a statement, None where it has none."""
        mine = [item for item in statement.properties if self._is_search(item)]
        if not mine:
            return None
        others = [item for item in statement.properties if not self._is_search(item)]
        self._check_bounds(statement)
        variables = self._variables(statement.subject)
        if others and self._found[statement.subject[0]].text == "(":
            raise self.error(
                statement.subject[0],
                "a list of variables can have searches only; expected other patterns"
                " in a statement of their own",
            )
        searches = [
            self._search(item, span, variables)
            for item in mine
            for span in item.objects
        ]
        rest = " ; ".join(
            self._slice((item.verb[0], (item.objects or (item.verb,))[-1][1]))
            for item in others
        )
        subject = self._slice(statement.subject) if others else ""
        last = self._found[statement.end - 1]
        return Edit(
            start=self._found[statement.subject[0]].start,
            end=last.start + len(last.text),
            searches=tuple(searches),
            rest=f"{subject} {rest}".strip(),
        )

    def error(self, index: int, words: str) -> QueryError:
        """Return an error at a token."""
        line, column = place(self._query, self._found[index])
        return QueryError(
            f"line {line}, column {column}: {words}.", line=line, column=column
        )

    def _check_bounds(self, statement: Statement) -> None:
        """Refuse what would be no SPARQL without the search: a missing full stop."""
        start, end = statement.subject[0], statement.end
        before = self._found[start - 1]
        after = self._found[end] if end < len(self._found) else None
        if before.text not in _MAY_PRECEDE or not (
            after and (after.text in _MAY_FOLLOW or after.kind == "word")
        ):
            raise self.error(start, f"a search is a statement of its own; {_FORMS}")

    def _is_search(self, item: Property) -> bool:
        start, end = item.verb
        return end == start + 1 and start in self._named

    def _search(self, item: Property, span: Span, variables: tuple[str, ...]) -> Search:
        """Return the search for one object of a verb."""
        (index, _) = item.verb
        name = self._named[index]
        if name not in [field.value for field in Field]:
            raise self.error(index, f"there is no search:{name[:40]}; {_FORMS}")
        self.understood.add(index)
        parts = self._found[slice(*span)]
        if parts and parts[0].text == "(" and parts[-1].text == ")":
            parts = parts[1:-1]
        if not parts or parts[0].kind != "string":
            raise self.error(
                span[0],
                "what is searched for must be a literal text, since it is looked up"
                f" before the query runs; {_FORMS}",
            )
        language, rest = "", parts[1:]
        if rest and rest[0].kind == "tag":
            language, rest = rest[0].text[1:], rest[1:]
        text = self._unescaped(span[0], parts[0].text)
        return Search(Field(name), variables, text, language, self._most(rest))

    def _most(self, rest: list[Token]) -> int | None:
        if not rest:
            return None
        is_number = len(rest) == 1 and rest[0].text.isdecimal()
        if not is_number or not 1 <= int(rest[0].text[:9]) <= MAX_HITS:
            raise self.error(
                self._found.index(rest[0]),
                f"after the text, only how many of the best are wanted can follow;"
                f" expected a number from 1 to {MAX_HITS:,}",
            )
        return int(rest[0].text)

    def _unescaped(self, index: int, text: str) -> str:
        """Return what a string token holds; Turtle has the same strings."""
        turtle = f"<a:a> <a:a> {text} ."
        try:
            (quad,) = ox.parse(turtle, format=ox.RdfFormat.TURTLE)
        except SyntaxError as error:
            raise self.error(index, "this is no string of SPARQL") from error
        return str(quad.object.value)

    def _variables(self, subject: Span) -> tuple[str, ...]:
        """Return the names of the variables that a search binds."""
        parts = self._found[slice(*subject)]
        if parts[0].text == "(" and parts[-1].text == ")":
            parts = parts[1:-1]
        names = tuple(token.text[1:] for token in parts)
        if (
            not 1 <= len(names) <= MAX_VARIABLES
            or len(set(names)) < len(names)
            or any(token.kind != "variable" for token in parts)
        ):
            raise self.error(
                subject[0],
                f"a search binds one to three different variables; {_FORMS}",
            )
        return names

    def _slice(self, span: Span) -> str:
        """Return the text of some tokens, with what stands between them."""
        last = self._found[span[1] - 1]
        return self._query[self._found[span[0]].start : last.start + len(last.text)]
