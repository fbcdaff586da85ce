"""What several documents say of one thing, from their texts to the facts."""

from collections.abc import Sequence
from itertools import permutations
from typing import Any

import pytest
from rdflib import Graph, Literal, URIRef

from hiwar.graph.build import understand
from hiwar.graph.gate import GateReport
from hiwar.graph.model import Reading
from hiwar.graph.namespaces import HIWAR, RDF, RDFS
from hiwar.graph.reading import read_text
from hiwar.graph.registry import registry_graph
from hiwar.graph.report import write_report
from hiwar.graph.resolve import Ledger, Resolution, resolve

OPENING = "The ministers of the states of the region are at work on the issues.\n\n"


def read(*texts: str) -> list[Reading]:
    return [
        read_text(f"{OPENING}{text}\n", f"{number}.txt")
        for number, text in enumerate(texts)
    ]


@pytest.fixture(scope="module")
def registry() -> Graph:
    return registry_graph()


def named(resolution: Resolution, kind: str) -> list[str]:
    return sorted(
        name.path.partition("/")[2]
        for name in resolution.ledger.names
        if name.kind == kind and not name.is_gone and not name.replaced_by
    )


ANNOUNCED = (
    "The fourth ministerial conference of the Rabat Process will be held in Nairobi on"
    " 3 May 2031."
)
REPORTED = (
    "The fourth ministerial conference of the Rabat Process took place. It was hosted"
    " by Kenya. Mali attended the fourth ministerial conference of the Rabat Process."
)


def test_a_meeting_that_one_text_announces_and_another_reports_is_one() -> None:
    readings = read(ANNOUNCED, REPORTED)
    graphs, resolution = understand(readings)
    (name,) = named(resolution, "Meeting")
    facts = graphs["facts"]
    meeting = next(facts.subjects(RDF.type, HIWAR.Meeting))
    assert str(meeting).endswith(name)
    held = URIRef(str(facts.value(meeting, HIWAR.meetingStatus)))
    assert held.endswith("/held")
    assert str(facts.value(meeting, HIWAR.startDate)) == "2031-05-03"
    assert str(facts.value(meeting, HIWAR.heldInPlace)).endswith("/nairobi")
    documents = {
        document
        for statement in facts.subjects(RDF.predicate, HIWAR.when)
        for document in facts.objects(statement, HIWAR.wasStatedIn)
    }
    assert len(documents) == 2


def test_alone_the_announcement_gives_no_day_and_the_report_none_of_its_own() -> None:
    for text in (ANNOUNCED, REPORTED):
        facts = understand(read(text))[0]["facts"]
        assert not list(facts.subject_objects(HIWAR.startDate))


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("on 3 May 2031", "in May 2031", 1),
        ("on 3 May 2031", "in 2031", 1),
        ("in May 2031", "in 2031", 1),
        ("on 3 May 2031", "in June 2031", 2),
        ("on 3 May 2031", "on 4 May 2031", 2),
        ("in 2030", "in 2031", 2),
        ("on 3 May 2031", "on 3 May 2031", 1),
    ],
)
def test_dates_of_any_precision_merge_only_where_they_are_compatible(
    registry: Graph, one: str, other: str, count: int
) -> None:
    text = "The ministerial conference of the Rabat Process was held in Dakar {}."
    readings = read(text.format(one), text.format(other) + " Senegal was the host.")
    for order in permutations(readings):
        resolution = resolve(order, Ledger(), registry)
        assert len(named(resolution, "Meeting")) == count


def test_what_one_text_dates_to_the_month_the_other_may_date_to_the_day() -> None:
    text = "The ministerial conference of the Rabat Process was held in Dakar {}."
    readings = read(text.format("in May 2031"), text.format("on 3 May 2031"))
    facts = understand(readings)[0]["facts"]
    assert {str(day) for day in facts.objects(None, HIWAR.when)} == {"2031-05-03"}
    assert not list(facts.subjects(RDF.type, HIWAR.Disagreement))


UNKNOWN = [
    "The Lagoon Harbour Organisation took part in the ministerial conference of the"
    " Rabat Process in Dakar.",
    "The Lagoon Harbour Organisation hosted the ministerial conference of the Prague"
    " Process in Oslo.",
    "The Lagoon Harbor Organisation took part in the ministerial conference of the"
    " Khartoum Process in Rome.",
]


def test_an_unknown_name_is_minted_once_and_its_like_is_another(
    registry: Graph,
) -> None:
    for order in permutations(read(*UNKNOWN)):
        names = named(resolve(order, Ledger(), registry), "Organisation")
        assert names == ["lagoon-harbor-organisation", "lagoon-harbour-organisation"]


def test_unknown_names_are_listed_for_review(registry: Graph) -> None:
    readings = read(*UNKNOWN)
    resolution = resolve(readings, Ledger(), registry)
    report = write_report(readings, resolution, GateReport(0))
    section = report.partition("names that the registry does not have")[2]
    section = section.partition("\n## ")[0]
    assert "`id/organisation/lagoon-harbour-organisation`: 0.txt, 1.txt" in section
    assert "`id/organisation/lagoon-harbor-organisation`: 2.txt" in section
    assert "rabat-process" not in section


def test_a_name_stays_when_more_is_said_of_the_thing(registry: Graph) -> None:
    first, second = read(ANNOUNCED, REPORTED)
    before = resolve([second], Ledger(), registry)
    after = resolve([first, second], before.ledger, registry)
    assert named(after, "Meeting") == named(before, "Meeting")
    gone = resolve([first], after.ledger, registry)
    assert named(gone, "Meeting") == named(before, "Meeting")


def values_of(graph: Graph, predicate: URIRef) -> dict[Any, set[Any]]:
    found: dict[Any, set[Any]] = {}
    for subject, value in graph.subject_objects(predicate):
        found.setdefault(subject, set()).add(value)
    return found


COMPETING: Sequence[tuple[str, str, URIRef]] = [
    (
        "The third ministerial conference of the Rabat Process was held on 3 May 2031.",
        "The third ministerial conference of the Rabat Process was held on 4 May 2031.",
        HIWAR.when,
    ),
    (
        "The third ministerial conference of the Rabat Process was held in Dakar.",
        "The third ministerial conference of the Rabat Process was held in Bamako.",
        HIWAR.heldInPlace,
    ),
]


@pytest.mark.parametrize(("one", "other", "predicate"), COMPETING)
def test_values_that_compete_never_meet_in_the_facts(
    one: str, other: str, predicate: URIRef
) -> None:
    for texts in ((one, other), (other, one), (one, other, f"{one} Mali came.")):
        graphs, resolution = understand(read(*texts))
        facts = graphs["facts"]
        by_thing = values_of(facts, predicate)
        assert by_thing
        assert all(len(values) == 1 for values in by_thing.values())
        # what conflicts is kept: as two things, or as a disagreement of one
        stated = {
            value
            for name, graph in graphs.items()
            if name.startswith("document/")
            for statement in graph.subjects(RDF.predicate, predicate)
            for value in graph.objects(statement, RDF.object)
        }
        assert len(stated) == 2
        disagreements = list(facts.subjects(RDF.type, HIWAR.Disagreement))
        assert disagreements or len(named(resolution, "Meeting")) == 2


def test_things_of_one_kind_have_one_label_a_language() -> None:
    facts = understand(read(ANNOUNCED, REPORTED, *UNKNOWN))[0]["facts"]
    for labels in values_of(facts, RDFS.label).values():
        languages = [item.language for item in labels if isinstance(item, Literal)]
        assert len(languages) == len(set(languages))
