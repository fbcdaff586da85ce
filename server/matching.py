"""Queries of the reconciliation API: names of a table, and what they may mean.

Source: https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from hiwar.errors import QueryError
from hiwar.graph.namespaces import BASE, HIWAR
from hiwar.graph.search.likeness import likeness_of
from hiwar.graph.search.matching import MATCH, Candidate, Name, decided
from hiwar.graph.search.rewriting import literal
from hiwar.server.limits import (
    MAX_BATCH,
    MAX_CANDIDATES,
    MAX_QUERY_PROPERTIES,
    MAX_SEARCH_CHARACTERS,
)
from hiwar.server.lookup import Value, select
from hiwar.server.namebooks import KINDS, Names, Property
from hiwar.server.session import Session
from hiwar.server.values import Values, id_of, iri_of, values_of_things

__all__ = ["Wanted", "answer_batch", "read_batch", "read_wanted"]

_LIMIT: Final = 10
_SHARE: Final = 0.3
"""What the values of properties weigh beside the name."""

_CONFIRMED: Final = 0.9
_PARTLY: Final = 0.9
_MOST_VALUES: Final = 20
_HAVING: Final = f"""
SELECT DISTINCT ?thing WHERE {{
  {{ ?thing <%s> ?value FILTER(STR(?value) IN (%s)) }}
  UNION {{ ?thing <%s> ?value . ?value rdfs:label ?label
    FILTER(STR(?label) IN (%s)) }}
  FILTER(STRSTARTS(STR(?thing), "{BASE}id/"))
}} ORDER BY ?thing LIMIT {MAX_CANDIDATES + 1}
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One query.

    Attributes:
        text: The name to look for.
        kinds: The classes that it may be of, any where empty.
        limit: How many candidates are wanted.
        values: The values that the thing should have, by the id of the property.
    """

    text: str
    kinds: tuple[str, ...] = ()
    limit: int = _LIMIT
    values: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def is_impossible(self) -> bool:
        """Whether nothing can be found for it."""
        return len(self.text) > MAX_SEARCH_CHARACTERS or "" in self.kinds


def read_batch(content: Any) -> dict[str, Wanted]:
    """Return the queries of a batch by their keys.

    Raises:
        QueryError: If it is no batch, or too large.
    """
    if not isinstance(content, dict):
        raise QueryError("'queries' is no JSON object; expected a query for each key.")
    if len(content) > MAX_BATCH:
        raise QueryError(
            f"The batch has {len(content):,} queries; expected at most {MAX_BATCH}."
            " Send the rest in a batch of its own."
        )
    return {key: read_wanted(item) for key, item in content.items()}


def read_wanted(item: Any) -> Wanted:
    """Return one query.

    Raises:
        QueryError: If it is not of the form that the API gives it.
    """
    if not isinstance(item, dict) or not isinstance(item.get("query", ""), str):
        raise QueryError(
            f'{str(item)[:100]!r} is no query; expected {{"query": "Khartum Process"}}'
            ' and with it, as you like, "type", "limit" and "properties".'
        )
    properties = item.get("properties")
    properties = [] if properties is None else properties
    if not isinstance(properties, list) or len(properties) > MAX_QUERY_PROPERTIES:
        raise QueryError(
            f"'properties' is no list of at most {MAX_QUERY_PROPERTIES}; expected"
            ' [{"pid": "startDate", "v": "2025-04-09"}] for example.'
        )
    return Wanted(
        item.get("query", ""),
        tuple(_kinds(item.get("type"))),
        _limit(item.get("limit")),
        tuple(_values(properties)),
    )


def _kinds(given: Any) -> Iterator[str]:
    """Yield the classes of ``type``; an empty one for each that is none of ours."""
    items = given if isinstance(given, list) else [given] if given else []
    for item in items[:100]:
        found = item.get("id") if isinstance(item, dict) else item
        name = found.removeprefix(str(HIWAR)) if isinstance(found, str) else ""
        if name in KINDS or len(items) == 1:
            yield name if name in KINDS else ""


def _limit(given: Any) -> int:
    if given is None:
        return _LIMIT
    is_number = isinstance(given, int | float) and not isinstance(given, bool)
    if not is_number or not given >= 1:
        raise QueryError(
            f"'limit' is {str(given)[:40]!r}; expected a number from 1 on, of which"
            f" {MAX_CANDIDATES} are given at most."
        )
    return int(min(given, MAX_CANDIDATES))


def _values(properties: list[Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for item in properties:
        if not isinstance(item, dict) or not isinstance(item.get("pid"), str):
            raise QueryError(
                f"{str(item)[:100]!r} is no property of a query; expected an object"
                " with 'pid' and 'v'."
            )
        given = item.get("v")
        several = given if isinstance(given, list) else [given]
        texts = [
            iri_of(str(value.get("id", ""))) if isinstance(value, dict) else str(value)
            for value in several[:_MOST_VALUES]
            if value not in (None, "")
        ]
        if texts:
            yield item["pid"], tuple(map(_clean, texts))


def _clean(text: str) -> str:
    """Return a text that the engine can read: JSON may hold half a character."""
    return text[:MAX_SEARCH_CHARACTERS].encode("utf-8", "replace").decode("utf-8")


def answer_batch(
    session: Session, names: Names, batch: dict[str, Wanted]
) -> dict[str, dict[str, Any]]:
    """Return the candidates for each query of a batch."""
    asked = [wanted for wanted in batch.values() if wanted.values]
    properties = _properties(names, asked)
    found = {
        key: _candidates(names, wanted)
        if wanted.text.strip()
        else _with_values(session, names, wanted, properties)
        for key, wanted in batch.items()
    }
    things = (
        candidate.name.thing
        for key, wanted in batch.items()
        if wanted.values
        for candidate in found[key]
    )
    values = values_of_things(session, names, things, list(properties.values()))
    answer = {}
    for key, wanted in batch.items():
        candidates = _weighed(found[key], wanted, properties, values)
        shown = [_to_json(item, names) for item in candidates[: wanted.limit]]
        answer[key] = {"result": shown}
    return answer


def _candidates(names: Names, wanted: Wanted) -> list[Candidate]:
    if wanted.is_impossible:
        return []
    most = MAX_CANDIDATES if wanted.values else max(2, wanted.limit)
    return names.book.find(wanted.text, wanted.kinds, most)


def _with_values(
    session: Session, names: Names, wanted: Wanted, properties: dict[str, Property]
) -> list[Candidate]:
    """Return the things with the values of a query that has no name."""
    for pid, texts in wanted.values:
        if pid in properties and not wanted.is_impossible:
            given = ", ".join(literal(text) for text in texts)
            rows = select(session, _HAVING % ((properties[pid].iri, given) * 2))
            found = (row["thing"].text for row in rows)
            return [
                Candidate(Name(thing, names.kinds[thing], names.labels[thing]), 100.0)
                for thing in found
                if thing in names.kinds
                and (not wanted.kinds or names.kinds[thing] in wanted.kinds)
            ]
    return []


def _properties(names: Names, asked: Iterable[Wanted]) -> dict[str, Property]:
    """Return the properties that queries name, as far as there are such."""
    ids = {pid for wanted in asked for pid, _ in wanted.values}
    found = {pid: names.property(pid) for pid in sorted(ids)}
    return {pid: item for pid, item in found.items() if item is not None}


def _weighed(
    candidates: list[Candidate],
    wanted: Wanted,
    properties: dict[str, Property],
    values: Values,
) -> list[Candidate]:
    """Return candidates as their values, too, speak for them or against them.

    A property of which a candidate has no value says nothing.
    """
    if not wanted.values:
        return candidates
    weighed = []
    for item in candidates:
        likes = []
        for pid, texts in wanted.values:
            known = pid in properties and values.get(
                (item.name.thing, properties[pid].iri)
            )
            if known:
                likes.append(
                    max(_alike(text, *pair) for text in texts for pair in known)
                )
        if likes:
            mean = sum(likes) / len(likes)
            score = round(item.score * (1 - _SHARE) + 100 * _SHARE * mean, 1)
            name = item.name
            if mean >= _CONFIRMED and item.score >= MATCH:
                name = Name(name.thing, name.kind, name.text)
            item = Candidate(name, score)
        weighed.append(item)
    return decided(weighed)


def _alike(text: str, value: Value, label: str) -> float:
    """Return how alike a given value and one of the graph are, from 0 to 1."""
    if text in (value.text, label) or (value.is_iri and iri_of(text) == value.text):
        return 1.0
    if value.is_iri:
        return likeness_of(text, label)
    short, long = sorted((text, value.text), key=len)
    is_date = len(short) >= 4 and short[:4].isdigit()
    return _PARTLY if is_date and long.startswith(short) else 0.0


def _to_json(candidate: Candidate, names: Names) -> dict[str, Any]:
    thing = candidate.name.thing
    label = names.labels[thing]
    kind = names.kinds[thing]
    found = {
        "id": id_of(thing),
        "name": label,
        "type": [{"id": kind, "name": kind}],
        "score": candidate.score,
        "match": candidate.is_match,
    }
    if candidate.name.text != label:
        found["description"] = f"found as {candidate.name.text}"
    return found
