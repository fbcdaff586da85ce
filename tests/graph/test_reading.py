"""How well documents are read, and that nothing but the document decides."""

import ast
import json
import os
import re
import subprocess
import sys
import tomllib
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from hiwar.graph.briefs import brief_paths
from hiwar.graph.frames import state_facts
from hiwar.graph.frames.context import FRAMES
from hiwar.graph.model import Reading, Thing
from hiwar.graph.namespaces import HIWAR
from hiwar.graph.reading import read_file, read_text
from hiwar.graph.record import record
from hiwar.graph.rules import LANGUAGES, Rules, read_tables, rules_for
from hiwar.graph.text.layout import Layout, lay_out
from hiwar.graph.text.source import source_from_text

SHARED = Path(
    os.environ.get(
        "HIWAR_SHARED", Path(__file__).resolve().parents[2].parent / "shared"
    )
)
SOURCE = sorted(SHARED.glob("documents/source/*.txt"))
DEV = sorted(SHARED.glob("documents/dev/*.txt"))
PATHS = [*brief_paths(), *SOURCE, *DEV]
NAMES = ["source", "dev"]
READING = Path(__file__).parents[2] / "docs/reading.md"

# Floors of F1 and precision only ever rise, those of false adoption only ever fall.
FLOORS = {
    "source": {"f1": 0.978, "p": 0.982, "false_adoption": 0.0},
    "dev": {"f1": 0.918, "p": 0.973, "false_adoption": 0.0},
}


@pytest.fixture(scope="module")
def readings() -> dict[Path, Reading]:
    return {path: read_file(path) for path in PATHS}


@pytest.fixture(scope="module")
def scores(
    readings: dict[Path, Reading], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Any]:
    """What the shared scorer says of each set of documents."""
    if not SOURCE:
        pytest.skip(f"no gold records to score with in {SHARED}; set HIWAR_SHARED")
    folder = tmp_path_factory.mktemp("records")
    for path, reading in readings.items():
        (folder / f"{path.stem}.json").write_text(json.dumps(record(reading)), "utf-8")
    scorer, gold = SHARED / "evaluation/score.py", SHARED / "evaluation/gold"
    found = {}
    for name, paths in (("source", SOURCE), ("dev", DEV)):
        only = ",".join(path.stem for path in paths)
        arguments = [*map(str, (scorer, gold, folder)), "--json", "--only", only]
        result = subprocess.run(
            [sys.executable, *arguments], capture_output=True, text=True, check=True
        )
        found[name] = json.loads(result.stdout)
    return found


@pytest.mark.parametrize("name", NAMES)
def test_the_facts_of_documents_are_found_and_are_right(
    name: str, scores: dict[str, Any]
) -> None:
    floor, facts = FLOORS[name], scores[name]["slots"]["ALL FACTS"]
    assert scores[name]["absent"] == 0
    assert facts["f1"] >= floor["f1"]
    assert facts["p"] >= floor["p"]


@pytest.mark.parametrize("name", NAMES)
def test_what_is_not_settled_is_not_given_as_settled(
    name: str, scores: dict[str, Any]
) -> None:
    assert scores[name]["false_adoption"] <= FLOORS[name]["false_adoption"]


def test_the_order_of_hashes_changes_no_byte(tmp_path: Path) -> None:
    paths = SOURCE or list(brief_paths())
    folders = []
    for seed in ("0", "4711"):
        folder = tmp_path / seed
        arguments = ["extract", "--out", *map(str, (folder, *paths))]
        env = os.environ | {"PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-m", "hiwar", *arguments], env=env, check=True)
        folders.append({path.name: path.read_bytes() for path in folder.iterdir()})
    assert len(folders[0]) == len(paths)
    assert folders[0] == folders[1]


def test_what_was_read_before_changes_nothing(readings: dict[Path, Reading]) -> None:
    for path in reversed(PATHS):
        assert read_file(path) == readings[path]


