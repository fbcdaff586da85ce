import re
from collections import Counter, defaultdict
from datetime import date

import pytest

from hiwar.graph import edtf
from hiwar.ontology.disagreements import load_disputes
from hiwar.ontology.records import load_registry
from hiwar.ontology.ties import ROLES, Tie, load_ties

CHAIRS = [tie for tie in load_ties() if tie.kind == "Chairmanship"]
MEMBERS = [tie for tie in load_ties() if tie.kind == "Membership"]


def test_names_are_unique_and_say_who_and_since_when() -> None:
    assert max(Counter(tie.path for tie in load_ties()).values()) == 1
    paths = {tie.path for tie in load_ties()}
    assert "chairmanship/eri-khartoum-process-2019-03" in paths
    assert "membership/khartoum-process-nor-member" in paths
    for path in paths:
        assert re.fullmatch(r"(chairmanship|membership)/[a-z0-9-]+", path), path


def test_a_tie_is_between_records_and_rests_on_pages() -> None:
    registry = load_registry()
    for tie in load_ties():
        assert registry.at(tie.subject), tie
        assert registry.at(tie.object), tie
        assert tie.sources, tie


def test_a_chairmanship_is_of_a_process_and_a_membership_in_one() -> None:
    assert {tie.predicate for tie in CHAIRS} == {"chairs"}
    assert {tie.predicate for tie in MEMBERS} <= set(ROLES.values())
    assert all(tie.object.startswith("process/") for tie in CHAIRS)
    assert all(tie.subject.startswith("process/") for tie in MEMBERS)


def test_a_date_is_edtf_and_does_not_end_before_it_starts() -> None:
    for tie in load_ties():
        if tie.when:
            edtf.validate(tie.when)
            first, last = edtf.start_day(tie.when), edtf.end_day(tie.when)
            assert not (first and last) or first <= last, tie


@pytest.mark.parametrize("process", sorted({tie.object for tie in CHAIRS}))
def test_no_two_terms_of_a_process_are_known_to_overlap(process: str) -> None:
    terms = [tie for tie in CHAIRS if tie.object == process and _span(tie)]
    for tie in terms:
        for other in terms:
            if tie.path < other.path and not _is_shared(tie, other):
                (start, end), (begin, stop) = _certain(tie), _certain(other)
                assert start >= stop or begin >= end, (tie.path, other.path)


def _span(tie: Tie) -> bool:
    return bool(tie.when) and None not in edtf.bounds(tie.when)


def _certain(tie: Tie) -> tuple[date, date]:
    """Return the days between which the chair was certainly in office."""
    start = edtf.first_bounds(tie.when) if edtf.is_interval(tie.when) else None
    end = edtf.last_bounds(tie.when) if edtf.is_interval(tie.when) else None
    low = start[1] if start else edtf.bounds(tie.when)[0]
    high = end[0] if end else edtf.bounds(tie.when)[0]
    assert low
    assert high
    return low, high


def _is_shared(tie: Tie, other: Tie) -> bool:
    """Whether a source says that two chaired together."""
    return {tie.subject, other.subject} == {"state/DEU", "state/MAR"}


def test_the_khartoum_process_is_followed_until_the_documents_take_over() -> None:
    chairs = [tie for tie in CHAIRS if tie.object == "process/khartoum-process"]
    assert [tie.subject.removeprefix("state/") for tie in chairs] == [
        *("EGY", "GBR", "ETH", "ITA", "ERI", "NLD", "SSD", "DEU")
    ]
    for tie in chairs:
        assert "2025" not in tie.when
    assert [tie.when for tie in chairs if tie.subject == "state/EGY"] == [""]


def test_a_former_member_has_an_end_and_the_same_state_can_observe() -> None:
    roles = defaultdict(set)
    for tie in MEMBERS:
        if tie.subject == "process/rabat-process":
            roles[tie.object].add((tie.predicate, tie.when))
    assert roles["state/EGY"] == {("hasMember", "/2014-11")}
    assert roles["state/LBY"] == {("hasMember", "/2014-11"), ("hasObserver", "")}


def test_one_membership_rests_on_all_pages_that_list_it() -> None:
    (tie,) = (
        tie for tie in MEMBERS if tie.path == "membership/khartoum-process-ita-steering"
    )
    assert len(tie.sources) == 2


def test_a_dispute_has_values_that_differ_from_pages_that_differ() -> None:
    disputes = load_disputes()
    assert len(disputes) >= 17
    assert len({dispute.slug for dispute in disputes}) == len(disputes)
    for dispute in disputes:
        values = [value for value, _ in dispute.values]
        pages = [citation.url for _, citation in dispute.values]
        assert len(values) == len(set(values)) >= 2, dispute.slug
        assert len(pages) == len(set(pages)) >= 2, dispute.slug


def test_the_registry_takes_a_side_only_by_a_declared_rule() -> None:
    registry, ties = load_registry(), {tie.path: tie for tie in load_ties()}
    for dispute in load_disputes():
        if dispute.about in ties:
            when = ties[dispute.about].when
            assert dispute.property in ("when", "startDate")
            assert not edtf.start_day(when) if when else True, dispute.slug
        else:
            record = registry.at(dispute.about)
            assert record, dispute.slug
            fact = {"processLevel": "level"}.get(dispute.property, dispute.property)
            takes_side = dispute.rule != "registry-takes-no-side"
            assert bool(record.values(fact)) == takes_side, dispute.slug
