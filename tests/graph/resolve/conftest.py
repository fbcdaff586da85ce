"""The names that things get."""

from typing import Any

from hiwar.graph.model import Reading
from hiwar.graph.resolve import Resolution


def paths(resolution: Resolution, kind: str) -> list[str]:
    names = (name for name in resolution.ledger.names if not name.is_gone)
    return sorted(n.path for n in names if n.kind == kind and not n.replaced_by)


def ministerial(draft: Any, name: str, published: str = "", **values: Any) -> Reading:
    document = draft(name, [f"{name} speaks of a ministerial."], published=published)
    document.meeting("ministerial conference", **values)
    reading: Reading = document.reading()
    return reading
