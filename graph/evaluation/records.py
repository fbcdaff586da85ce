"""A record beside its gold: processes, persons, documents, undertakings and names."""

from typing import Any

from hiwar.graph.evaluation.dates import share_of_date
from hiwar.graph.evaluation.meetings import compare_meetings
from hiwar.graph.evaluation.names import (
    fold_name,
    is_same_name,
    is_same_person,
    is_same_role,
    share_of_parties,
    share_of_post,
    state_of,
)
from hiwar.graph.evaluation.tally import Note, Scores, as_list, pair_up

__all__ = ["compare"]

Record = dict[str, Any]

_FIRST_WORDS = 6
_WORDS_LOOKED_AT = 30
_LEAST_WORDS = 4


def compare(scores: Scores, name: str, gold: Record, got: Record | None) -> None:
    """Count one document; no record counts as an empty one, which costs recall only."""
    scores.documents += 1
    scores.absent += got is None
    record = got or {}
    for compare_part in (
        compare_meetings,
        _compare_processes,
        _compare_persons,
        _compare_documents,
        _compare_undertakings,
        _compare_named,
    ):
        compare_part(scores, name, gold, record)


def _is_equal(one: Any, other: Any) -> bool:
    return str(one) == str(other)


def _compare_processes(scores: Scores, name: str, gold: Record, got: Record) -> None:
    wanted, found = as_list(gold.get("processes")), as_list(got.get("processes"))
    pairs = scores.compare_lists(name, "process", wanted, found, is_same_name)
    left, right = {i for i, _ in pairs}, {j for _, j in pairs}
    both = [(wanted[i], found[j]) for i, j in pairs]
    both += [(item, {}) for i, item in enumerate(wanted) if i not in left]
    both += [({}, item) for j, item in enumerate(found) if j not in right]
    for one, other in both:
        _compare_process(scores, name, one, other)


def _compare_process(scores: Scores, name: str, gold: Record, got: Record) -> None:
    for key, same in (
        ("established", share_of_date),
        ("founded_at", is_same_name),
        ("secretariat", is_same_name),
    ):
        scores.compare_values(name, f"process.{key}", gold.get(key), got.get(key), same)
    for key in ("members", "partners", "steering", "observers"):
        scores.compare_lists(
            name, f"process.{key}", gold.get(key), got.get(key), is_same_role
        )
    wanted, found = as_list(gold.get("chair")), as_list(got.get("chair"))
    chairs = scores.compare_lists(
        name,
        "process.chair",
        wanted,
        found,
        lambda a, b: is_same_role(a.get("who", ""), b.get("who", "")),
    )
    for i, j in chairs:
        for end in ("from", "to"):
            scores.compare_values(
                name,
                "process.chair_dates",
                wanted[i].get(end),
                found[j].get(end),
                share_of_date,
            )


def _compare_persons(scores: Scores, name: str, gold: Record, got: Record) -> None:
    wanted, found = as_list(gold.get("persons")), as_list(got.get("persons"))
    for i, j in scores.compare_lists(name, "person", wanted, found, is_same_person):
        for slot, key, same in (
            ("post", "post", share_of_post),
            ("for", "organisation_or_state", is_same_name),
        ):
            scores.compare_values(
                name, f"person.{slot}", wanted[i].get(key), found[j].get(key), same
            )


def _compare_documents(scores: Scores, name: str, gold: Record, got: Record) -> None:
    wanted, found = as_list(gold.get("documents")), as_list(got.get("documents"))
    for i, j in scores.compare_lists(name, "document", wanted, found, is_same_name):
        for slot, key, same in (
            ("kind", "kind", _is_equal),
            ("date", "date", share_of_date),
            ("adopted_at", "adopted_at", is_same_name),
            ("process", "of_process", is_same_name),
        ):
            if slot != "kind" or wanted[i].get("kind") != "other":
                scores.compare_values(
                    name,
                    f"document.{slot}",
                    wanted[i].get(key),
                    found[j].get(key),
                    same,
                )


def _first_words(item: Record) -> list[str]:
    text = item.get("text_start") or item.get("text", "")
    return fold_name(text).split()[:_FIRST_WORDS]


def _likeness(gold: Record, got: Record) -> float:
    """Return how sure it is that two undertakings begin at the same words."""
    want, have = _first_words(gold), _first_words(got)
    if want and want == have:
        return 1.0
    if len(want) < _LEAST_WORDS:
        return 0.0
    text = fold_name(got.get("text") or got.get("text_start", ""))
    head = " ".join(text.split()[:_WORDS_LOOKED_AT])
    if f" {' '.join(want)} " in f" {head} ":
        return 0.9
    return 0.8 if want[:_LEAST_WORDS] == have[:_LEAST_WORDS] else 0.0


def _compare_undertakings(scores: Scores, name: str, gold: Record, got: Record) -> None:
    """Compare commitments, intentions and areas; a false commitment is settled."""
    wanted, found = as_list(gold.get("commitments")), as_list(got.get("commitments"))
    pairs = pair_up(wanted, found, _likeness)
    scores.count("commitment", len(pairs), len(found), len(wanted))
    left, right = {i for i, _ in pairs}, {j: i for i, j in pairs}
    missed = [item for i, item in enumerate(wanted) if i not in left]
    extra = [item for j, item in enumerate(found) if j not in right]
    for what, items in (("missed", missed), ("extra", extra)):
        scores.notes += [
            Note(name, "commitment", what, " ".join(_first_words(item)))
            for item in items
        ]
    for j, item in enumerate(found):
        whole = wanted[right[j]] if j in right else None
        if item.get("kind", "commitment") == "commitment":
            scores.settle(is_false=whole is None or whole.get("kind") != "commitment")
        if whole is not None:
            _compare_undertaking(scores, name, whole, item)


def _compare_undertaking(scores: Scores, name: str, gold: Record, got: Record) -> None:
    for slot, key, same in (
        ("kind", "kind", _is_equal),
        ("by", "by", share_of_parties),
        ("document", "in_document", is_same_name),
        ("meeting", "at_meeting", is_same_name),
    ):
        scores.compare_values(
            name, f"commitment.{slot}", gold.get(key), got.get(key), same
        )


def _compare_named(scores: Scores, name: str, gold: Record, got: Record) -> None:
    """Compare the states and organisations of a document, and how things relate."""
    wanted, found = _states(gold), _states(got)
    scores.compare_lists(name, "states", wanted, found, _is_equal)
    scores.compare_lists(
        name,
        "organisations",
        gold.get("organisations"),
        got.get("organisations"),
        is_same_name,
    )
    _compare_relations(scores, name, gold, got)


def _compare_relations(scores: Scores, name: str, gold: Record, got: Record) -> None:
    wanted, found = as_list(gold.get("relations")), as_list(got.get("relations"))
    pairs = pair_up(wanted, found, _share_of_relation)
    hits = sum(_share_of_relation(wanted[i], found[j]) for i, j in pairs)
    scores.count("relation", hits, len(found), len(wanted))
    scores.note_unpaired(name, "relation", wanted, found, pairs)


def _states(record: Record) -> list[str]:
    return sorted({state_of(item) for item in as_list(record.get("states"))})


def _share_of_relation(one: list[Any], other: list[Any]) -> float:
    """Return 1 for the same relation, 0.5 for another of the same two things."""
    if not (len(one) == len(other) == 3):
        return 0.0
    if not (is_same_name(one[0], other[0]) and is_same_name(one[2], other[2])):
        return 0.0
    return 1.0 if one[1] == other[1] else 0.5
