"""The meetings of a record beside those of its gold."""

from typing import Any

from hiwar.graph.evaluation.dates import invents_year, share_of_date
from hiwar.graph.evaluation.names import (
    is_same_name,
    is_same_person,
    is_same_role,
    state_of,
)
from hiwar.graph.evaluation.tally import Note, Scores, as_list, pair_up

__all__ = ["compare_meetings"]

Record = dict[str, Any]

_LEAST_LIKENESS = 0.9
_NOT_HELD = frozenset({"planned", "postponed", "cancelled"})


def compare_meetings(scores: Scores, name: str, gold: Record, got: Record) -> None:
    """Align the meetings one to one, and compare what is said of each."""
    wanted, found = as_list(gold.get("meetings")), as_list(got.get("meetings"))
    pairs = pair_up(wanted, found, _likeness, _LEAST_LIKENESS)
    scores.count("meeting", len(pairs), len(found), len(wanted))
    scores.note_unpaired(name, "meeting", wanted, found, pairs)
    left, right = {i for i, _ in pairs}, {j for _, j in pairs}
    both = [(wanted[i], found[j]) for i, j in pairs]
    both += [(item, {}) for i, item in enumerate(wanted) if i not in left]
    both += [({}, item) for j, item in enumerate(found) if j not in right]
    for one, other in both:
        _compare_identity(scores, name, one, other)
        _compare_dates(scores, name, one, other)
        _compare_place(scores, name, one, other)
        _compare_status(scores, name, one, other)
        _compare_parties(scores, name, one, other)


def _likeness(gold: Record, got: Record) -> float:
    """Return how much two meetings have in common, less where they differ."""
    score = _likeness_of_dates(gold, got)
    if gold.get("city") and got.get("city"):
        score += 1 if is_same_name(gold["city"], got["city"]) else -1
    if gold.get("kind") == got.get("kind"):
        score += 0.5
    if gold.get("of_process") and got.get("of_process"):
        score += 0.5 * is_same_name(gold["of_process"], got["of_process"])
    if gold.get("ordinal") and gold.get("ordinal") == got.get("ordinal"):
        score += 1
    if is_same_name(gold.get("name", ""), got):
        score += 1.5
    return score


def _likeness_of_dates(gold: Record, got: Record) -> float:
    if not gold.get("start") or not got.get("start"):
        return 0.0
    share = share_of_date(gold["start"], got["start"], gold.get("start_year", ""))
    if share:
        return 2 * share
    return 0.5 if gold["start"][1:] == got["start"][4:] else -1.0


def _is_equal(one: Any, other: Any) -> bool:
    return str(one) == str(other)


def _is_same_state(one: Any, other: Any) -> bool:
    return state_of(one) == state_of(other)


def _compare_identity(scores: Scores, name: str, gold: Record, got: Record) -> None:
    if gold.get("kind") != "other":
        kind = None if got.get("kind") == "other" else got.get("kind")
        scores.compare_values(name, "meeting.kind", gold.get("kind"), kind, _is_equal)
    for slot, key, same in (
        ("ordinal", "ordinal", _is_equal),
        ("process", "of_process", is_same_name),
    ):
        scores.compare_values(
            name, f"meeting.{slot}", gold.get(key), got.get(key), same
        )


def _compare_dates(scores: Scores, name: str, gold: Record, got: Record) -> None:
    """Compare start and end; a year that the text does not settle is a false fact."""
    year, start = gold.get("start_year", ""), got.get("start")
    scores.compare_values(
        name,
        "meeting.start",
        gold.get("start"),
        start,
        lambda a, b: share_of_date(a, b, year),
    )
    invented = invents_year(gold.get("start", ""), got.get("start", "--"), year)
    if invented is not None:
        scores.settle(is_false=invented)
        if invented:
            note = Note(name, "meeting.start", "year invented", str(start))
            scores.notes.append(note)
    end = None if got.get("end") == start else got.get("end")
    scores.compare_values(name, "meeting.end", gold.get("end"), end, share_of_date)


def _compare_place(scores: Scores, name: str, gold: Record, got: Record) -> None:
    """Compare the venue; a country that only the city gives is not asked for."""
    city, country = gold.get("city"), gold.get("country")
    scores.compare_values(name, "meeting.city", city, got.get("city"), is_same_name)
    if country or not city:
        scores.compare_values(
            name, "meeting.country", country, got.get("country"), _is_same_state
        )


def _compare_status(scores: Scores, name: str, gold: Record, got: Record) -> None:
    """Compare the status; a meeting that is not said to be planned is settled."""
    if gold.get("status"):
        scores.compare_values(
            name, "meeting.status", gold["status"], got.get("status"), _is_equal
        )
    if got and got.get("status") in (None, "", "held"):
        scores.settle(is_false=not gold or gold.get("status") in _NOT_HELD)


def _compare_parties(scores: Scores, name: str, gold: Record, got: Record) -> None:
    for slot, key, same in (
        ("host", "host", is_same_role),
        ("organiser", "organiser", is_same_role),
        ("chair", "chair", is_same_role),
        ("co_chairs", "co_chairs", is_same_role),
        ("states", "participants_states", _is_same_state),
        ("organisations", "participants_orgs", is_same_name),
        ("persons", "participants_persons", is_same_person),
    ):
        scores.compare_lists(name, f"meeting.{slot}", gold.get(key), got.get(key), same)
