"""The time of a thing, as tools with a timeline want it: a first and a last day.

Days come from ``startDate`` and ``endDate``; failing these, from the EDTF text of
``when`` or ``scheduledFor``, as the first and last day that it may mean.
"""

from dataclasses import dataclass

from rdflib.term import Node

from hiwar.graph import edtf
from hiwar.graph.export.scene import Source
from hiwar.graph.namespaces import HIWAR

__all__ = ["Period", "period_of", "span"]


@dataclass(frozen=True, slots=True)
class Period:
    """The first and last day, ``YYYY-MM-DD`` or empty, and the text they come from."""

    start: str = ""
    end: str = ""
    text: str = ""


def period_of(graph: Source, node: Node) -> Period:
    """Return the time of a meeting, relation or document.

    A single day ends on itself.
    """
    text = _value(graph, node, "when") or _value(graph, node, "scheduledFor")
    first, last = span(text)
    start = _value(graph, node, "startDate") or first
    end = _value(graph, node, "endDate") or last
    if start and end and end < start:
        end = ""
    return Period(start, end, text)


def span(text: str) -> tuple[str, str]:
    """Return the first and last day that an EDTF text may mean, empty if unknown.

    >>> span("2015-11"), span("2023-09-18/2023-09-20"), span("2024-04/")
    (('2015-11-01', '2015-11-30'), ('2023-09-18', '2023-09-20'), ('2024-04-01', ''))
    >>> span("XXXX-12-16"), span("")
    (('', ''), ('', ''))
    """
    first, last = edtf.bounds(text) if text else (None, None)
    return str(first or ""), str(last or "")


def _value(graph: Source, node: Node, name: str) -> str:
    """Return the value of a property, the first in order where there are several."""
    return min((str(value) for value in graph.objects(node, HIWAR[name])), default="")
