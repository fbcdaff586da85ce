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
from hiwar.server.namebooks import KINDS, names_of
from hiwar.server.observer import framed
from hiwar.server.session import Session, of_one_release
from hiwar.server.tables import (
    answer_with,
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
    return _reconciled(given_here())  # a body can be read only once


@of_one_release
def _reconciled(session: Session, given: dict[str, str]) -> Response:
    names = names_of(session)
    if "queries" in given:
        batch = read_batch(read_json(given, "queries"))
        return answer_with(answer_batch(session, names, batch), given)
    if "query" in given:
        text = given["query"]
        is_json = text.lstrip()[:1] == "{"
        item = read_json(given, "query") if is_json else {"query": text}
        item |= {key: given[key] for key in ("type",) if key in given}
        item |= {"limit": read_number(given, "limit")} if "limit" in given else {}
        batch = {"q": read_wanted(item)}
        return answer_with(answer_batch(session, names, batch)["q"], given)
    if "extend" in given:
        content = extension(session, names, read_json(given, "extend"))
        return answer_with(content, given)
    response = answer_with(manifest(), given)
    response.headers["Cache-Control"] = "no-store"  # it names the host
    return response


@reconciliation.route("/reconcile/suggest/entity")
@of_one_release
def suggest_entity(session: Session) -> Response:
    """Complete the name of a thing."""
    given, names = given_here(), names_of(session)
    prefix, start = given.get("prefix", ""), read_number(given, "cursor")
    kinds = tuple(kind for kind in (given.get("type"),) if kind in KINDS)
    most = start + _SUGGESTED
    found = [name.thing for name in names.book.beginning(prefix, kinds, most)]
    if not start:
        likely = names.book.find(prefix, kinds, _SUGGESTED)
        found = list(dict.fromkeys([*found, *(item.name.thing for item in likely)]))
        found = found[:most]
    result = [
        {
            "id": id_of(thing),
            "name": names.labels[thing],
            "notable": [{"id": names.kinds[thing], "name": names.kinds[thing]}],
        }
        for thing in found[start:]
    ]
    return answer_with({"result": result}, given)


@reconciliation.route("/reconcile/suggest/type")
@of_one_release
def suggest_type(_session: Session) -> Response:
    """Complete the name of a type."""
    given = given_here()
    prefix = given.get("prefix", "").casefold()
    result = [type_(kind) for kind in KINDS if kind.casefold().startswith(prefix)]
    return answer_with({"result": result[read_number(given, "cursor") :]}, given)


@reconciliation.route("/reconcile/suggest/property")
@of_one_release
def suggest_property(session: Session) -> Response:
    """Complete the name of a property."""
    given = given_here()
    wanted = words(given.get("prefix", ""))
    result = [
        item.to_json()
        for item in names_of(session).properties
        if _begins(wanted, [*words(item.name), *words(item.id)])
    ]
    start = read_number(given, "cursor")
    return answer_with({"result": result[start : start + _SUGGESTED]}, given)


@reconciliation.route("/reconcile/extend/properties")
@of_one_release
def proposed_properties(session: Session) -> Response:
    """Propose the properties that things of a type have."""
    given = given_here()
    kind = given.get("type", "").removeprefix(str(HIWAR))
    limit = read_number(given, "limit") or MAX_CANDIDATES
    properties = names_of(session).properties
    found = [item for item in properties if not kind or kind in item.kinds]
    content: dict[str, Any] = {
        "properties": [
            {"id": item.id, "name": item.name} for item in found[:limit]
        ],
        "limit": limit,
    }  # fmt: skip
    return answer_with(content | ({"type": kind} if kind else {}), given)


@reconciliation.route("/reconcile/preview")
@of_one_release
def preview(session: Session) -> Response:
    """Show a thing in a small frame of another's page."""
    given = given_here()
    thing = iri_of(given.get("id", ""))
    names = names_of(session)
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
    values = values_of_things(session, names, [thing], properties)
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
