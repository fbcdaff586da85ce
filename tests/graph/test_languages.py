"""A language is a folder of data: the page on languages, executed."""

import ast
import re
import tomllib
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from hiwar.graph.frames import state_facts
from hiwar.graph.model import Reading
from hiwar.graph.namespaces import HIWAR
from hiwar.graph.record import record
from hiwar.graph.rules import LANGUAGES, PARTS, Rules, check_rules, rules_for
from hiwar.graph.text.layout import lay_out
from hiwar.graph.text.source import source_from_text

PAGE = (Path(__file__).parents[2] / "docs/languages.md").read_text("utf-8")


def blocks(kind: str) -> list[str]:
    """Return the code blocks of one kind in the page."""
    return re.findall(rf"^```{kind}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


def taught() -> Rules:
    """The language that the page teaches, from its blocks alone."""
    data: dict[str, Any] = {"rule": []}
    for block in blocks("toml"):
        part = block.partition("\n")[0].removeprefix("# ")
        assert part in PARTS
        table = tomllib.loads(block)
        rules = table.pop("rule", [])
        check_rules(rules, part)
        data["rule"] += rules
        data.update(table)
    return Rules(data)


def read(text: str) -> Reading:
    source = replace(source_from_text(text, "text"), language="nl")
    return state_facts(replace(lay_out(source), rules=taught()))


SENTENCES = blocks("text")[0].splitlines()


def test_the_language_of_the_page_reads_its_sentence() -> None:
    found = record(read(SENTENCES[0]))
    meeting = found["meetings"][0]
    assert meeting["kind"] == "ministerial"
    assert meeting["ordinal"] == 3
    assert meeting["of_process"]["name"] == "Khartoem-proces"
    assert (meeting["start"], meeting["end"]) == ("2016-03-04", "2016-03-05")
    assert meeting["city"] == "Nairobi"
    assert meeting["status"] == "held"
    states = {item["name"] for item in meeting["participants_states"]}
    assert states == {"Kenia", "Mali"}
    person = found["persons"][0]
    assert person["name"] == "Awa Diallo"
    assert person["post"] == "minister van Buitenlandse Zaken"
    assert person["organisation_or_state"]["name"] == "Mali"


@pytest.mark.parametrize("text", SENTENCES[1:], ids=["denied", "said"])
def test_what_the_page_says_is_not_true_is_not(text: str) -> None:
    true = [s.predicate for s in read(text).statements if s.status.is_true]
    assert HIWAR.hasParticipant not in true


def test_what_the_rule_of_the_page_shows_is_so() -> None:
    rule = taught().rules[0]
    for text, expected in ((rule.fires, True), (rule.spares, False)):
        made = [s.status.is_true for s in read(text).statements if s.rule == rule.name]
        assert any(made) is expected


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_language_has_words_and_cues_for_what_must_not_become_true(code: str) -> None:
    rules = rules_for(code)
    assert rules.language == code
    assert rules.list_words("function")
    assert {"negated", "planned", "attributed", "held", "of_date"} <= set(rules.cues)
    assert len(rules.words["months"]) >= 12
    assert sorted(set(rules.words["weekdays"].values())) == list(range(7))
    assert set(rules.words["months"].values()) == set(range(1, 13))


@pytest.mark.parametrize("folder", ["frames", "mentions", "text"])
def test_no_python_names_a_language_but_the_one_that_lends_its_particles(
    folder: str,
) -> None:
    for file in files(f"hiwar.graph.{folder}").iterdir():
        if file.name.endswith(".py"):
            tree = ast.parse(file.read_text("utf-8"))
            named = {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant)}
            assert not named & (set(LANGUAGES) - {"en"}), file.name
