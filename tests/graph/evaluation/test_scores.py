"""The figures are those of the shared scorer, whatever is compared."""

import importlib.util
import json
import os
from copy import deepcopy
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiwar.graph.evaluation import Scores, compare, figures
from hiwar.graph.evaluation.names import fold_name, is_same_name, is_same_person
from hiwar.graph.evaluation.tally import Tally
from hiwar.graph.reading import read_file
from hiwar.graph.record import record

SHARED = Path(
    os.environ.get(
        "HIWAR_SHARED", Path(__file__).resolve().parents[3].parent / "shared"
    )
)
SCORER = SHARED / "evaluation/score.py"
DOCUMENTS = [
    *sorted(SHARED.glob("documents/source/*.txt")),
    *sorted(SHARED.glob("documents/dev/*.txt")),
]

needs_scorer = pytest.mark.skipif(
    not SCORER.is_file(), reason="the scorer is in HIWAR_SHARED"
)


@cache
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("shared_score", SCORER)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def shared_figures(pairs: list[tuple[str, Any, Any]]) -> dict[str, Any]:
    """What the shared scorer gives for some documents."""
    judge = scorer().Scorer()
    for name, gold, got in pairs:
        judge.document(name, gold, got or {})
    rate = judge.false_settled / judge.settled if judge.settled else 0.0
    return {
        "documents": len(pairs),
        "absent": sum(got is None for _, _, got in pairs),
        "false_adoption": round(rate, 4),
        "slots": {
            slot: {
                "p": round(tally.precision, 4),
                "r": round(tally.recall, 4),
                "f1": round(tally.f1, 4),
                "got": tally.got,
                "want": tally.want,
            }
            for slot, tally in judge.report().items()
        },
    }


def our_figures(pairs: list[tuple[str, Any, Any]]) -> dict[str, Any]:
    scores = Scores()
    for name, gold, got in pairs:
        compare(scores, name, gold, got)
    return figures(scores)


@cache
def documents() -> list[tuple[str, Any, Any]]:
    """Name, gold and record of each document."""
    folder = SHARED / "evaluation/gold"
    return [
        (
            path.stem,
            json.loads((folder / f"{path.stem}.json").read_text("utf-8")),
            json.loads(json.dumps(record(read_file(path)))),
        )
        for path in DOCUMENTS
    ]


@needs_scorer
def test_the_figures_of_the_documents_are_the_scorer_s_slot_by_slot() -> None:
    assert our_figures(documents()) == shared_figures(documents())
    for one in documents():
        assert our_figures([one]) == shared_figures([one])


@needs_scorer
def test_a_document_without_a_record_costs_recall_and_no_precision() -> None:
    pairs = [(name, gold, None) for name, gold, _ in documents()]
    found = our_figures(pairs)
    assert found == shared_figures(pairs)
    assert found["absent"] == len(pairs)
    assert found["slots"]["ALL FACTS"]["r"] == 0


STATES = ["Kenya", "KE", "the Republic of Kenya", "Mali", "Türkiye", "Turkey", "EU"]
NAMES = [
    *STATES,
    "Lagoon Process (LP)",
    "LP",
    "the Lagoon Process",
    "Second Conference of the Lagoon Process",
    "Conference of the Lagoon Process in Zed",
    "International Organization for Migration",
    "IOM",
    "OIM Kenya",
    "Ms Ada VELL",
    "Vell",
    "Ida Vell",
    "",
]
DATES = ["2024-04-09", "2024-04", "2024", "--04-09", "--04", "2023-04-09", ""]
TEXTS = [
    "build the harbour office that was planned for the north of the region",
    "to build the harbour office that was planned for the north",
    "build the harbour office at once",
    "strengthen cooperation",
]
maybe_name = st.one_of(
    st.sampled_from(NAMES),
    st.builds(
        lambda name, aliases: {"name": name, "aliases": aliases},
        st.sampled_from(NAMES),
        st.lists(st.sampled_from(NAMES), max_size=2),
    ),
)
names = st.lists(maybe_name, max_size=3)
date = st.sampled_from(DATES)
text = st.sampled_from(TEXTS)


def items(**keys: st.SearchStrategy[Any]) -> st.SearchStrategy[list[dict[str, Any]]]:
    return st.lists(st.fixed_dictionaries({}, optional=keys), max_size=3)


