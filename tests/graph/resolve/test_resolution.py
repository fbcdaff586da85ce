"""What two documents say of one conference, and hard cases beside it."""

from collections.abc import Sequence
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Graph, URIRef

from hiwar.errors import LedgerError
from hiwar.graph.model import Basis, Reading, Status, Thing
from hiwar.graph.namespaces import BASE
from hiwar.graph.resolve import Ledger, Resolution, resolve


def paths(resolution: Resolution, kind: str) -> list[str]:
    names = (name for name in resolution.ledger.names if not name.is_gone)
    return sorted(n.path for n in names if n.kind == kind and not n.replaced_by)


def test_announcement_and_report_are_of_one_meeting(
    conference: list[Reading], registry: Graph
) -> None:
    resolution = resolve(conference, Ledger(), registry)
    assert paths(resolution, "Meeting") == [
        "meeting/khartoum-process-ministerial-2014",
        "meeting/khartoum-process-ministerial-2025-04-09",
    ]
    assert resolution.review == ()


def test_egypt_chairs_twice_and_france_once(
    conference: list[Reading], registry: Graph
) -> None:
    resolution = resolve(conference, Ledger(), registry)
    assert paths(resolution, "Chairmanship") == [
        "chairmanship/egy-khartoum-process",
        "chairmanship/egy-khartoum-process-2024-04",
        "chairmanship/fra-khartoum-process-2025-04",
    ]


def test_a_person_is_known_by_the_full_name_whatever_its_letters(
    conference: list[Reading], registry: Graph
) -> None:
    resolution = resolve(conference, Ledger(), registry)
    assert "person/badr-abdelatty" in paths(resolution, "Person")
    assert len(paths(resolution, "Person")) == 2


def test_a_surname_alone_joins_nobody(draft: Any, registry: Graph) -> None:
    readings = []
    for name in ("one", "two"):
        document = draft(name, ["The minister came."])
        document.thing("Person", "Abdelatty")
        readings.append(document.reading())
    assert len(paths(resolve(readings, Ledger(), registry), "Person")) == 2


def ministerial(draft: Any, name: str, published: str = "", **values: Any) -> Reading:
    document = draft(name, [f"{name} speaks of a ministerial."], published=published)
    document.meeting("ministerial conference", **values)
    reading: Reading = document.reading()
    return reading


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


def test_a_generic_document_needs_its_meeting_a_named_one_does_not(
    draft: Any, registry: Graph
) -> None:
    for name, count in (("Cairo Declaration", 1), ("political declaration", 2)):
        readings = []
        for file in ("one", "two"):
            document = draft(file, ["They adopted it."])
            document.thing("Document", name)
            readings.append(document.reading())
        found = paths(resolve(readings, Ledger(), registry), "Document")
        assert len(found) == count


def test_an_undertaking_is_one_by_its_document_and_opening_words(
    draft: Any, registry: Graph
) -> None:
    readings = []
    wording = "Protect refugees and displaced people and uphold the rights of all"
    for file, plan in (
        ("a", "Cairo Action Plan"),
        ("b", "Cairo Action Plan"),
        ("c", ""),
    ):
        document = draft(file, [wording])
        undertaking = Thing("Commitment", "protect refugees")
        document.say(undertaking, "wording", wording + f" {file}")
        if plan:
            paper = document.thing("Document", plan)
            document.say(undertaking, "setOutIn", paper)
        readings.append(document.reading())
    found = paths(resolve(readings, Ledger(), registry), "Commitment")
    assert len(found) == 2


def test_a_negated_term_is_no_term_of_another_document(
    draft: Any, registry: Graph
) -> None:
    one = draft("one", ["Egypt chairs."])
    one.term("egypt", draft.state("EGY"), when="2024-04/")
    two = draft("two", ["Egypt does not chair."])
    two.term("egypt", draft.state("EGY"), status=Status.NEGATED)
    resolution = resolve([one.reading(), two.reading()], Ledger(), registry)
    assert len(paths(resolution, "Chairmanship")) == 2


def test_the_order_of_readings_changes_nothing(
    conference: list[Reading], draft: Any, registry: Graph
) -> None:
    readings = [*conference, ministerial(draft, "background", when="2014")]
    dumps = {
        resolve(order, Ledger(), registry).ledger.dump()
        for order in permutations(readings)
    }
    assert len(dumps) == 1


def test_names_stay_when_documents_come_one_by_one(
    conference: list[Reading], registry: Graph
) -> None:
    for first, second in permutations(conference):
        alone = resolve([first], Ledger(), registry)
        grown = resolve([first, second], alone.ledger, registry)
        before = {name.path for name in alone.ledger.names}
        kept = {name.path: name for name in grown.ledger.names}
        assert before <= kept.keys()
        assert not any(kept[path].replaced_by for path in before)
        again = resolve([second, first], grown.ledger, registry)
        assert again.ledger == grown.ledger


def test_what_turns_out_to_be_one_keeps_the_older_name(
    draft: Any, registry: Graph
) -> None:
    one = ministerial(draft, "a", when="2025-04")
    two = ministerial(draft, "b", hostedBy=draft.state("EGY"))
    rival = ministerial(draft, "c", when="2014")
    apart = resolve([one, two, rival], Ledger(), registry)
    assert len(paths(apart, "Meeting")) == 3
    bridge = ministerial(draft, "d", when="2025-04-09", hostedBy=draft.state("EGY"))
    two_dated = resolve([one, two, bridge], apart.ledger, registry)
    assert len(paths(two_dated, "Meeting")) == 1
    kept = paths(two_dated, "Meeting")[0]
    order = [name.path for name in apart.ledger.names]
    replaced = two_dated.ledger.replaced()
    assert len(replaced) == 1
    old = str(next(iter(replaced))).removeprefix(f"{BASE}id/")
    assert order.index(kept) < order.index(old)
    assert str(replaced[URIRef(f"{BASE}id/{old}")]).endswith(kept)


