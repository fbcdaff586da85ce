"""Why a query was refused by the engine, in words that help to mend it.

The engine's own message is never passed on: it names grammar rules where a
prefix is missing, and could hold what another server answered.
"""

import json
from typing import Final

from hiwar.errors import HiwarError, QueryError, QueryFailedError
from hiwar.graph.namespaces import PREFIXES, SEARCH
from hiwar.graph.search.tokens import Token, tokens

__all__ = ["diagnose"]

_KNOWN: Final = {**PREFIXES, "search": str(SEARCH)}
_CLOSING: Final = {"{": "}", "(": ")", "[": "]"}


def diagnose(query: str, payload: bytes, prologue: str = "") -> HiwarError:
    """Return the error that a worker's ERROR frame stands for.

    Args:
        query: The query, as its asker wrote it.
        payload: What the worker sent.
        prologue: Whole lines that went before the query; places do not count them.
    """
    reason = json.loads(payload)
    if reason["kind"] == "syntax":
        line = max(1, reason.get("line", 1) - prologue.count("\n"))
        return _syntax_error(query, prologue, line, reason.get("column", 1))
    if reason["kind"] == "refused":
        place = {key: reason[key] for key in ("line", "column") if key in reason}
        return QueryError(reason["detail"], **place)
    if reason["kind"] == "function":
        return QueryError(
            f"There is no function <{reason['name']}> here; expected one of SPARQL 1.1"
            " or of XPath."
        )
    if reason["kind"] == "format":
        return QueryError(
            "A term of the answer is a triple, which this format cannot hold; expected"
            " a format of RDF 1.2, Turtle for example."
        )
    return QueryFailedError(
        "The engine could not finish this query. Ask again; if it stays so, the"
        " release is damaged."
    )


def _syntax_error(query: str, prologue: str, line: int, column: int) -> QueryError:
    """Return what is wrong at, or before, the place where the engine stopped."""
    found = [token for token in tokens(prologue + query) if token.kind != "space"]
    cause = _undeclared_prefix(found) or _unclosed(found) or _no_token(found)
    if cause is not None:
        token, words = cause
        before = query[: token.start - len(prologue)]
        line = before.count("\n") + 1
        column = len(before) - before.rfind("\n")
    else:
        lines = query.split("\n")
        rest = lines[line - 1][column - 1 :].strip() if line <= len(lines) else ""
        near = f"before {rest[:40]!r}" if rest else "at the end of the line"
        words = f"this is no SPARQL 1.1 query; the first fault is at or {near}"
    return QueryError(
        f"line {line}, column {column}: {words}.", line=line, column=column
    )


def _undeclared_prefix(found: list[Token]) -> tuple[Token, str] | None:
    """Return the first prefix in use that no PREFIX declares."""
    declared = {"_"}
    for index, token in enumerate(found):
        if token.kind != "name":
            continue
        prefix = token.text.partition(":")[0]
        if index and found[index - 1].text.upper() == "PREFIX":
            declared.add(prefix)
        elif prefix not in declared:
            iri = _KNOWN.get(prefix, "…")
            return token, (
                f"the prefix '{prefix[:40]}:' is not declared; expected"
                f" 'PREFIX {prefix[:40]}: <{iri}>' before the query"
            )
    return None


def _unclosed(found: list[Token]) -> tuple[Token, str] | None:
    """Return the first bracket that has no partner."""
    opened: list[Token] = []
    for token in found:
        if token.kind != "mark":
            continue
        if token.text in _CLOSING:
            opened.append(token)
        elif token.text in _CLOSING.values():
            if not opened or _CLOSING[opened[-1].text] != token.text:
                return token, f"this {token.text!r} closes nothing"
            opened.pop()
    if opened:
        bracket = opened[-1].text
        return opened[-1], f"this {bracket!r} is never closed by {_CLOSING[bracket]!r}"
    return None


def _no_token(found: list[Token]) -> tuple[Token, str] | None:
    """Return the first quote that begins no string."""
    for token in found:
        if token.kind == "mark" and token.text in "\"'":
            return token, "this quote begins a string that does not end on its line"
    return None