def test_a_file_is_read_as_its_text_is(readings: dict[Path, Reading]) -> None:
    for path, reading in readings.items():
        again = read_text(path.read_text("utf-8"), path.name)
        assert again.sentences == reading.sentences
        assert {(s.predicate, s.sentences) for s in again.statements} == {
            (s.predicate, s.sentences) for s in reading.statements
        }


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_every_statement_has_its_sentences(
    path: Path, readings: dict[Path, Reading]
) -> None:
    reading = readings[path]
    for item in reading.statements:
        assert len(set(item.sentences)) == len(item.sentences) >= 1
        assert all(0 <= index < len(reading.sentences) for index in item.sentences)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_name_in_a_statement_stands_in_its_sentences(
    path: Path, readings: dict[Path, Reading]
) -> None:
    reading = readings[path]
    for item in reading.statements:
        quoted = " ".join(reading.quote(index) for index in item.sentences)
        assert item.mentioned_as.lower() in " ".join(quoted.split()).lower()


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_keys_come_from_the_text_and_not_from_the_reading(
    path: Path, readings: dict[Path, Reading]
) -> None:
    for item in readings[path].statements:
        for thing in (item.subject, item.object, item.describes):
            if isinstance(thing, Thing):
                assert thing.key
                assert "[draft" not in thing.key


def rule_names() -> set[str]:
    """Return the declared rules of all languages and those named in the code."""
    declared = {rule.name for code in LANGUAGES for rule in rules_for(code).rules}
    for part in files("hiwar.graph.frames").iterdir():
        if part.name.endswith(".py"):
            tree = ast.parse(part.read_text("utf-8"))
            declared |= {
                node.value
                for node in ast.walk(tree)
                if isinstance(node, ast.Constant) and isinstance(node.value, str)
            }
    return declared


def test_every_statement_and_every_refusal_names_a_rule_that_exists(
    readings: dict[Path, Reading],
) -> None:
    known = rule_names()
    for reading in readings.values():
        assert {item.rule for item in reading.statements} <= known
        assert {item.rule for item in reading.refusals} <= known
        assert all(item.reason for item in reading.refusals)
        assert all(
            0 <= item.sentence < len(reading.sentences) for item in reading.refusals
        )


def test_every_rule_fills_a_frame_that_exists_and_that_the_docs_explain() -> None:
    table = re.findall(r"^\| (`.+?`) \|", READING.read_text("utf-8"), re.MULTILINE)
    explained = {name for row in table for name in re.findall(r"`(\w+)`", row)}
    assert set(FRAMES) == explained
    for code in LANGUAGES:
        assert {rule.frame for rule in rules_for(code).rules} <= set(FRAMES), code


def blocks(language: str) -> str:
    """Return what stands in the code blocks of one language in the docs."""
    text = READING.read_text("utf-8")
    return "".join(re.findall(rf"^```{language}\n(.*?)^```", text, re.M | re.S))


RULE = tomllib.loads(blocks("toml"))["rule"]
SENTENCES = [*blocks("text").splitlines()[:3], RULE[0]["fires"], RULE[0]["spares"]]


@pytest.mark.parametrize(
    ("sentence", "hosts"),
    list(zip(SENTENCES, (["Kenya"], [], [], ["Nepal"], []), strict=True)),
    ids=["told", "denied", "said", "fires", "spares"],
)
def test_the_rule_in_the_docs_does_what_they_say(
    sentence: str, hosts: list[str]
) -> None:
    english = read_tables("en")
    taught_rules = english["rule"] + RULE
    layout = lay_out(source_from_text(sentence, "text"))
    known = replace(layout, rules=Rules(english))
    taught = replace(layout, rules=Rules({**english, "rule": taught_rules}))

    def hosting(layout: Layout) -> list[str]:
        return [
            item.mentioned_as
            for item in state_facts(layout).statements
            if item.predicate == HIWAR.hostedBy and item.status.is_true
        ]

    assert hosting(known) == []
    assert hosting(taught) == hosts


def test_no_rule_has_the_name_of_another_one() -> None:
    for code in LANGUAGES:
        names = [rule.name for rule in rules_for(code).rules]
        assert len(names) == len(set(names)), code
