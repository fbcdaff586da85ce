"""What a query's text says, read before the engine sees it.

The engine parses and plans a query in one call that nothing can interrupt, and
it follows SERVICE by itself. So the text is read here first, token by token: how
large and how deeply nested it is, which form it has, whether it names its own
dataset. Text within strings, IRIs and comments is never taken for a keyword.

Source: https://www.w3.org/TR/sparql11-query/#sparqlGrammar (19.8). Where the
engine's parser is laxer than the grammar, for example in ``1SERVICE<x:y>{}``,
this reading follows the engine.
"""

from dataclasses import dataclass
from typing import Final

from hiwar.errors import QueryError, TooLargeError
from hiwar.graph.formats import Answer
from hiwar.graph.search.tokens import Token, place, tokens
from hiwar.server.limits import MAX_PATH_STEPS, MAX_PATTERNS

__all__ = ["Outline", "outline"]

_FORMS: Final = {
    "SELECT": Answer.SOLUTIONS,
    "ASK": Answer.BOOLEAN,
    "CONSTRUCT": Answer.GRAPH,
    "DESCRIBE": Answer.GRAPH,
}
_UPDATES: Final = frozenset(
    {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP"}
    | {"CREATE", "COPY", "MOVE", "ADD", "WITH"}
)
_FLEETING: Final = ("RAND", "NOW", "UUID", "BNODE")
_NAMES_A_GRAPH: Final = frozenset({"GRAPH", "FROM", "NAMED", "DESCRIBE"})


@dataclass(frozen=True, slots=True)
class Outline:
    """What can be known of a query without evaluating it.

    Attributes:
        text: The query, with a graph that FROM names twice named once.
        answer: What it answers with.
        has_dataset: Whether it has a FROM clause of its own.
        is_lasting: Whether nothing in it depends on the moment or on chance.
    """

    text: str
    answer: Answer
    has_dataset: bool
    is_lasting: bool = True


def outline(text: str, *, max_bytes: int, max_depth: int) -> Outline:
    """Return the outline of a query that may be given to the engine.

    Raises:
        TooLargeError: If the text is longer than ``max_bytes``.
        QueryError: If it nests deeper than ``max_depth``, has more patterns or
            path steps than can be planned, calls for SERVICE, or is no query.
    """
    size = len(text.encode())
    if size > max_bytes:
        raise TooLargeError(
            f"The query has {size:,} bytes; expected at most {max_bytes:,}."
            " Split it, or move lists of values into the pattern that finds them."
        )
    found = [token for token in tokens(text) if token.kind != "space"]
    answer = _form(found, text)
    _check_service(found, text)
    _check_size(found, text, max_depth)
    graphs = [
        (token, found[index + 1])
        for index, token in enumerate(found[:-1])
        if _is_word(token, "FROM")
    ]
    is_lasting = not any(_is_fleeting(token) for token in found)
    return Outline(_name_once(text, graphs), answer, bool(graphs), is_lasting)


def _is_word(token: Token, word: str) -> bool:
    return token.kind == "word" and token.text.upper() == word


def _is_fleeting(token: Token) -> bool:
    """Whether it may name a function whose value differs from one call to the next."""
    # the engine reads "1NOW()" as a number and the function
    return token.kind == "word" and token.text.upper().endswith(_FLEETING)


def _form(found: list[Token], text: str) -> Answer:
    """Return what a query answers with: its first keyword after the prologue."""
    words = (token for token in found if token.kind == "word")
    for token in words:
        word = token.text.upper()
        if word in _FORMS:
            return _FORMS[word]
        if word in _UPDATES:
            raise QueryError(
                f"{_place(text, token)}: {word} begins an update; expected a query."
                " This endpoint is read-only."
            )
        if word not in {"PREFIX", "BASE", "VERSION"}:
            raise QueryError(
                f"{_place(text, token)}: expected SELECT, ASK, CONSTRUCT or DESCRIBE,"
                f" found {token.text[:40]!r}."
            )
    raise QueryError(
        "The text holds no query; expected SELECT, ASK, CONSTRUCT or DESCRIBE."
    )


def _check_service(found: list[Token], text: str) -> None:
    """Refuse SERVICE, in each spelling that the engine's parser takes for it."""
    for index, token in enumerate(found):
        after = found[index + 1].text if index + 1 < len(found) else ""
        before = found[index - 1].text.upper() if index else ""
        glued = token.kind == "name" and after == "{" and before not in _NAMES_A_GRAPH
        head = token.text.partition(":")[0] if glued else token.text
        if (token.kind == "word" or glued) and "SERVICE" in head.upper():
            raise QueryError(
                f"{_place(text, token)}: SERVICE is not served, because it would make"
                " this server connect to an address that a stranger chose. Query the"
                " other endpoint yourself and join the answers, or ask it for SERVICE."
            )


def _check_size(found: list[Token], text: str, max_depth: int) -> None:
    """Refuse what nests or chains beyond what the engine can plan in time."""
    patterns = [0]
    brackets = [""]
    steps = 0
    for token in found:
        if token.kind != "mark":
            continue
        mark = token.text
        steps = steps + 1 if mark in "/|^" else steps
        if mark in "{([":
            brackets.append(mark)
            patterns.append(1 if mark == "{" else 0)
        elif mark in "})]" and len(brackets) > 1:
            brackets.pop()
            patterns.pop()
        elif mark in ".;," and brackets[-1] in "{[":
            patterns[-1] += 1
        if mark in "{}.;":
            steps = 0
        _refuse_beyond(text, token, "levels of nesting", len(brackets) - 1, max_depth)
        _refuse_beyond(text, token, "path steps", steps, MAX_PATH_STEPS)
        _refuse_beyond(text, token, "triple patterns", patterns[-1], MAX_PATTERNS)


def _refuse_beyond(text: str, token: Token, what: str, count: int, most: int) -> None:
    if count > most:
        raise QueryError(
            f"{_place(text, token)}: more than {most} {what}; no plan for so many is"
            " found in time. Split the query."
        )


def _name_once(text: str, graphs: list[tuple[Token, Token]]) -> str:
    """Return a query whose FROM clauses name each graph once, all else in place.

    The engine counts the triples of a graph as often as FROM names it; the
    specification asks for a merge (SPARQL 1.1 Query, 13.2).
    """
    seen: set[str] = set()
    for clause, name in graphs:
        if name.text in seen:
            end = name.start + len(name.text)
            text = text[: clause.start] + " " * (end - clause.start) + text[end:]
        elif not _is_word(name, "NAMED"):
            seen.add(name.text)
    return text


def _place(text: str, token: Token) -> str:
    line, column = place(text, token)
    return f"line {line}, column {column}"
