"""``/reconcile``: the Reconciliation Service API 0.2, as OpenRefine asks it.

Source: https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/
"""

from typing import Any, Final

from flask import Blueprint, Response, render_template

from hiwar.errors import NotFoundError
from hiwar.graph.namespaces import DCTERMS, HIWAR
from hiwar.graph.search.folding import words
from hiwar.server.limits import MAX_CANDIDATES
from hiwar.server.lookup import local_path
from hiwar.server.manifest import manifest, type_
from hiwar.server.matching import answer_batch, read_batch, read_wanted
from hiwar.server.namebooks import KINDS
from hiwar.server.observer import framed
from hiwar.server.service import current_service
from hiwar.server.tables import (
    answer_with,
    charged,
    given_here,
    read_json,
    read_number,
)
from hiwar.server.values import extension, id_of, iri_of, values_of_things

__all__ = ["reconciliation"]

reconciliation = Blueprint("reconciliation", __name__)

_SUGGESTED: Final = 20
_PREVIEWED: Final = 12
_SHOWN: Final = 3


@reconciliation.route("/reconcile", methods=["GET", "POST"])
def reconcile() -> Response:
    """Answer queries, extend a table, or say what the service is."""
    given = given_here()
    with charged() as names:
        if "queries" in given:
            batch = read_batch(read_json(given, "queries"))
            found: Any = answer_batch(current_service().pool, names, batch)
        elif "query" in given:
            text = given["query"]
            item = (
                read_json(given, "query")
                if text.lstrip()[:1] == "{"
                else {"query": text}
            )
            item |= {key: given[key] for key in ("type",) if key in given}
            item |= {"limit": read_number(given, "limit")} if "limit" in given else {}
            batch = {"q": read_wanted(item)}
            found = answer_batch(current_service().pool, names, batch)["q"]
        elif "extend" in given:
            found = extension(current_service().pool, names, read_json(given, "extend"))
        else:
            response = answer_with(manifest(), given, names)
            response.headers["Cache-Control"] = "no-store"  # it names the host
            return response
    return answer_with(found, given, names)


@reconciliation.route("/reconcile/suggest/entity")
def suggest_entity() -> Response:
    """Complete the name of a thing."""
    given = given_here()
    with charged() as names:
        prefix, start = given.get("prefix", ""), read_number(given, "cursor")
        kinds = tuple(kind for kind in (given.get("type"),) if kind in KINDS)
        most = start + _SUGGESTED
        found = [name.thing for name in names.book.beginning(prefix, kinds, most)]
        if not start:
            likely = names.book.find(prefix, kinds, _SUGGESTED)
            found = list(dict.fromkeys(
                [*found, *(item.name.thing for item in likely)]
            ))[:most]  # fmt: skip
    result = [
        {
            "id": id_of(thing),
            "name": names.labels[thing],
            "notable": [{"id": names.kinds[thing], "name": names.kinds[thing]}],
        }
        for thing in found[start:]
    ]
    return answer_with({"result": result}, given, names)


@reconciliation.route("/reconcile/suggest/type")
def suggest_type() -> Response:
    """Complete the name of a type."""
    given = given_here()
    with charged() as names:
        prefix = given.get("prefix", "").casefold()
    result = [type_(kind) for kind in KINDS if kind.casefold().startswith(prefix)]
    return answer_with({"result": result[read_number(given, "cursor") :]}, given, names)


@reconciliation.route("/reconcile/suggest/property")
def suggest_property() -> Response:
    """Complete the name of a property."""
    given = given_here()
    wanted = words(given.get("prefix", ""))
    with charged() as names:
        result = [
            item.to_json()
            for item in names.properties
            if _begins(wanted, [*words(item.name), *words(item.id)])
        ]
    start = read_number(given, "cursor")
    return answer_with({"result": result[start : start + _SUGGESTED]}, given, names)


@reconciliation.route("/reconcile/extend/properties")
def proposed_properties() -> Response:
    """Propose the properties that things of a type have."""
    given = given_here()
    kind = given.get("type", "").removeprefix(str(HIWAR))
    limit = read_number(given, "limit") or MAX_CANDIDATES
    with charged() as names:
        found = [item for item in names.properties if not kind or kind in item.kinds]
    content: dict[str, Any] = {
        "properties": [
            {"id": item.id, "name": item.name} for item in found[:limit]
        ],
        "limit": limit,
    }  # fmt: skip
    return answer_with(content | ({"type": kind} if kind else {}), given, names)


@reconciliation.route("/reconcile/preview")
def preview() -> Response:
    """Show a thing in a small frame of another's page."""
    given = given_here()
    thing = iri_of(given.get("id", ""))
    with charged() as names:
        if thing not in names.kinds:
            raise NotFoundError(
                f"Nothing that can be looked up has the id {id_of(thing)[:200]!r};"
                " expected one that /reconcile gives, state/EGY for example."
            )
        kind = names.kinds[thing]
        properties = [
            item
            for item in names.properties
            if kind in item.kinds and item.iri != str(DCTERMS.source)
        ]
        properties = properties[:_PREVIEWED]
        values = values_of_things(current_service().pool, names, [thing], properties)
    lines = [
        (
            item.name,
            [label for _, label in values[thing, item.iri][:_SHOWN]],
            len(values[thing, item.iri]) - _SHOWN,
        )
        for item in properties
        if (thing, item.iri) in values
    ]
    page = render_template(
        "preview.html",
        label=names.labels[thing],
        kind=kind,
        place=local_path(thing),
        iri=thing,
        lines=lines,
    )
    return framed(Response(page))


def _begins(wanted: list[str], found: list[str]) -> bool:
    return all(any(word.startswith(part) for word in found) for part in wanted)
