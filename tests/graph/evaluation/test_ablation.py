"""Without a stage, what it finds is not found, and all else still is."""

from pathlib import Path
from typing import Any

import pytest

from hiwar.graph.evaluation import STAGES, Ablation, Collection, Scores, ablate, compare
from hiwar.graph.frames import state_facts
from hiwar.graph.model import Reading, Source
from hiwar.graph.namespaces import HIWAR
from hiwar.graph.reading import read_text
from hiwar.graph.record import record
from hiwar.graph.rules import LANGUAGES, read_tables, rules_for
from hiwar.graph.text.layout import lay_out
from hiwar.graph.text.source import source_from_text

TEXT = """\
The ministers of the region met in the capital for the talks on the border.

The ministerial conference of the Rabat Process was hosted by Senegal in Dakar on \
4 May 2011. 2 states¹ took part in the meeting, which was held in the port.

Kenya was not the host of the meeting. The Lagoon Forum Organisation (LFO) attended \
the ministerial conference of the Rabat Process. LFO thanked the host.

Ms Ada Vell, Minister of Ports of Mali, attended the meeting.

¹ Ghana and Togo.
"""


def stage(name: str) -> Ablation:
    return next(item for item in STAGES if item.name == name)


def read_without(name: str, text: str = TEXT) -> Reading:
    source = source_from_text(text, "x")
    return state_facts(lay_out(source, stage(name).rules(source.language)))


def said(reading: Reading, predicate: Any) -> set[str]:
    return {
        str(getattr(item.object, "key", item.object))
        for item in reading.statements
        if item.predicate == predicate and item.status.is_true
    }


WHOLE = read_text(TEXT)


def test_the_text_of_these_tests_needs_each_stage_that_they_leave_out() -> None:
    assert said(WHOLE, HIWAR.hostedBy) == {"state/SEN"}
    assert {"state/GHA", "state/TGO"} <= said(WHOLE, HIWAR.hasParticipant)
    assert said(WHOLE, HIWAR.holdsPost)


def test_without_the_registry_states_are_still_known_and_processes_are_not() -> None:
    reading = read_without("mentions: registry")
    assert said(reading, HIWAR.hostedBy) == {"state/SEN"}
    assert "process/rabat-process" in said(WHOLE, HIWAR.isMeetingOf)
    assert "process/rabat-process" not in said(reading, HIWAR.isMeetingOf)


def test_without_learned_names_an_acronym_names_nothing() -> None:
    def mentioned(reading: Reading) -> set[str]:
        return {
            item.mentioned_as
            for item in reading.statements
            if item.predicate == HIWAR.mentions
        }

    text = f"{TEXT}\n\nThe Lagoon Harbour Process (LHP) met. LHP is new."
    assert "LHP" in {*mentioned(read_text(text)), *_names(read_text(text))}
    without = read_without("mentions: learned names", text)
    assert "LHP" not in {*mentioned(without), *_names(without)}


def _names(reading: Reading) -> set[str]:
    return {
        name
        for item in record(reading).get("processes", [])
        for name in (item["name"], *item.get("aliases", []))
    }


def test_without_footnotes_their_states_took_no_part() -> None:
    without = said(read_without("footnotes"), HIWAR.hasParticipant)
    assert not without & {"state/GHA", "state/TGO"}


def test_without_the_rules_of_attendance_nobody_is_a_host() -> None:
    reading = read_without("rules: attendance")
    assert not said(reading, HIWAR.hostedBy)
    assert said(reading, HIWAR.when) == said(WHOLE, HIWAR.when)


def test_without_the_status_gate_what_is_denied_is_stated() -> None:
    text = (
        "The ministers of the region met in the capital for the talks.\n\n"
        "It is not true that Senegal hosted the ministerial conference of the"
        " Rabat Process."
    )
    assert not said(read_text(text), HIWAR.hostedBy)
    assert said(read_without("status gate", text), HIWAR.hostedBy) == {"state/SEN"}


def test_without_persons_nobody_holds_a_post() -> None:
    assert not said(read_without("mentions: persons"), HIWAR.holdsPost)


def test_leaving_a_stage_out_changes_no_table_and_no_later_reading() -> None:
    before = {code: read_tables(code) for code in LANGUAGES}
    for item in STAGES:
        item.rules("en")
    assert {code: read_tables(code) for code in LANGUAGES} == before
    assert rules_for("en").without == frozenset()
    assert read_text(TEXT) == WHOLE


def test_stages_have_names_of_their_own_and_take_something_from_a_language() -> None:
    names = [item.name for item in STAGES]
    assert len(names) == len(set(names))
    for item in STAGES:
        codes = [item.language] if item.language else LANGUAGES
        assert any(_differs(item, code) for code in codes), item.name


def _differs(item: Ablation, code: str) -> bool:
    whole, without = rules_for(code), item.rules(code)
    return (
        whole.words != without.words
        or whole.heads != without.heads
        or set(whole.cues) != set(without.cues)
        or len(whole.rules) != len(without.rules)
        or whole.without != without.without
        or any(
            whole.is_furniture(line) != without.is_furniture(line)
            or whole.is_dateline(line) != without.is_dateline(line)
            or whole.is_attribution(line) != without.is_attribution(line)
            for line in ("Press release", "4 May 2011", "said the minister.")
        )
    )


@pytest.fixture
def collection(tmp_path: Path) -> tuple[Collection, dict[str, Source]]:
    source = source_from_text(TEXT, "x.txt")
    gold = record(read_text(TEXT, "x.txt"))
    whole = Collection({"x": gold}, {"x": tmp_path / "x.txt"}, (), ())
    return whole, {"x": source}


def test_an_ablation_has_a_row_for_each_stage_of_a_language_that_is_there(
    collection: tuple[Collection, dict[str, Source]],
) -> None:
    whole, sources = collection
    found = dict(ablate(whole, sources))
    expected = {s.name for s in STAGES if s.language in ("", "en")}
    assert set(found) == expected
    assert found["language: en"].all_facts.f1 < 0.5
    assert found["footnotes"].all_facts.recall < 1
    scores = Scores()
    compare(scores, "x", whole.gold["x"], whole.gold["x"])
    assert scores.all_facts.f1 == 1.0


def test_a_document_that_cannot_be_read_counts_as_one_without_a_record(
    collection: tuple[Collection, dict[str, Source]],
) -> None:
    whole, _ = collection
    (without,) = ablate(whole, {}, STAGES[:1])
    assert (without[1].documents, without[1].absent) == (1, 1)