RECORDS: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {},
    optional={
        "meetings": items(
            name=st.sampled_from(NAMES),
            kind=st.sampled_from(["ministerial", "summit", "other"]),
            ordinal=st.integers(1, 2),
            of_process=maybe_name,
            start=date,
            start_year=st.sampled_from(["2024", ""]),
            end=date,
            city=st.sampled_from(["Nairobi", "Zed", ""]),
            country=st.sampled_from(STATES),
            status=st.sampled_from(["held", "planned", "cancelled", ""]),
            host=names,
            chair=names,
            co_chairs=names,
            organiser=names,
            participants_states=names,
            participants_orgs=names,
            participants_persons=names,
        ),
        "processes": items(
            name=st.sampled_from(NAMES),
            established=date,
            founded_at=maybe_name,
            secretariat=maybe_name,
            members=names,
            observers=names,
            chair=items(who=maybe_name, **{"from": date, "to": date}),
        ),
        "persons": items(
            name=st.sampled_from(NAMES),
            post=st.sampled_from(["Minister", "the Minister of Ports", ""]),
            organisation_or_state=maybe_name,
        ),
        "documents": items(
            name=st.sampled_from(NAMES),
            kind=st.sampled_from(["declaration", "other"]),
            date=date,
            adopted_at=maybe_name,
            of_process=maybe_name,
        ),
        "commitments": items(
            text_start=text,
            text=text,
            kind=st.sampled_from(["commitment", "intention", "area"]),
            by=st.one_of(names, st.sampled_from(["Kenya and Mali", "Vell; IOM"])),
            in_document=maybe_name,
            at_meeting=maybe_name,
        ),
        "states": st.lists(st.sampled_from(STATES), max_size=4),
        "organisations": names,
        "relations": st.lists(
            st.tuples(
                st.sampled_from(NAMES),
                st.sampled_from(["builds_on", "part_of"]),
                st.sampled_from(NAMES),
            ).map(list),
            max_size=3,
        ),
    },
)


@needs_scorer
@settings(max_examples=400, deadline=None)
@given(RECORDS, RECORDS)
def test_the_figures_of_any_two_records_are_the_scorer_s(gold: Any, got: Any) -> None:
    assert our_figures([("x", gold, got)]) == shared_figures([("x", gold, got)])


@st.composite
def mutated(draw: st.DrawFn) -> tuple[str, Any, Any]:
    """A document's record in which some values are another's, or gone."""
    name, gold, got = draw(st.sampled_from(documents()))
    got = deepcopy(draw(st.sampled_from([gold, got])))
    for _ in range(draw(st.integers(1, 6))):
        key = draw(st.sampled_from(sorted(got)))
        value = got[key]
        if not isinstance(value, list) or not value:
            continue
        at = draw(st.integers(0, len(value) - 1))
        if isinstance(value[at], dict) and draw(st.booleans()):
            inner = draw(st.sampled_from(sorted(value[at])))
            other = value[draw(st.integers(0, len(value) - 1))]
            value[at] = {**value[at], inner: other.get(inner, "")}
        elif draw(st.booleans()):
            value.append(deepcopy(value[at]))
        else:
            del value[at]
    return name, gold, got


@needs_scorer
@settings(max_examples=120, deadline=None)
@given(mutated())
def test_the_figures_of_changed_records_are_the_scorer_s(one: Any) -> None:
    assert our_figures([one]) == shared_figures([one])


@needs_scorer
@settings(max_examples=300, deadline=None)
@given(st.text(max_size=12), st.sampled_from(NAMES))
def test_any_two_strings_are_one_name_or_not_as_the_scorer_says(
    one: str, other: str
) -> None:
    assert fold_name(one) == scorer().fold(one)
    for left, right in ((one, other), (one + other, other), (f"{other} ({one})", one)):
        assert is_same_name(left, right) == scorer().same_name(left, right)
        assert is_same_person(left, right) == scorer().same_person(left, right)


def test_what_is_missed_extra_and_wrong_is_noted() -> None:
    scores = Scores()
    gold = {
        "meetings": [{"name": "Lagoon Forum", "kind": "summit", "city": "Zed"}],
        "states": ["KE"],
    }
    got = {
        "meetings": [{"name": "Lagoon Forum", "kind": "summit", "city": "Yed"}],
        "states": ["ML"],
    }
    compare(scores, "x", gold, got)
    assert {(note.slot, note.what, note.value) for note in scores.notes} == {
        ("meeting.city", "wrong", "Zed -> Yed"),
        ("states", "missed", "KE"),
        ("states", "extra", "ML"),
    }


def test_a_meeting_given_as_held_that_is_only_planned_is_a_false_adoption() -> None:
    scores = Scores()
    meeting = {"name": "Lagoon Forum", "kind": "summit"}
    gold = {"meetings": [{**meeting, "status": "planned"}]}
    compare(scores, "x", gold, {"meetings": [{**meeting, "status": "held"}]})
    assert (scores.settled, scores.false_settled) == (1, 1)
    assert scores.false_adoption == 1.0


@given(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))
def test_shares_are_between_nothing_and_all(hit: int, more: int, want: int) -> None:
    tally = Tally(hit, hit + more, hit + want)
    assert 0 <= tally.precision <= 1
    assert 0 <= tally.recall <= 1
    assert 0 <= tally.f1 <= 1
