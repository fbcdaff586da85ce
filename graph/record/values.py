"""Values of a record: dates, notations, and where the sentences stand."""

from collections.abc import Callable

from hiwar.graph.model import Statement, Thing
from hiwar.graph.record.projection import Projection

__all__ = ["Spans", "evidence_of", "iso", "notation"]

Spans = Callable[[Statement], list[list[int]]]
"""Where a statement's sentences stand: ``[start, end)`` of the canonical text."""


def evidence_of(view: Projection, thing: Thing, spans: Spans) -> list[list[int]]:
    """Return where the sentences about a thing stand, each once."""
    about = [s for s in view.statements if thing == s.subject]
    found = {(start, end) for item in about for start, end in spans(item)}
    return [list(span) for span in sorted(found)]


def notation(item: Statement | None) -> str:
    """Return the notation of the concept that a statement has as its value."""
    return str(item.object).rsplit("/", 1)[-1] if item else ""


def iso(item: Statement | None) -> tuple[str, str]:
    """Return the start and the end of a stated EDTF date, in the record's form."""
    if item is None:
        return "", ""
    start, _, end = str(item.object).partition("/")
    return start.replace("XXXX-", "--"), end.replace("XXXX-", "--")
