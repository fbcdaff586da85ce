"""The command that measures: what it prints, and what it says where it cannot."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from hiwar.cli import cli
from hiwar.graph.reading import read_text
from hiwar.graph.record import record

TEXT = (
    "The ministers of the region met in the capital for the talks. Senegal hosted the"
    " ministerial conference of the Rabat Process in Dakar on 4 May 2011. It was"
    " attended by Kenya and Chad.\n"
)


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    gold, texts = tmp_path / "gold", tmp_path / "texts"
    gold.mkdir()
    texts.mkdir()
    (texts / "one.txt").write_text(TEXT, "utf-8")
    (gold / "one.json").write_text(json.dumps(record(read_text(TEXT))), "utf-8")
    return gold, texts


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["evaluate", *map(str, arguments)])


def printed(*arguments: object) -> Any:
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_each_slot_has_its_line_and_the_last_is_the_false_adoption(
    folders: tuple[Path, Path],
) -> None:
    result = run(*folders)
    lines = result.stdout.splitlines()
    assert result.exit_code == 0
    assert lines[0] == "1 documents, 0 without a record"
    assert any(line.startswith("meeting.host ") for line in lines)
    assert lines[-2].split()[:5] == ["ALL", "FACTS", "1.000", "1.000", "1.000"]
    assert lines[-1] == "false adoption 0.000 (0 of 1 settled facts)"


def test_the_figures_come_as_json_too(folders: tuple[Path, Path]) -> None:
    found = printed(*folders)
    assert (found["documents"], found["absent"]) == (1, 0)
    assert found["slots"]["ALL FACTS"]["f1"] == 1
    assert found["slots"]["meeting.host"]["want"] == 1


def test_what_is_missed_has_its_line(folders: tuple[Path, Path]) -> None:
    gold, texts = folders
    wanted = json.loads((gold / "one.json").read_text("utf-8"))
    wanted["states"] = [*wanted["states"], "ML"]
    (gold / "one.json").write_text(json.dumps(wanted), "utf-8")
    lines = run(gold, texts, "--verbose").stdout.splitlines()
    assert lines[0] == "one\tstates\tmissed\tML"
    assert printed(gold, texts, "--verbose")["notes"] == [
        ["one", "states", "missed", "ML"]
    ]


def test_the_figures_without_each_stage_follow(folders: tuple[Path, Path]) -> None:
    without = printed(*folders, "--ablation")["ablation"]
    assert without["rules: attendance"]["r"] < 1
    assert without["layout: furniture"]["f1"] == 1
    assert "language: en" in without
    assert "language: fr" not in without


def test_what_is_on_one_side_only_is_named(folders: tuple[Path, Path]) -> None:
    gold, texts = folders
    (gold / "two.json").write_text("{}", "utf-8")
    (texts / "three.txt").write_text(TEXT, "utf-8")
    result = run(gold, texts)
    assert "gold without a document: two" in result.stdout
    assert "documents without gold: three.txt" in result.stdout
    assert printed(gold, texts)["gold_without_document"] == ["two"]


def test_a_document_that_cannot_be_read_is_said_and_counts_as_empty(
    folders: tuple[Path, Path],
) -> None:
    gold, texts = folders
    (gold / "two.json").write_text('{"states": ["ML"]}', "utf-8")
    (texts / "two.txt").write_bytes(b"\xff\xfe\x00")
    result = run(gold, texts)
    assert result.exit_code == 0
    assert "2 documents, 1 without a record" in result.stdout
    assert "two.txt" in result.stderr


def test_where_nothing_can_be_compared_one_line_says_why(
    folders: tuple[Path, Path], tmp_path: Path
) -> None:
    gold, texts = folders
    for arguments, part in (
        ((tmp_path / "none", texts), "is no folder"),
        ((texts, texts), "has no gold record"),
        ((gold, tmp_path / "no-such.txt"), "no-such.txt is not there"),
    ):
        result = run(*arguments)
        assert result.exit_code == 1
        assert part in result.stderr
        assert "docs/errors.md#evaluation" in result.stderr
        assert len(result.stderr.splitlines()) == 1
    assert run(gold).exit_code == 2
