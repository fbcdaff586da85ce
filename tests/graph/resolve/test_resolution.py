"""What two documents say of one conference, and hard cases beside it."""

from typing import Any

import pytest
from rdflib import Graph

from hiwar.errors import LedgerError
from hiwar.graph.model import Reading, Status, Thing
from hiwar.graph.resolve import Ledger, resolve
from tests.graph.resolve.conftest import paths


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