def test_what_is_gone_is_kept_and_comes_back_under_its_name(
    conference: list[Reading], registry: Graph
) -> None:
    both = resolve(conference, Ledger(), registry)
    one = resolve(conference[:1], both.ledger, registry)
    assert URIRef(f"{BASE}id/chairmanship/fra-khartoum-process-2025-04") in (
        one.ledger.gone()
    )
    assert one.iris.items() <= both.iris.items()
    again = resolve(conference, one.ledger, registry)
    assert again.iris == both.iris
    assert not again.ledger.gone()


def test_a_person_of_a_removed_document_keeps_the_name_in_another(
    draft: Any, registry: Graph
) -> None:
    ledgers = Ledger()
    found = set()
    for file in ("one", "two"):
        document = draft(file, ["Badr Abdelatty spoke."])
        document.thing("Person", "Badr Abdelatty")
        resolution = resolve([document.reading()], ledgers, registry)
        ledgers = resolution.ledger
        found.update(paths(resolution, "Person"))
    assert found == {"person/badr-abdelatty"}


def test_an_unknown_reading_has_no_names(
    conference: list[Reading], registry: Graph
) -> None:
    resolution = resolve(conference[:1], Ledger(), registry)
    with pytest.raises(LedgerError, match="has no IRI"):
        resolution.iri(conference[1], Thing("Meeting", "Ministerial Conference"))


def test_a_text_in_another_script_still_gets_a_name(
    draft: Any, registry: Graph
) -> None:
    document = draft("وثيقة", ["اجتماع"], title="عملية الخرطوم")
    document.thing("Person", "بدر عبد العاطي")
    resolution = resolve([document.reading()], Ledger(), registry)
    for name in resolution.ledger.names:
        assert name.path.isascii()
        assert not name.path.endswith("/")


FACTS = st.fixed_dictionaries(
    {},
    optional={
        "ordinal": st.integers(1, 2),
        "when": st.sampled_from(["2014", "2025", "2025-04-09", "XXXX-04-09"]),
        "host": st.sampled_from(["EGY", "ITA"]),
        "published": st.sampled_from(["2014-12-01", "2025-04-10"]),
        "status": st.sampled_from(["held", "planned"]),
    },
)


@settings(deadline=None)
@given(st.lists(FACTS, min_size=1, max_size=5), st.randoms())
def test_no_order_and_no_history_breaks_the_rules(
    draft: Any, registry: Graph, facts: Sequence[dict[str, Any]], random: Any
) -> None:
    readings = []
    for number, given_facts in enumerate(facts):
        values = dict(given_facts)
        if "host" in values:
            values["hostedBy"] = draft.state(values.pop("host"))
        if values.get("status") == "planned" and "when" in values:
            values["scheduledFor"] = values.pop("when")
        readings.append(ministerial(draft, f"document {number}", **values))
    whole = resolve(readings, Ledger(), registry)
    shuffled = list(readings)
    random.shuffle(shuffled)
    assert resolve(shuffled, Ledger(), registry).ledger == whole.ledger
    assert resolve(shuffled, whole.ledger, registry).ledger == whole.ledger
    cut = resolve(shuffled[1:], whole.ledger, registry)
    assert all(whole.iris[member] == iri for member, iri in cut.iris.items())
    for ordinals in _ordinals_of_each_meeting(readings, whole).values():
        assert len(ordinals) <= 1


def _ordinals_of_each_meeting(
    readings: Sequence[Reading], resolution: Resolution
) -> dict[URIRef, set[str]]:
    found: dict[URIRef, set[str]] = {}
    for reading in readings:
        for statement in reading.statements:
            if str(statement.predicate).endswith("ordinal"):
                iri = resolution.iri(reading, statement.subject)
                found.setdefault(iri, set()).add(str(statement.object))
    return found


def test_an_inferred_year_counts_like_a_written_one(
    draft: Any, registry: Graph
) -> None:
    document = draft("one", ["It will meet on Wednesday."])
    meeting = document.meeting("ministerial meeting", status="planned")
    document.say(meeting, "scheduledFor", "2025-04-09", basis=Basis.INFERRED)
    other = ministerial(draft, "b", when="2025-04-09")
    resolution = resolve([document.reading(), other], Ledger(), registry)
    assert len(paths(resolution, "Meeting")) == 1


def test_a_name_of_the_registry_is_given_to_nothing_else(
    draft: Any, registry: Graph
) -> None:
    document = draft("one", ["They met in Cairo, Illinois."])
    document.thing("Place", "Cairo")
    resolution = resolve([document.reading()], Ledger(), registry)
    assert paths(resolution, "Place") == ["place/cairo-2"]


def test_what_the_registry_takes_over_leads_to_its_name(
    draft: Any, registry: Graph
) -> None:
    def reading(iri: str) -> Reading:
        document = draft("one", ["They met in Al-Qahira."])
        place = Thing("Place", "al-qahira", iri)
        document.say(place, "label", "Al-Qahira")
        found: Reading = document.reading()
        return found

    before = resolve([reading("")], Ledger(), registry)
    assert paths(before, "Place") == ["place/al-qahira"]
    after = resolve([reading(draft.CAIRO.iri)], before.ledger, registry)
    old = URIRef(f"{BASE}id/place/al-qahira")
    assert after.ledger.replaced()[old] == URIRef(draft.CAIRO.iri)
    assert not after.ledger.gone()
