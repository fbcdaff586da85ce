"""Two meetings are one where nothing given conflicts and one candidate is left."""

from typing import Any

import pytest
from rdflib import Graph

from hiwar.graph.model import Basis, Reading
from hiwar.graph.resolve import Ledger, resolve
from tests.graph.resolve.conftest import ministerial, paths


def test_announcement_and_report_are_of_one_meeting(
    conference: list[Reading], registry: Graph
) -> None:
    resolution = resolve(conference, Ledger(), registry)
    assert paths(resolution, "Meeting") == [
        "meeting/khartoum-process-ministerial-2014",
        "meeting/khartoum-process-ministerial-2025-04-09",
    ]
    assert resolution.review == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"ordinal": 2}, {"ordinal": 3}),
        ({"when": "2014"}, {"when": "2025-04-09"}),
        ({"when": "2025-04-09"}, {"when": "2025-04-10"}),
        ({"kind": "ministerial"}, {"kind": "summit"}),
        ({"kind": "thematic"}, {"kind": "thematic", "ordinal": 2}),
        ({"notBefore": "2025-04-11"}, {"when": "2025-04-09"}),
        ({"status": "planned"}, {"status": "held"}),
        ({"when": "2016"}, {"status": "planned", "scheduledFor": "2018-05"}),
    ],
)
def test_what_conflicts_or_agrees_in_nothing_stays_two(
    draft: Any, registry: Graph, one: dict[str, Any], other: dict[str, Any]
) -> None:
    if one.get("kind") == "thematic":
        first = draft("one", ["A meeting on returns."])
        first.meeting("thematic meeting on returns", **one)
        second = draft("two", ["A meeting on children."])
        second.meeting("thematic meeting on children", **other)
        readings = [first.reading(), second.reading()]
    else:
        readings = [ministerial(draft, "a", **one), ministerial(draft, "b", **other)]
    assert len(paths(resolve(readings, Ledger(), registry), "Meeting")) == 2


def test_a_plan_and_a_report_that_agree_in_nothing_given_are_listed(
    draft: Any, registry: Graph
) -> None:
    readings = [ministerial(draft, "a", status="planned"), ministerial(draft, "b")]
    resolution = resolve(readings, Ledger(), registry)
    assert len(resolution.review) == 1


def test_the_registry_tells_cairo_from_a_host_elsewhere(
    draft: Any, registry: Graph
) -> None:
    planned = {"status": "planned", "scheduledFor": "2025-04-09"}
    announced = ministerial(draft, "a", scheduledIn=draft.CAIRO, **planned)
    for host, count in (("EGY", 1), ("FRA", 2)):
        told = ministerial(draft, host, hostedBy=draft.state(host))
        resolution = resolve([announced, told], Ledger(), registry)
        assert len(paths(resolution, "Meeting")) == count


def test_a_report_from_before_the_day_is_of_another_meeting(
    draft: Any, registry: Graph
) -> None:
    planned = ministerial(
        draft,
        "a",
        status="planned",
        scheduledFor="2025-04-09",
        scheduledIn=draft.CAIRO,
    )
    egypt = draft.state("EGY")
    before = ministerial(draft, "b", published="2025-04-08", hostedBy=egypt)
    after = ministerial(draft, "c", published="2025-04-10", hostedBy=egypt)
    assert len(paths(resolve([planned, before], Ledger(), registry), "Meeting")) == 2
    assert len(paths(resolve([planned, after], Ledger(), registry), "Meeting")) == 1


def test_of_two_candidates_none_is_taken_and_both_are_listed(
    draft: Any, registry: Graph
) -> None:
    readings = [
        ministerial(draft, "a", when="2014"),
        ministerial(draft, "b", when="2016"),
        ministerial(draft, "c"),
    ]
    resolution = resolve(readings, Ledger(), registry)
    assert len(paths(resolution, "Meeting")) == 3
    assert len(resolution.review) == 1
    assert resolution.review[0].count(" or ") == 1


def test_two_rivals_for_one_meeting_both_stay_apart(
    draft: Any, registry: Graph
) -> None:
    readings = [
        ministerial(draft, "a", when="2014"),
        ministerial(draft, "b", hostedBy=draft.state("EGY")),
        ministerial(draft, "c", hostedBy=draft.state("ITA")),
    ]
    resolution = resolve(readings, Ledger(), registry)
    assert len(paths(resolution, "Meeting")) == 3
    assert resolution.review


def test_meetings_of_no_process_need_a_telling_name(
    draft: Any, registry: Graph
) -> None:
    for name, count in (("Valletta Summit", 1), ("ministerial conference", 2)):
        readings = []
        for file in ("one", "two"):
            document = draft(file, ["They met."])
            document.meeting(name, process=None, kind="summit")
            readings.append(document.reading())
        found = paths(resolve(readings, Ledger(), registry), "Meeting")
        assert len(found) == count


def test_meetings_of_one_document_stay_as_its_reader_left_them(
    draft: Any, registry: Graph
) -> None:
    document = draft("one", ["The conference met.", "The meeting went on."])
    document.meeting("ministerial conference")
    document.meeting("ministerial meeting", 1)
    resolution = resolve([document.reading()], Ledger(), registry)
    assert len(paths(resolution, "Meeting")) == 2


def test_an_inferred_year_counts_like_a_written_one(
    draft: Any, registry: Graph
) -> None:
    document = draft("one", ["It will meet on Wednesday."])
    meeting = document.meeting("ministerial meeting", status="planned")
    document.say(meeting, "scheduledFor", "2025-04-09", basis=Basis.INFERRED)
    other = ministerial(draft, "b", when="2025-04-09")
    resolution = resolve([document.reading(), other], Ledger(), registry)
    assert len(paths(resolution, "Meeting")) == 1
