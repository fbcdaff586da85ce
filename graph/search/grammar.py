"""The statements of a query's groups, found by its grammar, token by token.

Only as much of the grammar as tells where a statement of triples begins and ends,
what its subject is, and which verbs and objects it has. What is no SPARQL is left to
the engine, which says so.

Source: https://www.w3.org/TR/sparql11-query/#sparqlGrammar (rules 2 to 109).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from hiwar.graph.search.tokens import Token

__all__ = ["Property", "Statement", "statements"]

_CLOSING: Final = {"(": ")", "[": "]", "{": "}", "<<": ">>", "<<(": ")>>"}
_BETWEEN: Final = frozenset({"OPTIONAL", "UNION", "MINUS", "LATERAL"})
_Skip = Callable[[], None]
_ENDS: Final = frozenset({".", "}", "{", ")", "]", ""})

Span = tuple[int, int]
"""From one token to before another, by their numbers."""


@dataclass(frozen=True, slots=True)
class Property:
    """A verb, which may be a path, and its objects."""

    verb: Span
    objects: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """Triples of one subject; ``end`` is after the last semicolon."""

    subject: Span
    properties: tuple[Property, ...]
    end: int


def statements(found: list[Token]) -> Iterator[Statement]:
    """Yield the statements of all groups of a query, those of EXISTS too.

    The templates of CONSTRUCT hold none, and neither do the blocks of VALUES.

    Args:
        found: The tokens of the query without white space and comments.
    """
    yield from _Reader(found).query()


class _Reader:
    """One pass over the tokens; each step moves on."""

    def __init__(self, found: list[Token]) -> None:
        self._found = found
        self._at = 0

    def query(self) -> Iterator[Statement]:
        """Read a query, or one within braces up to their end."""
        while self._at < len(self._found) and self._text() != "}":
            if self._word() == "CONSTRUCT":
                self._at += 1
                if self._text() != "{":  # the short form, whose group is a template
                    self._skip_to("{")
                self._skip_one()
            elif self._word() == "VALUES":
                self._skip_values()
            elif self._text() == "{":
                yield from self._group()
            else:
                self._at += 1

    def _group(self) -> Iterator[Statement]:
        self._at += 1
        if self._word() == "SELECT":
            yield from self.query()
        while self._at < len(self._found) and self._text() != "}":
            before = self._at
            yield from self._part()
            if self._at == before:  # no SPARQL
                self._at += 1
        self._at += 1

    def _part(self) -> Iterator[Statement]:
        """Read one part of a group."""
        word = self._word()
        if self._text() == "{":
            yield from self._group()
        elif self._text() == "." or word in _BETWEEN:
            self._at += 1
        elif word in ("GRAPH", "SERVICE"):
            self._at += 2
        elif word == "VALUES":
            self._skip_values()
        elif word in ("FILTER", "BIND"):
            while self._text() not in ("(", "{", "}", ""):
                self._at += 1
            if self._text() == "(":
                yield from self._expression()
        else:
            yield from self._statement()

    def _expression(self) -> Iterator[Statement]:
        """Read what stands in round brackets, and the groups of EXISTS in it."""
        depth = 0
        while self._at < len(self._found):
            text = self._text()
            if text == "{":
                yield from self._group()
                continue
            depth += (text == "(") - (text == ")")
            self._at += 1
            if depth == 0:
                return

    def _statement(self) -> Iterator[Statement]:
        subject = self._span(self._skip_term)
        properties: list[Property] = []
        while self._text() not in _ENDS:
            if self._text() == ";":
                self._at += 1
                continue
            verb = self._span(self._skip_path)
            objects = []
            while self._text() not in _ENDS and self._text() != ";":
                objects.append(self._span(self._skip_term))
                if self._text() != ",":
                    break
                self._at += 1
            properties.append(Property(verb, tuple(objects)))
            if self._text() != ";":
                break
        yield Statement(subject, tuple(properties), self._at)

    def _skip_path(self) -> None:
        """Pass over a verb: a variable, or a path."""
        if self._found[self._at].kind == "variable":
            self._at += 1
            return
        while self._text() not in _ENDS:
            while self._text() in ("^", "!"):
                self._at += 1
            self._skip_one()
            while self._text() in ("*", "?") or self._is_plus():
                self._at += 1
            if self._text() not in ("/", "|"):
                return
            self._at += 1

    def _is_plus(self) -> bool:
        """Whether a plus repeats a path, and is not the sign of a number."""
        if self._text() != "+":
            return False
        after = self._found[self._at + 1 : self._at + 2]
        is_sign = after and after[0].start == self._found[self._at].start + 1
        return not (is_sign and after[0].kind == "number")

    def _skip_term(self) -> None:
        """Pass over a term, with the sign, language or datatype that it has."""
        if self._text() in ("+", "-"):
            self._at += 1
        is_string = self._kind() == "string"
        self._skip_one()
        if is_string and self._kind() == "tag":
            self._at += 1
        elif is_string and self._text() == "^^":
            self._at += 2

    def _skip_values(self) -> None:
        self._skip_to("{")
        self._skip_one()

    def _skip_to(self, mark: str) -> None:
        while self._text() not in (mark, ""):
            self._at += 1

    def _skip_one(self) -> None:
        """Pass over one token, or over all that its bracket holds."""
        awaited: list[str] = []
        while self._at < len(self._found):
            text = self._text()
            self._at += 1
            if text in _CLOSING:
                awaited.append(_CLOSING[text])
            elif awaited and text == awaited[-1]:
                awaited.pop()
            if not awaited:
                return

    def _span(self, skip: _Skip) -> Span:
        start = self._at
        skip()
        return start, self._at

    def _text(self) -> str:
        """Return a mark as it is, another token as a blank, and nothing at the end."""
        if self._at >= len(self._found):
            return ""
        token = self._found[self._at]
        return token.text if token.kind == "mark" else " "

    def _kind(self) -> str:
        return self._found[self._at].kind if self._at < len(self._found) else ""

    def _word(self) -> str:
        is_word = self._kind() == "word"
        return self._found[self._at].text.upper() if is_word else ""
