"""What a person is told of a document: one line, with what was not understood too."""

from pathlib import Path

import pytest

from hiwar.graph.build import add
from hiwar.graph.model import Reading, Refusal, Source
from hiwar.graph.reading import read_text
from hiwar.graph.report import summary
from hiwar.settings import Settings

TEXT = (
    "Senegal hosted the fourth ministerial conference of the Rabat Process in Dakar on"
    " 4 May 2011. The weather was fine.\n"
)


def test_a_line_counts_statements_by_status_and_the_sentences_they_are_from(
    conference: list[Reading],
) -> None:
    announced, reported = map(summary, conference)
    assert announced.startswith("announcement.txt: ")
    for status in ("reported", "planned"):
        count = sum(item.status == status for item in conference[0].statements)
        assert f"{count} {status}" in announced
    assert "2 adopted" in reported
    assert reported.endswith("from 4 of 4 sentences")


def test_a_line_tells_what_was_refused_and_what_is_to_be_known() -> None:
    text = "A line\nof an agenda. Another one."
    source = Source(
        "odd\nname.txt", "f" * 64, text, "", "xx", notes=("Page 3 is blank.",)
    )
    refusals = (Refusal("a", "b", 0), Refusal("a", "c", 0))
    line = summary(Reading(source, (), (), refusals))
    assert "\n" not in line
    assert line.startswith("odd name.txt: 0 statements from 0 of 0 sentences; ")
    assert "; refused, for review: 2; " in line
    assert "; note: Page 3 is blank; note: Its language (xx) has no rules" in line


def test_a_text_of_another_domain_is_told_to_be_so() -> None:
    line = summary(read_text("The weather was fine. The sun shone.\n"))
    assert line.endswith(
        "note: It names no dialogue, no meeting and no document of one"
    )
    assert "note" not in summary(read_text(TEXT))


def test_a_meeting_on_something_else_is_told_to_be_of_another_field() -> None:
    text = "The ministers of trade of Norway and Chile met in Oslo on 3 May 2024."
    reading = read_text(f"{text} Norway will lift tariffs at its border.\n")
    assert reading.statements
    line = summary(reading)
    assert "note: No word of it is about migration; what was found may be of" in line


@pytest.mark.slow
def test_each_file_that_is_added_has_its_line_and_no_other_has(tmp_path: Path) -> None:
    paths = [tmp_path / f"{name}.txt" for name in ("first", "second", "third")]
    for path in paths[:2]:
        path.write_text(TEXT)
    paths[2].write_text("The weather was fine. The sun shone.\n")
    said: list[str] = []
    add(paths[:1], tmp_path / "data", Settings(), said.append)
    add(paths[1:], tmp_path / "data", Settings(), said.append)
    told = [line for line in said if ": " in line]
    assert [line.partition(":")[0] for line in told] == [path.name for path in paths]
    assert "from 1 of 2 sentences" in told[0]
    assert told[1].partition(":")[2] == told[0].partition(":")[2]
    said.clear()
    add(paths[:2], tmp_path / "data", Settings(), said.append)
    assert said[-1] == "second.txt: the same bytes as first.txt, counted once"
