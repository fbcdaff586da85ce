"""A name is minted once, in whatever order documents come and go."""

from collections.abc import Sequence
from itertools import permutations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Graph, URIRef

from hiwar.graph.model import Reading, Thing
from hiwar.graph.namespaces import BASE
from hiwar.graph.resolve import Ledger, Resolution, resolve
from tests.graph.resolve.conftest import ministerial, paths


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
